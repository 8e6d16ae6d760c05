package catalog

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"time"

	"github.com/blogtui/blogtui/internal/post"
)

// Known are posts of a blog that need not be read to be listed, by file. The blog that is built into the program
// has them beside its posts, so that a start costs what is shown and not what could be.
type Known map[string]known

// known is all that there is to know of a post that has no other fields than these.
type known struct {
	File        string    `json:"file"`
	Size        int64     `json:"size"` // of the file in bytes: with another one the post has been changed, and is read
	Title       string    `json:"title"`
	Description string    `json:"description"`
	Category    string    `json:"category,omitempty"`
	Series      string    `json:"series,omitempty"`
	Part        int       `json:"part,omitempty"`
	Tags        []string  `json:"tags,omitempty"`
	Date        time.Time `json:"date,omitzero"`
	Weight      int       `json:"weight,omitempty"`
	Requires    []string  `json:"requires,omitempty"`
	BodyLine    int       `json:"bodyLine"`
	Words       int       `json:"words"`
	Sum         uint32    `json:"sum"`
}

func knownOf(file string, size int64, p *post.Post) known {
	return known{
		file, size, p.Title, p.Description, p.Category, p.Series, p.Part, p.Tags, p.Date, p.Weight, p.Requires,
		p.BodyLine, p.Words, p.Sum,
	}
}

// post returns a post of its own for each blog that lists it.
func (k known) post() *post.Post {
	return &post.Post{
		Meta: post.Meta{
			Title: k.Title, Description: k.Description, Category: k.Category, Series: k.Series, Part: k.Part,
			Tags: k.Tags, Date: k.Date, Weight: k.Weight, Requires: k.Requires,
		},
		Slug: post.Slug(k.File), Path: k.File, BodyLine: k.BodyLine, Words: k.Words, Sum: k.Sum,
	}
}

// ParseKnown reads what WriteKnown has written.
func ParseKnown(lines []byte) (Known, error) {
	all := make(Known)
	for d := json.NewDecoder(bytes.NewReader(lines)); d.More(); {
		var k known
		if err := d.Decode(&k); err != nil {
			return nil, fmt.Errorf("read the index of the posts: %w", err)
		}
		all[k.File] = k
	}
	return all, nil
}

// WriteKnown returns what is to be known of the posts in files, a line of JSON for each.
func WriteKnown(fsys fs.FS, files []string) ([]byte, error) {
	var b bytes.Buffer
	for _, file := range files {
		source, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, fmt.Errorf("write the index of the posts: %w", err)
		}
		p, _ := post.Parse(file, source)
		if err := json.NewEncoder(&b).Encode(knownOf(file, int64(len(source)), p)); err != nil {
			return nil, fmt.Errorf("write the index of the posts: %s: %w", file, err)
		}
	}
	return b.Bytes(), nil
}

// known returns what is known of a file, nil if it is to be read.
func (l *loading) known(file string) *post.Post {
	k, ok := l.Known[file]
	if !ok {
		return nil
	}
	if info, err := fs.Stat(l.fsys, file); err != nil || info.Size() != k.Size {
		return nil
	}
	return k.post()
}
