package tui

import (
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/crash"
)

// Prepare begins to make what the toolkit would make as it draws its first screen, on another core while the
// posts are read: the widths of all characters of Unicode, a table of 2 MB that it fills when it meets the first
// one that is not ASCII. Who wants a screen calls it as early as possible.
func Prepare() {
	crash.Go(func() error {
		ansi.StringWidthWc("…")
		return nil
	})
}
