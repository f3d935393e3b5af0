"""The files of a new register: rows, descriptor, what can be asked, names for readers, words."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.headers import load_headers
from tahqiq.catalog.schema import ALL
from tahqiq.record.making.derived import LANGUAGES, derived, per_head, summed, title_of
from tahqiq.record.making.names import other_names
from tahqiq.record.making.plan import Measure, Plan, no_places
from tahqiq.record.making.words import Spoken

ROWS = "figures"
"""The resource with the rows of the table."""
KNOWN = {
    "year": "make_date(year, 12, 31)",
    "month": "last_day(CAST(month || '-01' AS DATE))",
    "date": "date",
}
EARLY = 366
"""An article may tell of a figure within the year it is of."""
WITHIN = {"year": "make_date(year, 7, 1)", "month": "CAST(month || '-15' AS DATE)", "date": "date"}
"""By the time of a row: the day from which its figure is known, and a day within its time."""


@dataclass(frozen=True, slots=True)
class About:
    """What only its maker knows of a table: its title by language, its source, the day its figures are of."""

    titles: Mapping[str, str]
    publisher: str
    licence: str
    as_of: date
    url: str | None = None
    made_on: date | None = None


def write_register(plan: Plan, about: About, spoken: Spoken, folder: Path) -> None:
    """Write every file of the register into its folder."""
    (folder / "data").mkdir(parents=True)
    _rows(plan, folder / "data" / f"{ROWS}.csv")
    _json(folder / "datapackage.json", _package(plan, about))
    _yaml(folder / "register.yml", _register(plan, about))
    _yaml(folder / "sources.yml", {"table": _source(about)})
    _yaml(folder / "corrections.yml", [])
    _yaml(folder / "concepts.yml", {"concepts": spoken.concepts})
    for code in LANGUAGES:
        _yaml(folder / f"lexemes.{code}.yml", {"lexemes": spoken.lexemes[code]})
        _yaml(folder / f"vocab.{code}.yml", {"labels": _labels(plan, about, code)})
    _yaml(folder / "frames.yml", {"frames": spoken.frames})


def _yaml(path: Path, value: Any) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")


def _json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _rows(plan: Plan, path: Path) -> None:
    fields = ["row", *_keys(plan), *(m.id for m in plan.measures if not m.counted), "sources"]
    with path.open("w", encoding="utf-8", newline="") as target:
        table = csv.DictWriter(target, fields, lineterminator="\n")
        table.writeheader()
        seen: dict[str, int] = {}
        for row in plan.rows:
            key = "-".join(str(row[k]) for k in _keys(plan)) or "1"
            seen[key] = seen.get(key, 0) + 1
            name = key if seen[key] == 1 else f"{key}#{seen[key]}"
            figures = {m.id: format(row[m.id], "f") for m in plan.measures if m.id in row}
            table.writerow({"row": name, **{k: row[k] for k in _keys(plan)}, **figures, "sources": "table"})


def _keys(plan: Plan) -> list[str]:
    return [*(d.id for d in plan.dimensions), *([plan.time] if plan.time else [])]


def _package(plan: Plan, about: About) -> dict[str, Any]:
    types = {"year": "integer", "date": "date"}
    fields: list[dict[str, Any]] = [{"name": "row", "type": "string", "constraints": {"required": True}}]
    fields += [{"name": k, "type": types.get(k, "string"), "constraints": {"required": True}} for k in _keys(plan)]
    fields += [{"name": m.id, "type": "number"} for m in plan.measures if not m.counted]
    fields += [{"name": "sources", "type": "string", "constraints": {"required": True}}]
    resource = {
        "name": ROWS,
        "path": f"data/{ROWS}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"primaryKey": ["row"], "fields": fields},
    }
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": plan.name,
        "title": about.titles["en"],
        "sources": [{"title": about.publisher, "path": "sources.yml"}],
        "resources": [resource],
    }


def _source(about: About) -> dict[str, Any]:
    told = {"title": about.titles["en"], "publisher": about.publisher, "licence": about.licence}
    return told | ({"url": about.url} if about.url else {}) | ({"accessed": about.made_on} if about.made_on else {})


def _register(plan: Plan, about: About) -> dict[str, Any]:
    first, last = _coverage(plan, about)
    return {
        "id": plan.name,
        "version": about.as_of.strftime("%Y.%m"),
        "title": dict(about.titles),
        "grain": dict(load_headers()["grain"]),
        "complete": plan.complete,
        "coverage": {"from": first, "to": last},
        "own_ids": True,
        "announced": EARLY if plan.time == "year" else 0,
        "tables": {f"{m.id}_rows": _select(plan, m, first) for m in plan.measures},
        "dimensions": dict(_dimensions(plan)),
        "measures": dict(_measures(plan)),
        "ratios": dict(per_head(plan)),
        "shown": {f"{m.id}_rows": [*_keys(plan), "value"] for m in plan.measures},
    }


def _coverage(plan: Plan, about: About) -> tuple[date, date]:
    """The days that the rows reach; of a table without time the year up to the day its figures are of."""
    if plan.time is None:
        return about.as_of.replace(year=about.as_of.year - 1, day=min(about.as_of.day, 28)), about.as_of
    times = sorted(str(row[plan.time]) for row in plan.rows)
    if any(m.counted for m in plan.measures):  # what is counted may go on being so until the day the table is of
        return date.fromisoformat((times[0] + "-01-01")[:10]), about.as_of
    first = date.fromisoformat((times[0] + "-01-01")[:10])
    return first, bounds(times[-1])[1]


def _select(plan: Plan, measure: Measure, first: date) -> str:
    """The rows of a measure as SQL: those that have a figure, and the sums over all values of a dimension."""
    known = KNOWN[plan.time] if plan.time else f"DATE '{first.isoformat()}'"
    within = WITHIN[plan.time] if plan.time else f"DATE '{first.isoformat()}'"
    times = f"{plan.time}, " if plan.time else ""
    keys = "".join(f"{d.id}, " for d in plan.dimensions)
    value = "1" if measure.counted else measure.id
    rows = f"SELECT row, {keys}{times}{value} AS value, sources FROM {ROWS} WHERE {value} IS NOT NULL"
    if summed(plan, measure):
        rows += "".join(f"\nUNION ALL {part}" for part in _sums(plan, measure))
    shown = f"CAST({plan.time} AS VARCHAR) AS {plan.time}, " if plan.time else ""
    return f"SELECT row, {keys}{shown}value, sources, {known} AS known, {within} AS within\nFROM ({rows})\n"


def _sums(plan: Plan, measure: Measure) -> Iterator[str]:
    """One SELECT for each set of dimensions that are summed over, but not for all of them."""
    names = [d.id for d in plan.dimensions]
    for bits in range(1, 2 ** len(names) - 1):
        gone = [n for at, n in enumerate(names) if bits >> at & 1]
        kept = [n for n in names if n not in gone] + ([plan.time] if plan.time else [])
        keyed = [*names, *([plan.time] if plan.time else [])]
        row = " || '-' || ".join(f"CAST({n} AS VARCHAR)" if n in kept else f"'{ALL}'" for n in keyed)
        keys = ", ".join(n if n in kept else f"'{ALL}'" for n in names)
        times = f"{plan.time}, " if plan.time else ""
        yield (
            f"SELECT {row}, {keys}, {times}sum({measure.id}), 'table' FROM {ROWS} WHERE {measure.id} IS NOT NULL"
            f" GROUP BY {', '.join(kept)}"
        )


def _dimensions(plan: Plan) -> Iterator[tuple[str, dict[str, Any]]]:
    for dimension in plan.dimensions:
        vocabulary = {"vocabulary": "places"} if dimension.places else {}
        yield dimension.id, {"title": title_of(dimension), **vocabulary}
    if plan.time:
        begins = {"year_begins": {1: "01-01"}} if plan.time == "year" else {}
        yield plan.time, {"title": dict(load_headers()["times"][plan.time]), **begins}


def _measures(plan: Plan) -> Iterator[tuple[str, dict[str, Any]]]:
    names = [d.id for d in plan.dimensions]
    for measure in plan.measures:
        timed = [plan.time] if plan.time else []
        yield (
            measure.id,
            {
                "title": title_of(measure),
                "unit": measure.unit,
                "aggregate": "count" if measure.counted else "row",
                "value": "value",
                "table": f"{measure.id}_rows",
                "date": "known",
                "period": "within",
                "dimensions": [*names, *timed],
                "needs": names,
                "axes": [],
            },
        )
        yield from derived(plan, measure)


def _phrase(plan: Plan, measure: Measure, code: str) -> str:
    """A measure asked, in words: whom it is of, and when."""
    words = load_headers()["phrase"][code]
    who = words["between"].join(f"[{{{d.id}}}|{words['nobody']}]" for d in plan.dimensions)
    when = f"[{words['when'].format(time='{' + plan.time + '}')}]" if plan.time and not measure.counted else ""
    return f"{title_of(measure)[code]}{words['of']}{who}{when}" if who else f"{title_of(measure)[code]}{when}"


def _labels(plan: Plan, about: About, code: str) -> dict[str, Any]:
    """Names for readers in one language."""
    units = load_headers()["units"]
    named: dict[str, Any] = {
        "phrases": {m.id: _phrase(plan, m, code) for m in plan.measures},
        "measures": {m.id: title_of(m)[code] for m in plan.measures},
        "dimensions": {d.id: title_of(d)[code] for d in plan.dimensions},
        "units": {m.unit: dict(units[m.unit]["names"][code]) for m in plan.measures if m.unit in units},
    }
    for dimension in plan.dimensions:
        values = no_places(plan, dimension)
        told = {v: dimension.names.get(code, {}).get(v) or other_names(v, dimension).get(code) for v in values}
        told = {v: n or v for v, n in told.items()} if dimension.places else told
        names = {v: n for v, n in told.items() if n and (n != v or dimension.places)}
        if any(summed(plan, m) for m in plan.measures):
            names[ALL] = load_headers()["all"][code]
        if plan.whole:
            names[ALL] = load_headers()["whole"]["names"][code]
        if names:
            named["places" if dimension.places else dimension.id] = names
    return named
