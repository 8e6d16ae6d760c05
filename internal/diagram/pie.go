package diagram

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// pie is a whole in parts, drawn as bars: cells are no good for circles.
type pie struct {
	slices []slice
	sum    float64
	values bool // the numbers are shown beside the shares
}

type slice struct {
	label string
	value float64
	text  string // the value as it stands in the source
}

var pieSlice = pattern(`^(?:"([^"]*)"|'([^']*)'|([^:"']+?))\s*:\s*(\+?[\d.]+(?:[eE][+-]?\d+)?)\s*$`)

// parsePie reads a pie chart (https://mermaid.js.org/syntax/pie.html).
func parsePie(src *source) (drawing, error) {
	p := &pie{}
	for _, st := range src.lines {
		line := strings.TrimSpace(uncommented(st.text))
		if rest, ok := strings.CutPrefix(line, "showData"); ok {
			p.values = true
			line = strings.TrimSpace(rest)
		}
		if line == "" {
			continue
		}
		if first, rest := word(line); first == "title" {
			src.setTitle(rest)
			continue
		}
		m := pieSlice().FindStringSubmatch(line)
		if m == nil {
			return nil, st.fault(`a part is written "Label" : 42`)
		}
		value, err := strconv.ParseFloat(m[4], 64)
		if err != nil || value < 0 || value > 1e15 {
			return nil, st.fault("%s is no number that can be drawn", m[4])
		}
		p.slices = append(p.slices, slice{oneLine(label(m[1] + m[2] + m[3])), value, m[4]})
		p.sum += value
		if len(p.slices) > maxParts {
			return nil, st.fault("more than %d parts cannot be drawn", maxParts)
		}
	}
	if len(p.slices) == 0 {
		return nil, &SyntaxError{Line: src.first, Statement: src.kind, Reason: `there is nothing in the diagram: add a part, such as "Label" : 42`}
	}
	return p, nil
}

// share returns the share of a part in percent, as text.
func (p *pie) share(s slice) string {
	if p.sum == 0 {
		return "0.0 %"
	}
	return fmt.Sprintf("%.1f %%", 100*s.value/p.sum)
}

const longestBar, shortestBar = 40, 4

func (p *pie) draw(width int) (picture, error) {
	labels, shares, values := 0, 0, 0
	most := 0.0
	for _, s := range p.slices {
		labels = max(labels, text.Width(s.label))
		shares = max(shares, len(p.share(s)))
		values = max(values, len(s.text))
		most = max(most, s.value)
	}
	if !p.values {
		values = -2
	}
	numbers := shares + 3 + values
	labels = min(labels, 30)
	least := 0
	for _, s := range p.slices {
		least = max(least, longestWord(s.label))
	}
	for bar := longestBar; bar >= shortestBar; bar-- {
		if room := width - bar - 2 - numbers; room >= labels || bar <= 16 && room >= least {
			return picture{cells: p.bars(min(room, labels), bar, shares, most)}, nil
		}
	}
	if bar := min(width-numbers-2, longestBar); bar >= shortestBar {
		return picture{cells: p.stacked(width, bar, shares, most)}, nil
	}
	return picture{}, &WidthError{Width: width, Needs: 2 + numbers + shortestBar}
}

// bars draws a row for each part: label, bar, share and value.
func (p *pie) bars(labels, bar, shares int, most float64) *grid {
	g := &grid{}
	y := 0
	for _, s := range p.slices {
		name := wrapAt(s.label, max(labels, 1))
		for i, line := range name {
			g.write(0, y+i, line, roleText, 0)
		}
		p.row(g, s, point{labels + 2, y}, bar, shares, most)
		y += max(1, len(name))
	}
	return g
}

// stacked draws each label above its bar, where there is no room beside it.
func (p *pie) stacked(width, bar, shares int, most float64) *grid {
	g := &grid{}
	y := 0
	for _, s := range p.slices {
		for _, line := range wrapAt(s.label, width) {
			g.write(0, y, line, roleText, 0)
			y++
		}
		p.row(g, s, point{2, y}, bar, shares, most)
		y++
	}
	return g
}

// row draws the bar of a part, its share and its value.
func (p *pie) row(g *grid, s slice, at point, bar, shares int, most float64) {
	g.bar(at.x, at.y, bar, s.value/max(most, math.SmallestNonzeroFloat64), roleBar)
	x := at.x + bar + 1
	g.write(x, at.y, fmt.Sprintf("%*s", shares, p.share(s)), roleLabel, 0)
	if p.values {
		g.write(x+shares+2, at.y, s.text, roleLabel, 0)
	}
}

// bar draws a bar that fills a part of so many cells, to an eighth of a cell.
func (g *grid) bar(x, y, cells int, part float64, r role) {
	eighths := int(part*float64(8*cells) + 0.5)
	if part > 0 {
		eighths = max(eighths, 1)
	}
	for ; eighths >= 8; eighths -= 8 {
		g.write(x, y, "█", r, 0)
		x++
	}
	if eighths > 0 {
		g.write(x, y, [...]string{"▏", "▎", "▍", "▌", "▋", "▊", "▉"}[eighths-1], r, 0)
	}
}

func (p *pie) sentences() []string {
	var out []string
	for _, s := range p.slices {
		out = append(out, fmt.Sprintf("%s: %s (%s)", s.label, s.text, p.share(s)))
	}
	return out
}
