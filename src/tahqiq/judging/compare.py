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
FAR = 1.25
"""A text that says "more than" means a value up to this many times the figure."""
COUNTED = frozenset({"count", "ordinal", "rank"})
"""Kinds whose values are whole: nothing but equality will do for "exactly"."""


def tester(claim: Claim) -> Callable[[float], bool]:
    """The test a value of the record must pass to be the stated one.

    exactly: equal for counts; else rounds to the printed digits, within COARSE. about: within ABOUT (counts: at least
    one either way). more_than: above, by no more than FAR. A range: between its ends.
    """
    stated, q = claim.stated.value, claim.stated.qualifier
    if stated is None:
        return lambda value: value > 0
    if isinstance(stated, tuple | list):
        low, high = stated
        return lambda value: low * (1 - EXACT) <= value <= high * (1 + EXACT)
    target = float(stated)
    if q == "more_than":
        return lambda value: target < value <= _far(target)
    if q == "at_least":
        return lambda value: value >= target * (1 - 1e-9)
    if q == "at_most":
        return lambda value: value <= target * (1 + 1e-9)
    if q == "less_than":
        return lambda value: value < target
    slack = _slack(claim, target)
    return lambda value: abs(value - target) <= slack * (1 + 1e-9)


def _far(target: float) -> float:
    """The largest value of which "more than" this may be said: of any rise "more than none", of a fall "less than"."""
    return target * FAR if target > 0 else inf if target == 0 else 0.0


def _slack(claim: Claim, target: float) -> float:
    """How far a value may lie from the stated one."""
    about, step = claim.stated.qualifier == "about" or _divided(claim), claim.stated.step or 0.0
    if "measured" in claim.says and claim.kind == "amount":
        return _printed(abs(target), step, about=about)
    if claim.kind in COUNTED:
        return max(1.0, ABOUT * target) if about else 0.0
    if claim.kind == "share":
        return max((EXACT if step and not about else ABOUT) * abs(target), step)
    return min(max(ABOUT * target, step), LOOSE * target) if about else min(max(EXACT * target, step), COARSE * target)


def _divided(claim: Claim) -> bool:
    """Whether a figure is one of a table divided by another publisher's: others divide by other figures."""
    reading = claim.readings[0]
    measure = load_registers()[reading.register].measures.get(reading.measure)
    return "measured" in claim.says and measure is not None and measure.derive == "ratio"


def _printed(size: float, step: float, *, about: bool) -> float:
    """A figure of a table is as exact as its digits; of one rounded to thousands or more the last digit only counts so
    far ("1 million" is not 1.4 million).
    """
    rounded = min(step, LOOSE * size) if step > 1 else step
    return max(ABOUT * size if about else EXACT * size, rounded)


def far_above(claim: Claim, value: object) -> bool:
    """Whether "more than" says too little: the value is beyond FAR times the stated one."""
    stated, numbers = claim.stated.value, int | float
    told = claim.stated.qualifier == "more_than" and isinstance(stated, numbers) and isinstance(value, numbers)
    return told and stated > 0 and value > FAR * stated
