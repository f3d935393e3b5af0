"""Whether a register keeps its own rules: schema, expressions, vocabularies, sources, assertions, cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from tahqiq.catalog.places import load_places
from tahqiq.catalog.registers import Measure, Register, definition_id, definitions
from tahqiq.errors import RecordError
from tahqiq.model import Reading
from tahqiq.record.answers import answers, series_of
from tahqiq.record.gaps import FROM_THE_START
from tahqiq.record.semantics import rows_sql, total_sql
from tahqiq.record.store import resources, select
from tahqiq.record.windows import value_at, windows

CLOSE = 0.0005
"""Relative difference up to which two reckonings of a sum are the same number."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many checks ran, and what failed."""

    checks: int
    problems: tuple[str, ...]


def validate(register: Register) -> Outcome:
    """Run every check. Nothing is raised for a broken rule: problems are told."""
    problems: list[str] = []
    checks = 0
    for step in (_package, _expressions, _vocabularies, _sources, _assertions, _cases):
        for problem in step(register):
            checks += 1
            if problem is not None:
                problems.append(problem)
    return Outcome(checks, tuple(problems))


Checks = Iterator[str | None]


def _package(register: Register) -> Checks:
    """The data package under frictionless, where it is installed."""
    try:
        from frictionless import Package, system
    except ImportError:
        return
    with system.use_context(trusted=True):
        report = Package(str(register.folder / "datapackage.json")).validate()
    errors = report.flatten(["message"])
    yield f"datapackage: {errors[0][0]}" if errors else None


def _expressions(register: Register) -> Checks:
    """Every definition of every measure explains itself to the database."""
    for measure in register.measures.values():
        if measure.derive:
            continue
        for choices in definitions(measure, register, frozenset(measure.dimensions)):
            sql, values = rows_sql(register, measure, {}, choices)
            try:
                select(register, f"EXPLAIN {total_sql(measure, sql)}", values)
                yield None
            except RecordError as problem:
                yield f"{measure.id} {definition_id(choices)}: {problem.details['problem']}"


def _vocabularies(register: Register) -> Checks:
    """Places that dimensions hold are known places."""
    known = set(load_places()["places"])
    for dimension in register.dimensions.values():
        if dimension.vocabulary != "places":
            continue
        for table in _tables(register, dimension.bridge, dimension.id):
            found = select(
                register, f"SELECT DISTINCT {dimension.column} FROM {table} t WHERE {dimension.column} IS NOT NULL"
            )
            odd = sorted(str(r[0]) for r in found if str(r[0]) not in known)
            yield f"{dimension.id}: unknown places {', '.join(odd)}" if odd else None


def _tables(register: Register, bridge: str | None, dimension: str) -> set[str]:
    if bridge:
        return {bridge}
    return {
        f"({register.tables[m.table]})" if m.table in register.tables else m.table
        for m in register.measures.values()
        if dimension in m.dimensions
    }


def _sources(register: Register) -> Checks:
    """Every row names a source, and every source named is explained."""
    known = set(yaml.safe_load((register.folder / "sources.yml").read_text("utf-8")))
    for resource in resources(register.folder):
        fields = [f["name"] for f in resource.get("schema", {}).get("fields", ())]
        if "sources" not in fields:
            continue
        found = select(register, f"SELECT DISTINCT sources FROM {resource['name']}")
        named = {s for r in found for s in str(r[0] or "").split(";")}
        yield f"{resource['name']}: a row without a source" if "" in named else None
        odd = sorted(named - known - {""})
        yield f"{resource['name']}: sources not explained: {', '.join(odd)}" if odd else None


def _assertions(register: Register) -> Checks:
    """What register.yml says its measures give, by the compiled series and by SQL."""
    for stated in yaml.safe_load((register.folder / "register.yml").read_text("utf-8")).get("assertions", ()):
        yield check_assertion(register, stated)


def check_assertion(register: Register, stated: Mapping[str, Any]) -> str | None:
    """None when the assertion holds, else what differs."""
    measure = register.measures[stated["measure"]]
    reading = _reading(register, measure, stated)
    when = date.fromisoformat(str(stated.get("as_of", register.end)))
    period = (_day(stated.get("since")), _day(stated.get("until")))
    first = answers(reading, when, period=period)[0]
    target, tolerance = stated["value"], float(stated.get("tolerance", 0))
    label = f"{measure.id} {dict(reading.filters)} {dict(reading.choices)}"
    if "holds" in stated:
        steps = series_of(reading, first.choices, period).steps
        held = _told(windows(steps, lambda v: v == target))
        wanted = _told(stated["holds"])
        return None if held == wanted else f"{label}: {target} holds {held}, not {wanted}"
    if abs(float(first.value) - target) > max(tolerance, CLOSE * abs(target) if measure.aggregate == "sum" else 0):
        return f"{label} as of {when}: {first.value}, not {target}"
    return (
        None if measure.derive else _by_sql(register, measure, reading, first.choices, when, period, first.value, label)
    )


def _told(spans: Iterable[Iterable[Any]]) -> list[list[str]]:
    return [[str(day) for day in span] for span in spans]


def _by_sql(
    register: Register,
    measure: Measure,
    reading: Reading,
    choices: Mapping[str, str],
    when: date,
    period: tuple[date | None, date | None],
    value: Any,
    label: str,
) -> str | None:
    """The same number on the other road."""
    sql, values = rows_sql(register, measure, reading.filters, choices, when, period)
    found = select(register, total_sql(measure, sql), values)[0][0] or 0
    if abs(float(found) - float(value)) > CLOSE * abs(float(value)):
        return f"{label}: series give {value}, SQL gives {found}"
    return None


def _reading(register: Register, measure: Measure, stated: Mapping[str, Any]) -> Reading:
    filters = {
        k: tuple(map(str, v)) if isinstance(v, list) else (str(v),) for k, v in stated.get("filters", {}).items()
    }
    choices = {k: (str(v),) for k, v in stated.get("choices", {}).items()}
    of = {k: (str(v),) for k, v in stated["of"].items()} if "of" in stated else None
    return Reading(register.id, measure.id, filters, choices, of=of)


def _day(text: Any) -> date | None:
    from tahqiq.catalog.dates import parse_day

    return parse_day(str(text)) if text else None


def _cases(register: Register) -> Checks:
    """The questions of cases.yml."""
    path = register.folder / "cases.yml"
    cases = yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}
    for case in (cases or {}).get("questions", ()):
        yield from check_question(register, case)


def check_question(register: Register, case: Mapping[str, Any]) -> Checks:
    """A question of cases.yml: the values under named definitions, or that nothing reproduces a figure."""
    measure = register.measures[case["ask"]]
    reading = _reading(register, measure, case)
    when = date.fromisoformat(str(case.get("as_of", register.end)))
    period = (_day(case.get("since")), _day(case.get("until")))
    found = answers(reading, when, period=period)
    for name, target in case.get("values", {}).items():
        values = {a.value for a in found if any(_names(name, d) for d in (a.definition, *a.same))}
        near = any(abs(float(v) - target) <= CLOSE * abs(target) for v in values)
        yield (
            None
            if near
            else f"{measure.id} {dict(reading.filters)} {name} as of {when}: {sorted(values)}, not {target}"
        )
    if case.get("reproduced_by") == "none":
        held = [a.definition for a in found if _ever(reading, a.choices, period, case["stated"], when)]
        yield f"{measure.id} {dict(reading.filters)}: {case['stated']} is given by {held}" if held else None


def _names(name: str, definition: str) -> bool:
    return name == definition or name in definition.split("/")


def _ever(reading: Reading, choices: Mapping[str, str], period: Any, stated: float, when: date) -> bool:
    steps = series_of(reading, choices, period or FROM_THE_START).steps
    return any(v == stated for d, v in steps if d <= when.toordinal()) or value_at(steps, when) == stated
