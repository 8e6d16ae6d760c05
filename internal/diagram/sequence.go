package diagram

import "strconv"

// sequence is who says what to whom, in the order of time.
type sequence struct {
	actors []*actor
	boxes  []actorBox
	steps  []step
}

// actor is a participant: a column with a lifeline.
type actor struct {
	id, label string
	figure    figure
	kind      string // what it is, if no figure says that
	link      int
	created   bool // appears in the middle, where it is created
}

// figure is how a participant is drawn.
type figure uint8

const (
	boxFigure figure = iota
	personFigure
	cylinderFigure // a database
	queueFigure
)

// shape is the outline of a figure that has one.
func (f figure) shape() shape {
	switch f {
	case cylinderFigure:
		return cylinderShape
	case queueFigure:
		return stadiumShape
	}
	return boxShape
}

// actorBox is a frame round neighbouring participants.
type actorBox struct {
	title       string
	first, last int
}

type stepKind uint8

const (
	stepMessage stepKind = iota
	stepNote
	stepOpen     // a fragment begins
	stepDivide   // its next part begins
	stepClose    // it ends
	stepActivate // actor from
	stepDeactivate
	stepCreate
	stepDestroy
)

// step is one thing that happens.
type step struct {
	kind     stepKind
	from, to int // actors; the first and the last that a note stands over
	text     string
	word     string // of a fragment: loop, alt, else
	number   int    // of a message in hundredths, 0 for none
	arrow    arrow
	side     side
	activate int // 1 if a message activates its receiver, -1 if it ends the activity of its sender
}

// side is where a note stands.
type side uint8

const (
	over side = iota
	leftOf
	rightOf
)

// head is what an arrow ends in.
type head uint8

const (
	noHead head = iota
	fullHead
	crossHead
	openHead
	upperHead // only the half of a head that is over the line
	lowerHead
)

type arrow struct {
	dashed bool
	start  head
	end    head
	// The line begins or ends in the middle of a lifeline, at a connection of several.
	startDot, endDot bool
}

// backwards tells whether the arrow points at who stands first.
func (a arrow) backwards() bool { return a.start != noHead && a.end == noHead }

// arrowToken is an arrow as it is written. What stands in place of the first hyphen has a second one if the
// line is dashed.
type arrowToken struct {
	token string
	arrow arrow
}

// arrows are the arrows of messages; a longer one stands before those that it contains.
func arrows() []arrowToken {
	var all []arrowToken
	for _, a := range []struct {
		before, after string
		start, end    head
	}{
		{"<<", ">>", fullHead, fullHead},
		{"", ">>", noHead, fullHead},
		{"", "x", noHead, crossHead},
		{"", ")", noHead, openHead},
		{"", `|\`, noHead, upperHead},
		{"", "|/", noHead, lowerHead},
		{"", `\\`, noHead, upperHead},
		{"", "//", noHead, lowerHead},
		{"/|", "", upperHead, noHead},
		{`\|`, "", lowerHead, noHead},
		{"//", "", upperHead, noHead},
		{`\\`, "", lowerHead, noHead},
		{"", ">", noHead, noHead},
	} {
		for _, line := range []string{"--", "-"} {
			all = append(all, arrowToken{a.before + line + a.after, arrow{dashed: line == "--", start: a.start, end: a.end}})
		}
	}
	return all
}

// caption is what stands on the arrow of a message.
func (s step) caption() string {
	if s.number == 0 {
		return s.text
	}
	return joined(s.numeral(), pick(s.text == "", "", ". "), s.text)
}

// numeral is the number of a message.
func (s step) numeral() string { return strconv.FormatFloat(float64(s.number)/100, 'f', -1, 64) }

// title is what stands on the frame of a fragment, or of its next part.
func (s step) title() string {
	if s.word == "rect" {
		return ""
	}
	return joined(s.word, ": ", s.text)
}
func joined(a, between, b string) string {
	if b == "" {
		return a
	}
	return a + between + b
}

// capital makes the first letter of a keyword a capital.
func capital(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
