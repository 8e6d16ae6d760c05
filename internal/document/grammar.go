package document

import (
	"github.com/yuin/goldmark"
	emoji "github.com/yuin/goldmark-emoji"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// grammar is what is Markdown here: CommonMark with GitHub's tables, strikethrough, task lists and
// autolinks, footnotes, definition lists, heading attributes, emoji codes, mathematics, and what is raised
// and lowered.
type grammar struct {
	full   parser.Parser
	blocks parser.Parser // the structure without what is in a line
}

func newGrammar() grammar {
	md := goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.DefinitionList, emoji.Emoji),
		goldmark.WithParserOptions(
			parser.WithAttribute(),
			parser.WithBlockParsers(
				util.Prioritized(noteParser{}, 950),
				util.Prioritized(mathBlockParser{}, 940),
				util.Prioritized(longParagraphs{parser.NewParagraphParser()}, 990),
			),
			parser.WithInlineParsers(
				util.Prioritized(mathParser{}, 99),
				util.Prioritized(scriptParser{}, 103),
				util.Prioritized(markerParser{}, 101),
				util.Prioritized(bracketGuard{}, 102),
			),
		),
	)
	blocks := parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(noteParser{}, 950),
			util.Prioritized(mathBlockParser{}, 940),
			util.Prioritized(longParagraphs{parser.NewParagraphParser()}, 990),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		)...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200), // below a table "-" is an item, and no heading
		)...),
	)
	return grammar{full: md.Parser(), blocks: blocks}
}

// scope is what the parser is told of the rest of the document: references that are defined elsewhere.
type scope struct {
	parser.Context
	index    *index
	brackets *brackets
}

// Reference returns the definition of a link label.
func (c scope) Reference(label string) (parser.Reference, bool) {
	r, ok := c.index.references[label]
	return r, ok
}

// AddReference notes a definition. When the index is complete it knows all.
func (c scope) AddReference(r parser.Reference) {
	key := util.ToLinkReference(r.Label())
	if _, known := c.index.references[key]; !known && !c.index.complete {
		c.index.references[key] = r
	}
}

func (g grammar) parse(p parser.Parser, source []byte, x *index) ast.Node {
	return p.Parse(gtext.NewReader(source), parser.WithContext(scope{parser.NewContext(), x, &brackets{}}))
}
