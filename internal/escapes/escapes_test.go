package escapes_test

import (
	"testing"

	"github.com/blogtui/blogtui/internal/escapes"
)

func TestWhatMayBeSent(t *testing.T) {
	for _, test := range []struct {
		stream               string
		plain, styled, drawn bool // whether it may go that way
	}{
		{"words,\tmore\nwords é 日本 👩‍💻", true, true, true},
		{"\x1b[1;38;2;1;2;3mred\x1b[0m", false, true, true},
		{"\x1b]8;;https://example.com/a\x1b\\link\x1b]8;;\x07", false, true, true},
		{"\x1b]8;;javascript:alert(1)\x07x", false, false, false},
		{"\x1b]8;;https://user:pw@example.com\x07x", false, false, false},
		{"\x1b]8;;https://example.com", false, false, false},
		{"\x1b[2J\x1b[?1049h\x1b[4;5H\x1b[K\r\n", false, false, true},
		{"\x1b]2;A title\x07", false, false, true},
		{"\x1b]2;A \u202etitle\x07", false, false, false},
		{"\x1b]52;c;aGk=\x07", false, false, true},
		{"\x1b]52;c;G1szMW0=\x07", false, false, false},
		{"\x1b]52;c;!!\x07", false, false, false},
		{"\x1b]0;evil", false, false, false},
		{"\x1b[5i", false, false, false},
		{"\x1b[21t", false, false, false},
		{"\x1bP0;1|17/ab\x1b\\", false, false, false},
		{"\x1b_Gi=1\x1b\\", false, false, false},
		{"\x1bc", false, false, false},
		{"\x1b]1337;File=x\x07", false, false, false},
		{"\u009b31m", false, false, false},
		{"\x9b31m", false, false, false},
		{"\u202e", false, false, false},
		{"a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", false, false, false},
		{"a\u0301\u0301\u0301\u0301\u0301\x1b[1m\u0301\u0301\u0301\u0301\x1b[m", false, false, false},
		{"a\u0301\u0301\u0301\u0301\u0301\x1b[5G\u0301\u0301\u0301\u0301", false, false, true},
		{"\U000e0041", false, false, false},
		{"\a", false, false, false},
		{"\r", false, false, true},
		{"\x1b", false, false, false},
	} {
		for way, may := range map[escapes.Way]bool{escapes.Plain: test.plain, escapes.Styled: test.styled, escapes.Screen: test.drawn} {
			got := escapes.Violations([]byte(test.stream), way)
			if (len(got) == 0) != may {
				t.Errorf("%q, way %d: %q", test.stream, way, got)
			}
		}
	}
}
