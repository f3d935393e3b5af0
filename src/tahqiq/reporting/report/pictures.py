"""Which claims of a report are worth a picture, and what it shows."""

from __future__ import annotations

from datetime import date

from tahqiq.catalog.registers import load_registers
from tahqiq.model import Answer, Finding, Report
from tahqiq.reporting.drawing.chart_data import ChartData, Line
from tahqiq.reporting.report.data import reading_of
from tahqiq.reporting.words.labels import Labels, load_labels
from tahqiq.reporting.words.messages import load_messages

FEWEST_STEPS = 3
"""A count that changed less often is told better in words."""


def pictures(report: Report, language: str, labels: Labels | None = None) -> dict[str, ChartData]:
    """A chart for each claim whose figure grew through time, by claim id."""
    named = labels or load_labels(language)
    drawn = ((f.claim.id, _chart(f, language, named)) for f in report.findings)
    return {name: chart for name, chart in drawn if chart is not None}


def _chart(finding: Finding, language: str, labels: Labels) -> ChartData | None:
    stated, reading = finding.claim.stated, reading_of(finding)
    figure = isinstance(stated.value, (int, float)) and not isinstance(stated.value, bool)
    if not figure or reading is None or reading.register not in load_registers():
        return None
    answers = [
        a for a in finding.answers if (a.register, a.measure) == (reading.register, reading.measure) and a.choices
    ]
    lines = tuple(_line(a, labels) for a in _shown(answers, finding))
    if not any(len(line.steps) >= FEWEST_STEPS for line in lines):
        return None
    messages = load_messages(language)
    sources = dict.fromkeys(labels.source(a.register, s).title for a in answers[:1] for s in a.sources[:2])
    places = [labels.value(reading.register, d, v) for d, values in reading.filters.items() for v in values]
    title = messages.format(
        "claim-reading",
        measure=labels.measure(reading.register, reading.measure),
        filters=messages.format("separator").join(places) or None,
    )
    return ChartData(title, stated.unit, lines, float(stated.value), answers[0].as_of, messages.join(sources))


def _shown(answers: list[Answer], finding: Finding) -> list[Answer]:
    """The usual way of counting, those under which the figure ever held, and the nearest one."""
    nearest = finding.reason.details.get("nearest_definition")
    return [a for a in answers if a.default or a.holds or dict(a.choices) == nearest]


def _line(answer: Answer, labels: Labels) -> Line:
    steps = tuple((date.fromordinal(day), value) for day, value in answer.steps)
    return Line(labels.definition(answer.register, answer.choices), steps, answer.holds)
