// Package pages gets memory that is going to be filled: for large files, and for the start. The system gives fresh
// memory page by page, each as it is first written to, which for a file of 20 MB is five thousand interruptions: they
// take longer than reading it. Linux can be asked for all of it at once, and in large pages.
package pages

// Least is the size in bytes from which on a buffer is worth the asking.
const Least = 128 << 10

// Make returns a slice of n zeros, as make does.
func Make(n int) []byte {
	b := make([]byte, n)
	if n >= Least {
		advise(b)
	}
	return b
}

// Static has the memory that the program's variables lie in, those that begin as zeros: for who is going to fill
// large tables among them. It is asked for as a whole, unless that is more than most bytes: somebody else's table
// among them, as that of crypto/rand with its 33 MB, would be had for nothing.
func Static(most int) { static(most) }

// Ahead has n bytes of memory that the program has not begun to use, for who is about to make many small things.
func Ahead(n int) { ahead(n) }
