package search

import (
	"bytes"
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/fold"
	"github.com/blogtui/blogtui/internal/text"
)

// term is a word or a phrase that is looked for.
type term struct {
	pieces []piece // of a phrase its words, else one
	runs   []piece // the letters and digits of the pieces: all stand in a source in which the term stands
}

// piece is a run of folded bytes without white space.
type piece struct {
	text        []byte
	lead, trail bool // whether the text before it, and after it, must not be of the same word
	prefix      bool // the word may go on
	plural      bool // an "s" may follow
}

// match is where a term stands in a folded text.
type match struct {
	start, end int
	partial    bool // a word goes on that has been typed in part
}

// newTerm makes a term of a word. The last word of a query is being typed, so its end is open.
func newTerm(w filter.Word, last bool) (term, bool) {
	var t term
	words := bytes.Fields(fold.String(w.Text))
	for _, word := range words {
		p := newPiece(word)
		p.prefix, p.plural = last && (!w.Quoted || w.Open), !w.Quoted
		t.pieces = append(t.pieces, p)
		t.runs = append(t.runs, p.split()...)
	}
	return t, len(words) > 0
}

func newPiece(word []byte) piece {
	first, _ := utf8.DecodeRune(word)
	last, _ := utf8.DecodeLastRune(word)
	return piece{text: word, lead: spaced(first), trail: spaced(last)}
}

// split returns the runs of letters and digits of a piece, or the piece itself if it has none.
func (p piece) split() []piece {
	var runs []piece
	for _, word := range bytes.FieldsFunc(p.text, notInWord) {
		r := newPiece(word)
		if bytes.HasSuffix(p.text, word) {
			r.prefix, r.plural = p.prefix, p.plural
		}
		runs = append(runs, r)
	}
	if len(runs) == 0 {
		runs = append(runs, p)
	}
	return runs
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// unspaced are the scripts that write words without spaces between them, or endings onto them: what is
// looked for in these may stand anywhere.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// spaced reports whether a rune is part of a word that ends at another kind of rune.
func spaced(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	}
	return !notInWord(r) && r != 'ー' && !unicode.In(r, unspaced...)
}

// next returns where the piece stands first from an offset on.
func (p *piece) next(in []byte, from int) (match, bool) {
	for {
		i := bytes.Index(in[from:], p.text)
		if i < 0 {
			return match{}, false
		}
		m := match{start: from + i, end: from + i + len(p.text)}
		from = m.start + 1
		if p.lead {
			if before, _ := utf8.DecodeLastRune(in[:m.start]); spaced(before) {
				continue
			}
		}
		switch {
		case !p.trail || !spacedAt(in, m.end):
			return m, true
		case p.plural && in[m.end] == 's' && !spacedAt(in, m.end+1):
			m.end++
			return m, true
		case p.prefix:
			m.partial = true
			return m, true
		}
	}
}

func spacedAt(in []byte, at int) bool {
	r, _ := utf8.DecodeRune(in[at:])
	return spaced(r)
}

// widestGap is how many bytes may stand between two words of a phrase: "refresh token" is found in
// "refresh_token" and where a line ends between the two.
const widestGap = 12

// gap returns how far from an offset the text holds nothing of a word, and no end of a paragraph.
func gap(in []byte, from int) int {
	at := from
	for at < len(in) && at-from < widestGap {
		r, size := utf8.DecodeRune(in[at:])
		if !notInWord(r) || r == '\n' && at+1 < len(in) && in[at+1] == '\n' {
			break
		}
		at += size
	}
	return at
}

// next returns where the term stands first from an offset on.
func (t *term) next(in []byte, from int) (match, bool) {
	for {
		m, found := t.pieces[0].next(in, from)
		if !found {
			return m, false
		}
		from = m.start + 1
		if m.end, found = t.rest(in, m.end); found {
			return m, true
		}
	}
}

// rest returns where the words of a phrase end that go on at an offset with its second.
func (t *term) rest(in []byte, end int) (int, bool) {
	for i := range t.pieces[1:] {
		p := &t.pieces[1+i]
		last := gap(in, end)
		m, found := p.next(in[:min(len(in), last+len(p.text)+2*utf8.UTFMax)], end)
		if !found || m.start > last {
			return 0, false
		}
		end = m.end
	}
	return end, true
}

// weight is how often the term stands in a text; a word that goes on counts half.
func (t *term) weight(in []byte) float32 {
	var n float32
	for at := 0; ; {
		m, found := t.next(in, at)
		if !found {
			return n
		}
		n++
		if m.partial {
			n -= 0.5
		}
		at = m.end
	}
}

// mayStand reports whether the term may stand in what is read of a source. It looks at the source itself,
// which is quick, and errs only where markup or a character reference divides a word.
func (t *term) mayStand(source []byte) bool {
	for i := range t.runs {
		if _, found := t.runs[i].next(source, 0); !found {
			return false
		}
	}
	return true
}

// merged sorts stretches and joins those that overlap.
func merged(r []text.Range) []text.Range {
	slices.SortFunc(r, func(a, b text.Range) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	out := r[:0]
	for _, next := range r {
		if n := len(out); n > 0 && next.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, next.End)
			continue
		}
		out = append(out, next)
	}
	return out
}
