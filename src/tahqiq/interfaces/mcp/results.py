"""What the tools give back: typed, so that a client can check it, and each value with where it comes from."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["en", "ar"]
Filters = dict[str, str | list[str]]


class Result(BaseModel):
    """A part of an answer: only what it is declared to have."""

    model_config = ConfigDict(extra="forbid")


class Coverage(Result):
    """How far a register reaches. `complete`: its silence may contradict a text."""

    first: str = Field(description="First day the register covers.")
    last: str = Field(description="Last day the register covers.")
    complete: bool
    version: str


class Dimension(Result):
    """What a measure can be filtered by. `values` are some of the codes it takes; `needed`: it must be given."""

    id: str
    title: str
    needed: bool
    values: list[str]


class Found(Result):
    """A measure that may answer."""

    measure: str = Field(description="Give this to `ask` as it stands.")
    title: str
    register_title: str
    about: str
    unit: str
    dimensions: list[Dimension]
    definitions: dict[str, list[str]] = Field(
        description="Axes that can be fixed among the filters, and their choices."
    )
    table: str | None = Field(description="Give this to `show_rows`.")
    coverage: Coverage


class FoundMeasures(Result):
    """Measures by how well they fit the words; `matched` false: none fits, and all there are follow."""

    matched: bool
    measures: list[Found]
    places: dict[str, str] = Field(description="Codes of the places that the words name, with their names.")


class Source(Result):
    """Where a figure comes from."""

    id: str
    title: str
    url: str | None


class Window(Result):
    """Days between which something holds, both included; `until` null: it still does."""

    since: str | None
    until: str | None


class Row(Result):
    """An entry of the record that a figure counts."""

    id: str
    day: str | None
    about: str


class Counted(Result):
    """The value under one definition, and the window around the day in which it holds."""

    value: Any
    words: str
    definition: str
    who_counts_so: str | None
    reconstructed: bool = Field(description="No publisher states this rule; it is ours.")
    holds: Window


class Answered(Result):
    """What the record says of a measure on a day. `in_record` false: it cannot answer, and that is to be said."""

    in_record: bool
    sentence: str = Field(description="What may be said, with day and definition; or that the record cannot answer.")
    measure: str
    filters: dict[str, list[str]]
    as_of: str
    unit: str
    usual: Counted | None
    others: list[Counted]
    missing: str = Field(description="What may be missing, in words; empty where nothing is.")
    rows: list[Row] = Field(description="The first of the entries that are counted.")
    row_count: int
    sources: list[Source]
    citation: str
    coverage: Coverage


class Checked(Result):
    """A claim of the text. `instead` is the sentence to use in its place, where one follows from the record."""

    quote: str
    start: int
    end: int
    verdict: str
    verdict_words: str
    why: str
    instead: str | None
    measure: str | None
    filters: dict[str, Any]
    stated: Any
    definition: str | None
    value: Any
    as_of: str | None
    held: list[Window] = Field(description="When the stated value held under that definition.")
    sources: list[Source]


class Unjudged(Result):
    """A figure of the text that was not judged, and why."""

    quote: str
    start: int
    end: int
    why: str


class CheckedText(Result):
    """All claims of a text, up to a bound; `total` is how many there are."""

    language: str
    language_read: bool = Field(description="False: claims are not read in this language.")
    as_of: str
    as_of_basis: str
    total: int
    verdicts: dict[str, int]
    claims: list[Checked]
    unchecked: list[Unjudged]


class Rows(Result):
    """A page of rows of a table; `total` is how many there are, `next_offset` where the next page begins."""

    register_id: str
    table: str
    columns: list[str]
    rows: list[dict[str, Any]]
    total: int
    next_offset: int | None
    filters: list[str] = Field(description="What the table can be filtered by.")
    coverage: Coverage


class LawStep(Result):
    """One answer of the law, with its citation."""

    id: str
    value: Any
    text: str
    section: str
    law: str
    since: str | None
    until: str | None
    uncertain: str | None


class Sale(Result):
    """What the law required of one sale on its day."""

    title: str
    text_as_of: str = Field(description="The day as of which the law was read.")
    steps: list[LawStep]
    period: dict[str, Any] | None


class Lived(Result):
    """The life of a figure in a corpus: bounded lists, and how long each is whole."""

    measure: str
    filters: dict[str, list[str]]
    stated: float | None
    total: dict[str, int]
    values: list[dict[str, Any]]
    outlets: list[dict[str, Any]]
    families: list[dict[str, Any]]
    sayings: list[dict[str, Any]]
