"""What sets two rows of a table side by side: "rose by 3 million between 2015 and 2020", "doubled", "2 % more than in
2019", "had more seats than B".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.lexicon import words_in
from tahqiq.catalog.registers import Measure
from tahqiq.catalog.schema import ALL
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.ends import from_there
from tahqiq.claims.fill.guards import aspect_of, denied
from tahqiq.claims.fill.quantified import grown, is_share, reckoned
from tahqiq.claims.fill.roles import role_of
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.fill.times import time_of
from tahqiq.claims.fill.when import When
from tahqiq.claims.shapes.candidates import Candidate, basis_of
from tahqiq.claims.shapes.rows import OWN, doubts, named_scene, speaks_of, sure_of, told_rows, year_of, years_in
from tahqiq.claims.shapes.sizes import converted, value_of
from tahqiq.claims.shapes.turns import Turn, from_year_before, since_of, turn_of
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure, qualifier
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
ROUGH = 0.15
"""A figure told as a multiple in a word ("doubled") may be so much of the other one off."""
FINE = 0.1
"""And one told with decimals so much."""
WHOLE = 0.005
"""A change in whole per cent is rounded to one of a hundred parts."""
WORDED = 0.05
"""A change that is told in words alone may be so much of itself off."""
CHANGED = ("aspect.change", "aspect.cut")


def read_compared(article: Article, language: str) -> Iterator[Candidate]:
    """Every change and comparison of a table's figures that a frame recognises."""
    found: dict[object, list[tuple[int, Candidate]]] = {}
    for frame in frames_of("quantity", article.own):
        words = _words(frame)
        for s in article.sentences if reckoned(frame, "change") else ():
            if s.has(words) and speaks_of(article, frame, s):
                for made in _sentence(article, frame, s, language):
                    key = (frame.register, s.at, made.uses)
                    found.setdefault(key, []).append((_apart(article, frame, s, made), made))
    for told in found.values():
        near = min(apart for apart, _ in told)
        meant = [made for apart, made in told if apart == near]
        yield from meant if len(meant) == 1 else ()  # which measure of the table is meant is not told


def _apart(article: Article, frame: Frame, s: Sentence, made: Candidate) -> int:
    """How far from a change its measure is named, before it sooner than behind: of several measures of a table the
    nearest is meant ("65 medals, 14 of them gold, two more than B").
    """
    start, end = made.claim.start, made.claim.end
    named = [h for h in s.hits if h.has(frame.things) and not h.has(frame.unless)]
    behind = [h.start - end + len(s.text) for h in named if h.start >= end]
    before = [max(0, start - h.end) for h in named if h.start < end]
    above = any(x.has(frame.things) for x in article.heads(s))
    return min([*before, *behind, (3 if above else 4) * len(s.text)])


def _words(frame: Frame) -> frozenset[str]:
    return frame.rises | frame.falls | frame.more | frame.fewer | frame.fold | frozenset(frame.multiples)


def _sentence(article: Article, frame: Frame, s: Sentence, language: str) -> Iterator[Candidate]:
    figures = [one for f in article.figures.get(s.at, ()) for one in grown(frame, s, f)]
    used: set[tuple[int, int]] = set()
    words, sc = _words(frame), named_scene(article, frame, s, [])
    for hit in s.hits:
        if not hit.has(words) or denied(s, hit.start, hit.end):
            continue
        turn = turn_of(sc, hit, figures)
        span = (turn.told.start, turn.told.end) if turn.told else (hit.start, hit.end)
        uncounted = hit.has(frame.fold) and turn.multiple is None
        made = _claim(article, frame, s, turn, language) if span not in used and not uncounted else None
        if made is not None:
            used.add(span)
            yield made


def _claim(article: Article, frame: Frame, s: Sentence, turn: Turn, language: str) -> Candidate | None:
    measure, value, step = _told(frame, s, turn, language)
    start, end = turn.hit.start, turn.hit.end
    kind = "money" if frame.currency else "number"
    figure = turn.told or Figure(start, end, kind, 0.0, frame.currency, unit=turn.hit)
    sc = named_scene(article, frame, s, [figure])
    if turn.other is not None:
        sc = replace(sc, told=[f for f in sc.named if f.start != turn.other.start])
    item = sc.items[0]
    roles = {n: r for n in frame.roles if (r := role_of(sc, item, frame.roles[n], [])) is not None}
    rows, basis = told_rows(sc, roles, language)
    if measure is None or rows is None or _stated_beside(article, sc, turn) or _narrowed(sc, item, turn):
        return None
    moment = _moment(sc, item)
    slices = _slices(sc, turn, rows, moment)
    if slices is None:
        return None
    told = basis_of(roles, moment) | basis | doubts(_with_other(sc, turn), item, {**rows, **slices}, told_before=True)
    if frame.year in slices and not moment.period and (len(slices[str(frame.year)]) > 1 or from_year_before(sc, turn)):
        told["time"] = "own"
    unsure = not sure_of(told)
    if frame.currency and measure.derive == "growth" and not frame.nominal:
        told["measure"] = "topic"  # money is usually told to grow in prices of one year
    said = qualifier(s, figure.head, figure.end) if value else "more_than"
    said = "at_least" if said == "exactly" and turn.hit.has(frame.manifold) and turn.counted is None else said
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
    return Candidate(claim, uses, s.at, rank=OWN + 4 if unsure or claim.unread else OWN - 1)


def _date(frame: Frame, slices: Filters, moment: When) -> str | None:
    """The time at which a change is told to have been reached."""
    return slices[frame.year][0] if frame.year and frame.year in slices else moment.date


def _told(frame: Frame, s: Sentence, turn: Turn, language: str) -> tuple[Measure | None, Any, float | None]:
    """The measure of the change, how large it is told to be, and how exactly; more or less than none where no figure
    tells it.
    """
    if turn.multiple is not None:
        whole = turn.multiple < 1 or turn.multiple == int(turn.multiple)
        return reckoned(frame, "growth"), turn.multiple - 1, ROUGH * turn.multiple if whole else FINE
    f = turn.figure
    if f is None:
        return reckoned(frame, "change"), 0, None
    share = is_share(f) or (f.type == "number" and 0 < f.value < 1 and s.text[f.start].isalpha())  # "by half"
    if f.low is not None or (share and frame.unit == "percent" and not _in_points(frame, s, f, language)):
        return None, None, None  # "3 % more" of a percentage may be points or parts
    if share and frame.unit == "percent":
        return reckoned(frame, "change"), turn.sign * f.value * 100, None
    if share or f.type == "ordinal":  # "by a third"
        step = WHOLE if share and _whole_percent(f) else None
        return reckoned(frame, "growth"), turn.sign * (1 / f.value if f.type == "ordinal" else f.value), step
    if bool(frame.currency) != (f.type == "money") or f.currency not in (frame.currency, None):
        return None, None, None
    value = abs(value_of(frame, s, f, share=False))
    worded = not any(c.isdigit() for c in s.text[f.start : f.end])  # "half a million more"
    return reckoned(frame, "change"), turn.sign * value, WORDED * value if worded else None


def _whole_percent(f: Figure) -> bool:
    return f.type == "percentage" and round(f.value * 100, 6) == round(f.value * 100)


def _narrowed(sc: Scene, item: Item, turn: Turn) -> bool:
    """Whether a word makes the measure another one ("working-age"); a loss is a change only by its size ("lost 3
    million people"), and none beside another comparison ("lost more seats than").
    """
    if turn.hit.has(sc.frame.unless) and (turn.figure is None or turn.other is not None):
        return True
    near = sc.s.between(item.near_left, item.near_right)
    return any(h.has(sc.frame.unless) and not _same(h, turn.hit) for h in near)


def _same(hit: Hit, other: Hit) -> bool:
    return (hit.start, hit.end) == (other.start, other.end)


def _in_points(frame: Frame, s: Sentence, f: Figure, language: str) -> bool:
    """Whether a percentage is told in points, which the words of its own value say."""
    return any(h.has(frame.counts) for h in words_in(s.text[f.start : f.end], language))


def _stated_beside(article: Article, sc: Scene, turn: Turn) -> bool:
    """Whether a word of change only leads to a figure that is told itself: "rose to 5 million"."""
    s = sc.s
    if turn.figure is not None or turn.other is not None or turn.multiple is not None:
        return False
    left, right = s.clause(turn.hit.start, turn.hit.end)
    figures = article.figures.get(s.at, ())
    ends = any(f.start >= turn.hit.end and from_there(sc.frame, s, f.low or f) for f in figures)
    return ends or any(left <= f.start < right for f in figures)


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
        if ALL in rows[over] and ALL not in frame.classed.get(over, {}).values():
            return None  # who has more is not told
        return {over: (*rows[over], *codes), **year}
    before = from_year_before(sc, turn)
    if frame.year is None or (turn.hit.has(frame.more | frame.fewer) and not (before or since_of(sc, turn))):
        return None
    years = years_in(sc, moment) if moment.period and not before else _two_years(sc, turn, moment)
    return {frame.year: (years[-1], years[0]) if len(years) > 1 else years} if years else None


def _two_years(sc: Scene, turn: Turn, moment: When) -> tuple[str, ...]:
    """The year told, and before it the one it is compared with where the words name one; a lone year stands for its
    change from the year before.
    """
    since = since_of(sc, turn)
    years = [m.date for m in sc.s.mentions if m.type == "date" and m.date and len(m.date) == len("2020")]
    own = [y for y in years if y != since]
    if since is not None:
        return (since, own[0]) if len(own) == 1 and own[0] > since else ()
    if from_year_before(sc, turn):
        return (own[0],) if len(own) == 1 else ()
    known, told = year_of(sc.frame, moment)[1], (moment.date or "")
    return (told,) if known and own == [told] else ()


def _with_other(sc: Scene, turn: Turn) -> Scene:
    """The scene with the one that another is set against named in it."""
    return replace(sc, told=[*sc.named, turn.other]) if turn.other is not None else sc
