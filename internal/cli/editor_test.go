package cli

import (
	"slices"
	"testing"
)

func TestEditorsAreOpenedAtTheLine(t *testing.T) {
	for _, test := range []struct {
		editor []string
		want   []string
	}{
		{[]string{"vim"}, []string{"+7", "a b.md"}},
		{[]string{"/usr/bin/nvim", "-R"}, []string{"-R", "+7", "a b.md"}},
		{[]string{"code"}, []string{"--wait", "--goto", "a b.md:7"}},
		{[]string{"hx"}, []string{"a b.md:7"}},
		{[]string{"mine", "-x"}, []string{"-x", "a b.md"}},
	} {
		if got := editorArgs(test.editor, "a b.md", 7); !slices.Equal(got, test.want) {
			t.Errorf("%q is run with %q, want %q", test.editor, got, test.want)
		}
	}
}
