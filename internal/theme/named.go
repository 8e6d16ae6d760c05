package theme

// The palettes that people know from their editors, and two of our own for those who need more contrast.
// Where a scheme's own colour is too faint to be read on its background (WCAG 2.1, 1.4.3: 4.5:1) its
// lightness was moved as far as that takes; the hue is the scheme's.

func catppuccinMocha() Theme {
	return Theme{Name: "catppuccin-mocha", Dark: true, Palette: Palette{
		Background: "#1e1e2e", Text: "#cdd6f4", Strong: "#cdd6f4", Muted: "#bac2de", Faint: "#9399b2", Line: "#45475a",
		Accent: "#89b4fa", Kind: "#cba6f7", Tag: "#94e2d5", Link: "#89b4fa", Code: "#fab387",
		Good: "#a6e3a1", Warn: "#f9e2af", Bad: "#f38ba8", Select: "#313244", Match: "#f9e2af", OnMatch: "#1e1e2e",
		Keyword: "#cba6f7", String: "#a6e3a1", Number: "#fab387", Comment: "#9399b2", Function: "#89b4fa",
		Type: "#f9e2af", Constant: "#fab387", Decorator: "#f5c2e7", Operator: "#89dceb",
	}}
}

func catppuccinLatte() Theme {
	return Theme{Name: "catppuccin-latte", Dark: false, Palette: Palette{
		Background: "#eff1f5", Text: "#4c4f69", Strong: "#4c4f69", Muted: "#5c5f77", Faint: "#696b81", Line: "#bcc0cc",
		Accent: "#1761f5", Kind: "#8839ef", Tag: "#13797e", Link: "#1761f5", Code: "#be4601",
		Good: "#327c21", Warn: "#996114", Bad: "#d20f39", Select: "#ccd0da", Match: "#df8e1d", OnMatch: "#1e1e2e",
		Keyword: "#8839ef", String: "#327c21", Number: "#be4601", Comment: "#696c80", Function: "#1761f5",
		Type: "#996114", Constant: "#be4601", Decorator: "#c71f9a", Operator: "#0374a1",
	}}
}

func dracula() Theme {
	return Theme{Name: "dracula", Dark: true, Palette: Palette{
		Background: "#282a36", Text: "#f8f8f2", Strong: "#f8f8f2", Muted: "#c5c8d8", Faint: "#8f9bc4", Line: "#44475a",
		Accent: "#bd93f9", Kind: "#ff79c6", Tag: "#50fa7b", Link: "#8be9fd", Code: "#ffb86c",
		Good: "#50fa7b", Warn: "#f1fa8c", Bad: "#ff5555", Select: "#44475a", Match: "#f1fa8c", OnMatch: "#282a36",
		Keyword: "#ff79c6", String: "#f1fa8c", Number: "#bd93f9", Comment: "#8692b9", Function: "#50fa7b",
		Type: "#8be9fd", Constant: "#bd93f9", Decorator: "#50fa7b", Operator: "#ff79c6",
	}}
}

func gruvbox() Theme {
	return Theme{Name: "gruvbox", Dark: true, Palette: Palette{
		Background: "#282828", Text: "#ebdbb2", Strong: "#fbf1c7", Muted: "#d5c4a1", Faint: "#a89984", Line: "#504945",
		Accent: "#83a598", Kind: "#d3869b", Tag: "#8ec07c", Link: "#83a598", Code: "#fe8019",
		Good: "#b8bb26", Warn: "#fabd2f", Bad: "#fb5441", Select: "#3c3836", Match: "#fabd2f", OnMatch: "#282828",
		Keyword: "#fb5441", String: "#b8bb26", Number: "#d3869b", Comment: "#9b8d7f", Function: "#8ec07c",
		Type: "#fabd2f", Constant: "#d3869b", Decorator: "#8ec07c", Operator: "#fe8019",
	}}
}

func nord() Theme {
	return Theme{Name: "nord", Dark: true, Palette: Palette{
		Background: "#2e3440", Text: "#d8dee9", Strong: "#eceff4", Muted: "#d8dee9", Faint: "#a3adbf", Line: "#4c566a",
		Accent: "#88c0d0", Kind: "#b691af", Tag: "#8fbcbb", Link: "#88c0d0", Code: "#d28c76",
		Good: "#a3be8c", Warn: "#ebcb8b", Bad: "#cf8990", Select: "#3b4252", Match: "#ebcb8b", OnMatch: "#2e3440",
		Keyword: "#81a1c1", String: "#a3be8c", Number: "#b691af", Comment: "#939db2", Function: "#88c0d0",
		Type: "#8fbcbb", Constant: "#b691af", Decorator: "#d28c76", Operator: "#81a1c1",
	}}
}

func solarizedLight() Theme {
	return Theme{Name: "solarized-light", Dark: false, Palette: Palette{
		Background: "#fdf6e3", Text: "#586e75", Strong: "#073642", Muted: "#586e75", Faint: "#5e737a", Line: "#d3cbb7",
		Accent: "#2074af", Kind: "#6166c0", Tag: "#217d76", Link: "#2074af", Code: "#c24815",
		Good: "#667500", Warn: "#8c6a00", Bad: "#d72724", Select: "#eee8d5", Match: "#e3b62f", OnMatch: "#073642",
		Keyword: "#667500", String: "#217d76", Number: "#cd2d7a", Comment: "#637272", Function: "#2074af",
		Type: "#8c6a00", Constant: "#c24815", Decorator: "#6166c0", Operator: "#586e75",
	}}
}

func tokyoNight() Theme {
	return Theme{Name: "tokyo-night", Dark: true, Palette: Palette{
		Background: "#1a1b26", Text: "#c0caf5", Strong: "#c0caf5", Muted: "#a9b1d6", Faint: "#7f88b5", Line: "#3b4261",
		Accent: "#7aa2f7", Kind: "#bb9af7", Tag: "#73daca", Link: "#7aa2f7", Code: "#ff9e64",
		Good: "#9ece6a", Warn: "#e0af68", Bad: "#f7768e", Select: "#292e42", Match: "#e0af68", OnMatch: "#1a1b26",
		Keyword: "#bb9af7", String: "#9ece6a", Number: "#ff9e64", Comment: "#7c85ad", Function: "#7aa2f7",
		Type: "#2ac3de", Constant: "#ff9e64", Decorator: "#7dcfff", Operator: "#89ddff",
	}}
}

func contrastDark() Theme {
	return Theme{Name: "contrast-dark", Dark: true, Palette: Palette{
		Background: "#000000", Text: "#ffffff", Strong: "#ffffff", Muted: "#e6e6e6", Faint: "#cfcfcf", Line: "#8c8c8c",
		Accent: "#7fc8ff", Kind: "#ffb3ff", Tag: "#8dffc8", Link: "#7fc8ff", Code: "#ffd27f",
		Good: "#8dff8d", Warn: "#ffe14d", Bad: "#ff9c9c", Select: "#2b2b2b", Match: "#ffe14d", OnMatch: "#000000",
		Keyword: "#ffb3ff", String: "#a6ffa6", Number: "#ffc48a", Comment: "#cfcfcf", Function: "#7fc8ff",
		Type: "#8df4ff", Constant: "#ffc48a", Decorator: "#ffe14d", Operator: "#ffffff",
	}}
}

func contrastLight() Theme {
	return Theme{Name: "contrast-light", Dark: false, Palette: Palette{
		Background: "#ffffff", Text: "#000000", Strong: "#000000", Muted: "#262626", Faint: "#3d3d3d", Line: "#767676",
		Accent: "#003f9e", Kind: "#5a0099", Tag: "#004d3b", Link: "#003f9e", Code: "#6b2c00",
		Good: "#0b4f00", Warn: "#5c3b00", Bad: "#8f0000", Select: "#dcdcdc", Match: "#ffe14d", OnMatch: "#000000",
		Keyword: "#5a0099", String: "#0b4f00", Number: "#6b2c00", Comment: "#3d3d3d", Function: "#003f9e",
		Type: "#00495c", Constant: "#6b2c00", Decorator: "#5c3b00", Operator: "#000000",
	}}
}
