"""What the dates and words of time between two places of a sentence say: a day, a period, a state on a day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tahqiq.catalog.concepts import load_concepts
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE, REACH
from tahqiq.claims.fill.cues import cue_before
from tahqiq.claims.fill.leaders import acts_for, in_office, is_time
from tahqiq.claims.text.once import once
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Mention

TIMES = ("date", "period")
BOUND = ("time.since", "time.until", "time.as_of")
ONE_OF_THEM = ("says.first", "says.last", "ref.first_of_them", "ref.last_of_them")
"""Words that point at one of the acts a figure counts."""
YEARS = (1940, 2100)
YEAR = re.compile(r"\d{4}")
"""A date that is told with its year."""


@dataclass(frozen=True, slots=True)
class When:
    """A day a figure is stated for, or the period it is counted over (ISO; either may be missing).

    `state`: the words say "as of": the figure is the state on that day. `basis`: how the figure comes by it.
    `open`: the
    words name a time that they do not settle. `ever`: they say that no time bounds it ("in its history"). `about`:
    places that a named time is about.
    """

    date: str | None = None
    period: str | None = None
    basis: Basis = "own"
    open: bool = False
    ever: bool = False
    about: tuple[str, ...] = ()

    @property
    def told(self) -> bool:
        """Whether any time is told."""
        return self.date is not None or self.period is not None

    @property
    def settled(self) -> bool:
        """Whether the words speak of a time at all, so that none is to be looked for elsewhere."""
        return self.told or self.open or self.ever


NEVER = When()


@once
def when(s: Sentence, start: int, end: int, published: date | None) -> When:
    """What the dates between two places of a sentence say, named periods and "last year" among them."""
    told: dict[str, str] = {}
    for m in s.mentions:
        if start <= m.start < end and m.type in TIMES and not (_of_one(s, m) or _of_other(s, m)):
            if _without_year(s, m):
                return When(open=True)
            for part, value in _parts(s, m):
                told.setdefault(part, value)
    begin, finish, state = told.get("begin"), told.get("finish"), told.get("state")
    if begin or finish:
        return _term(s, _one_year(When(None, f"{begin or '..'}/{finish or state or '..'}")))
    if state:
        return When(None, f"../{state}")
    return When(told["day"]) if "day" in told else _named(s, start, end, published)


def _without_year(s: Sentence, m: Mention) -> bool:
    """Whether a month is told without its year behind one that has it ("in May 2024 ...; in March it had")."""
    told = [o for o in s.mentions if o.type == "date" and o.end <= m.start and YEAR.search(s.text, o.start, o.end)]
    month = m.type == "date" and m.date is not None and len(m.date) == len("2024-03")
    return month and bool(told) and YEAR.search(s.text, m.start, m.end) is None


def _of_one(s: Sentence, m: Mention) -> bool:
    """Whether a date is only that of the first or last of the acts counted ("47, from the first in 1970")."""
    before = [o for o in s.mentions if o.type == "ordinal" and o.value == 1 and o.end <= m.start]
    words = [h for h in s.hits if h.has(ONE_OF_THEM) and h.end <= m.start] if s.has(ONE_OF_THEM) else []
    told = max([*(o.end for o in before), *(h.end for h in words)], default=-1)
    led = s.between(told, m.start) if told >= 0 else []
    small = sum(s.words(h.start, h.end) for h in led if _of_act(h))
    return told >= 0 and s.words(told, m.start) == small and not _since(s, told)


def _of_act(hit: Hit) -> bool:
    """Whether a word between "first" and its date only says of what act it is ("the first American veto in 1970")."""
    act = hit.of_kind(("thing.", "act."))
    return act or hit.has(("time.during", "lead.on", "ref.its", "neutral")) or bool(hit.codes("adj"))


def _since(s: Sentence, at: int) -> bool:
    """Whether "since" stands before the first of the acts ("since its first veto in 1970")."""
    before = [h for h in s.hits if h.end <= at]
    return any(h.has(("time.since",)) and not h.has(("lead.from",)) and s.words(h.end, at) <= PHRASE for h in before)


def _of_other(s: Sentence, m: Mention) -> bool:
    """Whether a date is that of something else: an edition of a source, a draft before or after which an act came, or
    what a month is an adjective of.
    """
    return _of_edition(s, m) or _of_draft(s, m) or _describes(s, m)


def _of_draft(s: Sentence, m: Mention) -> bool:
    """Whether a date is that of a draft that only tells before or after what something was ("the third, after the draft
    of 15 March 2014").
    """
    before = s.before(m.start)
    draft = s.before(before.start) if before is not None and before.has(("lead.of",)) else before
    if draft is None or before is None or not draft.has(("thing.draft",)) or not s.bare(before.end, m.start):
        return False
    words = [h for h in s.hits if h.end <= draft.start and h.has(("time.after", "time.before"))]
    return bool(words) and s.words(words[-1].end, draft.start) <= REACH and not s.broken(words[-1].end, draft.start)


def _describes(s: Sentence, m: Mention) -> bool:
    """Whether a month without a year, to which no word of time leads, stands before what it describes ("an April
    supplemental").
    """
    month = m.type == "date" and m.date is not None and len(m.date) == len("2024-03")
    if not month or YEAR.search(s.text, m.start, m.end) or s.grammar.adjective_after:
        return False
    before = s.before(m.start)
    led = before is not None and before.of_kind("time.") and s.bare(before.end, m.start)
    return not led and s.text[m.end : m.end + 2].strip().isalpha() and s.text[m.end : m.end + 1] == " "


def _of_edition(s: Sentence, m: Mention) -> bool:
    """Whether a date is that of an edition of a source ("the edition of December 2024", "the 2025 edition")."""
    if not s.has(("noun.edition",)):
        return False
    before, after = s.before(m.start), s.after(m.end)
    told = [h for h in s.hits if h.end <= m.start and h.has(("noun.edition",)) and s.words(h.end, m.start) <= 1]
    behind = after is not None and after.has(("noun.edition",)) and s.bare(m.end, after.start)
    return behind or (bool(told) and (told[-1] is before or s.bare(told[-1].end, before.start if before else m.start)))


def _parts(s: Sentence, m: Mention) -> list[tuple[str, str]]:
    """Which parts of a time one date tells: where it begins or finishes, the state on a day, or the day itself."""
    first, last = _ends(m)
    if first is None or last is None or first.startswith("XXXX") or last.startswith("XXXX"):
        return []
    cue = cue_before(s, m)
    if m.type == "date" and (until := _between(s, m)):
        return [("begin", first), ("finish", until)]  # "between 1949 and 2000"
    if (cue == "time.since" or _up_to_now(s, m)) and not _two_ends(s, m):
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


def _up_to_now(s: Sentence, m: Mention) -> bool:
    """Whether "from" leads to a date and the words behind it run up to the present ("from 1946 until today")."""
    before, after = s.before(m.start), s.after(m.end)
    led = before is not None and before.has(("lead.from",)) and s.bare(before.end, m.start)
    return led and after is not None and after.has(("time.now",)) and s.words(m.end, after.start) <= 1


def before_year(s: Sentence, start: int, end: int, at: int) -> When | None:
    """The time up to a year that is told as its end ("77 times before 1970"); open where that year only dates what the
    time ends with ("before the war of 1967"). A year that a clause in between tells is none ("which had never used it
    before 1970, has done so 63 times"). `at`: where the act or the figure stands.
    """
    told = [m for m in s.mentions if start <= m.start < end and m.type == "date" and m.date]
    if s.grammar.postpositions:
        years = [str(m.date) for m in told if cue_before(s, m) == "time.before"]
        bare = len(years) == 1 and len(years[0]) == len("1970") and years[0].isdecimal()
        return When(None, f"../{int(years[0]) - 1}") if bare else When(open=True) if years else None
    words = [h for h in s.between(start, told[0].start) if h.has(("time.before",))] if len(told) == 1 else []
    if not words or s.words(words[-1].end, told[0].start) > REACH or s.broken(words[-1].end, told[0].start):
        return None
    acts = any(h.of_kind("act.") for h in s.between(start, words[-1].start))
    if acts and told[0].end < at and s.broken(told[0].end, at):
        return None
    year = str(told[0].date)
    bare = cue_before(s, told[0]) == "time.before" and len(year) == len("1970") and year.isdecimal()
    return When(None, f"../{int(year) - 1}") if bare else When(open=True)


def _ends(m: Mention) -> tuple[str | None, str | None]:
    if m.type == "date":
        told = min(m.date, *m.others) if m.date and m.others else m.date
        return told, told
    return m.first, m.last


def _one_year(moment: When) -> When:
    first, _, last = (moment.period or "").partition("/")
    return When(first) if first == last and len(first) == 4 else moment


def _term(s: Sentence, moment: When) -> When:
    """The days of a term where its years are told beside one who held the office ("Reagan (1981-1989)")."""
    first, _, last = (moment.period or "").partition("/")
    years = len(first) == len(last) == len("1981")
    held = [load_concepts()[i] for h in s.hits if years and acts_for(h) for i in h.ids if i in load_concepts()]
    terms = [tuple(p.split("/")) for c in held for p in c.periods]
    begins, ends = {t[0] for t in terms if t[0][:4] == first}, {t[1] for t in terms if t[1][:4] == last}
    return replace(moment, period=f"{min(begins)}/{max(ends)}") if begins and ends else moment


def _named(s: Sentence, start: int, end: int, published: date | None) -> When:
    """A time told in words: a named period (of several terms the last one begun), "last year", "this year"."""
    concepts, telling = load_concepts(), _telling()
    for hit in s.between(start, end) if s.has(telling) else ():
        if not hit.has(telling):
            continue
        if acts_for(hit):
            period = in_office(s, hit, published) if is_time(s, hit) else None
            if period:
                return When(None, period)
            if is_time(s, hit):
                return When(open=True)  # "under Trump", whose terms lie apart
        periods = [p for i in hit.ids if i in concepts and not concepts[i].acts_for for p in concepts[i].periods]
        begun = [p for p in periods if published is None or p[:10] <= published.isoformat()]
        if begun:
            return When(None, begun[-1], about=tuple(c for i in hit.ids if i in concepts for c in concepts[i].about))
        if hit.has(("time.ever",)):
            return When(ever=True)
        past = hit.has(("time.last_year",)) and not hit.has(("time.year_before",))  # else of the year told last
        if published is not None and (past or hit.has(("time.year_before_last",))):
            return When(str(published.year - (1 if past else 2)))
        if published is not None and hit.has(("time.this_year",)) and not _runs_up_to(s, hit):
            return When(str(published.year))
    return NEVER


@cache
def _telling() -> frozenset[str]:
    """The concepts that may tell a time by themselves."""
    periods = (name for name, c in load_concepts().items() if c.periods or c.acts_for)
    return frozenset({"time.ever", "time.last_year", "time.year_before_last", "time.this_year", *periods})


def _runs_up_to(s: Sentence, hit: Hit) -> bool:
    """Whether "until" or the like stands before "this year": the count is that of now ("up to the middle of ...")."""
    before = [h for h in s.hits if h.end <= hit.start and s.words(h.end, hit.start) < REACH // 3]
    return any(h.has(("time.until", "time.as_of")) for h in before)


def _two_ends(s: Sentence, m: Mention) -> bool:
    """Whether a period is told by both its ends ("1949 through 2000"), not by one name ("the 1940s")."""
    return m.type == "period" and len(re.findall(r"\d+", s.text[m.start : m.end])) > 1 and m.first != m.last


def _between(s: Sentence, m: Mention) -> str | None:
    """The second of two years after "between", where the language stage read two dates ("between 1949 and 2000")."""
    before = s.before(m.start)
    after = next((o for o in s.mentions if o.start >= m.end), None)
    if before is None or not before.has(("time.between",)) or not s.bare(before.end, m.start):
        return None
    far = 1 if after is None or after.type != "date" else REACH
    if after is None or after.type not in ("number", "date") or s.words(m.end, after.start) > far:
        return None
    told = after.date or (str(int(after.value)) if after.value and 1000 <= after.value < 10_000 else "")
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
