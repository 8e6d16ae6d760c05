//go:build !linux

package pages

func advise([]byte) {}

func static() {}

func ahead(int) {}
