package pages

import (
	"bufio"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"unsafe"
)

// static asks for the first mapping without a file, which begins where that of the program's file ends.
func static(most int) {
	maps, err := os.Open("/proc/self/maps")
	if err != nil {
		return
	}
	defer func() { _ = maps.Close() }()
	var end uint64 // of the mapping before, if that has a file
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		m, err := parseMapping(lines.Text())
		if err != nil {
			return
		}
		if !m.file && m.from == end {
			if m.to-m.from > uint64(most) {
				return
			}
			_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, uintptr(m.from), uintptr(m.to-m.from), populate)
			return
		}
		if m.file {
			end = m.to
		}
	}
}

// mapping is a line of proc_pid_maps(5).
type mapping struct {
	from, to uint64
	file     bool
}

func parseMapping(line string) (m mapping, err error) {
	fields := strings.Fields(line) // its addresses, permissions, offset, device, inode, and its path if it has one
	if len(fields) < 5 {
		return m, strconv.ErrSyntax
	}
	from, to, _ := strings.Cut(fields[0], "-")
	if m.from, err = strconv.ParseUint(from, 16, 64); err != nil {
		return m, err
	}
	m.to, err = strconv.ParseUint(to, 16, 64)
	m.file = fields[4] != "0"
	return m, err
}

// ahead asks for what follows the newest large piece of the heap, which the runtime takes next. The end of what it
// has of the system may come before.
func ahead(n int) {
	newest := make([]byte, n/32)
	at := uintptr(unsafe.Pointer(unsafe.SliceData(newest))) &^ uintptr(syscall.Getpagesize()-1)
	_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, at, uintptr(n), populate)
	runtime.KeepAlive(newest)
}
