"""When a value of the record is what the article states: the digits printed and the words around them."""

from __future__ import annotations

import re
from collections.abc import Callable

from tahqiq.model import Claim, Text

EXACT = 0.005
ABOUT = 0.03
FAR = 1.1
COUNTED = frozenset({"count", "ordinal", "rank"})
"""Kinds whose values are whole: nothing but equality will do for "exactly"."""


def tester(claim: Claim, text: Text) -> Callable[[float], bool]:
    """The test a value of the record must pass to be the stated one.

    exactly: equal for counts; else rounds to the printed digits, or within 0.5 %. about: within 3 % (counts: at least
    one either way). A range: between its ends.
    """
    stated, q = claim.stated.value, claim.stated.qualifier
    if stated is None:
        return lambda value: value > 0
    if isinstance(stated, tuple | list):
        low, high = stated
        return lambda value: low * (1 - EXACT) <= value <= high * (1 + EXACT)
    target = float(stated)
    if q == "more_than":
        return lambda value: value > target * (1 - 1e-9)
    if q == "at_least":
        return lambda value: value >= target * (1 - 1e-9)
    if q == "at_most":
        return lambda value: value <= target * (1 + 1e-9)
    if q == "less_than":
        return lambda value: value < target
    if claim.kind in COUNTED:
        slack = max(1.0, ABOUT * target) if q == "about" else 0.0
        return lambda value: abs(value - target) <= slack
    share = ABOUT if q == "about" else EXACT
    slack = max(share * abs(target), _half_step(claim, text))
    return lambda value: abs(value - target) <= slack * (1 + 1e-9)


def far_above(claim: Claim, value: float) -> bool:
    """Whether "more than" understates: the value is beyond 1.1 times the stated one."""
    stated = claim.stated.value
    return claim.stated.qualifier == "more_than" and isinstance(stated, int | float) and value > FAR * stated


def _half_step(claim: Claim, text: Text) -> float:
    """Half a unit of the last digit printed: 3.8 billion was rounded to 0.05 billion."""
    value = claim.stated.value
    for found in re.finditer(r"\d[\d,\u066c]*(?:[.\u066b](\d+))?", text.text[claim.start : claim.end]):
        digits = float(found.group().replace(",", "").replace("\u066c", "").replace("\u066b", "."))
        if digits and _power_of_ten(value / digits):
            return float(0.5 * (value / digits) * 10.0 ** -len(found.group(1) or ""))
    return 0.0


def _power_of_ten(ratio: float) -> bool:
    return any(abs(ratio - step) <= 1e-6 * step for step in (1e-2, 1.0, 1e3, 1e6, 1e9, 1e12))
