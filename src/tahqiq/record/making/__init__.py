"""A register made from a table that someone brings: `tahqiq record new`."""
