package history_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/history"
)

// mounted returns a folder that is a small file system of its own.
func mounted(t *testing.T, options string) string {
	t.Helper()
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("mounting a small file system needs Linux and root")
	}
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("mount: %v: %s", err, out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
	return dir
}

func TestAFullDiskLeavesTheOldFile(t *testing.T) {
	dir := mounted(t, "size=64k")
	s := store(filepath.Join(dir, "history.json"))
	save(t, s, history.History{{Slug: "a"}: full(1)})
	big := make(history.History)
	for i := range 500 {
		big[history.Key{Slug: fmt.Sprint("post-", i)}] = full(i)
	}
	if _, err := s.Save(t.Context(), big); err == nil {
		t.Fatal("saving 200 KB in 64 says nothing")
	}
	if h := load(t, s); len(h) != 1 || h[history.Key{Slug: "a"}].IsZero() {
		t.Errorf("left are %v", h)
	}
	names, _ := filepath.Glob(filepath.Join(dir, "*"))
	hidden, _ := filepath.Glob(filepath.Join(dir, ".*"))
	if len(names)+len(hidden) > 2 {
		t.Errorf("unfinished files were left: %v %v", names, hidden)
	}
}

// A damaged file is still all there is if there is no room for a new one.
func TestAFullDiskLeavesADamagedFile(t *testing.T) {
	dir := mounted(t, "size=64k")
	s := store(filepath.Join(dir, "history.json"))
	save(t, s, history.History{{Slug: "a"}: full(1), {Slug: "b"}: full(2)})
	whole, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.Path(), whole[:len(whole)-4], 0o600); err != nil {
		t.Fatal(err)
	}
	big := make(history.History)
	for i := range 500 {
		big[history.Key{Slug: fmt.Sprint("post-", i)}] = full(i)
	}
	if _, err := s.Save(t.Context(), big); err == nil {
		t.Fatal("saving 200 KB in 64 says nothing")
	}
	if h, _ := s.Load(); len(h) != 2 {
		t.Errorf("what could be read is lost: left are %v", h)
	}
	save(t, s, nil)
	if h := load(t, s); len(h) != 2 {
		t.Errorf("with room again there are %v", h)
	}
	if _, err := os.Stat(s.Path() + ".bad"); err != nil {
		t.Errorf("the damaged file is not kept: %v", err)
	}
}

func TestAReadOnlyHomeCanBeReadFrom(t *testing.T) {
	dir := mounted(t, "size=64k")
	s := store(filepath.Join(dir, "history.json"))
	save(t, s, history.History{{Slug: "a"}: full(1)})
	if out, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
		t.Skipf("mount: %v: %s", err, out)
	}
	if h := load(t, s); len(h) != 1 {
		t.Errorf("read are %v", h)
	}
	if _, err := s.Save(t.Context(), history.History{{Slug: "b"}: full(2)}); err == nil || !strings.Contains(err.Error(), "read-only") {
		t.Errorf("saving says %v", err)
	}
	elsewhere := store(filepath.Join(dir, "new", "history.json"))
	if _, err := elsewhere.Save(t.Context(), nil); err == nil || !strings.Contains(err.Error(), "read-only") {
		t.Errorf("saving where there is no folder says %v", err)
	}
}

func TestNoOneWaitsForAPipe(t *testing.T) {
	s := store(filepath.Join(t.TempDir(), "history.json"))
	if out, err := exec.Command("mkfifo", s.Path()).CombinedOutput(); err != nil {
		t.Skipf("mkfifo: %v: %s", err, out)
	}
	if _, err := s.Load(); err == nil || !strings.Contains(err.Error(), "a pipe, not a file") {
		t.Errorf("loading says %v", err)
	}
}

// persist saves as the program does: where others were in the way for too long it tries again.
func persist(path string, h history.History) error {
	for {
		if _, err := store(path).Save(context.Background(), h); !errors.Is(err, context.DeadlineExceeded) {
			return err
		}
	}
}

func TestProgramsThatSaveAtOnceLoseNothing(t *testing.T) {
	path := file(t)
	var wg sync.WaitGroup
	for p := range 8 {
		wg.Go(func() {
			for i := range 10 {
				key := history.Key{Slug: fmt.Sprintf("%d-%d", p, i)}
				if err := persist(path, history.History{key: full(i)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if h := load(t, store(path)); len(h) != 80 {
		t.Errorf("%d of 80 posts were kept", len(h))
	}
}

// TestProcessesThatMarkAtOnceLoseNothing starts two programs that each mark posts of their own. The program is
// this test.
func TestProcessesThatMarkAtOnceLoseNothing(t *testing.T) {
	const posts = 25
	if path, who, ok := strings.Cut(os.Getenv("HISTORY_TEST_MARK"), "|"); ok {
		for i := range posts {
			key := history.Key{Slug: fmt.Sprintf("%s-%d", who, i)}
			if err := persist(path, history.History{key: {Starred: history.Flag{At: at(i), On: true}}}); err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	path := file(t)
	var programs []*exec.Cmd
	for _, who := range []string{"ada", "bob"} {
		p := exec.Command(os.Args[0], "-test.run=^TestProcessesThatMarkAtOnceLoseNothing$")
		p.Env = append(os.Environ(), "HISTORY_TEST_MARK="+path+"|"+who)
		if err := p.Start(); err != nil {
			t.Fatal(err)
		}
		programs = append(programs, p)
	}
	for _, p := range programs {
		if err := p.Wait(); err != nil {
			t.Error(err)
		}
	}
	if h := load(t, store(path)); len(h) != 2*posts {
		t.Errorf("%d of %d marks were kept", len(h), 2*posts)
	}
}

// TestKilledWhileSaving starts programs that save without end, and kills them. The program is this test.
func TestKilledWhileSaving(t *testing.T) {
	if path := os.Getenv("HISTORY_TEST_SAVE"); path != "" {
		for i := 0; ; i++ {
			h := make(history.History)
			for j := range 50 {
				h[history.Key{Slug: fmt.Sprint("post-", j)}] = full(i)
			}
			if _, err := store(path).Save(context.Background(), h); err != nil {
				t.Fatal(err)
			}
			fmt.Println("saved")
		}
	}
	path := file(t)
	save(t, store(path), history.History{{Slug: "first"}: full(1)})
	for i := range 15 {
		program := exec.Command(os.Args[0], "-test.run=^TestKilledWhileSaving$")
		program.Env = append(os.Environ(), "HISTORY_TEST_SAVE="+path)
		out, err := program.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := program.Start(); err != nil {
			t.Fatal(err)
		}
		for said := bufio.NewScanner(out); said.Scan() && said.Text() != "saved"; {
		}
		time.Sleep(time.Duration(i) * time.Millisecond) // somewhere within what it saves next
		_ = program.Process.Kill()
		_ = program.Wait()
		h, err := store(path).Load()
		if err != nil || h[history.Key{Slug: "first"}].IsZero() {
			t.Fatalf("killed %d times: %d posts, %v", i+1, len(h), err)
		}
	}
	if h := save(t, store(path), nil); len(h) != 51 {
		t.Errorf("%d posts are left; the programs saved nothing, or the lock is still held", len(h))
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*.bad")); len(left) > 0 {
		t.Errorf("a file was damaged: %v", left)
	}
}
