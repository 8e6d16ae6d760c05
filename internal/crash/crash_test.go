package crash_test

import (
	"errors"
	"io"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/blogtui/blogtui/internal/crash"
)

func TestAPanicBecomesAnError(t *testing.T) {
	var caught *crash.Error
	for name, f := range map[string]func() error{
		"a text":      func() error { panic("no such block") },
		"the runtime": func() error { var p *strings.Builder; _, err := p.WriteString("x"); return err },
		"an error":    func() error { panic(io.ErrUnexpectedEOF) },
	} {
		if err := crash.Try(f); !errors.As(err, &caught) || !strings.Contains(string(caught.Stack), "crash_test.go") {
			t.Errorf("%s: the error is %v", name, err)
		}
		if err := <-crash.Go(f); !errors.As(err, &caught) || !strings.Contains(err.Error(), "--debug FILE") {
			t.Errorf("%s in a goroutine: the error is %v", name, err)
		}
	}
	if !errors.Is(crash.Try(func() error { panic(io.EOF) }), io.EOF) {
		t.Error("the error that was panicked with is lost")
	}
}

func TestWhatIsNoPanicStays(t *testing.T) {
	for _, want := range []error{nil, io.EOF} {
		if err := crash.Try(func() error { return want }); err != want { //nolint:errorlint // the same, not like it
			t.Errorf("Try returned %v, want %v", err, want)
		}
		ended := crash.Go(func() error { return want })
		if err := <-ended; err != want { //nolint:errorlint // the same, not like it
			t.Errorf("Go sent %v, want %v", err, want)
		}
		if _, open := <-ended; open {
			t.Error("the channel is not closed")
		}
	}
}

func TestShareGivesEveryNumberToOneWorker(t *testing.T) {
	var seen [1000]atomic.Int32
	err := <-crash.Share(t.Context(), len(seen), func() func(int) {
		return func(i int) { seen[i].Add(1) }
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range seen {
		if n := seen[i].Load(); n != 1 {
			t.Errorf("%d was worked on %d times", i, n)
		}
	}
}

func TestShareReturnsThePanicOfAWorker(t *testing.T) {
	err := <-crash.Share(t.Context(), 100, func() func(int) {
		return func(i int) {
			if i == 50 {
				panic("half way")
			}
		}
	})
	var panicked *crash.Error
	if !errors.As(err, &panicked) || panicked.Value != "half way" {
		t.Errorf("got %v", err)
	}
}
