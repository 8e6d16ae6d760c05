package tui_test

import (
	"context"
	"fmt"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// large returns a program over a blog of n posts, with its list on the screen.
func large(b *testing.B, n int) *tui.Model {
	b.Helper()
	fsys := fstest.MapFS{}
	topics := []string{"engines", "tokens", "queues", "caches", "types", "layouts", "agents"}
	for i := range n {
		front := fmt.Sprintf("---\ntitle: \"Post %d on %s and %s\"\ncategory: Tutorial\ntags: [%s, tag-%d]\nseries: Series %d\npart: %d\ndate: 2026-%02d-%02d\n"+
			"description: A description of some words that is as long as descriptions are, more or less, of number %d.\n---\nWords.\n",
			i, topics[i%7], topics[i%5], topics[i%7], i%300, i/8, 1+i%8, 1+i%12, 1+i%28, i)
		fsys[fmt.Sprintf("post-%05d.md", i)] = &fstest.MapFile{Data: []byte(front)}
	}
	o := tui.Options{Theme: named("dark"), Load: func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, fsys) }}
	m := tui.New(o)
	settle(m, tea.WindowSizeMsg{Width: 120, Height: 40})
	settle(m, m.Init()())
	return m
}

// A key in the filter box, up to the frame that shows what it has left: letters of words and of a term, and
// the backspaces that take them away.
func BenchmarkFilterKeyToFrame(b *testing.B) {
	for _, query := range []string{"engine", "tag:tok"} {
		for _, n := range []int{62, 10_000} {
			b.Run(fmt.Sprintf("%s/posts=%d", query, n), func(b *testing.B) {
				m := large(b, n)
				m.Update(tuitest.Key("/"))
				var keys []tea.KeyPressMsg
				for _, r := range query {
					keys = append(keys, tuitest.Key(string(r)))
				}
				for range query {
					keys = append(keys, tuitest.Key("backspace"))
				}
				for i := 0; b.Loop(); i++ {
					m.Update(keys[i%len(keys)])
					_ = m.View()
				}
			})
		}
	}
}
