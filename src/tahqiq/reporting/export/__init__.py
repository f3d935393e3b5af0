"""The record in forms that other programs know: files, databases, and catalogues that describe them."""
