package tui

import (
	"testing"

	"github.com/blogtui/blogtui/internal/tui/message"
)

// given is a desktop that keeps what it is given.
type given struct{ addresses []string }

func (g *given) Browse(address string) (string, error) {
	g.addresses = append(g.addresses, address)
	return "browser", nil
}

func (g *given) Copy(s string) (string, error) {
	g.addresses = append(g.addresses, s)
	return "clip", nil
}

// Whoever asks for the browser: what is no address for one is given neither to it nor to the clipboard, and is
// said not to be opened.
func TestWhatIsNoAddressIsNotBrowsed(t *testing.T) {
	for _, address := range []string{
		"https://example.org/\x1b]8;;x\x07", "https://example.org/\x1b[31m", "https://example.org/\r\nx", "https://example.org/\u009b31m",
		"https://example.org/\u202e", "https://user:word@example.org/", "javascript:alert(1)", "file:///etc/passwd", "-x",
	} {
		out := &given{}
		m := New(Options{Desktop: out})
		if cmd := m.browse(address); cmd != nil {
			cmd()
		}
		if len(out.addresses) > 0 {
			t.Errorf("%q was given away as %q", address, out.addresses)
		}
		if m.note == nil || m.note.Kind != message.Warning {
			t.Errorf("of %q is said %+v", address, m.note)
		}
	}
}
