// Package pages gets memory that is going to be filled, for large files. The system gives fresh memory
// page by page, each as it is first written to, which for a file of 20 MB is five thousand interruptions: they
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
