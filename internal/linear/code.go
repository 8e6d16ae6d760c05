package linear

import (
	"fmt"
	"strconv"

	"github.com/blogtui/blogtui/internal/diagram"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/text"
)

// sayBlock reads a block: of a diagram what it says, or what is wrong with it; of all else what it is. Code is said as it stands, for a
// line of it that is wrapped is another line.
func (r *reading) sayBlock(block int) {
	b := r.doc.Blocks[block]
	if b.Kind != document.CodeBlock {
		r.say(r.doc.Speak(block)...)
		return
	}
	if code := r.doc.Code[b.Code]; code.Language == "mermaid" {
		d, err := diagram.Parse(code.Text)
		if err == nil {
			r.say(introduced(d))
			r.say(d.Sentences()...)
			r.say("End of diagram.")
			return
		}
		r.say("A diagram that cannot be read: " + err.Error() + ". Its source:")
	}
	for _, line := range r.doc.Speak(block) {
		r.write(line + "\n")
	}
}

// introduced says what comes, with its title if it has one.
func introduced(d diagram.Diagram) string {
	if d.Title() == "" {
		return "Diagram:"
	}
	return "Diagram, " + d.Title() + ":"
}

// code lists the blocks of code of the section, or copies the one of that number.
func (r *reading) code(number string) {
	from, to := r.bounds(r.section)
	var here []document.Code
	for i := from; i < to; i++ {
		if b := r.doc.Blocks[i]; b.Kind == document.CodeBlock {
			here = append(here, r.doc.Code[b.Code])
		}
	}
	if number == "" {
		if len(here) == 0 {
			r.say("There is no code in this section.")
		}
		for i, c := range here {
			r.say(fmt.Sprintf("%d. %s.", i+1, called(c)))
		}
		return
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(here) {
		r.say(fmt.Sprintf("There is no code %s: the section has %d blocks.", number, len(here)))
		return
	}
	if r.Desktop == nil {
		r.say("There is no clipboard here.")
		return
	}
	program, err := r.Desktop.Copy(here[n-1].Text)
	if err != nil {
		r.say("It cannot be copied: " + text.CleanLine(err.Error()) + ".")
		return
	}
	r.say("Copied with " + program + ": " + called(here[n-1]) + ".")
}

// called says what a block of code is.
func called(c document.Code) string {
	lines := 0
	for _, r := range c.Text {
		if r == '\n' {
			lines++
		}
	}
	name := "code"
	if c.Language != "" {
		name = c.Language
	}
	if c.Title != "" {
		name += ", file " + c.Title
	}
	if lines == 1 {
		return name + ", 1 line"
	}
	return fmt.Sprintf("%s, %d lines", name, lines)
}
