package filter_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/text"
)

func TestParseWritesBackWhatWasMeant(t *testing.T) {
	for query, want := range map[string]string{
		"":                   "",
		"  a   b ":           "a b",
		"a tag:x b":          "tag:x a b",
		"tag:x,y":            "tag:x,y",
		`tag:"x",y`:          "tag:x,y",
		"tag:f*":             "tag:f*",
		`tag:"f*",g*`:        `tag:"f*",g*`,
		`series:"a b"*,"c"*`: `series:"a b"*,c*`,
		"tag:*":              "tag:*",
		"tag:f**":            "tag:f**",
		`Tag:"x y"`:          `tag:"x y"`,
		`tag:"x  y"`:         `tag:"x y"`,
		"-Category:AI/ML":    "-category:AI/ML",
		"minutes:=10":        "minutes:10",
		"minutes:<=010":      "minutes:<=10",
		"after:2026":         "after:2026",
		"-before:2026-03-01": "-before:2026-03-01",
		"auth: jwt":          "auth: jwt",
		"10:30":              "10:30",
		"C++:x":              "C++:x",
		`"tag:x" "-y"`:       `"tag:x" "-y"`,
		`"plain"`:            "plain",
		`"a \"b\" \\ c"`:     `"a \"b\" \\ c"`,
		`a"b c`:              `a"b c`,
		`""`:                 "",
		"-":                  "-",
		"- a":                "- a",
		"\x1b[31m":           "␛[31m",
		"a\u00a0b":           "a b",
	} {
		f, err := filter.Parse(query)
		if err != nil || f.String() != want {
			t.Errorf("%q: %q, %v; want %q", query, f.String(), err, want)
		}
	}
}

func TestABadTermIsMarkedWhereItStands(t *testing.T) {
	for _, c := range []struct{ query, marked, says string }{
		{"jwt tga:python x", "tga:", "did you mean tag:?"},
		{"jwt -tga:python", "-tga:", "did you mean tag:?"},
		{"jwt tag:", "tag:", "tag:name"},
		{"tag: x", "tag:", "tag:name"},
		{"tag:a, b", "tag:a,", "tag:name"},
		{`tag:""`, `tag:""`, "tag:name"},
		{`tag:a"b`, `a"b`, "quote a name"},
		{`tag:"a"*b`, `"a"*b`, "quote a name"},
		{`tag:"a"b x`, `"a"b`, "quote a name"},
		{`x tag:"a b`, `"a b`, "not closed"},
		{`x "a b`, `"a b`, "not closed"},
		{`"a\"`, `"a\"`, "not closed"},
		{"x -jwt y", "-jwt", "-tag:jwt"},
		{`-"a b"`, `-"a`, "cannot be left out"},
		{"minutes:ten", "minutes:ten", "minutes:<10"},
		{"minutes:", "minutes:", "minutes:<10"},
		{"minutes:<", "minutes:<", "minutes:<10"},
		{"minutes:=<1", "minutes:=<1", "minutes:<10"},
		{"minutes:-1", "minutes:-1", "minutes:<10"},
		{"minutes:99999999999999999999", "minutes:99999999999999999999", "minutes:<10"},
		{"x after:yesterday", "after:yesterday", "after:2026-03"},
		{"before:2026-13", "before:2026-13", "before:2026-03"},
		{"before:", "before:", "before:2026-03"},
		{"x is:", "is:", "is:unread"},
		{"is:read,", "is:read,", "is:unread"},
		{"is:bread", "is:bread", "is:unread"},
		{"é tga:x", "tga:", "column 4"},
	} {
		f, err := filter.Parse(c.query)
		var syntax *filter.SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("%s: error %v", c.query, err)
			continue
		}
		if marked := c.query[syntax.Offset : syntax.Offset+syntax.Length]; marked != c.marked || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %q is marked: %v; want %q, %q", c.query, marked, err, c.marked, c.says)
		}
		if !f.IsZero() {
			t.Errorf("%s: an error comes with the filter %s", c.query, f)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", `jwt "a b" tag:x,"y z" -tag:q`, "category:AI/ML series:\"FastAPI Auth\" minutes:<=10 after:2026-03 before:2026-04-01",
		`"\"\\`, "-", "a:b", "tag:\x1b\"", "\xff tag:\xff,\u2028", `tag:\`, "is:read", "- -x:", `tag:"\ufeff"`, `tag:a*,"b c"*,"d*",*`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, query string) {
		parsed, err := filter.Parse(query)
		if err != nil {
			var syntax *filter.SyntaxError
			if !errors.As(err, &syntax) || syntax.Offset < 0 || syntax.Length <= 0 || syntax.Offset+syntax.Length > len(query) {
				t.Errorf("%q: %#v", query, err)
			} else if text.CleanLine(err.Error()) != err.Error() {
				t.Errorf("%q: %q is not clean", query, err)
			}
		}
		words := parsed.WithWords(query)
		tagged := words.WithTag(query, filter.Exclude).WithCategory(query)
		for _, want := range []filter.Filter{parsed, words, tagged} {
			again, err := filter.Parse(want.String())
			if err != nil || !reflect.DeepEqual(again, want) {
				t.Errorf("%q: %#v is written %q, which is %#v, %v", query, want, want, again, err)
			}
			if again := want.WithWords(want.Words()); !reflect.DeepEqual(again, want) {
				t.Errorf("%q: words %q are %q", query, want.Words(), again.Words())
			}
			if text.CleanLine(want.String()) != want.String() {
				t.Errorf("%q is not clean", want)
			}
		}
		for _, m := range words.Apply(posts()) {
			for i, at := range m.Title {
				if at < 0 || at >= len(m.Post.Title) || i > 0 && at <= m.Title[i-1] {
					t.Errorf("%q marks %v in %q", query, m.Title, m.Post.Title)
				}
			}
		}
	})
}
