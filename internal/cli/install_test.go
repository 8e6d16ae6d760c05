package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// A person installs with `go install github.com/blogtui/blogtui/cmd/blogtui@latest`. That works only if
// the module zip holds all that the build needs and go.mod replaces nothing, so this builds the zip,
// serves it from a folder and installs from there.
func TestInstallByPath(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the whole program: left out with -short")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	version := module.Version{Path: "github.com/blogtui/blogtui", Version: "v0.0.0-test"}
	proxy := t.TempDir()
	dir := filepath.Join(proxy, version.Path, "@v")
	write(t, filepath.Join(dir, "list"), version.Version+"\n")
	write(t, filepath.Join(dir, version.Version+".info"), `{"Version":"v0.0.0-test","Time":"2026-01-01T00:00:00Z"}`)
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(mod, []byte("\nreplace ")) {
		t.Error("go.mod has a replace directive: go install by path refuses those")
	}
	write(t, filepath.Join(dir, version.Version+".mod"), string(mod))
	var archive bytes.Buffer
	if err := zip.CreateFromVCS(&archive, version, root, "HEAD", ""); err != nil {
		t.Fatalf("making the module zip: %v", err)
	}
	write(t, filepath.Join(dir, version.Version+".zip"), archive.String())

	// A module cache of its own, so that no other run is met there; the real one is a proxy for the rest.
	bin, cache := t.TempDir(), t.TempDir()
	cached := "file://" + filepath.ToSlash(filepath.Join(goEnv(t, "GOMODCACHE"), "cache", "download"))
	cmd := exec.Command("go", "install", version.Path+"/cmd/blogtui@"+version.Version)
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod -modcacherw -trimpath", "GOBIN="+bin, "GOMODCACHE="+cache, "GOSUMDB=off",
		"GOPROXY=file://"+filepath.ToSlash(proxy)+","+cached+","+goEnv(t, "GOPROXY"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go install: %v\n%s", err, out)
	}
	out, err := exec.Command(filepath.Join(bin, "blogtui"), "list").Output()
	if err != nil || !strings.Contains(string(out), "fastapi-auth-03-jwt-tokens") {
		t.Errorf("the installed program lists %q (%v), want its own posts", out, err)
	}
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
