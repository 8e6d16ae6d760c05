package diagram

import "testing"

func TestDocumentedStatementsOfFlowcharts(t *testing.T) {
	for name, c := range map[string]documented{
		"node":                    {source: "flowchart LR\nid", drawn: "│ id │", said: "Alone: id"},
		"node with text":          {source: "flowchart LR\nid[Text]", drawn: "│ Text │", absent: "id"},
		"quotation marks":         {source: "flowchart LR\nid[\"a (b) ]\"]", drawn: "│ a (b) ] │"},
		"Markdown":                {source: "flowchart LR\nid[\"`a **b** _c_\nnext`\"]", drawn: "a b c¦next", absent: "*¦_"},
		"top down":                {source: "flowchart TB\na-->b", drawn: "▼"},
		"bottom up":               {source: "flowchart BT\na-->b", drawn: "▲"},
		"right to left":           {source: "flowchart RL\na-->b", drawn: "◄"},
		"graph":                   {source: "graph TD\na-->b", drawn: "▼"},
		"direction of no word":    {source: "flowchart sideways\na-->b", fails: "TD, LR, BT or RL"},
		"round":                   {source: "flowchart LR\na(x)", drawn: "╭───╮"},
		"stadium":                 {source: "flowchart LR\na([x])", drawn: "( x )"},
		"subroutine":              {source: "flowchart LR\na[[x]]", drawn: "││ x ││"},
		"cylinder":                {source: "flowchart LR\na[(x)]", drawn: "├───┤"},
		"circle":                  {source: "flowchart LR\na((x))", drawn: "(  x  )"},
		"flag":                    {source: "flowchart LR\na>x]", drawn: "> x  │"},
		"decision":                {source: "flowchart LR\na{x}", drawn: "< x >"},
		"hexagon":                 {source: "flowchart LR\na{{x}}", drawn: "╱───╲"},
		"parallelogram":           {source: "flowchart LR\na[/x/]", drawn: "╱  x  ╱"},
		"parallelogram, other":    {source: "flowchart LR\na[\\x\\]", drawn: "╲  x  ╲"},
		"trapezoid":               {source: "flowchart LR\na[/x\\]", drawn: "╱  x  ╲"},
		"trapezoid, other":        {source: "flowchart LR\na[\\x/]", drawn: "╲  x  ╱"},
		"double circle":           {source: "flowchart LR\na(((x)))", drawn: "((  x  ))"},
		"shape by name":           {source: "flowchart LR\na@{ shape: cyl, label: \"Store\" }", drawn: "├───────┤¦Store"},
		"shape by alias":          {source: "flowchart LR\na@{ shape: database, label: \"Store\" }", drawn: "├───────┤"},
		"shape without its own":   {source: "flowchart LR\na@{ shape: hourglass, label: \"Wait\" }", drawn: "│ Wait │"},
		"shape over lines":        {source: "flowchart LR\na@{\n  shape: diam\n  label: \"Ask\"\n}\na-->b", drawn: "< Ask >"},
		"icon":                    {source: "flowchart LR\na@{ icon: \"fa:user\", form: \"square\", label: \"User\" }", drawn: "│ User │", absent: "fa:"},
		"image":                   {source: "flowchart LR\na@{ img: \"https://example.org/x.png\", label: \"Shot\", w: 60 }", drawn: "│ Shot │", absent: "example"},
		"icon in a text":          {source: "flowchart LR\na[fa:fa-ban stop]", drawn: "│ stop │", absent: "fa-"},
		"icon alone":              {source: "flowchart LR\na(fa:fa-spinner)", drawn: "│ spinner │"},
		"arrow":                   {source: "flowchart LR\na-->b", drawn: "├───►│", said: "a leads to b"},
		"open line":               {source: "flowchart LR\na --- b", drawn: "├────┤", said: "a is linked to b"},
		"text in the line":        {source: "flowchart LR\na-- x y ---b", drawn: "├── x y ──┤"},
		"text between bars":       {source: "flowchart LR\na---|x y|b", drawn: "├── x y ──┤"},
		"arrow with text":         {source: "flowchart LR\na-->|x y|b", drawn: "── x y ──►", said: "a leads to b: x y"},
		"text before an arrow":    {source: "flowchart LR\na -- x y --> b", drawn: "── x y ──►"},
		"dotted":                  {source: "flowchart LR\na-.->b", drawn: "╌╌╌►"},
		"dotted with text":        {source: "flowchart LR\na-. x .-> b", drawn: "╌╌ x ╌╌►"},
		"thick":                   {source: "flowchart LR\na ==> b", drawn: "━━━►"},
		"thick with text":         {source: "flowchart LR\na == x ==> b", drawn: "━━ x ━━►"},
		"invisible":               {source: "flowchart LR\na ~~~ b", drawn: "│ a │  │ b │", absent: "leads"},
		"chain":                   {source: "flowchart LR\na -- x --> b -- y --> c", said: "a leads to b: x¦b leads to c: y"},
		"several at once":         {source: "flowchart LR\na --> b & c--> d", said: "a leads to b¦a leads to c¦b leads to d¦c leads to d"},
		"several to several":      {source: "flowchart TB\na & b--> c & d", said: "a leads to c¦b leads to d"},
		"name of a line":          {source: "flowchart LR\na e1@--> b", drawn: "├───►│", absent: "e1"},
		"animated":                {source: "flowchart LR\na e1@==> b\ne1@{ animate: true }", drawn: "━━━►", absent: "e1¦animate"},
		"animation by class":      {source: "flowchart LR\na e1@--> b\nclassDef dash animation: x 25s linear infinite;\nclass e1 dash", drawn: "├───►│", absent: "dash¦e1"},
		"curve":                   {source: "flowchart LR\na e1@--> b\ne1@{ curve: linear }", drawn: "├───►│", absent: "curve"},
		"circle at the end":       {source: "flowchart LR\na --o b", drawn: "├───●│"},
		"cross at the end":        {source: "flowchart LR\na --x b", drawn: "├───×│", said: "a does not lead to b"},
		"both ways":               {source: "flowchart LR\na <--> b\nb o--o c\nc x--x d", drawn: "◄──►¦●──●¦×──×", said: "a and b lead to each other"},
		"long":                    {source: "flowchart TD\na ---> c\na --> b --> c", said: "a leads to c"},
		"long, with text":         {source: "flowchart TD\na -- no ----> b", drawn: "no"},
		"long, dotted, thick":     {source: "flowchart TD\na -..-> b\nb ===> c", said: "a leads to b¦b leads to c"},
		"loop":                    {source: "flowchart TD\na --> a", drawn: "├──╮¦│◄─╯"},
		"loop without an arrow":   {source: "flowchart TD\na --- a", drawn: "├──╮¦├──╯"},
		"loop both ways":          {source: "flowchart TD\na <--> a", drawn: "│◄─╮¦│◄─╯"},
		"loop to the side":        {source: "flowchart LR\na x--o a", drawn: " ×   ●¦ ╰───╯"},
		"entities":                {source: "flowchart LR\na[\"x#quot; #9829;\"]", drawn: "│ x\" ♥ │"},
		"subgraph":                {source: "flowchart TB\nsubgraph one\na-->b\nend", drawn: "┌─ one ─", said: "one holds a and b"},
		"subgraph of two lines":   {source: "flowchart TB\nsubgraph s1 [\"The<br/>one\"]\na-->b\nend", drawn: "┌─ The one ─", said: "The one holds a and b"},
		"subgraph with a title":   {source: "flowchart TB\nsubgraph s1 [The one]\na-->b\nend", drawn: "┌─ The one ─", absent: "s1"},
		"line to a subgraph":      {source: "flowchart TB\nsubgraph one\na\nend\nsubgraph two\nb\nend\none --> two", said: "one leads to two"},
		"direction in a group":    {source: "flowchart TB\nsubgraph one\ndirection LR\na-->b\nend", drawn: "├───►│"},
		"click, address":          {source: "flowchart LR\na-->b\nclick a \"https://example.org\" \"Tip\" _blank", drawn: "├───►│ b │", absent: "example¦Tip"},
		"click, href":             {source: "flowchart LR\na-->b\nclick a href \"https://example.org\"", drawn: "├───►│ b │", absent: "href"},
		"click, callback":         {source: "flowchart LR\na-->b\nclick a callback \"Tip\"\nclick b call f()", drawn: "├───►│ b │", absent: "Tip¦call"},
		"comment":                 {source: "flowchart LR\n%% a -- x --> b{y}\na-->c", drawn: "│ c │", absent: "{"},
		"style":                   {source: "flowchart LR\na-->b\nstyle a fill:#f9f,stroke-width:4px\nlinkStyle 0 stroke:#ff3", drawn: "├───►│", absent: "fill¦stroke"},
		"class":                   {source: "flowchart LR\na:::hot-->b\nclassDef hot,cold fill:#f96;\nclass b cold;", drawn: "├───►│", absent: "hot¦cold"},
		"accessibility":           {source: "flowchart LR\naccTitle: T1\naccDescr: D1\naccDescr {\n D2\n}\na-->b", drawn: "├───►│", absent: "T1¦D1¦D2"},
		"title":                   {source: "---\ntitle: Node\nconfig:\n  look: handDrawn\n---\nflowchart LR\na", drawn: "Node", absent: "look"},
		"directive":               {source: "%%{init: {\"theme\": \"dark\"}}%%\nflowchart LR\na", drawn: "│ a │", absent: "theme"},
		"layout engine":           {source: "flowchart-elk TD\na-->b", drawn: "▼"},
		"semicolons":              {source: "flowchart LR; a-->b; b-->c;", said: "a leads to b¦b leads to c"},
		"a box that stays open":   {source: "flowchart LR\na[x", fails: "close it with ]"},
		"subgraph without an end": {source: "flowchart LR\nsubgraph s\na", fails: "add end"},
	} {
		t.Run(name, c.check)
	}
}

func TestDocumentedStatementsOfStates(t *testing.T) {
	for name, c := range map[string]documented{
		"state":                {source: "one", drawn: "│ one │"},
		"description":          {source: "state \"The one\" as s1", drawn: "│ The one │", absent: "s1"},
		"description, colon":   {source: "s1 : The one", drawn: "│ The one │", absent: "s1"},
		"transition":           {source: "a --> b", drawn: "▼", said: "a becomes b"},
		"transition with text": {source: "a --> b: push", drawn: "push", said: "a becomes b: push"},
		"start and end":        {source: "[*] --> a\na --> [*]", drawn: "●¦◉", said: "It begins with a¦It ends after a"},
		"composite":            {source: "[*] --> a\nstate a {\n[*] --> b\nb --> [*]\n}", drawn: "┌─ a ─", said: "a holds b¦a begins with b¦a ends after b"},
		"composite, described": {source: "state \"The one\" as a {\n b --> c\n}", drawn: "┌─ The one ─"},
		"choice":               {source: "state c <<choice>>\na --> c\nc --> x: if n < 0\nc --> y : if n >= 0", drawn: "<   >", said: "c, if n < 0: x¦c, if n >= 0: y"},
		"fork and join":        {source: "state f <<fork>>\nstate j <<join>>\na --> f\nf --> b\nf --> c\nb --> j\nc --> j", drawn: "━", said: "f leads to b¦b leads to j"},
		"note at the right":    {source: "a --> b\nnote right of a : Look", drawn: "┤ Look │", said: "Note on a: Look"},
		"note over lines":      {source: "a --> b\nnote left of a\nLook\nhere\nend note", drawn: "Look¦here", said: "Note on a: Look here"},
		"concurrency":          {source: "state a {\n[*] --> b\n--\n[*] --> c\n}", drawn: "┌╌", said: "a holds b and c"},
		"direction":            {source: "direction LR\na --> b", drawn: "├───►│"},
		"direction inside":     {source: "state a {\ndirection LR\nb --> c\n}", drawn: "├───►│"},
		"comment":              {source: "a --> b\n%% whole\nb --> c %% the rest of a line", drawn: "│ c │", absent: "whole¦rest"},
		"class":                {source: "classDef hot fill:#f00\nclass a hot\na:::hot --> b:::hot\nc:::hot", drawn: "│ a │", absent: "hot"},
		"names with spaces":    {source: "yswsii: Your state with spaces in it\n[*] --> yswsii:::x", drawn: "│ Your state with spaces in it │"},
		"click":                {source: "a --> b\nclick a \"https://example.org\" \"Tip\"", drawn: "│ a │", absent: "Tip"},
		"accessibility":        {source: "accTitle: T1\naccDescr: D1\na --> b", drawn: "│ a │", absent: "T1¦D1"},
		"history":              {source: "state h <<history>>\na --> h", drawn: "│ h │"},
		"wrong arrow":          {source: "a -> b", fails: "A --> B"},
	} {
		t.Run(name, func(t *testing.T) {
			c.source = "stateDiagram-v2\n" + c.source
			c.check(t)
		})
	}
}

func TestDocumentedStatementsOfClasses(t *testing.T) {
	for name, c := range map[string]documented{
		"class":             {source: "class A", drawn: "│ A │"},
		"label":             {source: "class A[\"The one *!\"]", drawn: "│ The one *! │"},
		"any name":          {source: "class `A one!`\n`A one!` --> B", drawn: "│ A one! │"},
		"members by colon":  {source: "A : +String owner\nA : +pay(amount)", drawn: "│ +String owner │¦│ +pay(amount)  │", said: "A has +String owner¦A has +pay(amount)"},
		"members in braces": {source: "class A{\n+String owner\n+pay(amount) bool\n}", drawn: "+pay(amount) bool"},
		"generics":          {source: "class A~T~{\nList~int~ x\nget() List~List~int~~\n}", drawn: "A<T>¦List<int> x¦List<List<int>>"},
		"visibility":        {source: "A : ~own()\nA : #part\nA : all()*\nA : one()$", drawn: "~own()¦#part¦all()*¦one()$"},
		"inheritance":       {source: "A <|-- B", drawn: "△", said: "B inherits from A"},
		"composition":       {source: "A *-- B", drawn: "◆", said: "A is composed of B"},
		"aggregation":       {source: "A o-- B", drawn: "◇", said: "A has B"},
		"association":       {source: "A --> B", drawn: "▼", said: "A is associated with B"},
		"link":              {source: "A -- B", said: "A is associated with B"},
		"dependency":        {source: "A ..> B", drawn: "╎¦▼", said: "A depends on B"},
		"realization":       {source: "A ..|> B", drawn: "╎¦▽", said: "A implements B"},
		"dashed link":       {source: "A .. B", drawn: "╎"},
		"label of a line":   {source: "A <|-- B : knows", drawn: "knows"},
		"two ways":          {source: "A <|--|> B", drawn: "△¦▽", said: "A and B inherit from each other"},
		"lollipop":          {source: "A ()-- B", drawn: "○", said: "B offers the interface A"},
		"lollipop, right":   {source: "A --() B", drawn: "○", said: "A offers the interface B"},
		"namespace":         {source: "namespace N {\nclass A\nclass B {\nint x\n}\n}", drawn: "┌─ N ─", said: "N holds A and B"},
		"namespace, label":  {source: "namespace N[\"The one\"] {\nclass A\n}", drawn: "┌─ The one ─", absent: "N["},
		"namespace, dotted": {source: "namespace N.M {\nclass A\n}\nnamespace N {\nclass B\n}", drawn: "┌─ N ─¦┌─ M ─", said: "N holds M and B¦M holds A"},
		"namespace, nested": {source: "namespace N {\nnamespace M {\nclass A\n}\nclass B\n}", drawn: "┌─ N ─¦┌─ M ─"},
		"multiplicity":      {source: "A \"1\" --> \"*\" B : has", drawn: "1¦*", said: "A is associated with B (1 to *): has"},
		"annotation":        {source: "class A\n<<interface>> A", drawn: "«interface»", said: "A is of the kind interface"},
		"annotation inside": {source: "class A{\n<<enumeration>>\nRED\n}", drawn: "«enumeration»¦RED"},
		"annotation behind": {source: "class A <<service>>", drawn: "«service»"},
		"comment":           {source: "class A\n%% class B", drawn: "│ A │", absent: "B"},
		"direction":         {source: "direction RL\nA --> B", drawn: "◄"},
		"click":             {source: "class A\nlink A \"https://example.org\" \"Tip\"\nclick A href \"https://example.org\"\ncallback A \"f\" \"Tip\"\nclick A call f() \"Tip\"", drawn: "│ A │", absent: "Tip"},
		"note":              {source: "class A\nnote \"All of it\"\nnote for A \"one<br>two\"", drawn: "All of it¦one¦two", said: "Note on A: one two"},
		"style":             {source: "class A:::hot\nstyle A fill:#f9f\nclassDef hot fill:#f96\ncssClass \"A\" hot", drawn: "│ A │", absent: "hot¦fill"},
		"style and body":    {source: "class A:::hot {\n-int x\n}", drawn: "-int x", absent: "hot"},
		"brace that stays":  {source: "class A {\nint x", fails: "add }"},
	} {
		t.Run(name, func(t *testing.T) {
			c.source = "classDiagram\n" + c.source
			c.check(t)
		})
	}
}

func TestDocumentedStatementsOfEntities(t *testing.T) {
	for name, c := range map[string]documented{
		"entity":            {source: "CUSTOMER", drawn: "│ CUSTOMER │"},
		"any name":          {source: "\"This ❤ one\"", drawn: "│ This ❤ one │"},
		"Markdown":          {source: "\"This **one**\"", drawn: "│ This one │"},
		"relation":          {source: "A ||--o{ B : has", drawn: "1¦has¦0..n", said: "One A has zero or more B"},
		"without spaces":    {source: "A||--||B : has", said: "One A has one B"},
		"crow's feet":       {source: "A }o..o| B : has\nA }|--|{ C : has", said: "Zero or more A has zero or one B¦One or more A has one or more C", drawn: "╎"},
		"feet turned round": {source: "A o{--|| B : has", said: "Zero or more A has one B"},
		"in words":          {source: "A 1 to zero or more B : has\nA many(0) optionally to 0+ C : has\nA only one to many(1) D : has\nA one or zero to one or many E: has", said: "One A has zero or more B¦Zero or more A has zero or more C¦One A has one or more D¦Zero or one A has one or more E"},
		"no text":           {source: "A ||--|| B : \"\"", said: "One A is related to one B"},
		"attributes":        {source: "A {\nstring name\nint age\n}", drawn: "│ string  name │¦│ int     age  │", said: "A has string name; int age"},
		"label":             {source: "p[Person] {\nstring name\n}\na[\"An account\"]\np ||--o| a : has", drawn: "│    Person    │¦│ An account │"},
		"keys":              {source: "A {\nstring name PK, FK \"The name\"\nstring[] parts UK\nstring(99) x\n}", drawn: "PK, FK¦The name¦string[]¦string(99)"},
		"direction":         {source: "direction LR\nA ||--|| B : has", drawn: "├── 1 has 1 ──┤"},
		"style":             {source: "A:::hot ||--|| B:::hot : has\nstyle A fill:#f9f\nclassDef hot fill:#f96\nclass A hot", drawn: "│ A │", absent: "hot¦fill"},
		"style and body":    {source: "A:::hot {\nint x\n}", drawn: "int  x", absent: "hot"},
		"layout":            {source: "A ||--|| B : has %% remark", drawn: "│ A │", absent: "remark"},
		"half a relation":   {source: "A ||--", fails: "A ||--o{ B : TEXT"},
	} {
		t.Run(name, func(t *testing.T) {
			c.source = "erDiagram\n" + c.source
			c.check(t)
		})
	}
}

func TestDocumentedStatementsOfCharts(t *testing.T) {
	const begun = "gantt\n A : a, 2026-01-05, 2d\n"
	for name, c := range map[string]documented{
		"pie":                 {source: "pie title Pets\n\"Dogs\" : 3\n\"Cats\" : 1", drawn: "Pets¦75.0 %¦25.0 %", said: "Dogs: 3 (75.0 %)"},
		"pie, data":           {source: "pie showData\ntitle Pets\n\"Dogs\" : 3.25", drawn: "3.25"},
		"pie, words":          {source: "pie\n\"Dogs\" : many", fails: `"Label" : 42`},
		"task":                {source: "gantt\ndateFormat YYYY-MM-DD\nsection One\nWork :a1, 2026-01-01, 30d", drawn: "One¦Work¦█", said: "Work: 2026-01-01 to 2026-01-31"},
		"after":               {source: begun + "B : after a, 1d", said: "B: 2026-01-07 to 2026-01-08"},
		"after several":       {source: begun + "B : b, after a, 1d\nC : after b a, 1d", said: "C: 2026-01-08 to 2026-01-09"},
		"until":               {source: begun + "B : 2026-01-01, until a", said: "B: 2026-01-01 to 2026-01-05"},
		"until several":       {source: begun + "B : b, 2026-01-03, 1d\nC : 2026-01-01, until a b", said: "C: 2026-01-01 to 2026-01-03"},
		"one after the other": {source: begun + "B : 3d", said: "B: 2026-01-07 to 2026-01-10"},
		"marks of a task":     {source: "gantt\nA : done, 2026-01-01, 1d\nB : active, 1d\nC : crit, 1d\nD : crit, done, 1d", drawn: "✓ A¦▸ B¦! C¦done¦under way¦critical", said: "D: 2026-01-04 to 2026-01-05, done, critical"},
		"durations":           {source: "gantt\ndateFormat YYYY-MM-DD HH:mm\nA : 2026-01-01 00:00, 90m\nB : 1.5h\nC : 1w\nD : 1M\nE : 1y\nF : 30s\nG : 500ms", said: "A: 2026-01-01 to 2026-01-01 01:30¦B: 2026-01-01 01:30 to 2026-01-01 03:00"},
		"milestone":           {source: begun + "M : milestone, m, 2026-01-06, 0d", drawn: "◆", said: "M: milestone on 2026-01-06"},
		"vert":                {source: begun + "V : vert, v, 2026-01-06, 0d", drawn: "┃", said: "V: marked on 2026-01-06"},
		"excludes":            {source: "gantt\nexcludes weekends\nA : 2026-01-02, 2d", said: "A: 2026-01-02 to 2026-01-06"},
		"excludes, dates":     {source: "gantt\nexcludes 2026-01-03, sunday\nA : 2026-01-02, 2d", said: "A: 2026-01-02 to 2026-01-06"},
		"weekend":             {source: "gantt\nexcludes weekends\nweekend friday\nA : 2026-01-01, 2d", said: "A: 2026-01-01 to 2026-01-05"},
		"inclusive ends":      {source: "gantt\ninclusiveEndDates\nA : 2026-01-01, 2026-01-03", said: "A: 2026-01-01 to 2026-01-04"},
		"time of day":         {source: "gantt\ndateFormat HH:mm\naxisFormat %H:%M\nA : 17:30, 2m", said: "A: 17:30 to 17:32"},
		"seconds":             {source: "gantt\ndateFormat X\naxisFormat %s\nA : 0, 71", drawn: "10¦20", said: "A: 0 to 71"},
		"looks of the axis":   {source: "gantt\naxisFormat %m/%d\ntickInterval 1week\nweekday monday\ntodayMarker off\n" + begun[6:], drawn: "█", absent: "tick¦monday"},
		"gantt, remark":       {source: begun + "%% whole\nB : 1d %% rest", drawn: "B", absent: "whole¦rest"},
		"gantt, click":        {source: begun + "click a href \"https://example.org\"", drawn: "█", absent: "example"},
		"compact":             {source: "---\ndisplayMode: compact\n---\n" + begun, drawn: "█"},
		"gantt, no end":       {source: begun + "B : b, 2026-01-06, soon", fails: "a duration such as 3d"},
		"timeline":            {source: "timeline\ntitle History\n2002 : LinkedIn\n2004 : Facebook\n : Google", drawn: "History¦2002 ● LinkedIn¦╵ Google", said: "2004: Facebook; Google"},
		"timeline, one line":  {source: "timeline\n2004 : Facebook : Google", drawn: "● Facebook¦Google"},
		"timeline, sections":  {source: "timeline\nsection Early\n2002 : LinkedIn\nsection Late\n2006 : Twitter", drawn: "Early¦Late", said: "Early¦2002: LinkedIn¦Late"},
		"timeline, direction": {source: "timeline TD\n2002 : LinkedIn<br>Corp", drawn: "LinkedIn¦Corp"},
		"timeline, event":     {source: "timeline\n : LinkedIn", fails: "TIME : EVENT"},
		"mindmap":             {source: "mindmap\nRoot\n  A\n    B\n    C", drawn: "│ Root │¦╰── A¦├── B¦╰── C", said: "Root: A¦A: B and C"},
		"mindmap, shapes":     {source: "mindmap\nid[Square]\n  id(Round)\n  id((Circle))\n  id))Bang((\n  id)Cloud(\n  id{{Hexagon}}", drawn: "Square¦Round¦Circle¦Bang¦Cloud¦Hexagon", absent: "id"},
		"mindmap, icons":      {source: "mindmap\nRoot\n  A\n  ::icon(fa fa-book)\n  B\n  :::urgent large", drawn: "├── A¦╰── B", absent: "icon¦urgent"},
		"mindmap, indent":     {source: "mindmap\nRoot\n    A\n        B\n      C", said: "A: B and C"},
		"mindmap, Markdown":   {source: "mindmap\n  id1[\"`**Root** with\nmore`\"]\n    A", drawn: "Root with¦more", absent: "*"},
		"mindmap, two roots":  {source: "mindmap\n  a\n  b", fails: "one root"},
	} {
		t.Run(name, c.check)
	}
}
