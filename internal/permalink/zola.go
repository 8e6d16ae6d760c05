package permalink

import "path"

// Zola is the address of a page of Zola: that of its "path", which own is, or by its section and the slug of it or of
// its file (https://www.getzola.org/documentation/content/page/).
func Zola(own string, p Post) (address string, ok bool) {
	if own != "" {
		return own, true
	}
	name := p.Name
	if name == "" {
		name = p.base()
	}
	return path.Join(p.Language, p.folder(), ascii(name)), true
}
