package diagram

import (
	"strings"
)

var (
	aliasConfig = pattern(`"alias"\s*:\s*"([^"]*)"`)
	typeConfig  = pattern(`"?type"?\s*:\s*"?(\w+)`)
	firstLink   = pattern(`"[^"]*"\s*:\s*"([^"]*)"`)
	openEntity  = pattern(`#\w+$`)
	wrapPrefix  = pattern(`^\s*(?:no)?wrap:`)
)

// message reads "API-->>Client: 200".
func (p *sequenceParser) message(st statement) error {
	head, what, _ := strings.Cut(st.text, ":")
	at, token, arrow := p.findArrow(head)
	if at < 0 {
		return st.fault("this is no statement of a sequence diagram; a message is A->>B: TEXT")
	}
	from, to := strings.TrimSpace(head[:at]), strings.TrimSpace(head[at+len(token):])
	s := step{kind: stepMessage, arrow: arrow, text: label(wrapPrefix().ReplaceAllString(what, ""))}
	to, s.arrow.endDot = strings.CutPrefix(to, "()") // connections to the lifeline's middle
	from, s.arrow.startDot = strings.CutSuffix(from, "()")
	switch {
	case strings.HasPrefix(to, "+"):
		s.activate = 1
	case strings.HasPrefix(to, "-"):
		s.activate = -1
	}
	to = strings.TrimSpace(strings.TrimLeft(to, "+-"))
	if strings.TrimSpace(from) == "" || strings.TrimSpace(to) == "" {
		return st.fault("the message lacks a sender or a receiver: write A%sB: TEXT", token)
	}
	s.from, s.to = p.actor(from), p.actor(to)
	if p.number > 0 {
		s.number = p.number
		p.number += p.step
	}
	p.steps = append(p.steps, s)
	return nil
}

// findArrow returns where the arrow of a message begins, -1 if nowhere. A name may hold hyphens, so
// "web-x->>API" is read as a message of web-x: an arrow that is only a hyphen and a letter counts if
// no other follows, or if a participant of that name is known.
func (p *sequenceParser) findArrow(head string) (int, string, arrow) {
	weakAt, weak := -1, 0
	all := arrows()
	for i := range head {
		if !strings.ContainsRune(`-</\`, rune(head[i])) {
			continue
		}
		for n, a := range all {
			if !strings.HasPrefix(head[i:], a.token) {
				continue
			}
			_, known := p.index[strings.TrimSpace(head[:i])]
			if strings.HasSuffix(a.token, "x") && !known {
				if weakAt < 0 {
					weakAt, weak = i, n
				}
				break
			}
			return i, a.token, a.arrow
		}
	}
	if weakAt < 0 {
		return -1, "", arrow{}
	}
	return weakAt, all[weak].token, all[weak].arrow
}

var colour = pattern(`(?i)^(?:(?:rgb|hsl)a?\([^)]*\)|#[0-9a-f]{3,8}|transparent|(?:light|dark|medium)?(?:aqua|black|blue|brown|coral|cyan|gold|gr[ae]y|green|` +
	`lavender|lime|magenta|navy|olive|orange|pink|purple|red|salmon|silver|skyblue|teal|violet|white|yellow))(?:\s|$)`)

// colourEnd returns how much of what stands behind "box" is its colour and not its title. Only the forms
// of the documentation are a colour: transparent, rgb(…), #rrggbb, and the names that are common.
func colourEnd(s string) int { return len(colour().FindString(s)) }
