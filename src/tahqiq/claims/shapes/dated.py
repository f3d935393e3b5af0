"""Dated events in running text: a sentence that names an event of a register, and a date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tahqiq.catalog.hits import Hit
from tahqiq.catalog.triggers import Trigger, Triggers, load_triggers, places_of
from tahqiq.claims.fill.account import covered
from tahqiq.claims.fill.cues import cue_before
from tahqiq.claims.fill.days import Day, days_of
from tahqiq.claims.fill.when import YEAR
from tahqiq.claims.shapes.candidates import Candidate
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Claim, Reading, Span, Stated

PASSED = ("neutral", "join.and", "lead.of", "lead.on")
"""Words that tell of nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Named:
    """The events of a register that a sentence names, and whether a date in it surely belongs to them.

    `carried`: only with the words of the sentence before. `plain`: forms that speak of no other matter.
    """

    register: str
    triggers: list[Trigger]
    sure: bool
    hits: tuple[Hit, ...]
    carried: bool
    plain: frozenset[str]


def name_events(text: str, cut: Sequence[Sentence], language: str) -> dict[int, Named]:
    """The sentences, by number, that name an event of a register."""
    found: dict[int, Named] = {}
    places = places_of(frozenset().union(*[s.ids for s in cut]))
    for triggers in load_triggers(language):
        possible = triggers.possible(text, places)
        if possible:
            found |= _named(text, cut, triggers, possible, places)
    return found


def _named(
    text: str, cut: Sequence[Sentence], triggers: Triggers, possible: Sequence[Trigger], places: set[str]
) -> Iterator[tuple[int, Named]]:
    """The sentences that name an event of one register. `possible`: those of which the text has all the words."""
    may, seen = triggers.seen(text, [s.start for s in cut], places, possible)
    around = triggers.complete({i for hits in seen.values() for hit in hits for i in hit.ids} | places)
    for at in may:
        s, hits = cut[max(0, at)], seen.get(at, ())
        own = {i for hit in hits for i in hit.ids} | places_of(s.ids)
        named, sure = triggers.named(own)
        told = named or _told_before(triggers, cut, seen, s, own) or _told_around(triggers, own, around)
        if told:
            alone = sure and len(named) == 1
            yield s.at, Named(triggers.register, told, alone, tuple(hits), not named, triggers.plain)


def _told_before(
    triggers: Triggers, cut: Sequence[Sentence], seen: Mapping[int, list[Hit]], s: Sentence, own: set[str]
) -> list[Trigger]:
    """The events that a sentence goes on telling of, named in full only with the one before it ("It was signed on")."""
    before = cut[s.at - 1] if s.at else None
    if before is None or before.block != s.block:
        return []
    wider = own | {i for hit in seen.get(before.at, ()) for i in hit.ids} | places_of(before.ids)
    return [t for t in triggers.named(wider)[0] if any(own & g for g in t.words)]


def _told_around(triggers: Triggers, own: set[str], around: Sequence[Trigger]) -> list[Trigger]:
    """The events that a sentence names by half or more of what tells them apart, and the text around it by the rest.

    `around`: those that the text names with all its sentences together.
    """
    if own & triggers.never:
        return []
    return [t for t in around if not own & t.never and t.mostly(own)]


def read_dated(article: Article, named: Mapping[int, Named]) -> Iterator[Candidate]:
    """A claim for each event that a dated sentence names."""
    for at, events in named.items():
        s = article.sentences[at]
        days = [d for d in _days(article, s) if len(d.iso) == 10 or not events.carried]
        for trigger in events.triggers if days else ():
            yield _event(events, s, trigger, days)


def _days(article: Article, s: Sentence) -> list[Day]:
    """The dates of the sentence, but not "until ..."; without any, those told from other dates. A day without its year,
    which is taken from the day of publication, is not sure.
    """
    told = [
        Day(m.date, m.start, m.end, m.others, sure=bool(YEAR.search(s.text, m.start, m.end)))
        for m in s.mentions
        if m.type == "date" and m.date and not m.date.startswith("XXXX")
    ]
    own = [d for d in told if not any(m.start == d.start and cue_before(s, m) == "time.until" for m in s.mentions)]
    return own or [replace(d, sure=False) for d in days_of(article, s) if not told]


def _event(events: Named, s: Sentence, trigger: Trigger, days: list[Day]) -> Candidate:
    """The event with every date of the sentence; judging takes the one that fits.

    Where the sentence has several dates, the words fit other events too, the date stands in a clause of its own, or
    some word is not read, another date proves nothing.
    """
    first = days[0]
    others = tuple(dict.fromkeys([*first.others, *(d for day in days[1:] for d in (day.iso, *day.others))]))
    sure = events.sure and trigger.unique and len(days) == 1 and first.sure and _beside(events, s, trigger, first)
    sure = sure and not s.asks() and not _unread(events, s, trigger)
    basis: Basis = "own" if sure else "topic"
    words = frozenset().union(*trigger.groups)
    said = [(h.start, h.end) for h in events.hits if h.has(words)]
    claim = Claim(
        id="",
        kind="date",
        start=s.start + len(s.text[s.start : s.end]) - len(s.text[s.start : s.end].lstrip()),
        end=s.start + len(s.text[s.start : s.end].rstrip()),
        readings=(Reading(events.register, "date_of", {"event": (trigger.row,)}),),
        stated=Stated(None, None, date=first.iso),
        others=others,
        basis={"event": basis},
        checked=_merged([*said, *((d.start, d.end) for d in days)]),
        says=frozenset({"two_months"} if first.others and first.sure and len(days) == 1 else ()),
    )
    uses = ((first.start, first.end),) if events.carried else ()  # a date told of an act is that of the act alone
    return Candidate(claim, uses, s.at, rank=5)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap as one: a word is told once, in its longest form."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _beside(events: Named, s: Sentence, trigger: Trigger, day: Day) -> bool:
    """Whether the date opens the sentence or shares its clause with a word that names the event."""
    left, right = s.clause(day.start, day.end)
    words = frozenset().union(*trigger.groups)
    return not s.text[s.start : left].strip() or any(
        left <= hit.start < right and hit.has(words) for hit in events.hits
    )


def _unread(events: Named, s: Sentence, trigger: Trigger) -> bool:
    """Whether a word of the sentence belongs to no event, place or value: what it says may be what the date is of.

    "Fears of the American withdrawal moved oil prices in September 2018": nothing is said of the day of the withdrawal.
    """
    known = events.plain.union(*trigger.groups)
    read = [(h.start, h.end) for h in events.hits if h.has(known)]
    small = (h for h in s.hits if h.has(PASSED) or h.codes("place", "seat", "adj") or h.of_kind("time.weekday"))
    read += [(h.start, h.end) for h in small]
    read += [(m.start, m.end) for m in s.mentions]
    return not covered(s, read, s.start, s.end)
