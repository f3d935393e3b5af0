"""What may be said of a text: a verdict against it, or for it, only where the text itself says enough.

A figure is held against the record under the roles and the time that its own item or the head of its row gives. One
that the reader took from elsewhere may be meant otherwise: then "contradicted" is not said, nor "supported" unless the
fit is one that chance hardly gives, but what is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import inf
from typing import Any

from tahqiq.judging.readings import COUNTS
from tahqiq.judging.verdicts import FITS, Verdict
from tahqiq.model import Claim, Reason, VerdictCode

SURE = ("own", "shared")
AGAINST: tuple[VerdictCode, ...] = ("contradicted", "outdated", "mixed")
TIME = "time"
MANY, FINE = 10, 200
"""A count so large, an amount so many times half a unit of its last digit, does not fit by chance."""
RATES = ("month", "day", "head", "other")
"""Rates that no register has a measure for."""


def unanswerable(claim: Claim) -> Reason | None:
    """Why no register can answer the claim as it is told: a promise, a cut, a rate, a part that is not split off."""
    if claim.aspect != "fact":
        return Reason("not_a_fact", {"aspect": claim.aspect})
    if claim.stated.per in RATES:
        return Reason("other_rate", {"rate": claim.stated.per})
    return Reason("narrowed") if "narrowed" in claim.says else None


def gate(claim: Claim, verdict: Verdict) -> Verdict:
    """The verdict as far as the text bears it out.

    Against the text speaks only what is told of its own or shared roles, with no word unread. For it, the topic of the
    whole text is enough ("U.S. aid" in a text about Israel), or a fit fine enough to tell what is meant.
    """
    if verdict.name in AGAINST:
        open_roles = opened(claim)
        if open_roles:
            return _ambiguous(verdict, "open_time" if open_roles == [TIME] else "open_role", {"open": open_roles})
        if _may_be_narrower(claim, verdict):
            return _ambiguous(verdict, "part_named", {})
        return _ambiguous(verdict, "unread_words", {}) if claim.unread else verdict
    if verdict.name in FITS and (lent := opened(claim, topic=True)) and not _tells(claim, lent):
        return _ambiguous(verdict, "fits_if", {"open": lent})
    return verdict


def _may_be_narrower(claim: Claim, verdict: Verdict) -> bool:
    """Whether a text counts no more about a part (Gaza) than the record does about the state it is part of."""
    counted = [a.value for a in verdict.answers if isinstance(a.value, int | float)]
    value = claim.stated.value
    return "narrower" in claim.says and isinstance(value, int | float) and value <= max(counted, default=0)


def _tells(claim: Claim, lent: list[str]) -> bool:
    """Whether the fit itself shows that what was taken from the sentence before is meant: chance hardly gives it.

    An act on that very day, several figures of one vote; a large count or an amount of three digits with one role lent
    ("In 2022 Ukraine received 20.6 billion. The next year it was 48.6").
    """
    value, step = claim.stated.value, claim.stated.step
    if claim.kind == "event":
        return len(claim.stated.date or "") == len("2024-02-20")
    if claim.kind == "tally":
        return sum(n is not None for n in value.values()) > 1
    if len(lent) > 1 or claim.stated.qualifier != "exactly" or not isinstance(value, int | float):
        return False
    if claim.kind in COUNTS:
        return value >= MANY
    return claim.kind == "amount" and bool(step) and value >= FINE * (step or inf)


def bears_out(claim: Claim) -> bool:
    """Whether the text says enough for its figure to be held against it."""
    return not (opened(claim) or claim.unread)


def opened(claim: Claim, *, topic: bool = False) -> list[str]:
    """The roles that neither the item nor its row gives. `topic`: what the whole text speaks of is enough."""
    enough = (*SURE, "topic") if topic else SURE
    return [name for name, basis in claim.basis.items() if basis not in enough]


def _ambiguous(verdict: Verdict, code: str, more: Mapping[str, Any]) -> Verdict:
    return replace(verdict, name="ambiguous", reason=Reason(code, {**verdict.reason.details, **more}))
