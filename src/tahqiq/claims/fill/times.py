"""When a figure holds: the times of its item, else those its row shares, and what the words before them make
of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tahqiq.catalog.concepts import load_concepts
from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.distances import CARRY, REACH
from tahqiq.claims.fill.leaders import acts_for, in_office, is_time
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.items import SOFT, Item
from tahqiq.claims.text.sentences import OPENERS, Sentence
from tahqiq.model import Basis, Mention

TIMES = ("date", "period")
BOUND = ("time.since", "time.until", "time.as_of")
ENDS = ("time.until", "time.as_of", "time.after", "time.before")
PASSED = ("neutral", "time.fiscal", "time.during", "lead.of", "lead.on")
"""Words that may stand between a word of time and its date ("since its first veto in 1970")."""
YEARS = (1940, 2100)


@dataclass(frozen=True, slots=True)
class When:
    """A day a figure is stated for, or the period it is counted over (ISO; either may be missing).

    `state`: the words say "as of": the figure is the state on that day. `basis`: how the figure comes by it.
    `open`: the
    words name a time that they do not settle. `about`: places that a named time is about.
    """

    date: str | None = None
    period: str | None = None
    basis: Basis = "own"
    open: bool = False
    about: tuple[str, ...] = ()

    @property
    def told(self) -> bool:
        """Whether any time is told."""
        return self.date is not None or self.period is not None


NEVER = When()


def time_of(article: Article, s: Sentence, items: Sequence[Item], item: Item) -> When:
    """The time of a figure: of its item, of its whole, of the head of its row, told behind the last of the row, or in
    the line above a list.
    """
    published = article.published
    own = _of_item(s, items, item, published)
    if own.told:
        return own
    back = pointing(article, s, item.near_left, item.near_right)
    if back.told:
        return back
    for other, basis in _shared(s, items, item):
        told = _of_item(s, items, other, published)
        if told.told:
            return replace(told, basis=basis if told.basis == "own" else told.basis)
    trailing = _trailing(s, items, item, published)
    if trailing.told:
        return trailing
    above = next((t for h in article.heads(s) if (t := when(h, h.start, h.end, published)).told), NEVER)
    return replace(above, basis="shared") if above.told else replace(NEVER, open=_open(s, item))


BACK = {"time.that_year": 0, "time.same_period": 0, "time.year_before": -1, "time.year_after": 1}
"""Words that point at a time told before, by the years they lie from it."""


def pointing(article: Article, s: Sentence, left: int, right: int) -> When:
    """The time told before that the words of a stretch point at: "in the same year", "the year before"."""
    for hit in s.between(left, right):
        years = next((n for i, n in BACK.items() if hit.has((i,))), None)
        if years is None:
            continue
        listed = [(s, hit.start), *((x, x.end) for x in reversed(article.near(s, CARRY)))]
        told = next((t for x, end in listed if (t := when(x, x.start, end, article.published)).told), NEVER)
        if told.told and not years:
            return replace(told, basis="shared")
        if told.date and told.date[:4].isdecimal():
            return When(str(int(told.date[:4]) + years), basis="shared")
        if years < 0 and article.published is not None:
            return When(str(article.published.year + years))
    return NEVER


def _of_item(s: Sentence, items: Sequence[Item], item: Item, published: date | None) -> When:
    """The time in an item's own clause, in the clauses before it where it is the first, or in those behind the last."""
    own = _in(s, item.near_left, item.figure.head, item.figure.end, item.near_right, published)
    if own.told:
        return own
    before = when(s, s.start, item.near_left, published) if not item.at else NEVER
    if before.told:
        return replace(before, basis="shared" if _heads(s, item) else "carried")
    marked = item.near_right < item.right and bool(s.mark(item.near_right)) and not item.bracketed
    return _behind(s, item.figure.end, item.right, published) if marked and item.at == len(items) - 1 else NEVER


def _heads(s: Sentence, item: Item) -> bool:
    """Whether nothing but commas, a colon and the bracket of the figure parts the head of a row from its first item.

    "In 2023: Ukraine (17.2 billion), ..." heads a row; "not since 1989; together they have 45" does not.
    """
    told = [m.end for m in s.mentions if m.end <= item.near_left and m.type in TIMES]
    marks = {s.mark(i) for i in range(max(told, default=s.start), item.near_left)}
    return marks <= {"", *SOFT, *OPENERS}


def _in(s: Sentence, left: int, head: int, end: int, right: int, published: date | None) -> When:
    """The time in a stretch around a figure: behind it first, where it is told right there, else before it."""
    after = _behind(s, end, right, published)
    before = when(s, left, head, published)
    if after.date and before.period:
        return replace(after, period=before.period)
    if after.period and before.date:
        return replace(after, date=before.date)  # "on 18 September 2025, for the sixth time in the war"
    return after if after.told else before


def _behind(s: Sentence, start: int, end: int, published: date | None) -> When:
    """The time behind a figure, but not of one of the things it counts ("46 times, the first of them in 1973"), nor
    of what has not been done ("19, and neither has cast one since 1989").
    """
    end = next((h.start for h in s.between(start, end) if h.has(("ref.one_of_them", "not.not"))), end)
    return NEVER if _enumerated(s, start, end) else when(s, start, end, published)


def _enumerated(s: Sentence, start: int, end: int) -> bool:
    """Whether the days of the acts counted are listed behind a figure ("four times: in March 2014, July 2015 ...")."""
    days = [m for m in s.mentions if m.type == "date" and start <= m.start < end and cue_before(s, m) is None]
    return len({m.date for m in days}) > 1


def _shared(s: Sentence, items: Sequence[Item], item: Item) -> list[tuple[Item, Basis]]:
    """The items whose time this one shares: its whole, then the head of the row, whose time is surely meant where the
    sentence tells no other.
    """
    found: list[tuple[Item, Basis]] = []
    if item.whole is not None:
        found.append((items[item.whole], "shared"))
    if item.at:
        alone = sum(m.type in TIMES for m in s.mentions) == 1
        found.append((items[0], "shared" if item.joined or alone else "carried"))
    return found


def _trailing(s: Sentence, items: Sequence[Item], item: Item, published: date | None) -> When:
    """The one time of a row, told behind its last item ("1.3 billion to A and 1.7 billion to B in 2023")."""
    last = items[-1]
    if item is last or last.whole is not None or any(when(s, o.left, o.figure.head, published).told for o in items):
        return NEVER
    between = any(when(s, o.figure.end, o.right, published).told for o in items[item.at : -1])
    told = _behind(s, last.figure.end, last.near_right, published)
    return NEVER if between else replace(told, basis="shared")


def when(s: Sentence, start: int, end: int, published: date | None) -> When:
    """What the dates between two places of a sentence say, named periods and "last year" among them."""
    told: dict[str, str] = {}
    for m in s.mentions:
        if start <= m.start < end and m.type in TIMES:
            for part, value in _parts(s, m):
                told.setdefault(part, value)
    begin, finish, state = told.get("begin"), told.get("finish"), told.get("state")
    if begin or finish:
        return _one_year(When(None, f"{begin or '..'}/{finish or state or '..'}"))
    if state:
        return When(None, f"../{state}")
    return When(told["day"]) if "day" in told else _named(s, start, end, published)


def _parts(s: Sentence, m: Mention) -> list[tuple[str, str]]:
    """Which parts of a time one date tells: where it begins or finishes, the state on a day, or the day itself."""
    first, last = _ends(m)
    if first is None or last is None or first.startswith("XXXX") or last.startswith("XXXX"):
        return []
    cue = cue_before(s, m)
    if m.type == "date" and (until := _between(s, m)):
        return [("begin", first), ("finish", until)]  # "between 1949 and 2000"
    if cue == "time.since" and not _two_ends(s, m):
        return [("begin", first)]  # "since 1970"
    if cue == "time.until":
        return [("finish", last)]  # "until 2012"
    if m.type == "period" and first != last:
        return [("begin", first), ("finish", last)]  # "1949 through 2000", "the 1970s"
    if cue == "time.as_of":
        return [("state", last)]  # "by the end of 1969"
    if cue == "time.after":
        return [("begin", first)]  # "after 2012"
    return [] if cue == "time.before" else [("day", first)]


def _ends(m: Mention) -> tuple[str | None, str | None]:
    if m.type == "date":
        told = min(m.date, *m.others) if m.date and m.others else m.date
        return told, told
    return m.first, m.last


def _one_year(moment: When) -> When:
    first, _, last = (moment.period or "").partition("/")
    return When(first) if first == last and len(first) == 4 else moment


def _named(s: Sentence, start: int, end: int, published: date | None) -> When:
    """A time told in words: a named period (of several terms the last one begun), "last year", "this year"."""
    concepts = load_concepts()
    for hit in s.between(start, end):
        if acts_for(hit):
            period = in_office(s, hit, published) if is_time(s, hit) else None
            if period:
                return When(None, period)
        periods = [p for i in hit.ids if i in concepts and not concepts[i].acts_for for p in concepts[i].periods]
        begun = [p for p in periods if published is None or p[:10] <= published.isoformat()]
        if begun:
            return When(None, begun[-1], about=tuple(c for i in hit.ids if i in concepts for c in concepts[i].about))
        if published is not None and hit.has(("time.last_year",)):
            return When(str(published.year - 1))
        if published is not None and hit.has(("time.this_year",)):
            return When(str(published.year))
    return NEVER


def _open(s: Sentence, item: Item) -> bool:
    """Whether the item or the head of its sentence speaks of a time that the words do not settle."""
    spans = [(item.near_left, item.near_right)] + ([(s.start, item.figure.head)] if item.at == 0 else [])
    return any(_opens(s, h) for low, high in spans for h in s.between(low, high))


def _opens(s: Sentence, hit: Hit) -> bool:
    if hit.has(("time.ever",)):
        return False  # "since its founding"
    plain = hit.has(("time.since",)) and not hit.has(("lead.from", "time.after", "lead.of", "time.between"))
    if not plain:
        return hit.has(("time.open",))
    return not any(hit.end <= m.start and s.words(hit.end, m.start) <= REACH for m in s.mentions if m.type in TIMES)


def cue_before(s: Sentence, m: Mention) -> str | None:
    """The word of time that governs a date: "since" reaches over other words, the rest stand right before it."""
    at = m.start
    for hit in reversed(s.hits):
        if hit.end > at:
            continue
        gap = s.words(hit.end, m.start)
        if gap > REACH or any(hit.end <= o.start < m.start for o in s.mentions if o.type != "ordinal"):
            return None
        beside = s.words(hit.end, at) == 0
        if hit.has(("time.since",)) and (beside or not hit.has(("lead.from", "time.after"))):
            return "time.since"
        found = next((c for c in ENDS if c in hit.ids), None) if beside else None
        if found is not None:
            return found
        at = hit.start if beside and hit.has(PASSED) else at
    return None


def _two_ends(s: Sentence, m: Mention) -> bool:
    """Whether a period is told by both its ends ("1949 through 2000"), not by one name ("the 1940s")."""
    return m.type == "period" and len(re.findall(r"\d+", s.text[m.start : m.end])) > 1 and m.first != m.last


def _between(s: Sentence, m: Mention) -> str | None:
    """The second of two years after "between", where the language stage read two dates ("between 1949 and 2000")."""
    before = s.before(m.start)
    after = next((o for o in s.mentions if o.start >= m.end), None)
    if before is None or not before.has(("time.between",)) or not s.bare(before.end, m.start):
        return None
    if after is None or after.type not in ("number", "date") or s.words(m.end, after.start) > 1:
        return None
    told = after.date or (str(int(after.value or 0)) if after.value else "")
    inside = s.between(m.end, after.start)
    letters = s.text[m.end : after.start].strip()
    joined = any(h.has(("join.and", "time.until")) for h in inside) or "join.and" in s.grammar.attached.get(letters, ())
    return told if joined and told[:4] > (m.date or "")[:4] else None


def as_year(s: Sentence, m: Mention) -> Mention:
    """A number that a word of time makes a year, where what follows hid it ("in 2023 the $3.3 billion grant")."""
    text = s.text[m.start : m.end]
    if m.type != "number" or len(text) != 4 or not text.isdecimal() or not YEARS[0] <= (m.value or 0) < YEARS[1]:
        return m
    before = s.before(m.start)
    told = before is not None and before.has(("time.during", "time.fiscal", *BOUND)) and s.bare(before.end, m.start)
    return replace(m, type="date", date=str(int(m.value or 0)), value=None) if told else m
