package document

import (
	"fmt"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// Speak returns a block as it is read aloud: what it is in words, without lines and boxes, each string a
// sentence or a line of code. A reader whose screen is spoken to them hears where code begins and ends, and
// of a table which column a cell stands in.
func (d *Document) Speak(block int) []string {
	b := d.Block(block)
	switch b.Kind {
	case HeadingBlock:
		return []string{fmt.Sprintf("Heading level %d: %s", b.Level, line(d.Text(block)))}
	case CodeBlock:
		return speakCode(*d.Listing(block))
	case TableBlock:
		return speakTable(b.Table)
	case Rule:
		return []string{"Separator."}
	case AlertTitle:
		return []string{line(d.Text(block)) + ":"}
	case Summary:
		return []string{"Details: " + line(d.Text(block))}
	}
	said := strings.TrimSpace(speakPieces(b.first) + line(d.Text(block)))
	if said == "" {
		return nil
	}
	return []string{said}
}

func line(s string) string { return strings.Join(strings.Fields(text.CleanLine(s)), " ") }

// speakPieces says what a block stands in: the item of a list, a quotation.
func speakPieces(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch p.role {
		case bullet, footnote:
			mark := strings.TrimSpace(p.text)
			if !strings.ContainsAny(mark, "0123456789") {
				mark = "-"
			}
			b.WriteString(mark + " ")
		case taskDone:
			b.WriteString("Done: ")
		case taskOpen:
			b.WriteString("To do: ")
		case quote:
			if b.Len() == 0 {
				b.WriteString("Quote: ")
			}
		}
	}
	return b.String()
}

func speakCode(c Code) []string {
	lines := strings.Split(strings.TrimSuffix(text.ExpandTabs(c.Text), "\n"), "\n")
	head := "Code"
	if c.Language != "" {
		head += ", " + c.Language
	}
	if c.Title != "" {
		head += ", file " + c.Title
	}
	out := append([]string{fmt.Sprintf("%s, %s:", head, counted(len(lines), "line"))}, lines...)
	return append(out, "End of code.")
}

func speakTable(t *Table) []string {
	if len(t.Rows) == 0 {
		return nil
	}
	out := []string{fmt.Sprintf("Table, %s, %s:", counted(len(t.Align), "column"), counted(len(t.Rows)-1, "row"))}
	for i, row := range t.Rows[1:] {
		var cells []string
		for j, cell := range row {
			value := line(plain(cell))
			if value == "" {
				continue
			}
			if name := line(plain(t.Rows[0][j])); name != "" {
				value = name + ": " + value
			}
			cells = append(cells, value)
		}
		out = append(out, fmt.Sprintf("Row %d. %s.", i+1, strings.Join(cells, "; ")))
	}
	return append(out, "End of table.")
}

// counted is a number of things in words: "1 line", "2 lines".
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
