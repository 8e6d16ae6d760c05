package diagram

import "fmt"

func (s *sequence) sentences() []string {
	var out []string
	asked := map[[2]int]bool{} // who has sent something to whom
	for _, a := range s.actors {
		if a.kind != "" {
			out = append(out, fmt.Sprintf("%s is of the type %s", oneLine(a.label), a.kind))
		}
	}
	for _, st := range s.steps {
		line := ""
		switch st.kind {
		case stepMessage:
			line = s.message(st, asked[[2]int{st.to, st.from}])
			asked[[2]int{st.from, st.to}] = true
		case stepNote:
			where := s.name(st.from)
			if st.from != st.to {
				where = fmt.Sprintf("%s to %s", where, s.name(st.to))
			}
			line = fmt.Sprintf("Note on %s: %s", where, st.text)
		case stepOpen, stepDivide:
			line = joined(spoken(st.word), ": ", st.text)
		case stepClose:
			line = ended(st.word)
		case stepCreate:
			line = s.name(st.from) + " is created"
		case stepDestroy:
			line = s.name(st.from) + " is destroyed"
		}
		if line != "" {
			out = append(out, oneLine(line))
		}
	}
	return out
}

// name is what a participant is called in a sentence.
func (s *sequence) name(i int) string { return oneLine(s.actors[i].label) }

// message says who says what to whom. A dashed arrow is an answer to whom has asked.
func (s *sequence) message(st step, asked bool) string {
	from, to := s.name(st.from), s.name(st.to)
	if st.arrow.backwards() {
		from, to = to, from
	}
	var line string
	switch a := st.arrow; {
	case st.from == st.to:
		line = from + " to itself"
	case a.start != noHead && a.end != noHead:
		line = fmt.Sprintf("%s and %s exchange", from, to)
	case a.end == crossHead:
		line = fmt.Sprintf("%s sends to %s, where it is lost", from, to)
	case a.end == openHead:
		line = fmt.Sprintf("%s sends to %s, without waiting", from, to)
	case a.dashed && asked && !a.backwards():
		line = fmt.Sprintf("%s answers %s", from, to)
	default:
		line = fmt.Sprintf("%s sends to %s", from, to)
	}
	if st.number > 0 {
		line = st.numeral() + ". " + line
	}
	return joined(line, ": ", st.text)
}

// spoken says that a part of the sequence begins.
func spoken(word string) string {
	switch word {
	case "rect":
		return ""
	case "loop":
		return "Again and again"
	case "alt":
		return "Either"
	case "else":
		return "Or else"
	case "opt":
		return "Perhaps"
	case "par":
		return "At the same time"
	case "and":
		return "And at the same time"
	case "critical":
		return "Without interruption"
	case "option":
		return "Or, in the case"
	case "break":
		return "Stop here"
	}
	return capital(word)
}

// ended says that it ends.
func ended(word string) string {
	switch word {
	case "rect":
		return ""
	case "loop":
		return "End of what is repeated"
	case "alt":
		return "End of the alternatives"
	case "opt":
		return "End of what may be left out"
	case "par":
		return "End of what goes on at the same time"
	case "critical":
		return "End of what must not be interrupted"
	case "break":
		return "End of the stop"
	}
	return "End of " + word
}
