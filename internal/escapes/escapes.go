// Package escapes tells what a stream of bytes would make a terminal do. The tests of every way out of the
// program use it to prove that nothing which a post brings along is ever obeyed: only what the program
// itself may send gets through.
package escapes

import (
	"encoding/base64"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/text"
)

// Way is a way out of the program.
type Way int

// The ways.
const (
	Plain  Way = iota // to a pipe: text alone
	Styled            // to a terminal, line by line: colours and links
	Screen            // to a terminal that is drawn on
)

// Violations returns what of a stream breaks the policy of a way, in order; none is as it must be.
//
// Text may have line feeds and tabs, and no character that a terminal could obey or that disguises text. Styled output may have SGR
// sequences and hyperlinks (OSC 8) to addresses that text.SafeURL admits. A screen may have the sequences
// with which it is drawn and set up, a clean title (OSC 2), questions for colours, and a clean copy (OSC 52).
func Violations(stream []byte, way Way) []string {
	var out []string
	s := string(stream)
	run := 0   // where the text since the last sequence starts
	marks := 0 // on the base before it: colours and links do not part them
	text := func(end int) {
		var bad string
		if bad, marks = unclean(s[run:end], way, marks); bad != "" {
			out = append(out, bad)
		}
	}
	for i := 0; i < len(s); {
		if s[i] != 0x1b {
			i++
			continue
		}
		text(i)
		sequence := next(s[i:])
		if why := forbidden(sequence, way); why != "" {
			out = append(out, fmt.Sprintf("%s: %.80q", why, sequence))
		}
		i += len(sequence)
		run = i
		if !strings.HasSuffix(sequence, "m") && !strings.HasPrefix(sequence, "\x1b]8;") {
			marks = 0
		}
	}
	text(len(s))
	return out
}

// maxMarks is how many combining marks may stand on one base.
const maxMarks = 8

// unclean names the first thing in a run of text that must not be there, after so many marks on the last
// base, and returns how many there are at its end. It does not ask text.Clean, which is what it checks.
func unclean(s string, way Way, marks int) (bad string, after int) {
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		switch {
		case bad != "", r == '\n', r == '\t', way == Screen && (r == '\r' || r == '\b'):
		case r == utf8.RuneError && size == 1, harmful(r):
			bad = fmt.Sprintf("the character %U in %.60q", r, s[max(0, i-20):])
		case marks > maxMarks:
			bad = fmt.Sprintf("too many marks in %.60q", s[max(0, i-20):])
		}
	}
	return bad, marks
}

// harmful tells the characters that a terminal could obey, or that turn, hide or disguise text: C0, DEL and
// C1, bidirectional embeddings, overrides and isolates (UAX 9), annotation, the byte order mark, tags.
func harmful(r rune) bool {
	return r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r >= 0x202a && r <= 0x202e ||
		r >= 0x2066 && r <= 0x2069 || r >= 0xfff9 && r <= 0xfffb || r == 0xfeff || r >= 0xe0000 && r <= 0xe007f
}

// next returns the escape sequence at the start of s (ECMA-48, section 5), as a terminal would read it:
// strings go up to their terminator, and to the end if they have none.
func next(s string) string {
	if len(s) < 2 {
		return s
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			if s[i] >= 0x40 && s[i] <= 0x7e || s[i] < 0x20 {
				return s[:i+1]
			}
		}
		return s
	case ']', 'P', 'X', '^', '_':
		for i := 2; i < len(s); i++ {
			if s[i] == 0x07 && s[1] == ']' {
				return s[:i+1]
			}
			if s[i] == 0x1b && i+1 < len(s) && s[i+1] == '\\' {
				return s[:i+2]
			}
		}
		return s
	}
	for i := 1; i < len(s); i++ {
		if s[i] >= 0x30 && s[i] <= 0x7e || s[i] < 0x20 {
			return s[:i+1]
		}
	}
	return s
}

// forbidden says why a sequence must not be sent on a way, "" if it may.
func forbidden(sequence string, way Way) string {
	switch {
	case way == Plain:
		return "an escape sequence"
	case strings.HasPrefix(sequence, "\x1b[") && strings.HasSuffix(sequence, "m") && onlyDigits(sequence[2:len(sequence)-1]):
		return ""
	case strings.HasPrefix(sequence, "\x1b]8;"):
		return link(sequence)
	case way == Styled:
		return "an escape sequence that is neither colour nor link"
	case strings.HasPrefix(sequence, "\x1b["):
		return control(sequence)
	case strings.HasPrefix(sequence, "\x1b]"):
		return command(sequence)
	case sequence == "\x1bP+q" || strings.HasPrefix(sequence, "\x1bP+q") && onlyHex(strings.TrimSuffix(sequence[4:], "\x1b\\")):
		return "" // asks for a capability
	case sequence == "\x1bM", sequence == "\x1b7", sequence == "\x1b8", sequence == "\x1bH":
		return ""
	}
	return "an unknown escape sequence"
}

func onlyDigits(s string) bool { return strings.Trim(s, "0123456789;:") == "" }

func onlyHex(s string) bool { return strings.Trim(s, "0123456789abcdefABCDEF;") == "" }

// link checks a hyperlink: its address, and that its parameters are an identifier at most.
func link(sequence string) string {
	body := strings.TrimSuffix(strings.TrimSuffix(sequence[4:], "\x07"), "\x1b\\")
	params, address, _ := strings.Cut(body, ";")
	switch {
	case body+"\x07" != sequence[4:] && body+"\x1b\\" != sequence[4:]:
		return "a hyperlink without an end"
	case address != "" && !text.SafeURL(address):
		return "a hyperlink to an address that is not safe"
	case strings.Trim(params, "=0123456789abcdefghijklmnopqrstuvwxyz") != "":
		return "a hyperlink with odd parameters"
	}
	return ""
}

// control checks a control sequence of a screen: moving, erasing, scrolling, modes, questions.
func control(sequence string) string {
	final := sequence[len(sequence)-1]
	params := sequence[2 : len(sequence)-1]
	switch {
	case strings.IndexByte("ABCDEFGHIZJKLMPSTX@`abdefghlmnpqrtucg", final) < 0:
		return "an unknown control sequence"
	case final == 't' && params != "":
		return "a command to the window"
	case final == 'n' && strings.Trim(params, "?0123456789") != "",
		final == 'i':
		return "an unknown question"
	case strings.Trim(params, "0123456789;:?><=$ !") != "":
		return "odd parameters"
	}
	return ""
}

// command checks an operating system command of a screen: the title, colours, the clipboard.
func command(sequence string) string {
	body := strings.TrimSuffix(strings.TrimSuffix(sequence[2:], "\x07"), "\x1b\\")
	if body == sequence[2:] {
		return "a command without an end"
	}
	number, data, _ := strings.Cut(body, ";")
	switch number {
	case "0", "2":
		if bad, _ := unclean(data, Plain, 0); bad != "" || strings.ContainsAny(data, "\n\t") {
			return "a title that is not clean"
		}
		return ""
	case "4", "10", "11", "12", "104", "110", "111", "112":
		if strings.Trim(data, "?#0123456789abcdefABCDEF;rg:/") == "" {
			return ""
		}
		return "an odd colour"
	case "52":
		_, payload, _ := strings.Cut(data, ";")
		copied, err := base64.StdEncoding.DecodeString(payload)
		if err != nil {
			return "an odd copy"
		}
		if bad, _ := unclean(string(copied), Plain, 0); bad != "" {
			return "a copy that is not clean"
		}
		return ""
	}
	return "an unknown command"
}
