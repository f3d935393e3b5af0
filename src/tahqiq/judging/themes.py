"""What an act dealt with, held against what a text tells: "vetoed a draft on a ceasefire" of one on an admission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tahqiq.catalog.registers import load_registers
from tahqiq.model import Claim, Reading
from tahqiq.record.lookup import Row, rows_of
from tahqiq.record.series import sets_of

NEAR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Straying:
    """The rows of the day that deal with what a text names (`fitting`), and what it names where none does (`named`).

    `surely`: no row of those days does, told of each. `dimension`: what the register calls the themes.
    """

    dimension: str = ""
    named: tuple[str, ...] = ()
    fitting: tuple[Row, ...] = ()
    surely: bool = False


def straying(claim: Claim, reading: Reading, on: Sequence[Row]) -> Straying:
    """Whether the acts of the day dealt with something else than the text says. Nothing is said of a row whose themes
    are not known, unless every row that has the theme is.
    """
    rules = load_registers()[reading.register].raw.get("themes")
    if not rules or not claim.themes:
        return Straying()
    dimension, named = rules["dimension"], frozenset(claim.themes)
    held = sets_of(reading.register, reading.measure, dimension)
    fitting = tuple(r for r in on if named & held.get(r.id, frozenset()))
    firm = named - set(rules["loose"])
    told_of_all = bool(firm) and firm <= set(rules["every"])
    if fitting or not (told_of_all or all(r.id in held for r in on)):
        return Straying(dimension, fitting=fitting)
    first, last = min(r.first for r in on) - NEAR, max(r.day for r in on) + NEAR
    rows = rows_of(replace(reading, filters={}))
    near = [held.get(r.id, frozenset()) for r in rows if r.first <= last and r.day >= first]
    surely = bool(firm) and all(not named & themes and (told_of_all or rules["whole"] in themes) for themes in near)
    return Straying(dimension, tuple(sorted(named)), surely=surely)
