package cli

import "github.com/spf13/cobra"

func (a *app) runReader(cmd *cobra.Command, args []string) error {
	return a.list(cmd, nil, listOptions{sort: "date"})
}
