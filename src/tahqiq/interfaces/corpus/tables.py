"""The four tables of a corpus: their columns, and how a report becomes their rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from tahqiq.errors import TahqiqError
from tahqiq.interfaces.corpus.documents import Source
from tahqiq.model import Claims, Filters, Report, Text
from tahqiq.reporting.report.data import plain, to_json

if TYPE_CHECKING:
    import pyarrow as pa

TABLES = ("documents", "claims", "unchecked", "errors")
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "documents": {
        "id": "string",
        "source": "string",
        "address": "string",
        "outlet": "string",
        "day": "date",
        "as_of": "date",
        "title": "string",
        "kind": "string",
        "language": "string",
        "language_read": "bool",
        "read": "bool",
        "sha256": "string",
        "characters": "int64",
        "claims": "int64",
        "unchecked": "int64",
        "damage": "int64",
        "reading": "string",
    },
    "claims": {
        "document": "string",
        "claim": "string",
        "quote": "string",
        "sentence": "string",
        "start": "int64",
        "end": "int64",
        "kind": "string",
        "aspect": "string",
        "group": "string",
        "register": "string",
        "measure": "string",
        "filters": "string",
        "filters_mode": "string",
        "readings": "list",
        "stated": "double",
        "stated_as": "string",
        "verdict": "string",
        "reason": "string",
        "reason_en": "string",
        "reason_ar": "string",
        "basis": "string",
        "definition": "string",
        "choices": "string",
        "value": "double",
        "value_as": "string",
        "as_of": "date",
        "windows": "string",
        "rows": "list",
        "sources": "list",
        "correction_en": "string",
        "correction_ar": "string",
    },
    "unchecked": {
        "document": "string",
        "start": "int64",
        "end": "int64",
        "quote": "string",
        "type": "string",
        "reason": "string",
        "reason_en": "string",
        "reason_ar": "string",
    },
    "errors": {"id": "string", "source": "string", "code": "string", "en": "string", "ar": "string"},
}
"""The columns of each table and their types. `read` tells whether a document could be read at all; `reading` holds
what it asserts, so that it can be judged anew without its text. `stated` and `value` are numbers where they are one,
`stated_as` and `value_as` the whole of them as JSON, as are `filters`, `basis`, `choices` and `windows`. `readings` are
all that a claim may be of (see `reading_key`), the shown one among them."""
READ_WITH = ("claims", "published", "damage")
ID = "id"
LONGEST = 400
"""Characters of a sentence that are kept."""

Row = dict[str, Any]
Rows = dict[str, list[Row]]


@cache
def schema(table: str) -> pa.Schema:
    """The columns of a table as Parquet holds them."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "date": pa.date32(),
        "bool": pa.bool_(),
        "int64": pa.int64(),
        "double": pa.float64(),
        "list": pa.list_(pa.string()),
    }
    return pa.schema([(name, types[kind]) for name, kind in COLUMNS[table].items()])


def rows_of(source: Source, claims: Claims, report: Report) -> Rows:
    """The rows of a document that was checked."""
    told = to_json(report)
    text, document = report.text, told["document"]
    return {
        "documents": [
            {
                **_known(source),
                "day": document["published"],
                "as_of": document["as_of"],
                "title": text.document.title,
                "kind": document["kind"],
                "language": document["language"],
                "language_read": document["language_read"],
                "read": True,
                "sha256": document["sha256"],
                "characters": len(text.raw),
                "claims": len(report.findings),
                "unchecked": len(report.unchecked),
                "damage": len(report.damage),
                "reading": reading(claims, text) if report.findings else None,
            }
        ],
        "claims": [
            {
                **claim_row(source.id, claim),
                "readings": sorted({reading_key(r.register, r.measure, r.filters) for r in found.claim.readings}),
            }
            for claim, found in zip(told["claims"], report.findings, strict=True)
        ],
        "unchecked": [_unchecked(source.id, found) for found in told["unchecked"]],
        "errors": [],
    }


def rows_of_error(source: Source, problem: TahqiqError) -> Rows:
    """The rows of a document that could not be read: it is among the documents, and told among the errors."""
    unread = {**_known(source), "language_read": False, "read": False, "claims": 0, "unchecked": 0, "damage": 0}
    return {"documents": [unread], "claims": [], "unchecked": [], "errors": [error_row(source, problem)]}


def error_row(source: Source, problem: TahqiqError) -> Row:
    """An error: the document, its file, what and why in both languages."""
    from tahqiq.interfaces.telling import say

    told = {language: say(problem, language) for language in ("en", "ar")}
    return {"id": source.id, "source": source.path, "code": problem.code, **told}


def claim_row(document: str, claim: Mapping[str, Any]) -> Row:
    """A claim of a report (its JSON form) as a row."""
    answers, stated = claim["answers"], claim["stated"]
    default: Mapping[str, Any] = next((a for a in answers if a["default"]), answers[0] if answers else {})
    correction = claim["correction"] or {}
    windows = [{"definition": a["definition"], "holds": a["holds"]} for a in answers if a["holds"]]
    same = ("quote", "start", "end", "kind", "aspect", "group", "register", "measure", "filters_mode", "verdict")
    return {
        "document": document,
        "claim": claim["id"],
        **{name: claim[name] for name in same},
        "filters": _json(claim["filters"]),
        "stated": _number(stated["value"]),
        "stated_as": _json(stated),
        "reason": claim["reason"]["code"],
        "reason_en": claim["reason"]["en"],
        "reason_ar": claim["reason"]["ar"],
        "basis": _json(claim["basis"]),
        "sentence": claim["sentence"][:LONGEST],
        "choices": _json(default.get("choices", {})),
        "definition": default.get("definition"),
        "value": _number(default.get("value")),
        "value_as": _json(default.get("value")),
        "as_of": default.get("as_of"),
        "windows": _json(windows),
        "rows": default.get("rows", []),
        "sources": default.get("sources", []),
        "correction_en": correction.get("en"),
        "correction_ar": correction.get("ar"),
    }


def reading_key(register: str, measure: str, filters: Filters) -> str:
    """What a claim may be of, in one line: `register.measure {"dimension": ["value"]}`."""
    return f"{register}.{measure} {_json({name: sorted(values) for name, values in filters.items()})}"


def reading(claims: Claims, text: Text) -> str:
    """What a document asserts, as JSON from which `recheck` judges it anew."""
    from dataclasses import asdict

    from tahqiq.interfaces.corpus.readings import as_json

    damage = [asdict(d) for d in text.damage]
    kept = (as_json(claims), plain(text.document.published), plain(damage))
    return _json(dict(zip(READ_WITH, kept, strict=True)))


def lines(rows: Rows) -> dict[str, str]:
    """The id of a document, and its rows in each table as JSON lines: how they travel from a worker."""
    return {ID: rows["documents"][0]["id"], **{table: "".join(_lines(rows[table])) for table in TABLES}}


def _lines(rows: list[Row]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"


def _known(source: Source) -> Row:
    """What is known of a document before it is read."""
    return {"id": source.id, "source": source.path, "address": source.address, "outlet": source.outlet}


def _unchecked(document: str, found: Mapping[str, Any]) -> Row:
    where = {name: found[name] for name in ("start", "end", "quote", "type")}
    reason = found["reason"]
    return {
        "document": document,
        **where,
        "reason": reason["code"],
        "reason_en": reason["en"],
        "reason_ar": reason["ar"],
    }


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_iso)


def _iso(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
