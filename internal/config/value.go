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
