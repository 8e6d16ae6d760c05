package tui

import (
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/pages"
)

// Prepare begins to make what the toolkit would make as it draws its first screen, on another core while the
// posts are read: the widths of all characters of Unicode, a table of 2 MB that it fills when it meets the first
// one that is not ASCII. The memory for it, and for the posts, is had first. Who wants a screen calls it as early as
// possible.
func Prepare() {
	crash.Go(func() error {
		pages.Ahead(2 << 20)
		pages.Static(4 << 20)
		ansi.StringWidthWc("…")
		return nil
	})
}
