package keyboard

import "bytes"

// state tells how a sequence ends.
type state int

const (
	incomplete state = iota // with more to come
	complete
	broken // where it must not
)

// sequence measures the escape sequence (ECMA-48, section 5) at the start of b, which starts with ESC: a
// control sequence, or a string up to its terminator. Of a broken one it measures what must not be typed.
func sequence(b []byte) (int, state) {
	if len(b) < 2 {
		return len(b), incomplete
	}
	switch b[1] {
	case '[':
		return control(b)
	case ']', 'P', 'X', '^', '_':
		return text(b)
	}
	return 1, complete // a key with Alt, or the key Esc
}

func control(b []byte) (int, state) {
	for i := 2; i < len(b); i++ {
		switch c := b[i]; {
		case c >= 0x40 && c <= 0x7e:
			return i + 1, complete
		case c < 0x20 || c > 0x7e:
			return i, broken
		}
	}
	return len(b), incomplete
}

func text(b []byte) (int, state) {
	for i := 2; i < len(b); i++ {
		switch c := b[i]; {
		case c == 0x07:
			return i + 1, complete
		case c == 0x1b && i+1 == len(b):
			return len(b), incomplete
		case c == 0x1b && b[i+1] == '\\':
			return i + 2, complete
		case c < 0x20:
			return i, broken
		}
	}
	return len(b), incomplete
}

// answer tells an answer from keys that were typed after an escape: a number, or a mark of what is private,
// follows its opening.
func answer(sequence []byte) bool {
	return len(sequence) > 2 && bytes.IndexByte([]byte("0123456789?>=<!"), sequence[2]) >= 0
}
