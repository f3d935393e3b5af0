"""Whether a register keeps its own rules: models, data package, expressions, places, sources, assertions, cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tahqiq.catalog.models.check import Checked, check_file, shown
from tahqiq.catalog.models.files import REGISTER, check_folder
from tahqiq.catalog.models.register import RegisterFile
from tahqiq.catalog.places import load_places
from tahqiq.catalog.registers import Register, definition_id, definitions, folders, load_registers
from tahqiq.catalog.schema import ALL
from tahqiq.catalog.sources import load_sources
from tahqiq.catalog.vocabularies import load_vocabularies
from tahqiq.errors import Flaw, RecordError
from tahqiq.record.expected import Checks, check_assertions, check_questions
from tahqiq.record.semantics import rows_sql, total_sql
from tahqiq.record.store import resources, select
from tahqiq.record.witnesses import agreements

PACKAGE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many checks ran, and what is wrong."""

    checks: int
    flaws: tuple[Flaw, ...]


def validate(name: str) -> Outcome:
    """Run every check on a register. What breaks a rule is told, not raised; rows are asked only of a sound folder."""
    files = folders()[name]
    _, broken = check_folder(files)
    if broken or name not in load_registers():
        return Outcome(len(files), broken)
    found = list(_asked(load_registers()[name]))
    return Outcome(len(files) + len(found), tuple(flaw for flaw in found if flaw))


def _asked(register: Register) -> Checks:
    """Each step while what it stands on holds: no expression over tables that cannot be read, no number without one."""
    file = check_file(register.folder / REGISTER, RegisterFile)
    for step in (_package(register), _expressions(register, file)):
        found = list(step)
        yield from found
        if any(found):
            return
    yield from _vocabularies(register, file)
    yield from _sources(register)
    yield from check_assertions(register)
    yield from _witnesses(register, file)
    yield from check_questions(register)


def _package(register: Register) -> Checks:
    """The data package under frictionless, where it is installed; that its files can be read in any case."""
    path = register.folder / PACKAGE
    try:
        for resource in resources(register.folder):
            select(register, f"SELECT count(*) FROM {resource['name']}")
        yield from _frictionless(register)
    except RecordError as problem:
        yield Flaw(shown(path), 1, "broken_package", {"problem": _line(problem.details["problem"])})
    except (OSError, ValueError, KeyError) as problem:
        yield Flaw(shown(path), 1, "broken_package", {"problem": _line(f"{type(problem).__name__}: {problem}")})


def _frictionless(register: Register) -> Checks:
    try:
        from frictionless import Package, system
    except ImportError:
        return
    path = register.folder / PACKAGE
    with system.use_context(trusted=True):
        errors = Package(str(path)).validate().flatten(["message"])
    yield Flaw(shown(path), 1, "broken_package", {"problem": _line(errors[0][0])}) if errors else None


def _expressions(register: Register, file: Checked[RegisterFile]) -> Checks:
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
                said = {"definition": definition_id(choices), "problem": _line(problem.details["problem"])}
                yield file.flaw(("measures", measure.id), "broken_expression", **said)


def _vocabularies(register: Register, file: Checked[RegisterFile]) -> Checks:
    """Places that dimensions hold are known places."""
    named = load_vocabularies("en").get(register.id, {}).get("places", {})
    known = {*load_places()["places"], *named, ALL}
    for dimension in register.dimensions.values():
        if dimension.vocabulary != "places":
            continue
        for table in _tables(register, dimension.bridge, dimension.id):
            found = select(
                register, f"SELECT DISTINCT {dimension.column} FROM {table} t WHERE {dimension.column} IS NOT NULL"
            )
            odd = sorted(str(r[0]) for r in found if str(r[0]) not in known)
            yield file.flaw(("dimensions", dimension.id), "unknown_places", places=", ".join(odd)) if odd else None


def _tables(register: Register, bridge: str | None, dimension: str) -> Iterator[str]:
    """The tables that hold a dimension."""
    if bridge:
        yield bridge
        return
    named = dict.fromkeys(m.table for m in register.measures.values() if dimension in m.dimensions)
    yield from (f"({register.tables[t]})" if t in register.tables else t for t in named)


def _sources(register: Register) -> Checks:
    """Every row names a source, and every source named is explained."""
    known = load_sources(register.id)
    for resource in resources(register.folder):
        if "sources" not in [f["name"] for f in resource.get("schema", {}).get("fields", ())]:
            continue
        file, named = shown(register.folder / resource["path"]), _named(register, resource["name"])
        yield Flaw(file, named[""], "row_without_source") if "" in named else None
        odd = sorted(named.keys() - known.keys() - {""})
        told = {"names": ", ".join(odd)}
        yield Flaw(file, min(named[s] for s in odd), "unexplained_sources", told) if odd else None


def _named(register: Register, table: str) -> dict[str, int]:
    """Every source that the rows of a table name, with the first line of its file that does (a head, then rows)."""
    found = select(register, f"SELECT sources, min(rowid) + 2 FROM {table} GROUP BY sources ORDER BY 2 DESC")
    return {source: line for sources, line in found for source in str(sources or "").split(";")}


def _witnesses(register: Register, file: Checked[RegisterFile]) -> Checks:
    """No second witness differs in more cells than the register owns up to."""
    for found in agreements(register):
        told = "; ".join(f"{'/'.join(c.key)} {c.ours} {c.theirs}" for c in found.differing[:3])
        details = {"compared": found.compared, "differing": len(found.differing), "allowed": found.allowed}
        yield None if found.holds else file.flaw(("witnesses", found.witness), "witness_differs", cells=told, **details)


def _line(text: str) -> str:
    """What a library says, on one line."""
    return " ".join(str(text).split()).rstrip(".")
