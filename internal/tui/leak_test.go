package tui_test

import (
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/tui"
)

// A program that has been quit leaves no goroutine behind.
func TestNothingRunsOnAfterQuit(t *testing.T) {
	quit := func() {
		t.Helper()
		reader, writer := io.Pipe()
		defer writer.Close()
		go func() {
			time.Sleep(50 * time.Millisecond)
			_, _ = io.WriteString(writer, "jj\x03")
		}()
		if err := tui.Run(t.Context(), started(), tui.Terminal{In: reader, Out: io.Discard, Environment: []string{"TERM=xterm-256color"}}); err != nil {
			t.Fatal(err)
		}
	}
	quit() // what stays for the whole process has begun
	before := runtime.NumGoroutine()
	for range 5 {
		quit()
	}
	for deadline := time.Now().Add(60 * time.Second); runtime.NumGoroutine() > before; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			stacks = stacks[:runtime.Stack(stacks, true)]
			t.Fatalf("%d goroutines run on, %d before:\n%s", runtime.NumGoroutine(), before, strings.TrimSpace(string(stacks)))
		}
	}
}
