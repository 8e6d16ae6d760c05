// Package cli is the command line: what blogtui's screens can do, in a pipe. It owns the commands, the
// exit codes and the streams, and opens the reader when no command is named.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"

	"charm.land/fang/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/history"
)

// The exit codes.
const (
	exitDone  = 0
	exitFound = 1  // something was not found, or problems were
	exitUsage = 2  // the command line is wrong
	exitCrash = 70 // blogtui itself has failed (EX_SOFTWARE of sysexits.h)
)

// Streams is the world outside: tests put their own in its place.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Env      []string
	// Columns and Rows are the size of the terminal that Out is, in cells; 0 if it is none.
	Columns, Rows int
	// AnswerTime and LateTime are how long a terminal is waited for that is asked something, before anything is
	// written and at the end; 0 is what people bear.
	AnswerTime, LateTime time.Duration
}

// Terminal returns the streams of the process.
func Terminal() Streams {
	s := Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Environ()}
	if w, h, err := term.GetSize(os.Stdout.Fd()); err == nil && term.IsTerminal(os.Stdout.Fd()) {
		s.Columns, s.Rows = max(w, 1), max(h, 1)
		if s.inASCII() {
			s.Out = newASCIITerminal(os.Stdout)
		}
	}
	if term.IsTerminal(os.Stderr.Fd()) && s.inASCII() {
		s.Err = newASCIITerminal(os.Stderr)
	}
	return s
}

func (s Streams) isTerminal() bool { return s.Columns > 0 }

func (s Streams) getenv(name string) string {
	for _, kv := range s.Env {
		if v, ok := strings.CutPrefix(kv, name+"="); ok {
			return v
		}
	}
	return ""
}

// app is one run of the program: its streams and the flags that every command has.
type app struct {
	Streams
	blog       string
	drafts     bool
	configFile string
	debugName  string
	debug      debugFile
	settled    settled
	ground     *ground         // nil: not asked for
	ended      <-chan struct{} // closed when the program is to end
}

// errUsage marks errors of the command line.
type errUsage struct{ error }

func (e errUsage) Unwrap() error { return e.error }

func usage(format string, args ...any) error { return errUsage{fmt.Errorf(format, args...)} }

// Run runs the command line and returns the exit code.
func Run(ctx context.Context, args []string, s Streams) int {
	a := &app{Streams: s, ended: ctx.Done()}
	root := a.root()
	root.SetArgs(terms(args))
	root.SetIn(s.In)
	out := &toolkitOutput{heeding: heeding{a, s.Out}}
	root.SetOut(out.writer())
	root.SetErr(s.Err)
	err := crash.Try(func() error { return execute(ctx, root, args) })
	if err == nil {
		err = out.err
	}
	a.endQuestion(true)
	a.debug.keep(err)
	a.debug.close()
	if code, ended := exitAtSignal(ctx, err); ended {
		if unsaved := (*history.UnsavedError)(nil); errors.As(err, &unsaved) {
			a.lastWord(unsaved.Error())
		}
		return code
	}
	if err != nil && !errors.Is(err, syscall.EPIPE) && !errors.Is(err, errFound) {
		if code, ended := exitAtSignal(ctx, a.complain(err.Error())); ended {
			return code
		}
	}
	return exitCode(err)
}

// exitAtSignal returns the exit code of a program that did not come to its own end because of a signal.
func exitAtSignal(ctx context.Context, err error) (code int, ended bool) {
	var s errSignal
	if err == nil || !errors.As(context.Cause(ctx), &s) {
		return 0, false
	}
	return exitSignal + int(s.Signal), true
}

func exitCode(err error) int {
	var wrong errUsage
	var crashed *crash.Error
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // the reader of the pipe has seen enough
		return exitDone
	case errors.As(err, &wrong), isCobraUsage(err):
		return exitUsage
	case errors.As(err, &crashed):
		return exitCrash
	}
	return exitFound
}

// execute runs the command line, through Fang where it asks for help or completions.
// Elsewhere Fang would ask the terminal for its background before it let an error be shown, and wait for
// an answer that may never come.
func execute(ctx context.Context, root *cobra.Command, args []string) error {
	asked := func(arg string) bool {
		return slices.Contains([]string{"-h", "--help", "help", "completion", "-v", "--version"}, arg)
	}
	if slices.ContainsFunc(args, asked) {
		return fang.Execute(ctx, root, fang.WithoutManpage(), fang.WithColorSchemeFunc(fang.AnsiColorScheme), fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
	}
	root.SilenceUsage, root.SilenceErrors = true, true
	return root.ExecuteContext(ctx)
}

// terms moves the filter terms that begin with a hyphen (-tag:jwt) behind a "--", so that they are not
// taken for flags. The order of terms has no meaning.
func terms(args []string) []string {
	var flags, negated []string
	for i, arg := range args {
		if arg == "--" {
			flags = append(flags, args[i:]...)
			return append(flags, negated...)
		}
		key, _, ok := strings.Cut(arg, ":")
		if ok && len(key) > 2 && key[0] == '-' && key[1] != '-' && !strings.ContainsRune(key, '=') {
			negated = append(negated, arg)
			continue
		}
		flags = append(flags, arg)
	}
	if len(negated) > 0 {
		flags = append(append(flags, "--"), negated...)
	}
	return flags
}

// isCobraUsage tells the errors of Cobra's own parsing, which have no type.
func isCobraUsage(err error) bool {
	for _, prefix := range []string{"unknown flag", "unknown shorthand", "unknown command", "flag needs", "invalid argument", "accepts ", "requires at least", "bad flag syntax"} {
		if strings.HasPrefix(err.Error(), prefix) {
			return true
		}
	}
	return false
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "blogtui [FOLDER | FILE.md | SLUG | -]",
		Short: "Read technical blogs in the terminal",
		Long: "blogtui opens the blog that is built into it, a folder of Markdown posts, one file, a pipe or one post:\n" +
			"a list to filter by tag with a keystroke, and a reader that sets tutorials properly.\n\n" +
			"It ends with 0; 1 if something was not found or is to be mended; 2 for a wrong command line; 70 if blogtui\n" +
			"itself failed, see --debug; 128 and the number of the signal that ended it.",
		Example: "blogtui\nblogtui list tag:fastapi 'minutes:<10'\nblogtui read fastapi-auth-03-jwt-tokens | less",
		Args:    cobra.MaximumNArgs(1),
		RunE:    a.runReader,
	}
	root.PersistentFlags().StringVar(&a.blog, "blog", "", "read the posts of `FOLDER`, or of @NAME, in place of the built-in blog")
	root.PersistentFlags().String("theme", "auto", "`NAME` of the theme: auto, "+themeNames()+", or the path of a Glamour style")
	root.Flags().Bool("linear", false, "plain sentences and prompts in place of screens, for screen readers")
	root.PersistentFlags().BoolVar(&a.drafts, "drafts", false, "list drafts too, and posts whose date is to come")
	root.PersistentFlags().String("language", "", "list posts that have translations in the language `CODE`, such as fr")
	root.PersistentFlags().StringVar(&a.configFile, "config", "", "read the settings from `FILE`")
	root.PersistentFlags().StringVar(&a.debugName, "debug", "", "should blogtui fail, keep the trace in `FILE`")
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if a.debugName != "" {
			if err := a.debug.open(a.debugName); err != nil {
				return usage("%w", err)
			}
		}
		return a.settle(cmd)
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return errUsage{err} })
	root.AddCommand(a.listCommand(), a.searchCommand(), a.readCommand(), a.tagsCommand(), a.codeCommand(), a.checkCommand(), a.historyCommand(), a.configCommand(), a.manCommand())
	return root
}
