//go:build !unix

package regular

const withoutWaiting = 0

// Own are flags to open a file of the program's own with (os.OpenFile): no pipe that has its name is waited for,
// and no link followed.
const Own = 0
