package markup

import (
	"cmp"
	"path"
	"strings"
)

// image writes a tag as an image of Markdown, with what stands below it.
func image(t tag) string {
	source := cmp.Or(t.get("src", "url", "path", "image", "image_path", "file", "filename"), t.ending("src"), t.place(0))
	caption := t.get("caption", "title")
	alt := cmp.Or(t.get("alt"), t.ending("alt"), sentence(t.place(1)), caption, path.Base("/"+source))
	out := "![" + escapeText(alt) + "](" + escapeAddress(source) + ")"
	if caption != "" && caption != alt {
		out += " *" + escapeText(caption) + "*"
	}
	return out
}

// pictured reports whether a tag that is not known is an image all the same, of a theme or of the blog itself:
// {{ dual_theme_image(light_src="a.webp", dark_src="b.webp") }}, <Cover src="a.png"/>.
func pictured(t tag) bool {
	source := strings.ToLower(cmp.Or(t.get("src", "path", "image"), t.ending("src")))
	switch path.Ext(source) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg":
		return true
	}
	name := strings.ToLower(t.name)
	return source != "" && (strings.Contains(name, "image") || strings.Contains(name, "picture"))
}

// ending returns the first argument with a name of several words of which the last is the given one: light_src,
// lightSrc.
func (t tag) ending(word string) string {
	for _, a := range t.args {
		if strings.HasSuffix(strings.ToLower(a.name), word) {
			return a.value
		}
	}
	return ""
}

// sentence is a text if it is one of several words: a single one may be a class or a size.
func sentence(s string) string {
	if strings.ContainsRune(strings.TrimSpace(s), ' ') {
		return s
	}
	return ""
}

// escapeText makes a text harmless inside of brackets and emphasis.
func escapeText(s string) string {
	return strings.NewReplacer("[", `\[`, "]", `\]`, "*", `\*`, "\n", " ").Replace(strings.TrimSpace(s))
}

// escapeAddress makes the destination of a link of any text (CommonMark 6.3).
func escapeAddress(s string) string {
	if s = strings.TrimSpace(s); strings.ContainsAny(s, " ()<>\n") {
		return "<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "").Replace(s) + ">"
	}
	return s
}

// services are where the videos and messages stand that tags embed: a title, and the address before the
// identifier.
var services = map[string][2]string{
	"youtube":      {"YouTube", "https://www.youtube.com/watch?v="},
	"youtubelite":  {"YouTube", "https://www.youtube.com/watch?v="},
	"youtube-lite": {"YouTube", "https://www.youtube.com/watch?v="},
	"vimeo":        {"Vimeo", "https://vimeo.com/"},
	"tweet":        {"Tweet", "https://twitter.com/i/status/"},
	"twitter":      {"Tweet", "https://twitter.com/i/status/"},
	"x":            {"Post on X", "https://twitter.com/i/status/"},
	"gist":         {"Gist", "https://gist.github.com/"},
	"instagram":    {"Instagram", "https://www.instagram.com/p/"},
	"asciinema":    {"Asciinema", "https://asciinema.org/a/"},
	"bilibili":     {"Bilibili", "https://www.bilibili.com/video/"},
}

// video writes a link to what a tag would have embedded.
func (s *scanner) video(t tag, paired bool) {
	service := services[embedded(path.Base(t.name))]
	id := cmp.Or(t.get("id", "videoid", "video", "tweetid", "slug"), t.place(0))
	user := t.get("user", "username")
	if second := t.place(1); second != "" && user == "" && t.get("id") == "" {
		user, id = t.place(0), second
	}
	if service[0] == "Gist" && user != "" {
		id = user + "/" + id
	}
	target := cmp.Or(t.get("url", "src", "href"), id)
	if target != "" && !strings.Contains(target, "://") && !strings.HasPrefix(target, "/") && service[1] != "" {
		target = service[1] + target
	}
	if target == "" || service[1] == "" && !strings.ContainsAny(target, "/.") {
		s.small(t, t.name)
		return
	}
	title := cmp.Or(t.get("title", "caption", "alt"), strings.TrimSpace(cmp.Or(service[0], t.name)+" "+id))
	s.instead(t, paired, "["+escapeText(title)+"]("+escapeAddress(target)+")")
}

// address writes where a reference leads: the file of a post, as its author names it.
func address(t tag) string {
	to := cmp.Or(t.place(0), t.get("path", "page", "href"))
	if strings.EqualFold(t.name, "post_url") {
		to = path.Base("/"+to) + ".md"
	}
	return strings.Join(strings.Fields(to), "%20")
}
