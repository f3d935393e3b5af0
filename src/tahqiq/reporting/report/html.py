"""A report as one HTML file: no script, nothing fetched; the article with its claims marked, each with its finding."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tahqiq import __version__
from tahqiq.catalog.compiled import DATA
from tahqiq.model import Report
from tahqiq.reporting.drawing.chart_data import ChartData
from tahqiq.reporting.drawing.charts import steps
from tahqiq.reporting.report.passages import passages
from tahqiq.reporting.report.pictures import pictures
from tahqiq.reporting.report.view import View
from tahqiq.reporting.report.wording import view
from tahqiq.reporting.words.labels import Labels
from tahqiq.reporting.words.messages import languages, load_messages, shorten

ATTENTION = ("contradicted", "mixed", "outdated")
"""Verdicts worth a second look, the most first."""
MANY_ROWS = 6
"""From here on the rows of an answer are folded away."""


def render(
    report: Report, language: str, *, charts: Mapping[str, ChartData] | None = None, labels: Labels | None = None
) -> str:
    """The whole page, in `language`. The article keeps its own language and direction.

    `charts` by claim id; without them they are drawn from the record.
    """
    shown = context(report, language, charts=charts, labels=labels)
    return environment().get_template("report.html.j2").render(shown)


def context(
    report: Report, language: str, *, charts: Mapping[str, ChartData] | None = None, labels: Labels | None = None
) -> dict[str, Any]:
    """What the templates of a report are filled with (see `render`)."""
    charts = pictures(report, language, labels) if charts is None else charts
    shown = view(report, language, labels)
    messages = load_messages(language)
    drawn = {name: Markup(steps(data, language, f"chart-{name}")) for name, data in charts.items()}
    return {
        "t": messages.format,
        "language": language,
        "direction": messages.direction,
        "article": {"language": report.text.language, "direction": _direction(report.text.language)},
        "view": shown,
        "passages": passages(report.text, shown.claims, shown.lists),
        "charts": drawn,
        "open": _open(shown, charts),
        "version": __version__,
        "shorten": shorten,
        "join": messages.join,
        "many_rows": MANY_ROWS,
        "embedded": False,
    }


@cache
def environment() -> Environment:
    """The templates of the package; everything put into them is escaped."""
    return Environment(
        loader=FileSystemLoader(DATA / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _direction(language: str) -> str:
    """The direction of an article; one in a language without messages is left to the browser."""
    return load_messages(language).direction if language in languages() else "auto"


def _open(shown: View, charts: Mapping[str, ChartData]) -> str | None:
    """The one claim whose finding is open from the start: the one most worth a second look that has a chart."""
    drawn = [c for c in shown.claims if c.verdict.code in ATTENTION and c.id in charts]
    return min(drawn, key=lambda c: ATTENTION.index(c.verdict.code)).id if drawn else None
