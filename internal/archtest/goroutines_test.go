package archtest_test

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"
	"testing"
)

// mayStart are the packages that start goroutines by themselves: that which catches their panics, and the
// driver of tests.
var mayStart = []string{"internal/crash", "internal/tui/tuitest"}

func TestEveryGoroutineCatchesItsPanic(t *testing.T) {
	for _, p := range packages(t) {
		if slices.Contains(mayStart, p.name) {
			continue
		}
		for _, problem := range goroutines(p) {
			t.Error(problem)
		}
	}
}

func TestGoroutinesAreSeen(t *testing.T) {
	for source, want := range map[string]string{
		`func f() { go g() }`:                                     "go statement",
		`func f() { var w sync.WaitGroup; w.Go(g) }`:              "w.Go",
		`func f() { time.AfterFunc(1, g) }`:                       "AfterFunc",
		`func f() { context.AfterFunc(c, func() { g() }) }`:       "AfterFunc",
		`func f() { crash.Go(g) }`:                                "",
		`func f() { time.AfterFunc(1, func() { crash.Try(g) }) }`: "",
	} {
		got := strings.Join(goroutines(parse(t, source)), "\n")
		if (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q", source, got)
		}
	}
}

// goroutines returns the places where one is started whose panic nothing catches.
func goroutines(p pkg) []string {
	var out []string
	report := func(n ast.Node, what string) {
		out = append(out, fmt.Sprintf("%s: %s: use crash.Go or crash.Try, so that a panic does not end the process", p.fset.Position(n.Pos()), what))
	}
	for _, f := range p.files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				report(n, "a go statement")
			case *ast.CallExpr:
				of, name := called(n)
				switch {
				case name == "Go" && of != "crash":
					report(n, of+".Go")
				case name == "AfterFunc" && !catches(n.Args[len(n.Args)-1]):
					report(n, of+".AfterFunc")
				}
			}
			return true
		})
	}
	return out
}

// called returns the name of a function that is called and of what it belongs to.
func called(call *ast.CallExpr) (of, name string) {
	s, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	if x, ok := s.X.(*ast.Ident); ok {
		of = x.Name
	}
	return of, s.Sel.Name
}

func catches(f ast.Expr) bool {
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			of, name := called(call)
			found = found || of == "crash" && name == "Try"
		}
		return true
	})
	return found
}
