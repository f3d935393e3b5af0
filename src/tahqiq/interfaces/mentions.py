"""`tahqiq mentions`: JSON lines in, the mentions of each line out."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from tahqiq.catalog.dates import usable
from tahqiq.errors import UsageError
from tahqiq.interfaces.cli import standard_input
from tahqiq.reading.limits import LIMITS

if TYPE_CHECKING:
    from tahqiq.model import Mention


@click.command()
@click.option("--lang")
def mentions(lang: str | None) -> None:
    """Read numbers, amounts, percentages, dates and periods."""
    find = _finder(lang)
    source, failed = standard_input(), False
    for number, line in enumerate(iter(lambda: source.readline(LIMITS.size), b""), 1):
        if not line.strip():
            continue
        try:
            click.echo(_answer(line, find))
        except (ValueError, TypeError, RecursionError, UsageError) as error:
            failed = True
            click.echo(f"line {number}: {error}", err=True)
    if failed:
        raise SystemExit(1)


Finder = Callable[[str, date | None], "tuple[Mention, ...]"]


def _finder(lang: str | None) -> Finder:
    from tahqiq.catalog.languages import load_language
    from tahqiq.language import read
    from tahqiq.reading.tongue import language_of

    try:
        fixed = load_language(lang) if lang else None
    except UsageError as error:
        raise click.BadParameter(str(error), param_hint="--lang") from error
    return lambda text, reference: read(text, fixed or load_language(language_of(text)), reference)


def _answer(line: bytes, find: Finder) -> str:
    row = json.loads(line)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError('not an object with a "text" that is a string')
    given = row.get("reference_time")
    reference = usable(date.fromisoformat(str(given)[:10])) if given else None
    found = [_plain(mention) for mention in find(row["text"], reference)]
    return json.dumps({"id": row.get("id"), "mentions": found}, ensure_ascii=False)


def _plain(mention: Mention) -> dict[str, Any]:
    out: dict[str, Any] = {"type": mention.type, "start": mention.start, "end": mention.end}
    if mention.type == "date":
        out["date"] = mention.date
        if mention.others:
            out["others"] = list(mention.others)
    elif mention.type == "period":
        out["from"], out["to"] = mention.first, mention.last
    else:
        value = mention.value
        out["value"] = int(value) if value is not None and value.is_integer() else value
        if mention.type == "money":
            out["currency"] = mention.currency
    return out
