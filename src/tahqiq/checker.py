"""The stages in order, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from tahqiq.catalog.registers import left_out, load_registers
from tahqiq.claims import read_claims
from tahqiq.judging import judge
from tahqiq.model import Report, Text
from tahqiq.reading import read


def check(
    data: bytes,
    source: str,
    *,
    kind: str | None = None,
    published: date | None = None,
    language: str | None = None,
    today: date | None = None,
) -> Report:
    """Check a document given as bytes. Raises InputError when it cannot be read."""
    return check_text(read(data, source, kind=kind, published=published, language=language), today)


def check_text(text: Text, today: date | None = None) -> Report:
    """Check a text that was read already."""
    now = today or date.today()
    claims = read_claims(text, now)
    judged = judge(claims, text, now)
    damage = tuple(sorted((*text.damage, *claims.damage), key=lambda d: d.start))
    return Report(text, judged.as_of, judged.findings, judged.groups, judged.lists, damage, _record(), left_out())


@cache
def _record() -> Mapping[str, Mapping[str, str]]:
    """The version and the span of every register, as a report shows them."""
    return {
        r.id: {"version": r.version, "from": r.start.isoformat(), "to": r.end.isoformat()}
        for r in load_registers().values()
    }
