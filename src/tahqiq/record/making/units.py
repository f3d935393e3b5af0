"""Physical units: how figures in other units of one kind become figures in that of the table."""

from __future__ import annotations

from functools import cache

from tahqiq.catalog.headers import load_headers

DIGITS = 12
"""Digits of a factor that mean something."""


@cache
def conversions(unit: str) -> dict[str, tuple[float, float]]:
    """By another unit of `headers.yml` of the same kind: by what its figures are multiplied, then what is added.

    None where the unit is not physical, or the library that knows the units (of the extra `tables`) is not installed.
    """
    units = load_headers()["units"]
    own = units.get(unit, {}).get("physical")
    try:
        import pint
    except ImportError:
        return {}
    if own is None:
        return {}
    known: pint.UnitRegistry[float] = pint.UnitRegistry()
    found = {}
    for name, entry in units.items():
        other = entry.get("physical")
        if other and name != unit and known.Unit(other).is_compatible_with(known.Unit(own)):
            nought, one = (known.Quantity(value, other).to(own).magnitude for value in (0.0, 1.0))
            found[name] = (round(one - nought, DIGITS), round(nought, DIGITS))
    return found
