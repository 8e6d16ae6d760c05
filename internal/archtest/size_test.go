package archtest_test

import (
	"fmt"
	"go/ast"
	"strings"
	"testing"
)

// What a reader can hold in mind at once, in lines.
const (
	maxFile     = 400
	maxFunction = 60
	usual       = 40 // what nine functions in ten stay below
)

func TestFilesAndFunctionsStayReadable(t *testing.T) {
	functions, long := 0, 0
	for _, p := range packages(t) {
		for _, file := range p.files {
			if end := p.fset.Position(file.FileEnd); end.Line > maxFile+1 {
				t.Errorf("%s has %d lines, more than %d", end.Filename, end.Line, maxFile)
			}
			for _, d := range file.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok {
					continue
				}
				from, to := p.fset.Position(f.Pos()), p.fset.Position(f.End())
				lines := to.Line - from.Line + 1
				if lines > maxFunction {
					t.Errorf("%s: %s has %d lines, more than %d", from, f.Name.Name, lines, maxFunction)
				}
				functions++
				if lines > usual {
					long++
				}
			}
		}
	}
	if 10*long > functions {
		t.Errorf("%d of %d functions have more than %d lines, more than one in ten", long, functions, usual)
	}
}

func TestNothingGlobalChanges(t *testing.T) {
	for _, p := range packages(t) {
		for _, problem := range globals(p) {
			t.Error(problem)
		}
	}
}

func TestGlobalsThatChangeAreSeen(t *testing.T) {
	for source, want := range map[string]string{
		`func init() {}`:                                       "func init",
		`type T struct{}; func (T) init() {}`:                  "",
		`var a = 1; func f() { a = 2 }`:                        "a is assigned to",
		`var a = 1; func f() { a++ }`:                          "a is assigned to",
		`var a = 1; func f() { a += 1 }`:                       "a is assigned to",
		`var a = T{1}; func f() { a.b.c = 2 }`:                 "a is assigned to",
		`var a = []int{1}; func f() { a[0] = 2 }`:              "a is assigned to",
		`var a = M{1: 2}; func f() { delete(a, 1) }`:           "a is changed by delete",
		`var a = M{1: 2}; func f() { clear(a) }`:               "a is changed by clear",
		`var a = []int{1}; func f() { for a[0] = range 3 {} }`: "a is assigned to",
		`var a = T{}; func f() { g(&a) }`:                      "the address of a is taken",
		`var a = &T{}; func f() { *a = T{} }`:                  "a is assigned to",
		`var a = 1; func f() { a := 2; a = 3; _ = a }`:         "",
		`var a = 1; func f(a int) { a = 3 }`:                   "",
		`var a = 1; func f() { g(func(a int) { a++ }) }`:       "",
		`var a int`:                       "a has no value",
		`var a map[string]int`:            "a has no value",
		`var _ error`:                     "",
		`var _ I = (*T)(nil)`:             "",
		"//go:embed x\nvar a embed.FS":    "",
		`var a = sync.Mutex{}`:            "a is made to change",
		`var a = atomic.Int64{}`:          "a is made to change",
		`var a = make(map[string]int)`:    "a is made to change",
		`var a = new(int)`:                "a is made to change",
		`var a = make(chan int)`:          "a is made to change",
		`var a = sync.Once{}`:             "a is made to change",
		`var a = sync.OnceFunc(f)`:        "",
		`var a = sync.OnceValue(f)`:       "",
		`var a = errors.New("x")`:         "",
		`var a = regexp.MustCompile("x")`: "",
		`var a = func() int { m := make([]int, 1); return m[0] }`: "",
		`var a = []int{1}; func f() int { return a[0] }`:          "",
	} {
		got := globals(parse(t, source))
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || !strings.Contains(fmt.Sprint(got), want)) {
			t.Errorf("%s\n%v, want %q", source, got, want)
		}
	}
}
