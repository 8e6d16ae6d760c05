// Package keyboard passes on what is typed, and of what a terminal answers only whole answers.
//
// A terminal answers questions, its own or those of a program that has ended, on the same line as the keys.
// The toolkit knows an answer by its form, unless it comes in pieces: after 50 ms it takes what has come so
// far for keys, and types the rest. Here a piece waits for the others, and one that stays alone is dropped.
package keyboard

import (
	"bytes"
	"io"
	"slices"
	"time"
)

const (
	// patience is how long the rest of an answer is waited for.
	patience = 2 * time.Second
	// together is the time within which the toolkit still joins what comes to an escape before it, with room
	// to spare.
	together = 20 * time.Millisecond
	// longest is the bytes of an answer that is passed on; none that means something here is longer.
	longest = 1 << 10
	// mostPasted is the bytes of one paste that are passed on.
	mostPasted = 1 << 20
)

// The sequences around what is pasted.
const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// Filter is a terminal's line. The zero value is ready.
type Filter struct {
	held   []byte    // an answer whose end has yet to come
	given  bool      // its beginning has been taken for a key, so that the rest must not be passed on
	tail   []byte    // the escape with which the last bytes ended, passed on as a key
	paste  bool      // what comes is pasted
	pasted int       // bytes so far
	last   time.Time // when something came
}

// Next returns what is to be passed on once these bytes have come.
func (f *Filter) Next(in []byte, now time.Time) []byte {
	late := now.Sub(f.last)
	f.last = now
	var out []byte
	if late > patience {
		f.held, f.given = nil, false
		if f.paste { // its end was lost
			f.paste = false
			out = append(out, pasteEnd...)
		}
	}
	b := slices.Concat(f.held, in)
	if f.tail != nil {
		b = f.join(b, late)
	}
	f.held, f.tail = nil, nil
	for len(b) > 0 {
		var passed, rest []byte
		if f.paste {
			passed, rest = f.pass(b)
		} else {
			passed, rest = f.step(b)
		}
		out, b = append(out, passed...), rest
	}
	return out
}

// join puts an escape that was passed on before what follows it, if together they are an answer: nobody
// types those characters at once.
func (f *Filter) join(b []byte, late time.Duration) []byte {
	whole := append(bytes.Clone(f.tail), b...)
	n, state := sequence(whole)
	switch {
	case n < len(f.tail)+2 || !answer(whole[:n]) || late > patience:
		return b
	case state == complete && late < together:
		return b // the toolkit joins them itself
	}
	f.given = true
	return whole
}

// step takes the text up to the next sequence, or that sequence.
func (f *Filter) step(b []byte) (passed, rest []byte) {
	at := bytes.IndexByte(b, 0x1b)
	if at < 0 {
		return b, nil
	}
	if at > 0 {
		return b[:at], b[at:]
	}
	n, state := sequence(b)
	given := f.given
	switch {
	case state == incomplete && n <= 2 && !given: // a key, as far as one can tell
		f.tail = bytes.Clone(b)
		return b, nil
	case state == incomplete && len(b) > longest: // no answer that means something
		f.given = true
		f.held = bytes.Clone(b[:3])
		if b[len(b)-1] == 0x1b {
			f.held = append(f.held, 0x1b)
		}
		return nil, nil
	case state == incomplete:
		f.held = bytes.Clone(b)
		return nil, nil
	}
	f.given = false
	if given || state == broken {
		return nil, b[n:]
	}
	f.paste, f.pasted = string(b[:n]) == pasteStart, 0
	return b[:n], b[n:]
}

// pass passes on what is pasted, up to its end.
func (f *Filter) pass(b []byte) (passed, rest []byte) {
	end := bytes.Index(b, []byte(pasteEnd))
	if end < 0 {
		for n := min(len(pasteEnd)-1, len(b)); n > 0; n-- { // the end may have begun
			if bytes.HasPrefix([]byte(pasteEnd), b[len(b)-n:]) {
				f.held, b = bytes.Clone(b[len(b)-n:]), b[:len(b)-n]
				break
			}
		}
	} else {
		b, rest = b[:end], b[end+len(pasteEnd):]
	}
	passed = b[:min(len(b), mostPasted-f.pasted)]
	f.pasted += len(passed)
	if end >= 0 {
		f.paste = false
		passed = append(bytes.Clone(passed), pasteEnd...)
	}
	return passed, rest
}

// Reader returns a reader of a terminal that passes on what a Filter does. If in is a file, so is the
// reader.
func Reader(in io.Reader) io.Reader {
	r := reader{in: in}
	if f, ok := in.(file); ok {
		return &terminal{file: f, reader: r}
	}
	return &r
}

// file is what the toolkit takes for a terminal.
type file interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

type reader struct {
	in     io.Reader
	filter Filter
	ready  []byte // that did not fit
}

func (r *reader) Read(p []byte) (int, error) {
	var err error
	if len(r.ready) == 0 {
		in := make([]byte, max(len(p)-longest-2*len(pasteEnd), 1)) // with what is held it still fits
		var n int
		n, err = r.in.Read(in)
		r.ready = r.filter.Next(in[:n], time.Now())
	}
	n := copy(p, r.ready)
	r.ready = r.ready[n:]
	return n, err
}

type terminal struct {
	file
	reader reader
}

func (t *terminal) Read(p []byte) (int, error) { return t.reader.Read(p) }
