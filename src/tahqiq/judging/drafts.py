"""The draft that a text names, held against those that were acted on: "vetoed resolution 2334"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tahqiq.catalog.registers import load_registers
from tahqiq.model import Claim, Reading
from tahqiq.record.lookup import Row, rows_of


def named_among(claim: Claim, rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows that bear a symbol the text gives, whole or without its revision (S/14832 for S/14832/Rev.1)."""
    return tuple(r for r in rows if _bears(r.id, claim.symbols))


def known_elsewhere(claim: Claim, reading: Reading, on: Sequence[Row]) -> bool:
    """Whether a draft that the text names was acted on on another day, or was decided otherwise on a day of these acts:
    a number alone may be read that names none.
    """
    rules = load_registers()[reading.register].raw.get("ballots")
    own = rows_of(replace(reading, filters={}))
    votes = rows_of(Reading(rules["register"], rules["measure"], {})) if rules else ()
    days = {r.day for r in on}
    return any(_bears(r.id, claim.symbols) for r in (*own, *(v for v in votes if v.day in days)))


def _bears(row: str, symbols: Iterable[str]) -> bool:
    own = row.partition("#")[0]
    return any(own == symbol or own.startswith(f"{symbol}/") or symbol.startswith(f"{own}/") for symbol in symbols)
