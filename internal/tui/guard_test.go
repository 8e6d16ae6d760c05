package tui

import (
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/crash"
)

// outcomes runs a command as the toolkit does, and counts the answers and the panics that come of it and of all
// that it brings.
func outcomes(t *testing.T, cmd tea.Cmd) (answers, panics int) {
	t.Helper()
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, cmd := range msg {
			a, p := outcomes(t, cmd)
			answers, panics = answers+a, panics+p
		}
		return answers, panics
	case crashed:
		if caught := (*crash.Error)(nil); !errors.As(msg.err, &caught) || len(caught.Stack) == 0 {
			t.Errorf("the panic comes as %v", msg.err)
		}
		return 0, 1
	}
	return 1, 0
}

// A panic of a command comes back as a message, however deep in batches the command is, and takes none of the
// others along.
func TestACommandOfABatchThatPanicsIsCaught(t *testing.T) {
	fine := func() tea.Msg { return saveDue{} }
	fails := func() tea.Msg { panic("no luck") }
	answers, panics := outcomes(t, guard(tea.Batch(fine, fails, func() tea.Msg { return tea.Batch(fails, fine)() }, fine)))
	if answers != 3 || panics != 2 {
		t.Errorf("there are %d answers and %d panics", answers, panics)
	}
	if guard(nil) != nil {
		t.Error("no command has become one")
	}
}
