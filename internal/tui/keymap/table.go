package keymap

import "charm.land/bubbles/v2/key"

// section is the bindings of one place.
type section struct {
	title string
	typed bool
	rows  []row
}

// row is one binding: where it is kept and everything that is said about it.
type row struct {
	binding             *key.Binding
	action, short, long string
	keys                []string // without a configuration, the one that is shown first
}

func bind(to *key.Binding, action, short, long string, keys ...string) row {
	return row{to, action, short, long, keys}
}

// table is all there is to say about the keys. A new key is a line here and a field in Keymap.
func (k *Keymap) table() []section {
	return []section{
		Everywhere: {title: "Everywhere", rows: []row{
			bind(&k.Global.Help, "help", "help", "show all keys", "?"),
			bind(&k.Global.Search, "search", "search", "search the bodies of all posts as you type", "S", "ctrl+f"),
			bind(&k.Global.Palette, "palette", "do", "do anything by its name; 50% jumps", ":", "ctrl+p"),
			bind(&k.Global.Themes, "themes", "theme", "choose a theme", "T"),
			bind(&k.Global.Mouse, "mouse", "mouse", "use the mouse, or leave it to the terminal", "M"),
			bind(&k.Global.Blogs, "blogs", "blogs", "choose the blog to read", "B"),
			bind(&k.Global.Redraw, "redraw", "redraw", "draw the screen again", "ctrl+l"),
			bind(&k.Global.Suspend, "suspend", "suspend", "stop the program; the shell's fg goes on", "ctrl+z"),
			bind(&k.Global.Interrupt, "interrupt", "quit", "quit from anywhere", "ctrl+c"),
		}},
		InList: {title: "List", rows: append(k.List.table("list", "post"), k.List.rows()...)},
		InBox: {title: "Filter box", typed: true, rows: append([]row{
			bind(&k.Box.Keep, "box.keep", "keep", "keep the filter and go to the list", "enter"),
			bind(&k.Box.Clear, "box.clear", "clear", "clear the filter and go to the list", "esc"),
			bind(&k.Box.Down, "box.down", "down", "next post", "down", "ctrl+n"),
			bind(&k.Box.Up, "box.up", "up", "previous post", "up", "ctrl+p"),
		}, k.Box.table("box")...)},
		InReader: {title: "Reader", rows: append(k.Reader.table("reader", "line", "space", "f", "b", "d", "u"), k.Reader.rows()...)},
		InFind: {title: "Find box", typed: true, rows: []row{
			bind(&k.Find.Keep, "find.keep", "keep", "keep what was found and go to the post", "enter"),
			bind(&k.Find.Clear, "find.clear", "clear", "find nothing and return to where you were", "esc"),
			bind(&k.Find.Next, "find.next", "next", "next place where it stands", "down", "ctrl+n"),
			bind(&k.Find.Prev, "find.prev", "previous", "previous place where it stands", "up", "ctrl+p"),
		}},
		InSearch: {title: "Search", typed: true, rows: append([]row{
			bind(&k.Search.Open, "search.open", "open", "open the post where the words stand; n goes on", "enter"),
			bind(&k.Search.Leave, "search.leave", "leave", "go back to where you were", "esc"),
			bind(&k.Search.Down, "search.down", "down", "next section", "down", "ctrl+n"),
			bind(&k.Search.Up, "search.up", "up", "previous section", "up", "ctrl+p"),
			bind(&k.Search.PageDown, "search.page-down", "page down", "a page down", "pgdown"),
			bind(&k.Search.PageUp, "search.page-up", "page up", "a page up", "pgup"),
		}, k.Search.table("search")...)},
		InPanel: {title: "Panels", typed: true, rows: []row{
			bind(&k.Overlay.Act, "panel.act", "choose", "choose the row", "enter"),
			bind(&k.Overlay.Toggle, "panel.toggle", "cycle", "tags: include, exclude, any", "space"),
			bind(&k.Overlay.Leave, "panel.leave", "leave", "leave, and change nothing", "esc"),
			bind(&k.Overlay.Down, "panel.down", "down", "next row", "down", "ctrl+n"),
			bind(&k.Overlay.Up, "panel.up", "up", "previous row", "up", "ctrl+p"),
			bind(&k.Overlay.PageDown, "panel.page-down", "page down", "a page down", "pgdown"),
			bind(&k.Overlay.PageUp, "panel.page-up", "page up", "a page up", "pgup"),
		}},
	}
}

// rows are the list's keys beside those that move: what is shown, what is kept, where it comes from.
func (l *List) rows() []row {
	return []row{
		bind(&l.Open, "list.open", "open", "open the post", "enter", "l", "right"),
		bind(&l.Filter, "list.filter", "filter", "filter titles, words and more as you type", "/"),
		bind(&l.Tags, "list.tags", "tags", "choose tags", "t"),
		bind(&l.ToggleTag, "list.tag", "tag", "filter by the tag of that number, or stop", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		bind(&l.Category, "list.category", "category", "choose a category", "c"),
		bind(&l.Sort, "list.sort", "sort", "choose the order", "O"),
		bind(&l.Star, "list.star", "star", "star the post, or take its star", "s"),
		bind(&l.Read, "list.read", "read", "mark the post as read, or as unread", "x"),
		bind(&l.Unread, "list.unread", "unread", "show only unread posts, or all", "U"),
		bind(&l.Rescan, "list.rescan", "rescan", "read the folder again", "r"),
		bind(&l.Edit, "list.edit", "edit", "open the file in your editor", "e"),
		bind(&l.Language, "list.language", "language", "open a translation of the post", "a"),
		bind(&l.Files, "list.files", "files", "files with problems, and those that are left out", "!"),
		bind(&l.Lines, "list.lines", "lines", "show cards, or one line for each post", "v"),
		bind(&l.Clear, "list.clear", "clear", "clear the filter", "esc"),
		bind(&l.Quit, "list.quit", "quit", "quit", "q"),
	}
}

// rows are the reader's keys beside those that move: what is looked for, where one can go, code, shape.
func (r *Reader) rows() []row {
	return []row{
		bind(&r.Find, "reader.find", "find", "find in the post as you type", "/"),
		bind(&r.NextMatch, "reader.next-match", "next", "next place where it stands", "n"),
		bind(&r.PrevMatch, "reader.prev-match", "previous", "previous place where it stands", "N"),
		bind(&r.Outline, "reader.outline", "outline", "the sections of the post, to go to one", "o"),
		bind(&r.NextHeading, "reader.next-heading", "heading", "next heading", "]"),
		bind(&r.PrevHeading, "reader.prev-heading", "heading", "previous heading", "["),
		bind(&r.NextLink, "reader.next-link", "links", "next link, table, diagram or fold", "tab"),
		bind(&r.PrevLink, "reader.prev-link", "link", "previous link, table, diagram or fold", "shift+tab"),
		bind(&r.Act, "reader.act", "open", "follow the link, open the note, table, diagram or fold", "enter"),
		bind(&r.Links, "reader.links", "links", "all links of the post, to follow one", "L"),
		bind(&r.Return, "reader.return", "return", "return from a link or a jump", "backspace", "ctrl+o", "alt+left"),
		bind(&r.Forward, "reader.forward", "forward", "go again where you returned from", "alt+right"),
		bind(&r.NextCode, "reader.next-code", "code", "next code block or diagram", "}"),
		bind(&r.PrevCode, "reader.prev-code", "code", "previous code block or diagram", "{"),
		bind(&r.CopyCode, "reader.copy-code", "copy", "copy the code block, or the diagram's source", "y"),
		bind(&r.CopyPost, "reader.copy-post", "copy post", "copy the post as Markdown", "Y"),
		bind(&r.WrapCode, "reader.wrap-code", "wrap", "wrap long lines of code, or not", "w"),
		bind(&r.NumberCode, "reader.number-code", "numbers", "number the lines of code, or not", "#"),
		bind(&r.PanRight, "reader.pan-right", "pan", "pan wide code, tables and diagrams to the right", "l", "right"),
		bind(&r.PanLeft, "reader.pan-left", "pan", "pan wide code, tables and diagrams to the left", "h", "left"),
		bind(&r.SetMark, "reader.set-mark", "mark", "mark this place with the letter that follows", "m"),
		bind(&r.GoToMark, "reader.go-to-mark", "to mark", "go to the mark of the letter that follows", "'"),
		bind(&r.Edit, "reader.edit", "edit", "open the file in your editor, at the line at the top", "e"),
		bind(&r.Tags, "reader.tags", "tags", "the tags of the post, to list the posts of one", "t"),
		bind(&r.Language, "reader.language", "language", "read on in a translation", "a"),
		bind(&r.NextPart, "reader.next-part", "next", "next part of the series, else older post", "J"),
		bind(&r.PrevPart, "reader.prev-part", "previous", "previous part of the series, else newer post", "K"),
		bind(&r.FullWidth, "reader.full-width", "full width", "use the full width, or the measure", "z"),
		bind(&r.Wider, "reader.wider", "wider", "widen the text column", "+"),
		bind(&r.Narrower, "reader.narrower", "narrower", "narrow the text column", "-"),
		bind(&r.ResetWidth, "reader.reset-width", "measure", "give the text column its own width again", "="),
		bind(&r.Clear, "reader.clear", "clear", "leave what was found or opened, then the post", "esc"),
		bind(&r.Back, "reader.back", "back", "back to the list", "q"),
	}
}

// table is the rows of keys that complete what is typed.
func (c *Complete) table(place string) []row {
	return []row{
		bind(&c.Next, place+".complete", "complete", "complete what is typed, then the next suggestion", "tab"),
		bind(&c.Prev, place+".complete-back", "back", "the suggestion before", "shift+tab"),
		bind(&c.Right, place+".right", "right", "among suggestions the next, else a letter to the right", "right"),
		bind(&c.Left, place+".left", "left", "among suggestions the one before, else a letter to the left", "left"),
	}
}

// table is the rows of keys that move by a unit ("post", "line"). The extra keys, if any, are those that
// pagers have for page down (two), page up, half a page down and half a page up.
func (m *Move) table(place, unit string, extra ...string) []row {
	var pageDown, pageUp, halfDown, halfUp []string
	if len(extra) > 0 {
		pageDown, pageUp, halfDown, halfUp = extra[:2], extra[2:3], extra[3:4], extra[4:5]
	}
	name := func(action string) string { return place + "." + action }
	return []row{
		bind(&m.Down, name("down"), "down", "next "+unit, "j", "down"),
		bind(&m.Up, name("up"), "up", "previous "+unit, "k", "up"),
		bind(&m.HalfDown, name("half-down"), "half down", "half a page down", append([]string{"ctrl+d"}, halfDown...)...),
		bind(&m.HalfUp, name("half-up"), "half up", "half a page up", append([]string{"ctrl+u"}, halfUp...)...),
		bind(&m.PageDown, name("page-down"), "page down", "a page down", append([]string{"pgdown"}, pageDown...)...),
		bind(&m.PageUp, name("page-up"), "page up", "a page up", append([]string{"pgup"}, pageUp...)...),
		bind(&m.Top, name("top"), "top", "to the top", "g", "home"),
		bind(&m.Bottom, name("bottom"), "bottom", "to the bottom", "G", "end"),
	}
}
