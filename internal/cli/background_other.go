//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package cli

import (
	"os"
	"time"
)

// question is what a terminal was asked: nothing here.
type question struct{ heard []byte }

func ask(_, _ *os.File) *question { return nil }

func (q *question) listen(time.Duration) bool { return true }

func (q *question) end() {}
