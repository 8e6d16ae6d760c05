package post

// Dialect is what an engine reads in its own way where all others agree. The zero value reads what has only one
// meaning, and the words of a text as tags.
type Dialect struct {
	// Whole takes a text for one tag, however many words it has. Only in Jekyll it is several.
	Whole bool
	// Spaced divides a text of categories or tags at white space alone, and takes that of one whole: "a, b" is "a,"
	// and "b". So does Jekyll (Utils.pluralized_array_from_hash).
	Spaced bool
	// Slashes is the order of a date that has its year last: 07/08/2022.
	Slashes Slashes
}

// Slashes is the order in which a date with slashes names the month and the day.
type Slashes int

// The orders that engines have.
const (
	NoSlashes  Slashes = iota // nobody knows
	DayFirst                  // Ruby, and so Jekyll
	MonthFirst                // JavaScript (ECMA-262, section 21.4.3.2, leaves it to the engines, which agree), and so Astro
)

// layouts are the ways in which a date with slashes may be written.
func (s Slashes) layouts() []string {
	switch s {
	case DayFirst:
		return []string{"2/1/2006", "2/1/2006 15:04", "2/1/2006 15:04:05"}
	case MonthFirst:
		return []string{"1/2/2006", "1/2/2006 15:04", "1/2/2006 15:04:05"}
	}
	return nil
}
