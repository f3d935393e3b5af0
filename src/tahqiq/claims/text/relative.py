"""The year of a day or a month that is told without it: by a word beside it, else the last one before publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.hits import Hit
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Mention

BACK = {"time.this_year": 0, "time.last_year": 1, "time.year_before_last": 2}
BESIDE = 1
"""So many words may stand between a date and the word for its year ("on 8 December of last year")."""
TO_DAY = len("XXXX-12")


def with_years(s: Sentence, published: date | None) -> tuple[Mention, ...]:
    """The values of a sentence, each date without a year in the one it is told to lie in: "on 8 December last year" in
    that before publication, "in October" in the last one in which it had begun.
    """
    return tuple(_completed(s, m, published) for m in s.mentions) if published is not None else s.mentions


def year_told(s: Sentence, m: Mention) -> bool:
    """Whether a word beside a date tells its year: "8 December last year"."""
    return _back(s, m) is not None


def _completed(s: Sentence, m: Mention, published: date) -> Mention:
    if m.date is None or not m.date.startswith("XXXX-"):
        return m
    back = _back(s, m)
    if back is not None:
        return replace(m, date=_in_year(m.date, published.year - back) or m.date)
    told = (_in_year(m.date, year) for year in (published.year, published.year - 1))
    last = next((iso for iso in told if iso and bounds(iso)[0] <= published), None)
    if last is None:
        return m
    more = {_in_year(m.date, published.year - BACK[i]) for i in s.ids if i in BACK} - {None, last}
    return replace(m, date=last, others=(*m.others, *sorted(filter(None, more))))


def _in_year(told: str, year: int) -> str | None:
    """The day or month in a year, where there is such a day."""
    try:
        bounds(f"{year}{told[4:]}")
    except ValueError:
        return None
    return f"{year}{told[4:]}"


def _back(s: Sentence, m: Mention) -> int | None:
    """How many years before that of publication the word beside a date says it lies; None where no word says so. What
    is said of the first of several days holds for the others ("last year on 18 October and 8 December").
    """
    if not s.has(BACK):
        return None
    head: Mention | None = m
    while head is not None and (told := _told(s, head)) is None:
        head = next((o for o in s.mentions if _leads(s, o, head)), None)
    return None if head is None else told


def _leads(s: Sentence, earlier: Mention, m: Mention) -> bool:
    """Whether a date stands right before another: "October and December", "18 October and 8 December"."""
    dated = earlier.type == m.type == "date" and len(earlier.date or "") >= TO_DAY
    return dated and earlier.end <= m.start and s.words(earlier.end, m.start) <= BESIDE


def _told(s: Sentence, m: Mention) -> int | None:
    hit = next((h for h in _beside(s, m)), None)
    return next(BACK[i] for i in hit.ids if i in BACK) if hit is not None else None


def _beside(s: Sentence, m: Mention) -> Iterator[Hit]:
    """The words for a year behind a date ("8 December of last year"), right before it, or at the head of its sentence
    ("Last year it used its veto on 18 October").
    """
    for hit in s.hits:
        if hit.has(BACK):
            behind = m.end <= hit.start and not s.broken(m.end, hit.start) and s.words(m.end, hit.start) <= BESIDE
            ahead = hit.end <= m.start and s.words(hit.end, m.start) <= BESIDE
            leads = hit.end <= m.start and not s.words(s.start, hit.start)
            if behind or ahead or leads:
                yield hit
