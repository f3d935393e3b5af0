"""How precisely a value is printed: half a unit of its last digit."""

from __future__ import annotations

import re
from dataclasses import replace

from tahqiq.model import Claim

DIGITS = re.compile(r"\d[\d,\u066c]*(?:[.\u066b](\d+))?")
SCALES = (1e-2, 1.0, 1e3, 1e6, 1e9, 1e12)


def with_step(claim: Claim, text: str) -> Claim:
    """The claim with the precision of its printed digits (3.8 billion was rounded to 0.05 billion)."""
    value = claim.stated.value
    if not isinstance(value, int | float) or not value:
        return claim
    for found in DIGITS.finditer(text, claim.start, claim.end):
        digits = float(found.group().replace(",", "").replace("\u066c", "").replace("\u066b", "."))
        if digits and any(abs(abs(value) / digits - step) <= 1e-6 * step for step in SCALES):
            step = 0.5 * (abs(value) / digits) * 10.0 ** -len(found.group(1) or "")
            return replace(claim, stated=replace(claim.stated, step=step))
    return claim
