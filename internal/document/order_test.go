package document

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/crash"
)

func TestWorkComesInOrder(t *testing.T) {
	work := func(k int) int {
		time.Sleep(time.Duration(5-k%5) * time.Microsecond)
		return k * k
	}
	var got []int
	for v := range inOrder(100, work) {
		if got = append(got, v); len(got) == 50 {
			break
		}
	}
	want := make([]int, 50)
	for k := range want {
		want[k] = k * k
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestAPanicOfWorkReachesWhoAsked(t *testing.T) {
	defer func() {
		err, _ := recover().(error)
		var panicked *crash.Error
		if !errors.As(err, &panicked) || panicked.Value != "broken" {
			t.Errorf("recovered %v", err)
		}
	}()
	for range inOrder(3, func(k int) int {
		if k == 1 {
			panic("broken")
		}
		return k
	}) {
	}
}

// Who looks for something while the contents are read waits for them, and reads nothing twice.
func TestContentsAreReadOnce(t *testing.T) {
	d := Open("", tutorial(wholeUpTo+1))
	all := make(chan *Contents, 4)
	for range cap(all) {
		go func() { all <- d.Contents(t.Context()) }()
	}
	first := <-all
	for range cap(all) - 1 {
		if c := <-all; c != first || c == nil {
			t.Error("contents were read again")
		}
	}
}
