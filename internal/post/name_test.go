package post

import (
	"strings"
	"testing"
)

func TestTheShortWayToASlugLeadsToTheSame(t *testing.T) {
	short := 0
	for _, name := range []string{"a-b", "a--b", "-a", "a-", ".a", "a.", "a-.b", "a.-b", "a..b", "Ab_1.2", "2024-01-02-x", "_", "é", "", "a b", "\x1b[m", "..."} {
		if isTypeable(name) {
			short++
			if got := strings.TrimSuffix(typeable(name+" x"), "-x"); got != name { // the space keeps it off the short way
				t.Errorf("%q is %q by the long way", name, got)
			}
		}
	}
	if short < 5 {
		t.Errorf("%d names go the short way", short)
	}
}
