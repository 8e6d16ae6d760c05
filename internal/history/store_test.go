package history_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/history"
)

func store(path string) *history.Store {
	return history.NewStore(path, func() time.Time { return at(1000) })
}

func file(t *testing.T) string { return filepath.Join(t.TempDir(), "blogtui", "history.json") }

func full(n int) history.Entry {
	return history.Entry{
		Progress: history.Progress{At: at(n), Percent: n % 101, Place: history.Place{Block: 7, Index: n, Offset: 3}},
		Read:     history.Flag{At: at(n), On: true},
		Starred:  history.Flag{At: at(n), On: true},
		Sections: map[string]history.Flag{"why": {At: at(n), On: true}},
		Marks:    map[string]history.Mark{"a": {At: at(n), Place: history.Place{Index: n}}},
		Edition:  history.Edition{At: at(n), Blocks: history.Fingerprints{1, 2, 1 << 31}},
	}
}

func save(t *testing.T, s *history.Store, changes history.History) history.History {
	t.Helper()
	h, err := s.Save(t.Context(), changes)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func load(t *testing.T, s *history.Store) history.History {
	t.Helper()
	h, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestWhatIsSavedIsLoaded(t *testing.T) {
	s := store(file(t))
	if h := load(t, s); len(h) != 0 {
		t.Fatalf("at first there are %v", h)
	}
	want := history.History{{Slug: "one"}: full(1), {Blog: "/b", Slug: "<two> & \"2\""}: full(2)}
	save(t, s, want)
	if got := load(t, s); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	info, err := os.Stat(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("rights are %v, want 0600", info.Mode())
	}
}

func TestClearForgetsOneBlog(t *testing.T) {
	s := store(file(t))
	save(t, s, history.History{{Slug: "one"}: full(1), {Blog: "/b", Slug: "two"}: full(2)})
	if err := s.Clear(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if got := load(t, s); len(got) != 1 || got[history.Key{Blog: "/b", Slug: "two"}].IsZero() {
		t.Errorf("left are %v", got)
	}
}

func TestAFileCutShortLosesOnlyWhatWasCut(t *testing.T) {
	s := store(file(t))
	save(t, s, history.History{{Slug: "a"}: full(1), {Slug: "b"}: full(2), {Slug: "c"}: full(3)})
	whole, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	endOfB := bytes.Index(whole, []byte(`"slug":"c"`)) - 3
	for cut := range len(whole) - 1 {
		if err := os.WriteFile(s.Path(), whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		h, err := s.Load()
		var damaged *history.DamagedError
		if !errors.As(err, &damaged) && cut < len(whole)-2 {
			t.Fatalf("cut at byte %d: error %v, want that the file is damaged", cut, err)
		}
		if cut > endOfB && (h[history.Key{Slug: "a"}].IsZero() || h[history.Key{Slug: "b"}].IsZero()) {
			t.Fatalf("cut at byte %d of %d: only %d posts are left", cut, len(whole), len(h))
		}
	}
}

func TestADamagedFileIsKeptAside(t *testing.T) {
	for name, test := range map[string]struct {
		content string
		keeps   int
	}{
		"empty":            {"", 0},
		"no JSON":          {"reading is fun\n", 0},
		"another object":   {`[1, 2]`, 0},
		"of the future":    {`{"version":9,"shelves":{"x":1},"posts":[{"slug":"a","progress":{"at":"2026-01-01T00:00:00Z","percent":5}}]}`, 1},
		"one odd post":     {`{"version":1,"posts":[{"slug":7},{"slug":"a","starred":{"at":"2026-01-01T00:00:00Z","on":true}}]}`, 1},
		"a nameless post":  {`{"version":1,"posts":[{},{"slug":"a","starred":{"at":"2026-01-01T00:00:00Z","on":true}}]}`, 1},
		"too large":        {strings.Repeat(" ", history.MaxSize+1), 0},
		"endless nesting":  {`{"posts":` + strings.Repeat("[", 100000), 0},
		"something behind": {`{"version":1,"posts":[]`, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := store(file(t))
			if err := os.MkdirAll(filepath.Dir(s.Path()), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.Path(), []byte(test.content), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Load(); err == nil {
				t.Error("loading says nothing of it")
			}
			h := save(t, s, history.History{{Slug: "new"}: full(1)})
			if len(h) != test.keeps+1 {
				t.Errorf("%d posts are left, want %d and the new one", len(h)-1, test.keeps)
			}
			aside, err := os.ReadFile(s.Path() + ".bad")
			if err != nil || string(aside) != test.content {
				t.Errorf("the damaged file is not kept: %v", err)
			}
			if got := load(t, s); !reflect.DeepEqual(got, h) {
				t.Errorf("loaded %v, want %v", got, h)
			}
			if err := os.WriteFile(s.Path(), []byte("again"), 0o600); err != nil {
				t.Fatal(err)
			}
			save(t, s, nil)
			if first, err := os.ReadFile(s.Path() + ".bad"); err != nil || string(first) != test.content {
				t.Errorf("the next damage took the place of the first: %v", err)
			}
		})
	}
}

func TestNothingFromTheFutureWins(t *testing.T) {
	s := store(file(t))
	clock := history.History{{Slug: "a"}: {Progress: history.Progress{At: at(1_000_000), Percent: 10}}}
	save(t, s, clock)
	later := history.NewStore(s.Path(), func() time.Time { return at(2000) })
	h := save(t, later, history.History{{Slug: "a"}: {Progress: history.Progress{At: at(2001), Percent: 90}}})
	if got := h[history.Key{Slug: "a"}].Progress.Percent; got != 90 {
		t.Errorf("percent = %d: what a wrong clock wrote cannot be replaced", got)
	}
}

func TestPlacesItCannotWriteTo(t *testing.T) {
	t.Run("a folder in its place", func(t *testing.T) {
		s := store(file(t))
		if err := os.MkdirAll(s.Path(), 0o700); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Load(); err == nil {
			t.Error("loading says nothing of it")
		}
		if _, err := s.Save(t.Context(), history.History{{Slug: "a"}: full(1)}); err == nil {
			t.Error("saving says nothing of it")
		}
	})
	t.Run("a file where its folder should be", func(t *testing.T) {
		s := store(file(t))
		if err := os.WriteFile(filepath.Dir(s.Path()), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Save(t.Context(), nil); err == nil {
			t.Error("saving says nothing of it")
		}
	})
	t.Run("no path", func(t *testing.T) {
		s := store("")
		if h := save(t, s, history.History{{Slug: "a"}: full(1)}); len(h) != 1 {
			t.Errorf("saving gave %v", h)
		}
		if h := load(t, s); h != nil {
			t.Errorf("loading gave %v", h)
		}
	})
	t.Run("a link to it", func(t *testing.T) {
		s := store(file(t))
		real := filepath.Join(t.TempDir(), "kept.json")
		if err := os.WriteFile(real, []byte(`{"version":1,"posts":[]}`), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(os.MkdirAll(filepath.Dir(s.Path()), 0o700), os.Symlink(real, s.Path())); err != nil {
			t.Skip(err)
		}
		save(t, s, history.History{{Slug: "a"}: full(1)})
		if h := load(t, store(real)); len(h) != 1 {
			t.Error("the file that the link names has not changed")
		}
	})
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(`{"version":1,"posts":[{"slug":"a","progress":{"at":"2026-01-01T00:00:00Z","percent":500,"place":{"block":1,"index":-4}}}]}`))
	f.Add([]byte(`{"version":2,"posts":[{"blog":"/b","slug":"a","edition":{"blocks":"AAAA"}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := store(filepath.Join(t.TempDir(), "h"))
		if err := os.WriteFile(s.Path(), data, 0o600); err != nil {
			t.Fatal(err)
		}
		read, err := s.Load()
		if errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		for k, e := range read {
			if p := e.Progress; p.Percent < 0 || p.Percent > 100 || p.Place.Index < 0 || k.Slug == "" {
				t.Errorf("%v has %v", k, p)
			}
		}
		saved := save(t, s, nil)
		if len(saved) != len(read) {
			t.Errorf("%d posts were read, %d are left after saving", len(read), len(saved))
		}
		if again := load(t, s); !reflect.DeepEqual(again, saved) {
			t.Errorf("loaded %v, saved %v", again, saved)
		}
	})
}
