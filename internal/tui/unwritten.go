package tui

import (
	"sync"

	"github.com/blogtui/blogtui/internal/history"
)

// unwritten is what of reading has yet to be written. Two goroutines ask for it: that of the screens, and that
// which ends a program whose screens hang.
type unwritten struct {
	mu      sync.Mutex
	changes history.History
	saving  history.History // given to saves, some of which have not answered
	saves   int             // of them
}

// add notes a change, to be taken later. Of two facts of one moment the later one counts.
func (u *unwritten) add(h history.History) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.changes = h.Merge(u.changes)
}

// take returns the changes, to be saved.
func (u *unwritten) take() history.History {
	u.mu.Lock()
	defer u.mu.Unlock()
	changes := u.changes
	if len(changes) > 0 {
		u.changes, u.saving = nil, changes.Merge(u.saving)
		u.saves++
	}
	return changes
}

// answered says what became of changes that were taken. What could not be saved is to be taken again.
func (u *unwritten) answered(changes history.History, err error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.saves--; u.saves == 0 {
		u.saving = nil
	}
	if err != nil {
		u.changes = u.changes.Merge(changes)
	}
}

// all returns everything that may not have been written.
func (u *unwritten) all() history.History {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.changes.Merge(u.saving)
}
