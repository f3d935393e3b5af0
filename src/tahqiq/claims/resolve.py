"""Which candidates stand: no figure is used twice; parts find their wholes; figures told together form groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tahqiq.catalog.registers import own_registers
from tahqiq.claims.shapes.candidates import Candidate
from tahqiq.model import Claim

COUNTED = ("count",)


def resolve(candidates: Iterable[Candidate]) -> tuple[Claim, ...]:
    """The claims that stand, in order of place, with their ids, wholes and groups."""
    kept = _kept(sorted(candidates, key=lambda c: (c.rank, c.claim.start)))
    kept.sort(key=lambda c: (c.claim.start, c.claim.end))
    names = {use: f"c{i + 1}" for i, c in enumerate(kept) for use in c.uses}
    claims = [
        replace(c.claim, id=f"c{i + 1}", whole=names.get(c.whole) if c.whole else None) for i, c in enumerate(kept)
    ]
    return tuple(_grouped(kept, claims))


def _kept(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Those whose figures no earlier one has used; several claims of one shape may share a figure ("three each")."""
    used: dict[tuple[int, int], Candidate] = {}
    found: list[Candidate] = []
    for c in ranked:
        others = [used[u] for u in c.uses if u in used]
        if any(_apart(c, o) for o in others):
            continue
        for u in c.uses:
            used.setdefault(u, c)
        found.append(c)
    return found


def _apart(c: Candidate, other: Candidate) -> bool:
    """Whether two claims of one figure are not of one shape, or only the earlier is of an own register."""
    register, its = c.claim.readings[0].register, other.claim.readings[0].register
    taken = its in own_registers() and register not in own_registers()
    return taken or c.rank != other.rank or c.claim.kind != other.claim.kind or c.sentence != other.sentence


def _grouped(kept: Sequence[Candidate], claims: list[Claim]) -> list[Claim]:
    """Figures of one sentence about one measure, none with a date of its own, are judged together."""
    by_sentence: dict[tuple[int, str], list[int]] = {}
    for i, (c, claim) in enumerate(zip(kept, claims, strict=True)):
        if claim.kind in COUNTED and claim.stated.date is None:
            by_sentence.setdefault((c.sentence, claim.readings[0].register), []).append(i)
    number = 0
    for listed in by_sentence.values():
        together = [i for i in listed if claims[i].stated.period == claims[listed[0]].stated.period]
        if len(together) < 2 or _twice([claims[i] for i in together]):
            continue
        number += 1
        for i in together:
            claims[i] = replace(claims[i], group=f"g{number}")
    return claims


def _twice(claims: Sequence[Claim]) -> bool:
    """Whether two values are told of the same filters: both cannot be whole, and what parts them was not read."""
    filters = {str(c.readings[0].filters) for c in claims}
    return len({(str(c.readings[0].filters), str(c.stated.value)) for c in claims}) > len(filters)
