package archtest_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// variables tells the package-level variables of a package from everything else of the same name.
type variables struct {
	scope *types.Scope
	uses  map[*ast.Ident]types.Object
}

// resolve finds what the names of a package stand for. Its imports are not read: what they declare
// stays unknown, which is no matter here, and so is every error of the type checker.
func resolve(p pkg) variables {
	info := types.Info{Uses: make(map[*ast.Ident]types.Object)}
	config := types.Config{Importer: noImports{}, Error: func(error) {}}
	checked, _ := config.Check(p.name, p.fset, p.files, &info)
	return variables{checked.Scope(), info.Uses}
}

type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errors.New("not read") }

// globals returns what breaks the rule that nothing global changes: functions called init, variables
// that have no value to begin with or are made to change, and every place that changes one. It follows
// names, not values: a method that changes what it is called on is not seen.
func globals(p pkg) []string {
	var problems []string
	report := func(at ast.Node, format string, args ...any) {
		problems = append(problems, fmt.Sprintf("%s: %s", p.fset.Position(at.Pos()), fmt.Sprintf(format, args...)))
	}
	vars := resolve(p)
	for _, file := range p.files {
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Name.Name == "init" && d.Recv == nil {
					report(d, "func init runs before main, wherever it is imported")
				}
			case *ast.GenDecl:
				if d.Tok == token.VAR {
					declaration(d, report)
				}
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			vars.inspect(n, report)
			return true
		})
	}
	return problems
}

type reporter func(at ast.Node, format string, args ...any)

// declaration reports the variables of a declaration that can only be meant to change.
func declaration(d *ast.GenDecl, report reporter) {
	for _, s := range d.Specs {
		spec := s.(*ast.ValueSpec)
		for _, name := range spec.Names {
			if name.Name != "_" && len(spec.Values) == 0 && !embeds(d.Doc) && !embeds(spec.Doc) {
				report(name, "%s has no value: it can only be meant to change", name.Name)
			}
		}
		for _, value := range spec.Values {
			if why := mutable(value); why != "" {
				report(spec, "%s is made to change: %s", spec.Names[0].Name, why)
			}
		}
	}
}

func embeds(doc *ast.CommentGroup) bool {
	if doc == nil {
		return false
	}
	for _, c := range doc.List {
		if strings.HasPrefix(c.Text, "//go:embed ") {
			return true
		}
	}
	return false
}

// lazy are the functions of sync that make a value once, which is then always the same.
var lazy = map[string]bool{"OnceFunc": true, "OnceValue": true, "OnceValues": true}

// mutable says what in a value, outside functions, serves nothing but change.
func mutable(value ast.Expr) string {
	why := ""
	ast.Inspect(value, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if name, ok := n.Fun.(*ast.Ident); ok && (name.Name == "make" || name.Name == "new") {
				why = name.Name
			}
		case *ast.SelectorExpr:
			if from, ok := n.X.(*ast.Ident); ok && (from.Name == "atomic" || from.Name == "sync" && !lazy[n.Sel.Name]) {
				why = from.Name + "." + n.Sel.Name
			}
		}
		return true
	})
	return why
}

// inspect reports a node that changes a variable.
func (v variables) inspect(n ast.Node, report reporter) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for _, left := range n.Lhs {
			if name := v.root(left); name != "" {
				report(left, "%s is assigned to", name)
			}
		}
	case *ast.IncDecStmt:
		if name := v.root(n.X); name != "" {
			report(n, "%s is assigned to", name)
		}
	case *ast.RangeStmt:
		for _, e := range []ast.Expr{n.Key, n.Value} {
			if name := v.root(e); name != "" {
				report(n, "%s is assigned to", name)
			}
		}
	case *ast.UnaryExpr:
		if name := v.root(n.X); n.Op == token.AND && name != "" {
			report(n, "the address of %s is taken", name)
		}
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "delete" || f.Name == "clear" || f.Name == "copy") && len(n.Args) > 0 {
			if name := v.root(n.Args[0]); name != "" {
				report(n, "%s is changed by %s", name, f.Name)
			}
		}
	}
}

// root returns the package-level variable of which an expression is the whole or a part, "" if it is of
// something else.
func (v variables) root(e ast.Expr) string {
	for {
		switch x := e.(type) {
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.Ident:
			if variable, ok := v.uses[x].(*types.Var); ok && variable.Parent() == v.scope {
				return x.Name
			}
			return ""
		default:
			return ""
		}
	}
}
