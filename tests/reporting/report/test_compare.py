"""An edited text beside the old one: claims are paired by what they say, however far the edit moved them."""

from __future__ import annotations

from typing import Any

import pytest

from tahqiq.reporting.report.compare import STATES, Comparison, compare, to_json


def claim(verdict: str, value: Any, start: int = 0, **filters: str) -> dict[str, Any]:
    """A claim of a report's JSON form, as far as a comparison looks at it."""
    stated = {"value": value, "unit": "vetoes", "qualifier": "exactly", "date": None, "period": None, "per": None}
    kind = {"kind": "count", "register": "security_council_vetoes", "measure": "vetoes_cast"}
    return {**kind, "verdict": verdict, "stated": stated, "filters": filters, "start": start, "quote": f"{value} times"}


def compared(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Comparison:
    return compare({"claims": old}, {"claims": new})


ALL_USA = {"member": "USA"}
ISRAEL = {"member": "USA", "about": "ISR"}
CASES = {
    "its figure was corrected": (
        [claim("mixed", 83, 10, **ALL_USA), claim("mixed", 46, 20, **ISRAEL)],
        [claim("supported", 86, 10, **ALL_USA), claim("mixed", 46, 20, **ISRAEL)],
        {"mended": [(83, 86)], "left": [(46, 46)]},
    ),
    "a paragraph was put before it": (
        [claim("outdated", 17, 10, member="RUS", about="SYR")],
        [claim("supported", 19, 5, member="CHN"), claim("outdated", 17, 400, member="RUS", about="SYR")],
        {"left": [(17, 17)]},
    ),
    "its paragraph was moved": (
        [claim("mixed", 46, 10, **ISRAEL), claim("contradicted", 30, 20, member="CHN")],
        [claim("contradicted", 30, 10, member="CHN"), claim("mixed", 46, 20, **ISRAEL)],
        {"left": [(30, 30), (46, 46)]},
    ),
    "its sentence was struck out": (
        [claim("contradicted", 30, 10, member="CHN"), claim("supported", 86, 20, **ALL_USA)],
        [claim("supported", 86, 10, **ALL_USA)],
        {"removed": [(30, None)]},
    ),
    "an error was put in": (
        [claim("supported", 86, 10, **ALL_USA)],
        [claim("outdated", 83, 10, **ALL_USA), claim("contradicted", 30, 50, member="CHN")],
        {"new": [(86, 83), (None, 30)]},
    ),
    "its new words are open": (
        [claim("contradicted", 30, 10, member="CHN")],
        [claim("ambiguous", 25, 10, member="CHN")],
        {"unsure": [(30, 25)]},
    ),
    "it now speaks of another state": (
        [claim("contradicted", 30, 10, member="CHN")],
        [claim("supported", 30, 10, member="GBR")],
        {"mended": [(30, 30)]},
    ),
    "the same figure of another is no partner": (
        [claim("contradicted", 30, 10, member="CHN"), claim("supported", 30, 90, member="GBR")],
        [claim("supported", 30, 10, member="GBR")],
        {"removed": [(30, None)]},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_every_claim_finds_its_partner(name: str) -> None:
    old, new, wanted = CASES[name]
    found = compared(old, new)
    got = {s: [(_value(c.old), _value(c.new)) for c in found.of(s)] for s in STATES if found.of(s)}
    assert got == wanted


def _value(found: Any) -> Any:
    return found["stated"]["value"] if found else None


def test_what_was_right_and_still_is_is_only_counted() -> None:
    found = compared([claim("supported", 86, 1, **ALL_USA)], [claim("supported", 86, 9, **ALL_USA)])
    assert found == Comparison((), 1)


def test_the_gravest_come_first() -> None:
    old = [claim("mixed", 83, 10, **ALL_USA), claim("contradicted", 30, 90, member="CHN")]
    new = [claim("supported", 86, 10, **ALL_USA), claim("contradicted", 30, 90, member="CHN")]
    assert [change.state for change in compared(old, new).changes] == ["left", "mended"]
    assert list(to_json(compared(old, new))) == [*STATES, "others"]
