package filter

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/similar"
	"github.com/blogtui/blogtui/internal/text"
)

// SyntaxError is a part of a query that cannot be understood. Its message says what to write.
type SyntaxError struct {
	Offset, Length int // the part, in bytes of the query
	Message        string
}

// Error implements error.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("filter, column %d: %s", e.Offset+1, e.Message)
}

// maxMinutes is the largest number of minutes that a query may name: no post takes two years.
const maxMinutes = 1_000_000

// Parse reads a query:
//
//	word "a phrase"                    in title, description or tags
//	tag:a,b  category:x  series:"x y"  one of the names; case does not matter
//	tag:a*                             one that begins so
//	minutes:<10                        or <=, >, >=, = or nothing
//	after:2026-03  before:2026-04-15   the first day of what is named belongs to "after"
//
// Several are all to be true; "-" before a term, not before a word, turns it round. Inside quotes a
// backslash makes the next character an ordinary one. The error is a *SyntaxError.
func Parse(query string) (Filter, error) { return parse(parser{query: query}) }

func parse(p parser) (Filter, error) {
	var f Filter
	err := p.parts(func(t term) { f.terms = append(f.terms, t) }, func(w Word) { f.words = appendWord(f.words, w.Text) })
	if err != nil {
		return Filter{}, err
	}
	return f, nil
}

// parts goes through the whole query and hands over its terms and its words.
func (p *parser) parts(term func(term), word func(Word)) error {
	for p.space(); !p.done(); p.space() {
		start := p.at
		k, not, found, err := p.key()
		if err != nil {
			return err
		}
		if !found {
			quoted := p.next('"')
			w, closed := p.word()
			if !closed && !p.typed {
				return p.failed(start, unclosed)
			}
			word(Word{w, quoted, !closed})
			continue
		}
		t, err := p.term(k, start)
		if err != nil {
			return err
		}
		t.not = not
		term(t)
	}
	return nil
}

const unclosed = `the quote is not closed; write " after the phrase`

// parser reads a query from left to right.
type parser struct {
	query  string
	at     int
	search bool // it asks for what stands in the bodies, so that "in:" is a key
	typed  bool // more may follow, so that a phrase may be open
}

// failed is the error of the part from start to where the parser stands.
func (p *parser) failed(start int, format string, args ...any) *SyntaxError {
	return &SyntaxError{Offset: start, Length: p.at - start, Message: fmt.Sprintf(format, args...)}
}

func (p *parser) done() bool { return p.at == len(p.query) }

// next reports whether the parser stands at c.
func (p *parser) next(c byte) bool { return !p.done() && p.query[p.at] == c }

// space goes past white space.
func (p *parser) space() {
	p.at = len(p.query) - len(strings.TrimLeftFunc(p.query[p.at:], unicode.IsSpace))
}

// run goes to the first white space or byte of stops and returns what it passed.
func (p *parser) run(stops string) string {
	start := p.at
	for _, r := range p.query[start:] {
		if unicode.IsSpace(r) || strings.ContainsRune(stops, r) {
			break
		}
		_, size := utf8.DecodeRuneInString(p.query[p.at:])
		p.at += size
	}
	return p.query[start:p.at]
}

// word goes past one word, or past a phrase in quotes. Without the closing quote it goes to the end.
func (p *parser) word() (word string, closed bool) {
	if !p.next('"') {
		return p.run(""), true
	}
	var b strings.Builder
	for p.at++; !p.done(); p.at++ {
		switch c := p.query[p.at]; {
		case c == '"':
			p.at++
			return b.String(), true
		case c == '\\' && p.at+1 < len(p.query):
			p.at++
			b.WriteByte(p.query[p.at])
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), false
}

// key goes past the key of a term, with its colon and the "-" before it. At a word it stays.
func (p *parser) key() (k key, not, found bool, err error) {
	start := p.at
	rest := strings.TrimPrefix(p.query[start:], "-")
	not = len(rest) < len(p.query)-start
	name := rest[:len(rest)-len(strings.TrimLeftFunc(rest, isLetter))]
	value, colon := strings.CutPrefix(rest[len(name):], ":")
	if colon && name != "" {
		known := p.keys()
		for i, k := range keyNames {
			if strings.EqualFold(k, name) {
				p.at = len(p.query) - len(value)
				if key(i) == inKey && !p.search {
					return 0, false, false, p.failed(start, "in: says where a search finds its words; a list has no bodies to look into")
				}
				return key(i), not, true, nil
			}
		}
		if first, _ := utf8.DecodeRuneInString(value); value != "" && !unicode.IsSpace(first) {
			p.at = len(p.query) - len(value)
			nearest := similar.Rank(name, known, 1)[0]
			return 0, false, false, p.failed(start, "unknown key %s; did you mean %s:? Known are %s; quote what is no term",
				text.Truncate(name, 20), nearest, strings.Join(known, ", "))
		}
	}
	if not && strings.TrimSpace(p.run("")) != "-" {
		word := text.Truncate(text.CleanLine(strings.Trim(p.query[start+1:p.at], `"`)), 20)
		return 0, false, false, p.failed(start, "a word cannot be left out; -tag:%s leaves out a tag, and %s finds the word",
			word, quote("-"+word))
	}
	p.at = start
	return 0, false, false, nil
}

// keys are the names of the keys that the query may have.
func (p *parser) keys() []string {
	if p.search {
		return keyNames[:]
	}
	return keyNames[:inKey]
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// term goes past the value of a term whose key starts at start.
func (p *parser) term(k key, start int) (term, error) {
	switch k {
	case minutesKey:
		return p.minutes(start)
	case afterKey, beforeKey:
		return p.day(k, start)
	case isKey:
		return p.states(k, readingNames[:], start)
	case inKey:
		return p.states(k, placeNames[:], start)
	}
	t := term{key: k}
	for {
		from := p.at
		n, closed := p.name()
		if !closed && !p.typed {
			return term{}, p.failed(from, unclosed)
		}
		if n == (name{}) && p.typed && p.done() && len(t.names) > 0 { // the next name is to come
			return t, nil
		}
		if n == (name{}) {
			return term{}, p.failed(start, "a name is missing; write %s:name, or more with commas between", k)
		}
		t.names = append(t.names, n)
		if p.next(',') {
			p.at++
			continue
		}
		if p.run("") != "" {
			return term{}, p.failed(from, "a name ends here; write a comma or a space after it, and quote a name that holds one")
		}
		return t, nil
	}
}

// name goes past one name of a term.
func (p *parser) name() (n name, closed bool) {
	if p.next('"') {
		n.text, closed = p.word()
		if n.open = p.next(openMark[0]); n.open {
			p.at++
		}
	} else {
		n.text, n.open = strings.CutSuffix(p.run(`,"`), openMark)
		closed = true
	}
	n.text = text.CleanLine(n.text)
	return n, closed
}

// minutes goes past a comparison with a number of minutes.
func (p *parser) minutes(start int) (term, error) {
	value := p.run("")
	number := strings.TrimLeft(value, "<>=")
	t := term{key: minutesKey, than: strings.TrimSuffix(value, number)}
	n, err := strconv.ParseUint(number, 10, 32)
	t.number = int(n)
	switch t.than {
	case "", "<", "<=", ">", ">=":
	case "=":
		t.than = ""
	default:
		err = strconv.ErrSyntax
	}
	if err != nil || n > maxMinutes {
		return term{}, p.failed(start, "write a number of minutes, as minutes:<10 or minutes:>=10")
	}
	return t, nil
}

// day goes past a date, of which a year or a month stands for its first day.
func (p *parser) day(k key, start int) (term, error) {
	t := term{key: k, date: p.run("")}
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if day, err := time.Parse(layout, t.date); err == nil {
			t.day = day
			return t, nil
		}
	}
	return term{}, p.failed(start, "write a date, as %[1]s:2026-03 or %[1]s:2026-03-15", k)
}

// states goes past the value of a term that names some of a few states: "read", or "read,started".
func (p *parser) states(k key, known []string, start int) (term, error) {
	t := term{key: k}
	for _, state := range strings.Split(p.run(""), ",") {
		state = strings.ToLower(state)
		if !slices.Contains(known, state) {
			return term{}, p.failed(start, "write %[1]s:%[2]s or %[1]s:%[3]s", k, strings.Join(known[:len(known)-1], ", "+k.String()+":"), known[len(known)-1])
		}
		t.names = append(t.names, name{text: state})
	}
	return t, nil
}
