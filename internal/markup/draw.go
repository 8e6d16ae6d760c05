package markup

import (
	"bytes"
	"cmp"
	"path"
	"strings"
	"sync"
)

// kind is how a tag is drawn.
type kind int

const (
	unknown   kind = iota
	nothing        // it arranges, or it decides what is shown: its content stays
	code           // its content is code
	diagram        // its content is code in the language of its name
	note           // an alert
	quotation      // a quote
	picture        // an image
	video          // a link to what is elsewhere
	reference      // the address of another post
	include        // the content of another file
	heading        // a name for the content that follows: of a tab, of something to unfold
	label          // a text of its own: a button, a badge
)

// names are the tags that are known, by what they are called in engines and their themes.
var names = map[kind]string{
	nothing: " if elsif elseif else unless for assign set case when capture macro block extends from import break continue cycle " +
		"increment decrement tablerow filter call with layout paginate toc tableofcontents icon clear clearfix br hr tabs tabpane codetabs " +
		"codegroup steps columns column row col grid cards center div section container wrap wide article fragment more seo feed_meta math " +
		"katex latex rawhtml raw html unsafe markdown md markdownify include_code safe lead caption small ",
	code:    " highlight code codeblock code-block sourcecode prism expressivecode codesnippet cli terminal console ",
	diagram: " mermaid plantuml graphviz dot d2 ",
	note: " note info notice tip hint important warning warn caution danger error success attention alert admonition callout aside question " +
		"example todo update notification ",
	quotation: " quote blockquote pullquote epigraph ",
	picture:   " figure img image picture photo imgproc lazyimg imgcap responsive_image responsive-image screenshot ",
	video:     " youtube youtubelite youtube-lite vimeo tweet twitter x gist instagram codepen asciinema bilibili spotify soundcloud video audio mastodon ",
	reference: " ref relref post_url link ",
	include:   " include include_relative include_cached includecode readfile render partial remote ",
	heading:   " details expand collapse accordion spoiler tab tabitem fold toggle dropdown step card ",
	label:     " button btn badge kbd key abbr mark text color colour link-card linkcard bookmark ",
}

// kinds is names by name.
var kinds = sync.OnceValue(func() map[string]kind {
	all := make(map[string]kind)
	for k, list := range names {
		for name := range strings.FieldsSeq(list) {
			all[name] = k
		}
	}
	return all
})

// kindOf returns how a tag of that name is drawn. Frameworks have "YouTubeEmbed" for a video.
func kindOf(name string) kind {
	name = strings.ToLower(name)
	if k, known := kinds()[name]; known {
		return k
	}
	return kinds()[embedded(name)]
}

// embedded returns what a tag with such a name embeds: "tweet" for "TweetEmbed".
func embedded(name string) string {
	name = strings.ToLower(name)
	return strings.Trim(strings.TrimSuffix(strings.TrimPrefix(name, "embed"), "embed"), "-_")
}

// draw writes what Markdown has for a tag.
func (s *scanner) draw(t tag) {
	if t.closing {
		s.close(t)
		return
	}
	if strings.EqualFold(t.name, "link") && t.element {
		t.name = "a" // of a framework: a link with a text
	}
	k := kindOf(path.Base(t.name))
	if k == include {
		if k, t = included(t); k == unknown {
			s.small(t, "include "+t.place(0))
			return
		}
	}
	end, paired := s.closer(t)
	switch {
	case (k == code || k == diagram) && paired:
		s.code(t, k, end)
	case k == note:
		s.note(t, paired)
	case k == picture, k == unknown && pictured(t):
		s.instead(t, paired, image(t))
	case k == video:
		s.video(t, paired)
	case k == reference:
		s.replace(t.end, address(t))
	case k == nothing:
		s.wrap(t, paired, "")
	case paired && (k == quotation || k == unknown && t.speaker() != "" && s.opens(t)):
		s.quotation(t)
	case k == heading:
		s.heading(t, paired, cmp.Or(t.get("summary", "title", "label", "name", "header"), t.place(0)))
	case k == label && !paired:
		s.replace(t.end, cmp.Or(t.get("text", "label", "title", "content"), t.place(0)))
	case paired && s.opens(t):
		s.heading(t, paired, t.get("title", "heading", "label"))
	case paired:
		s.wrap(t, paired, "")
	default:
		s.unknown(t)
	}
}

// included makes of {% include youtube.html id=… %} the tag that the file draws. Of a file whose name says
// nothing the kind is unknown.
func included(t tag) (kind, tag) {
	file := cmp.Or(t.place(0), t.get("file", "path", "src"))
	inner := tag{name: strings.TrimSuffix(path.Base(file), path.Ext(file)), end: t.end, selfClosed: true}
	k := kindOf(inner.name)
	if k == unknown || k == include || k == code {
		return unknown, tag{name: t.name, args: []argument{{"", file}}, end: t.end}
	}
	first := true
	for _, a := range t.args {
		if a.name != "" || !first {
			inner.args = append(inner.args, a)
		}
		first = first && a.name != ""
	}
	return k, inner
}

// wrap writes something in place of an opening tag, whose content stands as it is.
func (s *scanner) wrap(t tag, paired bool, with string) {
	s.replace(t.end, with)
	if paired {
		s.push(frame{name: strings.ToLower(t.name)})
	}
}

// heading writes what the content of a tag is called above it, on a line of its own (CommonMark 6.7).
func (s *scanner) heading(t tag, paired bool, title string) {
	title = bold(title)
	switch {
	case title == "":
	case s.alone(t.end):
		title += "  "
	case paired:
		title += " "
	}
	s.wrap(t, paired, title)
}

// push notes that a tag is open. Deeper than anyone writes it is not noted: its content stands as it is.
func (s *scanner) push(f frame) {
	if len(s.open) < maxOpen {
		s.open = append(s.open, f)
	}
}

// instead writes something in place of a tag, whose content, if there is any, comes after it.
func (s *scanner) instead(t tag, paired bool, with string) {
	if paired && !s.alone(t.end) {
		with += " "
	}
	s.wrap(t, paired, with)
}

// small shows that there is something which cannot be drawn here.
func (s *scanner) small(t tag, name string) {
	name = "‹" + strings.Join(strings.Fields(strings.NewReplacer("*", "", "`", "", "[", "", "]", "", "<", "").Replace(name)), " ") + "›"
	if s.alone(t.end) {
		name = "*" + name + "*"
	}
	s.replace(t.end, name)
}

// unknown writes a tag that is not known and has no content: the link that it holds, or its name, small. An address
// without a text is not for the middle of a sentence.
func (s *scanner) unknown(t tag) {
	if value, known := s.value(t.place(0)); known && strings.EqualFold(t.name, "param") {
		s.replace(t.end, value)
		return
	}
	target, text := t.get("href", "url", "link"), t.get("text", "title", "label", "name")
	for _, a := range t.args {
		switch {
		case a.name != "":
		case target == "" && strings.Contains(a.value, "://"):
			target = a.value
		case text == "" && target == "": // behind an address stand classes and sizes
			text = a.value
		}
	}
	switch isAddress := strings.HasPrefix(target, "/") || strings.Contains(target, "://"); {
	case isAddress && text != "":
		s.replace(t.end, "["+escapeText(text)+"]("+escapeAddress(target)+")")
	case isAddress && s.alone(t.end):
		s.replace(t.end, "["+escapeText(target)+"]("+escapeAddress(target)+")")
	default:
		s.small(t, t.name)
	}
}

// close takes a closing tag: it ends the innermost open tag of its name, and all that are open in that.
func (s *scanner) close(t tag) {
	for i := len(s.open) - 1; i >= 0; i-- {
		f := s.open[i]
		if f.name != strings.ToLower(t.name) && (t.name != "" || f.name == containerName) {
			continue
		}
		s.open = s.open[:i+1]
		if s.alone(t.end) {
			s.write(f.closer)
		}
		s.open = s.open[:i]
		break
	}
	s.drop(t.end)
}

// code writes the content of a tag as a fence, or as a span where it stands within a line.
func (s *scanner) code(t tag, k kind, end span) {
	content := s.src[t.end:end.from]
	if bytes.IndexByte(content, '\n') < 0 {
		s.replace(end.to, codeSpan(strings.TrimSpace(string(content))))
		return
	}
	ticks := strings.Repeat("`", max(3, longestRun(content)+1))
	language := cmp.Or(t.get("lang", "language", "type"), t.place(0))
	if k == diagram {
		language = strings.ToLower(t.name)
	}
	info := ticks + strings.Join(strings.Fields(strings.ReplaceAll(language, "`", "")), "")
	if title := t.get("title", "file", "filename", "caption", "name"); title != "" {
		info += ` title="` + strings.NewReplacer(`"`, "", "`", "", "\n", " ").Replace(title) + `"`
	}
	if s.fill > 0 {
		info = "\n" + info
	}
	if !s.alone(t.end) && len(bytes.TrimSpace(s.src[t.end:s.lineEnd(t.end)])) > 0 {
		info += "\n"
	}
	s.write(info)
	s.skip(t.end)
	s.copy(end.from)
	if s.fill > 0 {
		s.write("\n")
	}
	s.write(ticks)
	if len(bytes.TrimSpace(s.src[end.to:s.lineEnd(end.to)])) > 0 {
		s.write("\n")
	}
	s.skip(end.to)
}

// codeSpan writes a text as a span of code (CommonMark 6.1).
func codeSpan(text string) string {
	ticks := strings.Repeat("`", longestRun([]byte(text))+1)
	if len(ticks) > 1 {
		text = " " + text + " "
	}
	return ticks + text + ticks
}

// longestRun returns how many backticks stand together at most.
func longestRun(b []byte) int {
	longest, run := 0, 0
	for _, c := range b {
		if c != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

func bold(s string) string {
	if s = strings.TrimSpace(strings.ReplaceAll(s, "*", "")); s == "" {
		return ""
	}
	return "**" + s + "**"
}
