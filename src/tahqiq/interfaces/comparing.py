"""`tahqiq record diff`: what tells two versions of the record apart, and what that does to figures and past reports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from tahqiq.catalog.folders import VARIABLE
from tahqiq.catalog.version import SETTING, find
from tahqiq.errors import InputError, RecordError
from tahqiq.interfaces.differing import read_report
from tahqiq.interfaces.helping import answer_language
from tahqiq.interfaces.telling import ui_language
from tahqiq.record.changes import Change, TableChanges, changes
from tahqiq.reporting.words.messages import Messages, load_messages
from tahqiq.reporting.words.values import quantity

KINDS = ("added", "changed", "gone")
SIGNS = dict(zip(KINDS, "+~-", strict=True))
Pair = tuple[Any, Any]
"""What was, and what is; None where there was, or is, nothing."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows by register and table; figures by their question; claims of past reports (report, id, quote) by verdict.

    `judged` is how many claims were judged by both versions, `skipped` the files that hold no report to judge anew.
    """

    tables: Mapping[str, list[TableChanges]]
    figures: Mapping[str, Pair]
    claims: Mapping[tuple[str, str, str], Pair]
    judged: int
    skipped: tuple[str, ...]


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--reports", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--show", type=click.IntRange(0), default=5, show_default=True)
@answer_language
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]))
def diff(old: str, new: str, reports: Path | None, show: int, lang: str | None, form: str | None) -> int:
    """Compare two versions of the record: rows added, changed and gone, and the figures that this changes.

    \b
    tahqiq record diff shipped newest
    tahqiq record diff shipped newest --reports reports/
    """
    found = difference(find(old), find(new), reports)
    if (form or ("text" if sys.stdout.isatty() else "json")) == "json":
        click.echo(json.dumps(to_json(found), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_told(found, load_messages(lang or ui_language()), show)))
    return 0


def difference(old: Path, new: Path, reports: Path | None = None) -> Difference:
    """Compare two versions by their folders. RecordError where one of them cannot be asked."""
    names = sorted({path.parent.name for side in (old, new) for path in (side / "records").glob("*/datapackage.json")})
    tables = {name: changes(old / "records" / name, new / "records" / name) for name in names}
    tables = {name: listed for name, listed in tables.items() if listed}
    before, now = (_asked(side, "tahqiq.record.cells", *tables) if tables else {} for side in (old, new))
    figures = {key: (before.get(key), now.get(key)) for key in (*now, *before) if before.get(key) != now.get(key)}
    files, skipped = _reports(reports)
    judged = [_asked(side, "tahqiq.interfaces.rejudging", *files) if files else {} for side in (old, new)]
    lost = [name for name in files if None in (judged[0][name], judged[1][name])]
    claims = {
        (name, claim["id"], claim["quote"]): tuple(side[name].get(claim["id"], {}).get("verdict") for side in judged)
        for name in files
        if name not in lost
        for claim in files[name]["claims"]
    }
    other: dict[tuple[str, str, str], Pair] = {key: (a, b) for key, (a, b) in claims.items() if a != b}
    return Difference(tables, figures, other, len(claims), (*skipped, *lost))


def _reports(folder: Path | None) -> tuple[dict[str, dict[str, Any]], tuple[str, ...]]:
    """The reports of a folder by file, and the JSON files that are none."""
    found, others = {}, []
    for path in sorted(folder.rglob("*.json")) if folder else ():
        try:
            found[str(path)] = read_report(path)
        except InputError:
            others.append(str(path))
    return found, tuple(others)


def _asked(version: Path, module: str, *words: str) -> dict[str, Any]:
    """What a module prints in a process that reads a version: one process knows one version."""
    path = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, SETTING: str(version), "PYTHONPATH": path}
    environment.pop(VARIABLE, None)
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        problem = (done.stderr.strip().splitlines() or [""])[-1]
        raise RecordError("version_unreadable", name=version.name, problem=problem)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def to_json(found: Difference) -> dict[str, Any]:
    """All of a difference as plain JSON values."""
    return {
        "rows": {
            name: {t.table: [{"key": c.key, "before": c.before, "now": c.now} for c in t.rows] for t in listed}
            for name, listed in found.tables.items()
        },
        "figures": [{"ask": key, "before": a, "now": b} for key, (a, b) in found.figures.items()],
        "claims": [
            {"report": report, "id": name, "quote": quote, "before": a, "now": b}
            for (report, name, quote), (a, b) in found.claims.items()
        ],
        "claims_judged": found.judged,
        "skipped": list(found.skipped),
    }


def counted(tables: list[TableChanges], messages: Messages) -> dict[str, str]:
    """How many rows of a register were added, changed, and are gone, in words."""
    return {kind: quantity(messages, sum(t.count(kind) for t in tables), "rows") for kind in KINDS}


def _told(found: Difference, messages: Messages, show: int) -> Iterator[str]:
    say = messages.format
    if not found.tables:
        yield say("diff-same")
    for name, tables in found.tables.items():
        yield say("diff-register", register=name, **counted(tables, messages))
        for table in tables:
            for kind in KINDS:
                rows = [change for change in table.rows if change.kind == kind]
                yield from _some([_row(table.table, change, messages) for change in rows], show, messages)
    if found.tables:
        yield say("diff-figures", count=len(found.figures))
        ordered = sorted(found.figures.items(), key=lambda item: None in item[1])  # what changed before what is new
        yield from _some([_pair(key, *pair, messages) for key, pair in ordered], show, messages)
    if found.judged:
        yield say("diff-claims", count=len(found.claims), judged=found.judged)
        yield from _some(
            [_verdicts(*key, *pair, messages) for key, pair in found.claims.items()], len(found.claims), messages
        )
    for path in found.skipped:
        yield say("diff-skipped", path=path)


def _some(lines: list[str], show: int, messages: Messages) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:show])
    if len(lines) > show:
        yield "  " + messages.format("diff-more", count=len(lines) - show)


def _row(table: str, change: Change, messages: Messages) -> str:
    key = f"{SIGNS[change.kind]} {table} {'/'.join(change.key)}"
    if change.before is not None and change.now is not None:
        parts = [f"{column}: {change.before[column]} -> {said}" for column, said in change.now.items()]
    else:
        parts = [f"{column}={said}" for column, said in (change.before or change.now or {}).items() if said]
    return messages.isolated(f"{key}  {', '.join(parts)}")


def _pair(key: str, before: float | None, now: float | None, messages: Messages) -> str:
    a, b = (
        "-" if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,g}" for value in (before, now)
    )
    return messages.isolated(f"{key}  {a} -> {b}")


def _verdicts(report: str, name: str, quote: str, before: str, now: str, messages: Messages) -> str:
    a, b = (messages.format(f"verdict-{verdict}") for verdict in (before, now))
    return messages.format("diff-claim", report=Path(report).name, id=name, quote=quote, before=a, now=b)
