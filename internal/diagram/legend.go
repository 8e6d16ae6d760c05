package diagram

import (
	"fmt"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// legend holds the labels that had no room in a drawing and stand below it, by number.
type legend struct {
	labels []string
}

// add returns the sign that stands in the drawing for a label.
func (l *legend) add(label string) string {
	for i, known := range l.labels {
		if known == label {
			return sign(i)
		}
	}
	l.labels = append(l.labels, label)
	return sign(len(l.labels) - 1)
}

// signWidth is the width of text that is not replaced by a sign, since nothing would be won.
const signWidth = 4

func sign(i int) string { return fmt.Sprintf("(%d)", i+1) }

// lines returns the legend, separated from the drawing by an empty line.
func (l legend) lines(width int, o Options) []text.Line {
	if len(l.labels) == 0 {
		return nil
	}
	lines := []text.Line{nil}
	indent := len(sign(len(l.labels)-1)) + 1
	for i, label := range l.labels {
		for n, part := range wrapAt(oneLine(label), max(1, width-indent)) {
			lead := strings.Repeat(" ", indent)
			if n == 0 {
				lead = text.Pad(sign(i), indent)
			}
			lines = append(lines, text.Line{{Text: lead, SGR: o.Styles.Label}, {Text: part, SGR: o.Styles.Legend}})
		}
	}
	return lines
}
