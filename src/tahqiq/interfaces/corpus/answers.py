"""A question put to a corpus by the command, answered as text, JSON, CSV or a page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tahqiq.errors import UsageError
from tahqiq.interfaces.corpus import questions, words
from tahqiq.interfaces.corpus.life import Life, life, to_json
from tahqiq.interfaces.corpus.questions import QUESTIONS, Table


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked: a query, a ready question, or a measure under filters (`name=value`)."""

    folder: Path
    question: str | None
    filters: tuple[str, ...]
    sql: str | None
    stated: float | None
    limit: int


def answer(asked: Asking, form: str, language: str) -> str:
    """The answer, with a line break at its end. UsageError for a call that asks nothing or too much."""
    if (asked.sql is None) == (asked.question is None) and not (form == "html" and asked.sql is None):
        raise UsageError("what_question", known=", ".join(QUESTIONS))
    if form == "html":
        from tahqiq.interfaces.corpus.page import render

        return render(asked.folder, None if asked.question in (None, *QUESTIONS) else _life(asked)) + "\n"
    if asked.sql is not None:
        return plain(questions.ask(asked.folder, asked.sql, asked.limit), form)
    if asked.question in QUESTIONS:
        table = questions.ready(asked.folder, asked.question, asked.limit)
        return (
            _lines(words.lines_of(words.tell(asked.question, table, language)))
            if form == "text"
            else plain(table, form)
        )
    return _told(_life(asked), asked.limit, form, language)


def _life(asked: Asking) -> Life:
    named: dict[str, str] = {}
    for part in asked.filters:
        name, sign, value = part.partition("=")
        if not (sign and name and value):
            raise UsageError("bad_filter", value=part)
        named[name] = value
    return life(asked.folder, asked.question or "", named, asked.stated)


def _told(found: Life, limit: int, form: str, language: str) -> str:
    if form == "json":
        return json.dumps(to_json(found, limit), ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        rows = [(s.day, s.outlet, s.document, s.address, s.stated, s.verdict, s.value, s.family) for s in found.sayings]
        heads = ("day", "outlet", "document", "address", "stated", "verdict", "value", "family")
        return plain(Table(heads, list(rows[:limit])), form)
    parts = [line for told in words.tell_life(found, language) for line in ("", *words.lines_of(told))]
    return _lines(iter(parts[1:]))


def plain(table: Table, form: str) -> str:
    """A table as data: JSON objects, CSV, or for a terminal columns with a tab between them."""
    if form == "json":
        rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        return json.dumps(rows, ensure_ascii=False, indent=1, default=_iso) + "\n"
    out = io.StringIO()
    writer = csv.writer(out, "excel" if form == "csv" else "excel-tab", lineterminator="\n")
    writer.writerows([table.columns, *table.rows])
    return out.getvalue()


def _lines(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else str(value)
