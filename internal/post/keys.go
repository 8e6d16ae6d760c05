package post

import (
	"slices"
	"strings"
	"sync"
)

// postKeys are the keys of a post, with the names that Hugo, Jekyll, Astro, Zola, Eleventy and their
// themes have for them.
var postKeys = sync.OnceValue(func() vocabulary[Meta] {
	return newVocabulary([]key[Meta]{
		{"title extra.title", func(m *Meta, f field) *oddity { return f.shownTo(&m.Title) }},
		{"description summary excerpt subtitle abstract extra.description params.description seo.description",
			func(m *Meta, f field) *oddity { return f.shownTo(&m.Description) }},
		{"authors author by authorname taxonomies.authors taxonomies.author extra.authors extra.author params.authors params.author",
			func(m *Meta, f field) *oddity { return f.authorsTo(&m.Authors) }},
		{"category categories taxonomies.categories taxonomies.category extra.category", (*Meta).setCategory},
		{"series seriesname seriestitle taxonomies.series extra.series params.series",
			func(m *Meta, f field) *oddity { return f.nameTo(&m.Series) }},
		{"part seriesorder seriespart seriesindex series.part series.order series.index extra.part extra.seriesorder params.seriesorder",
			func(m *Meta, f field) *oddity { return f.numberTo(&m.Part, 0) }},
		{"tags tag taxonomies.tags taxonomies.tag extra.tags keywords",
			(*Meta).setTags},
		{"date publishdate pubdate pubdatetime publisheddate publishedat publishedon datepublished publicationdate postdate " +
			"created createdat createddate extra.date", func(m *Meta, f field) *oddity { return f.dateTo(&m.Date) }},
		{"updated lastmod updateddate updatedat modified modifieddate moddatetime lastmodified lastmodifiedat lastupdated " +
			"datemodified update extra.updated", func(m *Meta, f field) *oddity { return f.dateTo(&m.Updated) }},
		{"publishdate", func(m *Meta, f field) *oddity { return f.dateTo(&m.From) }},
		{"expirydate unpublishdate", func(m *Meta, f field) *oddity { return f.dateTo(&m.Until) }},
		{"weight", func(m *Meta, f field) *oddity { return f.numberTo(&m.Weight, -1<<31) }},
		{"draft isdraft", func(m *Meta, f field) *oddity { return f.yesTo(&m.Draft) }},
		{"published", (*Meta).setPublished},
		{"status", (*Meta).setStatus},
		{"permalink url path", (*Meta).setPermalink},
		{"slug", (*Meta).setName},
		{"aliases alias redirectfrom", func(m *Meta, f field) *oddity { return f.namesTo(&m.Aliases, false) }},
		{"lang language locale", func(m *Meta, f field) *oddity { return f.textTo(&m.Language) }},
		{"translationkey", func(m *Meta, f field) *oddity { return f.textTo(&m.TranslationKey) }},
		{"readingtime minutes readtime minutesread timetoread extra.readingtime params.readingtime",
			func(m *Meta, f field) *oddity { return f.minutesTo(&m.ReadingTime) }},
		{"requires", func(m *Meta, f field) *oddity { return f.namesTo(&m.Requires, false) }},
		{"redirectto redirect redirecturl", (*Meta).setRedirect},
		{"layout", (*Meta).setLayout},
		{"render build.render build.list", (*Meta).setRendered},
		{"unlisted hidden headless eleventyexcludefromcollections", (*Meta).setHidden},
	})
})

// indexKeys are the keys of what stands for a whole blog: its _index.md or the configuration of its
// engine.
var indexKeys = sync.OnceValue(func() vocabulary[Index] {
	return newVocabulary([]key[Index]{
		{"title sitetitle name", func(i *Index, f field) *oddity { return f.textTo(&i.Title) }},
		{"tagline", func(i *Index, f field) *oddity { return f.textTo(&i.Tagline) }},
		{"description subtitle params.description params.subtitle params.tagline extra.description",
			func(i *Index, f field) *oddity { return f.proseTo(&i.Description) }},
		{"timezone", func(i *Index, f field) *oddity { return f.textTo(&i.Zone) }},
		{"contentdir", func(i *Index, f field) *oddity { return f.textTo(&i.Content) }},
		{"baseurl", func(i *Index, f field) *oddity { return f.textTo(&i.Base) }},
		{"ignoredcontent ignorefiles exclude", (*Index).setIgnored},
		{"permalink", func(i *Index, f field) *oddity { return f.textTo(&i.Permalink) }},
		{"buildfuture future", func(i *Index, f field) *oddity { return f.yesTo(&i.Future) }},
		{"defaultcontentlanguage defaultlanguage lang language locale languagecode",
			func(i *Index, f field) *oddity { return f.textTo(&i.Language) }},
	})
})

// setIgnored takes patterns as they are: a comma may be a part of one.
func (i *Index) setIgnored(f field) *oddity {
	if f.kind == single {
		f.list = []string{f.text}
	}
	i.Ignored = append(i.Ignored, f.list...)
	return nil
}

// authorsTo takes the names of the authors, which may be links: a text names one, commas and all.
func (f field) authorsTo(to *[]string) *oddity {
	if f.kind == single && f.text != "" {
		f.kind, f.list = list, []string{f.text}
	}
	for i, name := range f.list {
		f.list[i] = plain([]byte(name))
	}
	return f.namesTo(to, false)
}

// setCategory takes the first category for that of the post, and keeps the others.
func (m *Meta) setCategory(f field) *oddity {
	var all []string
	odd := f.divided("category", "categories").namesTo(&all, f.words("categories"))
	if shown := f.withoutCommas(all); !slices.Equal(all, shown) {
		m.InAddress, all = all, shown
	}
	if len(all) > 0 {
		m.Category = all[0]
	}
	if len(all) > 1 {
		m.Further = all[1:]
	}
	return odd
}

// setTags takes the tags of the post.
func (m *Meta) setTags(f field) *oddity {
	var all []string
	odd := f.divided("tag", "tags").namesTo(&all, f.words("tags"))
	m.Tags = append(m.Tags, f.withoutCommas(all)...)
	return odd
}

// divided is a field of names as Jekyll divides its text (post.Dialect.Spaced).
func (f field) divided(one, many string) field {
	if !f.dialect.Spaced || f.kind != single {
		return f
	}
	switch {
	case strings.EqualFold(f.key, one):
		f.kind, f.list = list, []string{f.text}
	case strings.EqualFold(f.key, many):
		f.kind, f.list = list, strings.Fields(f.text)
	}
	return f
}

// withoutCommas are names without the commas that Jekyll leaves at their ends, and has in addresses.
func (f field) withoutCommas(names []string) []string {
	if !f.dialect.Spaced {
		return names
	}
	var shown []string
	for _, name := range names {
		name = strings.Trim(name, ", ")
		if name != "" && !slices.ContainsFunc(shown, func(other string) bool { return strings.EqualFold(name, other) }) {
			shown = append(shown, name)
		}
	}
	return shown
}

// setPublished takes "published", which some engines have for a date and some for whether there is one.
func (m *Meta) setPublished(f field) *oddity {
	if yes, known := f.yes(); known {
		m.Draft = m.Draft || !yes
		return nil
	}
	if !m.Date.IsZero() {
		return nil
	}
	return f.dateTo(&m.Date)
}

func (m *Meta) setStatus(f field) *oddity {
	m.Draft = m.Draft || strings.EqualFold(f.text, "draft")
	return nil
}

// setPermalink takes where the post stands on the web. Eleventy writes nothing for one that is false.
func (m *Meta) setPermalink(f field) *oddity {
	if yes, known := f.yes(); known && !yes && strings.EqualFold(f.key, "permalink") {
		m.Unlisted = "permalink is false"
		return nil
	}
	if f.kind == single {
		m.Permalink = f.text
	}
	return nil
}

func (m *Meta) setName(f field) *oddity {
	if f.kind == single {
		m.Name = f.text
	}
	return nil
}

func (m *Meta) setRedirect(f field) *oddity {
	if f.kind == single && f.text != "" {
		if yes, known := f.yes(); !known || yes {
			m.Unlisted = "only leads to another page"
		}
	}
	return nil
}

func (m *Meta) setLayout(f field) *oddity {
	if strings.EqualFold(f.text, "redirect") || strings.EqualFold(f.text, "redirected") {
		m.Unlisted = "only leads to another page"
	}
	return nil
}

func (m *Meta) setRendered(f field) *oddity {
	if yes, known := f.yes(); known && !yes || strings.EqualFold(f.text, "never") {
		m.Unlisted = f.key + " is " + f.text
	}
	return nil
}

func (m *Meta) setHidden(f field) *oddity {
	if yes, _ := f.yes(); yes {
		m.Unlisted = f.key + " is " + f.text
	}
	return nil
}
