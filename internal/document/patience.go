package document

import (
	"time"

	"github.com/blogtui/blogtui/internal/crash"
)

// patience is how long one waits for a chunk of a post. Parsing the largest takes some 30 ms; limits.go keeps
// what is known to take longer from it.
const patience = 1500 * time.Millisecond

// hasty is what is said before text that would have taken longer to parse than one waits.
const hasty = "What follows is shown as it is written: it takes too long to be taken apart."

// within returns what work returns or, if that takes too long, what instead returns. Work that is late goes
// on, and is forgotten.
func within(d time.Duration, work, instead func() *part) *part {
	var p *part
	done := crash.Go(func() error {
		p = work()
		return nil
	})
	late := time.NewTimer(d)
	defer late.Stop()
	select {
	case err := <-done:
		if err != nil {
			panic(err) // of the goroutine, for who catches those of this one
		}
		return p
	case <-late.C:
		return instead()
	}
}

// unparsed returns a chunk as plain text.
func (d *Document) unparsed(k int) *part {
	c := d.chunks[k]
	p := &part{base: c.start, notes: map[string]int{}}
	p.blocks = append(p.blocks, Block{Kind: Paragraph, Start: c.start, End: c.start, Runs: []Run{{Text: hasty, Mark: Emph}}, gaps: 1})
	for i, b := range plainBlocks(d.source[c.start:c.end]) {
		b.Start += c.start
		b.End += c.start
		if i == 0 {
			b.gaps = 1
		}
		p.blocks = append(p.blocks, b)
	}
	p.count()
	return p
}
