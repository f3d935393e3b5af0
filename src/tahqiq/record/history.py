"""What changed in the data, and when: in the record that ships, and in the versions that were made of it here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tahqiq.catalog.version import ABOUT, DATA, NEWEST, SHIPPED, chosen, find

KINDS = ("added", "changed", "gone")
SHIPPED_CHANGES = DATA / "changes.json"
"""The changes of the record that ships, written from the history of its repository (`make changes`)."""
Tables = Mapping[str, Mapping[str, int]]
"""By table, how many rows were added, changed, and are gone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one register's data became on a day (ISO): its version then, and its tables. `why`: in words, if any."""

    day: str
    register: str
    version: str
    tables: Tables
    why: tuple[str, ...] = ()

    def count(self, kind: str) -> int:
        """How many rows of the register were added, changed, or are gone."""
        return sum(table[kind] for table in self.tables.values())


def history() -> list[Entry]:
    """Every change up to the version that is read, the newest first."""
    return [*_made(chosen()), *shipped()]


def shipped() -> list[Entry]:
    """The changes of the record that ships, the newest first."""
    told = json.loads(SHIPPED_CHANGES.read_text("utf-8"))
    return [
        Entry(day["day"], name, of["version"], of["tables"], tuple(day["why"]))
        for day in told
        for name, of in day["registers"].items()
    ]


def _made(version: str | None) -> Iterator[Entry]:
    """The changes of a version made here and of those it was made from, the newest first."""
    while version not in (None, SHIPPED, NEWEST):
        about = json.loads((find(str(version)) / ABOUT).read_text("utf-8"))
        day = about["made"][:10]
        for name in about["renewed"]:
            yield Entry(day, name, day.replace("-", "."), about["registers"][name]["changes"])
        version = about["base"]
