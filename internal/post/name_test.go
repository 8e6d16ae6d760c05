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

// Zola has a time behind the date of a file's name too.
func TestATimeInANameIsPartOfItsDate(t *testing.T) {
	for name, undated := range map[string]string{
		"2024-01-02T10:11:12Z-date.md": "date", "2024-01-02T10:11:12+02:00_date.md": "date", "2024-01-02T10:11:12.5Z-date.md": "date",
		"2024-01-02-date.md": "date", "2024-01-02Tail.md": "2024-01-02Tail",
	} {
		if got := Undated(Slug(name)); got != undated {
			t.Errorf("%s is %q without its date, not %q", name, got, undated)
		}
		if date, found := pathDate(name); found != (undated == "date") || found && date.Format("2006-01-02") != "2024-01-02" {
			t.Errorf("%s is of %v", name, date)
		}
	}
}

// Front matter goes into a page as it is, so that a title has what HTML needs.
func TestTitlesAreShownAsABrowserDoes(t *testing.T) {
	for source, want := range map[string]string{
		"Q&amp;A on &lt;template&gt;": "Q&A on <template>", "Condi&shy;tionally&nbsp;adaptive": "Conditionally adaptive", "R&D; AT&T": "R&D; AT&T",
		"a&#27;[31mb&#10;c": "a␛[31mb c",
	} {
		p, _ := Parse("a.md", []byte("---\ntitle: '"+source+"'\ndescription: '"+source+"'\n---\ntext"))
		if p.Title != want || p.Description != want {
			t.Errorf("%q is shown as %q and %q, not %q", source, p.Title, p.Description, want)
		}
	}
}
