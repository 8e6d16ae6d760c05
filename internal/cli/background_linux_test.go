package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"github.com/blogtui/blogtui/internal/cli"
)

// asked reads a post on a terminal that gives an answer once it has seen something, and returns all that was
// written and how many bytes of an answer are left to be read.
func asked(t *testing.T, once, answer string, answerTime, lateTime time.Duration, env ...string) (written string, left uint32) {
	t.Helper()
	file, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	defer tty.Close()
	name := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(name, []byte("# A post\n\nSome `code` here.\n\nThe end.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	done := make(chan struct{})
	go func() {
		defer close(done)
		buffer := make([]byte, 4096)
		for answered := false; ; {
			n, err := file.Read(buffer)
			all.Write(buffer[:n])
			if !answered && bytes.Contains(all.Bytes(), []byte(once)) {
				answered = true
				_, _ = file.WriteString(answer)
			}
			if err != nil || bytes.Contains(all.Bytes(), []byte("\x00")) {
				return
			}
		}
	}()
	code := cli.Run(t.Context(), []string{"read", name}, cli.Streams{
		In: tty, Out: tty, Err: tty, Columns: 80, Rows: 50, AnswerTime: answerTime, LateTime: lateTime,
		Env: append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "HOME=" + t.TempDir()}, env...),
	})
	if code != 0 {
		t.Errorf("the exit code is %d", code)
	}
	modes, err := unix.IoctlGetTermios(int(tty.Fd()), unix.TCGETS)
	if err != nil || modes.Lflag&(unix.ECHO|unix.ICANON) != unix.ECHO|unix.ICANON {
		t.Errorf("the terminal's modes are %+v, %v", modes, err)
	}
	if err := unix.IoctlSetTermios(int(tty.Fd()), unix.TCSETS, &unix.Termios{Oflag: modes.Oflag, Cflag: modes.Cflag}); err != nil {
		t.Fatal(err)
	}
	if left, err = unix.IoctlGetUint32(int(tty.Fd()), unix.TIOCINQ); err != nil {
		t.Fatal(err)
	}
	_, _ = tty.WriteString("\x00")
	<-done
	return all.String(), left
}

// A terminal that says it is light gets the colours for that, one that does not answer what its environment says, and
// no answer is left for the shell, even if it comes when all is written.
func TestACommandAsksForTheBackground(t *testing.T) {
	const (
		ask   = "\x1b]11;?"
		light = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62c"
		night = "\x1b]11;rgb:0000/0000/0000\x07\x1b[?62c"
		long  = 30 * time.Second
	)
	onDark, onLight := "38;2;232;196;138", "38;2;143;74;6" // of inline code
	for name, c := range map[string]struct {
		once, answer  string
		first, second time.Duration
		env           string
		want          string
	}{
		"light":                        {ask, light, long, long, "", onLight},
		"dark":                         {ask, night, long, long, "COLORFGBG=0;15", onDark},
		"another answer alone":         {ask, "\x1b[?62c", long, long, "COLORFGBG=0;15", onLight},
		"nothing":                      {ask, "", time.Millisecond, time.Millisecond, "", onDark},
		"nothing, but the environment": {ask, "", time.Millisecond, time.Millisecond, "COLORFGBG=0;default;15", onLight},
		"late":                         {"The end.", light, time.Millisecond, long, "", onDark},
	} {
		t.Run(name, func(t *testing.T) {
			written, left := asked(t, c.once, c.answer, c.first, c.second, c.env)
			if !bytes.Contains([]byte(written), []byte(c.want)) || left > 0 {
				t.Errorf("%d bytes are left, and written is %q", left, written)
			}
			if bytes.Contains([]byte(written), []byte("rgb:")) || bytes.Contains([]byte(written), []byte("]11;rgb")) {
				t.Errorf("the answer is shown: %q", written)
			}
		})
	}
}
