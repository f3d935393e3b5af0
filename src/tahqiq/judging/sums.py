"""Arithmetic of the text itself: whether the parts add up to the total."""

from __future__ import annotations

from collections.abc import Mapping

from tahqiq.claims.sums import CLOSE
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import Claim, Reason


def judge_sum(claim: Claim, claims: Mapping[str, Claim]) -> Verdict:
    """Supported when the parts, or all but the last ones, add up to the total as printed."""
    values = [float(claims[p].stated.value) for p in claim.parts]
    whole = float(claim.stated.value)
    for count in range(2, len(values) + 1):
        total = sum(values[:count])
        if abs(total - whole) <= CLOSE * whole:
            return Verdict(
                "supported", Reason("sum_matches", {"sum": total, "whole": whole, "unit": claim.stated.unit}), ()
            )
    total = sum(values)
    details = {"sum": total, "whole": whole, "difference": total - whole, "unit": claim.stated.unit}
    return Verdict("ambiguous", Reason("sum_differs", details), ())
