// Package desktop reaches what lies around a terminal: the browser and the clipboard, by the programs that
// systems have for them. Programs get an address or a text as an argument or as their input, never through a
// shell, and are kept off the terminal.
package desktop

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/text"
)

// Desktop is the programs of one system.
type Desktop struct {
	environment []string // "NAME=value"
	browsers    [][]string
	clipboards  [][]string
}

// New returns the desktop of a system, as runtime.GOOS names it, and an environment.
func New(system string, environment []string) *Desktop {
	e := env(environment)
	return &Desktop{environment: environment, browsers: browsers(system, e), clipboards: clipboards(system, e)}
}

// How long a program is waited for: one that opens an address may be the browser itself and stay, one that
// copies is done at once.
const (
	browserTime   = 2 * time.Second
	clipboardTime = 5 * time.Second
)

// Browse shows an address in the browser and returns the name of the program that was given it. Only
// http, https and mailto are (text.SafeURL).
func (d *Desktop) Browse(address string) (program string, err error) {
	if !text.SafeURL(address) {
		return "", fmt.Errorf("%q is not for a browser: only http, https and mailto are", address)
	}
	err = errors.New("no browser was found: set BROWSER to one")
	for _, argv := range d.browsers {
		argv = withAddress(argv, address)
		if program, tried := d.start(argv); tried == nil {
			return program, nil
		} else if !errors.Is(tried, exec.ErrNotFound) {
			err = tried
		}
	}
	return "", err
}

// withAddress puts the address where the command line says "%s", else at its end.
func withAddress(argv []string, address string) []string {
	out := make([]string, 0, len(argv)+1)
	placed := false
	for i, arg := range argv {
		if i > 0 && strings.Contains(arg, "%s") {
			arg, placed = strings.ReplaceAll(arg, "%s", address), true
		}
		out = append(out, arg)
	}
	if !placed {
		out = append(out, address)
	}
	return out
}

// start starts a program that may stay, and reports how it failed if it does so soon.
func (d *Desktop) start(argv []string) (program string, err error) {
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Env = d.environment
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return "", fmt.Errorf("cannot start %s: %w", argv[0], err)
	}
	ended := crash.Go(cmd.Wait)
	select {
	case err := <-ended:
		if err != nil {
			return "", fmt.Errorf("%s failed: %w", argv[0], err)
		}
	case <-time.After(browserTime):
	}
	return argv[0], nil
}

// Copy puts text into the clipboard and returns the name of the program that did.
func (d *Desktop) Copy(s string) (program string, err error) {
	err = errors.New("no program for the clipboard was found")
	for _, argv := range d.clipboards {
		ctx, cancel := context.WithTimeout(context.Background(), clipboardTime)
		cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
		cmd.Env = d.environment
		cmd.Stdin = bytes.NewReader([]byte(s))
		cmd.WaitDelay = time.Second
		detach(cmd)
		tried := cmd.Run()
		cancel()
		if tried == nil {
			return argv[0], nil
		}
		if !errors.Is(tried, exec.ErrNotFound) {
			err = fmt.Errorf("%s failed: %w", argv[0], tried)
		}
	}
	return "", err
}
