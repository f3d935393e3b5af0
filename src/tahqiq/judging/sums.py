"""Arithmetic of the text itself: whether the parts add up to the total."""

from __future__ import annotations

from collections.abc import Mapping

from tahqiq.judging.verdicts import Verdict
from tahqiq.model import Claim, Reason

CLOSE = 0.0051
"""Relative difference that rounding of the printed figures explains."""


def judge_sum(claim: Claim, claims: Mapping[str, Claim]) -> Verdict:
    """Supported when the parts add up to the total as printed; contradicted when the text says that they are all of it.

    Parts that are only some of the total may come to less, never to more.
    """
    total = sum(float(claims[p].stated.value) for p in claim.parts)
    whole = float(claim.stated.value)
    details = {"sum": total, "whole": whole, "unit": claim.stated.unit}
    if abs(total - whole) <= CLOSE * whole:
        return Verdict("supported", Reason("sum_matches", details), ())
    reason = Reason("sum_differs", {**details, "difference": total - whole})
    sure = claim.basis.get("parts") == "own" and claim.stated.qualifier == "exactly"
    return Verdict("contradicted" if sure else "ambiguous", reason, ())
