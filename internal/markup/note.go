package markup

import (
	"cmp"
	"regexp"
	"strings"
	"sync"
)

// alerts are GitHub's, by the names that themes have for them.
var alerts = map[string]string{
	"NOTE":      " note info notice aside question example todo update notification admonition callout alert primary secondary abstract ",
	"TIP":       " tip hint success check good ",
	"IMPORTANT": " important ",
	"WARNING":   " warning warn attention ",
	"CAUTION":   " caution danger error bug failure fail ",
}

// alertOf returns the alert that a word names, "" if it names none.
func alertOf(word string) string {
	for alert, names := range alerts {
		if word != "" && !strings.ContainsRune(word, ' ') && strings.Contains(names, " "+strings.ToLower(word)+" ") {
			return alert
		}
	}
	return ""
}

// note writes a tag as an alert of GitHub's, whose content is quoted up to the closing tag. The mark of an
// alert has its line to itself; where the tag has not, or says a title, the title is bold before the text.
func (s *scanner) note(t tag, paired bool) {
	said := cmp.Or(t.get("type", "kind", "variant", "level", "style", "status"), t.place(0))
	alert := cmp.Or(alertOf(said), alertOf(t.name), "NOTE")
	title := t.get("title", "heading", "header", "summary")
	if title == "" && alertOf(said) != "" {
		title = t.place(1)
	} else if title == "" && paired {
		title = t.place(0)
	}
	if !paired {
		content := cmp.Or(t.get("content", "text", "message", "body"), t.place(0))
		if s.alone(t.end) && content != "" {
			content = "> " + bold(word(alert)+":") + " " + content
		}
		s.replace(t.end, content)
		return
	}
	s.openNote(t.name, t.end, alert, title)
}

// openNote writes the start of an alert in place of the source up to end.
func (s *scanner) openNote(name string, end int, alert, title string) {
	f := frame{name: strings.ToLower(name), quote: s.fill == 0, indent: s.indent()}
	switch {
	case !f.quote:
		s.drop(end)
	case !s.alone(end):
		s.replace(end, "> "+bold(cmp.Or(title, word(alert))+":")+" ")
	case titled(title) != "" && alertOf(title) != alert:
		s.replace(end, "> [!"+alert+"] "+titled(title)+"  ") // a line of its own
	default:
		s.replace(end, "> [!"+alert+"]")
	}
	s.push(f)
}

// titled writes a title so that it stays on the line of an alert's name.
func titled(title string) string {
	return strings.TrimSpace(strings.NewReplacer("*", "", "\n", " ").Replace(title))
}

// word writes the name of an alert as a word: "Note".
func word(alert string) string { return alert[:1] + strings.ToLower(alert[1:]) }

// indent returns how many blanks stand before s.at on its line, if nothing else does.
func (s *scanner) indent() int {
	before := s.src[s.lineStart:s.at]
	if strings.TrimLeft(string(before), " ") != "" {
		return 0
	}
	return len(before)
}

// speaker returns whose words the content of a tag is, "" if it does not say: <Conv name="Ann" mood="happy">.
func (t tag) speaker() string { return t.get("author", "speaker", "name") }

// quotation writes a tag as a quote, under who said it.
func (s *scanner) quotation(t tag) {
	f := frame{name: strings.ToLower(t.name), quote: s.fill == 0, indent: s.indent()}
	by := cmp.Or(t.speaker(), t.get("by", "source", "cite", "attribution"), t.place(0))
	switch {
	case !f.quote:
		s.drop(t.end)
	case by == "":
		s.replace(t.end, "> ")
	case s.alone(t.end):
		s.replace(t.end, "> *"+escapeText(by)+":*  ")
	default:
		s.replace(t.end, "> *"+escapeText(by)+":* ")
	}
	s.push(f)
}

// containerName is the name of frames that ":::" opened.
const containerName = ":::"

var containerLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^:{3,}\s*\{?\.?([\w-]*)\}?\s*(?:\[([^\]]*)\])?\s*([^{]*)`)
})

// container takes a line ":::": ":::note[Title]" or "::: note Title" opens a container, ":::" closes it.
func (s *scanner) container(line string) {
	m := containerLine().FindStringSubmatch(line)
	end := s.lineEnd(s.at)
	name, title := m[1], strings.TrimSpace(cmp.Or(m[2], strings.TrimRight(m[3], ": ")))
	switch k := kindOf(name); {
	case name == "":
		s.close(tag{name: containerName, end: end})
	case k == note:
		s.copy(s.at + len(s.src[s.at:end]) - len(line)) // the blanks before it
		s.openNote(containerName, end, cmp.Or(alertOf(name), "NOTE"), title)
	case k == heading:
		s.heading(tag{name: containerName, end: end}, true, title)
	default:
		f := frame{name: containerName}
		if title != "" && k == picture {
			f.closer = "*" + escapeText(title) + "*"
		}
		s.drop(end)
		s.push(f)
	}
	s.drop(s.nextLine(s.at))
}
