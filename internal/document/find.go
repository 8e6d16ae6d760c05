package document

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
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

// passage is the text of a block as it is searched.
type passage struct {
	block int
	kind  Kind
	text  string
}

// passages returns the text of the blocks. What stands in the source as it is read shares its memory.
func (p *part) passages(source string) []passage {
	out := make([]passage, len(p.blocks))
	for i := range p.blocks {
		b := &p.blocks[i]
		text := p.text(b)
		if n := strings.Index(source[b.Start:max(b.Start, b.End)], text); n >= 0 {
			text = source[b.Start+n:][:len(text)]
		}
		out[i] = passage{p.base + i, b.Kind, text}
	}
	return out
}

// passages returns the text of all blocks, or nil if ctx ends first. A document that Open divided keeps
// them with its contents, not to be parsed anew for every letter that is typed.
func (d *Document) passages(ctx context.Context) []passage {
	if d.whole() {
		return d.first.passages(d.source)
	}
	if c := d.Contents(ctx); c != nil {
		return c.passages
	}
	return nil
}

// Find returns all places where pattern stands in what is read, in their order, or nil if ctx ends first.
// A pattern without capital letters matches in any case. It takes milliseconds for a megabyte: not for
// the user interface's own loop.
func (d *Document) Find(ctx context.Context, pattern string) []Match {
	if pattern == "" {
		return nil
	}
	anyCase := !strings.ContainsFunc(pattern, unicode.IsUpper)
	if anyCase {
		pattern = fold(pattern)
	}
	var out []Match
	for _, p := range d.passages(ctx) {
		if ctx.Err() != nil {
			return nil
		}
		s := p.text
		in := s
		if anyCase {
			in = fold(in)
		}
		if p.kind != CodeBlock && p.kind != TableBlock { // a hard line break is a space to who reads
			in = strings.ReplaceAll(in, "\n", " ")
		}
		for at := 0; ; {
			n := strings.Index(in[at:], pattern)
			if n < 0 {
				break
			}
			from, to := whole(s, at+n, at+n+len(pattern))
			out = append(out, Match{p.block, from, to})
			at = to
		}
	}
	return out
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

// whole widens a stretch of s to whole graphemes: nothing that is drawn in one cell is marked by half.
func whole(s string, from, to int) (int, int) {
	if (to == len(s) || s[to] < utf8.RuneSelf) && s[from] < utf8.RuneSelf {
		return from, to
	}
	// A grapheme never holds a space or a line feed beside something else.
	at := strings.LastIndexAny(s[:from], " \n") + 1
	start, state := at, -1
	for at < to {
		var g string
		g, _, _, state = uniseg.FirstGraphemeClusterInString(s[at:], state)
		if at <= from {
			start = at
		}
		at += len(g)
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
