package document

import (
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// NoteOf returns the name of the footnote that a link leads to; false if it leads elsewhere, or to none that is known.
func (d *Document) NoteOf(link *Link) (name string, ok bool) {
	if link == nil {
		return "", false
	}
	if name, ok = strings.CutPrefix(link.Target, "#"+noteAnchor); ok {
		_, ok = d.Note(name)
	}
	return name, ok
}

// noteBlocks returns the blocks of a footnote: from the first to before the last.
func (d *Document) noteBlocks(name string) (from, to int) {
	from, to = d.Known().notes[name], d.Last()+1
	for _, other := range d.Known().notes {
		if other > from {
			to = min(to, other)
		}
	}
	return from, to
}

// ShowNote shows a footnote under the block that names it, or no longer. It stays in the list at the end, too.
func (l *Layout) ShowNote(block int, name string, shown bool) {
	if l.NoteShown(block, name) == shown {
		return
	}
	names := l.notes[block]
	if shown {
		names = append(names, name)
		slices.SortFunc(names, func(a, b string) int { return l.doc.Known().notes[a] - l.doc.Known().notes[b] })
	} else {
		names = slices.DeleteFunc(names, func(n string) bool { return n == name })
	}
	l.notes[block] = names
	l.lines.drop(block)
}

// NoteShown tells whether a footnote is shown under a block.
func (l *Layout) NoteShown(block int, name string) bool { return slices.Contains(l.notes[block], name) }

// noteBar stands before the lines of a footnote under the block that names it.
const noteBar = "│ "

// notesUnder returns the lines of the footnotes that are shown under a block, to follow its own. They count as its last
// one: what they say stands at the end of the document.
func (l *Layout) notesUnder(block int, own []Line) []Line {
	if len(l.notes[block]) == 0 || len(own) == 0 {
		return nil
	}
	m, limit := l.opts.Styles.Markup, l.opts.Width-min(l.opts.Width, 10)
	bar := append(prefix(l.doc.Block(block).rest, limit, m), text.Span{Text: noteBar, SGR: m.Rule})
	if w := bar.Width(); w > limit {
		bar = bar.Cut(w-limit, w)
	}
	var out []Line
	for _, name := range l.notes[block] {
		from, to := l.doc.noteBlocks(name)
		for i := from; i < to; i++ {
			for _, line := range l.lay(i, bar) {
				if i == from && line.Offset < 0 {
					continue // blank, from what stands above it at the end
				}
				line.Offset, line.Parts = own[len(own)-1].Offset, nil
				out = append(out, line)
			}
		}
	}
	return out
}
