"""How precisely a value is printed: half a unit of its last digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tahqiq.model import Claim

DIGITS = re.compile(r"\d[\d,\u066c]*(?:[.\u066b](\d+))?")
BY_COMMA = re.compile(r"(?<![\d.,])\d[\d.]*+,(\d++)(?![\d.,])")
"""A figure whose decimals stand behind a comma: its value tells which of the two it is."""
SCALES = (1e-2, 1.0, 1e3, 1e6, 1e9, 1e12)


def with_step(claim: Claim, text: str) -> Claim:
    """The claim with the precision of its printed digits (3.8 billion was rounded to 0.05 billion)."""
    value = claim.stated.value
    if not isinstance(value, int | float) or not value:
        return claim
    for digits, decimals in _printed(text, claim.start, claim.end):
        if digits and any(abs(abs(value) / digits - step) <= 1e-6 * step for step in SCALES):
            step = 0.5 * (abs(value) / digits) * 10.0**-decimals
            return replace(claim, stated=replace(claim.stated, step=step))
    return claim


def _printed(text: str, start: int, end: int) -> Iterator[tuple[float, int]]:
    """The figures of a passage and how many decimals they have, read with a point before these, else with a comma."""
    for found in DIGITS.finditer(text, start, end):
        digits = found.group().replace(",", "").replace("\u066c", "").replace("\u066b", ".")
        yield float(digits), len(found.group(1) or "")
    for found in BY_COMMA.finditer(text, start, end):
        yield float(found.group().replace(".", "").replace(",", ".")), len(found.group(1))
