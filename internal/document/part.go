package document

import (
	"slices"
	"sync"

	"github.com/blogtui/blogtui/internal/text"
)

// part is what was parsed of one chunk. Its blocks and links have the numbers from base on.
type part struct {
	base     int
	blocks   []Block
	headings []Heading // with identifiers that are not unique yet
	links    []Link
	code     []Code
	notes    map[string]int // the blocks of footnotes, by their name
	words    int
}

// count gives every block its words and the number of those before it.
func (p *part) count() {
	for i := range p.blocks {
		block := &p.blocks[i]
		block.before = p.words
		switch block.Kind {
		case CodeBlock:
			block.words = text.Words(p.code[block.Code].Text)
		case TableBlock:
			for _, row := range block.Table.Rows {
				for _, cell := range row {
					block.words += text.Words(plain(cell))
				}
			}
		default:
			block.words = text.Words(plain(block.Runs))
		}
		p.words += block.words
	}
}

// mostParts is how many parts stay parsed: some screens around the reader, and where they came from.
const mostParts = 16

// partCache keeps the parts that were used last. A part that is no longer kept is parsed again, and comes
// out the same.
type partCache struct {
	mu    sync.Mutex
	parts map[int]func() *part // which are parsed by whoever asks first
	used  []int                // chunks, the one that was used last at the end
}

// get returns the part of a chunk, which parse makes if it is not kept.
func (c *partCache) get(chunk int, parse func() *part) *part { return c.entry(chunk, parse)() }

func (c *partCache) entry(chunk int, parse func() *part) func() *part {
	c.mu.Lock()
	defer c.mu.Unlock()
	if kept := c.parts[chunk]; kept != nil {
		if i := slices.Index(c.used, chunk); i < len(c.used)-1 {
			c.used = append(slices.Delete(c.used, i, i+1), chunk)
		}
		return kept
	}
	if len(c.used) == mostParts {
		delete(c.parts, c.used[0])
		c.used = slices.Delete(c.used, 0, 1)
	}
	made := sync.OnceValue(parse)
	c.parts[chunk] = made
	c.used = append(c.used, chunk)
	return made
}

// peek returns the part of a chunk if it is kept, else nil, and does not count as a use.
func (c *partCache) peek(chunk int) *part {
	c.mu.Lock()
	kept := c.parts[chunk]
	c.mu.Unlock()
	if kept == nil {
		return nil
	}
	return kept()
}
