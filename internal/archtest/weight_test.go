package archtest

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// heavy are packages whose mere presence in the program costs every start, and what to take instead.
var heavy = map[string]string{
	"net/http": "a program of its own that fetches: the reader has no network, and this has tables of 1 MB",
}

func TestNothingHeavyIsInTheProgram(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "../../cmd/blogtui").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Fields(string(out))
	if !slices.Contains(all, "github.com/blogtui/blogtui/internal/cli") {
		t.Fatalf("this is not the program: %v", all)
	}
	for _, name := range all {
		if instead, is := heavy[name]; is {
			t.Errorf("%s is in the program: use %s", name, instead)
		}
	}
}
