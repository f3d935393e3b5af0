"""Charts, all drawn here as SVG: `charts.steps` draws what a `data.ChartData` holds, `png.png` its pixels."""
