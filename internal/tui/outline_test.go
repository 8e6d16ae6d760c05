package tui_test

import (
	"testing"

	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

func TestTheOutlineLeadsToASection(t *testing.T) {
	story(t, 80, 24, func(d *tuitest.Driver) {
		d.Press("enter", "o")
		d.See("Outline")
		d.See("Section 3")
		d.Type("section 12")
		d.Press("enter")
		d.NotSee("Outline")
		d.See("Paragraph 12 says")
		d.NotSee("Paragraph 11 says")
		d.Press("o", "esc")
		d.See("Paragraph 12 says")
	})
}
