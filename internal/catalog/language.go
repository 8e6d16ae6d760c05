package catalog

import (
	"path"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/post"
)

// iso are the codes of languages of ISO 639-1.
const iso = " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz " +
	"ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu " +
	"ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd " +
	"ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st " +
	"su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "

// isLanguage reports whether a name is the code of a language, alone or with that of a country or script:
// en, pt-BR, zh_tw, zh-Hans.
func isLanguage(name string) bool {
	code, region, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(name), "_", "-"), "-")
	return len(code) == 2 && strings.Contains(iso, " "+code+" ") &&
		(len(name) == 2 || len(region) >= 2 && len(region) <= 4 && strings.Trim(region, "abcdefghijklmnopqrstuvwxyz") == "")
}

// sameLanguage compares two codes, of which one may leave out the country: "en" is "en-US".
func sameLanguage(a, b string) bool {
	a, b = strings.ReplaceAll(strings.ToLower(a), "_", "-"), strings.ReplaceAll(strings.ToLower(b), "_", "-")
	return a == b || strings.HasPrefix(a, b+"-") || strings.HasPrefix(b, a+"-")
}

// version is a file as one of the translations of a post.
type version struct {
	key      string // what all translations have in common: the path without the language
	language string // that the path says, "" if none
}

// versions tells the languages of files from their paths: name.fr.md beside name.md or another
// name.de.md, and fr/name.md where folders of several languages stand side by side, the blog's own or
// English among them.
func versions(files []string, own string) []version {
	sides := make(map[string][]string) // the languages among the folders of a folder
	all := make([]version, len(files))
	for i, file := range files {
		bare, language := cutSuffix(file)
		all[i] = version{bare, language}
		for folder := path.Dir(file); folder != "."; folder = path.Dir(folder) {
			parent, name := path.Dir(folder), path.Base(folder)
			if isLanguage(name) && !slices.Contains(sides[parent], name) {
				sides[parent] = append(sides[parent], name)
			}
		}
	}
	suffixed := suffixed(all)
	for i, file := range files {
		if all[i].language != "" && suffixed[all[i].key] == 1 {
			all[i] = version{key: file} // nothing it would be a translation of
		}
		if all[i].language == "" && len(sides) > 0 {
			all[i] = inFolder(all[i], sides, own)
		}
	}
	return all
}

// suffixed counts the files that a path without language stands for, if there is one with.
func suffixed(all []version) map[string]int {
	if !slices.ContainsFunc(all, func(v version) bool { return v.language != "" }) {
		return nil // the usual case
	}
	count := make(map[string]int, len(all))
	for _, v := range all {
		count[v.key]++
	}
	return count
}

// cutSuffix takes the language out of name.fr.md.
func cutSuffix(file string) (bare, language string) {
	ext := path.Ext(file)
	base := strings.TrimSuffix(file, ext)
	if language, found := strings.CutPrefix(path.Ext(base), "."); found && isLanguage(language) && len(base) > len(language)+1 {
		return strings.TrimSuffix(base, "."+language) + ext, language
	}
	return file, ""
}

// inFolder takes the language out of fr/name.md.
func inFolder(v version, sides map[string][]string, own string) version {
	for folder := path.Dir(v.key); folder != "."; folder = path.Dir(folder) {
		parent, name := path.Dir(folder), path.Base(folder)
		ours := func(code string) bool { return sameLanguage(code, "en") || own != "" && sameLanguage(code, own) }
		if all := sides[parent]; isLanguage(name) && len(all) > 1 && slices.ContainsFunc(all, ours) {
			return version{path.Join(parent, strings.TrimPrefix(v.key, folder)), name}
		}
	}
	return v
}

// translations groups the posts of a blog and chooses of each group the one to be listed.
type translations struct {
	wanted []string                // languages in which a post is listed, the first that it has; "" is that of the blog
	groups map[string][]*post.Post // by key, in the order of their files
}

// group puts the translations of posts together. What a front matter says goes over what the path says.
func group(entries []entry, wanted ...string) translations {
	t := translations{groups: make(map[string][]*post.Post)}
	for _, language := range wanted {
		if language != "" {
			t.wanted = append(t.wanted, language)
		}
	}
	t.wanted = append(t.wanted, "", "en")
	for _, e := range entries {
		t.groups[e.key()] = append(t.groups[e.key()], e.post)
	}
	return t
}

// key is what the translations of a post have in common.
func (e entry) key() string {
	if e.post.TranslationKey != "" {
		return "\x00" + e.post.TranslationKey // no path has a NUL
	}
	return e.version.key
}

// chosen reports whether the post stands for its translations in the list: it does in the language that was
// asked for, else in that of the blog, else in none, else in English, else in that of the first.
func (t translations) chosen(e entry) bool {
	versions := t.groups[e.key()]
	for _, wanted := range t.wanted {
		for _, p := range versions {
			if p.Language == wanted || wanted != "" && p.Language != "" && sameLanguage(p.Language, wanted) {
				return p.Language == e.post.Language
			}
		}
	}
	return versions[0].Language == e.post.Language
}
