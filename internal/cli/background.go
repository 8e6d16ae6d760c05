package cli

import (
	"bytes"
	"image/color"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// How long a terminal is waited for that is asked for its background: before anything is written, and after all is,
// so that an answer over a slow line comes to no shell. Nearly all answer at once.
const (
	answerTime = 200 * time.Millisecond
	lateTime   = 300 * time.Millisecond
)

// ground is what is known of the background of the terminal that a command writes to.
type ground struct {
	dark bool
	open *question // that is not answered yet
}

// dark reports whether the terminal is dark. It is asked once, if it is the keyboard as well and a theme depends on
// it; else, and where nothing comes, $COLORFGBG tells, which some terminals set, and then it is dark.
func (a *app) dark() bool {
	if a.ground != nil {
		return a.ground.dark
	}
	a.ground = &ground{dark: fromColours(a.getenv("COLORFGBG"))}
	in, isFile := a.In.(*os.File)
	out, isTerminal := direct(a.Out).(*os.File)
	if !isFile || !isTerminal || !a.isTerminal() || a.getenv("TERM") == "dumb" || !term.IsTerminal(in.Fd()) || !term.IsTerminal(out.Fd()) {
		return a.ground.dark
	}
	q := ask(in, out)
	if q == nil {
		return a.ground.dark
	}
	if q.listen(orElse(a.AnswerTime, answerTime)) {
		q.end()
	} else {
		a.ground.open = q
	}
	if c := backgroundIn(q.heard); c != nil {
		a.ground.dark = color.GrayModel.Convert(c).(color.Gray).Y < 128
	}
	return a.ground.dark
}

// endQuestion gives the keyboard back. An answer that is still to come is waited for a little, unless somebody else
// is about to read the keyboard; what comes later than that nobody can hold back.
func (a *app) endQuestion(wait bool) {
	if a.ground == nil || a.ground.open == nil {
		return
	}
	if wait {
		a.ground.open.listen(orElse(a.LateTime, lateTime))
	}
	a.ground.open.end()
	a.ground.open = nil
}

func orElse(d, usual time.Duration) time.Duration {
	if d == 0 {
		return usual
	}
	return d
}

// backgroundQuery asks for the background, then for what terminals have always told: its answer is the last.
const backgroundQuery = ansi.RequestBackgroundColor + ansi.RequestPrimaryDeviceAttributes

// isAnswered reports whether the last answer is among what was heard.
func isAnswered(heard []byte) bool { return attributes().Match(heard) }

var attributes = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\x1b\[\?[0-9;]*c`) })

// backgroundIn returns the colour that a terminal has answered; nil if it has not.
func backgroundIn(heard []byte) color.Color {
	_, answer, found := bytes.Cut(heard, []byte("\x1b]11;"))
	end := bytes.IndexAny(answer, "\x07\x1b")
	if !found || end < 0 {
		return nil
	}
	return ansi.XParseColor(string(answer[:end]))
}

// fromColours reports whether "15;0", the colours of text and background by their numbers of sixteen, is dark.
func fromColours(colours string) bool {
	n, err := strconv.Atoi(colours[strings.LastIndexByte(colours, ';')+1:])
	return err != nil || n < 7 || n == 8
}
