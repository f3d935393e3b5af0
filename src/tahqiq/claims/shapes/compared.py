"""What sets two rows of a table side by side: "rose by 3 million between 2015 and 2020", "doubled", "2 % more than in
2019", "had more seats than B".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.lexicon import Hit, load_lexicon
from tahqiq.catalog.registers import Measure
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.guards import aspect_of, denied
from tahqiq.claims.fill.places import Filler
from tahqiq.claims.fill.quantified import is_share, reckoned
from tahqiq.claims.fill.roles import role_of
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.fill.times import time_of
from tahqiq.claims.fill.when import TIMES, When
from tahqiq.claims.shapes.candidates import Candidate, basis_of
from tahqiq.claims.shapes.rows import OWN, doubts, named_scene, speaks_of, sure, told_rows, year_of, years_in
from tahqiq.claims.shapes.sizes import converted, value_of
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import TRANSPARENT, Figure, qualifier
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Claim, Filters, Qualifier, Reading, Stated

OTHERWISE: Mapping[Qualifier, Qualifier] = {
    "more_than": "less_than",
    "less_than": "more_than",
    "at_least": "at_most",
    "at_most": "at_least",
}
"""What a word before the size of a fall says of the change, which is below nought: "fell by more than 3"."""
ROUGH = 0.25
"""A figure told as a multiple in a word ("doubled") may be so much of the other one off."""
LEAST_PART = 3
"""From this ordinal on the word is that of a part of one, too."""
CHANGED = ("aspect.change", "aspect.cut")


@dataclass(frozen=True, slots=True)
class Turn:
    """A word of change or comparison. `sign`: 1 for more, -1 for less. `figure`: how much. `other`: whom it is set
    against.
    """

    hit: Hit
    sign: int
    figure: Figure | None
    other: Filler | None


def read_compared(article: Article, language: str) -> Iterator[Candidate]:
    """Every change and comparison of a table's figures that a frame recognises."""
    for frame in frames_of("quantity"):
        words = _words(frame)
        for s in article.sentences if reckoned(frame, "change") else ():
            if s.has(words) and speaks_of(article, frame, s):
                yield from _sentence(article, frame, s, language)


def _words(frame: Frame) -> frozenset[str]:
    return frame.rises | frame.falls | frame.more | frame.fewer | frozenset(frame.multiples)


def _sentence(article: Article, frame: Frame, s: Sentence, language: str) -> Iterator[Candidate]:
    figures = article.figures.get(s.at, ())
    used: set[tuple[int, int]] = set()
    for hit in s.hits:
        if not hit.has(_words(frame)) or denied(s, hit.start, hit.end):
            continue
        turn = _turn(named_scene(article, frame, s, []), hit, figures)
        span = (turn.figure.start, turn.figure.end) if turn.figure else (hit.start, hit.end)
        made = _claim(article, frame, s, turn, language) if span not in used else None
        if made is not None:
            used.add(span)
            yield made


def _turn(sc: Scene, hit: Hit, figures: Any) -> Turn:
    """A word with its size and the one it sets another against."""
    frame = sc.frame
    multiple = next((v for c, v in frame.multiples.items() if hit.has((c,))), None)
    sign = -1 if hit.has(frame.falls | frame.fewer) or (multiple is not None and multiple < 1) else 1
    figure = None if multiple is not None else next((f for f in figures if _sizes(sc, hit, f)), None)
    return Turn(hit, sign, figure, _other(sc, hit, multiple))


def _sizes(sc: Scene, hit: Hit, f: Figure) -> bool:
    """Whether a figure is the size of a change: right behind its word or behind "by", or right before it."""
    s, frame = sc.s, sc.frame
    if f.value <= 0 or s.broken(min(hit.end, f.end), max(hit.start, f.head)):
        return False
    if f.end <= hit.start:
        known = sum(s.words(h.start, h.end) for h in s.between(f.end, hit.start) if h.has(frame.counts | frame.things))
        return s.words(f.end, hit.start) == known
    if hit.end > f.head or hit.has(frame.more | frame.fewer):
        return False
    before = next((h for h in reversed(s.between(hit.end, f.head)) if not h.has(TRANSPARENT)), hit)
    led = before is hit or before.has(frame.by)
    if f.type == "ordinal" and f.value < LEAST_PART:
        return False
    return led and s.words(before.end, f.head) == _known(s, before.end, f.head)


def _known(s: Sentence, start: int, end: int) -> int:
    """How many words between two places are such as change nothing."""
    return sum(s.words(h.start, h.end) for h in s.between(start, end) if h.has(TRANSPARENT))


def _other(sc: Scene, hit: Hit, multiple: float | None) -> Filler | None:
    """Whom the words set another against: named behind "than", or behind the thing that is so many times another."""
    s, frame = sc.s, sc.frame
    behind = next((f for f in sc.named if f.start >= hit.end), None)
    if behind is None or s.broken(hit.end, behind.start):
        return None
    leads = [h for h in (hit, *s.between(hit.end, behind.start)) if h.has(frame.than)]
    if leads and _near(sc, leads[-1].end, behind.start) and not _dated(s, leads[-1].end, behind.start):
        return behind
    own = any(f.end <= hit.start for f in sc.named)
    repeated = multiple is not None and own and s.named(hit.end, behind.start, frame.things)
    return behind if repeated else None


def _near(sc: Scene, start: int, end: int) -> bool:
    """Whether few words but the measure's own lie between two places."""
    own = sum(sc.s.words(h.start, h.end) for h in sc.s.between(start, end) if h.has(sc.frame.things))
    return sc.s.words(start, end) - own <= PHRASE


def _dated(s: Sentence, start: int, end: int) -> bool:
    return any(m.type in TIMES and start <= m.start < end for m in s.mentions)


def _claim(article: Article, frame: Frame, s: Sentence, turn: Turn, language: str) -> Candidate | None:
    measure, value, step = _told(frame, s, turn, language)
    start, end = turn.hit.start, turn.hit.end
    kind = "money" if frame.currency else "number"
    figure = turn.figure or Figure(start, end, kind, 0.0, frame.currency, unit=turn.hit)
    sc = named_scene(article, frame, s, [figure])
    if turn.other is not None:
        sc = replace(sc, told=[f for f in sc.named if f.start != turn.other.start])
    item = sc.items[0]
    roles = {n: r for n in frame.roles if (r := role_of(sc, item, frame.roles[n], [])) is not None}
    rows, basis = told_rows(sc, roles, language)
    if measure is None or rows is None or _stated_beside(article, sc, turn) or _narrowed(sc, item):
        return None
    moment = _moment(sc, item)
    slices = _slices(sc, turn, rows, moment)
    if slices is None:
        return None
    told = basis_of(roles, moment) | basis | doubts(_with_other(sc, turn), item, {**rows, **slices})
    if frame.currency and measure.derive == "growth":
        told["measure"] = "topic"  # money is usually told to grow in prices of one year
    said = qualifier(s, figure.head, figure.end) if value else "more_than"
    said = said if turn.sign > 0 else OTHERWISE.get(said, said)
    claim = Claim(
        id="",
        kind="share" if measure.derive == "growth" else "amount",
        start=min(start, figure.head),
        end=max(end, figure.end, turn.other.end if turn.other else 0),
        readings=(Reading(frame.register, measure.id, {**rows, **slices}),),
        stated=Stated(value, measure.unit, said, _date(frame, slices, moment), step=step),
        filters_mode="any",
        basis=told,
        aspect=aspect_of(s, item, CHANGED),
        unread=unread(s, item, min(start, figure.head), max(end, figure.end)),
        says=frozenset({"measured"}),
    )
    if turn.figure is not None and measure.derive == "change":
        claim = converted(frame, s, turn.figure, claim, change=True)
    uses = ((figure.start, figure.end),)
    return Candidate(claim, uses, s.at, rank=OWN - 1 if sure(claim) else OWN + 4)


def _date(frame: Frame, slices: Filters, moment: When) -> str | None:
    """The time at which a change is told to have been reached."""
    return slices[frame.year][0] if frame.year and frame.year in slices else moment.date


def _told(frame: Frame, s: Sentence, turn: Turn, language: str) -> tuple[Measure | None, Any, float | None]:
    """The measure of the change, how large it is told to be, and how exactly; more or less than none where no figure
    tells it.
    """
    multiple = next((v for c, v in frame.multiples.items() if turn.hit.has((c,))), None)
    if multiple is not None:
        return reckoned(frame, "growth"), multiple - 1, ROUGH * multiple
    f = turn.figure
    if f is None:
        return reckoned(frame, "change"), 0, None
    share = is_share(f) or (f.type == "number" and 0 < f.value < 1 and s.text[f.start].isalpha())  # "by half"
    if f.low is not None or (share and frame.unit == "percent" and not _in_points(frame, s, f, language)):
        return None, None, None  # "3 % more" of a percentage may be points or parts
    if share and frame.unit == "percent":
        return reckoned(frame, "change"), turn.sign * f.value * 100, None
    if share or f.type == "ordinal":  # "by a third"
        return reckoned(frame, "growth"), turn.sign * (1 / f.value if f.type == "ordinal" else f.value), None
    if bool(frame.currency) != (f.type == "money") or f.currency not in (frame.currency, None):
        return None, None, None
    return reckoned(frame, "change"), turn.sign * abs(value_of(frame, s, f, share=False)), None


def _narrowed(sc: Scene, item: Item) -> bool:
    """Whether a word makes the measure another one ("working-age")."""
    near = sc.s.between(item.near_left, item.near_right)
    return any(h.has(sc.frame.unless) and not h.has(_words(sc.frame)) for h in near)


def _in_points(frame: Frame, s: Sentence, f: Figure, language: str) -> bool:
    """Whether a percentage is told in points, which the words of its own value say."""
    return any(h.has(frame.counts) for h in load_lexicon(language).find(s.text[f.start : f.end]))


def _stated_beside(article: Article, sc: Scene, turn: Turn) -> bool:
    """Whether a word of change only leads to a figure that is told itself: "rose to 5 million"."""
    s = sc.s
    if turn.figure is not None or turn.other is not None or turn.hit.has(sc.frame.multiples):
        return False
    left, right = s.clause(turn.hit.start, turn.hit.end)
    return any(left <= f.start < right for f in article.figures.get(s.at, ()))


def _moment(sc: Scene, item: Item) -> When:
    return time_of(sc.article, sc.s, sc.items, item)


def _slices(sc: Scene, turn: Turn, rows: Filters, moment: When) -> dict[str, tuple[str, ...]] | None:
    """The filters by which two rows are compared: those of two places in a year, or of two years; None where the words
    do not tell both.
    """
    frame = sc.frame
    if turn.other is not None:
        over, codes = turn.other.role, turn.other.codes
        year, known = year_of(frame, moment)
        if len(codes) != 1 or over not in rows or codes == rows[over] or moment.period or (moment.date and not known):
            return None
        return {over: (*rows[over], *codes), **year}
    if frame.year is None or (turn.hit.has(frame.more | frame.fewer) and not _since(sc, turn)):
        return None
    years = years_in(sc, moment) if moment.period else _two_years(sc, turn, moment)
    return {frame.year: (years[-1], years[0]) if len(years) > 1 else years} if years else None


def _since(sc: Scene, turn: Turn) -> str | None:
    """The year that "than in" leads to."""
    s = sc.s
    leads = [h for h in s.hits if h.start >= turn.hit.start and h.has(sc.frame.than) and not h.has(("lead.from",))]
    for h in leads:
        told = next((m for m in s.mentions if m.start >= h.end), None)
        if told is not None and told.type == "date" and s.words(h.end, told.start) <= PHRASE:
            return told.date[:4] if told.date and told.date[:4].isdecimal() else None
    return None


def _two_years(sc: Scene, turn: Turn, moment: When) -> tuple[str, ...]:
    """The year told, and before it the one it is compared with where the words name one; a lone year stands for its
    change from the year before.
    """
    since = _since(sc, turn)
    years = [m.date for m in sc.s.mentions if m.type == "date" and m.date and len(m.date) == len("2020")]
    own = [y for y in years if y != since]
    if since is not None:
        return (since, own[0]) if len(own) == 1 and own[0] > since else ()
    known, told = year_of(sc.frame, moment)[1], (moment.date or "")
    return (told,) if known and len(own) == 1 else ()


def _with_other(sc: Scene, turn: Turn) -> Scene:
    """The scene with the one that another is set against named in it."""
    return replace(sc, told=[*sc.named, turn.other]) if turn.other is not None else sc
