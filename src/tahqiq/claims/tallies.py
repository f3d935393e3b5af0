"""Tallies of a vote: "13 in favour, Britain abstaining", "187-3", "two against and four abstentions"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.terms import Hit
from tahqiq.claims.context import Context, Figure, figures
from tahqiq.claims.periods import relative_days
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Reading, Stated

PARTS = ("in_favour", "against", "abstaining")
RUN = re.compile(
    r"(?<![\d./-])(\d{1,3})\s?[-\u2013\u2010\u2011\u2012:]\s?(\d{1,3})(?:\s?[-\u2013\u2010\u2011\u2012:]\s?(\d{1,3}))?(?![\d/]|[-.]\d)"
)
"""A tally in figures: 13-1-1, 187 - 3."""
LOOK_BACK = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a tally."""

    name: str
    value: int
    start: int
    end: int


def read_tallies(context: Context) -> None:
    """Add the tallies of all sentences; parts in neighbouring sentences are one tally."""
    frames = frames_of("tally")
    if not frames:
        return
    order = context.values.get("in_favour", {}).get("side", "after")
    open_tally: list[Part] = []
    last = -LOOK_BACK
    for index, s in enumerate(context.sentences):
        parts = _run(s) if _voting(context, index, frames) or index - last == 1 else []
        parts = parts or _worded(context, s, order, frames[0])
        if parts and open_tally and index - last == 1 and not {p.name for p in parts} & {p.name for p in open_tally}:
            open_tally += parts
        elif parts:
            _close(context, frames, open_tally, last)
            open_tally = parts
        if parts:
            last = index
    _close(context, frames, open_tally, last)


def _voting(context: Context, index: int, frames: Iterable[Frame]) -> bool:
    """Whether a vote is spoken of here or just before, so that 13-1-1 is no score."""
    window = context.sentences[max(0, index - LOOK_BACK) : index + 2]
    anchors = frozenset().union(*(f.anchors for f in frames))
    return any(s.has(anchors) for s in window)


def _run(s: Sentence) -> list[Part]:
    found = RUN.search(s.text, s.start, s.end)
    if found is None:
        return []
    groups = [(found.group(i), found.span(i)) for i in (1, 2, 3) if found.group(i)]
    return [Part(name, int(text), *span) for name, (text, span) in zip(PARTS, groups, strict=False)]


def _worded(context: Context, s: Sentence, order: str, frame: Frame) -> list[Part]:
    """Each figure goes with the voting word right beside it, on the side the language favours first."""
    cues = [h for h in s.hits if h.has(PARTS) or h.has(("none_against", "none_abstaining"))]
    if not cues:
        return []
    counted = _votes(context, s)
    parts: dict[str, Part] = {}
    used: set[int] = set()
    for side in ("beside", "before", "after") if order == "before" else ("beside", "after", "before"):
        for f in counted:
            if any(p.start == f.start for p in parts.values()):
                continue
            cue = _cue(s, f, cues, counted, side)
            name = next((n for n in PARTS if cue is not None and n in cue.ids), None)
            if cue is not None and name and name not in parts and cue.start not in used:
                parts[name] = Part(name, int(f.value), f.start, f.end)
                used.add(cue.start)
    for h in cues:
        for name in ("against", "abstaining"):
            if f"none_{name}" in h.ids and name not in parts:
                parts[name] = Part(name, 0, h.start, h.end)
    found = sorted(parts.values(), key=lambda p: p.start)
    return found if _plausible(s, found, frame) else []


def _votes(context: Context, s: Sentence) -> list[Figure]:
    """The figures that may be votes: whole, of voters and not of times, and no "15" of "10 of the 15"."""
    found = [f for f in figures(s, context.values) if not f.ordinal and f.value == int(f.value) and f.value <= 200]
    sizes = {frame.more["seats"] for frame in frames_of("tally")}
    found = [f for f in found if (f.unit is None or f.unit.has(("two_voters",))) and f.value not in sizes]
    wholes = {
        f.start
        for f in found
        for h in s.hits
        if h.has(("of",)) and h.end <= f.start and s.bare(h.end, f.start) and any(s.bare(o.end, h.start) for o in found)
    }
    return [f for f in found if f.start not in wholes]


def _cue(s: Sentence, f: Figure, cues: list[Hit], counted: list[Figure], side: str) -> Hit | None:
    """The nearest voting word on one side, with no other figure and not too many words between."""
    if side == "beside":
        return next((h for h in cues if s.bare(f.end, h.start)), None)
    if side == "before":
        near = [h for h in cues if h.end <= f.start and f.start - h.end <= 30]
        cue = near[-1] if near else None
        blocked = cue is not None and any(cue.end <= o.start < f.start for o in counted)
    else:
        near = [h for h in cues if h.start >= f.end and h.start - f.end <= 45]
        cue = near[0] if near else None
        blocked = cue is not None and any(f.end <= o.start < cue.start for o in counted)
    if cue is None or blocked:
        return None
    gap = s.text[min(cue.end, f.end) : max(cue.start, f.start)]
    return None if any(mark in gap for mark in ".;\u061b:") else cue


def _plausible(s: Sentence, parts: list[Part], frame: Frame) -> bool:
    """A lone figure must be of votes in favour, with a voting body, a draft or a veto beside it."""
    return len(parts) >= 2 or (bool(parts) and parts[0].name == PARTS[0] and s.has(frame.anchors))


def _close(context: Context, frames: tuple[Frame, ...], parts: list[Part], index: int) -> None:
    if not parts:
        return
    s = context.sentences[index]
    frame = _body(context, frames, parts, index)
    if frame is None:
        return
    value = {name: next((p.value for p in parts if p.name == name), None) for name in PARTS}
    day = _day(context, index)
    moment = {"period": day} if day and "/" in day else {"date": day}
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    tail = [h.end for h in s.hits if h.has(PARTS) and end <= h.start < s.end and s.text[end : h.start].count(" ") <= 3]
    lead = [h.start for h in s.hits if h.has(PARTS) and h.end <= start and start - h.end < 20]
    filters: dict[str, tuple[str, ...]] = {}
    context.add(
        Claim(
            id=context.name(),
            kind="tally",
            start=min([start, *lead]),
            end=max([end, *tail[:1]]),
            readings=(Reading(frame.register, frame.measure, filters),),
            stated=Stated(value, frame.unit, **moment),
        ),
        *((p.start, p.end) for p in parts),
    )


def _body(context: Context, frames: tuple[Frame, ...], parts: list[Part], index: int) -> Frame | None:
    """Which body voted: the one whose size the figures fit, then the one named nearest."""
    total = sum(p.value for p in parts)
    fitting = [f for f in frames if total <= f.more["seats"] and max(p.value for p in parts) <= f.more["seats"]]
    near = context.sentences[max(0, index - LOOK_BACK) : index + 2]
    for s in [context.sentences[index], *near]:
        for frame in fitting:
            if s.has(frozenset(frame.more["bodies"])):
                return frame
    small = [f for f in fitting if f.more["seats"] == min(x.more["seats"] for x in frames)]
    if small:
        table = bool(context.claims) and context.claims[-1].kind == "tally"
        return small[0] if table or any(s.has(small[0].anchors) for s in near) else None
    return fitting[0] if fitting else None


def _day(context: Context, index: int) -> str | None:
    """The day of the vote: named in the sentence, else told from the day of publication, else in the sentences before."""
    for s in reversed(context.sentences[max(0, index - LOOK_BACK) : index + 1]):
        days = [m.date for m in s.mentions if m.type == "date" and m.date and not m.date.startswith("XXXX")]
        days += [f"{m.first}/{m.last}" for m in s.mentions if m.type == "period" and "XXXX" not in f"{m.first}{m.last}"]
        full = [d for d in days if len(d) == 10] or days
        if full:
            return full[-1]
        told = relative_days(s, context.published)
        if told:
            return told[0][0]
    return context.published.isoformat() if context.published else None
