"""A sentence seen by one frame: its items, who plays which role in it, and what the text around it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.places import group_of
from tahqiq.claims.distances import CARRY
from tahqiq.claims.fill.guards import speaks
from tahqiq.claims.fill.parted import parted
from tahqiq.claims.fill.places import Filler, fillers, leaders
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure
from tahqiq.claims.text.items import Item, items_of
from tahqiq.claims.text.once import once
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis

MILLION, THOUSAND = 1_000_000, 1000
"""A number of the first size counts no acts, an ordinal of the second is a year written as one."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The places that fill a role, how the figure comes by them, and where they are named (None: elsewhere)."""

    codes: tuple[str, ...]
    basis: Basis
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, eq=False)
class Scene:
    """A sentence seen by one frame: its items and who plays which role in it, read when they are asked for.

    `cut`, `told`: the items and those named, where they are not those that the frame sees.
    """

    article: Article
    frame: Frame
    s: Sentence
    cut: Sequence[Item] | None = None
    told: Sequence[Filler] | None = None

    @cached_property
    def items(self) -> Sequence[Item]:
        """The sentence cut at the figures that are of the kind of the frame."""
        return _items(self.article, self.frame, self.s) if self.cut is None else self.cut

    @cached_property
    def named(self) -> Sequence[Filler]:
        """Who plays a role of the frame, in order, and behind them those who act for a state."""
        return _named(self.article, self.frame, self.s) if self.told is None else self.told

    def inside(self, role: str, start: int, end: int) -> list[Filler]:
        """The fillers of a role within a span."""
        return [f for f in self.named if f.role == role and start <= f.start and f.end <= end]


def scene(article: Article, frame: Frame, s: Sentence) -> Scene:
    """The sentence as the frame sees it."""
    return Scene(article, frame, s)


@once
def _items(article: Article, frame: Frame, s: Sentence) -> Sequence[Item]:
    listed: list[Figure] = []
    for f in article.figures.get(s.at, ()):
        apart = bool(listed) and s.broken(listed[-1].end, f.head)
        first = f.type == "ordinal" and f.value == 1 and not any(o.type == "ordinal" for o in listed)
        if _cuts(frame, f) and not first and (apart or not _measures_time(s, f, frame)):
            listed.append(f)  # "since it first used it" counts nothing
    items = items_of(s, listed)
    return parted(s, items, frame, _named(article, frame, s)) if frame.shape == "count" and items[1:] else items


@once
def _named(article: Article, frame: Frame, s: Sentence) -> Sequence[Filler]:
    named = fillers(s, frame)
    acting = leaders(s, frame, named)
    if not acting or _at_the_body(article, frame, s, named):
        return [*named, *acting]
    # "Trump vetoed a bill on China"
    return [f for f in named if not any(f.role == a.role and a.start < f.start for a in acting)]


def _at_the_body(article: Article, frame: Frame, s: Sentence, named: Sequence[Filler]) -> bool:
    """Whether acts of the body are meant, so that someone named acts for a state and not in an office at home."""
    if s.has(("body.other",)) and not s.has(frame.ours):
        return False  # "Trump vetoed three resolutions of Congress"
    told = any(frame.roles[f.role].matter for f in named if f.role in frame.roles)
    before = article.near(s, CARRY)
    ours = any(x.has(frame.ours) for x in (s, *before)) or any(_tells_acts(frame, x) for x in before)
    return told or ours or bool(topic_of(article, frame, s))


def _tells_acts(frame: Frame, s: Sentence) -> bool:
    """Whether a sentence tells of acts of the body by what they are about ("its vetoes on Syria")."""
    return speaks(frame, s) and any(
        f.led and frame.roles[f.role].matter for f in fillers(s, frame) if f.role in frame.roles
    )


def _measures_time(s: Sentence, f: Figure, frame: Frame) -> bool:
    """Whether a figure only says how long ("in eight years"), so that it parts no items."""
    around = [h for h in s.hits if h.start <= f.start and f.end < h.end] or [h for h in [s.after(f.end)] if h]
    told = bool(around) and around[0].has(("time.open", "unit.time")) and not around[0].has(frame.counts)
    if f.type != "number" or not told or s.words(f.end, max(f.end, around[0].start)):
        return False
    return not any(m.type == "date" and s.bare(around[0].end, m.start) for m in s.mentions)  # "one, year 2010"


def _cuts(frame: Frame, f: Figure) -> bool:
    """Whether a figure opens an item of its own for a frame: sums and shares for money, numbers for counts."""
    large = f.value >= (MILLION if f.type == "number" else THOUSAND if f.type == "ordinal" else f.value + 1)
    if frame.currency or frame.value == "money" or frame.shape == "share":
        return f.type in ("money", "percentage") or large or f.value < 1
    share = f.type == "percentage" and f.unit is None  # "51 of the 89, or 57 percent, were about ..."
    return f.type != "money" and not share and not large


@once
def topic_of(article: Article, frame: Frame, s: Sentence) -> tuple[str, ...]:
    """The one place that the line above, or the first line of the text, says the acts are about ("Vetoes on Syria")."""
    for line in (*article.heads(s), article.sentences[0]):
        named = {f.codes for f in fillers(line, frame) if f.role in frame.roles and frame.roles[f.role].matter}
        told = speaks(frame, line) or line.has(frame.beside)
        if line is not s and told and len(named) == 1:
            return one_subject(named.pop())
    return ()


def one_subject(codes: Sequence[str]) -> tuple[str, ...]:
    """The first place and those that share its subject, told as that one place."""
    return tuple(codes[:1]) if all(c in group_of(codes[0]) for c in codes) else tuple(codes)
