"""What every `build.py` needs: its folder, rows read and written, corrections applied with their guards."""

from __future__ import annotations

import argparse
import csv
import gzip
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from tahqiq.catalog.places import load_names, load_places
from tahqiq.errors import RecordError

Row = dict[str, Any]


def folder_given(about: str | None) -> Path:
    """The folder of `--from`, for a `build.py` that takes nothing else; `about` is its docstring."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="folder that holds the source files")
    folder: Path = parser.parse_args().folder
    return folder


def read(path: Path) -> list[Row]:
    """The rows of a CSV file, packed with gzip or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def load(path: Path) -> Any:
    """A YAML file."""
    return yaml.safe_load(path.read_text("utf-8"))


def write(path: Path, rows: Sequence[Mapping[str, Any]], fields: Sequence[str] = ()) -> None:
    """One resource: the fields named, or those of the first row. What rows hold besides is left out."""
    with path.open("w", encoding="utf-8", newline="") as target:
        table = csv.DictWriter(target, list(fields or rows[0]), lineterminator="\n", extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)


def mend(rows: Mapping[str, Row], fixes: Iterable[Row]) -> None:
    """Put right what the corrections name; `attested` joins the row's sources. A row that no longer errs stops it."""
    for fix in fixes:
        row, field = rows[fix["row"]], fix["field"]
        if str(row[field]) != str(fix["guard"]):
            raise RecordError("source_changed", row=fix["row"], field=field, found=row[field], guard=fix["guard"])
        row[field] = fix["to"]
        row["sources"] = joined(row.get("sources"), fix.get("attested"))


def joined(*sources: str | None) -> str:
    """Source ids, each once, in the order given."""
    listed = (s for part in sources for s in (part or "").split(";"))
    return ";".join(dict.fromkeys(s for s in listed if s))


def codes_by_name() -> dict[str, str]:
    """The code of every place by its English names, in small letters."""
    places = load_names("en")["places"].items()
    return {str(term).lower(): code for code, place in places for term in (place["name"], *place["terms"])}


def write_world_bank(register: Path, folder: Path) -> None:
    """The World Bank's figures of a register by state and year, and the world's sum by year as a second witness.

    Both files have the register's name. Groups of states and the territories that coding.yml names are no places and
    are left out; any other code without a place stops the build.
    """
    rows, world = world_bank_rows(folder, register.name, load(register / "coding.yml"))
    write(register / "data" / f"{register.name}.csv", sorted(rows, key=lambda r: (r["country"], r["year"])))
    write(register / "data" / "witness_world.csv", sorted(world, key=lambda r: r["year"]))


def world_bank_rows(folder: Path, name: str, coding: Row) -> tuple[list[Row], list[Row]]:
    """The figures of states by year, and those of the world; a code that coding does not name stops the build."""
    places = load_places()["places"]
    rows: list[Row] = []
    world: list[Row] = []
    for line in read(folder / "world_bank" / f"{name}.csv"):
        code = line["Country Code"]
        told = {"year": line["Year"], "value": round(float(line["Value"])), "sources": coding["source"]}
        if code == coding["world"]:
            world.append(told)
        elif code in places:
            rows.append({"country": code, **told})
        elif code not in coding["groups"] and code not in coding["territories"]:
            raise SystemExit(f"{code} ({line['Country Name']}) is no place, no group and no territory left out")
    return rows, world
