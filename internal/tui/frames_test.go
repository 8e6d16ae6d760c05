package tui

import (
	"bytes"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
)

// looker is a program of its own whose frames can be counted: it writes what the time is.
type looker struct{ shown string }

func (l *looker) Init() tea.Cmd { return nil }
func (l *looker) View() tea.View {
	v := tea.NewView(l.shown)
	v.AltScreen = true
	return v
}

func (l *looker) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if s, ok := msg.(string); ok {
		l.shown = s
	}
	return l, nil
}

func TestTheFrameTimerIsFound(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFrames()
		var out bytes.Buffer
		f.program = tea.NewProgram(&looker{}, tea.WithFilter(f.see), tea.WithInput(nil), tea.WithOutput(&out), tea.WithoutSignalHandler(), tea.WithWindowSize(20, 4))
		done := make(chan error, 1)
		go func() {
			_, err := f.program.Run()
			done <- err
		}()
		time.Sleep(time.Second)
		synctest.Wait()
		if f.ticker == nil {
			t.Error("Bubble Tea keeps its frame timer elsewhere now: look for it, or take frames out")
		}
		if f.awake {
			t.Error("after a second in which nothing happened the timer does not rest")
		}
		before := out.Len()
		f.program.Send("something new")
		time.Sleep(2 * frameTime)
		synctest.Wait()
		if !bytes.Contains(out.Bytes()[before:], []byte("something new")) {
			t.Error("what a message changes is not drawn within two frames")
		}
		if !f.awake {
			t.Error("a message does not wake the timer")
		}
		f.program.Quit()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}
