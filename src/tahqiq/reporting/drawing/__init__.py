"""Charts, all drawn here as SVG: `charts.steps` draws what a `chart_data.ChartData` holds, `png.png` its pixels."""
