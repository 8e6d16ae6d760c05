//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/cli"
	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/posts"
)

// Names in the environment that make the test's program another: the program itself, or one that panics.
const (
	runMain = "BLOGTUI_TEST_MAIN"
	runFuse = "BLOGTUI_TEST_FUSE" // where it panics once it gets SIGUSR1
)

// scratch is a folder for what all tests need.
var scratch string

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(runMain) != "":
		main()
	case os.Getenv(runFuse) != "":
		os.Exit(panics(os.Getenv(runFuse)))
	case os.Getenv(runGuest) != "":
		os.Exit(guest(os.Getenv(runGuest)))
	}
	var err error
	if scratch, err = os.MkdirTemp("", "blogtui"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(scratch)
	os.Exit(code)
}

// self returns the command of the program inside of the test, which go test -race watches.
func self(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = []string{runMain + "=1"}
	return cmd
}

// panics runs the screens so that they panic where it says, from the first SIGUSR1 on.
func panics(where string) int {
	var lit atomic.Bool
	spark := make(chan os.Signal, 1)
	signal.Notify(spark, syscall.SIGUSR1)
	probe := func(at string) {
		if at == where && lit.Load() {
			panic("blown\x1b[2J")
		}
	}
	changed := make(chan struct{})
	go func() {
		<-spark
		lit.Store(true)
		changed <- struct{}{} // something happens
	}()
	ctx, stop := cli.Signals(context.Background())
	defer stop()
	load := func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, posts.FS) }
	err := tui.Run(ctx, tui.Options{
		Load: load, Start: os.Getenv("BLOGTUI_TEST_START"), Changed: changed, Probe: probe,
		Reload:  load,
		History: history.NewStore(os.Getenv("XDG_STATE_HOME")+"/blogtui/history.json", time.Now),
	}, tui.Terminal{In: os.Stdin, Out: os.Stdout, Environment: os.Environ()})
	if c := (*crash.Error)(nil); errors.As(err, &c) {
		return 70
	}
	return 1
}

// Wherever the program panics the terminal is given back, and what was read is saved.
func TestAPanicGivesTheTerminalBack(t *testing.T) {
	for _, where := range []string{"update", "view"} {
		t.Run(where, func(t *testing.T) {
			cmd := exec.Command(os.Args[0])
			cmd.Env = []string{runFuse + "=" + where, "BLOGTUI_TEST_START=hello-world"}
			term := launch(t, cmd, 80, 24)
			term.see("Hello, World")
			running := term.modes()
			term.press("j")
			if err := cmd.Process.Signal(syscall.SIGUSR1); err != nil {
				t.Fatal(err)
			}
			// The post goes first, for it may be its fault; then, since it is not, the program.
			term.until("the panic has come", func() bool {
				return len(term.done) > 0 || strings.Contains(term.text(), "cannot be laid out")
			})
			for range 3 {
				term.press("q")
			}
			written, err := term.leave(running)
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 70 {
				t.Errorf("ended with %v, want exit status 70", err)
			}
			if strings.Contains(written, "goroutine ") || strings.Contains(written, "blown") {
				t.Errorf("the trace is on the screen: %q", written)
			}
			if !strings.Contains(term.remembered(), "hello-world") {
				t.Errorf("what was read is not saved: %s", term.remembered())
			}
		})
	}
}
