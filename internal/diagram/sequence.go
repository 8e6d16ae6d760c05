package diagram

import (
	"fmt"
	"strconv"
)

// sequence is who says what to whom, in the order of time.
type sequence struct {
	actors []*actor
	boxes  []actorBox
	steps  []step
}

// actor is a participant: a column with a lifeline.
type actor struct {
	id, label string
	person    bool
	link      int
	created   bool // appears in the middle, where it is created
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
	number   int    // of a message, 0 for none
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
)

type arrow struct {
	dashed bool
	start  head
	end    head
}

// arrows are the arrows of messages; a longer one stands before those that it contains.
func arrows() []struct {
	token string
	arrow arrow
} {
	return []struct {
		token string
		arrow arrow
	}{
		{"<<-->>", arrow{true, fullHead, fullHead}},
		{"<<->>", arrow{false, fullHead, fullHead}},
		{"-->>", arrow{true, noHead, fullHead}},
		{"--x", arrow{true, noHead, crossHead}},
		{"--)", arrow{true, noHead, openHead}},
		{"-->", arrow{true, noHead, noHead}},
		{"->>", arrow{false, noHead, fullHead}},
		{"-x", arrow{false, noHead, crossHead}},
		{"-)", arrow{false, noHead, openHead}},
		{"->", arrow{false, noHead, noHead}},
	}
}

// caption is what stands on the arrow of a message.
func (s step) caption() string {
	switch {
	case s.number == 0:
		return s.text
	case s.text == "":
		return strconv.Itoa(s.number)
	}
	return fmt.Sprintf("%d. %s", s.number, s.text)
}

// title is what stands on the frame of a fragment, or of its next part.
func (s step) title() string {
	if s.word == "rect" {
		return ""
	}
	return joined(s.word, ": ", s.text)
}

func (s *sequence) sentences() []string {
	var out []string
	name := func(i int) string { return oneLine(s.actors[i].label) }
	for _, st := range s.steps {
		line := ""
		switch st.kind {
		case stepMessage:
			line = s.message(st)
		case stepNote:
			switch {
			case st.side == leftOf:
				line = fmt.Sprintf("Note left of %s: %s", name(st.from), st.text)
			case st.side == rightOf:
				line = fmt.Sprintf("Note right of %s: %s", name(st.from), st.text)
			case st.from == st.to:
				line = fmt.Sprintf("Note over %s: %s", name(st.from), st.text)
			default:
				line = fmt.Sprintf("Note over %s to %s: %s", name(st.from), name(st.to), st.text)
			}
		case stepOpen, stepDivide:
			line = joined(capital(st.word), ": ", st.text)
		case stepClose:
			line = "End of " + st.word
		case stepCreate:
			line = name(st.from) + " is created"
		case stepDestroy:
			line = name(st.from) + " is destroyed"
		}
		if line != "" && (st.kind != stepOpen || st.word != "rect") && (st.kind != stepClose || st.word != "rect") {
			out = append(out, oneLine(line))
		}
	}
	return out
}

// message says who says what to whom.
func (s *sequence) message(st step) string {
	from, to := s.actors[st.from].label, s.actors[st.to].label
	verb := "sends"
	switch {
	case st.arrow.end == crossHead:
		verb = "sends, and loses,"
	case st.arrow.end == openHead:
		verb = "sends, without waiting,"
	case st.arrow.dashed:
		verb = "answers"
	}
	line := fmt.Sprintf("%s %s to %s", from, verb, to)
	switch {
	case st.from == st.to:
		line = from + " does itself"
	case st.arrow.start == fullHead:
		line = fmt.Sprintf("%s and %s exchange", from, to)
	case verb == "answers":
		line = fmt.Sprintf("%s answers %s", from, to)
	}
	return joined(line, ": ", st.caption())
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
