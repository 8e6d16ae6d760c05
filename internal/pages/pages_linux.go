package pages

import (
	"syscall"
	"unsafe"
)

// populate is MADV_POPULATE_WRITE of madvise(2), which package syscall does not have.
const populate = 23

// advise asks for the whole pages of a buffer. A refusal is no matter: a kernel before 5.14 knows no populate, and
// the memory comes as it is written to.
func advise(b []byte) {
	size := syscall.Getpagesize()
	start := -int(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) & (size - 1)
	whole := b[start:]
	whole = whole[:len(whole)&^(size-1)]
	_ = syscall.Madvise(whole, syscall.MADV_HUGEPAGE)
	_ = syscall.Madvise(whole, populate)
}
