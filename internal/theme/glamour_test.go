package theme

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"charm.land/glamour/v2/styles"
	"github.com/alecthomas/chroma/v2"
)

func TestAGlamourStyleBecomesATheme(t *testing.T) {
	source := `{
		"document": {"color": "252", "margin": 2, "block_prefix": "\n"},
		"heading": {"color": "39", "bold": true}, "h2": {"prefix": "## "}, "h3": {"color": "#ff0000"},
		"link_text": {"color": "35"}, "code": {"color": "203", "prefix": " "},
		"code_block": {"chroma": {"keyword": {"color": "#00aaff", "bold": true}, "comment": {"color": "240"}}}}`
	theme, err := FromGlamour("mine.json", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	if !theme.Dark || theme.Palette.Accent != "39" || theme.Palette.Kind != "#ff0000" || theme.Palette.Link != "35" {
		t.Errorf("dark %v, palette %+v", theme.Dark, theme.Palette)
	}
	s := theme.Styles()
	if h := s.Markdown.H2; *h.Color != "39" || !*h.Bold || h.Prefix != "" {
		t.Errorf("a heading of the second level is %+v", h.StylePrimitive)
	}
	if d := s.Markdown.Document; d.Color != nil || d.Margin != nil || d.BlockPrefix != "" {
		t.Errorf("the document is %+v; the layout draws margins", d)
	}
	if got := s.Code.SGR(chroma.Keyword); got != "\x1b[1;38;2;0;170;255m" {
		t.Errorf("keywords are %q", got)
	}
	if got := s.Code.SGR(chroma.Comment); got != "\x1b[38;5;240m" {
		t.Errorf("comments are %q", got)
	}
	if Dark().Styles().Code.SGR(chroma.Keyword) == s.Code.SGR(chroma.Keyword) {
		t.Error("the style changed another theme")
	}
}

func TestWhatIsNoGlamourStyle(t *testing.T) {
	for name, source := range map[string]string{
		"no JSON":   "theme = dark",
		"an array":  "[]",
		"a word":    `{"document": {"color": "mauve"}}`,
		"a control": `{"heading": {"color": "\u001b[31m"}}`,
		"a number":  `{"code": {"color": "256"}}`,
	} {
		if _, err := FromGlamour("x.json", []byte(source)); err == nil || !strings.Contains(err.Error(), "x.json") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestGlamoursOwnStylesAreRead(t *testing.T) {
	for name, style := range styles.DefaultStyles {
		source, err := json.Marshal(style)
		if err != nil {
			t.Fatal(err)
		}
		theme, err := FromGlamour(name, source)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if want := name != "light"; theme.Dark != want {
			t.Errorf("%s: dark = %v", name, theme.Dark)
		}
		theme.Styles()
	}
}

func FuzzFromGlamour(f *testing.F) {
	f.Add([]byte(`{"document": {"color": "252"}, "code_block": {"chroma": {"keyword": {"color": "\u001b"}}}}`))
	f.Fuzz(func(t *testing.T, source []byte) {
		theme, err := FromGlamour("x", source)
		if err != nil {
			return
		}
		for kind, s := range theme.Styles().Code {
			if inner := strings.TrimSuffix(strings.TrimPrefix(s, "\x1b["), "m"); strings.ContainsAny(inner, "\x1b\a\u009bm") || bytes.ContainsFunc([]byte(inner), func(r rune) bool { return r < ' ' }) {
				t.Errorf("%v: %q", kind, s)
			}
		}
	})
}
