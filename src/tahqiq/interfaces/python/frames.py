"""Data frames of pandas or polars; neither is needed until one is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Literal

from tahqiq.errors import TahqiqError, UsageError

Library = Literal["pandas", "polars"]
EXTRAS = {"pandas": "frames", "polars": "polars"}
"""The libraries, each with the extra that brings it."""


def frame(columns: Mapping[str, Sequence[Any]], library: str) -> Any:
    """A data frame of these columns. TahqiqError `needs_extra` where the library is not installed."""
    return load(library).DataFrame(dict(columns))


def load(library: str) -> Any:
    """The library of that name. UsageError for one that is neither, TahqiqError `needs_extra` for one not installed."""
    if library not in EXTRAS:
        raise UsageError("unknown_value", name="library", value=library, known=", ".join(EXTRAS))
    try:
        return import_module(library)
    except ImportError as problem:
        raise TahqiqError("needs_extra", kind=library, extra=EXTRAS[library]) from problem
