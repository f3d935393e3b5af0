"""What a run is to do: where the documents are, which columns name what, under which settings."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Literal, get_args

Form = Literal["files", "jsonl", "csv", "parquet", "warc"]
FORMS: tuple[Form, ...] = get_args(Form)
Engine = Literal["local", "ray"]
ENGINES: tuple[Engine, ...] = get_args(Engine)


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns of a table. All but the text may be absent from it."""

    text: str = "text"
    id: str = "id"
    day: str = "day"
    language: str = "language"
    outlet: str = "outlet"
    address: str = "address"


@dataclass(frozen=True, slots=True)
class Settings:
    """What settles the result beside the documents, the program and the record.

    `kind` and `language` are those of every document, found for each where None.
    """

    columns: Columns = field(default_factory=Columns)
    kind: str | None = None
    language: str | None = None

    def digest(self) -> str:
        """A hash that two runs share only if their settings are the same."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Plan:
    """A run. `since` leaves documents of earlier days out; `today` is the day of documents that tell none.

    `workers` is how many check at once on each machine, None: one for each processor.
    """

    settings: Settings
    today: date
    since: date | None = None
    workers: int | None = None


def digest(name: str) -> int:
    """What an id is known by where a million of them are held: 64 bits of its hash."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest())
