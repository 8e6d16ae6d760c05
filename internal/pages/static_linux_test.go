package pages_test

import (
	"os"
	"syscall"
	"testing"
	"unsafe"

	"github.com/blogtui/blogtui/internal/pages"
)

// populate is MADV_POPULATE_WRITE of madvise(2).
const populate = 23

// table is what a program fills as it starts.
var table [1 << 20]byte

func TestAStaticTableIsThereBeforeItIsFilled(t *testing.T) {
	one, err := syscall.Mmap(-1, 0, os.Getpagesize(), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Madvise(one, populate); err != nil {
		t.Skip("this kernel gives memory page by page:", err)
	}
	before := there(t, table[:])
	pages.Static(len(table)) // of which there is more than the table
	if after := there(t, table[:]); after != before {
		t.Errorf("of more than was wanted %d pages were had, and %d before", after, before)
	}
	pages.Static(1 << 30)
	if after := there(t, table[:]); after < len(table)/os.Getpagesize()-1 {
		t.Errorf("of %d pages of a table %d were there, and then %d", len(table)/os.Getpagesize(), before, after)
	}
}

// there returns how many of the whole pages of b have memory (mincore(2)).
func there(t *testing.T, b []byte) (n int) {
	t.Helper()
	size := os.Getpagesize()
	at := (uintptr(unsafe.Pointer(unsafe.SliceData(b))) + uintptr(size-1)) &^ uintptr(size-1)
	resident := make([]byte, len(b)/size-1)
	_, _, errno := syscall.Syscall(syscall.SYS_MINCORE, at, uintptr(len(resident)*size), uintptr(unsafe.Pointer(unsafe.SliceData(resident))))
	if errno != 0 {
		t.Fatal(errno)
	}
	for _, is := range resident {
		n += int(is & 1)
	}
	return n
}
