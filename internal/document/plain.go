package document

import (
	"iter"
	"strings"
	"sync"

	"github.com/blogtui/blogtui/internal/text"
)

// A block of a plain document holds so many lines and bytes at most, so that its layout stays lazy.
const (
	plainLines = 64
	plainBytes = 4 << 10
)

// Plain returns a body as it stands in its source: line by line, without Markdown, links or colours. It is
// what is left to show where parsing or layout fails, and needs neither goldmark nor Glamour nor chroma.
func Plain(title string, body []byte) *Document {
	d := &Document{source: text.Clean(string(body)), title: title, plain: true}
	d.index = sync.OnceValue(func() *index { return &index{complete: true} })
	d.divide([]chunk{{end: len(d.source)}})
	d.first = &part{blocks: plainBlocks(d.source), notes: map[string]int{}}
	d.first.count()
	d.Blocks = d.first.blocks
	d.known.Store(&Contents{notes: d.first.notes})
	return d
}

func plainBlocks(source string) []Block {
	var out []Block
	var lines []string
	start, at, gaps := 0, 0, 0
	end := func() {
		if len(lines) > 0 {
			out = append(out, Block{Start: start, End: at, Runs: []Run{{Text: strings.Join(lines, "\n")}}, gaps: gaps})
			lines, gaps = nil, 0
		}
		start = at
	}
	for piece := range plainPieces(source) {
		if len(lines) == plainLines || at-start+len(piece) > plainBytes {
			end()
		}
		if line := strings.TrimRight(piece, " \t\n"); line != "" {
			lines = append(lines, text.ExpandTabs(line))
		} else {
			end()
			gaps = 1
		}
		at += len(piece)
	}
	end()
	return out
}

// plainPieces are the lines of a text, with their line feeds; long ones in pieces that a block can hold.
func plainPieces(source string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(source) {
			for len(line) > plainBytes {
				n := plainBytes
				if space := strings.LastIndexByte(line[:n], ' '); space > 0 {
					n = space + 1
				}
				for line[n]&0xc0 == 0x80 { // within a character
					n--
				}
				if !yield(line[:n]) {
					return
				}
				line = line[n:]
			}
			if line != "" && !yield(line) {
				return
			}
		}
	}
}

// AsPlain returns the document as Plain makes it.
func (d *Document) AsPlain() *Document { return Plain(d.title, []byte(d.source)) }

// IsPlain tells whether Plain made the document.
func (d *Document) IsPlain() bool { return d.plain }
