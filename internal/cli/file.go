package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/charmbracelet/x/term"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/pages"
	"github.com/blogtui/blogtui/internal/regular"
	"github.com/blogtui/blogtui/internal/watch"
)

// pipe is the argument that stands for the standard input.
const pipe = "-"

// file reads one file, or the standard input, as a blog of one post, and takes notes of the file.
func (a *app) file(ctx context.Context, name string, notes *watch.Notes) (*catalog.Catalog, error) {
	if name == pipe {
		if in, ok := a.In.(*os.File); ok && term.IsTerminal(in.Fd()) {
			return nil, usage("-: nothing comes through a pipe: write COMMAND | blogtui -, or name a file")
		}
		source, err := wait(ctx, func() ([]byte, error) { return readSome(a.In, 0) })
		if err != nil {
			return nil, fmt.Errorf("cannot read the standard input: %w", err)
		}
		return catalog.Single("stdin.md", source), nil
	}
	source, err := wait(ctx, func() ([]byte, error) { return readFile(name, notes) })
	if err != nil {
		return nil, fmt.Errorf("cannot read the file: %w", err)
	}
	return catalog.Single(filepath.ToSlash(name), source), nil
}

// fileAgain reads a file that was read before as a blog of one post. If it is none any more it is not waited for.
func fileAgain(name string) (*catalog.Catalog, error) {
	f, err := regular.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read the file: %w", err)
	}
	defer f.Close()
	source, err := readOpened(f, nil)
	if err != nil {
		return nil, fmt.Errorf("cannot read the file: %w", err)
	}
	return catalog.Single(filepath.ToSlash(name), source), nil
}

// wait reads what may never end, a pipe to which nobody writes, until ctx does.
func wait(ctx context.Context, read func() ([]byte, error)) ([]byte, error) {
	var source []byte
	done := crash.Go(func() (err error) {
		source, err = read()
		return err
	})
	select {
	case err := <-done:
		return source, err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// readFile reads a file that was named. Unlike the files of a folder it may be a pipe, which a shell makes
// of <(command); a device might never end. It takes notes of what it opens.
func readFile(name string, notes *watch.Notes) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if mode := info.Mode(); !mode.IsRegular() && mode.Type() != fs.ModeNamedPipe {
		return nil, fmt.Errorf("%s: %w", name, errNoFile)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readOpened(f, notes)
}

func readOpened(f *os.File, notes *watch.Notes) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	notes.Take(f.Name(), info, nil)
	return readSome(f, info.Size())
}

var errNoFile = errors.New("is no file: name one, or a folder of posts")

// readSome reads as much as is shown of a file, and a byte more if there is more. It has room for so many bytes
// from the start.
func readSome(r io.Reader, size int64) ([]byte, error) {
	room := int(min(max(size, 0), catalog.MaxSingle+1)) + bytes.MinRead
	buf := bytes.NewBuffer(pages.Make(room)[:0])
	_, err := buf.ReadFrom(io.LimitReader(r, catalog.MaxSingle+1))
	return buf.Bytes(), err
}

// keyboard returns where the keys come from: the standard input, or the terminal where a pipe is in its
// place. The function that it returns too is to be called in the end.
func (a *app) keyboard() (io.Reader, func(), error) {
	in, isFile := a.In.(*os.File)
	if !isFile || term.IsTerminal(in.Fd()) {
		return a.In, func() {}, nil
	}
	name := "/dev/tty"
	if runtime.GOOS == "windows" {
		name = "CONIN$"
	}
	tty, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read the keyboard: %w: start blogtui in a terminal", err)
	}
	return tty, func() { _ = tty.Close() }, nil
}
