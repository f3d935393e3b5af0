"""The JSON form of a report: a stable contract, the same for the command, the library and the web.

Offsets are code points into the text as read, before repair; every quote is `text[start:end]`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from tahqiq.model import (
    Answer,
    AsOf,
    Claim,
    Damage,
    Filters,
    Finding,
    Group,
    LeftOut,
    ListFinding,
    Reading,
    Reason,
    Report,
    Stated,
    Text,
    Unchecked,
)
from tahqiq.release import __version__
from tahqiq.reporting.report.context import in_sentences
from tahqiq.reporting.report.layout import laid_out
from tahqiq.reporting.report.notes import tell_correction
from tahqiq.reporting.report.reasons import tell, tell_damage
from tahqiq.reporting.words.flaws import tell_left_out
from tahqiq.reporting.words.messages import languages, load_messages

TALLY = ("in_favour", "against", "abstaining")
PLAIN, CLAIMS, LEVELS = "txt", "claims", 3


def to_json(report: Report) -> dict[str, Any]:
    """The report as plain JSON values, keys in a fixed order."""
    head, claims, rest = _parts(report)
    return {**head, CLAIMS: list(claims), **rest}


def _parts(report: Report) -> tuple[dict[str, Any], Iterator[dict[str, Any]], dict[str, Any]]:
    """What stands before the claims, the claims one by one, and what stands after them."""
    text = report.text
    sentence = in_sentences(text)
    head = {
        "tahqiq": __version__,
        "document": _document(report),
        "repairs": [
            {"kind": r.kind, "start": r.start, "end": r.end, "before": r.before, "after": r.after} for r in text.repairs
        ],
        "damage": [_damage(d) for d in report.damage],
    }
    rest = {
        "groups": [_group(g) for g in report.groups],
        "lists": [_list(found, text) for found in report.lists],
        "unchecked": [_unchecked(found, text) for found in report.unchecked],
        "beyond": report.beyond,
        "record_version": report.record_version,
        "record": {name: dict(facts) for name, facts in report.record.items()},
        "warnings": [_warning(found) for found in report.warnings],
    }
    return head, (_claim(f, text, sentence) for f in report.findings), rest


def pieces(report: Report) -> Iterator[str]:
    """The report as JSON text laid out to be read, claim by claim: that of a book need not be held in memory whole."""
    head, claims, rest = _parts(report)
    yield laid_out(head, LEVELS).removesuffix("\n}") + f',\n "{CLAIMS}": ['
    written = False
    for claim in claims:
        yield (",\n  " if written else "\n  ") + laid_out(claim, LEVELS - 1, at=2)
        written = True
    yield ("\n ]," if written else "],") + laid_out(rest, LEVELS).removeprefix("{")


def dump(report: Report) -> str:
    """The report as JSON text laid out to be read."""
    return "".join(pieces(report))


def dump_line(report: Report) -> str:
    """The report as one line, for JSON lines."""
    return json.dumps(to_json(report), ensure_ascii=False, separators=(",", ":"))


def basis(as_of: AsOf, language: str) -> str:
    """Where the as-of date comes from, in words; a basis without a message is told as it stands."""
    messages = load_messages(language)
    name = f"basis-{as_of.basis}"
    return messages.format(name) if messages.has(name) else as_of.basis


def _document(report: Report) -> dict[str, Any]:
    document = report.text.document
    return {
        "source": document.source,
        "kind": document.kind,
        "sha256": document.sha256,
        "language": report.text.language,
        "published": plain(document.published),
        "as_of": plain(report.as_of.start),
        "as_of_basis": basis(report.as_of, "en"),
        "written_after": plain(report.as_of.written_after),
        "language_read": report.text.language_read,
        "text": None if document.kind == PLAIN else report.text.raw,
    }


def _warning(found: LeftOut) -> dict[str, Any]:
    told = {language: tell_left_out(found, load_messages(language)) for language in languages()}
    return {"register": found.register, "file": found.flaw.file, "line": found.flaw.line, **told}


def _damage(damage: Damage) -> dict[str, Any]:
    reason = {language: tell_damage(damage, language) for language in languages()}
    return {"kind": damage.kind, "start": damage.start, "end": damage.end, "reason": reason}


def _claim(finding: Finding, text: Text, sentence: Callable[[int, int], str]) -> dict[str, Any]:
    claim = finding.claim
    reading = reading_of(finding)
    return {
        "id": claim.id,
        **_span(text, claim.start, claim.end, quote=True),
        "sentence": sentence(claim.start, claim.end),
        "kind": claim.kind,
        "group": claim.group,
        "register": reading.register if reading else None,
        "measure": reading.measure if reading else None,
        "filters": _filters(reading.filters) if reading else {},
        "filters_mode": claim.filters_mode,
        "stated": _stated(claim.stated, claim.kind),
        "of": _of(reading),
        "parts": list(claim.parts),
        "basis": dict(claim.basis),
        "aspect": claim.aspect,
        "checked": _spans(claim.checked or ((claim.start, claim.end),), text),
        "unread": _spans(claim.unread, text),
        "verdict": finding.verdict,
        "reason": _reason(finding.reason, claim.stated.unit),
        "correction": _correction(finding),
        "answers": [_answer(a) for a in finding.answers],
        "read": _read(claim),
    }


def _read(claim: Claim) -> dict[str, Any]:
    """What else was read of a claim, so that another version of the record can judge it without its text."""
    return {
        "readings": [_reading(reading) for reading in claim.readings],
        "step": claim.stated.step,
        "whole": claim.whole,
        "others": list(claim.others),
        "symbols": list(claim.symbols),
        "themes": list(claim.themes),
        "ballots": [list(ballot) for ballot in claim.ballots],
        "says": sorted(claim.says),
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "register": reading.register,
        "measure": reading.measure,
        "filters": {name: list(values) for name, values in reading.filters.items()},
        "choices": {name: list(values) for name, values in reading.choices.items()},
        "of": reading.of and {name: list(values) for name, values in reading.of.items()},
        "per": reading.per,
        "basis": reading.basis and dict(reading.basis),
    }


def reading_of(finding: Finding) -> Reading | None:
    """The reading a claim is shown with: the likeliest of those that were answered, else the likeliest."""
    claim: Claim = finding.claim
    answered = {(a.register, a.measure) for a in finding.answers}
    chosen = [r for r in claim.readings if (r.register, r.measure) in answered] or claim.readings
    return chosen[0] if chosen else None


def _stated(stated: Stated, kind: str) -> dict[str, Any]:
    value = plain(stated.value)
    if kind == "tally" and isinstance(value, dict):
        value = {**dict.fromkeys(TALLY), **value}
    return {
        "value": value,
        "unit": stated.unit,
        "qualifier": stated.qualifier,
        "date": stated.date,
        "period": stated.period,
        "per": stated.per,
    }


def _of(reading: Reading | None) -> dict[str, Any] | None:
    if reading is None or reading.of is None:
        return None
    return {"register": reading.register, "measure": reading.measure, "filters": _filters(reading.of)}


def _reason(reason: Reason, unit: str | None) -> dict[str, str]:
    return {"code": reason.code, **{language: tell(reason, language, unit=unit) for language in languages()}}


def _correction(finding: Finding) -> dict[str, str | None] | None:
    """The sentence to use instead, in each language."""
    return {language: tell_correction(finding, language) for language in languages()} if finding.correction else None


def _unchecked(found: Unchecked, text: Text) -> dict[str, Any]:
    where = _span(text, found.start, found.end, quote=True)
    return {**where, "type": found.type, "reason": _reason(found.reason, None)}


def _answer(answer: Answer) -> dict[str, Any]:
    found = {
        "register": answer.register,
        "measure": answer.measure,
        "definition": answer.definition,
        "choices": dict(answer.choices),
        "default": answer.default,
        "value": plain(answer.value),
        "as_of": plain(answer.as_of),
        "holds": [[plain(start), plain(end)] for start, end in answer.holds],
        "query": answer.query,
        "rows": list(answer.rows),
        "sources": list(answer.sources),
    }
    return {**found, "same": list(answer.same)} if answer.same else found


def _group(group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "claims": list(group.claims),
        "verdict": group.verdict,
        "joint": [plain(j) for j in group.joint],
    }


def _list(found: ListFinding, text: Text) -> dict[str, Any]:
    return {
        "heading": found.heading,
        **_span(text, found.start, found.end),
        "register": found.register,
        "filters": _filters(found.filters),
        "items": [
            {
                "number": item.number,
                **_span(text, item.start, item.end),
                "date": item.date,
                "row": item.row,
                "status": item.status,
            }
            for item in found.items
        ],
        "gaps": [{"numbers": list(gap.numbers), "rows": list(gap.rows)} for gap in found.gaps],
        "missing": list(found.missing),
        "extra": list(found.extra),
        "stated_count": found.stated_count,
        "definition": found.definition,
        "record_count": found.record_count,
    }


def _span(text: Text, start: int, end: int, *, quote: bool = False) -> dict[str, Any]:
    """Raw offsets of a span of the mended text, led by the quote where one is wanted."""
    first, last = text.to_raw(start, end)
    span = {"start": first, "end": last}
    return {"quote": text.raw[first:last], **span} if quote else span


def _spans(spans: Sequence[tuple[int, int]], text: Text) -> list[list[int]]:
    return [list(text.to_raw(*span)) for span in spans]


def _filters(filters: Filters) -> dict[str, Any]:
    """One value as itself, several as a list."""
    return {name: values[0] if len(values) == 1 else list(values) for name, values in filters.items()}


def plain(value: Any) -> Any:
    """What JSON can hold: ISO dates, lists, whole numbers without a point."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value
