"""What a register says that it gives, asked of it: its assertions and the questions of its cases, on two roads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from tahqiq.catalog.models.base import Folder
from tahqiq.catalog.models.cases import Cases, Question
from tahqiq.catalog.models.check import Checked, check_file
from tahqiq.catalog.models.evidence import Assertion
from tahqiq.catalog.models.marks import Trail
from tahqiq.catalog.models.register import RegisterFile
from tahqiq.catalog.registers import Measure, Register
from tahqiq.errors import Flaw
from tahqiq.model import Answer, Reading
from tahqiq.record.answers import answers, series_of
from tahqiq.record.gaps import Period
from tahqiq.record.semantics import rows_sql, total_sql
from tahqiq.record.store import select
from tahqiq.record.windows import value_at, windows

CLOSE = 0.0005
"""Relative difference up to which two reckonings of a sum are the same number."""
Checks = Iterator[Flaw | None]
"""One for each check: what is wrong, or None."""


def check_assertions(register: Register) -> Checks:
    """What `register.yml` says its measures give, by the compiled series and by SQL."""
    file = check_file(register.folder / "register.yml", RegisterFile)
    for at, stated in enumerate(file.sound.assertions):
        yield _Asked(register, file, ("assertions", at), stated.measure, stated).asserted(stated)


def check_questions(register: Register) -> Checks:
    """The questions of `cases.yml`: values under named definitions, or that nothing reproduces a figure."""
    path = register.folder / "cases.yml"
    if not path.exists():
        return
    asked = {name: measure.dimensions for name, measure in register.measures.items()}
    file = check_file(path, Cases, Folder(register.folder, asked, frozenset(register.dimensions)))
    for at, question in enumerate(file.sound.questions):
        yield from _Asked(register, file, ("questions", at), question.ask, question).answered(question)


class _Asked:
    """One question to a measure, its answers, and the place in a file where it stands."""

    def __init__(
        self, register: Register, file: Checked[Any], trail: Trail, measure: str, asked: Assertion | Question
    ) -> None:
        self.register, self.file, self.trail = register, file, trail
        self.measure: Measure = register.measures[measure]
        self.reading = Reading(
            register=register.id,
            measure=measure,
            filters={name: tuple(values) for name, values in asked.filters.items()},
            choices={axis: (choice,) for axis, choice in asked.choices.items()},
            of={name: tuple(values) for name, values in asked.of.items()} or None,
        )
        self.when: date = asked.as_of or register.end
        self.period: Period = (asked.since, asked.until)
        self.found: Sequence[Answer] = answers(self.reading, self.when, period=self.period)

    def flaw(self, code: str, **details: Any) -> Flaw:
        """What is wrong, where the question stands."""
        return self.file.flaw(self.trail, code, measure=self.measure.id, **details)

    def asserted(self, stated: Assertion) -> Flaw | None:
        """The first answer gives the value, in just those stretches of days, and so does SQL."""
        first, target = self.found[0], stated.value
        if stated.holds is not None:
            held = windows(self._steps(first.choices), lambda v: v == target)
            if _spans(held) == _spans(stated.holds):
                return None
            return self.flaw("other_windows", stated=target, value=_spans(held), wanted=_spans(stated.holds))
        allowed = max(stated.tolerance, CLOSE * abs(target) if self.measure.aggregate == "sum" else 0)
        if abs(float(first.value) - target) > allowed:
            return self.flaw("other_value", stated=target, value=str(first.value), as_of=self.when)
        return None if self.measure.derive else self._by_sql(first)

    def _by_sql(self, first: Answer) -> Flaw | None:
        """The same number on the other road."""
        sql, values = rows_sql(self.register, self.measure, self.reading.filters, first.choices, self.when, self.period)
        rows = select(self.register, total_sql(self.measure, sql), values)
        found = float(rows[0][0] or 0) if rows else 0.0
        near = abs(found - float(first.value)) <= CLOSE * abs(float(first.value))
        return None if near else self.flaw("two_values", value=str(first.value), other=str(found))

    def answered(self, question: Question) -> Checks:
        """Every value named is given under its definition; a figure that nothing gives is given by nothing."""
        for name, target in question.values.items():
            values = {float(a.value) for a in self.found if any(_names(name, d) for d in (a.definition, *a.same))}
            near = any(abs(value - target) <= CLOSE * abs(target) for value in values)
            told = ", ".join(map(str, sorted(values)))
            yield None if near else self.flaw("other_value", stated=target, value=told or name, as_of=self.when)
        if question.reproduced_by == "none" and question.stated is not None:
            held = [a.definition for a in self.found if self._ever(a.choices, question.stated)]
            yield self.flaw("reproduced", stated=question.stated, value=", ".join(held)) if held else None

    def _ever(self, choices: Mapping[str, str], stated: float) -> bool:
        steps = self._steps(choices)
        return any(v == stated for d, v in steps if d <= self.when.toordinal()) or value_at(steps, self.when) == stated

    def _steps(self, choices: Mapping[str, str]) -> Any:
        return series_of(self.reading, choices, self.period).steps


def _names(name: str, definition: str) -> bool:
    return name == definition or name in definition.split("/")


def _spans(spans: Iterable[Iterable[date | None]]) -> str:
    return ", ".join("/".join(day.isoformat() if day else ".." for day in span) for span in spans)
