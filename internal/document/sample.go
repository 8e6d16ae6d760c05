package document

import (
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// look is what decides how a run of a paragraph is drawn.
type look struct {
	mark Mark
	link bool
}

// sample is how Glamour has drawn a run of one look: what it puts around the text, and the text's style.
type sample struct {
	before, after []text.Span
	sgr           string
	known         bool // false: it has changed the text itself, which only Glamour can
}

// sampleText has what a style could change: letters of both cases, a space.
const sampleText = "a Bc"

// drawLike draws the runs of a paragraph as Glamour has drawn others of their looks. It is a hundred times
// faster than to let it draw each.
func (d *drawer) drawLike(runs []Run) (out []text.Span, ok bool) {
	for i, r := range runs {
		s := d.sample(look{r.Mark & (CodeSpan | Emph | Strong | Strike), r.Link > 0})
		if !s.known {
			return nil, false
		}
		at := len(out)
		out = append(append(append(out, s.before...), text.Span{Text: r.Text, SGR: s.sgr}), s.after...)
		for ; at < len(out); at++ {
			out[at] = d.span(out[at].Text, out[at].SGR, i, runs)
		}
	}
	return out, true
}

func (d *drawer) sample(l look) sample {
	s, drawn := d.samples[l]
	if !drawn {
		s = d.drawSample(l)
		d.samples[l] = s
	}
	return s
}

func (d *drawer) drawSample(l look) sample {
	run := Run{Text: sampleText, Mark: l.mark}
	if l.link {
		run.Link = 1
	}
	drawn, ok := d.glamourDraws([]Run{run}, 0)
	if !ok {
		return sample{}
	}
	for i, span := range drawn {
		before, after, found := strings.Cut(span.Text, sampleText)
		if !found {
			continue
		}
		s := sample{sgr: span.SGR, known: true}
		s.before = slices.Concat(drawn[:i], styled(before, span.SGR))
		s.after = slices.Concat(styled(after, span.SGR), drawn[i+1:])
		return s
	}
	return sample{}
}

func styled(s, sgr string) []text.Span {
	if s == "" {
		return nil
	}
	return []text.Span{{Text: s, SGR: sgr}}
}
