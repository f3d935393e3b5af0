"""What `register.yml` names and must have: measures, dimensions, axes and choices, wherever they are spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tahqiq.catalog.models.base import Fault, unknown
from tahqiq.catalog.models.marks import Trail

if TYPE_CHECKING:
    from tahqiq.catalog.models.register import Axis, Measure, Ratio, RegisterFile


def references(register: RegisterFile) -> Iterator[Fault]:
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
