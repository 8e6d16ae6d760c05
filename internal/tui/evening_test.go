package tui_test

import (
	"testing"
	"testing/fstest"
	"testing/synctest"

	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// A whole evening of reading leaves no goroutine behind when the program has been quit. There is nothing to
// count: a bubble of testing/synctest in which one is left fails by itself ("blocked goroutines remain"), as it
// would in every other story. This one has all of what starts them.
func TestAWholeEveningLeavesNoGoroutine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		home, work := newShelf("home", "At home", "Again at home"), newShelf("work", "At work")
		home.posts["d.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Drawn\ndate: 2026-02-01\n---\nBefore.\n\n" + pipeline + "\n```go\nfunc main() {}\n```\n\nThe word zebra.\n\n" + deployment)}
		home.heard, work.heard = make(chan struct{}), make(chan struct{})
		defer close(work.heard) // as the watch does when it ends
		defer close(home.heard)
		d := tuitest.Start(t, tui.New(shelves(home, work)), 150, 40)
		d.See("3 posts", "▌ Drawn")
		d.Press("/")
		d.Type("drawn")
		d.Press("enter", "S")
		d.Type("zebra")
		d.See("zebra")
		d.Press("enter")
		d.See("Check out", "func main")
		d.Press("G", "g", "/")
		d.Type("before")
		d.Press("enter", "n", "o", "esc", "+", "T", "down", "esc", "?", "esc")
		home.posts["d.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Drawn\ndate: 2026-02-01\n---\nAnew.\n")}
		home.heard <- struct{}{}
		d.Wait()
		d.See("Anew.")
		d.Press("B", "down", "enter")
		d.See("▌ At work")
		d.Press("enter", "q", "q")
		if ended, err := d.Ended(); !ended || err != nil {
			t.Errorf("the program has ended: %v, with %v", ended, err)
		}
	})
}
