package desktop

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

func TestTheProgramsOfASystem(t *testing.T) {
	for _, c := range []struct {
		name, system string
		environment  []string
		browsers     string
		clipboards   string
	}{
		{"X11", "linux", []string{"DISPLAY=:0"}, "xdg-open", "xclip -selection clipboard|xsel --clipboard --input"},
		{"Wayland", "linux", []string{"WAYLAND_DISPLAY=wayland-0"}, "xdg-open", "wl-copy"},
		{"a console", "linux", nil, "", ""},
		{"from afar", "linux", []string{"SSH_TTY=/dev/pts/1", "DISPLAY=localhost:10.0"}, "xdg-open", ""},
		{"a browser of one's own", "linux", []string{"BROWSER=firefox --new-tab %s:lynx"}, "firefox --new-tab %s|lynx", ""},
		{"macOS", "darwin", nil, "open", "pbcopy"},
		{"macOS from afar", "darwin", []string{"SSH_CONNECTION=a"}, "open", ""},
		{"Windows", "windows", []string{`BROWSER=C:\b.exe`}, `C:\b.exe|rundll32 url.dll,FileProtocolHandler`, "clip"},
		{"Windows below", "linux", []string{"WSL_DISTRO_NAME=x"}, "rundll32.exe url.dll,FileProtocolHandler", "clip.exe"},
		{"Android", "android", nil, "", "termux-clipboard-set"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := New(c.system, c.environment)
			if got := lines(d.browsers); got != c.browsers {
				t.Errorf("browsers are %q, want %q", got, c.browsers)
			}
			if got := lines(d.clipboards); got != c.clipboards {
				t.Errorf("clipboards are %q, want %q", got, c.clipboards)
			}
		})
	}
}

func lines(programs [][]string) string {
	var out []string
	for _, argv := range programs {
		out = append(out, strings.Join(argv, " "))
	}
	return strings.Join(out, "|")
}

func TestWhereTheAddressStands(t *testing.T) {
	for in, want := range map[string][]string{
		"b": {"b", "A"}, "b --new": {"b", "--new", "A"}, "b --url=%s -x": {"b", "--url=A", "-x"},
	} {
		if got := withAddress(strings.Fields(in), "A"); !reflect.DeepEqual(got, want) {
			t.Errorf("%s becomes %q, want %q", in, got, want)
		}
	}
}

// program writes a program that keeps its arguments and its input in a file, and returns the file.
func program(t *testing.T, name, ending string) (path, kept string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the program is a shell script")
	}
	folder := t.TempDir()
	path, kept = filepath.Join(folder, name), filepath.Join(folder, "kept")
	script := "#!/bin/sh\nprintf '%s|' \"$@\" >" + kept + "\ncat >>" + kept + "\n" + ending + "\n"
	if err := os.WriteFile(path, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return path, kept
}

func TestAnAddressIsOneArgument(t *testing.T) {
	path, kept := program(t, "browser", "")
	d := &Desktop{browsers: [][]string{{"no-such-program-anywhere"}, {path, "-x"}}, environment: os.Environ()}
	const address = "https://example.org/?a=b;touch%20x&c=$(id)"
	if name, err := d.Browse(address); err != nil || name != path {
		t.Fatalf("Browse = %q, %v", name, err)
	}
	if got, err := os.ReadFile(kept); err != nil || string(got) != "-x|"+address+"|" {
		t.Errorf("the program was given %q, %v", got, err)
	}
}

func TestNothingButTheWebIsBrowsed(t *testing.T) {
	path, kept := program(t, "browser", "")
	d := &Desktop{browsers: [][]string{{path}}}
	for _, address := range []string{
		"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ssh://h", "--version", "", "/etc/passwd",
		"https://a\nb", "https://user:pass@example.org", "vbscript:x", "http:",
	} {
		if name, err := d.Browse(address); err == nil {
			t.Errorf("%q was given to %s", address, name)
		}
	}
	if _, err := os.Stat(kept); err == nil {
		t.Error("the program ran")
	}
}

func TestABrowserThatFailsIsPassedOver(t *testing.T) {
	bad, _ := program(t, "bad", "exit 3")
	d := &Desktop{browsers: [][]string{{bad}}, environment: os.Environ()}
	if _, err := d.Browse("https://example.org"); err == nil || !strings.Contains(err.Error(), "exit status 3") {
		t.Errorf("the error is %v", err)
	}
	good, _ := program(t, "good", "")
	d.browsers = append(d.browsers, []string{good})
	if name, err := d.Browse("https://example.org"); err != nil || name != good {
		t.Errorf("Browse = %q, %v", name, err)
	}
	if _, err := (&Desktop{}).Browse("https://example.org"); err == nil || !strings.Contains(err.Error(), "BROWSER") {
		t.Errorf("without a browser the error is %v", err)
	}
}

func TestCopyGivesTheTextAsInput(t *testing.T) {
	path, kept := program(t, "clip", "")
	d := &Desktop{clipboards: [][]string{{"no-such-program-anywhere"}, {path, "-c"}}, environment: os.Environ()}
	if name, err := d.Copy("a\n日\n"); err != nil || name != path {
		t.Fatalf("Copy = %q, %v", name, err)
	}
	if got, err := os.ReadFile(kept); err != nil || string(got) != "-c|a\n日\n" {
		t.Errorf("the program was given %q, %v", got, err)
	}
	if _, err := (&Desktop{}).Copy("x"); err == nil {
		t.Error("copied with nothing")
	}
}
