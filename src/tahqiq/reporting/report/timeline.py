"""One picture for a whole article: a row for each figure, and the days on which it held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tahqiq.model import Finding, Report, Window
from tahqiq.reporting.drawing.timeline import Bars, axis, drawn, label, merged, scale
from tahqiq.reporting.report.view import CONFIRMED, ClaimView, View
from tahqiq.reporting.words.messages import Messages, load_messages

ROWS = 10
"""Rows that are drawn at most: those to be corrected before the others."""
TOLD = 2
"""Windows of a row that are told beside it, the last ones."""


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A figure: its bars as an `<svg>`, and in words when it held in the usual way of counting and in others."""

    claim: ClaimView
    drawing: str
    usual: str | None
    others: str | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture: the name of its line and its years as `<svg>`, the rows between, and how many were left out."""

    label: str
    rows: tuple[TimeRow, ...]
    axis: str
    left_out: int


def timeline(report: Report, view: View, language: str) -> Timeline | None:
    """When the figures of a report held; None where none of them to be corrected ever did."""
    messages = load_messages(language)
    bars = {f.claim.id: _bars(f, report) for f in report.findings}
    held = [c for c in view.claims if c.windowed and (bars[c.id].usual or bars[c.id].others)]
    wrong = [c for c in view.to_correct if c in held]
    chosen = [*wrong, *(c for c in held if c.verdict.code == CONFIRMED)]
    shown = chosen[:ROWS]
    if not wrong:
        return None
    stretch = scale([bars[c.id] for c in shown if c in wrong], report.as_of.start)
    line = messages.format("timeline-day", basis=report.as_of.basis, date=report.as_of.start)
    said = {f.claim.id: _told(f, messages) for f in report.findings}
    return Timeline(
        label(line, stretch, rtl=messages.direction == "rtl"),
        tuple(TimeRow(c, drawn(bars[c.id], stretch), *said[c.id]) for c in shown),
        axis(stretch),
        len(chosen) - len(shown),
    )


def _bars(finding: Finding, report: Report) -> Bars:
    """The days on which a claim's figure held. What still holds is drawn as far as the record reaches, or the day."""
    found: dict[bool, list[Window]] = {True: [], False: []}
    for answer in finding.answers:
        reach = report.record.get(answer.register, {}).get("to")
        last = max(date.fromisoformat(reach), report.as_of.start) if reach else None
        found[answer.default] += [(start, end or last) for start, end in answer.holds]
    return Bars(merged(found[True]), merged(found[False]))


def _told(finding: Finding, messages: Messages) -> tuple[str | None, str | None]:
    """When it held in words: in the usual way of counting, and in others."""
    usual = merged(w for a in finding.answers if a.default for w in a.holds)
    others = merged(w for a in finding.answers if not a.default for w in a.holds)
    return _spans(usual, messages), _spans(others, messages)


def _spans(windows: Sequence[Window], messages: Messages) -> str | None:
    if not windows:
        return None
    said = (messages.span(*window) for window in windows[-TOLD:])
    earlier = len(windows) - TOLD
    return messages.format("timeline-spans", spans=messages.join(said), earlier=max(0, earlier))
