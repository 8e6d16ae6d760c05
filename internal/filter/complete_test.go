package filter_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/filter"
)

func vocabulary() filter.Vocabulary {
	return filter.Vocabulary{
		{Name: "tag", Bare: true, Values: []string{"python", "backend", "pytest", "Émile", "ci,cd", "go"}},
		{Name: "category", Bare: true, Values: []string{"Tutorial", "Architecture"}},
		{Name: "series", Bare: true, Values: []string{"FastAPI Auth", "Clean Code Python"}},
		{Name: "is", Values: []string{"unread", "read"}},
		{Name: "in", Values: []string{"code", "title"}},
	}
}

// The bar is the cursor; what is offered is written as the query then has it.
func TestCompletion(t *testing.T) {
	for _, c := range []struct {
		query   string
		offered []string
	}{
		{"|", []string{"tag:|", "category:|", "series:|", "is:|", "in:|"}},
		{"ta|", []string{"tag:|"}},
		{"-ta|", []string{"-tag:|"}},
		{"jwt CAT|", []string{"jwt category:|"}},
		{"tag:|", []string{"tag:python|", "tag:backend|", "tag:pytest|", "tag:Émile|", `tag:"ci,cd"|`, "tag:go|"}},
		{"tag:py|", []string{"tag:python|", "tag:pytest|"}},
		{"tag:PYTH| x", []string{"tag:python| x"}},
		{"tag:p|ell x", []string{"tag:python| x", "tag:pytest| x"}},
		{"tag:e|", []string{"tag:Émile|"}},
		{"tag:th|", []string{"tag:python|"}},
		{"tag:emile|", []string{"tag:Émile|"}},
		{"tag:python,py|", []string{"tag:python,pytest|"}},
		{"-tag:python,|", []string{"-tag:python,backend|", "-tag:python,pytest|", "-tag:python,Émile|", `-tag:python,"ci,cd"|`, "-tag:python,go|"}},
		{"series:fast|", []string{`series:"FastAPI Auth"|`}},
		{`series:"FastAPI A|`, []string{`series:"FastAPI Auth"|`}},
		{`series:"FastAPI A|" tag:x`, []string{`series:"FastAPI Auth"| tag:x`}},
		{`series:"Clean Code Python",f|`, []string{`series:"Clean Code Python","FastAPI Auth"|`}},
		{"series:auth|", []string{`series:"FastAPI Auth"|`}},
		{"is:|", []string{"is:unread|", "is:read|"}},
		{"is:u|", []string{"is:unread|"}},
		{"in:co|", []string{"in:code|"}},
		{"pyth|", []string{"tag:python|", `series:"Clean Code Python"|`}},
		{"-pyth|", []string{"-tag:python|", `-series:"Clean Code Python"|`}},
		{"p|", nil},
		{"tag:go|", nil},
		{"tag:GO|", nil},
		{"tag:nothing|", nil},
		{`"ta|`, nil},
		{`"ta" |`, []string{`"ta" tag:|`, `"ta" category:|`, `"ta" series:|`, `"ta" is:|`, `"ta" in:|`}},
		{`tag:a"b|`, nil},
		{"ta| python", []string{"tag:| python"}},
		{"Fast|", []string{`series:"FastAPI Auth"|`}},
	} {
		cursor := strings.Index(c.query, "|")
		query := c.query[:cursor] + c.query[cursor+1:]
		got := filter.Complete(query, cursor, vocabulary())
		var offered []string
		for _, candidate := range got.Candidates {
			offered = append(offered, query[:got.Range.Start]+candidate.Text+"|"+query[got.Range.End:])
		}
		if !slices.Equal(offered, c.offered) {
			t.Errorf("%s: offered are %q, want %q", c.query, offered, c.offered)
		}
	}
}

func TestWhatCandidatesHaveInCommon(t *testing.T) {
	for query, want := range map[string]string{
		"tag:py": "pyt", "tag:pyth": "python", "is:": "", "tag:nothing": "", "tag:": "",
	} {
		if got := filter.Complete(query, len(query), vocabulary()).Common(); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}

func TestTheVocabularyOfABlog(t *testing.T) {
	query := "tag:"
	var names []string
	for _, c := range filter.Complete(query, len(query), filter.NewVocabulary(posts())).Candidates {
		names = append(names, c.Name)
	}
	if len(names) < 3 || names[0] != "python" {
		t.Errorf("tags are offered as %q", names)
	}
	for _, k := range filter.NewVocabulary(posts()) {
		for _, value := range k.Values {
			if k.Name == "after" && len(value) != len("2026-03") || value == "" {
				t.Errorf("%s: %q", k.Name, value)
			}
		}
	}
}

// Whatever is typed, what is offered fits into it, and a whole term that is offered can be read.
func FuzzComplete(f *testing.F) {
	for _, s := range []string{"", "tag:py", `series:"FastAPI A" x`, "-tag:a,b", `tag:"a\"`, "é tag:é,", "\xff", "tag:\u2028x", "pyth"} {
		f.Add(s, len(s))
	}
	f.Fuzz(func(t *testing.T, query string, cursor int) {
		if cursor < 0 || cursor > len(query) {
			return
		}
		c := filter.Complete(query, cursor, vocabulary())
		if c.Range.Start < 0 || c.Range.Start > cursor || c.Range.End < cursor || c.Range.End > len(query) {
			t.Fatalf("%q at %d: %+v", query, cursor, c.Range)
		}
		for _, candidate := range c.Candidates {
			term := candidate.Text
			switch key, _, found := strings.Cut(term, ":"); {
			case found && key+":" == term:
				continue
			case !found || strings.HasPrefix(term, `"`):
				term = "tag:" + term
			}
			if _, err := filter.Parse(term); err != nil {
				t.Errorf("%q at %d: %q is offered: %v", query, cursor, term, err)
			}
		}
	})
}
