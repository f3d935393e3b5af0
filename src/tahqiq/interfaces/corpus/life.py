"""The life of a figure: who said it on which day, what the record gave that day, and from which text it may descend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tahqiq.errors import UsageError
from tahqiq.interfaces.corpus.questions import DAY, open_corpus
from tahqiq.interfaces.corpus.tables import reading_key
from tahqiq.record.ask import Asked
from tahqiq.record.ask import ask as ask_record

RIGHT = ("supported", "supported_under")
AFTER = "outdated"
NEAR = 88.0
"""How alike (of 100, by the edits between them) two sentences are that may descend from one another."""
COMPARED = 3000
"""Different sentences that are compared with each other; the families of further ones are not told."""
SAYINGS = f"""
SELECT {DAY} AS day, d.outlet, d.id, d.address, c.stated, c.verdict, c.reason, c.value, c.sentence
FROM claims c JOIN documents d ON d.id = c.document
WHERE list_contains(c.readings, ?) AND c.stated IS NOT NULL AND (? IS NULL OR c.stated = ?)
ORDER BY 1, d.id, c.claim"""


@dataclass(frozen=True, slots=True)
class Saying:
    """A document saying the figure. `value` is that of the record on its day, `family` the first text it resembles."""

    day: date
    outlet: str | None
    document: str
    address: str | None
    stated: float
    verdict: str
    reason: str
    value: float | None
    sentence: str
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What the sayings of one value, outlet or family come to. `after`: after the figure had ceased to be right."""

    name: str
    said: int
    right: int
    after: int
    first: date
    last: date
    first_after: date | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Life:
    """A measure under its filters as a corpus tells it; `stated` where one value was asked for.

    `asked` is the record's own course through time. Sayings stand in order of their days.
    """

    asked: Asked
    stated: float | None
    sayings: tuple[Saying, ...]
    values: tuple[Share, ...]
    outlets: tuple[Share, ...]
    families: tuple[Share, ...]


def life(folder: Path, measure: str, filters: Mapping[str, str], stated: float | None = None) -> Life:
    """The life of `register.measure` under filters. UsageError for what the record does not know, `no_figure`."""
    asked = ask_record(measure, filters, as_of=date.today())
    reading = asked.reading
    key = reading_key(reading.register, reading.measure, reading.filters)
    with open_corpus(folder) as ask:
        found = tuple(Saying(*row) for row in ask(SAYINGS, (key, stated, stated)))
    if not found:
        raise UsageError("no_figure", measure=measure)
    sayings = descended(found)
    return Life(
        asked,
        stated,
        sayings,
        _shares(sayings, lambda s: f"{s.stated:g}" if s.stated % 1 else f"{s.stated:.0f}"),
        _shares((s for s in sayings if s.outlet), lambda s: s.outlet or ""),
        _shares((s for s in sayings if s.family), lambda s: s.family or ""),
    )


def descended(sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """The sayings, each with the first document whose sentence is nearly its own."""
    try:
        from rapidfuzz import fuzz, process
    except ImportError as problem:
        raise UsageError("needs_extra", kind="life", extra="corpus") from problem
    from dataclasses import replace

    heads: dict[str, str] = {}  # the first sentence of each family, and its document
    families: dict[str, str] = {}
    told = []
    for saying in sayings:
        words = " ".join(saying.sentence.casefold().split())
        if words not in families and len(families) < COMPARED:
            near = process.extractOne(words, heads.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
            if near is None:
                heads[words] = saying.document
            families[words] = heads[near[0] if near else words]
        told.append(replace(saying, family=families.get(words)))
    return tuple(told)


def _shares(sayings: Iterable[Saying], name: Callable[[Saying], str]) -> tuple[Share, ...]:
    """The sayings put together by a name, the most repeated after its time first."""
    groups: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        groups[name(saying)].append(saying)
    shares = (_share(key, group) for key, group in groups.items())
    return tuple(sorted(shares, key=lambda s: (-s.after, -s.said, s.first, s.name)))


def _share(name: str, group: Sequence[Saying]) -> Share:
    after = [s for s in group if s.verdict == AFTER]
    right = sum(s.verdict in RIGHT for s in group)
    first_after = after[0].day if after else None
    return Share(name, len(group), right, len(after), group[0].day, group[-1].day, first_after, group[0].sentence)


def to_json(found: Life, limit: int) -> dict[str, Any]:
    """A life as plain JSON values: at most `limit` of its sayings, outlets and families, and how many there are."""
    from dataclasses import asdict

    from tahqiq.reporting.report.data import plain

    reading = found.asked.reading
    parts = {name: getattr(found, name) for name in ("values", "outlets", "families", "sayings")}
    return {
        "measure": f"{reading.register}.{reading.measure}",
        "filters": {name: list(values) for name, values in reading.filters.items()},
        "stated": plain(found.stated),
        "total": {name: len(part) for name, part in parts.items()},
        **{name: [plain(asdict(one)) for one in part[:limit]] for name, part in parts.items()},
    }
