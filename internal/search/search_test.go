package search_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/search"
)

// blog makes a blog of posts given by slug and the rest of the file: front matter after the title, and body.
func blog(t testing.TB, posts ...string) *catalog.Catalog {
	t.Helper()
	fsys := fstest.MapFS{}
	for i := 0; i < len(posts); i += 2 {
		fsys[posts[i]+".md"] = &fstest.MapFile{Data: []byte("---\n" + posts[i+1])}
	}
	return load(t, fsys)
}

func load(t testing.TB, fsys fs.FS) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Load(context.Background(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func run(t testing.TB, c *catalog.Catalog, query string, o search.Options) search.Results {
	t.Helper()
	q, err := search.Parse(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	r, err := search.Run(t.Context(), c, q, o)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return r
}

func perform(t testing.TB, c *catalog.Catalog, q search.Query) search.Results {
	t.Helper()
	r, err := search.Run(t.Context(), c, q, search.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// found writes what was found as "slug:line", in the order of the hits.
func found(r search.Results) string {
	var out []string
	for _, h := range r.Hits {
		out = append(out, fmt.Sprintf("%s:%d", h.Post.Slug, h.Line))
	}
	return strings.Join(out, " ")
}

func small(t testing.TB) *catalog.Catalog {
	return blog(t,
		"jwt", "title: JWT Tokens\ndate: 2026-03-01\ntags: [python, security]\n---\nThe lead.\n\n## Refresh tokens\n\nA refresh\ntoken rotates. A **refresh** token again.\n\n```python\nrefresh_token = rotate()\n```\n\n### Storage\n\nKeep a digest of it.\n",
		"cafe", "title: Un Café crème\ndate: 2026-02-01\ntags: [misc]\n---\n## Straße\n\nNothing naïve, no tokenizer. See [here](https://token.example).\n<!-- refresh token -->\n",
		"ja", "title: 認証の基礎\ndate: 2026-01-01\ntags: [python]\n---\n## 更新トークン\n\n更新トークンは一度だけ使えます。APIキーではありません。\n",
	)
}

func TestQueriesFindSections(t *testing.T) {
	c := small(t)
	for query, want := range map[string]string{
		"rotates":                         "jwt:11",
		"ROTATES":                         "jwt:11",
		"rotat":                           "jwt:11",
		`"rotat"`:                         "",
		"rotat digest":                    "", // only the last word goes on
		"storage digest":                  "jwt:19",
		"digest zzz":                      "",
		"refresh storage":                 "jwt:17", // the heading above counts
		`"refresh token" rotates`:         "jwt:10",
		`"token refresh"`:                 "",
		`"refresh tokens"`:                "jwt:8",
		"in:code token":                   "jwt:14",
		`in:code "refresh token"`:         "jwt:14",
		"in:prose rotate":                 "jwt:11",
		"in:heading token":                "jwt:8",
		"in:title token":                  "jwt:6",
		"-in:code,heading,title tokenize": "cafe:8",
		"in:code in:prose token":          "", // nothing is both
		"tag:python naive":                "",
		"-tag:python naive":               "cafe:8",
		"naive":                           "cafe:8",
		"cafe creme":                      "cafe:6", // the title alone
		"strasse":                         "cafe:6",
		"example":                         "", // the address of a link
		"jwt":                             "jwt:6",
		"jwt digest":                      "jwt:19", // the title helps
		"security digest":                 "jwt:19", // and so does a tag
		"トークン":                            "ja:8",
		"更新 一度":                           "ja:8",
		"api":                             "ja:8", // a word of another script beside it
		"ーク":                              "ja:8",
		"refresh_token":                   "jwt:14",
		"zzz":                             "",
		"before:2026-02 トークン":             "ja:8",
		"":                                "",
		"tag:python":                      "", // nothing to look for
	} {
		if got := found(run(t, c, query, search.Options{})); got != want {
			t.Errorf("%s\n got %s\nwant %s", query, got, want)
		}
	}
}

func TestAHitSaysWhereItIs(t *testing.T) {
	r := run(t, small(t), "refresh tok", search.Options{})
	if r.Sections != 1 || r.Posts != 1 || len(r.Hits) != 1 || r.Searched != 3 || r.Total != 3 {
		t.Fatalf("the results are %+v", r)
	}
	h := r.Hits[0]
	if got := strings.Join(h.Path, "/"); got != "Refresh tokens" || h.Anchor != "refresh-tokens" || h.Minutes != 1 || h.Score <= 0 || h.Code {
		t.Errorf("the hit is %+v", h)
	}
	for _, c := range []struct {
		what search.Marked
		want string
	}{
		{h.Title, "JWT [Tok]ens"},
		{h.Section, "[Refresh] [tok]ens"},
		{h.Snippet, "A [refresh] [tok]en rotates. A [refresh] [tok]en again."},
	} {
		if got := marked(c.what); got != c.want {
			t.Errorf("marked is %q, want %q", got, c.want)
		}
	}
	deep := run(t, small(t), "digest", search.Options{}).Hits[0]
	if deep.Section.Text != "Refresh tokens › Storage" || deep.Anchor != "storage" {
		t.Errorf("the section is %q, #%s", deep.Section.Text, deep.Anchor)
	}
	if code := run(t, small(t), "in:code rotate", search.Options{}).Hits[0]; !code.Code || marked(code.Snippet) != "refresh_token = [rotate]()" {
		t.Errorf("the code is %q", marked(code.Snippet))
	}
}

func marked(m search.Marked) string {
	var b strings.Builder
	at := 0
	for _, r := range m.Marks {
		b.WriteString(m.Text[at:r.Start] + "[" + m.Text[r.Start:r.End] + "]")
		at = r.End
	}
	return b.String() + m.Text[at:]
}

func TestTheBestSectionComesFirst(t *testing.T) {
	filler := strings.Repeat("Some other words stand here. ", 40)
	c := blog(t,
		"code", "title: a\n---\n## A\n\n"+filler+"\n\n```\nx = rotation\n```\n",
		"once", "title: b\n---\n## A\n\nOne rotation. "+filler+"\n",
		"partly", "title: c\n---\n## A\n\nTwo rotationals. "+filler+"\n",
		"often", "title: d\n---\n## A\n\nRotation, rotation and rotation. "+filler+"\n",
		"heading", "title: e\n---\n## Rotation\n\n"+filler+"\n",
		"title", "title: Rotation\n---\n## A\n\nOne rotation. "+filler+"\n",
	)
	var got []string
	for _, h := range run(t, c, "rotation", search.Options{}).Hits {
		if !slices.Contains(got, h.Post.Slug) {
			got = append(got, h.Post.Slug)
		}
	}
	if want := "title heading often once code partly"; strings.Join(got, " ") != want {
		t.Errorf("the order is %s, want %s", strings.Join(got, " "), want)
	}
}

// A word that few posts have says more than one that most have.
func TestRareWordsWeighMore(t *testing.T) {
	posts := []string{
		"common", "title: a\n---\n## A\n\nServer server server server, lease.\n",
		"rare", "title: b\n---\n## A\n\nLease lease lease lease, server.\n",
	}
	for i := range 10 {
		posts = append(posts, fmt.Sprint("other", i), "title: x\n---\n## A\n\nA server.\n")
	}
	if got := found(run(t, blog(t, posts...), "server lease", search.Options{})); !strings.HasPrefix(got, "rare") {
		t.Errorf("the order is %s", got)
	}
}

// However the work is divided, the same comes out, and what was reported on the way came of the same.
func TestResultsAreAlwaysTheSame(t *testing.T) {
	var posts []string
	for i := range 300 {
		posts = append(posts, fmt.Sprintf("p%03d", i), fmt.Sprintf("title: Post %d\n---\n## A\n\nalpha %s\n\n## B\n\nalpha beta\n", i, strings.Repeat("beta ", i%7)))
	}
	c := blog(t, posts...)
	want := run(t, c, "alpha beta", search.Options{Limit: 50})
	if want.Sections != 557 || want.Posts != 300 || len(want.Hits) != 50 {
		t.Fatalf("%d sections in %d posts, %d hits", want.Sections, want.Posts, len(want.Hits))
	}
	for range 5 {
		reports := 0
		got := run(t, c, "alpha beta", search.Options{Limit: 50, Progress: func(r search.Results) {
			reports++
			if r.Searched > r.Total || len(r.Hits) > 50 || len(r.Hits) > r.Sections {
				t.Errorf("a report says %d of %d, %d hits of %d", r.Searched, r.Total, len(r.Hits), r.Sections)
			}
		}})
		if found(got) != found(want) || reports == 0 {
			t.Errorf("%d reports, and\n got %s\nwant %s", reports, found(got), found(want))
		}
	}
}

// However many posts there are, each is searched, and once.
func TestEachPostIsSearchedOnce(t *testing.T) {
	fsys := fstest.MapFS{}
	for n := 1; n < 70; n++ {
		fsys[fmt.Sprintf("p%d.md", n)] = &fstest.MapFile{Data: []byte("A token.\n")}
		if r := run(t, load(t, fsys), "token", search.Options{}); r.Posts != n || r.Sections != n || r.Searched != n {
			t.Fatalf("of %d posts %d are searched, and %d sections in %d found", n, r.Searched, r.Sections, r.Posts)
		}
	}
}

func TestACancelledSearchEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	q, _ := search.Parse("token")
	if _, err := search.Run(ctx, small(t), q, search.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

// A post that cannot be read any more hides no other, and is told.
func TestAPostThatHasGone(t *testing.T) {
	fsys := fstest.MapFS{
		"a.md": {Data: []byte("token\n")},
		"b.md": {Data: []byte("token\n")},
	}
	c := load(t, fsys)
	delete(fsys, "a.md")
	r := run(t, c, "token", search.Options{})
	if found(r) != "b:1" || r.Unread == nil || !strings.Contains(r.Unread.Error(), `"a"`) {
		t.Errorf("found is %q, the error %v", found(r), r.Unread)
	}
}

func TestOnlyUnreadPosts(t *testing.T) {
	reading := func(slug string) filter.Reading { return filter.Reading{Read: slug == "jwt"} }
	if got := found(run(t, small(t), "is:unread トークン", search.Options{Reading: reading})); got != "ja:8" {
		t.Errorf("unread are %q", got)
	}
	if got := found(run(t, small(t), "is:unread digest", search.Options{Reading: reading})); got != "" {
		t.Errorf("unread are %q", got)
	}
}

func TestWhatDoesNotParseIsAnErrorWithItsPlace(t *testing.T) {
	for query, at := range map[string]int{"token in:body": 6, `a "b`: 2, "jwt tagg:x": 4, "in:": 0} {
		_, err := search.Parse(query)
		var wrong *filter.SyntaxError
		if !errors.As(err, &wrong) || wrong.Offset != at {
			t.Errorf("%s: %v", query, err)
		}
	}
	if q, err := search.ParseTyped(`jwt "refresh tok`, nil); err != nil || found(perform(t, small(t), q)) != "jwt:10" {
		t.Errorf("a phrase that is still typed finds %q, %v", found(perform(t, small(t), q)), err)
	}
	if _, err := filter.Parse("in:code x"); err == nil || !strings.Contains(err.Error(), "search") {
		t.Errorf("in the list, in: is %v", err)
	}
}
