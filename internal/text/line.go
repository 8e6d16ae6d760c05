package text

import "strings"

// Span is a run of text in one style.
type Span struct {
	Text string
	// SGR holds the escape sequences (ECMA-48 SGR) that switch the style on; empty is the terminal's own.
	SGR string
	// Link is the number of the link that the text belongs to, from 1; 0 for none.
	Link int
}

// Line is styled text of one line of the screen.
type Line []Span

const reset = "\x1b[m"

// Plain returns a line of one span without style.
func Plain(s string) Line {
	if s == "" {
		return nil
	}
	return Line{{Text: s}}
}

// Width returns how many cells the line takes.
func (l Line) Width() int {
	n := 0
	for _, s := range l {
		n += Width(s.Text)
	}
	return n
}

// Text returns the line without styles.
func (l Line) Text() string {
	if len(l) == 1 {
		return l[0].Text
	}
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Append writes the line with its escape sequences to b. target returns the address of a link by its
// number, or "" if none may be given to the terminal (OSC 8); it may be nil.
func (l Line) Append(b *strings.Builder, target func(link int) string) {
	for _, s := range l {
		if s.Text == "" {
			continue
		}
		url := ""
		if s.Link > 0 && target != nil {
			url = target(s.Link)
		}
		if url != "" {
			b.WriteString("\x1b]8;;" + url + "\x1b\\")
		}
		if s.SGR != "" {
			b.WriteString(s.SGR)
			b.WriteString(s.Text)
			b.WriteString(reset)
		} else {
			b.WriteString(s.Text)
		}
		if url != "" {
			b.WriteString("\x1b]8;;\x1b\\")
		}
	}
}

// Slice returns the part of the line between two byte offsets of its text, counted over all spans.
func Slice(spans []Span, from, to int) Line {
	var out Line
	at := 0
	for _, s := range spans {
		end := at + len(s.Text)
		if end > from && at < to {
			cut := s
			cut.Text = s.Text[max(from-at, 0) : min(to, end)-at]
			out = append(out, cut)
		}
		if at = end; at >= to {
			break
		}
	}
	return out
}

// Cut returns the cells of the line from column from up to, and without, column to. A wide grapheme
// that a border would halve is replaced by spaces.
func (l Line) Cut(from, to int) Line {
	var out Line
	col := 0
	for _, s := range l {
		w := Width(s.Text)
		if col+w <= from || col >= to {
			col += w
			continue
		}
		cut := s
		cut.Text = cutCells(s.Text, from-col, to-col)
		out = append(out, cut)
		col += w
	}
	return out
}

func cutCells(s string, from, to int) string {
	start := 0
	lead := 0
	if from > 0 {
		start = fit(s, from)
		if skipped := Width(s[:start]); skipped < from && start < len(s) {
			rest := s[start:]
			wide := fit(rest, from-skipped+1) // the halved grapheme
			lead = skipped + Width(rest[:wide]) - from
			start += wide
		}
		from = max(from, 0)
	}
	room := to - max(from, 0) - lead
	rest := s[start:]
	end := fit(rest, room)
	tail := 0
	if end < len(rest) {
		tail = room - Width(rest[:end])
	}
	return strings.Repeat(" ", max(0, lead)) + rest[:end] + strings.Repeat(" ", max(0, tail))
}

// Over returns the line with sgr added to the style of the text between two byte offsets, as a search
// marks what it found.
func (l Line) Over(from, to int, sgr string) Line {
	var size int
	for _, s := range l {
		size += len(s.Text)
	}
	from, to = max(from, 0), min(to, size)
	if from >= to {
		return l
	}
	out := Slice(l, 0, from)
	for _, s := range Slice(l, from, to) {
		s.SGR += sgr
		out = append(out, s)
	}
	return append(out, Slice(l, to, size)...)
}
