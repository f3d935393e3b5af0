"""Which measures a sum of money may be of, and as what: over all years, in one, or a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.registers import Axis, find_measure
from tahqiq.claims.fill.money import with_accounts
from tahqiq.claims.fill.when import When
from tahqiq.model import Per, Reading


@dataclass(frozen=True, slots=True)
class Told:
    """What the words around a sum say of it.

    `lead` is the measure they point to, `near` whether in its own clause; `acts` are those named by number or title.
    """

    filters: dict[str, tuple[str, ...]]
    kinds: tuple[str | None, ...]
    moment: When
    per: Per | None
    lead: str | None
    near: bool
    prices: tuple[str, ...]
    accounts: tuple[str, ...]
    acts: tuple[str, ...]
    running: bool
    summed: bool

    @property
    def year(self) -> str | None:
        """The one year the sum is stated for."""
        return self.moment.date[:4] if self.moment.date and not self.per else None

    @property
    def state(self) -> str | None:
        """The year by which the sum had come to what is stated, where it may be that of the year."""
        begin, _, end = (self.moment.period or "").partition("/")
        return end[:4] if begin == ".." and end[:4].isdecimal() and not (self.summed or self.per) else None


def meant(frame: Frame, found: Told) -> Iterator[Reading]:
    """Every measure the words allow, the one they point to first; each as a sum, as a yearly amount, or as both."""
    for kind in found.kinds:
        for name in _measures(frame, found, kind):
            yield from _of_measure(frame, found, kind, name)


def _measures(frame: Frame, found: Told, kind: str | None) -> list[str]:
    """The measures in order; a word such as "memorandum" puts the one it points to first."""
    own = frame.name_of_measure
    if found.lead is not None and (found.near or found.lead == own):
        return [found.lead]
    yearly = found.per is not None or found.year is not None
    others = [own, *(n for n in frame.also if n.startswith(frame.register) or yearly)]
    if kind in frame.unsplit.get(frame.register, ()):
        others = [n for n in frame.also if n != own]
    return [found.lead, *(n for n in others if n != found.lead)] if found.lead else others


def _of_measure(frame: Frame, found: Told, kind: str | None, name: str) -> Iterator[Reading]:
    register, measure = find_measure(name)
    filters = {**found.filters, "category": (kind,)} if kind else dict(found.filters)
    if not set(filters) <= set(measure.dimensions) or kind in frame.unsplit.get(register.id, ()):
        return
    choices = _prices(frame, found, {n: register.axes[n] for n in measure.axes})
    year = frame.year if frame.year in measure.dimensions else None
    own = [{**filters, year: (found.year,)}] if found.year and year else [filters]
    signed = len(found.moment.date or "") > len(found.year or "")  # a month or a day is that of an act
    first = name == found.lead == next(iter(frame.pointed), None)
    if found.year and (found.moment.basis == "topic" or first or (name == found.lead and signed)):
        own.append(filters)  # the year of a memorandum is that of its signing
    if year and found.state:
        own.append({**filters, year: (found.state,)})  # "by 2000 it had fallen to 1 billion"
    listed = with_accounts(found.accounts, measure, own) if found.accounts else own
    act = next((d for d in measure.dimensions if register.dimensions[d].single), None)
    if act is not None and found.acts:
        listed = [{**f, act: (a,)} for f in listed for a in found.acts]
    for f in (f for f in listed if set(measure.needs) <= set(f)):
        for way in _ways(found):
            yield Reading(register.id, measure.id, f, choices, per=way)


def _prices(frame: Frame, found: Told, axes: Mapping[str, Axis]) -> dict[str, tuple[str, ...]]:
    """The choices of prices a reading may take: those told; else as paid, but for a sum over all years."""
    if frame.prices is None or frame.prices not in axes:
        return {}
    if found.prices:
        return {frame.prices: found.prices}
    return {} if found.running and not found.per else {frame.prices: (axes[frame.prices].default,)}


def _ways(found: Told) -> tuple[Per | None, ...]:
    if found.per:
        return ("year",)
    habit = found.moment.period is not None and found.moment.period.endswith("..") and not found.summed
    if found.year is None and (habit or not found.running) and not (found.lead and found.moment.period):
        return (None, "year")
    return (None,)
