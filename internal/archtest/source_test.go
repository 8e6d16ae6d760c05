package archtest_test

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/blogtui/blogtui"

// root is the folder of the module, from that of this test.
const root = "../.."

// pkg is one package of the module, without its tests.
type pkg struct {
	name  string // its folder below the module's
	fset  *token.FileSet
	files []*ast.File
}

// imported is one import of a package.
type imported struct {
	path string
	at   token.Position
}

// packages reads all Go files of the module but tests, for every platform.
func packages(t *testing.T) []pkg {
	t.Helper()
	found := make(map[string]*pkg)
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := d.Name(); name != "." && (base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_")) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		folder := path.Dir(name)
		p := found[folder]
		if p == nil {
			p = &pkg{name: folder, fset: token.NewFileSet()}
			found[folder] = p
		}
		source, err := os.ReadFile(path.Join(root, name))
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(p.fset, name, source, parser.ParseComments)
		if err != nil {
			return err
		}
		p.files = append(p.files, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var all []pkg
	for _, p := range found {
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b pkg) int { return cmp.Compare(a.name, b.name) })
	return all
}

func (p pkg) imports() []imported {
	var all []imported
	for _, file := range p.files {
		for _, spec := range file.Imports {
			if importPath, err := strconv.Unquote(spec.Path.Value); err == nil {
				all = append(all, imported{importPath, p.fset.Position(spec.Pos())})
			}
		}
	}
	return all
}

// parse makes a package of one source, for testing the rules themselves.
func parse(t *testing.T, source string) pkg {
	t.Helper()
	p := pkg{name: "x", fset: token.NewFileSet()}
	file, err := parser.ParseFile(p.fset, "x.go", "package x\n"+source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	p.files = []*ast.File{file}
	return p
}
