package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/check"
	"github.com/blogtui/blogtui/internal/text"
)

// findingsAtOnce is how many findings are written at once, so that a signal is heeded between them.
const findingsAtOnce = 1000

// checkOptions are the flags of check.
type checkOptions struct {
	only, without []string
	json          bool
	format        string
	width         int
}

// errFound ends check when there is something to mend: what it is has been written.
var errFound = errors.New("there is something to mend")

// finding is a check.Finding as --json shows it.
type finding struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Rule    string `json:"rule"`
	Message string `json:"message"`
}

func (a *app) checkCommand() *cobra.Command {
	var o checkOptions
	var about strings.Builder
	for _, r := range check.Rules() {
		fmt.Fprintf(&about, "  %-13s %s\n", r.Name, r.About)
	}
	cmd := &cobra.Command{
		Use:   "check [FOLDER|FILE...]",
		Short: "Find what an author would want to mend",
		Long: "check reads a blog and writes what is wrong with it, one line each: file:line:column: rule: message.\n" +
			"It ends with 1 if there is anything. The rules:\n\n" + about.String(),
		Example: "blogtui check content/posts\nblogtui check --no-rule width --format github",
		RunE:    func(cmd *cobra.Command, args []string) error { return a.check(cmd, args, o) },
	}
	cmd.Flags().StringSliceVar(&o.only, "rule", nil, "apply only `RULE`; may be given more than once")
	cmd.Flags().StringSliceVar(&o.without, "no-rule", nil, "leave out `RULE`; may be given more than once")
	cmd.Flags().BoolVar(&o.json, "json", false, "write JSON")
	cmd.Flags().StringVar(&o.format, "format", "text", "text, or github for annotations")
	cmd.Flags().IntVar(&o.width, "width", 80, "the cells that code must fit")
	return cmd
}

// checked is a blog to check, and of which of its files the findings are wanted.
type checked struct {
	files  fs.FS
	folder string   // where it lies, "" for the built-in blog: before the paths of what was found
	only   []string // paths in it; none: all
}

// checked groups the arguments by the folders that are read for them.
func (a *app) checked(args []string) ([]checked, error) {
	if len(args) == 0 {
		source, err := a.source()
		where, _ := a.named(a.blog)
		return []checked{{files: source, folder: where}}, err
	}
	var out []checked
	for _, arg := range args {
		arg, err := a.named(arg)
		if err != nil {
			return nil, err
		}
		dir, file := arg, ""
		if !isFolder(arg) {
			dir, file = filepath.Split(arg)
			dir = filepath.Clean(dir)
		}
		i := slices.IndexFunc(out, func(c checked) bool { return c.folder == dir && (file == "") == (len(c.only) == 0) })
		if i < 0 {
			source, err := folder(dir)
			if err != nil {
				return nil, err
			}
			out = append(out, checked{files: source, folder: dir})
			i = len(out) - 1
		}
		if file != "" {
			if _, err := fs.Stat(out[i].files, file); err != nil {
				return nil, fmt.Errorf("cannot check: %w", err)
			}
			out[i].only = append(out[i].only, file)
		}
	}
	return out, nil
}

func (a *app) check(cmd *cobra.Command, args []string, o checkOptions) error {
	if o.format != "text" && o.format != "github" {
		return usage("--format %s: use text or github", o.format)
	}
	if o.width < 1 {
		return usage("--width %d: must be at least 1", o.width)
	}
	blogs, err := a.checked(args)
	if err != nil {
		return err
	}
	all := []finding{}
	for _, b := range blogs {
		c, err := catalog.Load(cmd.Context(), b.files)
		if err != nil {
			return err
		}
		found, err := check.Blog(cmd.Context(), c, b.files, check.Options{Only: o.only, Without: o.without, Now: time.Now(), Width: o.width})
		if err != nil {
			return usage("%w", err)
		}
		all = slices.Grow(all, len(found))
		path, shown := "", ""
		for i, f := range found {
			if i == 0 || f.Path != path {
				path, shown = f.Path, text.CleanLine(filepath.ToSlash(filepath.Join(b.folder, f.Path)))
			}
			if len(b.only) == 0 || slices.Contains(b.only, f.Path) {
				all = append(all, finding{shown, f.Line, f.Column, f.Rule, f.Message})
			}
		}
	}
	if err := a.writeFindings(all, o); err != nil {
		return err
	}
	if len(all) > 0 {
		return errFound
	}
	return nil
}

func (a *app) writeFindings(all []finding, o checkOptions) error {
	if o.json {
		return a.sayJSON(all)
	}
	for some := range slices.Chunk(all, findingsAtOnce) {
		var b strings.Builder
		for _, f := range some {
			if o.format == "github" {
				b.WriteString(annotation(f))
				continue
			}
			b.WriteString(check.Finding{Path: f.Path, Line: f.Line, Column: f.Column, Rule: f.Rule, Message: f.Message}.String() + "\n")
		}
		if err := a.say(b.String()); err != nil {
			return err
		}
	}
	return nil
}

// annotation writes a finding as a workflow command of GitHub Actions, which shows it beside the line.
func annotation(f finding) string {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	where := "file=" + property.Replace(f.Path)
	if f.Line > 0 {
		where += fmt.Sprintf(",line=%d", f.Line)
	}
	if f.Column > 0 {
		where += fmt.Sprintf(",col=%d", f.Column)
	}
	return fmt.Sprintf("::warning %s,title=%s::%s\n", where, property.Replace(f.Rule), data.Replace(f.Message))
}
