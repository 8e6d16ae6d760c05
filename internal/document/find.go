package document

import (
	"context"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/text"
)

// Match is a place where what is looked for stands: the bytes from From to To of the text of a block.
type Match struct{ Block, From, To int }

// Text returns what is read of a block, to which the offsets of matches and positions refer: the words
// without their Markdown, the code, or the cells of a table with a line feed after each.
func (d *Document) Text(block int) string {
	p := d.part(d.chunkOf(block))
	return p.text(&p.blocks[block-p.base])
}

func (p *part) text(b *Block) string {
	switch {
	case b.Kind == CodeBlock:
		return p.code[b.Code].Text
	case b.Kind == TableBlock:
		var cells strings.Builder
		for _, row := range b.Table.Rows {
			for _, cell := range row {
				cells.WriteString(plain(cell))
				cells.WriteByte('\n')
			}
		}
		return cells.String()
	case len(b.Runs) == 1:
		return b.Runs[0].Text
	}
	return plain(b.Runs)
}

// pattern is what is looked for. One without capital letters matches in any case.
type pattern struct {
	text    string
	anyCase bool
}

func newPattern(s string) pattern {
	if strings.ContainsFunc(s, unicode.IsUpper) {
		return pattern{s, false}
	}
	return pattern{fold(s), true}
}

// in goes through the places of a passage where the pattern stands.
func (p pattern) in(in passage) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		s := in.text
		if p.anyCase {
			s = fold(s)
		}
		if in.kind != CodeBlock && in.kind != TableBlock { // a hard line break is a space to who reads
			s = strings.ReplaceAll(s, "\n", " ")
		}
		for at := 0; ; {
			n := strings.Index(s[at:], p.text)
			if n < 0 {
				return
			}
			from, to := whole(in.text, at, at+n, at+n+len(p.text))
			if !yield(Match{in.block, from, to}) {
				return
			}
			at = to
		}
	}
}

// matches goes through the places of a chunk where a pattern stands, in their order, until ctx ends.
func (d *Document) matches(ctx context.Context, p pattern, chunk int) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		for _, in := range d.digest(chunk).passages {
			if ctx.Err() != nil {
				return
			}
			for m := range p.in(in) {
				if !yield(m) {
					return
				}
			}
		}
	}
}

// Find returns all places where a pattern stands in what is read, in their order, or nil if ctx ends first.
// A pattern without capital letters matches in any case. It takes milliseconds for a megabyte, and some
// tens of them where that is read for the first time: not for the user interface's own loop.
func (d *Document) Find(ctx context.Context, what string) []Match {
	if what == "" {
		return nil
	}
	p := newPattern(what)
	var out []Match
	for matches := range inOrder(len(d.chunks), func(k int) []Match { return slices.Collect(d.matches(ctx, p, k)) }) {
		if ctx.Err() != nil {
			return nil
		}
		out = append(out, matches...)
	}
	return out
}

// FindFirst returns the first of the matches of Find at or behind a place or, if there is none up to the end,
// the first of all. It reads no more than it must, and has found nothing if ctx ends first.
func (d *Document) FindFirst(ctx context.Context, what string, from Position) (found Match, ok bool) {
	if what == "" {
		return Match{}, false
	}
	p := newPattern(what)
	start := d.chunkOf(from.Block)
	first := func(step int) []Match { // of a chunk; the one with the place comes again at the end, as a whole
		for m := range d.matches(ctx, p, (start+step)%len(d.chunks)) {
			if step > 0 || !m.before(from) {
				return []Match{m}
			}
		}
		return nil
	}
	for matches := range inOrder(len(d.chunks)+1, first) {
		if ctx.Err() != nil {
			break
		}
		if len(matches) > 0 {
			return matches[0], true
		}
	}
	return Match{}, false
}

func (m Match) before(p Position) bool {
	return m.Block < p.Block || m.Block == p.Block && m.From < p.Offset
}

// fold writes s in lower case, every character in as many bytes as it had, so that places stay the same.
func fold(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	return strings.Map(func(r rune) rune {
		lower := unicode.ToLower(r)
		if lower != r && utf8.RuneLen(lower) != utf8.RuneLen(r) {
			return r
		}
		return lower
	}, s)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// whole widens a stretch of s to whole graphemes: nothing that is drawn in one cell is marked by half. At since,
// before the stretch, a grapheme begins: text without spaces is not gone through again for each match in it.
func whole(s string, since, from, to int) (int, int) {
	if (to == len(s) || s[to] < utf8.RuneSelf) && s[from] < utf8.RuneSelf {
		return from, to
	}
	// A grapheme never holds a space or a line feed beside something else.
	at := since + strings.LastIndexAny(s[since:from], " \n") + 1
	start := at
	for at < to {
		if at <= from {
			start = at
		}
		at += len(text.FirstGrapheme(s[at:]))
	}
	return start, at
}

// Find returns the line on which a match begins.
func (l *Layout) Find(m Match) Cursor {
	for i, line := range l.Lines(m.Block) {
		if len(line.Marks(m.From, m.To)) > 0 {
			return Cursor{m.Block, i}
		}
	}
	return l.Start(m.Block)
}
