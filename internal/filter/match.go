package filter

import (
	"bytes"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/junegunn/fzf/src/algo"
	"github.com/junegunn/fzf/src/util"

	"github.com/blogtui/blogtui/internal/fold"
	"github.com/blogtui/blogtui/internal/post"
)

// tier is how well the words match, best first.
type tier int

const (
	exact  tier = iota // they are the title
	prefix             // the title starts with them
	word               // each starts a word of the title
	tag                // each does, or is a tag
	fuzzy              // each is scattered over the title at worst
	inside             // one is only in the description, or in a tag
	none
)

// What is matched letter by letter at most; longer words and titles are only searched. The scores of
// the matcher are 16 bits wide, and its work grows with the product of both.
const (
	maxFuzzyWord  = 64   // bytes
	maxFuzzyTitle = 1024 // bytes
)

// worth is the score that each letter of a scattered word must bring on average. A letter is worth 16
// before bonuses (at starts of words, in runs) and penalties (for gaps): a match counts whose bonuses
// pay for its gaps.
const worth = 16

// initFuzzy fills the tables of algo, which are global to it and empty until then: letters would have no
// class and starts of words no bonus. They are filled once with the same values for everyone, so that
// nothing else of the process can tell.
var initFuzzy = sync.OnceFunc(func() { algo.Init("default") })

// ranked is a post with its place among those that match.
type ranked struct {
	post  int // its number
	tier  tier
	score int   // among fuzzy matches: the more the better; 0 for others
	title []int // see Match.Title
}

// matcher compares many posts with the same words. Its buffers are used for one post after another.
type matcher struct {
	words  [][]byte
	runes  [][]rune // the words again
	tags   [][]byte // and as whole tags are kept
	joined []byte   // the words with spaces between
	slab   *util.Slab

	origins fold.Text // of the title of the post, once something matched
	known   bool      // they are those of this post
}

func newMatcher(words []string) *matcher {
	m := &matcher{}
	longest := 0
	for _, w := range words {
		if text := fold.String(w); len(text) > 0 {
			m.words = append(m.words, text)
			m.runes = append(m.runes, bytes.Runes(text))
			m.tags = append(m.tags, slices.Concat([]byte{0}, text, []byte{0}))
			longest = max(longest, min(len(text), maxFuzzyWord))
		}
	}
	m.joined = bytes.Join(m.words, []byte(" "))
	if len(m.words) > 0 {
		initFuzzy()
		m.slab = util.MakeSlab(maxFuzzyTitle*(longest+3)*2, maxFuzzyTitle*2)
	}
	return m
}

// rank says how well all words match a post: as well as the one that matches worst.
func (m *matcher) rank(r *ranked, p *post.Post, t folded) {
	m.known = false
	if bytes.HasPrefix(t.title, m.joined) {
		r.title = m.run(r.title, p, t, 0, len(m.joined))
		r.tier = prefix
		if len(m.joined) == len(t.title) {
			r.tier = exact
		}
		return
	}
	for i := range m.words {
		tier, score := m.rankWord(i, p, t, &r.title)
		r.tier = max(r.tier, tier)
		r.score += score
		if tier == none {
			return
		}
	}
	if r.tier != fuzzy {
		r.score = 0
	}
	slices.Sort(r.title)
	r.title = slices.Compact(r.title)
}

// rankWord says how well one word matches, and adds what it matched of the title.
func (m *matcher) rankWord(i int, p *post.Post, t folded, title *[]int) (tier, int) {
	w := m.words[i]
	if at := wordStart(t.title, w); at >= 0 {
		*title = m.run(*title, p, t, at, at+len(w))
		return word, m.full(i)
	}
	if bytes.Contains(t.tags, m.tags[i]) {
		return tag, m.full(i)
	}
	if score := m.scattered(i, p, t, title); score > 0 {
		return fuzzy, score
	}
	if bytes.Contains(t.tags, w) || bytes.Contains(t.title, w) || bytes.Contains(t.description, w) {
		return inside, 0
	}
	return none, 0
}

// origin is the offset in the title of a post of the rune to which a byte of its folded text belongs.
func (m *matcher) origin(p *post.Post, offset int) int {
	if !m.known {
		m.origins.Set(p.Title)
		m.known = true
	}
	return m.origins.Origin(offset)
}

// full is the score of a word that matches as a whole, as much as letters in one run at a start bring.
func (m *matcher) full(i int) int { return 2 * worth * len(m.runes[i]) }

// scattered matches a word letter by letter with the title and adds the letters that it matched. The
// score is 0 if it does not match or is not worth it.
func (m *matcher) scattered(i int, p *post.Post, t folded, title *[]int) int {
	text, w := t.title, m.words[i]
	if len(w) > maxFuzzyWord || len(text) > maxFuzzyTitle || !subsequence(text, w) {
		return 0
	}
	chars := util.ToChars(text)
	result, at := algo.FuzzyMatchV2(true, false, true, &chars, m.runes[i], true, m.slab)
	if at == nil || result.Score < worth*len(m.runes[i]) {
		return 0
	}
	slices.Sort(*at)
	offsets(text, *at)
	if !meant(text, *at) {
		return 0
	}
	for _, offset := range *at {
		*title = append(*title, m.origin(p, offset))
	}
	return result.Score
}

// offsets turns ascending numbers of runes of text into their offsets, in place.
func offsets(text []byte, numbers []int) {
	offset, n := 0, 0
	for i, number := range numbers {
		for ; n < number; n++ {
			_, size := utf8.DecodeRune(text[offset:])
			offset += size
		}
		numbers[i] = offset
	}
}

// meant reports whether letters at those offsets are what a person may have typed for text: a run; else
// from the start of a word on, some letters of it left out ("tkns" for "tokens", but not more than half
// as many as were typed), or the next word begun ("ccp" for "clean code python"). Other letters are
// there by chance: a short word would be found in most titles.
func meant(text []byte, at []int) bool {
	left, jumped := 0, false
	for i := 1; i < len(at); i++ {
		_, size := utf8.DecodeRune(text[at[i-1]:])
		switch skipped := text[at[i-1]+size : at[i]]; {
		case len(skipped) == 0:
		case startsWord(text, at[i]):
			jumped = true
		case bytes.ContainsFunc(skipped, notInWord):
			return false
		default:
			left += utf8.RuneCount(skipped)
		}
	}
	return left == 0 && !jumped || startsWord(text, at[0]) && 2*left <= len(at)
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// startsWord reports whether nothing of a word stands before an offset of text.
func startsWord(text []byte, at int) bool {
	before, _ := utf8.DecodeLastRune(text[:at])
	return at == 0 || notInWord(before)
}

// run adds the runes of the title that stand in a part of its folded text.
func (m *matcher) run(title []int, p *post.Post, t folded, from, to int) []int {
	title = slices.Grow(title, to-from)
	for i := from; i < to; i++ {
		if utf8.RuneStart(t.title[i]) {
			if o := m.origin(p, i); len(title) == 0 || title[len(title)-1] != o {
				title = append(title, o)
			}
		}
	}
	return title
}

// wordStart returns where w first stands at the start of a word, -1 if nowhere.
func wordStart(text, w []byte) int {
	for from := 0; ; {
		i := bytes.Index(text[from:], w)
		if i < 0 {
			return -1
		}
		at := from + i
		if startsWord(text, at) {
			return at
		}
		from = at + 1
	}
}

// subsequence reports whether the bytes of w stand in text in their order, which a match needs and
// which is cheap to know.
func subsequence(text, w []byte) bool {
	for _, c := range w {
		i := bytes.IndexByte(text, c)
		if i < 0 {
			return false
		}
		text = text[i+1:]
	}
	return true
}
