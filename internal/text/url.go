package text

import (
	"net/url"
	"slices"
)

// maxURL is the longest address given to a terminal, in bytes.
const maxURL = 2000

// SafeURL tells whether an address may be given to the terminal as a hyperlink or to a browser: http,
// https or mailto, printable ASCII, at most 2,000 bytes, and no user information, which would hide the
// host.
func SafeURL(address string) bool {
	if len(address) > maxURL {
		return false
	}
	for i := range len(address) {
		if address[i] <= ' ' || address[i] > '~' {
			return false
		}
	}
	u, err := url.Parse(address)
	return err == nil && u.User == nil && slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) && (u.Host != "" || u.Opaque != "")
}
