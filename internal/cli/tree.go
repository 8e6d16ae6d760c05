package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// plan is the files that posts name: those of a later post are laid over those of the ones before.
type plan struct {
	names   []string // in the order in which they are named first
	content map[string]string
}

func planned(bodies [][]byte, language string) plan {
	p := plan{content: map[string]string{}}
	for _, body := range bodies {
		names, content := files(body, language)
		for _, name := range names {
			if _, known := p.content[name]; !known {
				p.names = append(p.names, name)
			}
			p.content[name] = content[name]
		}
	}
	return p
}

// writeFiles writes the files of the posts below the folder, all of them or none: what is in the way is found
// first. os.Root keeps every one inside the folder, links included.
func (a *app) writeFiles(bodies [][]byte, o codeOptions) error {
	p := planned(bodies, o.language)
	if len(p.names) == 0 {
		return errors.New("no block of the post names a file: see `blogtui code` without --out")
	}
	for _, name := range p.names {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return fmt.Errorf("%s: a block names a file outside of %s: nothing was written", name, o.out)
		}
	}
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return fmt.Errorf("cannot make the folder: %w: name another with --out", err)
	}
	root, err := os.OpenRoot(o.out)
	if err != nil {
		return fmt.Errorf("cannot open the folder: %w: name another with --out", err)
	}
	defer root.Close()
	inTheWay := map[string]bool{}
	for _, name := range p.names {
		if inTheWay[name], err = blocked(root, filepath.FromSlash(name), p.content[name]); err != nil {
			return fmt.Errorf("cannot write %s: %w: nothing was written", name, err)
		}
		if inTheWay[name] && !o.force {
			return fmt.Errorf("%s: the file exists already with other content, and nothing was written: choose an empty folder, or --force", name)
		}
	}
	var b strings.Builder
	for _, name := range p.names {
		if err := writeFile(root, filepath.FromSlash(name), p.content[name], inTheWay[name]); err != nil {
			return fmt.Errorf("cannot write %s: %w", name, err)
		}
		b.WriteString(text.CleanLine(filepath.Join(o.out, filepath.FromSlash(name))) + "\n")
	}
	return a.say(b.String())
}

// blocked tells whether something other than the content is where a file is to be written. A folder is never
// taken away, and a link leads nowhere: both are looked at themselves.
func blocked(root *os.Root, name, content string) (bool, error) {
	info, err := root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case info.IsDir():
		return false, errors.New("a folder has its name")
	case !info.Mode().IsRegular() || info.Size() != int64(len(content)):
		return true, nil
	}
	old, err := root.ReadFile(name)
	return string(old) != content, err
}

// writeFile writes one file of a tree, in the place of another where that is wanted.
func writeFile(root *os.Root, name, content string, replace bool) error {
	if dir := filepath.Dir(name); dir != "." {
		if err := root.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	if replace {
		if err := root.Remove(name); err != nil {
			return err
		}
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) { // with this content, unless it came just now
		if other, err := blocked(root, name, content); other || err != nil {
			return errors.Join(fs.ErrExist, err)
		}
		return nil
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString(content)
	return errors.Join(err, f.Close())
}
