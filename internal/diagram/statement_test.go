package diagram

import (
	"errors"
	"strings"
	"testing"
)

// documented is one statement of Mermaid's documentation, in a diagram of our own: what must be on the drawing,
// what must be said, and what is ignored, which is neither; or what the error says.
type documented struct {
	source              string
	drawn, said, absent string // parts of it between |
	fails               string
}

func (c documented) check(t *testing.T) {
	t.Helper()
	d, err := Parse(c.source)
	if c.fails != "" {
		var syntax *SyntaxError
		if !errors.As(err, &syntax) || !strings.Contains(err.Error(), c.fails) {
			t.Fatalf("error %v, want …%s…", err, c.fails)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	lines, _, err := d.Draw(100, Options{})
	if err != nil {
		t.Fatal(err)
	}
	drawing := ""
	for _, l := range lines {
		drawing += l.Text() + "\n"
	}
	sentences := strings.Join(d.Sentences(), "\n") + "\n"
	for _, part := range parts(c.drawn) {
		if !strings.Contains(drawing, part) {
			t.Errorf("%q is not drawn in\n%s", part, drawing)
		}
	}
	for _, part := range parts(c.said) {
		if !strings.Contains(sentences, part+"\n") {
			t.Errorf("%q is not said in\n%s", part, sentences)
		}
	}
	for _, part := range parts(c.absent) {
		if strings.Contains(drawing, part) || strings.Contains(sentences, part) {
			t.Errorf("%q should be ignored in\n%s%s", part, drawing, sentences)
		}
	}
	if c.drawn == "" && c.said == "" {
		t.Error("the test says nothing")
	}
}

func parts(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "¦")
}

func TestDocumentedStatementsOfSequences(t *testing.T) {
	for name, c := range map[string]documented{
		"participant":            {source: "participant Zoe\nparticipant Al\nAl->>Zoe: hi", drawn: "│ Zoe │    │ Al │"},
		"actor":                  {source: "actor Zoe\nZoe->>Al: hi", drawn: "╱│╲"},
		"boundary":               {source: `participant A@{ "type": "boundary" }` + "\nA->>B: hi", drawn: "«boundary»", said: "A is of the type boundary"},
		"control":                {source: `participant A@{ "type": "control" }` + "\nA->>B: hi", drawn: "«control»"},
		"entity":                 {source: `participant A@{ "type": "entity" }` + "\nA->>B: hi", drawn: "«entity»"},
		"database":               {source: `participant A@{ "type": "database" }` + "\nA->>B: hi", drawn: "╭───╮¦├───┤¦╰─┬─╯", absent: "database"},
		"collections":            {source: `participant A@{ "type": "collections" }` + "\nA->>B: hi", drawn: "«collections»"},
		"queue":                  {source: `participant A@{ "type" : "queue" }` + "\nA->>B: hi", drawn: "( A )", absent: "queue"},
		"alias":                  {source: "participant A as The client\nA->>B: hi", drawn: "│ The client │", said: "The client sends to B: hi"},
		"alias in properties":    {source: `participant A@{ "type": "control", "alias": "Inner" }` + "\nA->>B: hi", drawn: "│   Inner   │"},
		"alias of both kinds":    {source: `participant A@{ "alias": "Inner" } as Outer` + "\nA->>B: hi", drawn: "│ Outer │", absent: "Inner"},
		"actor with a type":      {source: `actor A@{ "type": "database" } as Store` + "\nA->>B: hi", drawn: "╱│╲¦Store"},
		"create":                 {source: "A->>B: hi\ncreate participant C\nA->>C: be", drawn: "►│ C │", said: "C is created"},
		"create who is there":    {source: "alt\nA->>B: hi\nelse\ncreate participant B\nA->>B: be\nend", drawn: "│ A │    │ B │", said: "A sends to B: be"},
		"create an actor":        {source: "A->>B: hi\ncreate actor C as Carl\nA->>C: be", drawn: "╱│╲¦Carl"},
		"destroy":                {source: "A->>B: hi\ndestroy B\nA-xB: gone", drawn: "×", said: "B is destroyed"},
		"box":                    {source: "box Lime The back\nparticipant A\nend\nA->>B: hi", drawn: "┌╌ The back ╌", absent: "Lime"},
		"box without a title":    {source: "box rgb(1,2,3)\nparticipant A\nend\nA->>B: hi", drawn: "┌╌╌╌╌╌╌╌┐", absent: "rgb"},
		"box, transparent":       {source: "box transparent Aqua\nparticipant A\nend\nA->>B: hi", drawn: "╌ Aqua ╌"},
		"line":                   {source: "A->B: hi", drawn: "├────────┤", said: "A sends to B: hi"},
		"dotted line":            {source: "A-->B: hi", drawn: "├╌╌╌╌╌╌╌╌┤"},
		"arrow":                  {source: "A->>B: hi", drawn: "├───────►│"},
		"dotted arrow":           {source: "A->>B: hi\nB-->>A: ho", drawn: "│◄╌╌╌╌╌╌╌┤", said: "B answers A: ho"},
		"both ways":              {source: "A<<->>B: hi", drawn: "│◄──────►│", said: "A and B exchange: hi"},
		"both ways, dotted":      {source: "A<<-->>B: hi", drawn: "│◄╌╌╌╌╌╌►│"},
		"cross":                  {source: "A-xB: hi", drawn: "├───────×│", said: "A sends to B, where it is lost: hi"},
		"dotted cross":           {source: "A--xB: hi", drawn: "├╌╌╌╌╌╌╌×│"},
		"async":                  {source: "A-)B: hi", drawn: "├───────)│", said: "A sends to B, without waiting: hi"},
		"dotted async":           {source: "A--)B: hi", drawn: "├╌╌╌╌╌╌╌)│"},
		"half, top":              {source: `A-|\B: hi`, drawn: "├───────⇀│", said: "A sends to B: hi"},
		"half, top, dotted":      {source: `A--|\B: hi`, drawn: "├╌╌╌╌╌╌╌⇀│"},
		"half, bottom":           {source: "A-|/B: hi", drawn: "├───────⇁│"},
		"half, bottom, dotted":   {source: "A--|/B: hi", drawn: "├╌╌╌╌╌╌╌⇁│"},
		"half, back, top":        {source: "A/|-B: hi", drawn: "│↼───────┤", said: "B sends to A: hi"},
		"half, back, top, dot":   {source: "A/|--B: hi", drawn: "│↼╌╌╌╌╌╌╌┤"},
		"half, back, bottom":     {source: `A\|-B: hi`, drawn: "│↽───────┤"},
		"half, back, bottom, d":  {source: `A\|--B: hi`, drawn: "│↽╌╌╌╌╌╌╌┤"},
		"stick, top":             {source: `A-\\B: hi`, drawn: "├───────⇀│"},
		"stick, top, dotted":     {source: `A--\\B: hi`, drawn: "├╌╌╌╌╌╌╌⇀│"},
		"stick, bottom":          {source: "A-//B: hi", drawn: "├───────⇁│"},
		"stick, bottom, dotted":  {source: "A--//B: hi", drawn: "├╌╌╌╌╌╌╌⇁│"},
		"stick, back, top":       {source: "A//-B: hi", drawn: "│↼───────┤"},
		"stick, back, top, dot":  {source: "A//--B: hi", drawn: "│↼╌╌╌╌╌╌╌┤"},
		"stick, back, bottom":    {source: `A\\-B: hi`, drawn: "│↽───────┤"},
		"stick, back, bottom, d": {source: `A\\--B: hi`, drawn: "│↽╌╌╌╌╌╌╌┤"},
		"connection at the end":  {source: "A->>()B: hi", drawn: "├───────►●"},
		"at the beginning":       {source: "A()->>B: hi", drawn: "●───────►│"},
		"at both ends":           {source: "A()->>()B: hi", drawn: "●───────►●"},
		"activate":               {source: "A->>B: hi\nactivate B\nB-->>A: ho\ndeactivate B", drawn: "►╽¦┃"},
		"activation in short":    {source: "A->>+B: hi\nB-->>-A: ho", drawn: "►╽¦╌┦"},
		"note at the right":      {source: "participant A\nNote right of A: look", drawn: "│ │ look │", said: "Note on A: look"},
		"note at the left":       {source: "participant A\nNote left of A: look", drawn: "│ look │ │"},
		"note over two":          {source: "A->>B: hi\nNote over A,B: look here", drawn: "┴────────┴", said: "Note on A to B: look here"},
		"line break":             {source: "A->>B: one<br/>two", drawn: "one¦two", absent: "<br"},
		"loop":                   {source: "loop Daily\nA->>B: hi\nend", drawn: "loop: Daily", said: "Again and again: Daily¦End of what is repeated"},
		"alt":                    {source: "alt sick\nA->>B: hi\nelse well\nA->>B: ho\nend", drawn: "alt: sick¦else: well", said: "Either: sick¦Or else: well"},
		"opt":                    {source: "opt Extra\nA->>B: hi\nend", drawn: "opt: Extra", said: "Perhaps: Extra"},
		"par":                    {source: "par first\nA->>B: hi\nand second\nA->>B: ho\nend", drawn: "par: first¦and: second", said: "At the same time: first¦And at the same time: second"},
		"critical":               {source: "critical lock\nA->>B: hi\noption late\nA->>A: log\nend", drawn: "critical: lock¦option: late", said: "Without interruption: lock¦Or, in the case: late"},
		"break":                  {source: "break when it fails\nA->>B: hi\nend", drawn: "break: when it fails", said: "Stop here: when it fails"},
		"rect":                   {source: "rect rgb(1, 2, 3)\nA->>B: hi\nend", drawn: "┼────────┼", absent: "rgb"},
		"comment":                {source: "A->>B: hi\n%% not this\n", drawn: "hi", absent: "not this"},
		"entities":               {source: "A->>B: I #9829; you #infin; #35;1", drawn: "I ♥ you ∞ #1"},
		"semicolons":             {source: "A->>B: hi; B->>A: ho;", drawn: " hi ¦ ho ", absent: ";"},
		"semicolon in a text":    {source: "A->>B: SELECT 1; twice", drawn: "SELECT 1; twice"},
		"autonumber":             {source: "autonumber\nA->>B: hi\nA->>B: ho", drawn: "1. hi¦2. ho", said: "2. A sends to B: ho"},
		"autonumber by steps":    {source: "autonumber 10 5\nA->>B: hi\nA->>B: ho", drawn: "10. hi¦15. ho"},
		"autonumber, decimals":   {source: "autonumber 1.5 0.25\nA->>B: hi\nA->>B: ho", drawn: "1.5. hi¦1.75. ho"},
		"autonumber off":         {source: "autonumber\nA->>B: hi\nautonumber off\nA->>B: ho", drawn: "1. hi¦ ho", absent: "2."},
		"properties":             {source: "participant A\nproperties A: {\"class\": \"x\"}\ndetails A: {}", drawn: "│ A │", absent: "class"},
		"wrap":                   {source: "A->>B:wrap: hi", drawn: " hi ", absent: "wrap"},
		"title":                  {source: "title: Greetings\nA->>B: hi", drawn: "Greetings"},
		"menus that are wrong":   {source: "links A: Wiki", fails: `links NAME: {"LABEL": "ADDRESS"}`},
		"a word too many":        {source: "A->>B: hi\nparticipate C", fails: "line 3"},
	} {
		t.Run(name, func(t *testing.T) {
			c.source = "sequenceDiagram\n" + c.source
			c.check(t)
		})
	}
}

func TestLinksOfParticipants(t *testing.T) {
	for _, statement := range []string{
		"link A: Wiki @ https://example.org/wiki\nlink A: Board @ https://example.org/board",
		`links A: {"Wiki": "https://example.org/wiki", "Board": "https://example.org/board"}`,
	} {
		d, err := Parse("sequenceDiagram\nparticipant A\n" + statement)
		if err != nil {
			t.Fatal(err)
		}
		if links := d.Links(); len(links) != 1 || links[0] != "https://example.org/wiki" {
			t.Errorf("links %q of %s", links, statement)
		}
	}
}
