"""Dated events in running text: a sentence that names an event of a register, and a date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tahqiq.catalog.triggers import Trigger, load_triggers, places_of
from tahqiq.claims.context import Context
from tahqiq.claims.periods import cue_before
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Mention, Reading, Stated


@dataclass(frozen=True, slots=True)
class Named:
    """The events of a register that a sentence names, and whether a date in it surely belongs to them."""

    register: str
    triggers: list[Trigger]
    sure: bool


def name_events(text: str, cut: Sequence[Sentence], language: str) -> dict[int, Named]:
    """The sentences, by number, that name an event of a register. One pass over the text for each register."""
    found = {}
    starts = [s.start for s in cut]
    for triggers in load_triggers(language):
        seen: dict[int, set[str]] = {}
        for hit in triggers.lexicon.find_all(text):
            seen.setdefault(bisect_right(starts, hit.start) - 1, set()).update(hit.ids)
        for at, forms in seen.items():
            s = cut[max(0, at)]
            if s.kind == "item" or triggers.by_form.keys().isdisjoint(forms):
                continue
            named, sure = triggers.named(forms | {f"place:{code}" for code in places_of(s.hits)})
            if named:
                found[s.at] = Named(triggers.register, named, sure and len(named) == 1)
    return found


def read_dated(context: Context, named: Mapping[int, Named]) -> None:
    """Add a claim for each event that a dated sentence names."""
    for at, events in named.items():
        s = context.sentences[at]
        dates = [m for m in s.mentions if _is_day(m) and context.free(m.start, m.end)]
        for trigger in events.triggers if dates else ():
            _event(context, events.register, s, trigger, dates, sure=events.sure)


def _is_day(m: Mention) -> bool:
    return m.type == "date" and m.date is not None and not m.date.startswith("XXXX")


def _event(context: Context, register: str, s: Sentence, trigger: Trigger, dates: list[Mention], *, sure: bool) -> None:
    """The event with every date of the sentence; judging takes the one that fits.

    Where the sentence has several dates, or the words fit other events too, another date proves nothing.
    """
    own = [m for m in dates if cue_before(s, m) != "until"]
    if not own:
        return
    first = own[0]
    others = tuple(dict.fromkeys([*first.others, *(d for m in own[1:] for d in (m.date, *m.others) if d)]))
    sure = sure and trigger.unique and len(own) == 1
    context.add(
        Claim(
            id=context.name(),
            kind="date",
            start=s.start + len(s.text[s.start : s.end]) - len(s.text[s.start : s.end].lstrip()),
            end=s.start + len(s.text[s.start : s.end].rstrip()),
            readings=(Reading(register, "date_of", {"event": (trigger.row,)}),),
            stated=Stated(None, None, date=first.date),
            note=None if sure else "unsure",
            parts=(),
            others=others,
        )
    )
