package desktop

import "strings"

// env is the variables of an environment.
type env []string

func (e env) get(name string) string {
	for _, variable := range e {
		if value, ok := strings.CutPrefix(variable, name+"="); ok {
			return value
		}
	}
	return ""
}

// remote tells that the terminal is that of another machine, whose clipboard no program here reaches.
func (e env) remote() bool { return e.get("SSH_CONNECTION") != "" || e.get("SSH_TTY") != "" }

// graphical tells that there is a screen on which windows can open.
func (e env) graphical() bool { return e.get("DISPLAY") != "" || e.get("WAYLAND_DISPLAY") != "" }

func (e env) windowsBelow() bool { return e.get("WSL_DISTRO_NAME") != "" }

// windowsBrowser is the command of Windows that opens an address with the program that is chosen for it.
func windowsBrowser(program string) []string { return []string{program, "url.dll,FileProtocolHandler"} }

// browsers returns the command lines that may show an address, the first to be tried first: those of BROWSER,
// which are set apart by colons, then the system's own.
func browsers(system string, e env) [][]string {
	var out [][]string
	list := ":"
	if system == "windows" { // where paths have colons
		list = ";"
	}
	for line := range strings.SplitSeq(e.get("BROWSER"), list) {
		if argv := strings.Fields(line); len(argv) > 0 {
			out = append(out, argv)
		}
	}
	switch {
	case system == "darwin":
		out = append(out, []string{"open"})
	case system == "windows":
		out = append(out, windowsBrowser("rundll32"))
	case e.graphical():
		out = append(out, []string{"xdg-open"})
	}
	if e.windowsBelow() {
		out = append(out, windowsBrowser("rundll32.exe"))
	}
	return out
}

// clipboards returns the command lines that take a text as their input, the first to be tried first. There
// are none where the terminal is far away: its own clipboard is the one that is meant.
func clipboards(system string, e env) [][]string {
	if e.remote() {
		return nil
	}
	var out [][]string
	switch system {
	case "darwin":
		return [][]string{{"pbcopy"}}
	case "windows":
		return [][]string{{"clip"}}
	case "android":
		return [][]string{{"termux-clipboard-set"}}
	}
	if e.get("WAYLAND_DISPLAY") != "" {
		out = append(out, []string{"wl-copy"})
	}
	if e.get("DISPLAY") != "" {
		out = append(out, []string{"xclip", "-selection", "clipboard"}, []string{"xsel", "--clipboard", "--input"})
	}
	if e.windowsBelow() {
		out = append(out, []string{"clip.exe"})
	}
	return out
}
