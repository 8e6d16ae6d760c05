package cli

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"

	"github.com/blogtui/blogtui/internal/crash"
)

// exitSignal is what is added to the number of the signal that ended the program, as shells do.
const exitSignal = 128

// errSignal is the end of the program by a signal.
type errSignal struct{ syscall.Signal }

func (e errSignal) Error() string {
	return fmt.Sprintf("ended by signal %d (%s)", int(e.Signal), e.Signal)
}

// lent counts the programs that have been given the terminal. The context that Signals returns has one.
type lent struct{ atomic.Int32 }

// lentKey is the key of lent in a context.
type lentKey struct{}

// lend leaves what the keyboard sends to every program that has the terminal, as a shell does, to another that is
// given it, until it is taken back. That one alone knows what it means: in less, to stop looking.
func lend(ctx context.Context) (takeBack func()) {
	l, ok := ctx.Value(lentKey{}).(*lent)
	if !ok {
		return func() {}
	}
	l.Add(1)
	return func() { l.Add(-1) }
}

// Signals returns a context that ends with the first signal that asks the program to, so that the terminal
// is given back and what was read is saved before it does. A second one ends it at once. A pipe that nobody
// reads any more is an error of writing to it, not a signal: children get the usual one.
func Signals(ctx context.Context) (context.Context, context.CancelFunc) {
	l := &lent{}
	ctx, cancel := context.WithCancelCause(context.WithValue(ctx, lentKey{}, l))
	got := make(chan os.Signal, 1)
	broken := make(chan os.Signal, 1)
	signal.Notify(got, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	signal.Notify(broken, syscall.SIGPIPE)
	crash.Go(func() error {
		for {
			select {
			case s := <-got:
				if l.Load() > 0 && (s == syscall.SIGINT || s == syscall.SIGQUIT) {
					continue
				}
				signal.Stop(got)
				if s, ok := s.(syscall.Signal); ok {
					cancel(errSignal{s})
				}
			case <-ctx.Done():
			}
			return nil
		}
	})
	return ctx, func() {
		signal.Stop(got)
		signal.Stop(broken)
		cancel(context.Canceled)
	}
}
