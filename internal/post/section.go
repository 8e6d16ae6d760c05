package post

import (
	"bytes"
	"sort"

	"github.com/blogtui/blogtui/internal/text"
)

// Section is what stands in a body from one heading up to the next, whatever their levels: the unit in
// which a post is searched. The first of a body is what stands above its first heading.
type Section struct {
	Level   int    // of the heading, 1 to 6; 0: there is none
	Heading string // clean, without its markup
	Line    int    // 1-based line of the body at which the section starts
	Source  []byte // the lines of the body, the heading with them
	text    int    // where in Source what follows the heading starts, and its line
	from    int
}

// Words returns how many words the section has, code included.
func (s *Section) Words() int { return text.Words(s.Source) }

// Minutes returns how long it takes to read so many words, rounded up and at least 1.
func Minutes(words int) int { return max(1, (words+wordsPerMinute-1)/wordsPerMinute) }

// Passage is what is read of a section, of one kind, not cleaned. Every line of it ends with a line feed.
type Passage struct {
	Text []byte
	from []lineOf
}

// lineOf says from which line of a body the bytes of a passage come, from an offset on.
type lineOf struct{ offset, line int }

// Line returns the 1-based line of the body from which a byte of the text comes.
func (p *Passage) Line(offset int) int {
	i := sort.Search(len(p.from), func(i int) bool { return p.from[i].offset > offset })
	if i == 0 {
		return 1
	}
	return p.from[i-1].line
}

func (p *Passage) reset() { p.Text, p.from = p.Text[:0], p.from[:0] }

// add adds a line as it stands.
func (p *Passage) add(line []byte, number int) {
	p.from = append(p.from, lineOf{len(p.Text), number})
	p.Text = append(append(p.Text, line...), '\n')
}

// addPlain adds what is read of a line of Markdown.
func (p *Passage) addPlain(line []byte, number int) {
	p.from = append(p.from, lineOf{len(p.Text), number})
	p.Text = append(appendPlain(p.Text, bytes.TrimRight(line, " \t\\")), '\n') // without what breaks the line
}

// cell marks the borders of table cells in what is read of a row.
const cell = " · "
