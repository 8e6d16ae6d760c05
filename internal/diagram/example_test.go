package diagram_test

import (
	"errors"
	"fmt"

	"github.com/blogtui/blogtui/internal/diagram"
)

const login = `flowchart LR
    browser[Browser] -->|password| api[API]
    api --> users[(Users)]`

func Example() {
	d, err := diagram.Parse(login)
	if err != nil {
		fmt.Println(err)
		return
	}
	lines, _, err := d.Draw(60, diagram.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range lines {
		fmt.Println(line.Text())
	}
	// Output:
	//                                      ╭───────╮
	// ┌─────────┐               ┌─────┐    ├───────┤
	// │ Browser ├── password ──►│ API ├───►│ Users │
	// └─────────┘               └─────┘    ╰───────╯
}

func ExampleDiagram_Sentences() {
	d, _ := diagram.Parse(login)
	for _, sentence := range d.Sentences() {
		fmt.Println(sentence)
	}
	// Output:
	// Browser leads to API: password
	// API leads to Users
}

func ExampleOptions_ascii() {
	d, _ := diagram.Parse("sequenceDiagram\n    Client->>API: POST /token\n    API-->>Client: 200")
	lines, _, _ := d.Draw(60, diagram.Options{ASCII: true})
	for _, line := range lines {
		fmt.Println(line.Text())
	}
	// Output:
	// +--------+      +-----+
	// | Client |      | API |
	// +----+---+      +--+--+
	//      |             |
	//      | POST /token |
	//      +------------>|
	//      |             |
	//      |     200     |
	//      |<............+
	//      |             |
}

func ExampleSyntaxError() {
	_, err := diagram.Parse("flowchart TD\n    a[Start --> b")
	var fault *diagram.SyntaxError
	if errors.As(err, &fault) {
		fmt.Printf("%d:%d: %s\n", fault.Line, fault.Column, fault.Reason)
	}
	// Output:
	// 2:5: the text of the box has no end: close it with ]
}

func ExampleWidthError() {
	d, _ := diagram.Parse(login)
	_, _, err := d.Draw(5, diagram.Options{})
	var narrow *diagram.WidthError
	if errors.As(err, &narrow) {
		fmt.Printf("it needs %d columns\n", narrow.Needs)
	}
	// Output:
	// it needs 7 columns
}
