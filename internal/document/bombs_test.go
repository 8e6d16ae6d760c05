package document

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/theme"
)

// rising repeats what f makes of ascending numbers.
func rising(n int, f func(i int) string) string {
	var out strings.Builder
	for i := range n {
		out.WriteString(f(i))
	}
	return out.String()
}

// bombs are bodies that cost a parser without limits minutes or gigabytes.
func bombs() map[string]func() string {
	again := func(s string, n int) func() string { return func() string { return strings.Repeat(s, n) } }
	around := func(before, s string, n int, after string) func() string {
		return func() string { return before + strings.Repeat(s, n) + after }
	}
	return map[string]func() string{
		"quotations":                around("", "> ", 40_000, "x"),
		"quotations without spaces": around("", ">", 80_000, "x"),
		"lists":                     around("", "- ", 40_000, "x"),
		"ordered lists":             around("", "1. ", 30_000, "x"),
		"quotations and lists":      around("", "> - ", 20_000, "x"),
		"lists by indentation":      func() string { return rising(1000, func(i int) string { return strings.Repeat(" ", i) + "- a\n" }) },
		"lists with blank lines": func() string {
			return rising(2000, func(i int) string { return strings.Repeat("  ", i%40) + "- a\n\n" })
		},
		"blank lines below lists":    func() string { return strings.Repeat("- ", 30_000) + "x" + strings.Repeat("\n", 30_000) },
		"emphasis below quotations":  func() string { return strings.Repeat(">", 50_000) + strings.Repeat("a*", 50_000) },
		"lazy lines":                 func() string { return strings.Repeat("> ", 500) + "x\n" + strings.Repeat("y\n", 100_000) },
		"definitions":                again("a\n: b\n\n", 10_000),
		"definitions in definitions": around("", ": ", 50_000, "a"),
		"details":                    again("<details>\n\n", 10_000),
		"details with summaries":     again("<details><summary>a</summary>\n\nx\n\n", 5_000),
		"links without end":          again("[a](", 20_000),
		"links without end, angled":  again("[a](<b", 30_000),
		"links without end, titled":  again("[a](b (t\n", 50_000),
		"links without end in cells": around("|a|\n|-|\n|", "[a](", 20_000, "|\n"),
		"links without end, heading": around("# ", "[a](", 20_000, ""),
		"brackets":                   func() string { return strings.Repeat("[", 100_000) + "a" + strings.Repeat("]", 100_000) },
		"brackets and parentheses":   again("[ (](", 80_000),
		"images in images":           func() string { return strings.Repeat("![", 50_000) + "a" + strings.Repeat("](x)", 50_000) },
		"empty images":               again("![[]()", 160_000),
		"references":                 again("[a][", 20_000),
		"links":                      again("[a](b) ", 100_000),
		"one address for all":        func() string { return "[a]: " + strings.Repeat("b", 50_000) + "\n\n" + strings.Repeat("[a] ", 50_000) },
		"definitions of links": func() string {
			return "a\n\n" + rising(20_000, func(i int) string { return fmt.Sprintf("[a%d]: /x\n", i) })
		},
		"footnotes": func() string {
			return rising(5_000, func(i int) string { return fmt.Sprintf("[^%d]: x[^%d]\n\n", i, i+1) })
		},
		"footnotes in footnotes":   again("[^a]: ", 20_000),
		"one footnote":             around("", "[^a] ", 100_000, "\n\n[^a]: x"),
		"emphasis":                 again("*a **b ", 50_000),
		"strong emphasis":          func() string { return strings.Repeat("**a *a ", 30_000) + "b" + strings.Repeat(" a** a*", 30_000) },
		"emphasis that crosses":    again("*a_ ", 50_000),
		"emphasis by threes":       around("a**b", "c* ", 50_000, ""),
		"emphasis in brackets":     again("[ a_", 50_000),
		"stars":                    around("", "*", 100_000, "a"),
		"struck out":               again("~~a ~b ", 50_000),
		"scripts":                  again("~a^b", 200_000),
		"dollars":                  again("$a ", 200_000),
		"mathematics without end":  again("$$ a\n", 100_000),
		"parentheses of TeX":       again(`\(`, 200_000),
		"backticks":                again("`", 1_000_000),
		"backticks of all lengths": func() string { return rising(2000, func(i int) string { return strings.Repeat("`", i) + "a" }) },
		"one line":                 again("word ", 200_000),
		"one word":                 again("a", 1<<20),
		"one word of Chinese":      again("日本", 1<<18),
		"combining marks":          around("a", "\u0301", 500_000, ""),
		"joined emoji":             again("👩\u200d", 200_000),
		"emoji codes":              again(":tada:", 100_000),
		"short lines":              around("", "a\n", 50_000, "==="),
		"items":                    again("- item\n", 30_000),
		"items apart":              again("- item\n\n", 30_000),
		"fences in items":          again("- ```\n", 20_000),
		"alerts":                   again("> [!NOTE]\n", 100_000),
		"headings":                 again("# a\n", 100_000),
		"heading attributes":       again("# a {#b}\n", 50_000),
		"open attributes":          around("# ", "{#", 200_000, ""),
		"a long table":             around("|a|b|c|\n|-|-|-|\n", "| one two | `x` | *y* |\n", 5000, ""),
		"a wide table": func() string {
			row := strings.Repeat("|a", 1000) + "|\n"
			return row + strings.Repeat("|-", 1000) + "|\n" + strings.Repeat(row, 20)
		},
		"bars":                again("|", 1_000_000),
		"tags":                again("<a>", 50_000),
		"less-than signs":     again("<", 1_000_000),
		"comments":            around("</", "<!--", 300_000, ""),
		"instructions":        again("<?", 200_000),
		"CDATA":               again("<![CDATA[", 100_000),
		"declarations":        again("<!A ", 100_000),
		"a tag without end":   around("<div>", "<a ", 300_000, ""),
		"references to ESC":   again("&#27;", 200_000),
		"ampersands":          again("&", 1_000_000),
		"backslashes":         again(`\`, 1_000_000),
		"addresses":           again("http://a.example ", 20_000),
		"hosts":               again("www.", 100_000),
		"mail":                again("a.b@c.", 100_000),
		"tabs":                around("", "\t", 1_000_000, "a"),
		"blank lines":         again("\n", 1_000_000),
		"code of one line":    around("```\n", "x", 10_000_000, "\n```"),
		"code of short lines": around("```\n", "x\n", 500_000, ""),
		"blocks of code":      again("```go\nx\n```\n", 100_000),
		"20 MB of paragraphs": again("a b c\n\n", 3_000_000),
		"20 MB in one":        again("lorem ipsum dolor sit amet, *consectetur* `adipiscing`\n", 380_000),
	}
}

// The bounds of what a bomb may cost up to the first screen. Without limits the worst of them allocate tens
// of gigabytes, or take many minutes. The reader is promised two seconds, which BenchmarkBombs shows; the test only
// tells minutes from seconds, on a machine that does much else.
const (
	mostAllocated = 3 << 29 // with the race detector folds in folds are parsed for longer than one waits; without it they take 50 MB
	mostTime      = time.Minute
)

func TestBombsAreReadAtOnce(t *testing.T) {
	styles := theme.Dark().Styles()
	for name, make := range bombs() {
		t.Run(name, func(t *testing.T) {
			body := []byte(make())
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			d := Open("", body)
			l := NewLayout(d, Options{Width: 80, CodeWidth: 100, Styles: styles})
			lines := l.Window(Cursor{}, 50)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if n := after.TotalAlloc - before.TotalAlloc; n > mostAllocated {
				t.Errorf("%d MB were allocated", n>>20)
			}
			if took > mostTime {
				t.Errorf("it took %v", took)
			}
			if len(lines) == 0 && len(strings.TrimSpace(string(body))) > 0 && !strings.HasPrefix(string(body), "<") {
				t.Error("nothing is shown")
			}
		})
	}
}

func BenchmarkBombs(b *testing.B) {
	styles := theme.Dark().Styles()
	for name, make := range bombs() {
		b.Run(name, func(b *testing.B) {
			body := []byte(make())
			b.ReportAllocs()
			for b.Loop() {
				NewLayout(Open("", body), Options{Width: 80, CodeWidth: 100, Styles: styles}).Window(Cursor{}, 50)
			}
		})
	}
}
