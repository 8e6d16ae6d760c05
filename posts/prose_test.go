package posts_test

import (
	"hash/maphash"
	"strings"
	"testing"
	"unicode"

	"github.com/blogtui/blogtui/internal/document"
)

// run is how many words in a row no two posts may share.
const run = 12

func TestNoTwoPostsShareARunOfWords(t *testing.T) {
	type place struct {
		article int
		text    string
	}
	all := articles(t)
	seed := maphash.MakeSeed()
	seen := make(map[uint64]place)
	for i, a := range all {
		shared := make(map[int]bool) // articles that were reported: a longer passage is one finding
		words := prose(a.doc)
		for j := 0; j+run <= len(words); j++ {
			passage := strings.Join(words[j:j+run], " ")
			hash := maphash.String(seed, passage)
			before, ok := seen[hash]
			switch {
			case !ok:
				seen[hash] = place{i, passage}
			case before.article != i && before.text == passage && !shared[before.article]:
				shared[before.article] = true
				t.Errorf("%s shares %d words with %s: %q", a.Path, run, all[before.article].Path, passage)
			}
		}
	}
}

// prose returns the words of a post outside its blocks of code, without case and signs.
func prose(doc *document.Document) []string {
	var b strings.Builder
	add := func(runs []document.Run) {
		for _, r := range runs {
			b.WriteString(r.Text)
		}
		b.WriteByte(' ')
	}
	for _, block := range doc.Blocks {
		if block.Kind == document.CodeBlock {
			continue
		}
		add(block.Runs)
		if block.Table != nil {
			for _, row := range block.Table.Rows {
				for _, cell := range row {
					add(cell)
				}
			}
		}
	}
	return strings.FieldsFunc(strings.ToLower(b.String()), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
	})
}
