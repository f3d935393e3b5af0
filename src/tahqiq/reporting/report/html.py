"""A report as one HTML file that fetches nothing: what to correct, when figures held, the article with its findings.

All of it works without script; the one short script adds keys, copying and a filter that stays in the address.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tahqiq.catalog.compiled import DATA
from tahqiq.model import VERDICTS, Report
from tahqiq.release import __version__
from tahqiq.reporting.drawing.chart_data import ChartData
from tahqiq.reporting.drawing.charts import Frame, steps
from tahqiq.reporting.report.passages import passages
from tahqiq.reporting.report.pictures import pictures
from tahqiq.reporting.report.timeline import timeline
from tahqiq.reporting.report.view import CONFIRMED, DATED, TO_CORRECT, ClaimView, View
from tahqiq.reporting.report.wording import view
from tahqiq.reporting.words.labels import Labels
from tahqiq.reporting.words.messages import TURNING, load_messages, report_languages, shorten

GROUPS = (*TO_CORRECT, *(code for code in VERDICTS if code not in (*TO_CORRECT, CONFIRMED)), CONFIRMED, DATED)
"""The order in which a reader is offered the claims: first those that ask for something."""
SCRIPT = (DATA / "web" / "report.js").read_text("utf-8")
SCRIPT_HASH = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
"""What the page's own policy, and that of a site that serves the file, name the script by."""
PANEL = Frame(330, 190, title=40, label=25, citation=44)
"""A chart as wide as a telephone, so that its words are read there; beside the text it is hardly larger."""
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


def brief(report: Report, language: str) -> str:
    """The claims as one table, for a notebook: the quote, the verdict, why, and what to write instead."""
    messages, shown = load_messages(language), view(report, language)
    return (
        environment()
        .get_template("notebook.html.j2")
        .render(
            direction=messages.direction,
            title=shown.title,
            facts=[*shown.facts, *((v.name, messages.number(v.count)) for v in shown.verdicts)],
            heads=[messages.format(name) for name in ("claim-says", "report-verdict", "claim-why", "claim-correction")],
            rows=[(c.quote, f"{c.verdict.sign} {c.verdict.name}", c.brief, c.correction or "") for c in shown.claims],
        )
    )


def context(
    report: Report, language: str, *, charts: Mapping[str, ChartData] | None = None, labels: Labels | None = None
) -> dict[str, Any]:
    """What the templates of a report are filled with (see `render`)."""
    charts = pictures(report, language, labels) if charts is None else charts
    shown = view(report, language, labels)
    messages = load_messages(language)
    line = timeline(report, shown, language)
    drawn = {name: Markup(steps(data, language, f"chart-{name}", PANEL)) for name, data in charts.items()}
    return {
        "t": messages.format,
        "language": language,
        "direction": messages.direction,
        "article": {"language": report.text.language, "direction": _direction(report.text.language)},
        "view": shown,
        "passages": passages(report.text, shown.claims, shown.lists, shown.unchecked),
        "groups": _groups(shown),
        "timeline": line,
        "turned": sum(1 for char in report.text.text if ord(char) in TURNING),
        "script": Markup(SCRIPT),
        "script_hash": SCRIPT_HASH,
        "charts": drawn,
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
    return load_messages(language).direction if language in report_languages() else "auto"


def _groups(shown: View) -> list[tuple[str, list[ClaimView]]]:
    """The claims by what a reader does with them."""
    found = [(group, [c for c in shown.claims if c.group == group]) for group in GROUPS]
    return [(group, claims) for group, claims in found if claims]
