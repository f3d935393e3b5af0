"""Who or what a row of a table is about, where it is no place: a party, a city, a player."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.schema import ALL
from tahqiq.claims.fill.joined import KINDS
from tahqiq.claims.fill.leads import codes_for, compared
from tahqiq.claims.fill.places import Filler, fillers
from tahqiq.claims.text.sentences import COMMAS, Sentence


def all_fillers(s: Sentence, frame: Frame) -> list[Filler]:
    """Every name of a sentence that plays a role of the frame, places and others, in order."""
    places = [f for f in fillers(s, frame) if s.text[f.end : f.end + 1] != "$"]  # "US$" is a currency
    found: list[Filler] = []
    for f in sorted([*places, *_named(s, frame)], key=lambda f: f.start):
        last = found[-1] if found else None
        if last is not None and last.role == f.role and _joined(s, last.end, f.start):
            found[-1] = replace(last, codes=(*last.codes, *f.codes), end=f.end)
        else:
            found.append(f)
    return found


def set_against(s: Sentence, frame: Frame) -> list[Filler]:
    """The places that another is only set against ("four fewer than A"), of the first role that takes them."""
    found = []
    for hit in s.hits:
        role = next((r for r in frame.roles.values() if hit.codes(*KINDS) and codes_for(r, hit)), None)
        if role is not None and compared(s, hit):
            found.append(Filler(role.dimension, codes_for(role, hit), hit.start, hit.end))
    return found


def _named(s: Sentence, frame: Frame) -> list[Filler]:
    """The names that are no places; those joined by "and" are one filler, as places are."""
    found: list[Filler] = []
    for hit in s.hits:
        for dimension, named in frame.classed.items():
            value = next((named[i] for i in hit.ids if i in named), None)
            if value is None or (value == ALL and _only_where(s, hit)):
                continue
            last = found[-1] if found else None
            if last is not None and last.role == dimension and _joined(s, last.end, hit.start):
                found[-1] = replace(last, codes=(*last.codes, value), end=hit.end)
            else:
                found.append(Filler(dimension, (value,), hit.start, hit.end))
    return found


def _only_where(s: Sentence, hit: Hit) -> bool:
    """Whether the word for all only says where an order holds ("the third in the world", "the world's largest")."""
    before, after = s.before(hit.start), s.after(hit.end)
    led = before is not None and before.has(("lead.on", "time.during")) and s.bare(before.end, hit.start)
    ranked = after is not None and s.words(hit.end, after.start) <= 1 and after.of_kind("rank.")
    told = (m for m in s.mentions if m.type == "ordinal" and m.start >= hit.end)
    return led or ranked or any(s.words(hit.end, m.start) <= 1 for m in told)


def _joined(s: Sentence, start: int, end: int) -> bool:
    """Whether two names stand side by side: with "and" between them, perhaps after a comma, and no other word."""
    between = s.between(start, end)
    joins = any(h.has(("join.and",)) for h in between) or "join.and" in s.grammar.attached.get(
        _letters(s, start, end), ()
    )
    known = sum(s.words(h.start, h.end) for h in between if h.has(("join.and", "neutral")))
    return joins and s.words(start, end) - (0 if between else joins) <= known


def _letters(s: Sentence, start: int, end: int) -> str:
    """What is written together with a name, without blanks and commas: the letter that means "and"."""
    return s.text[start:end].strip(f" {COMMAS}")
