package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/blogtui/blogtui/internal/regular"
	"github.com/blogtui/blogtui/internal/text"
)

// plan is the files that posts name: those of a later post are laid over those of the ones before.
type plan struct {
	names    []string            // in the order in which they are named first
	versions map[string][]string // what each post makes of them; the last is what is to be written
}

func planned(bodies [][]byte, language string) plan {
	p := plan{versions: map[string][]string{}}
	for _, body := range bodies {
		names, content := files(body, language)
		for _, name := range names {
			if _, known := p.versions[name]; !known {
				p.names = append(p.names, name)
			}
			p.versions[name] = append(p.versions[name], content[name])
		}
	}
	return p
}

// check finds what no folder can hold.
func (p plan) check() error {
	for _, name := range p.names {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return fmt.Errorf("%s: a block names a file outside of the folder", name)
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if _, file := p.versions[dir]; file {
				return fmt.Errorf("%s: a block names a file below another, %s", name, dir)
			}
		}
	}
	return nil
}

// tree is the folder that files are written below: an *os.Root, which keeps every one inside whatever becomes a link
// meanwhile.
type tree interface {
	Lstat(name string) (fs.FileInfo, error)
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
	MkdirAll(name string, perm fs.FileMode) error
	Remove(name string) error
	Rename(oldname, newname string) error
}

// writeFiles writes the files of the posts below the folder, and says which they are.
func (a *app) writeFiles(bodies [][]byte, o codeOptions) error {
	p := planned(bodies, o.language)
	if len(p.names) == 0 {
		return errors.New("no block of the post names a file: see `blogtui code` without --out")
	}
	if err := p.check(); err != nil {
		return fmt.Errorf("%s: %w: nothing was written", o.out, err)
	}
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return fmt.Errorf("cannot make the folder: %w: name another with --out", err)
	}
	root, err := os.OpenRoot(o.out)
	if err != nil {
		return fmt.Errorf("cannot open the folder: %w: name another with --out", err)
	}
	defer root.Close()
	if err := p.lay(root, o.force); err != nil {
		return fmt.Errorf("%s: %w", o.out, err)
	}
	var b strings.Builder
	for _, name := range p.names {
		b.WriteString(text.CleanLine(filepath.Join(o.out, filepath.FromSlash(name))) + "\n")
	}
	return a.say(b.String())
}

// lay writes the files, all of them or none: what is in the way is found first.
func (p plan) lay(t tree, force bool) error {
	var inTheWay []string
	for _, name := range p.names {
		found, _, err := look(t, name, p.versions[name])
		if err != nil {
			return fmt.Errorf("cannot write %s: %w: nothing was written", name, err)
		}
		if found == other {
			inTheWay = append(inTheWay, name)
		}
	}
	if len(inTheWay) > 0 && !force {
		return fmt.Errorf("files that you have changed or made are in the way: %s: nothing was written: name another folder with --out, or replace them with --force", strings.Join(inTheWay, ", "))
	}
	for i, name := range p.names {
		if err := write(t, name, p.versions[name], force); err != nil {
			return fmt.Errorf("cannot write %s: %w: %d of %d files were written: mend that and write them again", name, err, i, len(p.names))
		}
	}
	return nil
}

// found is what stands where a file is to be written.
type found int

const (
	nothing found = iota
	same          // what is to be written
	earlier       // what a post before makes of it, so that nobody's work is lost with it
	other
)

// look finds what stands where a file is to be written, of which there are versions, and the permissions that the
// file is to have. A folder is never taken away, and a link leads nowhere: both are looked at themselves.
func look(t tree, name string, versions []string) (found, fs.FileMode, error) {
	const usual = 0o644
	name = filepath.FromSlash(name)
	info, err := t.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nothing, usual, nil
	case err != nil:
		return other, usual, err
	case info.IsDir():
		return other, usual, errors.New("a folder has its name")
	case !info.Mode().IsRegular():
		return other, usual, nil
	}
	kept := info.Mode().Perm() // of a script that was made executable, for one
	content, err := read(t, name, len(slices.MaxFunc(versions, func(a, b string) int { return len(a) - len(b) }))+1)
	switch {
	case err != nil:
		return other, kept, err
	case content == versions[len(versions)-1]:
		return same, kept, nil
	case slices.Contains(versions, content):
		return earlier, kept, nil
	}
	return other, kept, nil
}

// read reads a file up to some bytes. It waits for no pipe that has taken its place.
func read(t tree, name string, most int) (string, error) {
	f, err := t.OpenFile(name, os.O_RDONLY|regular.Own, 0)
	if err != nil {
		return "", err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, int64(most)))
	return string(content), err
}

// write writes the last version of a file. What it replaces is there until the new one is whole, and is never a
// file that came since it was looked for.
func write(t tree, name string, versions []string, force bool) error {
	found, perm, err := look(t, name, versions)
	switch {
	case err != nil:
		return err
	case found == same:
		return nil
	case found == other && !force:
		return fs.ErrExist
	}
	name = filepath.FromSlash(name)
	if err := t.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	content := versions[len(versions)-1]
	if found == nothing {
		return create(t, name, content, perm)
	}
	beside := filepath.Join(filepath.Dir(name), "."+strconv.FormatUint(rand.Uint64(), 36))
	if err := create(t, beside, content, perm); err != nil {
		return err
	}
	if err := t.Rename(beside, name); err != nil {
		return errors.Join(err, t.Remove(beside))
	}
	return nil
}

// create makes a file that was not there, whole or not at all.
func create(t tree, name, content string, perm fs.FileMode) error {
	f, err := t.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return err
	}
	_, err = f.WriteString(content)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, t.Remove(name))
	}
	return nil
}
