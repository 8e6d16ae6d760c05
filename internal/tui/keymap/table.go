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
			bind(&k.Global.Redraw, "redraw", "redraw", "draw the screen again", "ctrl+l"),
			bind(&k.Global.Suspend, "suspend", "suspend", "stop the program; the shell's fg goes on", "ctrl+z"),
			bind(&k.Global.Interrupt, "interrupt", "quit", "quit from anywhere", "ctrl+c"),
		}},
		InList: {title: "List", rows: append(
			k.List.table("list", "post"),
			bind(&k.List.Open, "list.open", "open", "open the post", "enter", "l", "right"),
			bind(&k.List.Filter, "list.filter", "filter", "filter titles, words and more as you type", "/"),
			bind(&k.List.Tags, "list.tags", "tags", "choose tags", "t"),
			bind(&k.List.ToggleTag, "list.tag", "tag", "filter by the tag of that number, or stop", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
			bind(&k.List.Category, "list.category", "category", "choose a category", "c"),
			bind(&k.List.Sort, "list.sort", "sort", "choose the order", "O"),
			bind(&k.List.Lines, "list.lines", "lines", "show cards, or one line for each post", "v"),
			bind(&k.List.Clear, "list.clear", "clear", "clear the filter", "esc"),
			bind(&k.List.Quit, "list.quit", "quit", "quit", "q"),
		)},
		InBox: {title: "Filter box", typed: true, rows: []row{
			bind(&k.Box.Keep, "box.keep", "keep", "keep the filter and go to the list", "enter"),
			bind(&k.Box.Clear, "box.clear", "clear", "clear the filter and go to the list", "esc"),
			bind(&k.Box.Down, "box.down", "down", "next post", "down", "ctrl+n"),
			bind(&k.Box.Up, "box.up", "up", "previous post", "up", "ctrl+p"),
		}},
		InReader: {title: "Reader", rows: append(
			k.Reader.table("reader", "line", "space", "f", "b", "d", "u"),
			bind(&k.Reader.Outline, "reader.outline", "outline", "the sections of the post, to go to one", "o"),
			bind(&k.Reader.NextHeading, "reader.next-heading", "heading", "next heading", "]"),
			bind(&k.Reader.PrevHeading, "reader.prev-heading", "heading", "previous heading", "["),
			bind(&k.Reader.NextCode, "reader.next-code", "code", "next code block", "}"),
			bind(&k.Reader.PrevCode, "reader.prev-code", "code", "previous code block", "{"),
			bind(&k.Reader.PanRight, "reader.pan-right", "pan", "pan wide code and tables to the right", "l", "right"),
			bind(&k.Reader.PanLeft, "reader.pan-left", "pan", "pan wide code and tables to the left", "h", "left"),
			bind(&k.Reader.NextPart, "reader.next-part", "next", "next part of the series, else older post", "J"),
			bind(&k.Reader.PrevPart, "reader.prev-part", "previous", "previous part of the series, else newer post", "K"),
			bind(&k.Reader.FullWidth, "reader.full-width", "full width", "use the full width, or the measure", "z"),
			bind(&k.Reader.Wider, "reader.wider", "wider", "widen the text column", "+"),
			bind(&k.Reader.Narrower, "reader.narrower", "narrower", "narrow the text column", "-"),
			bind(&k.Reader.ResetWidth, "reader.reset-width", "measure", "give the text column its own width again", "="),
			bind(&k.Reader.Back, "reader.back", "back", "back to the list", "q", "esc"),
		)},
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
