package document

import (
	"strings"
	"unicode"
)

// The anchors of a footnote and of the first place that names it, before the name.
const (
	noteAnchor   = "fn:"
	markerAnchor = "fnref:"
)

// Anchor returns the block that a link names with "#anchor", as written or in another case: a heading, a
// footnote (#fn:NAME) or where the text names that (#fnref:NAME). In a document that Open divided it finds
// nothing as long as the contents are not known.
func (d *Document) Anchor(anchor string) (block int, found bool) {
	known := d.Known()
	if known == nil {
		return 0, false
	}
	if name, ok := strings.CutPrefix(anchor, noteAnchor); ok {
		block, found = known.notes[name]
		return block, found
	}
	if name, ok := strings.CutPrefix(anchor, markerAnchor); ok {
		for _, l := range known.Links {
			if l.Target == "#"+noteAnchor+name {
				return l.Block, true
			}
		}
	}
	block = -1
	bare := BareAnchor(anchor)
	for _, h := range known.Headings {
		if h.ID == anchor {
			return h.Block, true
		}
		if block < 0 && bare != "" && BareAnchor(h.ID) == bare {
			block = h.Block
		}
	}
	return max(block, 0), block >= 0
}

// BareAnchor is an anchor with nothing but its letters and digits, without case. Two anchors that have one are
// the same: engines write hyphens in the place of other characters than GitHub does. Of an anchor with none it is "".
func BareAnchor(anchor string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, anchor)
}

// Note returns the block of a footnote by its name.
func (d *Document) Note(name string) (block int, found bool) { return d.Anchor(noteAnchor + name) }

// Link returns the line on which link n (from 1) begins.
func (l *Layout) Link(n int) Cursor {
	block := l.doc.Link(n).Block
	for i, line := range l.Lines(block) {
		for _, span := range line.Line {
			if span.Link == n {
				return Cursor{block, i}
			}
		}
	}
	return l.Start(block)
}
