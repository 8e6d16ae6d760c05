package regular

import (
	"io/fs"
	"os"
	"strconv"
)

// reopen opens once more what is open, as a file of no os.Root: whatever stands at its path by now, the link leads to
// what is open (proc_pid_fd(5)).
func reopen(f fs.File) (fs.File, error) {
	opened, ok := f.(*os.File)
	if !ok {
		return nil, fs.ErrInvalid
	}
	return os.Open("/proc/self/fd/" + strconv.FormatUint(uint64(opened.Fd()), 10))
}
