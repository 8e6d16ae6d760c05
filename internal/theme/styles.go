package theme

import (
	"cmp"
	"image/color"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
)

// Styles is a theme ready to draw with.
type Styles struct {
	Name string
	Dark bool
	// Background and Ink are what a terminal must be given whose own background does not fit the theme;
	// nil if there are none.
	Background, Ink color.Color

	// The screens.
	Text        lipgloss.Style
	Title       lipgloss.Style // of the blog, of a screen
	Tagline     lipgloss.Style
	PostTitle   lipgloss.Style
	Chosen      lipgloss.Style // the title under the cursor
	ChosenBar   lipgloss.Style // the bar beside the row under the cursor
	Category    lipgloss.Style
	Description lipgloss.Style
	Meta        lipgloss.Style // minutes, date, series
	Tag         lipgloss.Style
	TagOn       lipgloss.Style // included by the filter
	TagOff      lipgloss.Style // excluded by the filter
	Chip        lipgloss.Style // one part of the filter
	Match       lipgloss.Style // letters that the filter matched
	Key         lipgloss.Style // a key in hints and help
	Hint        lipgloss.Style // what the key does
	Faint       lipgloss.Style
	Dim         lipgloss.Style // what cannot be chosen, or need not be any more
	Rule        lipgloss.Style // lines and borders
	Good        lipgloss.Style
	Warning     lipgloss.Style
	Error       lipgloss.Style
	Selected    lipgloss.Style // the chosen row of an overlay
	Prompt      lipgloss.Style

	Markdown ansi.StyleConfig // Glamour's: text, headings, emphasis, inline code, links
	Markup   Markup
	Code     Code
}

// Markup holds the SGR sequences of what a document has beside text.
type Markup struct {
	Marker, TaskDone, TaskOpen string // of list items
	Quote                      string // the bar of a quotation
	Rule                       string // thematic breaks
	TableRule, TableHead       string
	CodeText, CodeLabel        string // code without colours; language and file name above it
	More                       string // the mark that a line goes on beyond the border
	Note, Tip, Important       string // bars and titles of alerts
	Warning, Caution           string
	Keyboard, HTML, Image      string
	Summary, Term, Footnote    string

	// What lies over text: what a search found, the one of it that is shown, the link that has the keyboard.
	Found, FoundHere, Focus string
}

// Styles builds the styles of the theme.
func (t Theme) Styles() *Styles {
	p := t.Palette
	fg := func(hex string) lipgloss.Style { return lipgloss.NewStyle().Foreground(colour(hex)) }
	strong := fg(p.Strong).Bold(true)
	selected := strong.Background(colour(p.Select))
	if p.Select == "" {
		selected = strong.Reverse(true)
	}
	s := &Styles{
		Name: t.Name, Dark: t.Dark,
		Text:        fg(p.Text),
		Title:       strong,
		Tagline:     fg(p.Muted),
		PostTitle:   strong,
		Chosen:      fg(p.Accent).Bold(true),
		ChosenBar:   fg(p.Accent),
		Category:    fg(p.Kind),
		Description: fg(p.Muted),
		Meta:        fg(p.Faint),
		Tag:         fg(p.Tag),
		TagOn:       fg(p.Tag).Bold(true).Reverse(true),
		TagOff:      fg(p.Bad).Strikethrough(true),
		Chip:        fg(p.Accent),
		Match:       fg(p.Accent).Underline(true),
		Key:         fg(p.Accent).Bold(true),
		Hint:        fg(p.Faint),
		Faint:       fg(p.Faint),
		Dim:         fg(p.Faint).Faint(p.Faint == ""),
		Rule:        fg(p.Line),
		Good:        fg(p.Good),
		Warning:     fg(p.Warn),
		Error:       fg(p.Bad),
		Selected:    selected,
		Prompt:      fg(p.Accent).Bold(true),
		Markdown:    markdown(p),
		Markup:      markup(p),
		Code:        code(p),
	}
	if p.Background != "" {
		s.Background, s.Ink = colour(p.Background), colour(cmp.Or(p.Text, p.Strong))
	}
	if t.glamour != nil {
		s.Markdown, s.Code = leaves(*t.glamour), glamourCode(s.Code, t.glamour.CodeBlock.Chroma)
	}
	return s
}

// Fits tells whether the theme can be read on the background that the terminal has.
func (s *Styles) Fits(dark bool) bool { return s.Background == nil || s.Dark == dark }

func colour(hex string) color.Color {
	if hex == "" {
		return lipgloss.NoColor{}
	}
	return lipgloss.Color(hex)
}

func markup(p Palette) Markup {
	return Markup{
		Marker: sgr(p.Accent), TaskDone: sgr(p.Good), TaskOpen: sgr(p.Faint),
		Quote: sgr(p.Line), Rule: sgr(p.Line),
		TableRule: sgr(p.Line), TableHead: sgr(p.Strong, bold),
		CodeText: sgr(p.Text), CodeLabel: sgr(p.Faint), More: sgr(p.Accent),
		Note: sgr(p.Accent), Tip: sgr(p.Good), Important: sgr(p.Kind), Warning: sgr(p.Warn), Caution: sgr(p.Bad),
		Keyboard: sgr(p.Strong, bold), HTML: sgr(p.Faint), Image: sgr(p.Kind),
		Summary: sgr(p.Strong, bold), Term: sgr(p.Strong, bold), Footnote: sgr(p.Accent),
		Found: mark(p.OnMatch, p.Match), FoundHere: mark("", p.Accent, bold, underline), Focus: mark("", p.Accent, bold),
	}
}

// markdown is the Glamour style of the palette: leaves only, since the document lays out the rest. The
// document itself has no colour, margin or prefix: with one, Glamour would repeat it for every word.
func markdown(p Palette) ansi.StyleConfig {
	on := true
	ink := func(hex string) *string {
		if hex == "" {
			return nil
		}
		return &hex
	}
	heading := func(hex string) ansi.StyleBlock {
		return ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: ink(hex), Bold: &on}}
	}
	inlineCode := ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: ink(p.Code)}}
	if p.Code == "" {
		inlineCode.Bold = &on
	}
	return ansi.StyleConfig{
		Text:          ansi.StylePrimitive{Color: ink(p.Text)},
		H1:            heading(p.Strong),
		H2:            heading(p.Accent),
		H3:            heading(p.Kind),
		H4:            heading(p.Strong),
		H5:            heading(p.Muted),
		H6:            heading(p.Faint),
		Emph:          ansi.StylePrimitive{Italic: &on},
		Strong:        ansi.StylePrimitive{Bold: &on},
		Strikethrough: ansi.StylePrimitive{CrossedOut: &on},
		LinkText:      ansi.StylePrimitive{Color: ink(p.Link), Underline: &on},
		Code:          inlineCode,
	}
}
