//go:build !unix

package cli

import (
	"errors"
	"io/fs"
	"os"
)

func openDebugFile(name string) (*os.File, error) {
	if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, errors.New(name + ": is a link")
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
}
