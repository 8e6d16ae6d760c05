package config

import "path/filepath"

// Folders returns the folder of the configuration and that of what is remembered, by the XDG Base
// Directory Specification (on Windows, where there is no such thing, those of roaming and local
// application data). Either is empty if the environment does not say where home is. The environment is
// asked each time, and only that which is given: two programs in one process may have two homes.
func Folders(getenv func(string) string, goos string) (config, state string) {
	config, state = getenv("XDG_CONFIG_HOME"), getenv("XDG_STATE_HOME")
	home := getenv("HOME")
	if goos == "windows" {
		config, state = first(config, getenv("APPDATA")), first(state, getenv("LOCALAPPDATA"))
		home = getenv("USERPROFILE")
	}
	return folder(config, home, ".config"), folder(state, home, ".local", "state")
}

// folder returns the program's own folder below dir, or below the usual place at home if dir is none: the
// specification has relative paths ignored.
func folder(dir, home string, usual ...string) string {
	const program = "blogtui"
	switch {
	case filepath.IsAbs(dir):
		return filepath.Join(dir, program)
	case filepath.IsAbs(home):
		return filepath.Join(append(append([]string{home}, usual...), program)...)
	}
	return ""
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
