// Package crash makes errors of panics, so that one never ends the program where it happens: with the
// terminal raw, what was read unsaved, and nothing said that could be mended.
//
// A goroutine is started with Go and by no other means, for a panic in one that nothing catches ends the
// process whatever the others do.
package crash

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync/atomic"
)

// Error is a panic that was caught.
type Error struct {
	Value any    // what was panicked with
	Stack []byte // of the goroutine, as runtime/debug.Stack writes it
}

func (e *Error) Error() string {
	return fmt.Sprintf("internal error: %v: a mistake of blogtui; --debug FILE keeps what is needed to mend it", e.Value)
}

// Unwrap returns the error that was panicked with, nil if it was something else.
func (e *Error) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// Catch makes a panic of the function that defers it an error, one that passes on the panic of another
// goroutine that one's:
//
//	func f() (err error) {
//		defer crash.Catch(&err)
//		…
//	}
func Catch(err *error) {
	switch v := recover().(type) {
	case nil:
	case *Error:
		*err = v
	default:
		*err = &Error{v, debug.Stack()}
	}
}

// Try calls f and returns its error, or its panic as an *Error.
func Try(f func() error) (err error) {
	defer Catch(&err)
	return f()
}

// Go calls f in a goroutine of its own. The channel gets its error or its panic, nil if there was none, and
// is closed. Nobody has to receive it.
func Go(f func() error) <-chan error {
	ended := make(chan error, 1)
	go func() {
		defer close(ended)
		ended <- Try(f)
	}()
	return ended
}

// Share shares the numbers below n among goroutines, as many as there are cores, until ctx ends. Each starts
// with a worker of its own, which may keep buffers from one number to the next. The channel gets their panics,
// nil if there were none, when the last has ended, and is closed.
func Share(ctx context.Context, n int, start func() (work func(i int))) <-chan error {
	var taken atomic.Int64
	var workers []<-chan error
	for range min(runtime.GOMAXPROCS(0), n) {
		workers = append(workers, Go(func() error {
			work := start()
			for ctx.Err() == nil {
				i := int(taken.Add(1)) - 1
				if i >= n {
					return nil
				}
				work(i)
				runtime.Gosched() // whoever shows what has come of it so far need not wait for all
			}
			return nil
		}))
	}
	return Go(func() error {
		var err error
		for _, worker := range workers {
			err = errors.Join(err, <-worker)
		}
		return err
	})
}
