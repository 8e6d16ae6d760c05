package cli

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/text"
)

// debugFile keeps the traces of panics in the file of --debug. The zero value keeps nothing.
type debugFile struct {
	mu   sync.Mutex
	file *os.File
}

// open appends to a file that only its owner can read. It follows no link and writes to no device: what is
// kept of a crash is what a post made of it.
func (d *debugFile) open(name string) error {
	f, err := openDebugFile(name)
	if err != nil {
		return fmt.Errorf("--debug: %w: name a file that can be written, and is no link", err)
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		_ = f.Close()
		return fmt.Errorf("--debug: %s: is no file: name another", name)
	}
	d.file = f
	version := "unknown"
	if build, ok := debug.ReadBuildInfo(); ok {
		version = build.Main.Version
	}
	d.write(fmt.Sprintf("%s blogtui %s, %s, %s/%s\n", time.Now().Format(time.RFC3339), version, runtime.Version(), runtime.GOOS, runtime.GOARCH))
	return nil
}

// keep writes a panic that was caught, and its stack.
func (d *debugFile) keep(err error) {
	var c *crash.Error
	if errors.As(err, &c) {
		d.write(fmt.Sprintf("%s %v\n%s\n", time.Now().Format(time.RFC3339), err, c.Stack))
	}
}

func (d *debugFile) write(s string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.file != nil {
		_, _ = d.file.WriteString(text.Clean(s)) // there is nowhere left to say that it cannot be written
	}
}

func (d *debugFile) close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.file != nil {
		_ = d.file.Close()
		d.file = nil
	}
}
