"""The stages in order, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from tahqiq.catalog.dates import usable
from tahqiq.catalog.registers import left_out, load_registers
from tahqiq.catalog.version import chosen
from tahqiq.claims import Claims, read_claims
from tahqiq.errors import RowsError
from tahqiq.judging import Judged, judge
from tahqiq.model import LeftOut, Report, Text
from tahqiq.reading import read


def check(
    data: bytes,
    source: str,
    *,
    kind: str | None = None,
    published: date | None = None,
    language: str | None = None,
    encoding: str | None = None,
    today: date | None = None,
) -> Report:
    """Check a document given as bytes. Raises InputError when it cannot be read, UsageError `far_date`."""
    given = read(data, source, kind=kind, published=published, language=language, encoding=encoding, apart=True)
    return check_text(given, today)


def check_text(text: Text, today: date | None = None) -> Report:
    """Check a text that was read already."""
    now = usable(today) if today else date.today()
    claims = read_claims(text, now) if text.language_read else Claims()
    return check_claims(claims, text, now)


def check_claims(claims: Claims, text: Text, now: date) -> Report:
    """Hold what a text asserts against the record. Of the text only its document and its damage are looked at."""
    judged, lost = _judge(claims, text, now)
    damage = tuple(sorted((*text.damage, *claims.damage), key=lambda d: d.start))
    warnings = (*left_out(), *lost)
    return Report(
        text=text,
        as_of=judged.as_of,
        findings=judged.findings,
        groups=judged.groups,
        lists=judged.lists,
        damage=damage,
        record=_record(),
        warnings=warnings,
        unchecked=judged.unchecked,
        record_version=chosen(),
    )


def _judge(
    claims: Claims, text: Text, today: date, lost: tuple[LeftOut, ...] = ()
) -> tuple[Judged, tuple[LeftOut, ...]]:
    """The claims judged. A register whose rows cannot be read is done without, and named."""
    try:
        return judge(claims, text, today), lost
    except RowsError as problem:
        return _judge(
            _without(claims, problem.register), text, today, (*lost, LeftOut(problem.register, problem.flaws[0]))
        )


def _without(claims: Claims, register: str) -> Claims:
    """The claims that other registers can answer, and what hangs on them."""
    kept = {c.id: tuple(r for r in c.readings if r.register != register) for c in claims.claims}
    gone = {name for name, readings in kept.items() if not readings}
    return replace(
        claims,
        claims=tuple(
            replace(c, readings=kept[c.id], whole=None if c.whole in gone else c.whole)
            for c in claims.claims
            if c.id not in gone and not gone & set(c.parts)
        ),
        lists=tuple(found for found in claims.lists if found.register != register),
    )


@cache
def _record() -> Mapping[str, Mapping[str, str]]:
    """The version and the span of every register, as a report shows them."""
    return {
        r.id: {"version": r.version, "from": r.start.isoformat(), "to": r.end.isoformat()}
        for r in load_registers().values()
    }
