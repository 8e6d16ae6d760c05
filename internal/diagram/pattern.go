package diagram

import (
	"regexp"
	"sync"
)

// pattern returns a regular expression that is compiled when it is first asked for. Most documents have no
// diagram, and of those that have one each has few kinds: nobody should wait for all of them as the program starts.
func pattern(source string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) })
}
