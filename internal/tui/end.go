package tui

import (
	"context"
	"io"
	"time"

	"github.com/charmbracelet/x/term"

	"github.com/blogtui/blogtui/internal/crash"
)

// grace is how long a program that was told to end is waited for. One whose terminal reads nothing waits
// itself, to write what gives the terminal back.
const grace = 2 * time.Second

// await runs a program until it ends, or until its context does and some time has passed in which it did not;
// then hung is true, and the program goes on.
func await(ctx context.Context, run func() error, quit func()) (err error, hung bool) {
	ended := crash.Go(run)
	select {
	case err := <-ended:
		return err, false
	case <-ctx.Done():
	}
	// The toolkit's own way of ending with a context closes the keyboard while it is still being read.
	crash.Go(func() error {
		quit()
		return nil
	})
	wait := time.NewTimer(grace)
	defer wait.Stop()
	select {
	case err := <-ended:
		return err, false
	case <-wait.C:
		return nil, true
	}
}

// modes remembers how a terminal echoes and edits lines, and returns what makes it do so again.
func modes(in io.Reader) (restore func()) {
	f, ok := in.(term.File)
	if !ok {
		return func() {}
	}
	state, err := term.GetState(f.Fd())
	if err != nil {
		return func() {}
	}
	return func() { _ = term.Restore(f.Fd(), state) }
}
