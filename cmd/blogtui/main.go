// Command blogtui reads technical blogs in the terminal.
package main

import (
	"context"
	"os"

	"github.com/blogtui/blogtui/internal/cli"
)

func main() {
	os.Exit(cli.Run(context.Background(), os.Args[1:], cli.Terminal()))
}
