"""The figures of a table: cells read as numbers, with the unit and the magnitude that they bear themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from tahqiq.catalog.headers import load_headers, phrases, words_of

_FIGURE = re.compile(r"([-+(]?)\s*+([^\d\s(+-]{0,4}+)\s*+([-+]?)\s*+(\d[\d.,' ]*+)\s*+([^\d]*+)")
_NOTE = re.compile(r"\[[^\[\]]*+\]|(?<!\*)\*++$|[\u2020\u2021]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds a figure: its value with its own magnitude, and the sign of a unit beside it, if any."""

    value: Decimal
    unit: str | None = None


def missing(text: str) -> bool:
    """Whether a cell says that it holds nothing."""
    return not text.strip() or text.strip().casefold() in _absent()


@cache
def _absent() -> frozenset[str]:
    return frozenset(mark.casefold() for mark in load_headers()["missing"])


def read_cell(text: str, decimal: str = ".") -> Cell | None:
    """The figure of a cell; None where it holds none."""
    found = _FIGURE.fullmatch(_NOTE.sub("", _plain(text)).strip())
    if found is None:
        return None
    outer, before, inner, digits, after = found.groups()
    value = _number(digits.strip(), decimal)
    tail = after.strip().removesuffix(")").strip()
    if value is None or (outer == "(") != after.strip().endswith(")"):
        return None
    size, unit = _tail(tail)
    if tail and unit is None and size == 1:
        return None
    negative = "-" in (outer, inner) or outer == "("
    return Cell(-value * size if negative else value * size, unit or _unit(before))


def decimal_mark(cells: Iterable[str]) -> str:
    """The mark that parts the decimals of a column: a comma where some cell can be read no other way."""
    for cell in map(_plain, cells):
        dots, commas = cell.count("."), cell.count(",")
        if (commas == 1 and dots and cell.rfind(",") > cell.rfind(".")) or (
            commas == 1 and not dots and not _thousands(cell)
        ):
            return ","
    return "."


def _thousands(cell: str) -> bool:
    return re.search(r"(?<!\d)\d{1,3},\d{3}(?!\d)", cell) is not None


def _plain(text: str) -> str:
    """Digits of every script as 0 to 9, signs as they are typed."""
    signs = {0x2212: "-", 0x2013: "-", 0x066B: ".", 0x066C: ",", 0xA0: " ", 0x202F: " ", 0x2009: " ", 0x066A: "%"}
    told = text.translate(signs)
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() and c.isdecimal() else c for c in told)


def _number(digits: str, decimal: str) -> Decimal | None:
    other = "," if decimal == "." else "."
    whole, _, part = digits.partition(decimal)
    groups = re.split(f"[{re.escape(other)}' ]", whole)
    if len(groups) > 1 and (any(len(g) != 3 for g in groups[1:]) or len(groups[0]) > 3):
        return None
    try:
        return Decimal("".join(groups) + ("." + part if part else ""))
    except InvalidOperation:
        return None


@cache
def _tails() -> tuple[dict[str, int], dict[str, str]]:
    sizes = {words_of(p): int(size) for size, listed in phrases("magnitudes").items() for p in listed}
    units = {words_of(p): code for code, listed in phrases("currencies").items() for p in listed}
    units |= {words_of(p): unit for unit, listed in phrases("units").items() for p in listed}
    return sizes, units


def _tail(text: str) -> tuple[int, str | None]:
    """The magnitude and the unit that stand behind the digits ("5.67 billion USD", "12 %")."""
    sizes, units = _tails()
    words, size = words_of(text), 1
    first, _, rest = words.partition(" ")
    if words not in units and first in sizes:
        words, size = rest, sizes[first]
    return size, units.get(words)


def _unit(sign: str) -> str | None:
    return _tails()[1].get(words_of(sign)) if sign else None
