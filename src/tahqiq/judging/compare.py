"""When a value of the record is what the article states: the digits printed and the words around them."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from tahqiq.catalog.registers import load_registers
from tahqiq.model import Claim

EXACT = 0.005
"""An exact amount may differ so much, or by half a unit of its last digit,"""
COARSE = 0.04
"""but never by more than this: "$1 billion" is not 1.4."""
ABOUT, LOOSE = 0.05, 0.10
"""So much may "about" be off; or half a unit of the last digit, but never more than LOOSE."""
FAR, FEW = 1.25, 2
"""A text that says "more than" or "at most" means a value no further off than so many times; a count, than so much."""
OF_SPREAD = 0.06
"""So much of what others' figures may differ by is no difference."""
COUNTED = frozenset({"count", "ordinal", "rank"})
"""Kinds whose values are whole: nothing but equality will do for "exactly"."""


def tester(claim: Claim) -> Callable[[float], bool]:
    """The test a value of the record must pass to be the stated one.

    exactly: equal for counts; else rounds to the printed digits, within COARSE. about: within ABOUT (counts: at least
    one either way). more_than, at_least: above, by no more than FAR; at_most, less_than: below, alike; at_least and
    at_most with what the last digit rounds. A range: between its ends.
    """
    stated, q = claim.stated.value, claim.stated.qualifier
    if stated is None:
        return lambda value: value > 0
    if isinstance(stated, tuple | list):
        low, high = stated
        return lambda value: low * (1 - EXACT) <= value <= high * (1 + EXACT)
    target = float(stated)
    least, most = _reach(claim, target)
    if q == "more_than":
        return lambda value: target < value <= most
    digits = 0.0 if claim.kind in COUNTED else claim.stated.step or 0.0  # "no more than 3.3 %" of 3.31 %
    if q == "at_least":
        return lambda value: target * (1 - 1e-9) - digits <= value <= most
    if q == "at_most":
        return lambda value: least <= value <= target * (1 + 1e-9) + digits
    if q == "less_than":
        return lambda value: least <= value < target
    slack = _slack(claim, target)
    return lambda value: abs(value - target) <= slack * (1 + 1e-9)


def _slack(claim: Claim, target: float) -> float:
    """How far a value may lie from the stated one."""
    divided = _derive(claim) == "ratio"  # by the figures of another publisher, and others divide by others
    about, step = claim.stated.qualifier == "about" or divided, claim.stated.step or 0.0
    if "measured" in claim.says and claim.kind == "amount":
        return max(_printed(abs(target), step, about=about), _estimated(claim) * abs(target))
    if claim.kind in COUNTED:
        return max(1.0, ABOUT * target) if about else 0.0
    if claim.kind == "share":
        exact = max(EXACT, _estimated(claim)) if step and not about else ABOUT
        return max(exact * abs(target), step)
    return min(max(ABOUT * target, step), LOOSE * target) if about else min(max(EXACT * target, step), COARSE * target)


def _estimated(claim: Claim) -> float:
    """The part by which a figure may be off that is an estimate, and differs from one edition to the next."""
    reading = claim.readings[0]
    measure = load_registers()[reading.register].measures.get(reading.measure)
    return measure.spread.near * OF_SPREAD if measure is not None and measure.spread else 0.0


def _derive(claim: Claim) -> str | None:
    """How the figure of a table that is told is reckoned."""
    reading = claim.readings[0]
    measure = load_registers()[reading.register].measures.get(reading.measure)
    return measure.derive if "measured" in claim.says and measure is not None else None


def _printed(size: float, step: float, *, about: bool) -> float:
    """A figure of a table is as exact as its digits; of one rounded to thousands or more the last digit only counts so
    far ("1 million" is not 1.4 million).
    """
    rounded = min(step, LOOSE * size) if step > 1 else step
    return max(ABOUT * size if about else EXACT * size, rounded)


def _reach(claim: Claim, target: float) -> tuple[float, float]:
    """The least and the most that a text means which tells a figure as a bound; any rise is "more than none", any fall
    less.
    """
    if target <= 0:
        return -inf, 0.0 if target else inf
    if target >= 1 and _derive(claim) == "growth":
        return target / FAR, target + 1  # "more than doubled" is said of what has not tripled
    few = FEW if claim.kind in COUNTED else 0
    return min(target / FAR, target - few), max(target * FAR, target + few)


def far_off(claim: Claim, value: object) -> bool:
    """Whether a bound says too little: it is true, and the value lies far beyond it."""
    stated, q = claim.stated.value, claim.stated.qualifier
    if not (isinstance(stated, int | float) and isinstance(value, int | float)):
        return False
    least, most = _reach(claim, float(stated))
    return (q in ("more_than", "at_least") and value > most) or (q in ("at_most", "less_than") and value < least)
