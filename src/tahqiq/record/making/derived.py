"""What a new register reckons from its measures: shares, places in an order, changes, sums of years, figures a head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tahqiq.catalog.headers import load_headers
from tahqiq.catalog.registers import load_registers
from tahqiq.record.making.plan import Dimension, Measure, Plan

LANGUAGES = ("en", "ar")
Entries = Iterator[tuple[str, dict[str, Any]]]


def title_of(told: Dimension | Measure) -> dict[str, str]:
    """The name of a measure or a column in each language."""
    part = "measures" if isinstance(told, Measure) else "columns"
    known = load_headers()[part][told.known]["names"] if told.known else {}
    return {code: known.get(code, told.title) for code in LANGUAGES}


def summed(plan: Plan, measure: Measure) -> bool:
    """Whether the register has rows that sum all values of a dimension: of figures that add up, told by several."""
    return plan.complete and measure.adds_up and not measure.counted and len(plan.dimensions) > 1


def derived(plan: Plan, measure: Measure) -> Entries:
    """The measures that are reckoned from one of the table; of one that rows tell by year alone, those among years."""
    over = plan.dimensions[0].id if plan.dimensions else None
    one = measure.adds_up and len(plan.dimensions) == 1 and plan.complete
    if plan.whole or one or summed(plan, measure):
        yield _entry(measure, "share", derive="share", over=over, unit="fraction")
    if over:
        yield _entry(measure, "rank", derive="rank", over=over, unit="rank")
        yield _entry(measure, "rank_least", derive="rank", over=over, unit="rank", order="least")
    yearly = plan.time == "year"
    if measure.counted or not (over or yearly):
        return
    times: dict[str, Any] = {"over": plan.time, "needs": [plan.time]} if yearly else {"over": over}
    yield _entry(measure, "change", derive="change", **times, unit=measure.unit)
    if load_headers()["units"].get(measure.unit, {}).get("from_nought", True):
        yield _entry(measure, "growth", derive="growth", **times, unit="fraction")
    if yearly:
        yield _entry(measure, "years", derive="rank", **times, unit="rank")
        yield _entry(measure, "years_least", derive="rank", **times, unit="rank", order="least")
        yield _entry(measure, "average", derive="average", **times, unit=measure.unit)
        if not measure.is_rate:
            yield _entry(measure, "total", derive="total", **times, unit=measure.unit)
    if over and not measure.is_rate:
        needs = {"needs": [plan.time]} if plan.time else {}
        yield _entry(measure, "together", derive="total", over=over, unit=measure.unit, **needs)


def per_head(plan: Plan) -> Entries:
    """The measures divided by the people of the same place and year, where there is a table of them."""
    people = load_headers()["people"]
    places = [d for d in plan.dimensions if d.places]
    if plan.time != "year" or len(plan.dimensions) != 1 or not places or people["register"] not in load_registers():
        return
    for measure in plan.measures:
        if measure.counted or measure.is_rate or measure.known == people["known"]:
            continue
        yield (
            f"{measure.id}_per_head",
            {
                "title": _named(measure, "per_head"),
                "unit": measure.unit,
                "part": {"register": plan.name, "measure": measure.id},
                "whole": {"register": people["register"], "measure": people["measure"]},
                "match": {places[0].id: people["place"], plan.time: people["year"]},
            },
        )


def _entry(measure: Measure, name: str, **told: Any) -> tuple[str, dict[str, Any]]:
    return f"{measure.id}_{name}", {"title": _named(measure, name), "of": measure.id, **told}


def _named(measure: Measure, name: str) -> dict[str, str]:
    words = load_headers()["derived"][name]
    return {code: words[code].format(measure=title) for code, title in title_of(measure).items()}
