"""Ways in: command line, web, mentions; each thin over the same functions."""
