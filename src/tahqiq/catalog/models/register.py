"""`register.yml`: what can be asked of a register, how far it reaches, what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tahqiq.catalog.models.base import Fault, File, Folder, Words, unknown
from tahqiq.catalog.models.evidence import Assertion, Filters, Gap, Witness
from tahqiq.catalog.models.marks import Trail
from tahqiq.catalog.models.measures import Axis, Ballots, Coverage, Dimension, Measure, Ratio, Themes


class RegisterFile(File):
    """What can be asked of a register, how far it reaches, and what it says of itself."""

    id: str
    """The name of the folder."""
    version: str
    """The state of the rows, in quotes: "2026.10"."""
    title: Words
    """Its name for readers."""
    description: Words | None = None
    """What it holds, in a sentence or two; the title unless given."""
    grain: Words
    """What one row is."""
    complete: bool = True
    """false: the silence of the register never contradicts."""
    coverage: Coverage
    """The days that the rows reach."""
    tables: dict[str, str] = {}
    """Named SELECTs over the resources (each resource is a table of its own name); measures read these."""
    dimensions: dict[str, Dimension] = {}
    """What measures can be filtered by."""
    axes: dict[str, Axis] = {}
    """The choices that measures leave open."""
    measures: dict[str, Measure] = {}
    """The numbers it can answer."""
    ratios: dict[str, Ratio] = {}
    """Measures divided by measures, of this or another register."""
    gaps: list[Gap] = []
    """What may be missing, slice by slice."""
    witnesses: dict[str, Witness] = {}
    """Second witnesses by id, held against the rows by `tahqiq record validate`."""
    caveats: list[Words] = []
    """What a reader should keep in mind."""
    assertions: list[Assertion] = []
    """Numbers that keep the rows true."""
    row_words: list[str] = []
    """Columns that say in words what a row is about; values are named by labels of the vocabularies."""
    own_ids: bool = False
    """Ids of rows are this register's own and mean nothing elsewhere: sentences call a row by its words."""
    listed: int = 100
    """Where it stands in lists of registers for readers: the lowest first."""
    links: dict[str, str] = {}
    """By column, the address of the document that a value names; {value} and {language} stand for themselves."""
    shown: dict[str, list[str]] = {}
    """By table, the columns that readers are shown first; the first six of use where none are named."""
    announced: int = 0
    """Articles tell of a row up to so many days before the day it bears."""
    date_tolerance: int = 1
    """The date of an article may be so many days off that of a row."""
    tally_tolerance: int | None = None
    """The figures of a vote may be held against a text that names it, where one is further off; never if null."""
    tally_tolerance_in: dict[int, int] = {}
    """By year, another tolerance of figures, where the source errs by more."""
    themes: Themes | None = None
    """What tells what its acts dealt with, and what may be said of it."""
    ballots: Ballots | None = None
    """Where it is told how each voted on its acts."""
    never_contradicts: Filters = {}
    """Rows with these values may support, and are never held against a text."""

    @property
    def all_measures(self) -> list[str]:
        """The ids of all measures, ratios among them."""
        return [*self.measures, *self.ratios]

    @property
    def asked_by(self) -> dict[str, list[str]]:
        """The dimensions by which each measure can be filtered; a derived one by those of what it is reckoned from."""
        own = {name: m.dimensions or self.measures[m.of or name].dimensions for name, m in self.measures.items()}
        return own | {name: list(ratio.match) for name, ratio in self.ratios.items()}

    @property
    def all_axes(self) -> dict[str, Axis]:
        """The axes of measures and of ratios, by id."""
        return self.axes | {name: axis for ratio in self.ratios.values() for name, axis in ratio.axes.items()}

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """An id unlike the folder's name, and names that nothing has."""
        if self.id != folder.name:
            yield Fault(("id",), "unlike_folder", {"name": self.id, "folder": folder.name})
        yield from _references(self)


def _references(register: RegisterFile) -> Iterator[Fault]:
    """A fault for every name that the register does not have."""
    for name, dimension in register.dimensions.items():
        if dimension.bridge and not dimension.key:
            yield Fault(("dimensions", name, "bridge"), "missing_key", {"name": "key"})
        if dimension.joint:
            yield from unknown(("dimensions", name, "joint"), dimension.joint, register.dimensions)
    for name, axis in register.axes.items():
        yield from _axis(("axes", name), axis, register)
    for name, measure in register.measures.items():
        yield from _measure(("measures", name), measure, register)
    for name, ratio in register.ratios.items():
        yield from _ratio(("ratios", name), ratio, register)
    if register.themes:
        yield from unknown(("themes", "dimension"), register.themes.dimension, register.dimensions)
    yield from _evidence(register)


def _axis(where: Trail, axis: Axis, register: RegisterFile) -> Iterator[Fault]:
    if axis.default:
        yield from unknown((*where, "default"), axis.default, axis.choices)
    if axis.dimension:
        yield from unknown((*where, "dimension"), axis.dimension, register.dimensions)
    for name, choice in axis.choices.items():
        yield from _each((*where, "choices", name, "only"), choice.only, register.dimensions)


def _measure(where: Trail, measure: Measure, register: RegisterFile) -> Iterator[Fault]:
    yield from _each((*where, "dimensions"), measure.dimensions, register.dimensions)
    yield from _each((*where, "axes"), measure.axes, register.axes)
    yield from _each((*where, "needs"), measure.needs, register.dimensions)
    for at, picked in enumerate(measure.definitions):
        yield from _choices((*where, "definitions", at), {axis: [choice] for axis, choice in picked.items()}, register)
    if measure.derive:
        yield from unknown((*where, "of"), measure.of or "", register.measures)
        yield from unknown((*where, "over"), measure.over or "", register.dimensions)
    if measure.derive == "agreement":
        yield from unknown((*where, "beside"), measure.beside or "", register.dimensions)


def _ratio(where: Trail, ratio: Ratio, register: RegisterFile) -> Iterator[Fault]:
    """The part is a measure of this register, and reckoned year by year."""
    yield from unknown((*where, "part", "register"), ratio.part.register_, [register.id])
    yield from unknown((*where, "part", "measure"), ratio.part.measure, register.measures)
    yield from _each((*where, "match"), ratio.match, register.dimensions)
    years = [name for name, dimension in register.dimensions.items() if dimension.year_begins]
    if not set(years) & set(ratio.match):
        yield Fault((*where, "match"), "no_years", {"name": where[-1]})


def _evidence(register: RegisterFile) -> Iterator[Fault]:
    for at, gap in enumerate(register.gaps):
        where: Trail = ("gaps", at)
        yield from _each((*where, "measures"), gap.measures, register.all_measures)
        yield from _each((*where, "filters"), gap.filters, register.dimensions)
        yield from _each((*where, "except"), gap.except_, register.dimensions)
        yield from _each((*where, "needs"), gap.needs, register.dimensions)
        yield from _choices((*where, "choices"), gap.choices, register)
    for name, witness in register.witnesses.items():
        yield from unknown(("witnesses", name, "measure"), witness.measure, register.measures)
    for at, stated in enumerate(register.assertions):
        where = ("assertions", at)
        yield from unknown((*where, "measure"), stated.measure, register.all_measures)
        yield from _each((*where, "filters"), stated.filters, register.dimensions)
        yield from _each((*where, "of"), stated.of, register.dimensions)
        yield from _choices((*where, "choices"), {axis: [choice] for axis, choice in stated.choices.items()}, register)


def _each(
    where: Trail, names: Sequence[str] | Mapping[str, object], known: Mapping[str, object] | Sequence[str]
) -> Iterator[Fault]:
    """The faults of a list of names, or of the keys of a mapping."""
    for at, name in enumerate(names):
        yield from unknown((*where, at if isinstance(names, Sequence) else name), name, known)


def _choices(where: Trail, picked: Mapping[str, Sequence[str]], register: RegisterFile) -> Iterator[Fault]:
    """The faults of choices by axis."""
    axes = register.all_axes
    for axis, choices in picked.items():
        yield from unknown((*where, axis), axis, axes)
        for choice in choices if axis in axes else ():
            yield from unknown((*where, axis), choice, axes[axis].choices)
