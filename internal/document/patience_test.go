package document

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/theme"
)

// What the parser takes too long for can be read all the same.
func TestImpatienceShowsPlainText(t *testing.T) {
	d := prepare("", []byte("# One\n\n- [two](\n- three\n"))
	d.chunks = []chunk{{end: len(d.source)}}
	forever := make(chan *part)
	defer close(forever)
	d.first = within(time.Millisecond, func() *part { return <-forever }, func() *part { return d.unparsed(0) })
	l := NewLayout(d, Options{Width: 60, Styles: theme.Dark().Styles()})
	got := shown(l.Window(Cursor{}, 20))
	want := "What follows is shown as it is written: it takes too long to\nbe taken apart.\n\n# One\n\n- [two](\n- three\n"
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestAPanicOfTheParserReachesWhoAsked(t *testing.T) {
	defer func() {
		err, _ := recover().(error)
		var panicked *crash.Error
		if !errors.As(err, &panicked) || panicked.Value != "broken" {
			t.Errorf("recovered %v", err)
		}
	}()
	within(time.Minute, func() *part { panic("broken") }, nil)
}

func TestChunksAreParsedWithPatience(t *testing.T) {
	d := Open("", []byte(strings.Repeat("a *b*\n\n", 100)))
	if d.patience != patience || len(d.Blocks) != 100 {
		t.Errorf("%v, %d blocks", d.patience, len(d.Blocks))
	}
}
