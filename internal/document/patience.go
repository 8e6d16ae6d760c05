package document

import (
	"strings"
	"time"
)

// patience is how long one waits for a chunk of a post. Parsing the largest takes some 30 ms; limits.go keeps
// what is known to take longer from it.
const patience = 1500 * time.Millisecond

// hasty is what is said before text that would have taken longer to parse than one waits.
const hasty = "What follows is shown as it is written: it takes too long to be taken apart."

// within returns what work returns or, if that takes too long, what instead returns. Work that is late goes
// on, and is forgotten.
func within(d time.Duration, work, instead func() *part) *part {
	type result struct {
		part     *part
		panicked any
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			r.panicked = recover()
			done <- r
		}()
		r.part = work()
	}()
	late := time.NewTimer(d)
	defer late.Stop()
	select {
	case r := <-done:
		if r.panicked != nil {
			panic(r.panicked)
		}
		return r.part
	case <-late.C:
		return instead()
	}
}

// unparsed returns a chunk as plain text: its paragraphs, line by line.
func (d *Document) unparsed(k int) *part {
	c := d.chunks[k]
	p := &part{base: c.start, notes: map[string]int{}}
	p.blocks = append(p.blocks, Block{Kind: Paragraph, Start: c.start, End: c.start, Runs: []Run{{Text: hasty, Mark: Emph}}, gaps: 1})
	at := c.start
	for piece := range strings.SplitAfterSeq(d.source[c.start:c.end], "\n\n") {
		start := at
		at += len(piece)
		if text := strings.ReplaceAll(strings.Trim(piece, "\n"), "\t", "    "); text != "" {
			p.blocks = append(p.blocks, Block{Kind: Paragraph, Start: start, End: at, Runs: []Run{{Text: text}}, gaps: 1})
		}
	}
	p.count()
	return p
}
