package history

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// version is that of the file's form.
const version = 1

// MaxSize is the largest file that is read, in bytes: some tens of thousands of posts.
const MaxSize = 32 << 20

// The file is one JSON object: {"version": 1, "posts": [{"blog": …, "slug": …, …}, …]}. The posts are a
// list so that one cut short can be read up to the cut.
type record struct {
	Blog string `json:"blog,omitempty"`
	Slug string `json:"slug"`
	Entry
}

// errFuture means that a later blogtui wrote the file.
var errFuture = errors.New("it was written by a later blogtui")

// encode returns the bytes of the file.
func encode(h History) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\"version\":%d,\"posts\":[", version)
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i, k := range h.keys() {
		b.WriteString([]string{"\n", ","}[min(i, 1)])
		if err := e.Encode(record{k.Blog, k.Slug, h[k]}); err != nil {
			return nil, fmt.Errorf("history of %s: %w", k.Slug, err)
		}
	}
	b.WriteString("]}\n")
	return b.Bytes(), nil
}

// decode reads the bytes of the file. What could be read is returned even if there is an error: the posts
// before the place where the file is broken, or all that this version understands of a later one. A post
// that makes no sense is left out, and is an error too.
func decode(r io.Reader) (History, error) {
	d := json.NewDecoder(r)
	h := make(History)
	if err := expect(d, json.Delim('{')); err != nil {
		return h, err
	}
	var bad error
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return h, err
		}
		switch name {
		case "version":
			var v int
			if err := d.Decode(&v); err != nil {
				return h, err
			}
			if v > version {
				bad = errFuture
			}
		case "posts":
			if err := h.decodePosts(d); err != nil {
				return h, err
			}
		default:
			var skipped json.RawMessage
			if err := d.Decode(&skipped); err != nil {
				return h, err
			}
		}
	}
	if err := expect(d, json.Delim('}')); err != nil {
		return h, err
	}
	return h, bad
}

func (h History) decodePosts(d *json.Decoder) error {
	if err := expect(d, json.Delim('[')); err != nil {
		return err
	}
	var bad error
	for d.More() {
		var r record
		err := d.Decode(&r)
		var wrongType *json.UnmarshalTypeError
		switch {
		case errors.As(err, &wrongType):
			bad = err // the value was read to its end: go on with the next
			continue
		case err != nil:
			return err
		case r.Slug == "":
			bad = errors.New("a post without a slug")
			continue
		}
		k := Key{r.Blog, r.Slug}
		h[k] = h[k].Merge(r.sound())
	}
	if err := expect(d, json.Delim(']')); err != nil {
		return err
	}
	return bad
}

// sound returns the entry with every number in its range.
func (e Entry) sound() Entry {
	e.Progress.Percent = max(0, min(e.Progress.Percent, 100))
	e.Progress.Place = e.Progress.Place.sound()
	for k, m := range e.Marks {
		m.Place = m.Place.sound()
		e.Marks[k] = m
	}
	return e
}

func (p Place) sound() Place {
	p.Index, p.Offset = max(p.Index, 0), max(p.Offset, 0)
	return p
}

func expect(d *json.Decoder, want json.Delim) error {
	t, err := d.Token()
	switch {
	case errors.Is(err, io.EOF):
		return io.ErrUnexpectedEOF
	case err != nil:
		return err
	case t != want:
		return fmt.Errorf("byte %d: %q where %q belongs", d.InputOffset(), fmt.Sprint(t), want.String())
	}
	return nil
}
