package filter

import (
	"context"
	"errors"
	"sync"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/fold"
	"github.com/blogtui/blogtui/internal/post"
)

// Index is posts in an order, to be filtered again and again. What words are compared with is made of them when it
// is first needed. It lies together in memory: ten thousand posts do not, and to go to each takes three times as long
// as to compare it.
type Index struct {
	posts []*post.Post
	texts func() []texts // of the shares
}

// NewIndex returns the index of posts, which must not change any more.
func NewIndex(posts []*post.Post) *Index {
	return &Index{posts, sync.OnceValue(func() []texts { return newTexts(posts) })}
}

// Prepare makes what the first filter with words would make. For many posts it takes as long as a frame or two.
func (x *Index) Prepare() { x.texts() }

// perShare is how many posts a core takes at a time. A list that has no more is not worth a goroutine.
const perShare = 512

// shares is how many shares there are of n posts.
func shares(n int) int { return (n + perShare - 1) / perShare }

// share gives the shares of n posts to all cores, each of which starts with a worker of its own.
func share(n int, start func() (work func(i, from, to int))) {
	if n <= perShare {
		if n > 0 {
			start()(0, 0, n)
		}
		return
	}
	err := <-crash.Share(context.Background(), shares(n), func() func(int) {
		work := start()
		return func(i int) { work(i, i*perShare, min((i+1)*perShare, n)) }
	})
	if panicked := (*crash.Error)(nil); errors.As(err, &panicked) {
		panic(panicked) // as it would have without the goroutines
	}
}

// texts are the folded texts of a share of posts, one after another.
type texts struct {
	bytes []byte
	parts []parts
}

// parts are where the texts of a post begin, and where those of the next do.
type parts struct{ title, tags, description, end uint32 }

// folded are the texts of a post.
type folded struct {
	title, tags, description []byte // of the tags each between two zeros
}

func (t texts) of(i int) folded {
	p := t.parts[i]
	return folded{t.bytes[p.title:p.tags], t.bytes[p.tags:p.description], t.bytes[p.description:p.end]}
}

func newTexts(posts []*post.Post) []texts {
	all := make([]texts, shares(len(posts)))
	share(len(posts), func() func(int, int, int) {
		var text fold.Text
		return func(i, from, to int) { all[i] = foldAll(posts[from:to], &text) }
	})
	return all
}

func foldAll(posts []*post.Post, text *fold.Text) texts {
	size := 0
	for _, p := range posts {
		size += len(p.Title) + len(p.Description) + 1
		for _, tag := range p.Tags {
			size += len(tag) + 1
		}
	}
	t := texts{make([]byte, 0, size+size/32), make([]parts, len(posts))}
	add := func(s string) {
		text.Set(s)
		t.bytes = append(t.bytes, text.Bytes...)
	}
	at := func() uint32 { return uint32(len(t.bytes)) }
	for i, p := range posts {
		t.parts[i].title = at()
		add(p.Title)
		t.parts[i].tags = at()
		t.bytes = append(t.bytes, 0)
		for _, tag := range p.Tags {
			add(tag)
			t.bytes = append(t.bytes, 0)
		}
		t.parts[i].description = at()
		add(p.Description)
		t.parts[i].end = at()
	}
	return t
}
