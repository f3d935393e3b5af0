"""What can be asked: languages, measures, axes, places, terms and frames; no rows."""
