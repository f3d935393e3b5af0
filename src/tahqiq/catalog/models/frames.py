"""`frames.yml`: what statements about the measures of a register look like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from tahqiq.catalog.models.base import Fault, File, Folder, Strict, unknown
from tahqiq.catalog.models.known import known_concepts, known_measures, known_places, unknown_concepts
from tahqiq.catalog.models.marks import Trail


class Role(Strict):
    """Who fills a dimension of the measure. A place plays the first role that its words give it; every name is used
    once."""

    kinds: list[Literal["place", "seat", "adj", "subject"]] = ["place", "seat", "adj"]
    """How the filler may be named: by its name, its seat of government, an adjective, a matter that concerns it."""
    among: str | list[str] | None = None
    """Only these places: codes, or a group of `places.yml`."""
    not_among: str | list[str] = []
    """Never these: codes, or a group of `places.yml`."""
    leads: list[str] = []
    """Concepts right before the name that give it this role."""
    tails: list[str] = []
    """Concepts right behind the name that give it this role."""
    bare: bool = False
    """The name may fill it with nothing that leads to it."""
    owner: bool = False
    """An adjective or genitive beside one of the frame's `things` fills it ("a Russian veto")."""
    matter: bool = False
    """An adjective beside a matter fills it ("the Syrian conflict")."""
    subject_of: list[str] = []
    """Acts of which the filler is the one who acts."""
    object_of: list[str] = []
    """Acts of which the filler is the one acted on."""
    fixed: list[str] = []
    """The only places the measure is about, where it has no such dimension; another filler makes the sentence speak of
    something else."""
    bodies: list[str] = []
    """Concepts that stand for the fixed place ("Congress")."""
    others: list[str] = []
    """Concepts that stand for another filler than the fixed one."""
    joint: bool = False
    """Several named together did one act, not each one of their own."""
    carried: bool = True
    """Where the sentence names nobody, the sentences before may; false: only where it points back."""


class Whole(Strict):
    """What a share is a share of."""

    measure: str
    """The share, as `register.measure`."""
    category: str | None = None
    """The category it is one of, where `word` is named."""
    word: str | None = None
    """The concept that narrows it to the category."""


class FrameEntry(Strict):
    """One kind of statement. Keys that are not of its shape stay out."""

    shape: Literal["count", "act", "list", "tally", "amount", "rank", "share", "sale", "value", "duty", "quantity"]
    """Which figures it is about, and what becomes of them."""
    measure: str
    """The measure of this register that it states."""
    unit: str | None = None
    """What the stated figure is in."""
    speaks: list[str] = []
    """Any of these makes a sentence speak of the measure."""
    weak: list[str] = []
    """Any of these does so in a sentence that also holds one of `beside`."""
    beside: list[str] = []
    """See `weak`; in a tally, a rule or a duty, what must stand near."""
    foreign: list[str] = []
    """Any of these makes a sentence speak of something else, unless one of `ours` is named."""
    ours: list[str] = []
    """See `foreign`."""
    unless: list[str] = []
    """In the clause of a figure, any of these makes the figure something else."""
    things: list[str] = []
    """Nouns beside which an owner's adjective stands ("American aid"); in a tally, what its votes are about."""
    counts: list[str] = []
    """Nouns that figures count."""
    acted: list[str] = []
    """Nouns that figures count only beside one of `acts` ("blocked 12 drafts"); of a single act, what it is done to."""
    acts: list[str] = []
    """Verbs and nouns of the act itself."""
    currency: str | None = None
    """The currency of the register's money; another one is no claim."""
    also: list[str] = []
    """Further measures that may be meant, as `register.measure`; each is a reading of its own."""
    pointed: dict[str, list[str]] = {}
    """By further measure, concepts that point to it before the frame's own."""
    categories: dict[str, str] = {}
    """By concept, the value of the dimension `category` that it names."""
    halves: list[str] = []
    """The concepts of categories that together are the whole."""
    added: list[str] = []
    """The concepts of categories that may be told on top of another one."""
    accounts: dict[str, list[str]] = {}
    """By concept, or by two joined with `+`, the values of the dimension of accounts."""
    titles: dict[str, list[str]] = {}
    """By concept that is its number or its title, the acts that are meant: values of the dimension that is `single`."""
    elsewhere: list[str] = []
    """Categories and accounts that the record does not split off: a figure beside one is not judged."""
    unsplit: dict[str, list[str]] = {}
    """By register, the categories that it does not split."""
    running: list[str] = []
    """Concepts that make an amount a sum over all years."""
    alls: list[str] = []
    """Concepts that make an amount a sum over all recipients."""
    prices: str | None = None
    """The axis of the measure on which prices are chosen."""
    year: str | None = None
    """The dimension of the year that an amount, a rank or a share is of."""
    tops: list[str] = []
    """Concepts that are the first rank by themselves ("largest recipient")."""
    nouns: list[str] = []
    """What is ranked."""
    wholes: dict[str, Whole] = {}
    """By concept, what a share is a share of."""
    size: int = 0
    """How many members the voting body has."""
    least: int = 0
    """Fewer votes than this are a part of a vote."""
    symbols: str = ""
    """How the symbol of a resolution is made of the number it is called by; {} stands for the number."""
    serial: bool = False
    """The body numbers all its resolutions in one row, so that a number without a session calls one."""
    bodies: list[str] = []
    """Concepts that name the voting body."""
    value: Literal["number", "money"] | None = None
    """The type of the figure that a rule sets."""
    beside_value: list[str] = []
    """Concepts of which one stands beside the figure of a rule."""
    heads: list[str] = []
    """Concepts of which one names the value of a rule in its clause ("the threshold is")."""
    classed: dict[str, dict[str, str]] = {}
    """By dimension: the value that each concept names."""
    former: list[str] = []
    """Concepts that tell a value of a rule as the one that was before, or that others have ("instead of")."""
    law: list[str] = []
    """Concepts of which one must be near for the rule to be meant surely."""
    asks: list[str] = []
    """What a duty demands; of an act, what leads from `acted` to its theme ("calling for")."""
    mistaken: list[str] = []
    """What is often taken for the duty and is not it."""
    below_zero: list[str] = []
    """Concepts that make the figure before them negative ("below zero")."""
    rises: list[str] = []
    """Concepts by which a figure is a rise of the measure."""
    falls: list[str] = []
    """Concepts by which a figure is a fall of the measure."""
    more: list[str] = []
    """Concepts that say that one has more than another."""
    fewer: list[str] = []
    """Concepts that say that one has less than another."""
    than: list[str] = []
    """Concepts that lead to the one that another is compared with."""
    multiples: dict[str, float] = {}
    """By concept, how many times another one is ("doubled")."""
    manifold: list[str] = []
    """Those of them that say so many times or more, as words for doubling do in some languages."""
    fold: list[str] = []
    """Concepts behind a figure that tells how many times another one is ("times as many")."""
    by: list[str] = []
    """Concepts between a change and its size."""
    whence: list[str] = []
    """Concepts that lead to the figure where a change began ("from")."""
    levels: list[str] = []
    """Concepts that stand for a figure of the measure in an order ("its highest level")."""
    ties: list[str] = []
    """Concepts that tie a figure to whom it is of, so that they name no other measure ("spent")."""
    verbs: list[str] = []
    """Concepts by which a clause goes on behind its subject ("has", "was")."""
    holders: list[str] = []
    """Concepts of those who have it, which an order names ("the largest donor")."""
    some: list[str] = []
    """Concepts before a superlative that several share ("one of the largest")."""
    means: list[str] = []
    """Concepts that make a figure of several years their average."""
    converted: dict[str, list[float]] = {}
    """By the concept of another unit: by what its figures are multiplied, then what is added, to be in the frame's."""
    flow: bool = False
    """Its figures of several years may be summed without a word that says so."""
    nominal: bool = False
    """Its money is told to grow as it was paid, not in the prices of one year."""
    summed: list[str] = []
    """Dimensions of which the table has a row `all`, the sum of its other rows."""
    ballots: dict[str, str] = {}
    """By concept, how those named beside it voted on what was acted on ("with Britain abstaining")."""
    themes: dict[str, dict[str, str]] = {}
    """By the dimension of what acts dealt with: the value that each concept names."""
    within: list[str] = []
    """Places in which all rows of the table lie: their names narrow nothing."""
    roles: dict[str, Role | None] = {}
    """The roles, by the dimension of the measure that each fills."""
    matches: list[str] = []
    """Sentences that must give a claim of the measure."""
    rejects: list[str] = []
    """Near-misses that must not."""


class Frames(File):
    """What statements about the measures of a register look like, in every language."""

    frames: dict[str, FrameEntry]
    """Every frame by its id."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """Measures, dimensions, concepts and places that nothing has."""
        concepts, measures = known_concepts(folder.path), known_measures(folder.path)
        for name, frame in self.frames.items():
            where = ("frames", name)
            yield from _measures(where, frame, folder, measures)
            yield from _concepts(where, frame, concepts)
            for dimension, role in frame.roles.items():
                yield from _role((*where, "roles", dimension), dimension, role or Role(), frame, folder, concepts)


LISTS = (
    "speaks", "weak", "beside", "foreign", "ours", "unless", "things", "counts", "acted", "acts", "halves", "added",
    "elsewhere", "running", "alls", "tops", "nouns", "bodies", "beside_value", "heads", "former", "law", "asks",
    "mistaken", "below_zero", "rises", "falls", "more", "fewer", "than", "fold", "by", "whence", "levels", "ties",
    "verbs", "holders", "some", "means", "manifold",
)  # fmt: skip
"""Keys of a frame that list concepts."""
OF_ROLES = ("leads", "tails", "subject_of", "object_of", "bodies", "others")
"""Keys of a role that list concepts."""


def _measures(where: Trail, frame: FrameEntry, folder: Folder, measures: set[str]) -> Iterator[Fault]:
    yield from unknown((*where, "measure"), frame.measure, folder.measures)
    if frame.year:
        yield from unknown((*where, "year"), frame.year, folder.dimensions)
    for at, name in enumerate(frame.also):
        yield from unknown((*where, "also", at), name, measures)
    for name in frame.pointed:
        yield from unknown((*where, "pointed", name), name, [f"{folder.path.name}.{frame.measure}", *frame.also])
    for name, whole in frame.wholes.items():
        yield from unknown((*where, "wholes", name, "measure"), whole.measure, measures)
    yield from _places((*where, "within"), frame.within)
    for key in ("classed", "themes"):
        for dimension in getattr(frame, key):
            yield from unknown((*where, key, dimension), dimension, folder.dimensions)
    for name in frame.unsplit:
        yield from unknown((*where, "unsplit", name), name, {m.partition(".")[0] for m in measures})


def _concepts(where: Trail, frame: FrameEntry, known: set[str]) -> Iterator[Fault]:
    for key in LISTS:
        yield from unknown_concepts((*where, key), getattr(frame, key), known)
    for name, listed in frame.pointed.items():
        yield from unknown_concepts((*where, "pointed", name), listed, known)
    yield from _keys((*where, "categories"), frame.categories, known)
    yield from _keys((*where, "titles"), frame.titles, known)
    yield from _keys((*where, "ballots"), frame.ballots, known)
    yield from _keys((*where, "wholes"), frame.wholes, known)
    yield from _keys((*where, "multiples"), frame.multiples, known)
    yield from _keys((*where, "converted"), frame.converted, known)
    for key in ("classed", "themes"):
        for dimension, named in getattr(frame, key).items():
            yield from _keys((*where, key, dimension), named, known)
    for name in frame.accounts:
        for part in name.split("+"):
            yield from unknown((*where, "accounts", name), part, known)
    for name, whole in frame.wholes.items():
        if whole.word:
            yield from unknown((*where, "wholes", name, "word"), whole.word, known)


def _keys(where: Trail, keys: Iterable[str], known: set[str]) -> Iterator[Fault]:
    for key in keys:
        yield from unknown((*where, key), key, known)


def _role(
    where: Trail, dimension: str, role: Role, frame: FrameEntry, folder: Folder, concepts: set[str]
) -> Iterator[Fault]:
    if not role.fixed and frame.measure in folder.measures:
        yield from unknown(where, dimension, folder.measures[frame.measure])
    for key in OF_ROLES:
        yield from unknown_concepts((*where, key), getattr(role, key), concepts)
    for key in ("among", "not_among", "fixed"):
        yield from _places((*where, key), getattr(role, key))


def _places(where: Trail, named: Any) -> Iterator[Fault]:
    """Codes, or the name of a group, that are none."""
    if isinstance(named, str):
        yield from unknown(where, named, known_places("groups"))
    for at, code in enumerate(named if isinstance(named, list) else ()):
        yield from unknown((*where, at), code, known_places())
