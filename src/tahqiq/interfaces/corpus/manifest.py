"""What made a corpus: versions, settings, counts. Written when a run begins and when it ends."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from tahqiq.catalog.registers import load_registers
from tahqiq.errors import InputError, UsageError
from tahqiq.interfaces.corpus.plan import Settings
from tahqiq.interfaces.corpus.tables import COLUMNS, TABLES
from tahqiq.reading.local_file import write_file
from tahqiq.release import __version__

NAME = "manifest.json"


def record_versions() -> str:
    """The version of every register, in one line."""
    return " ".join(f"{r.id}={r.version}" for r in load_registers().values())


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a corpus. InputError `no_corpus` where there is none."""
    try:
        found: dict[str, Any] = json.loads((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError) as problem:
        raise InputError("no_corpus", path=str(folder)) from problem
    return found


def begin(folder: Path, settings: Settings) -> None:
    """Write the manifest of a new corpus, or see that a run may add to the one there.

    UsageError `other_settings` or `other_versions` where its documents were checked otherwise.
    """
    if (folder / NAME).exists():
        known = read_manifest(folder)
        if known["settings_sha256"] != settings.digest():
            raise UsageError("other_settings", path=str(folder), known=json.dumps(known["settings"]))
        if (known["tahqiq"], known["record"]) != (__version__, record_versions()):
            raise UsageError("other_versions", path=str(folder), known=known["record"])
        return
    made = {"tahqiq": __version__, "record": record_versions(), "settings": asdict(settings)}
    write(folder, {**made, "settings_sha256": settings.digest(), "finished": False})


def finish(folder: Path, unreadable: Sequence[Mapping[str, str]], repeated: int, on: date) -> dict[str, Any]:
    """Add to the manifest what is in place now, and what of the source could not be read."""
    told = read_manifest(folder)
    told |= {"finished": not unreadable, "last_run": on.isoformat(), "counts": counts(folder)}
    told |= {"digests": digests(folder), "unreadable": list(unreadable), "repeated": repeated}
    write(folder, told)
    return told


def write(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest, whole or not at all."""
    write_file(folder / NAME, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")


def counts(folder: Path) -> dict[str, Any]:
    """How many rows each table has, how many documents were read, and how many claims have each verdict."""
    from tahqiq.interfaces.corpus.questions import open_corpus

    with open_corpus(folder) as asked:
        rows = {table: asked(f'SELECT count(*) FROM "{table}"')[0][0] for table in TABLES}
        read = asked("SELECT count(*) FROM documents WHERE read")[0][0]
        verdicts = dict(asked("SELECT verdict, count(*) FROM claims GROUP BY 1 ORDER BY 2 DESC, 1"))
    return {**rows, "read": read, "verdicts": verdicts}


def digests(folder: Path) -> dict[str, str]:
    """A digest of the rows of each table, in whatever order they stand: the same rows give the same digest."""
    from tahqiq.interfaces.corpus.questions import open_corpus

    with open_corpus(folder) as asked:
        return {table: f"{asked(_digest(table))[0][0] or 0:x}" for table in TABLES}


def _digest(table: str) -> str:
    columns = ", ".join(f'"{name}" := "{name}"' for name in COLUMNS[table])
    row = f"CAST(struct_pack({columns}) AS VARCHAR)"
    return f'SELECT bit_xor(md5_number({row})) FROM "{table}"'
