package keyboard

import (
	"bytes"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

const slow = 80 * time.Millisecond // longer than the toolkit waits

// come returns what is passed on of pieces that come one after the other.
func come(pause time.Duration, pieces ...string) string {
	var f Filter
	var out strings.Builder
	now := time.Unix(0, 0)
	for _, p := range pieces {
		now = now.Add(pause)
		out.Write(f.Next([]byte(p), now))
	}
	return out.String()
}

func TestKeysPass(t *testing.T) {
	for _, keys := range []string{"jjkq", "\x1b", "\x1b[A", "\x1bOP", "\x1b[1;5C", "\x1bj", "é日", "\x1b[97;5u", "\x1b\x1b", "\x1b[<0;3;4M", "\x1b]", "\x1b[M !!", "\x1b[[A", "\x03"} {
		if got := come(slow, keys); got != keys {
			t.Errorf("%q becomes %q", keys, got)
		}
		if got := come(slow, "a", keys, "b"); got != "a"+keys+"b" {
			t.Errorf("%q between keys becomes %q", keys, got)
		}
	}
	for _, typed := range [][]string{{"\x1b", "["}, {"\x1b", "[", "]"}, {"\x1b", "1"}, {"\x1b", "[["}, {"\x1b", "j"}, {"\x1b", "Pq"}} {
		if got := come(slow, typed...); got != strings.Join(typed, "") {
			t.Errorf("%q becomes %q", typed, got)
		}
	}
}

var answers = []string{
	"\x1b[24;80R", "\x1b[?62;1;2;4c", "\x1b[>1;10;0c", "\x1b[?2026;2$y", "\x1b[?1u", "\x1b[8;24;80t", "\x1b[0n", "\x1b[?997;1n",
	"\x1b]11;rgb:1111/2222/3333\x07", "\x1b]11;rgb:1111/2222/3333\x1b\\", "\x1b]52;c;aGVsbG8=\x07", "\x1b]4;1;rgb:ff/00/00\x1b\\",
	"\x1bP>|xterm(390)\x1b\\", "\x1bP1+r524742=38\x1b\\", "\x1bP0+r\x1b\\", "\x1bP1$r0m\x1b\\",
}

// However an answer is divided, what comes of it is the answer, or the key that its escape looked like.
func TestAnswersAreNeverTyped(t *testing.T) {
	for _, a := range answers {
		for at := 1; at < len(a); at++ {
			got := come(slow, "x", a[:at], a[at:], "y")
			if want := "x" + a + "y"; at > 2 && got != want {
				t.Errorf("%q after %d bytes becomes %q", a, at, got)
			}
			if want := "x" + a[:at] + "y"; at <= 2 && got != want {
				t.Errorf("%q after %d bytes becomes %q, want %q", a, at, got, want)
			}
			if got := come(time.Millisecond, a[:at], a[at:], "y"); got != a+"y" {
				t.Errorf("%q at once after %d bytes becomes %q", a, at, got)
			}
		}
		if got := come(slow, append([]string{a[:3]}, strings.Split(a[3:]+"y", "")...)...); got != a+"y" {
			t.Errorf("%q byte by byte becomes %q", a, got)
		}
		if got := come(slow, a[:1], a[1:4], a[4:], "y"); got != a[:1]+"y" {
			t.Errorf("%q in three becomes %q", a, got)
		}
	}
}

func TestNonsenseIsDropped(t *testing.T) {
	for _, c := range []struct{ pieces, want string }{
		{"\x1b]11;rgb|\x03", "\x03"},          // nobody waits for the end to quit
		{"\x1b]11;rgb|\r|j", "\rj"},           //
		{"\x1b]11;rgb|\x1b|\x1b", "\x1b\x1b"}, //
		{"\x1b[24;8\x03q", "\x03q"},           //
		{"\x1b]0;" + strings.Repeat("a", 5000) + "|" + strings.Repeat("b", 5000) + "|\x07q", "q"},
		{"\x1b]0;" + strings.Repeat("a", 5000) + "\x1b|\\q", "q"},
		{"\x1b[24;80\u00e9x", "\u00e9x"},
	} {
		if got := come(slow, strings.Split(c.pieces, "|")...); got != c.want {
			t.Errorf("%.60q becomes %.60q, want %.60q", c.pieces, got, c.want)
		}
	}
	if got := come(3*time.Second, "\x1b]11;rgb:", "jj"); got != "jj" {
		t.Errorf("after an answer without an end %q is passed on", got)
	}
}

func TestAPasteStaysWhole(t *testing.T) {
	const paste = pasteStart + "a \x1b]0;x\x07 b \x1b[2J \x1b[20\n" + pasteEnd
	if got := come(slow, "x"+paste+"\x1b[A"); got != "x"+paste+"\x1b[A" {
		t.Errorf("at once: %q", got)
	}
	if got := come(slow, strings.Split(paste, "")...); !strings.HasSuffix(got, strings.TrimPrefix(paste, "\x1b[")) && got != paste {
		t.Errorf("byte by byte: %q", got)
	}
	for at := 3; at < len(paste); at++ {
		if got := come(slow, paste[:at], paste[at:], "j"); got != paste+"j" {
			t.Errorf("after %d bytes: %q", at, got)
		}
	}
	if got := come(3*time.Second, pasteStart+"ab", "q"); got != pasteStart+"ab"+pasteEnd+"q" {
		t.Errorf("without an end: %q", got)
	}
	if got := come(slow, pasteStart+strings.Repeat("a", 3<<20), pasteEnd, "q"); len(got) != mostPasted+2*len(pasteEnd)+1 {
		t.Errorf("of a large one %d bytes were passed on", len(got))
	}
}

func TestTheReaderPassesAllOn(t *testing.T) {
	in := "jj" + strings.Join(answers, "k") + "q"
	for _, size := range []int{1, 7, 2000, 4096} {
		var got bytes.Buffer
		r := Reader(iotest.OneByteReader(strings.NewReader(in)))
		for buf := make([]byte, size); ; {
			n, err := r.Read(buf)
			got.Write(buf[:n])
			if err != nil {
				break
			}
		}
		if got.String() != in {
			t.Errorf("in reads of %d bytes: %q", size, got.String())
		}
	}
}

// FuzzFilter: whatever comes, and in whatever pieces, nothing is made up, what is held is bounded, and the
// keys that follow are passed on.
func FuzzFilter(f *testing.F) {
	for _, a := range answers {
		f.Add("x"+a+"y", 3)
	}
	f.Add(pasteStart+"a"+pasteEnd, 2)
	f.Fuzz(func(t *testing.T, in string, size int) {
		size = 1 + (size&0xff)%64
		var filter Filter
		now, out := time.Unix(0, 0), 0
		for i := 0; i < len(in); i += size {
			out += len(filter.Next([]byte(in[i:min(i+size, len(in))]), now))
			if len(filter.held) > longest {
				t.Fatalf("%d bytes are held", len(filter.held))
			}
			now = now.Add(slow)
		}
		if out > len(in) {
			t.Errorf("of %d bytes %d were passed on", len(in), out)
		}
		if got := filter.Next([]byte("j"), now.Add(time.Minute)); !bytes.HasSuffix(got, []byte("j")) {
			t.Errorf("after %q a key is not passed on: %q", in, got)
		}
	})
}
