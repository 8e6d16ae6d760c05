package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"

	"github.com/charmbracelet/colorprofile"

	"github.com/blogtui/blogtui/internal/crash"
)

// errNoPager tells that no pager could be started.
var errNoPager = errors.New("no pager: set PAGER to one")

// page shows s in the user's pager. It returns errNoPager if there is none to be had.
func (a *app) page(ctx context.Context, s string) error {
	pager := strings.Fields(a.getenv("PAGER"))
	if len(pager) == 0 {
		pager = []string{"less"}
	}
	run := exec.Command(pager[0], pager[1:]...)
	run.Env = a.Env
	if a.getenv("LESS") == "" {
		run.Env = append(slices.Clone(a.Env), "LESS=FRX")
	}
	run.Stdout, run.Stderr = direct(a.Out), direct(a.Err)
	a.endQuestion(false)
	in, err := run.StdinPipe()
	if err != nil {
		return fmt.Errorf("%w: %w", errNoPager, err)
	}
	defer lend(ctx)()
	if err := run.Start(); err != nil {
		return fmt.Errorf("%w: %w", errNoPager, err)
	}
	defer context.AfterFunc(ctx, func() {
		_ = crash.Try(func() error { return tellToEnd(run.Process) })
	})()
	// The reader may leave the pager before the end, so a write that fails is no error.
	_, _ = io.WriteString(&colorprofile.Writer{Forward: pagerInput(in, a.Out), Profile: colorprofile.Detect(a.Out, a.Env)}, s)
	_ = in.Close()
	err = run.Wait()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err != nil && !errors.As(err, new(*exec.ExitError)) {
		return fmt.Errorf("pager %s: %w: set PAGER to another", pager[0], err)
	}
	return nil
}

// tellToEnd ends another program so that it can give the terminal back.
func tellToEnd(other *os.Process) error {
	if err := other.Signal(syscall.SIGTERM); err != nil { // there may be no such signal
		return other.Kill()
	}
	return nil
}
