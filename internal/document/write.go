package document

import (
	"io"
	"strings"

	"github.com/blogtui/blogtui/internal/crash"
)

// Write writes the whole laid-out document, code coloured. Without styles it is plain text: no escape
// sequence at all. It returns the first error of w, or a *crash.Error if the layout fails.
func (l *Layout) Write(w io.Writer, styled bool) (err error) {
	defer crash.Catch(&err)
	for chunk := range inOrder(len(l.doc.chunks), func(k int) string { return l.chunk(k, styled) }) {
		if _, err := io.WriteString(w, chunk); err != nil {
			return err
		}
	}
	return nil
}

// chunk returns a chunk laid out.
func (l *Layout) chunk(k int, styled bool) string {
	own := NewLayout(l.doc, l.opts)
	own.drawer.plain = own.drawer.plain || !styled
	own.folded = l.folded
	p := l.doc.part(k)
	var out strings.Builder
	out.Grow(2 * (l.doc.chunks[k].end - l.doc.chunks[k].start))
	for i := range p.blocks {
		if styled && p.blocks[i].Kind == CodeBlock {
			own.colour[p.base+i] = Colour(p.code[p.blocks[i].Code], l.opts.Styles)
		}
		for _, line := range own.layOut(p.base + i) {
			if styled {
				line.Append(&out, l.doc.Target)
			} else {
				out.WriteString(strings.TrimRight(line.Text(), " "))
			}
			out.WriteByte('\n')
		}
		clear(own.colour)
	}
	return out.String()
}
