// Package theme turns a palette into everything that has a colour: the styles of the screens, the
// Glamour style that draws text, the marks of the document's containers and the colours of code.
//
// A theme is a value. Nothing here is global and nothing changes, so two programs in one process can
// wear two themes.
package theme

import (
	"slices"

	"charm.land/glamour/v2/ansi"
)

// Palette names colours by what they are for. Each is "#rrggbb", the number of one of the terminal's own
// sixteen colours, or empty for its own foreground or no background. The program's colour profile reduces
// "#rrggbb" to the 256 colours of lesser terminals.
type Palette struct {
	// Background is that for which the colours were chosen, empty if that is not known. A terminal keeps its
	// own background if that is dark where the theme is, or light.
	Background string

	Text    string // running text; empty in themes that follow the terminal
	Strong  string // titles
	Muted   string // descriptions, secondary text
	Faint   string // the least important that is still to be read
	Line    string // rules and borders: not read, so the only colour below 4.5:1
	Accent  string // where the cursor is, what is chosen
	Kind    string // categories
	Tag     string
	Link    string
	Code    string // inline code
	Good    string
	Warn    string
	Bad     string
	Select  string // background behind the chosen row
	Match   string // background of what a search found
	OnMatch string // text on Match

	Keyword, String, Number, Comment, Function, Type, Constant, Decorator, Operator string // of code
}

// Theme is a palette with a name.
type Theme struct {
	Name    string
	Dark    bool
	Palette Palette

	glamour *ansi.StyleConfig // of a theme that was read from a Glamour style
}

// Dark is the theme for dark terminals and for those that do not say what they are.
func Dark() Theme {
	return Theme{Name: "dark", Dark: true, Palette: Palette{
		Background: "#16181d",
		Strong:     "#eceff4", Muted: "#a9b1bd", Faint: "#8b93a1", Line: "#4b5363",
		Accent: "#82b4ff", Kind: "#c4a7f5", Tag: "#7fcfb8", Link: "#82b4ff", Code: "#e8c48a",
		Good: "#9fd28a", Warn: "#e9bd6c", Bad: "#f28f8f", Select: "#262b36", Match: "#e9bd6c", OnMatch: "#16181d",
		Keyword: "#c4a7f5", String: "#a5d6a0", Number: "#f0ab7c", Comment: "#8b93a1", Function: "#82b4ff",
		Type: "#7fd4e0", Constant: "#f0ab7c", Decorator: "#e9bd6c", Operator: "#a9b1bd",
	}}
}

// Light is the theme for light terminals.
func Light() Theme {
	return Theme{Name: "light", Palette: Palette{
		Background: "#fafafa",
		Strong:     "#1b1f27", Muted: "#4d5563", Faint: "#646c7a", Line: "#b9c0cb",
		Accent: "#0a58c8", Kind: "#7434c8", Tag: "#0b6b59", Link: "#0a58c8", Code: "#8f4a06",
		Good: "#2b6e1f", Warn: "#855300", Bad: "#b3261e", Select: "#e4ebf7", Match: "#ffd978", OnMatch: "#1b1f27",
		Keyword: "#7434c8", String: "#2b6e1f", Number: "#a04100", Comment: "#646c7a", Function: "#0a58c8",
		Type: "#0a6577", Constant: "#a04100", Decorator: "#855300", Operator: "#4d5563",
	}}
}

// All lists the themes by name, in the order a picker shows them.
func All() []Theme {
	return []Theme{
		Dark(), Light(), catppuccinMocha(), catppuccinLatte(), dracula(), gruvbox(), nord(), solarizedLight(),
		tokyoNight(), contrastDark(), contrastLight(),
	}
}

// Named returns the theme of that name.
func Named(name string) (Theme, bool) {
	all := All()
	i := slices.IndexFunc(all, func(t Theme) bool { return t.Name == name })
	if i < 0 {
		return Theme{}, false
	}
	return all[i], true
}

// Basic is the theme for terminals of sixteen colours. Greys and tints would come out there as whichever
// colour is nearest, dark blue on black among them, so text keeps the terminal's own foreground and the
// few colours are those that every palette of sixteen keeps legible.
func Basic(dark bool) Theme {
	t := Theme{Name: "basic", Dark: dark, Palette: Palette{
		Line: "8", Accent: "6", Kind: "5", Tag: "2", Link: "6", Code: "3",
		Good: "2", Warn: "3", Bad: "1", Match: "3", OnMatch: "0",
		Keyword: "5", String: "2", Number: "3", Function: "6", Type: "6", Constant: "3", Decorator: "3",
	}}
	if !dark {
		p := &t.Palette
		p.Accent, p.Link, p.Function, p.Type, p.Tag, p.Good, p.String = "4", "4", "4", "4", "4", "4", "4"
		p.Code, p.Warn, p.Number, p.Constant, p.Decorator = "1", "1", "1", "1", "1"
	}
	return t
}
