package linear_test

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/linear"
)

const first = `---
title: First
date: 2026-01-02
category: Tutorial
series: S
part: 1
tags: [go, web]
description: What the first is about.
---
Words before all headings, with [a link](second.md), [one within](#how) and [one out](https://example.com).

## Why

- one
- two
  1. nested
- [x] a task

> Quoted.

` + "```go title=\"main.go\"\nx := 1\n```\n\n## How\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> [!WARNING]\n> Careful.\n\n```mermaid\nsequenceDiagram\nClient->>API: POST /token\n```\n"

func blog(t *testing.T) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Load(t.Context(), fstest.MapFS{
		"first.md":  {Data: []byte(first)},
		"second.md": {Data: []byte("---\ntitle: Second\ndate: 2026-01-01\nseries: S\npart: 2\ntags: [go]\n---\nThe second.\n")},
		"third.md":  {Data: []byte("---\ntitle: \"Third \\e[31m\"\ndate: 2025-01-01\n---\nThe &#27;[2Jthird.\n")},
		"_index.md": {Data: []byte("---\ntitle: A Blog\n---\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func now() time.Time { return time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC) }

func talk(t *testing.T, store *history.Store, lines ...string) string {
	t.Helper()
	var out strings.Builder
	err := linear.Run(t.Context(), linear.Options{
		Catalog: blog(t), History: store, Now: now, In: strings.NewReader(strings.Join(lines, "\n") + "\n"), Out: &out,
	})
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(out.String(), "\x1b\r") || strings.ContainsAny(out.String(), "│─┌•") {
		t.Errorf("what is said has escapes or boxes: %q", out.String())
	}
	return out.String()
}

// in checks that the sentences are said, in that order.
func in(t *testing.T, said string, sentences ...string) {
	t.Helper()
	rest := said
	for _, s := range sentences {
		_, after, ok := strings.Cut(rest, s)
		if !ok {
			t.Fatalf("%q is not said, or not in this place:\n%s", s, said)
		}
		rest = after
	}
}

func TestAPostIsReadAloud(t *testing.T) {
	said := talk(t, nil, "1", "", "", "q", "q")
	in(t, said, "A Blog. 3 posts", "1. Tutorial: First, 1 minute, part 1 of 2 of S.", "List> ",
		"2 sections.", "Words before all headings",
		"Post> ", "Heading level 2: Why", "- one", "- two", "1. nested", "Done: a task", "Quote: Quoted.",
		"Code, go, file main.go, 1 line:\nx := 1\nEnd of code.",
		"Heading level 2: How", "Table, 2 columns, 1 row:", "Row 1. a: 1; b: 2.", "End of table.", "Warning:", "Careful.",
		"Diagram:", "Client sends to API: POST /token", "End of diagram.", "End of the post.", "Type n for the next one: Second")
}

func TestTheListIsFiltered(t *testing.T) {
	in(t, talk(t, nil, "t", "t web", "/", "/second", "/ minutes:<x", "/", "/tag:w", "/tag:zz", "/", "c Tutorial", "o title", "d 1", "7", "zap", "h"),
		"go, 2 posts.", "Posts 1 to 1 of 1, filtered by tag:web.", "Posts 1 to 3 of 3.",
		"Posts 1 to 1 of 1, filtered by second.", "1. Second", "That filter cannot be read", "Posts 1 to 3 of 3.",
		"Posts 1 to 1 of 1, filtered by tag:w*.", "No post matches", "Posts 1 to 3 of 3.", "1. Tutorial: First",
		"What the first is about.", "Tags: go, web.", "Of 2 January 2026.", "There is no post 7", "There is no command zap", "q leaves.")
}

func TestLinksAreFollowed(t *testing.T) {
	in(t, talk(t, nil, "1", "l", "l 3", "l 2", "b", "b", "b", "l 1"),
		"1. a link, to second.md.", "It leads to https://example.com.", "Heading level 2: How", "Heading level 2: Why",
		"This is the beginning.", "Second, 1 minute", "The second.")
	in(t, talk(t, nil, "1", "n"), "Second, 1 minute")
	in(t, talk(t, nil, "1", "/ careful", "/ nowhere", "g 1", "g x", "g 9", "o"),
		"Heading level 2: How", "That is not in this post.", "Heading level 2: Why", "Which section?", "This is the end.", "1. Level 2: Why, 1 minute, read, you are here.")
}

func TestWhatWasReadIsRemembered(t *testing.T) {
	store := history.NewStore(filepath.Join(t.TempDir(), "history.json"), now)
	in(t, talk(t, store, "1", "", "s", "q", "x 2"), "Post> ", "starred", "Second, 1 minute, part 2 of 2 of S, read.")
	said := talk(t, store, "r", "")
	in(t, said, "To continue: First, ", "Type r to go on.", "percent read, starred.", "You were at ", "Heading level 2: How", "End of the post.")
	in(t, talk(t, store, "r"), "Tutorial: First, 1 minute, part 1 of 2 of S, read, starred.", "There is no post to go on with.")
}

func TestWhatIsForeignIsHarmless(t *testing.T) {
	in(t, talk(t, nil, "3"), "Third ␛[31m", "The ␛[2Jthird.")
}

func TestTheConversationEndsWithItsInputOrItsContext(t *testing.T) {
	if err := linear.Run(t.Context(), linear.Options{Catalog: blog(t), Now: now, In: strings.NewReader("1"), Out: io.Discard}); err != nil {
		t.Errorf("at the end of the input: %v", err)
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	over := errors.New("over")
	cancel(over)
	in, _ := io.Pipe()
	if err := linear.Run(ctx, linear.Options{Catalog: blog(t), Now: now, In: in, Out: io.Discard}); !errors.Is(err, over) {
		t.Errorf("when its context ends: %v", err)
	}
}

func TestSearchingWithoutScreens(t *testing.T) {
	out := talk(t, nil, "search post /tok", "1", "q", "search xylophone", "q")
	for _, want := range []string{
		"Found 1 section in 1 post.", "1. First, section How, 1 minute.", "Search> ", "Heading level 2: How", "Careful.", "Nothing was found.",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said in\n%s", want, out)
		}
	}
	if strings.Contains(out, "Heading level 2: Why") {
		t.Errorf("reading has not begun where the words stand:\n%s", out)
	}
	out = talk(t, nil, "1", "search second", "1", "q", "q", "search in:x", "search", "search the", "9", "n", "p", "zzz", "h", "q", "q", "q")
	for _, want := range []string{
		"1. Second, at the beginning, 1 minute.", "The second.", "You are back in Tutorial: First", "from character 1: write in:title", "What is to be found?",
		"There is no section 9", "That was the last section.", "These are the first sections.", "There is no command zzz", "A number reads the post",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said in\n%s", want, out)
		}
	}
}
