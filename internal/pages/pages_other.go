//go:build !linux

package pages

func advise([]byte) {}

func static(int) {}

func ahead(int) {}
