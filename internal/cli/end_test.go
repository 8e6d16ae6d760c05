package cli_test

import (
	"context"
	"io"
	"strings"
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
	state := t.TempDir()
	write(t, state+"/blogtui/history.json", `{"version":1,"posts":[{"slug":"a","starred":{"at":"2026-01-02T00:00:00Z","on":true}}]}`)
	commands := [][]string{
		{"list"}, {"list", "--json"}, {"tags"}, {"tags", "--json"}, {"search", "test"}, {"search", "test", "--json"}, {"check", "--rule", "width", "--width", "20"},
		{}, {"hello-world"}, {"read", "hello-world"}, {"read", "hello-world", "--raw"}, {"code", "hello-world"}, {"code", "hello-world", "--json"},
		{"code", "hello-world", "--out", t.TempDir()}, {"history"}, {"history", "--json"}, {"config"}, {"config", "--actions"}, {"man"}, {"--linear"},
		{"--help"}, {"help"}, {"help", "read"}, {"read", "--help"}, {"--version"},
		{"completion", "bash"}, {"completion", "zsh"}, {"completion", "fish"}, {"completion", "powershell"},
	}
	for _, args := range commands {
		endsUnread(t, args, func(out io.Writer) cli.Streams {
			return cli.Streams{Out: out, Err: io.Discard, Env: []string{"XDG_STATE_HOME=" + state}}
		})
	}
}

// Nor for whoever reads what it complains of.
func TestACommandEndsThoughNobodyReadsItsComplaints(t *testing.T) {
	for _, args := range [][]string{{"read", "no-such-post"}, {"list", "colour:red"}, {"--no-such-flag"}, {"check", "/no/such/folder"}} {
		endsUnread(t, args, func(out io.Writer) cli.Streams { return cli.Streams{Out: io.Discard, Err: out} })
	}
}

// endsUnread runs a command of which nobody reads one stream, and asks it to end.
func endsUnread(t *testing.T, args []string, streams func(io.Writer) cli.Streams) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		out := unread{make(chan struct{}), make(chan struct{})}
		s := streams(out)
		s.In = strings.NewReader("")
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan int, 1)
		go func() {
			ended <- cli.Run(ctx, args, s)
		}()
		select {
		case <-out.written:
		case code := <-ended:
			t.Fatalf("%v wrote nothing and ended with %d", args, code)
		}
		cancel()
		synctest.Wait()
		select {
		case code := <-ended:
			if code == 0 {
				t.Errorf("%v ends as if all were written", args)
			}
		default:
			t.Errorf("%v goes on", args)
		}
		close(out.closed)
		synctest.Wait()
	})
}
