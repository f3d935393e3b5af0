"""The parts of `register.yml` that say what can be asked: dimensions, axes with their choices, measures, ratios."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tahqiq.catalog.models.base import Strict, Words

MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]


class Coverage(Strict):
    """The days that the rows reach."""

    from_: date = Field(alias="from")
    """The first day covered."""
    to: date
    """The last day covered."""


class Dimension(Strict):
    """What a measure can be filtered by: a column of its table, or of a bridge table."""

    title: Words
    """Its name for readers."""
    column: str | None = None
    """The column that holds its values, where it is not called as the dimension."""
    vocabulary: str | None = None
    """`places`, or a group of `labels` in the vocabulary of the register."""
    bridge: str | None = None
    """A resource with several values a row, joined on `key`."""
    key: str | None = None
    """The column of both tables that a bridge is joined on."""
    joint: str | None = None
    """The bridged dimension that tells which rows several values of this one share."""
    single: bool = False
    """A text that names no value usually means one of them all the same (one act, one memorandum)."""
    exact: bool = False
    """A place stands for itself, not for those that share its subject."""
    either: list[str] = []
    """It holds what these bridged dimensions of the same measure hold together, and is not kept a second time."""
    year_begins: dict[int, MonthDay] = {}
    """Its values are years, each named by the calendar year in which it ends: from which year on they begin on which
    month and day, as in `{1946: 07-01, 1977: 10-01}`."""


class Themes(Strict):
    """What the acts of a register dealt with: a text that tells one to deal with something else is not borne out."""

    dimension: str
    """The bridged dimension that holds the themes."""
    whole: str
    """The value of a row that deals with none but its other themes: it may be held against a text."""
    every: list[str] = []
    """Themes that are told of every row that has them: the other rows may be held against a text."""
    loose: list[str] = []
    """Themes whose words may be said of many things: nothing is ever held against them."""


class Ballots(Strict):
    """Where it is told how each voted on the acts of a register: rows of the same id in another one."""

    register_: str = Field(alias="register")
    """That register."""
    measure: str
    """Its measure whose rows are votes; `in_favour`, `against` and `abstaining` beside it give the figures."""
    dimension: str
    """Its bridged dimension of which each value is a place, a colon, and how it voted."""
    always: list[str] = []
    """Places that vote every time: where all who voted in a way are known by name, they are known not to have."""


class Choice(Strict):
    """One choice on an axis."""

    meaning: Words
    """One line in plain words."""
    label: Words | None = None
    """A short name, where the meaning is long."""
    used_by: Words | None = None
    """Who counts so."""
    reconstructed: bool = False
    """The rule is ours: no publisher states it."""
    where: str | None = None
    """A SQL predicate over the columns of the measure's table."""
    value: str | None = None
    """A SQL expression in place of the measure's own value."""
    published: date | None = None
    """The day an edition came out; left out where it is not known."""
    through: date | None = None
    """The last day a question of its own end may have: a later one does not use the choice."""
    only: dict[str, list[str | None]] = {}
    """The filters it can answer, by dimension; null stands for no filter on that dimension."""


class Axis(Strict):
    """A named choice that a measure leaves open."""

    title: Words
    """Its name for readers."""
    choices: dict[str, Choice]
    """The choices by id."""
    default: str | None = None
    """The choice meant where nothing else is said; the first one unless named."""
    dimension: str | None = None
    """The axis matters only when this dimension is filtered; its predicates may name columns of the bridge."""


class Spread(Strict):
    """How far figures of other publishers, of other editions or of the years beside may lie from those of a measure."""

    near: float
    """A text that is off by no more than this part is held against nothing: 0.1."""
    least: float | None = None
    """A figure smaller than this part of the record's is likely that of a part of it: it is left open."""
    most: float | None = None
    """A figure larger than so many times the record's is likely told in another way: it is left open."""


class Measure(Strict):
    """A number the register can answer."""

    title: Words
    """Its name for readers."""
    unit: str
    """vetoes, drafts, votes, USD, days, fraction, rank, date."""
    aggregate: Literal["count", "sum", "row"] = "count"
    """count of rows; sum of `value`; row: each row has a value of its own, of which the newest stands."""
    table: str = ""
    """A resource, or a named SELECT of `tables`."""
    row: str = "row"
    """The column with the id of a row that users see."""
    date: str = "date"
    """The column with the day a row enters the count."""
    period: str | None = None
    """The column (a day) tested against a stated period; `date` unless named."""
    value: str = "1"
    """The SQL expression of a row's value."""
    dimensions: list[str] = []
    """The dimensions it can be filtered by."""
    axes: list[str] = []
    """The axes it leaves open, in the order in which definitions name their choices."""
    definitions: list[dict[str, str]] = []
    """The combinations `{axis: choice}` that make sense; every combination where none is listed."""
    derive: Literal["rank", "share", "agreement", "change", "growth", "total", "average"] | None = None
    """Reckoned from the measure `of` among the values of the dimension `over`. Rows without a value there are not
    ranked, and are part of the whole of a share. An agreement is the part of the rows that one value of `over` and one
    of `beside` both have, in which the two stand on the same side: in the same dimension of those that `over` joins.
    A change is the first of two values less the second, of whichever dimension is given two; of a year alone, less the
    year before. Growth is that as a part of the second. A total or an average is over values of `over`, and is none
    where a row lacks."""
    order: Literal["most", "least"] = "most"
    """Who is first in a rank: who has most, or least."""
    of: str | None = None
    """The measure a derived one is reckoned from."""
    over: str | None = None
    """The dimension a derived one compares."""
    beside: str | None = None
    """The dimension of the second value that an agreement compares; an axis of its own names sides in `value`."""
    needs: list[str] = []
    """Dimensions that must be filtered for the number to mean anything."""
    spread: Spread | None = None
    """How far figures of others may lie from these."""


class Term(Strict):
    """A measure of some register, as a part or the whole of a ratio."""

    register_: str = Field(alias="register")
    """The id of the register."""
    measure: str
    """The measure of that register."""


class Ratio(Strict):
    """A measure divided by another one, year by year; the two may lie in different registers."""

    title: Words
    """Its name for readers."""
    unit: str
    """fraction."""
    part: Term
    """What is divided; its axes stay open."""
    whole: Term
    """What it is divided by."""
    match: dict[str, str]
    """Dimensions of `whole` by those of `part`, the years among them. The value of a year holds once it has ended."""
    axes: dict[str, Axis] = {}
    """Axes of its own: `value` of a choice is an expression over `part` and `whole`."""
    spread: Spread | None = None
    """How far figures of others may lie from these."""
