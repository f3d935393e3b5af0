"""Tallies of a vote: "13 in favour, Britain abstaining", "187-3", "two against and four abstentions"."""

from __future__ import annotations

from collections.abc import Sequence

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.claims.context import Context
from tahqiq.claims.days import days_of
from tahqiq.claims.sentences import Sentence
from tahqiq.claims.votes import PARTS, Part, pair, runs, versus, without
from tahqiq.model import Claim, Reading, Stated

LOOK_BACK = 2
"""The parts of a tally may be told in so many neighbouring sentences."""
WINDOW = 4
"""How many sentences back the body that votes may be named."""
OWNER = 6
"""An owner stands so near behind a body ("general assembly of shareholders")."""
BESIDE = 25
"""A body named so near behind the figures is the one that voted."""
ASSUMED = "assumed"
"""Note of a tally whose day is only taken from the day of publication."""


def read_tallies(context: Context) -> None:
    """Add the tallies of all sentences; parts in neighbouring sentences are one tally."""
    frames = frames_of("tally")
    open_tally: list[Part] = []
    last = -LOOK_BACK
    for index, s in enumerate(context.sentences):
        for parts in _tallies(context, s, frames) if frames else ():
            goes_on = index - last <= 1 and not {p.name for p in parts} & {p.name for p in open_tally}
            if open_tally and goes_on:
                open_tally += parts
            elif not _plausible(s, parts, frames[0]):
                continue
            else:
                _close(context, frames, open_tally, last)
                open_tally = parts
            last = index
    _close(context, frames, open_tally, last)


def _tallies(context: Context, s: Sentence, frames: Sequence[Frame]) -> list[list[Part]]:
    """The tallies of one sentence, each with the parts told in its own stretch of it."""
    sizes = {frame.more["seats"] for frame in frames}
    voting = s.has((*PARTS, "vote_word", "won", "by_votes")) and not s.has(("required",))
    heads = [*runs(s), *versus(s, context.values, sizes)] if voting else _table(context, s, frames)
    if not voting and not heads:
        return []
    heads.sort(key=lambda parts: parts[0].start)
    bounds = [s.start, *(h[0].start for h in heads[1:]), s.end] if heads else [s.start, s.end]
    found = []
    for at in range(len(bounds) - 1):
        head = heads[at] if heads else []
        known = {p.name for p in head}
        told = pair(s, context.values, sizes, head, bounds[at], bounds[at + 1])
        parts = sorted([*head, *(p for p in told if p.name not in known)], key=lambda p: p.start)
        parts += [p for p in without(s, bounds[at], bounds[at + 1]) if p.name not in {x.name for x in parts}]
        if parts:
            found.append(parts)
    return found


def _table(context: Context, s: Sentence, frames: Sequence[Frame]) -> list[list[Part]]:
    """The tallies of a line of figures below a line that speaks of votes; three figures, so that no score is read."""
    found = [parts for parts in runs(s) if len(parts) == len(PARTS)]
    if not found:
        return []
    near = context.near(s, LOOK_BACK, 1)
    last = context.claims[-1] if context.claims else None
    below = last is not None and last.kind == "tally" and any(x.start <= last.start < x.end for x in near)
    voting = below or any(x.has(f.anchors) or x.has(("vote_word",)) for x in near for f in frames)
    return found if voting else []


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
    day, others, assumed = _day(context, index, parts[0].start)
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    tail = [h.end for h in s.hits if h.has(PARTS) and end <= h.start < s.end and s.text[end : h.start].count(" ") <= 3]
    lead = [h.start for h in s.hits if h.has(PARTS) and h.end <= start and start - h.end < 20]
    value = {name: next((p.value for p in parts if p.name == name), None) for name in PARTS}
    moment = {"period": day} if day and "/" in day else {"date": day}
    context.add(
        Claim(
            id=context.name(),
            kind="tally",
            start=min([start, *lead]),
            end=max([end, *tail[:1]]),
            readings=(Reading(frame.register, frame.measure, {}),),
            stated=Stated(value, frame.unit, **moment),
            note=ASSUMED if assumed else None,
            others=others,
        ),
        *((p.start, p.end) for p in parts),
    )


def _body(context: Context, frames: tuple[Frame, ...], parts: list[Part], index: int) -> Frame | None:
    """Which body voted: the one named nearest whose size the figures fit; none where another body is named nearer."""
    total = sum(p.value for p in parts)
    fitting = [f for f in frames if total <= f.more["seats"]]
    after = context.sentences[index + 1 : index + 2]
    near = [*reversed(context.sentences[max(0, index - WINDOW) : index + 1]), *after]
    for s in near:
        named = [f for f in fitting if s.has(frozenset(f.more["bodies"]))]
        if _other_body(s, parts, frames):
            return None
        if named:
            return min(named, key=lambda f: f.more["seats"] if total > f.more["least"] else -f.more["seats"])
    last = context.claims[-1] if context.claims and context.claims[-1].kind == "tally" else None
    same = [f for f in fitting if last is not None and f.register == last.readings[0].register]
    states = any(s.has(("draft", "voter_state")) for s in near) or total in {f.more["seats"] for f in fitting}
    return same[0] if same else min(fitting, key=lambda f: f.more["seats"], default=None) if states else None


def _other_body(s: Sentence, parts: list[Part], frames: tuple[Frame, ...]) -> bool:
    """Whether another body is named before the figures or right after them, and no body of ours, or as its owner."""
    end = max(p.end for p in parts) + BESIDE
    others = [h for h in s.hits if h.has(("other_body",)) and h.start < end]
    ours = [h for h in s.hits if any(h.has(frozenset(f.more["bodies"])) for f in frames)]
    return bool(others) and (not ours or any(0 < o.start - h.end < OWNER for o in others for h in ours))


def _day(context: Context, index: int, at: int) -> tuple[str | None, tuple[str, ...], bool]:
    """The day of the vote, further days it may be, and whether it is only assumed from the day of publication.

    Days of the sentence come first, then those before it, then those just after it.
    """
    sentences = context.sentences
    near = [*reversed(sentences[max(0, index - LOOK_BACK) : index + 1]), *sentences[index + 1 : index + 2]]
    coarse = None
    for s in near:
        if s is not sentences[index] and s.start > at and s.block != sentences[index].block:
            break
        days = days_of(context, s)
        full = [d for d in days if len(d.iso) == 10]
        if full:
            day = min(full, key=lambda d: (d.start > at, abs(d.start - at)))
            return day.iso, day.others, False
        spans = [f"{m.first}/{m.last}" for m in s.mentions if m.type == "period" and "XXXX" not in f"{m.first}{m.last}"]
        coarse = coarse or next((d.iso for d in reversed(days)), None) or next(iter(spans), None)
    if coarse or context.published is None:
        return coarse, (), False
    return context.published.isoformat(), (), True
