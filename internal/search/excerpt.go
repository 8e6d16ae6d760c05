package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// The sizes of an excerpt, in bytes: how far apart words may stand of which as many as possible are to be
// shown, how much is shown before the first, and how much in all.
const (
	together    = 160
	lead        = 48
	excerptSize = 320
)

// window is a part of a passage in which several terms stand.
type window struct {
	start    int // of the first
	distinct int // terms
}

// excerpt returns what a section says where the terms stand, or its beginning if they stand in its heading
// alone; the line of the body from which that comes; and whether it is code.
func (w *excerpter) excerpt(s post.Section) (excerpt string, line int, code bool) {
	read := &w.reader
	prose, inProse := w.densest(&read.Prose, filter.InProse)
	program, inCode := w.densest(&read.Code, filter.InCode)
	switch {
	case inProse.distinct == 0 && inCode.distinct == 0:
		if strings.TrimSpace(prose) == "" {
			return cutLines(program, 0), s.Line, program != ""
		}
		return cutOut(prose, 0), s.Line, false
	case 2*inProse.distinct >= inCode.distinct: // prose says more of a section
		return cutOut(prose, inProse.start), read.Prose.Line(inProse.start), false
	}
	return cutLines(program, inCode.start), read.Code.Line(inCode.start), true
}

// densest returns the text of a passage and the part of it in which most terms stand close together, the first
// of equals.
func (w *excerpter) densest(p *post.Passage, in filter.Place) (string, window) {
	s := string(p.Text)
	if !w.asked.In(in) {
		return s, window{}
	}
	t := &w.text
	t.Set(s)
	type found struct{ start, end, term int }
	var all []found
	for i := range w.terms {
		for at := 0; ; {
			m, ok := w.terms[i].next(t.Bytes, at)
			if !ok {
				break
			}
			all = append(all, found{m.start, m.end, i})
			at = m.end
		}
	}
	slices.SortFunc(all, func(a, b found) int { return a.start - b.start })
	var best window
	count, distinct, last := make([]int, len(w.terms)), 0, 0
	for i, first := range all {
		for ; last < len(all) && all[last].end-first.start <= together; last++ {
			if count[all[last].term]++; count[all[last].term] == 1 {
				distinct++
			}
		}
		if last == i { // longer than any window
			return s, window{t.Origin(first.start), 1}
		}
		if distinct > best.distinct {
			best = window{t.Origin(first.start), distinct}
		}
		if count[first.term]--; count[first.term] == 0 {
			distinct--
		}
	}
	return s, best
}

// cutOut returns the text around a place as one clean line, from the start of its sentence if that is near,
// with an ellipsis where it begins or ends within a paragraph.
func cutOut(s string, at int) string {
	paragraph := strings.LastIndex(s[:at], "\n\n") + 1
	start := paragraph
	if at-start > lead {
		start = at - lead
		for _, stop := range []string{". ", "。", "! ", "? ", ".\n"} {
			if i := strings.LastIndex(s[start:at], stop); i >= 0 {
				start = start + i + len(stop)
				paragraph = start // a sentence begins: nothing is missing
			}
		}
		if start > paragraph {
			start = wordEdge(s, start, at)
		}
	}
	end := min(len(s), start+excerptSize)
	if i := strings.Index(s[at:end], "\n\n"); i >= 0 && at+i-start > lead {
		end = at + i
	}
	out := text.CleanLine(s[start:end])
	if end == start+excerptSize && end < len(s) {
		out = text.CleanLine(s[start:lastEdge(s, at, end)]) + "…"
	}
	if start > paragraph {
		out = "…" + out
	}
	return out
}

// cutLines returns the line of code around a place and those after it as one clean line, in which a mark
// stands where each ends.
func cutLines(s string, at int) string {
	start := strings.LastIndexByte(s[:at], '\n') + 1
	if at-start > together-lead { // a long line
		start = wordEdge(s, at-lead, at)
	}
	var lines []string
	size := 0
	for line := range strings.Lines(s[start:]) {
		if line = text.CleanLine(line[:lastEdge(line, 0, min(len(line), excerptSize))]); line != "" {
			lines = append(lines, line)
		}
		if size += len(line); size >= together {
			break
		}
	}
	return strings.Join(lines, " · ")
}

// wordEdge returns the start of the first word from an offset on and before another; in a script without
// spaces that of a rune.
func wordEdge(s string, from, to int) int {
	if i := strings.IndexAny(s[from:to], " \n"); i >= 0 {
		return from + i + 1
	}
	for from < to && !utf8.RuneStart(s[from]) {
		from++
	}
	return from
}

// lastEdge returns the end of the last word that ends before an offset and after another, or that of a rune.
func lastEdge(s string, from, to int) int {
	if to == len(s) {
		return to
	}
	if i := strings.LastIndexAny(s[from:to], " \n"); i > 0 {
		return from + i
	}
	for to > from && !utf8.RuneStart(s[to]) {
		to--
	}
	return to
}
