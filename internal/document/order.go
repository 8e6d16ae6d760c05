package document

import (
	"iter"
	"runtime"

	"github.com/blogtui/blogtui/internal/crash"
)

// inOrder yields what work makes of the numbers below n, in their order. As many as there are processors are
// worked on at a time. A panic of work is one of who asks, as a *crash.Error.
func inOrder[T any](n int, work func(k int) T) iter.Seq[T] {
	type result struct {
		value T
		err   error
	}
	return func(yield func(T) bool) {
		stop := make(chan struct{})
		defer close(stop)
		results := make(chan chan result, runtime.GOMAXPROCS(0)-1) // beside one that waits, and one that is used
		crash.Go(func() error {
			defer close(results)
			for k := range n {
				one := make(chan result, 1)
				select {
				case results <- one:
				case <-stop:
					return nil
				}
				crash.Go(func() error {
					var r result
					r.err = crash.Try(func() error {
						r.value = work(k)
						return nil
					})
					one <- r
					return r.err
				})
			}
			return nil
		})
		for one := range results {
			r := <-one
			if r.err != nil {
				panic(r.err)
			}
			if !yield(r.value) {
				return
			}
		}
	}
}
