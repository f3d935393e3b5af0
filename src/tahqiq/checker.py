"""The stages in order, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from datetime import date
from functools import cache

from tahqiq.catalog.dates import usable
from tahqiq.catalog.registers import left_out, load_registers
from tahqiq.catalog.version import chosen
from tahqiq.claims import Claims, read_claims
from tahqiq.errors import RowsError
from tahqiq.judging import Judged, judge
from tahqiq.model import Claim, LeftOut, Report, Text
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


def check_text(text: Text, today: date | None = None, most: int | None = None) -> Report:
    """Check a text that was read already; of its claims the first `most`, where that is given."""
    now = usable(today) if today else date.today()
    found = read_claims(text, now) if text.language_read else Claims()
    claims = _first(found, most) if most is not None else found
    return replace(check_claims(claims, text, now), beyond=len(found.claims) - len(claims.claims))


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
    told = [replace(c, readings=tuple(r for r in c.readings if r.register != register)) for c in claims.claims]
    rest = replace(claims, lists=tuple(found for found in claims.lists if found.register != register))
    return _kept(rest, told, {c.id for c in told if not c.readings})


def _first(claims: Claims, most: int) -> Claims:
    """The first claims of a text, and the lists that begin before the last of them ends."""
    kept, gone = claims.claims[:most], claims.claims[most:]
    end = max((c.end for c in kept), default=0) if gone else math.inf
    rest = replace(claims, lists=tuple(found for found in claims.lists if found.start < end))
    return _kept(rest, kept, {c.id for c in gone})


def _kept(claims: Claims, told: Iterable[Claim], gone: Set[str]) -> Claims:
    """The claims without those that are gone, and without what hangs on them."""
    whole = (replace(c, whole=None) if c.whole in gone else c for c in told)
    return replace(claims, claims=tuple(c for c in whole if c.id not in gone and gone.isdisjoint(c.parts)))


@cache
def _record() -> Mapping[str, Mapping[str, str]]:
    """The version and the span of every register, as a report shows them."""
    return {
        r.id: {"version": r.version, "from": r.start.isoformat(), "to": r.end.isoformat()}
        for r in load_registers().values()
    }
