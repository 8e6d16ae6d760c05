package config

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

func notEmpty(v string) error {
	if v == "" {
		return errors.New("empty: give it a value, or leave it out")
	}
	return nil
}

func oneOf(v string, allowed ...string) error {
	if !slices.Contains(allowed, v) {
		return fmt.Errorf("%q, which it cannot be: use %s", v, strings.Join(allowed, ", "))
	}
	return nil
}

func between(v string, least, most int) (int, error) {
	n, err := strconv.Atoi(v)
	if err != nil || n < least || n > most {
		return least, fmt.Errorf("%q, which it cannot be: use a number from %d to %d", v, least, most)
	}
	return n, nil
}

func truth(v string) (bool, error) {
	b, err := strconv.ParseBool(v)
	if err != nil {
		return false, fmt.Errorf("%q, which it cannot be: use true or false", v)
	}
	return b, nil
}

// languageCode accepts what is written like the code of a language, alone or with that of a country or a
// script: "fr", "pt-BR", "zh_Hant"; or nothing.
func languageCode(v string) error {
	code, part, divided := strings.Cut(strings.ReplaceAll(v, "_", "-"), "-")
	if v == "" || isWord(code, 2, 3) && (!divided || isWord(part, 2, 4)) {
		return nil
	}
	return fmt.Errorf("%q, which it cannot be: use the code of a language, such as fr or pt-BR", v)
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789"

// isWord reports whether s is so many letters and digits of ASCII.
func isWord(s string, least, most int) bool {
	return len(s) >= least && len(s) <= most && strings.Trim(strings.ToLower(s), letters) == ""
}
