"""`sources.yml` and `corrections.yml`: where the rows of a register come from, and which of its sources were mended."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from tahqiq.catalog.models.base import Listing, Strict


class Source(Strict):
    """Something that rows were taken from, so that a reader can look it up."""

    title: str
    """What it is called."""
    publisher: str
    """Who published it."""
    url: str | None = None
    """Where it stands; null, or left out, where it stands nowhere."""
    accessed: date | None = None
    """The day it was read; null, or left out, where that is not known."""
    licence: str
    """Under which terms."""
    note: str | None = None
    """What to know before trusting it."""
    citation: str | None = None
    """How its publisher wants to be cited."""
    copy_: str | None = Field(None, alias="copy")
    """Where a copy of it stands."""
    download: str | None = None
    """The address of the file itself."""
    file: str | None = None
    """The name of the file that `build.py` reads."""
    sha256: str | None = None
    """The hash of that file."""


class Sources(Listing[dict[str, Source]]):
    """Every source by the id that rows name in their column `sources`."""


class Correction(Strict):
    """One fix of an error in a source. A build fails when the source no longer says what `guard` holds."""

    why: str
    """What is wrong."""
    evidence: str
    """How that is known."""
    guard: Any
    """What the source said when it was read: `build.py` sees to it that it still does."""
    row: str | None = None
    """The row, or which rows; left out where the whole source is concerned."""
    field: str | None = None
    """The column."""
    from_: Any = Field(None, alias="from")
    """What the source says."""
    to: Any = None
    """What stands in the rows."""
    id: str | None = None
    """A name by which `build.py` finds the fix."""
    source: str | None = None
    """The id of the source."""
    attested: str | None = None
    """The id of the source that bears the correction out, where it is added to those of the row."""
    action: str | None = None
    """What was done, where `from` and `to` do not say it."""


class Corrections(Listing[list[Correction]]):
    """Every fix, in any order; an empty list where there is none."""
