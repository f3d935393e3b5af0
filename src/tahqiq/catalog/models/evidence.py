"""What bears a register out, and what it lacks: gaps, second witnesses, numbers known from elsewhere."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from tahqiq.catalog.models.base import OneOrMore, Strict, Words

Filters = dict[str, OneOrMore[str]]
"""Values by dimension: one, or a list of which any may hold."""


class Gap(Strict):
    """What may be missing in a slice; where nothing is named, nothing is known to be missing."""

    id: str | None = None
    """A name, where `updates.yml` moves its first day."""
    from_: date = Field(alias="from")
    """The first day of the slice."""
    to: date
    """The last day of the slice."""
    why: Words
    """What is missing, for readers."""
    filters: Filters = {}
    """The values whose rows may be missing."""
    except_: Filters = Field({}, alias="except")
    """Values that are covered all the same."""
    whole_with: Filters = {}
    """Values that hold what is missing: nothing is, where they are asked for too."""
    choices: Filters = {}
    """By axis, the choices under which rows may be missing."""
    measures: list[str] = []
    """The measures concerned; all when left out."""
    needs: list[str] = []
    """Dimensions that must be filtered for the gap to matter (rows whose place is not known)."""
    together: bool = False
    """The slice is one sum: nothing of it is missing once it has ended, and a part of it cannot be asked."""
    missing_at_most: float | None = None
    """So much of the measure may be missing; left out, the slice is not covered at all."""


class Slice(Strict):
    """What of a measure is asked for, under which choices, as of which day."""

    filters: Filters = {}
    """The values asked for."""
    choices: dict[str, str] = {}
    """By axis, the choice asked for."""
    of: Filters = {}
    """What a share is a share of."""
    as_of: date | None = None
    """The day asked about; the last day covered unless named."""
    since: date | None = None
    """The first day of a period."""
    until: date | None = None
    """The last day of a period."""


class Assertion(Slice):
    """A number known from elsewhere, or on purpose: `tahqiq record validate` asks for it."""

    measure: str
    """The measure asked."""
    value: float
    """What it gives under the first definition that the choices leave."""
    tolerance: float = 0
    """So much it may be off."""
    holds: list[list[date | None]] | None = None
    """The stretches of days on which the value stands, each with its first and last day (null: still)."""


class Witness(Strict):
    """A source that no row was taken from, and what it gives for cells that the register can give too."""

    title: Words
    """What it is, and how it stands to the sources of the rows."""
    source: str
    """Its id in `sources.yml`."""
    measure: str
    """The measure compared."""
    cells: str
    """The resource with its numbers: the columns of `by`, and `value`."""
    by: dict[str, str]
    """What parts the cells: columns of `cells`, each with the expression over the measure's table that gives it."""
    choices: dict[str, str] = {}
    """By axis, the choice under which the witness counts; the usual ones unless named."""
    where: str = "true"
    """A SQL predicate over the measure's table: what of it the witness reaches."""
    partial: bool = False
    """It does not claim to hold every cell: only its own are compared."""
    tolerance: float = 0
    """Numbers agree that are so small a part apart: 0.01 is one per cent."""
    differ: int = 0
    """So many cells may differ; what they are is told in `why`."""
    why: Words | None = None
    """Why cells differ, where they do."""
