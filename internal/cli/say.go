package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/text"
)

// sayJSON writes a value as JSON.
func (a *app) sayJSON(v any) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := a.untilEnd(func() error { return enc.Encode(v) }); err != nil {
		return err
	}
	return a.say(b.String())
}

// say writes text that has no escape sequences of ours, and so may have none.
func (a *app) say(s string) error {
	return a.put(a.Out, text.Clean(s))
}

// put writes a text.
func (a *app) put(w io.Writer, s string) error {
	return a.untilEnd(func() error {
		_, err := io.WriteString(w, s)
		return err
	})
}

// untilEnd does what may take long, as writing to a pipe does that nobody reads, and does not wait for it any longer
// when a signal has asked for the end.
func (a *app) untilEnd(work func() error) error {
	done := crash.Go(work)
	select {
	case err := <-done:
		return err
	case <-a.ended:
		return context.Canceled
	}
}

// heeding is a writer to which nothing is written any more once a signal has asked for the end.
type heeding struct {
	app *app
	to  io.Writer
}

// Write implements io.Writer.
func (h heeding) Write(p []byte) (int, error) {
	if err := h.app.put(h.to, string(p)); err != nil {
		return 0, err
	}
	return len(p), nil
}

// complain writes a line to the standard error. It fails where a signal asks for the end before anybody has read it.
func (a *app) complain(s string) error { return a.put(a.Err, complaint(s)) }

func complaint(s string) string { return fmt.Sprintf("blogtui: %s\n", text.CleanLine(s)) }

// lastWord complains once a signal has ended the program, perhaps to a terminal that reads nothing any more.
func (a *app) lastWord(s string) {
	said := crash.Go(func() error {
		_, err := io.WriteString(a.Err, complaint(s))
		return err
	})
	wait := time.NewTimer(orElse(a.LateTime, lateTime))
	defer wait.Stop()
	select {
	case <-said:
	case <-wait.C:
	}
}
