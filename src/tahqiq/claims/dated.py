"""Dated events in running text: a sentence that names an event of a register, and a date."""

from __future__ import annotations

from tahqiq.catalog.triggers import Trigger, load_triggers, places_of
from tahqiq.claims.context import Context
from tahqiq.claims.periods import cue_before
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Mention, Reading, Stated


def read_dated(context: Context, language: str) -> None:
    """Add a claim for each event that a dated sentence names."""
    for triggers in load_triggers(language):
        for s in context.sentences:
            dates = [m for m in s.mentions if _is_day(m) and context.free(m.start, m.end)]
            if not dates or s.kind == "item":
                continue
            named, sure = triggers.named(s.text[s.start : s.end], places_of(s.hits))
            for trigger in named:
                _event(context, triggers.register, s, trigger, dates, sure=sure and len(named) == 1)


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
