package filter_test

import (
	"testing"

	"github.com/blogtui/blogtui/internal/filter"
)

// What is typed, and the query that says what it means so far.
func TestAQueryThatIsTyped(t *testing.T) {
	for typed, want := range map[string]string{
		"jwt tag:p":                        "tag:p* jwt",
		"tag:P":                            "tag:P*",
		"tag:p jwt":                        "tag:p* jwt",
		"tag:python":                       "tag:python",
		"tag:go":                           "tag:go",
		"tag:backend,p":                    "tag:backend,p*",
		"tag:backend,":                     "tag:backend",
		"-tag:p":                           "", // leaves out nothing yet
		"tag:zz":                           "tag:zz",
		"jwt tag:th":                       "jwt", // within python
		"tag:th ":                          "tag:th",
		"tag:th x":                         "tag:th x",
		"tag:go,th":                        "tag:go",
		"category:tut series:c":            "category:tut* series:c*",
		`series:"fastapi a`:                `series:"fastapi a"*`,
		`series:"Clean Code Python",auth`:  `series:"Clean Code Python"`,
		`series:"Clean Code Python",auth,`: `series:"Clean Code Python",auth`,
		`a "b c`:                           `a "b c"`,
		"tag:p*":                           "tag:p*",
	} {
		f, err := filter.ParseTyped(typed, vocabulary())
		if err != nil || f.String() != want {
			t.Errorf("%s: %q, %v; want %q", typed, f.String(), err, want)
		}
		s, err := filter.ParseSearchTyped(typed, vocabulary())
		if without := f.WithWords("").String(); err != nil || s.Filter.String() != without {
			t.Errorf("%s: the search has %q, %v; want %q", typed, s.Filter.String(), err, without)
		}
	}
	if f, err := filter.ParseTyped("tag:p tga:x", vocabulary()); err == nil {
		t.Errorf("a key that is wrong is %q", f.String())
	}
}
