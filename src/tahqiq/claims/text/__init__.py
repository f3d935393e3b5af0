"""The text of a document as claims see it: sentences, figures, items."""
