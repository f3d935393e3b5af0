"""Sums of a list whose unit is told once: in the line above ("billions of dollars"), or in the row before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tahqiq.catalog.concepts import load_concepts
from tahqiq.claims.text.figures import Figure
from tahqiq.claims.text.sentences import COMMAS, Sentence

ROWS = ("item", "row")
STEPS = (1e12, 1e9, 1e6)
"""The sizes a unit of money is told in; a figure of a row is smaller than the step to the next."""
LARGEST = 100_000
PRICES = ("price.nominal", "price.adjusted", "price.base")
PARTING = (*COMMAS, ";", "\u061b")
"""What parts several names with their figures in one row."""
CELLS = "\t|"
"""What parts the cells of a row."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the figures of the rows are counted in: so many units of a currency."""

    size: float
    currency: str | None


def in_scale(told: Sequence[Sentence], found: Mapping[int, tuple[Figure, ...]]) -> dict[int, tuple[Figure, ...]]:
    """The figures of every sentence, those of rows in the unit that was told for them."""
    scale: Scale | None = None
    currency: str | None = None
    result: dict[int, tuple[Figure, ...]] = {}
    for s in told:
        figures = found.get(s.at, ())
        if s.kind not in ROWS:
            currency = _currency(s) or (currency if is_header(s) else None)
            scale = _named(s, figures, currency) or (scale if is_header(s) or _is_empty(s, figures) else None)
            figures = tuple(f for f in figures if not _is_unit(s, f))
        else:
            scale = next((c for f in figures if (c := _of_row(s, f))), scale)
            figures = tuple(_scaled(s, f, scale) if scale else f for f in figures)
        if figures:
            result[s.at] = figures
    return result


def is_header(s: Sentence) -> bool:
    """Whether a line names the columns of a table: cells, and no value in them."""
    return any(c in s.text[s.start : s.end].strip() for c in CELLS) and not s.mentions


def _is_empty(s: Sentence, figures: Sequence[Figure]) -> bool:
    return not figures and s.end - s.start < 2


def _currency(s: Sentence) -> str | None:
    """The currency that a line names for the sums below it ("in US dollars")."""
    money = _currencies()
    return next((money[i] for h in s.hits for i in h.ids if i in money), None) if s.has(money) else None


def _named(s: Sentence, figures: Sequence[Figure], currency: str | None) -> Scale | None:
    """The unit that a line names: a word for it, alone in its cell or its brackets where it names no currency; or a
    sum that is only its name ("billion dollars").
    """
    scales = _scales()
    told = [(h, scales[i]) for h in s.hits for i in h.ids if i in scales] if s.has(scales) else []
    whole = (scale for h, scale in told if scale.currency or (currency and _alone(s, h.start, h.end)))
    scale = next(whole, None)
    if scale is not None:
        return replace(scale, currency=scale.currency or currency)
    return next((Scale(f.value, f.currency) for f in figures if _is_unit(s, f)), None)


@cache
def _scales() -> Mapping[str, Scale]:
    """The concepts that name a unit of money and its size."""
    return {name: Scale(c.scale, c.currency) for name, c in load_concepts().items() if c.scale}


@cache
def _currencies() -> Mapping[str, str]:
    """The concepts that name the currency of the figures below."""
    return {name: c.currency for name, c in load_concepts().items() if c.currency}


def _alone(s: Sentence, start: int, end: int) -> bool:
    """Whether nothing but marks stands beside a word: it is the head of a column, or told in brackets."""
    before, after = s.text[s.start : start].rstrip(), s.text[end : s.end].lstrip()
    return before[-1:] in ("(", *COMMAS, *CELLS, "") and after[:1] in (")", *COMMAS, *CELLS, "")


def _is_unit(s: Sentence, f: Figure) -> bool:
    """Whether money is named without any number in a line that ends without one ("aid, billion dollars")."""
    words = s.text[f.start : f.end]
    prices = [h.end for h in s.hits if h.has(PRICES) and h.start <= f.end + 1 < h.end]
    rest = s.text[max([f.end, *prices]) : s.end].strip()
    return (
        f.type == "money"
        and f.value in STEPS
        and not any(c.isdigit() for c in words)
        and rest[:1] in (*COMMAS, ")", ":", "")
    )


def _of_row(s: Sentence, f: Figure) -> Scale | None:
    """The unit in which a row tells its own sum ("24.3 billion dollars")."""
    if f.type != "money" or not any(c.isalpha() for c in s.text[f.start : f.end]):
        return None
    size = next((step for step in STEPS if f.value >= step), None)
    return Scale(size, f.currency) if size else None


def _scaled(s: Sentence, f: Figure, scale: Scale) -> Figure:
    """A bare number at the end of a row, or behind one of several names in it, in the unit of the rows; any other
    figure as it is.
    """
    bare = f.type == "number" and f.unit is None and f.low is None and 0 < f.value < LARGEST
    if not (bare and (not any(c.isalnum() for c in s.text[f.end : s.end]) or _of_name(s, f))):
        return f
    return replace(f, type="money", value=f.value * scale.size, currency=scale.currency)


def _of_name(s: Sentence, f: Figure) -> bool:
    """Whether a number stands between a name, or its year and a colon, and the mark before the next one ("Kenya 1.1,
    Somalia 0.9").
    """
    before = s.before(f.head)
    named = before is not None and bool(before.codes("place", "seat")) and s.bare(before.end, f.head)
    dated = s.text[s.start : f.head].rstrip()[-1:] == ":"
    return (named or dated) and s.text[f.end : s.end].lstrip()[:1] in PARTING
