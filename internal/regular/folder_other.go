//go:build !linux

package regular

import (
	"errors"
	"io/fs"
)

func reopen(fs.File) (fs.File, error) { return nil, errors.ErrUnsupported }
