"""`headers.yml`: what the heads of columns say in tables that people bring."""

from __future__ import annotations

from pydantic import Field

from tahqiq.catalog.models.base import File, Strict, Words


class MeasureHead(Strict):
    """A measure by the words that name it."""

    names: Words
    """Its name for readers."""
    unit: str
    """A unit of this file, or `money`."""
    headers: list[str]
    """What a head says that stands over it."""
    says: dict[str, list[str]]
    """How the sentences of each language name it, as lexemes."""
    adds_up: bool = False
    """Figures of several rows may be summed."""
    holders: dict[str, list[str]] = {}
    """Nouns for those who have it, which an order names ("the largest donor"), as lexemes."""
    flow: bool = False
    """Figures of several years may be summed: what is spent or happens in each."""
    goods: bool = False
    """What is done with goods: a table tells of one such measure, and not of the others."""
    common: bool = False
    """Its noun may be of anything: a sentence must also name what the table is about."""
    counted: bool = False
    """The column holds who did it: rows are counted."""
    nominal: bool = False
    """Money that is told to grow as it was paid, not in the prices of one year."""
    capitals: bool = False
    """A capital stands for its state beside it: states spend, cities do not."""


class UnitHead(Strict):
    """A unit by the words that name it."""

    headers: list[str]
    """What a head says of figures in it."""
    names: dict[str, dict[str, str]]
    """Its name by language and plural class."""
    says: dict[str, list[str]]
    """How sentences name it behind a figure, as lexemes."""
    physical: str | None = None
    """What the library pint calls it: figures in another unit of its kind are converted."""
    rate: bool = False
    """It says how much, not how many: its figures are neither summed nor divided among people."""
    from_nought: bool = True
    """Whether its nought is nothing, so that one figure may be so many times another; 20 degrees are not twice 10."""
    two: dict[str, list[str]] = {}
    """By language, words that are the figure two and the unit at once."""
    below_zero: dict[str, list[str]] = {}
    """By language, words behind a figure that make it negative."""


class ColumnHead(Strict):
    """Who or what a row is about, by the head of the column."""

    names: Words
    """Its name for readers."""
    headers: list[str]
    """What stands over it."""
    places: bool = False
    """Places may stand below it."""
    bodies: bool = False
    """Bodies of several states and others may stand there beside states."""
    leads: list[str] = []
    """Concepts before a name that make it this one, where several columns hold places."""


class Organisation(Strict):
    """An international organisation that may be a value of a column."""

    headers: list[str]
    """What a cell says of it."""
    names: Words
    """Its name for readers."""
    says: dict[str, list[str]]
    """How sentences name it, as lexemes."""


class Whole(Strict):
    """The row of all the world in a table of states."""

    cells: list[str]
    """What a cell says that names it."""
    names: Words
    """Its name for readers."""
    says: dict[str, list[str]]
    """How sentences name it, as lexemes."""
    but: dict[str, list[str]]
    """Names of other things that hold the same word."""


class People(Strict):
    """The table of people by which a figure per head is divided."""

    known: str
    """The entry of a measure that is such a figure itself."""
    register_: str = Field(alias="register")
    """The register that has the people."""
    measure: str
    """Its measure."""
    place: str
    """Its dimension of places."""
    year: str
    """Its dimension of years."""


class HeadersFile(File):
    """What the heads of columns say in tables that people bring."""

    measures: dict[str, MeasureHead]
    """Measures by id."""
    units: dict[str, UnitHead]
    """Units by id."""
    magnitudes: dict[int, list[str]]
    """By the size of one unit of the figures, what a head says of it."""
    money: str
    """The currency of a sum of which nothing tells it; its maker is asked."""
    currencies: dict[str, list[str]]
    """By ISO 4217 code, what a head says of it."""
    columns: dict[str, ColumnHead]
    """Columns that say what a row is about, by id."""
    times: dict[str, Words]
    """What the time of a row is called: a year, a month, a day."""
    grain: Words
    """What one row of such a table is."""
    phrase: dict[str, dict[str, str]]
    """By language, what stands between a measure, whom it is of and when, where a question is told in words."""
    all: Words
    """What the sum over all values of a column is called."""
    derived: dict[str, Words]
    """What is reckoned from a measure is called; {measure} stands for its name."""
    whole: Whole
    """The row of all the world."""
    organisations: dict[str, Organisation]
    """International organisations by id."""
    people: People
    """By whom a figure per head is divided."""
    notes: list[str]
    """Heads of columns with remarks, which are left aside."""
    missing: list[str]
    """What a cell says that has no figure."""
    languages: dict[str, list[str]]
    """By code, words at the end of a head that say in which language the names below are."""
    generic: list[str]
    """Heads that say no more than that figures stand below: what they are the title tells."""
    indicators: list[str]
    """Heads of columns that say over and over what the figures of the table are."""
    totals: dict[str, list[str]]
    """Words of a sentence that make its figure the sum of all up to a day."""
    total_heads: list[str]
    """What a head says whose figures are sums of all up to a day."""
    prepositions: list[str]
    """Words behind a measure that lead to what the table is of, in its title."""
    averages: dict[str, list[str]]
    """Words of a sentence that make its figure an average."""
    average_heads: list[str]
    """What a head says whose figures are averages."""
    acts: dict[str, list[str]]
    """Verbs that tie a figure to whom it is about, which narrow nothing."""
    verbs: dict[str, list[str]]
    """Verbs that a clause goes on with behind its subject, besides those."""
    tails: dict[str, list[str]]
    """Words right behind a figure that go on with its clause, so that it counts nothing named there."""
    narrows: dict[str, list[str]]
    """Words beside a measure that make it another figure."""
    rises: dict[str, list[str]]
    """Words by which a figure is a rise."""
    falls: dict[str, list[str]]
    """Words by which a figure is a fall."""
    more: dict[str, list[str]]
    """Words that say that one has more than another."""
    fewer: dict[str, list[str]]
    """Words that say that one has less than another."""
    than: dict[str, list[str]]
    """Words that lead to the one that another is compared with."""
    fold: dict[str, list[str]]
    """Words behind a figure that tells how many times another one is."""
    multiples: dict[float, dict[str, list[str]]]
    """By a number: words that say that one is so many times another."""
    manifold: dict[str, list[str]]
    """Words that say twice as much or more."""
    by: dict[str, list[str]]
    """Words between a change and its size."""
    whence: dict[str, list[str]]
    """Words that lead to the figure where a change began."""
    levels: dict[str, list[str]]
    """Nouns that stand for a figure of the measure ("its highest level")."""
    places: dict[str, list[str]]
    """By the code of a place, names that tables use for it."""
    some: dict[str, list[str]]
    """Words before a superlative that several share ("one of the largest")."""
