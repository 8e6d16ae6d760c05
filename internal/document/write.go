package document

import (
	"io"
	"strings"
)

// Write writes the whole laid-out document, code coloured, a block at a time. Without styles it is plain
// text: no escape sequence at all. It returns the first error of w.
func (l *Layout) Write(w io.Writer, styled bool) error {
	for i := range l.doc.Blocks {
		b := &l.doc.Blocks[i]
		if styled && b.Kind == CodeBlock {
			l.SetColour(i, Colour(l.doc.Code[b.Code], l.opts.Styles))
		}
		var out strings.Builder
		for _, line := range l.Lines(i) {
			if styled {
				line.Append(&out, l.doc.Target)
			} else {
				out.WriteString(strings.TrimRight(line.Text(), " "))
			}
			out.WriteByte('\n')
		}
		l.lines[i] = nil // written, and not needed again
		if _, err := io.WriteString(w, out.String()); err != nil {
			return err
		}
	}
	return nil
}
