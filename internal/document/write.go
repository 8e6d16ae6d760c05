package document

import (
	"io"
	"runtime"
	"strings"

	"github.com/blogtui/blogtui/internal/crash"
)

// Write writes the whole laid-out document, code coloured. Without styles it is plain text: no escape
// sequence at all. It returns the first error of w, or a *crash.Error if the layout fails.
func (l *Layout) Write(w io.Writer, styled bool) error {
	stop := make(chan struct{})
	defer close(stop)
	for c := range l.written(styled, stop) {
		if err := <-c.done; err != nil {
			return err
		}
		if _, err := io.WriteString(w, c.text); err != nil {
			return err
		}
	}
	return nil
}

// writing is a chunk that is being laid out: its text is there when it is done.
type writing struct {
	text string
	done chan error
}

// written lays the chunks out, some at a time, and delivers them in their order.
func (l *Layout) written(styled bool, stop <-chan struct{}) <-chan *writing {
	out := make(chan *writing, runtime.GOMAXPROCS(0)-1) // and one that waits, and one that is written
	crash.Go(func() error {
		defer close(out)
		for k := range l.doc.chunks {
			c := &writing{done: make(chan error, 1)}
			select {
			case out <- c:
			case <-stop:
				return nil
			}
			crash.Go(func() error {
				err := crash.Try(func() error { c.text = l.chunk(k, styled); return nil })
				c.done <- err
				return err
			})
		}
		return nil
	})
	return out
}

// chunk returns a chunk laid out.
func (l *Layout) chunk(k int, styled bool) string {
	own := NewLayout(l.doc, l.opts)
	own.drawer.plain = own.drawer.plain || !styled
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
