package tui_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// The outline is a checklist: what was read to its end is ticked, the rest is counted.
func TestTheOutlineIsAChecklist(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.json")
	tuitest.Story(t, 80, 24, program(remembering(path, 1, long())), func(d *tuitest.Driver) {
		d.Press("enter", "o")
		d.See("╭─ Outline ──", "• Why", "  How", "  What")
		d.Press("esc", "space", "space", "o") // the end of the first is on the screen in between only
		d.See("Outline · 1 of 3 read · 2 min left", "✓ Why", "• How")
		d.Golden("checklist")
		d.Press("esc")
		d.Resize(130, 30)
		d.See("│   1 of 3 read · 2 min left", "✓ Why", "▸ How")
		d.Press("space", "G")
		d.See("all sections read")
		d.Press("q")
		time.Sleep(3 * time.Second)
		d.Wait()
	})
	tuitest.Story(t, 80, 24, program(remembering(path, 2, long())), func(d *tuitest.Driver) {
		d.Press("enter", "o")
		d.See("all sections read", "✓ How")
	})
}

// At the end one is in the last section, however short it is. That ticks nothing that was only looked at.
func TestAtTheEndTheLastSectionIsCurrent(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.json")
	tuitest.Story(t, 130, 30, program(remembering(path, 1, long())), func(d *tuitest.Driver) {
		d.Press("enter")
		d.See("▸ Why")
		d.Press("G")
		d.See("▸ What", "  How")
		d.NotSee("✓", "▸ Why")
		d.Press("g")
		d.See("▸ Why")
	})
}

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
