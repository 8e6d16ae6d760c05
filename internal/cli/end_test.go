package cli_test

import (
	"context"
	"io"
	"testing"
	"testing/synctest"

	"github.com/blogtui/blogtui/internal/cli"
)

// unread is a pipe that nobody reads.
type unread struct{ written, closed chan struct{} }

func (u unread) Write(p []byte) (int, error) {
	u.written <- struct{}{}
	<-u.closed
	return len(p), nil
}

// Nobody who asks a command to end waits for whoever reads its output.
func TestACommandEndsThoughNobodyReadsIt(t *testing.T) {
	for _, args := range [][]string{{"list"}, {"list", "--json"}, {"tags"}, {"search", "test"}, {"check", "--rule", "width", "--width", "20"}} {
		synctest.Test(t, func(t *testing.T) {
			out := unread{make(chan struct{}), make(chan struct{})}
			ctx, cancel := context.WithCancel(t.Context())
			ended := make(chan int, 1)
			go func() { ended <- cli.Run(ctx, args, cli.Streams{Out: out, Err: io.Discard}) }()
			select {
			case <-out.written:
			case code := <-ended:
				t.Fatalf("%v wrote nothing and ended with %d", args, code)
			}
			cancel()
			synctest.Wait()
			select {
			case <-ended:
			default:
				t.Errorf("%v goes on", args)
			}
			close(out.closed)
			synctest.Wait()
		})
	}
}
