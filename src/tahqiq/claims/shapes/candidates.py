"""Candidates: what the shapes make of a text, before it is settled which of them stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.places import group_of, load_places
from tahqiq.claims.fill.scene import Filled
from tahqiq.claims.fill.when import When
from tahqiq.model import Basis, Claim, Filters, Per, Qualifier, Reading, Stated


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that a shape proposes, with the spans of the figures it uses.

    `sentence`: the place of its sentence. `whole`: the key of the candidate it is a part of. `rank`: the lower stands
    where two use one figure.
    """

    claim: Claim
    uses: tuple[tuple[int, int], ...]
    sentence: int
    rank: int = 0
    whole: tuple[int, int] | None = None


def filters_of(taken: Mapping[str, Filled]) -> dict[str, tuple[str, ...]]:
    """The filters that filled roles make."""
    return {name: filled.codes for name, filled in taken.items() if filled.codes}


def basis_of(taken: Mapping[str, Filled], moment: When) -> dict[str, Basis]:
    """How each role and the time come to the claim."""
    found: dict[str, Basis] = {name: filled.basis for name, filled in taken.items()}
    if moment.told:
        found["time"] = moment.basis
    elif moment.open:
        found["time"] = "assumed"
    return found


def line_of(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes with every state they succeeded or were succeeded by."""
    pairs = list(load_places().get("succession", {}).items())
    more = [other for pair in pairs for code in codes if code in pair for other in pair if other not in codes]
    return (*codes, *more)


def readings_of(frame: Frame, filters: Filters) -> tuple[Reading, ...]:
    """The readings a frame opens, the likeliest first: as named, then about the other places that share a subject,
    then with the states a state succeeded.
    """
    found = [Reading(frame.register, frame.measure, filters)]
    for name, role in frame.roles.items():
        codes = filters.get(name, ())
        if role.matter and len(codes) == 1:
            others = [c for c in group_of(codes[0]) if c not in codes]
            found += [Reading(frame.register, frame.measure, {**filters, name: (c,)}) for c in others]
    for dimension, codes in filters.items() if len(filters) == 1 else ():
        wider = line_of(codes)
        if wider != codes:
            found.append(Reading(frame.register, frame.measure, {**filters, dimension: wider}))
    return tuple(found)


def stated(
    value: object, unit: str | None, qualifier: Qualifier, when: When, per: Per | None = None, step: float | None = None
) -> Stated:
    """A stated value with its date or period."""
    return Stated(value, unit, qualifier, when.date, when.period, per, step)


def whole_number(value: float) -> float | int:
    """An integer when it is one."""
    return int(value) if float(value).is_integer() else value


def mode(codes: tuple[str, ...]) -> str:
    """Several members together act jointly, unless one is the heir of the other."""
    return "any" if len(codes) > 1 and set(line_of(codes[:1])) >= set(codes) else "all"
