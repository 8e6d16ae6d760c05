package post

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/text"
)

// Slug returns the name of a post that its path gives: the name of the file without its extension, of the
// folder where the file is an index.md, with everything but letters, digits, marks, "_" and "." replaced
// by "-". It can be typed without quoting, is never empty and never starts with "-" or ".", so that it
// is no flag and no hidden file.
func Slug(name string) string {
	return typeable(stem(name))
}

// stem is the name of a file without its extension. A page bundle, a folder with an index.md and what that
// shows, has the name of the folder.
func stem(name string) string {
	folder, file := path.Split(name)
	base := strings.TrimSuffix(file, path.Ext(file))
	rest, isIndex := cutIndex(base)
	if folder = path.Base(path.Clean(folder)); isIndex && folder != "." && folder != "/" {
		return folder + rest
	}
	return base
}

// cutIndex takes the name "index" from the front of one that is "index" or "index.fr".
func cutIndex(base string) (rest string, found bool) {
	if len(base) < len("index") || !strings.EqualFold(base[:len("index")], "index") {
		return base, false
	}
	rest = base[len("index"):]
	return rest, rest == "" || rest[0] == '.'
}

// typeable makes of a name one that can be typed: its letters, digits, underscores and full stops, and hyphens for all
// else.
func typeable(name string) string {
	if isTypeable(name) {
		return name // the usual case
	}
	var b strings.Builder
	dash := false // the last rune was one
	for _, r := range text.CleanLine(name) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r), r == '_', r == '.':
			b.WriteRune(r)
			dash = false
		case !dash:
			b.WriteByte('-')
			dash = true
		}
	}
	if s := strings.Trim(b.String(), "-."); s != "" {
		return s
	}
	return "post"
}

// isTypeable reports whether typeable has nothing to do. It knows letters of ASCII alone.
func isTypeable(name string) bool {
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_':
		case (c == '-' || c == '.') && i > 0 && i < len(name)-1 && name[i-1] != '-':
		default:
			return false
		}
	}
	return name != ""
}

// Undated is a slug without the date with which it begins, if more follows.
func Undated(slug string) string {
	if !strings.HasPrefix(slug, "19") && !strings.HasPrefix(slug, "20") {
		return slug // the usual case, without the cost of looking
	}
	if at := datePath().FindStringSubmatchIndex(slug); at != nil && at[0] == 0 && at[1] < len(slug) {
		return slug[at[1]:]
	}
	return slug
}

// readable makes a title of a path: "2024-01-02-rate-limiting.md" is "Rate limiting".
func readable(name string) string {
	slug := Slug(name)
	words := strings.Join(strings.FieldsFunc(Undated(slug), func(r rune) bool { return r == '-' || r == '_' }), " ")
	if words == "" {
		return slug
	}
	first, size := utf8.DecodeRuneInString(words)
	return text.CleanLine(string(unicode.ToUpper(first)) + words[size:])
}
