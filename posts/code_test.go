package posts_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"go.yaml.in/yaml/v3"

	"github.com/blogtui/blogtui/internal/text"
)

// maxColumns is how wide a line of code may be, in cells.
const maxColumns = 88

func TestCodeHasALanguageAndFits(t *testing.T) {
	for _, a := range articles(t) {
		for _, code := range a.doc.Code {
			if code.Language == "" {
				t.Errorf("%s:%d: code without a language", a.Path, a.line(code.Line)-1)
			}
			for i, line := range strings.Split(code.Text, "\n") {
				if width := text.Width(text.ExpandTabs(line)); width > maxColumns {
					t.Errorf("%s:%d: a line of code of %d columns, of at most %d", a.Path, a.line(code.Line+i), width, maxColumns)
				}
			}
		}
	}
}

func TestDataParses(t *testing.T) {
	parsers := map[string]func([]byte) error{"json": parseJSON, "yaml": parseYAML, "yml": parseYAML, "toml": parseTOML}
	for _, a := range articles(t) {
		for _, code := range a.doc.Code {
			if parse := parsers[code.Language]; parse != nil {
				if err := parse([]byte(code.Text)); err != nil {
					t.Errorf("%s:%d: this %s does not parse: %v", a.Path, a.line(code.Line), code.Language, err)
				}
			}
		}
	}
}

func parseJSON(data []byte) error {
	var value any
	return json.Unmarshal(data, &value)
}

func parseTOML(data []byte) error {
	var value map[string]any
	return toml.Unmarshal(data, &value)
}

// parseYAML parses all documents of a stream.
func parseYAML(data []byte) error {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	for {
		var value any
		if err := decoder.Decode(&value); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// parsePython names every file of its folder that does not parse.
const parsePython = `
import ast, pathlib
for path in sorted(pathlib.Path(".").glob("*.block")):
    try:
        ast.parse(path.read_text(encoding="utf-8"))
    except SyntaxError as error:
        print(path.stem, f"line {error.lineno}: {error.msg}", sep="\t")
`

func TestPythonParses(t *testing.T) {
	python := pythonOf(t)
	folder := t.TempDir()
	places := make(map[string]string) // by name of the file, where the block stands
	for _, a := range articles(t) {
		for _, code := range a.doc.Code {
			if code.Language == "python" {
				name := strconv.Itoa(len(places))
				places[name] = fmt.Sprintf("%s:%d", a.Path, a.line(code.Line))
				write(t, filepath.Join(folder, name+".block"), code.Text)
			}
		}
	}
	write(t, filepath.Join(folder, "check.py"), parsePython)
	check := exec.CommandContext(t.Context(), python, "check.py")
	check.Dir = folder
	check.Stderr = os.Stderr
	output, err := check.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(output)) {
		name, problem, _ := strings.Cut(strings.TrimSpace(line), "\t")
		t.Errorf("%s: the Python that starts here does not parse: %s", places[name], problem)
	}
	if len(places) == 0 {
		t.Error("no block of Python was found")
	}
}

// pythonOf returns the Python that BLOGTUI_PYTHON names. It has the libraries of the posts.
func pythonOf(t *testing.T) string {
	t.Helper()
	python := os.Getenv("BLOGTUI_PYTHON")
	if python == "" {
		t.Skip("BLOGTUI_PYTHON names no Python with the libraries of the posts: .ci/python-env makes one and prints its path")
	}
	return python
}

// write writes a file and the folders in which it stands.
func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
