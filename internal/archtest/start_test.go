package archtest_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"
	"testing"
)

// A program is waited for at every start, also by a reader who only wants its version.
func TestNothingIsCompiledBeforeMain(t *testing.T) {
	for _, p := range packages(t) {
		for _, problem := range compiledAtStart(p) {
			t.Error(problem)
		}
	}
}

func TestWhatIsCompiledBeforeMainIsSeen(t *testing.T) {
	for source, want := range map[string]bool{
		"var a = regexp.MustCompile(`x`)":                                                        true,
		"var (\n\ta, b = 1, must(regexp.CompilePOSIX(`x`))\n)":                                   true,
		"var a = map[string]any{`x`: regexp.MustCompile(`x`)}":                                   true,
		"var a = func() *regexp.Regexp { return regexp.MustCompile(`x`) }()":                     true,
		"var a = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`x`) })":       false,
		"var a = func() *regexp.Regexp { return regexp.MustCompile(`x`) }":                       false,
		"var a = regexp.QuoteMeta(`x`)":                                                          false,
		"func f() { var a = regexp.MustCompile(`x`) }":                                           false,
		"var a = template.Must(template.New(`x`).Parse(`x`))":                                    true,
		"var a = sync.OnceValue(func() *template.Template { return template.Must(parse(`x`)) })": false,
	} {
		if got := compiledAtStart(parse(t, source)); (len(got) > 0) != want {
			t.Errorf("%s: %q", source, got)
		}
	}
}

// compiledAtStart returns the values of package-level variables for which a pattern or a template is compiled
// before main begins.
func compiledAtStart(p pkg) []string {
	var out []string
	for _, file := range p.files {
		for _, decl := range file.Decls {
			d, ok := decl.(*ast.GenDecl)
			if !ok || d.Tok != token.VAR {
				continue
			}
			for _, s := range d.Specs {
				for _, value := range s.(*ast.ValueSpec).Values {
					if what := compiles(value); what != "" {
						out = append(out, fmt.Sprintf("%s: %s as the program starts: wrap it in sync.OnceValue", p.fset.Position(value.Pos()), what))
					}
				}
			}
		}
	}
	return out
}

// compiles names what an expression compiles as it is evaluated, "" if nothing. The body of a function counts
// only where it is called at once.
func compiles(value ast.Expr) string {
	what := ""
	ast.Inspect(value, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			of, name := called(n)
			if of == "regexp" && strings.Contains(name, "Compile") || of == "template" && name == "Must" {
				what = of + "." + name
			}
			if f, ok := n.Fun.(*ast.FuncLit); ok {
				ast.Inspect(f.Body, func(n ast.Node) bool {
					if call, ok := n.(*ast.CallExpr); ok && what == "" {
						what = compiles(call)
					}
					return true
				})
			}
		}
		return true
	})
	return what
}
