package catalog

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// job is a file that is to be read as a post, with all that its place among the others says of it.
type job struct {
	file    string
	slug    string
	clash   string // the file that has the slug which the name of this one gives; "" if none has
	version version
}

// newJobs gives every file the slug of its name. Of several files with one name a translation is told by
// its language, unless that is the blog's own; of others the first, by path, keeps the slug and the rest get a
// number that no post has.
func newJobs(files []string, language string) []job {
	jobs := make([]job, len(files))
	owner := make(map[string]string, len(files)) // of a slug
	var doubles []*job
	for i, v := range versions(files, language) {
		jobs[i] = job{file: files[i], slug: post.Slug(files[i]), version: v}
	}
	own := func(j *job) bool {
		return j.version.language == "" || sameLanguage(j.version.language, cmp.Or(language, "en"))
	}
	for i, file := range files { // translations may not take a slug that is another's
		if j := &jobs[i]; own(j) && owner[j.slug] == "" {
			owner[j.slug] = file
		}
	}
	if len(owner) == len(files) {
		return jobs // the usual case: each has its own
	}
	for i, file := range files {
		j := &jobs[i]
		if owner[j.slug] == file {
			continue
		}
		if owner[j.slug] != "" && j.version.language != "" {
			j.slug += "." + j.version.language
		}
		if owner[j.slug] == "" {
			owner[j.slug] = file
		} else {
			doubles = append(doubles, j)
		}
	}
	next := make(map[string]int) // the last number given to a slug
	for _, j := range doubles {
		wanted := j.slug
		j.clash = owner[wanted]
		for owner[j.slug] != "" {
			next[wanted]++
			j.slug = wanted + "-" + strconv.Itoa(next[wanted]+1)
		}
		owner[j.slug] = j.file
	}
	return jobs
}

// prepare makes ready to read those of the files that are posts, which are jobs from now on.
func (l *loading) prepare(t *tree, files []string) {
	l.jobs = newJobs(l.posts(files), l.index.Language)
	l.given = l.inherit(t)
	l.results = make([]slot, len(l.jobs))
}

// slot holds what came of a job, nil until it is done.
type slot = atomic.Pointer[result]

type result struct {
	post     *post.Post // nil if the file cannot be read
	problems []post.Problem
}

// The time until progress is reported first, which doubles from report to report up to the longest: rows are there
// at once, and what follows costs little of the reading. Nothing is reported when less than enough is left.
const (
	soonest = 2 * time.Millisecond
	longest = 100 * time.Millisecond
	enough  = 12 * time.Millisecond
)

// Of more than many files it takes longer to prepare them all than to read those of a screenful.
const (
	many      = 2000
	screenful = 64
)

// glimpse reports those of many posts that are read first, before the others are prepared. Until these are, files that
// are no posts count among the total.
func (l *loading) glimpse(ctx context.Context, t *tree, files []string) {
	part := *l
	part.Progress = nil
	part.problems, part.left = slices.Clip(l.problems), slices.Clip(l.left)
	part.prepare(t, files[len(files)-screenful:])
	if part.run(ctx) != nil {
		return // so will the reading of all
	}
	c := part.catalog()
	c.Total = len(files)
	l.Progress(c)
}

// run reads the files on all cores until ctx ends, and reports the progress meanwhile. The last by path come first:
// where paths begin with dates these are the first of the list, which need not move when the others come.
func (l *loading) run(ctx context.Context) error {
	done := crash.Share(ctx, len(l.jobs), func() func(int) {
		var source []byte // one for all files, since a post keeps nothing of it
		return func(i int) { source = l.read(len(l.jobs)-1-i, source[:0]) }
	})
	if l.Progress == nil {
		return cmp.Or(<-done, ctx.Err())
	}
	begun := time.Now()
	for wait := soonest; ; wait = min(2*wait, longest) {
		select {
		case err := <-done:
			return cmp.Or(err, ctx.Err())
		case <-time.After(wait):
			if l.rest(time.Since(begun)) >= enough {
				l.Progress(l.catalog())
			}
		}
	}
}

// rest is how long the rest takes, going by what was read in some time.
func (l *loading) rest(past time.Duration) time.Duration {
	read := 0
	for i := range l.results {
		if l.results[i].Load() != nil {
			read++
		}
	}
	return past * time.Duration(len(l.results)-read) / time.Duration(max(read, 1))
}

// read reads one file as a post. It returns the buffer to go on with. A file over which blogtui itself fails
// is one that cannot be read, and hides no other.
func (l *loading) read(i int, buf []byte) (source []byte) {
	j := l.jobs[i]
	err := crash.Try(func() error {
		source = l.parse(i, buf)
		return nil
	})
	if err != nil {
		l.results[i].Store(&result{problems: []post.Problem{unreadable(j.file, err)}})
		if l.Crashed != nil {
			l.Crashed(fmt.Errorf("%s: %w", j.file, err))
		}
	}
	return source
}

// parse reads one file as a post.
func (l *loading) parse(i int, buf []byte) []byte {
	j := l.jobs[i]
	if p := l.known(j.file); p != nil {
		p.Slug = j.slug
		l.results[i].Store(&result{post: p})
		return buf
	}
	source, err := read(l.fsys, j.file, buf)
	var r result
	if err != nil && !isTooLarge(err) {
		r.problems = append(r.problems, unreadable(j.file, err))
		l.results[i].Store(&r)
		return source
	}
	r.post, _ = post.ParseGiven(j.file, source, l.given.of(j.file, j.version))
	r.post.Slug = j.slug
	if r.post.Language == "" {
		r.post.Language = j.version.language
	}
	r.post.Draft = r.post.Draft || strings.Contains("/"+path.Dir(j.file)+"/", "/"+draftsFolder+"/")
	if l.site.engine == Jekyll {
		r.post.Order = len(l.jobs) - i // it has the last by path first
	}
	if err != nil {
		r.post.Problems = append(r.post.Problems, tooLarge(r.post, err))
	}
	if j.clash != "" && l.site.engine == Plain {
		r.post.Problems = append(r.post.Problems, post.Problem{
			Path:    r.post.Path,
			Message: fmt.Sprintf("has the same slug as %s and is listed as %s", text.CleanLine(j.clash), j.slug),
			Remedy:  "rename one of the files",
		})
	}
	l.results[i].Store(&r)
	return source
}

// tooLarge is the problem of a post of which only the start is read.
func tooLarge(p *post.Post, err error) post.Problem {
	return post.Problem{Path: p.Path, Message: fmt.Sprintf("%v: only its start is shown", err), Remedy: "divide it"}
}
