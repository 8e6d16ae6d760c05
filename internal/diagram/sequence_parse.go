package diagram

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// sequenceParser reads a sequence diagram (https://mermaid.js.org/syntax/sequenceDiagram.html).
type sequenceParser struct {
	*sequence
	source *source
	index  map[string]int // actors by id
	open   []openBlock    // fragments and boxes that no end has closed yet
	number int            // of the next message in hundredths, 0 if none are numbered
	step   int            // from number to number
}

// openBlock is a fragment or, with the word "box", a group of participants.
type openBlock struct {
	word string
	at   statement
}

func parseSequence(src *source) (drawing, error) {
	p := &sequenceParser{sequence: &sequence{}, source: src, index: map[string]int{}}
	for _, line := range src.lines {
		for _, st := range statements(line) {
			if err := p.statement(st); err != nil {
				return nil, err
			}
			if len(p.steps) > maxParts || len(p.actors) > maxParts {
				return nil, st.fault("more than %d steps cannot be drawn: split the diagram", maxParts)
			}
		}
	}
	if len(p.open) > 0 {
		b := p.open[len(p.open)-1]
		return nil, b.at.fault("nothing ends this %s: add end", b.word)
	}
	if len(p.actors) == 0 {
		return nil, &SyntaxError{Line: src.first, Statement: src.kind, Reason: "there is nobody in the diagram: add a participant or a message"}
	}
	return p.sequence, nil
}

// statements cuts a line at the semicolons that end a statement: not those of entities, such as #9829;, nor
// those behind which no statement stands.
func statements(line statement) []statement {
	var all []statement
	rest, from := line.text, 0
	add := func(text string) {
		if text = strings.TrimSpace(strings.TrimRight(text, "; \t")); text != "" {
			all = append(all, statement{line.line, text})
		}
	}
	for at, b := range []byte(rest) {
		if b != ';' || openEntity().MatchString(rest[max(from, at-longestEntity):at]) {
			continue
		}
		next, _, _ := strings.Cut(rest[at+1:], ";")
		if next = strings.TrimSpace(next); next != "" && beginsStatement(next) {
			add(rest[from:at])
			from = at + 1
		}
	}
	add(rest[from:])
	return all
}

// longestEntity bounds the length of the name of an entity.
const longestEntity = 32

// beginsStatement tells whether text behind a semicolon reads as a statement: what could be prose is none.
func beginsStatement(text string) bool {
	first, rest := word(text)
	switch first {
	case "participant", "activate", "deactivate":
		return rest != "" && !strings.Contains(rest, " ")
	case "end":
		return rest == ""
	}
	return strings.Contains(text, "->") || strings.Contains(text, "-)")
}

func (p *sequenceParser) statement(st statement) error {
	first, rest := word(st.text)
	if strings.EqualFold(first, "note") {
		return p.note(st, rest)
	}
	switch first {
	case "participant", "actor":
		_, err := p.declare(st, first, rest)
		return err
	case "create":
		kind, who := word(rest)
		if kind != "participant" && kind != "actor" {
			kind, who = "participant", rest
		}
		i, err := p.declare(st, kind, who)
		if err != nil {
			return err
		}
		if p.takesPart(i) { // it is there already: in another part of an alternative, say
			return nil
		}
		p.actors[i].created = true
		p.steps = append(p.steps, step{kind: stepCreate, from: i})
		return nil
	case "destroy", "activate", "deactivate":
		if rest == "" {
			return st.fault("it names nobody: write a participant behind %s", first)
		}
		kind := map[string]stepKind{"destroy": stepDestroy, "activate": stepActivate, "deactivate": stepDeactivate}[first]
		p.steps = append(p.steps, step{kind: kind, from: p.actor(rest)})
		return nil
	case "autonumber":
		return p.autonumber(st, rest)
	case "loop", "alt", "opt", "par", "par_over", "critical", "break", "rect", "box":
		p.begin(st, first, rest)
		return nil
	case "else", "and", "option":
		return p.divide(st, first, rest)
	case "end":
		return p.end(st)
	case "title", "title:":
		p.source.setTitle(strings.TrimPrefix(rest, ":"))
		return nil
	case "properties", "details":
		return nil
	case "links":
		return p.links(st, rest)
	case "link":
		return p.link(st, rest)
	}
	return p.message(st)
}

// takesPart tells whether there is anything of a participant yet.
func (p *sequenceParser) takesPart(i int) bool {
	return slices.ContainsFunc(p.steps, func(s step) bool {
		switch s.kind {
		case stepMessage, stepNote:
			return s.from == i || s.to == i
		case stepCreate, stepDestroy, stepActivate, stepDeactivate:
			return s.from == i
		}
		return false
	})
}

// declare reads "API as The API" and the form with "@{…}" behind the name.
func (p *sequenceParser) declare(st statement, kind, rest string) (int, error) {
	id, name, aliased := strings.Cut(rest, " as ")
	id, config, _ := strings.Cut(id, "@{")
	id = strings.TrimSpace(id)
	if id == "" {
		return 0, st.fault("the %s has no name", kind)
	}
	i := p.actor(id)
	a := p.actors[i]
	if kind == "actor" {
		a.figure = personFigure
	}
	if aliased {
		a.label = label(name)
	} else if m := aliasConfig().FindStringSubmatch(config); m != nil {
		a.label = label(m[1])
	}
	if m := typeConfig().FindStringSubmatch(config); m != nil && kind != "actor" {
		a.become(m[1])
	}
	return i, nil
}

// become makes a participant of a type: a figure if there is one for it, else a box that says what it is.
func (a *actor) become(kind string) {
	switch kind {
	case "participant":
	case "actor":
		a.figure = personFigure
	case "database":
		a.figure = cylinderFigure
	case "queue":
		a.figure = queueFigure
	default:
		a.kind = label(kind)
	}
}

// actor returns the participant of a name, which it makes if there is none.
func (p *sequenceParser) actor(id string) int {
	id = strings.TrimSpace(id)
	if i, ok := p.index[id]; ok {
		return i
	}
	i := len(p.actors)
	p.index[id] = i
	p.actors = append(p.actors, &actor{id: id, label: label(id)})
	if n := len(p.open); n > 0 && p.open[n-1].word == "box" {
		p.boxes[len(p.boxes)-1].last = i
	}
	return i
}

func (p *sequenceParser) autonumber(st statement, rest string) error {
	p.number, p.step = 100, 100
	fields := strings.Fields(rest)
	if slices.Equal(fields, []string{"off"}) {
		p.number = 0
		return nil
	}
	for i, f := range fields {
		number, err := strconv.ParseFloat(f, 64)
		if err != nil || i > 1 || number < 0 || number > 1e6 || number != number {
			return st.fault("write autonumber, autonumber off, or autonumber with a first number and a step")
		}
		n := int(math.Round(100 * number))
		if i == 0 {
			p.number = n
		} else {
			p.step = n
		}
	}
	return nil
}

func (p *sequenceParser) begin(st statement, first, rest string) {
	p.open = append(p.open, openBlock{first, st})
	switch first {
	case "box":
		title := rest
		if end := colourEnd(rest); end > 0 {
			title = rest[end:]
		}
		p.boxes = append(p.boxes, actorBox{label(title), len(p.actors), len(p.actors) - 1})
	case "rect":
		p.steps = append(p.steps, step{kind: stepOpen, word: first}) // all it says is a colour
	default:
		p.steps = append(p.steps, step{kind: stepOpen, word: strings.TrimSuffix(first, "_over"), text: label(rest)})
	}
}

func (p *sequenceParser) divide(st statement, first, rest string) error {
	parent := map[string]string{"else": "alt", "and": "par", "option": "critical"}[first]
	if n := len(p.open); n == 0 || strings.TrimSuffix(p.open[n-1].word, "_over") != parent {
		return st.fault("%s belongs into %s, which is not open here", first, parent)
	}
	p.steps = append(p.steps, step{kind: stepDivide, word: first, text: label(rest)})
	return nil
}

func (p *sequenceParser) end(st statement) error {
	n := len(p.open)
	if n == 0 {
		return st.fault("there is nothing to end here")
	}
	if b := p.open[n-1]; b.word != "box" {
		p.steps = append(p.steps, step{kind: stepClose, word: strings.TrimSuffix(b.word, "_over")})
	}
	p.open = p.open[:n-1]
	return nil
}

// note reads what stands behind "note": "right of API: text", "over API,DB: text".
func (p *sequenceParser) note(st statement, rest string) error {
	where, what, ok := strings.Cut(rest, ":")
	if !ok {
		return st.fault("the note has no text: write note over NAME: TEXT")
	}
	s := step{kind: stepNote, text: label(what)}
	lower := strings.ToLower(where)
	switch {
	case strings.HasPrefix(lower, "left of "):
		s.side, where = leftOf, where[len("left of "):]
	case strings.HasPrefix(lower, "right of "):
		s.side, where = rightOf, where[len("right of "):]
	case strings.HasPrefix(lower, "over "):
		where = where[len("over "):]
	default:
		return st.fault("a note stands left of, right of or over a participant")
	}
	first, last, several := strings.Cut(where, ",")
	s.from = p.actor(first)
	s.to = s.from
	if several && s.side == over {
		s.to = p.actor(last)
	}
	s.from, s.to = min(s.from, s.to), max(s.from, s.to)
	p.steps = append(p.steps, s)
	return nil
}

// link reads "API: Dashboard @ https://example.org"; the first address of a participant is its link.
func (p *sequenceParser) link(st statement, rest string) error {
	who, what, ok := strings.Cut(rest, ":")
	_, address, at := strings.Cut(what, "@")
	if !ok || !at {
		return st.fault("write link NAME: LABEL @ ADDRESS")
	}
	if a := p.actors[p.actor(who)]; a.link == 0 {
		a.link = p.source.link(strings.TrimSpace(address))
	}
	return nil
}

// links reads "API: {"Dashboard": "https://example.org"}", which is link for several at once.
func (p *sequenceParser) links(st statement, rest string) error {
	who, what, _ := strings.Cut(rest, ":")
	m := firstLink().FindStringSubmatch(what)
	if m == nil {
		return st.fault(`write links NAME: {"LABEL": "ADDRESS"}`)
	}
	if a := p.actors[p.actor(who)]; a.link == 0 {
		a.link = p.source.link(m[1])
	}
	return nil
}
