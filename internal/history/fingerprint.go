package history

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/fnv"
)

// Fingerprint returns what a block is known by: a hash of what it says (FNV-1a, 32 bits), so that a
// change of markup, width or theme leaves it alone.
func Fingerprint(text string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(text)) // a hash never fails
	return h.Sum32()
}

// Fingerprints are those of all blocks of a post, in order. In the file they are one string, base64 of
// four bytes each, the low byte first.
type Fingerprints []uint32

// MarshalText implements encoding.TextMarshaler.
func (f Fingerprints) MarshalText() ([]byte, error) {
	raw := make([]byte, 0, 4*len(f))
	for _, p := range f {
		raw = binary.LittleEndian.AppendUint32(raw, p)
	}
	return base64.RawStdEncoding.AppendEncode(nil, raw), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (f *Fingerprints) UnmarshalText(text []byte) error {
	raw, err := base64.RawStdEncoding.DecodeString(string(text))
	if err != nil || len(raw)%4 != 0 || len(raw) > 4*MaxBlocks {
		return fmt.Errorf("these are no fingerprints: %.20q", text)
	}
	*f = make(Fingerprints, 0, len(raw)/4)
	for i := 0; i < len(raw); i += 4 {
		*f = append(*f, binary.LittleEndian.Uint32(raw[i:]))
	}
	return nil
}

// Find returns the number of the block that the place means among a post's blocks: of those with its
// fingerprint the nearest to where it stood, else the one with its number, as far as there are blocks.
// exact tells whether the block still says what it said.
func (p Place) Find(blocks Fingerprints) (index int, exact bool) {
	best := -1
	for i, b := range blocks {
		if b == p.Block && (best < 0 || distance(i, p.Index) < distance(best, p.Index)) {
			best = i
		}
	}
	if best >= 0 {
		return best, true
	}
	return max(0, min(p.Index, len(blocks)-1)), false
}

func distance(a, b int) int { return max(a-b, b-a) }

// Changed returns the numbers of the blocks of now that before does not have: what was written since. A
// block that only moved has not changed.
func Changed(before, now Fingerprints) []int {
	known := make(map[uint32]int, len(before))
	for _, b := range before {
		known[b]++
	}
	var out []int
	for i, b := range now {
		if known[b] == 0 {
			out = append(out, i)
			continue
		}
		known[b]--
	}
	return out
}
