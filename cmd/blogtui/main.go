// Command blogtui reads technical blogs in the terminal.
package main

import (
	"context"
	"os"

	"github.com/blogtui/blogtui/internal/cli"
)

func main() {
	ctx, stop := cli.Signals(context.Background())
	code := cli.Run(ctx, os.Args[1:], cli.Terminal())
	stop()
	os.Exit(code)
}
