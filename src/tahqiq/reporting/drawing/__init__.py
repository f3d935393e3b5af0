"""Charts as SVG: `charts.steps` draws a measure through time, one line per definition."""
