"""`tahqiq diff`, and `tahqiq check --since`: what an edit mended, left, and brought in."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from tahqiq.errors import InputError
from tahqiq.interfaces.helping import answer_language
from tahqiq.interfaces.telling import ui_language
from tahqiq.reading.local_file import read_file
from tahqiq.reporting.report.changes import ChangeView, tell_changes
from tahqiq.reporting.report.compare import compare, to_json
from tahqiq.reporting.words.messages import Messages, load_messages

OLD = click.Path(path_type=Path)


@click.command()
@click.argument("old", type=OLD)
@click.argument("new", type=OLD)
@answer_language
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]))
def diff(old: Path, new: Path, lang: str | None, form: str | None) -> int:
    """Compare two reports (JSON) of an article, from before and after an edit; the last call below does it in one step.

    \b
    tahqiq check draft.txt -o old.json
    tahqiq check edited.txt -o new.json
    tahqiq diff old.json new.json
    tahqiq check edited.txt --since old.json
    """
    form = form or ("text" if sys.stdout.isatty() else "json")
    click.echo(changes(read_report(old), read_report(new), form, lang or ui_language()))
    return 0


def read_report(path: Path) -> dict[str, Any]:
    """The JSON of one report. InputError `not_a_report` when the file holds none."""
    try:
        found = json.loads(read_file(path))
    except (ValueError, RecursionError) as problem:
        raise InputError("not_a_report", source=str(path)) from problem
    if not isinstance(found, dict) or "tahqiq" not in found or not isinstance(found.get("claims"), list):
        raise InputError("not_a_report", source=str(path))
    return found


def changes(old: Mapping[str, Any], new: Mapping[str, Any], form: str, language: str) -> str:
    """What has changed between two reports (their JSON forms), in words or as JSON."""
    comparison = compare(old, new)
    if form == "json":
        return json.dumps(to_json(comparison), ensure_ascii=False, indent=1)
    told = tell_changes(comparison, language)
    messages = load_messages(language)
    if not told.lines:
        return messages.format("changes-none")
    return "\n".join([*told.counts, "", *(_line(change, messages) for change in told.lines)])


def _line(change: ChangeView, messages: Messages) -> str:
    words = " -> ".join(dict.fromkeys(part for part in (change.before, change.now) if part))
    lines = [f"{change.name}: {words}", *filter(None, [change.why])]
    if change.correction:
        lines.append(messages.format("claim-filter", name=messages.format("claim-correction"), value=change.correction))
    return "\n  ".join(lines)
