package document

import (
	"io"
	"runtime"
	"strings"
)

// Write writes the whole laid-out document, code coloured. Without styles it is plain text: no escape
// sequence at all. It returns the first error of w.
func (l *Layout) Write(w io.Writer, styled bool) error {
	stop := make(chan struct{})
	defer close(stop)
	for chunk := range l.written(styled, stop) {
		if _, err := io.WriteString(w, <-chunk); err != nil {
			return err
		}
	}
	return nil
}

// written lays the chunks out, some at a time, and delivers them in their order.
func (l *Layout) written(styled bool, stop <-chan struct{}) <-chan chan string {
	out := make(chan chan string, runtime.GOMAXPROCS(0)-1) // and one that waits, and one that is written
	go func() {
		defer close(out)
		for k := range l.doc.chunks {
			chunk := make(chan string, 1)
			select {
			case out <- chunk:
			case <-stop:
				return
			}
			go func() { chunk <- l.chunk(k, styled) }()
		}
	}()
	return out
}

// chunk returns a chunk laid out.
func (l *Layout) chunk(k int, styled bool) string {
	own := NewLayout(l.doc, l.opts)
	own.drawer.plain = !styled
	own.folded = l.folded
	var out strings.Builder
	p := l.doc.part(k)
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
