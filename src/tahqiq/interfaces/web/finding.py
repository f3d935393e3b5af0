"""What a line typed into the search means: places, days, and the questions to the record that it may ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tahqiq.catalog.dates import bounds, is_usable
from tahqiq.catalog.frames import Frame, load_frames
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.languages import detect, load_language
from tahqiq.catalog.lexicon import words_in
from tahqiq.catalog.registers import Measure, Register, load_registers
from tahqiq.catalog.unspaced import spaced
from tahqiq.interfaces.web.records import base_of, in_order
from tahqiq.language import read
from tahqiq.model import Mention

KINDS = ("place", "seat", "adj", "subject")
NEAR, FAR = 2, 1
"""What a concept counts that opens a frame, and one that only belongs to it."""
WORD = 4
"""Letters of the shortest word that is looked for in titles."""
MOST = 6
"""How many questions are told."""


@dataclass(frozen=True, slots=True)
class Question:
    """A measure with its filters, and bounds of time where the measure has no years of its own."""

    register: str
    measure: str
    filters: tuple[tuple[str, str], ...]
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Understood:
    """The places named, the days meant, the questions that may be asked, and the words that say none of these."""

    places: tuple[str, ...]
    days: tuple[date, date] | None
    questions: tuple[Question, ...]
    left: tuple[str, ...]


def understand(text: str) -> Understood:
    """What the words may mean, the likeliest question first."""
    code = detect(text)
    text = spaced(text, code)
    hits = words_in(text, code)
    times = [m for m in read(text, load_language(code)) if _days(m)]
    days = _days(times[0]) if times else None
    places = tuple(dict.fromkeys(c for hit in hits for c in hit.codes(*KINDS)[:1]))
    known = [(h.start, h.end) for h in hits] + [(m.start, m.end) for m in times]
    left = tuple(_left(text, known))
    questions = _questions(hits, places, days) or list(_titled(left, places, days))
    return Understood(places, days, tuple(questions)[:MOST], left)


def _days(mention: Mention) -> tuple[date, date] | None:
    """The first and last day of a date, a period, or a number that is a year."""
    if mention.type == "number" and mention.value is not None and 1900 <= mention.value <= 2100:
        return bounds(str(int(mention.value)))
    stated = mention.date if mention.type == "date" else None
    if mention.type == "period" and mention.first and mention.last:
        stated = f"{mention.first}/{mention.last}"
    first, last = bounds(stated) if stated else (date.max, date.min)
    return (first, last) if first <= last and is_usable(first) and is_usable(last) else None


def _left(text: str, known: Iterable[tuple[int, int]]) -> Iterable[str]:
    taken = set().union(*[range(start, end) for start, end in known]) if known else set()
    return "".join(" " if at in taken else char for at, char in enumerate(text)).split()


def _questions(hits: Sequence[Hit], places: Sequence[str], days: tuple[date, date] | None) -> list[Question]:
    ids = {name for hit in hits for name in hit.ids}
    scored: dict[Question, float] = {}
    for frame in load_frames():
        score = NEAR * len(ids & frame.speaks) + FAR * len(ids & (frame.things | frame.tops | frame.nouns))
        measure = load_registers()[frame.register].measures.get(frame.measure)
        if not score or measure is None or ids & frame.foreign:
            continue
        filters, placed = _filled(frame, places)
        question = _asked(load_registers()[frame.register], measure, filters, days)
        scored[question] = max(scored.get(question, 0), score + placed)
    return sorted(scored, key=lambda q: (-scored[q], q.register, q.measure))


def _titled(left: Sequence[str], places: Sequence[str], days: tuple[date, date] | None) -> Iterator[Question]:
    """Measures whose title has a word that says nothing else, for the first place named."""
    wanted = {word.casefold() for word in left if len(word) >= WORD}
    for register in in_order():
        for measure in register.measures.values():
            titles = " ".join(str(words) for words in dict(measure.title).values()).casefold().split()
            if wanted & set(titles) and not measure.derive:
                named = [d for d in measure.dimensions if register.dimensions[d].vocabulary == "places"]
                filters = {named[0]: places[0]} if named and places else {}
                yield _asked(register, measure, filters, days)


def _filled(frame: Frame, places: Sequence[str]) -> tuple[dict[str, str], int]:
    """Who fills which role, and how many of the places found one: roles that only some can fill choose first."""
    register = load_registers()[frame.register]
    dimensions = base_of(register, register.measures[frame.measure]).dimensions
    free = [p for p in places if not any(p in role.fixed for role in frame.roles.values())]
    filters: dict[str, str] = {}
    for name, role in sorted(frame.roles.items(), key=lambda item: item[1].among is None):
        if role.fixed or name not in dimensions:
            continue
        fits = [p for p in free if p not in role.not_among and (role.among is None or p in role.among)]
        taken = fits if role.among is not None else fits[:1]
        free = [p for p in free if p not in taken]
        if taken:
            filters[name] = ",".join(taken)
    return filters, len(places) - len(free)


def _asked(register: Register, measure: Measure, filters: dict[str, str], days: tuple[date, date] | None) -> Question:
    years = register.years_of(measure)
    since = until = ""
    if days and years and days[0].year == days[1].year:
        filters = {**filters, years.id: str(days[0].year)}
    elif days:
        since, until = days[0].isoformat(), days[1].isoformat()
    return Question(register.id, measure.id, tuple(sorted(filters.items())), since, until)
