"""What may be said of a text: a verdict against it, or for it, only where the text itself says enough.

A figure is held against the record under the roles and the time that its own item or the head of its row gives. One
that the reader took from elsewhere may be meant otherwise: then neither "contradicted" nor "supported" is said, but
what is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tahqiq.judging.verdicts import FITS, Verdict
from tahqiq.model import Claim, Reason, VerdictCode

SURE = ("own", "shared")
AGAINST: tuple[VerdictCode, ...] = ("contradicted", "outdated", "mixed")
TIME = "time"
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
    whole text is enough ("U.S. aid" in a text about Israel).
    """
    if verdict.name in AGAINST:
        open_roles = opened(claim)
        if open_roles:
            return _ambiguous(verdict, "open_time" if open_roles == [TIME] else "open_role", {"open": open_roles})
        return _ambiguous(verdict, "unread_words", {}) if claim.unread else verdict
    if verdict.name in FITS and (lent := opened(claim, topic=True)):
        return _ambiguous(verdict, "fits_if", {"open": lent})
    return verdict


def bears_out(claim: Claim) -> bool:
    """Whether the text says enough for its figure to be held against it."""
    return not (opened(claim) or claim.unread)


def opened(claim: Claim, *, topic: bool = False) -> list[str]:
    """The roles that neither the item nor its row gives. `topic`: what the whole text speaks of is enough."""
    enough = (*SURE, "topic") if topic else SURE
    return [name for name, basis in claim.basis.items() if basis not in enough]


def _ambiguous(verdict: Verdict, code: str, more: Mapping[str, Any]) -> Verdict:
    return replace(verdict, name="ambiguous", reason=Reason(code, {**verdict.reason.details, **more}))
