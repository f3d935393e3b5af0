"""The claims stage: one pass of the automaton, values read only near an anchor, then the readers of each kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.frames import load_frames
from tahqiq.catalog.languages import load_language
from tahqiq.catalog.lexicon import Lexicon, load_lexicon
from tahqiq.catalog.triggers import load_triggers, places_of
from tahqiq.claims.abbreviations import read_abbreviations
from tahqiq.claims.acts import read_acts
from tahqiq.claims.amounts import read_amounts
from tahqiq.claims.context import Context
from tahqiq.claims.counts import read_counts
from tahqiq.claims.dated import name_events, read_dated
from tahqiq.claims.lists import ItemList, read_lists
from tahqiq.claims.ranks import read_ranks
from tahqiq.claims.rules import read_rules
from tahqiq.claims.sales import read_sales
from tahqiq.claims.sentences import Sentence, sentences, with_mentions
from tahqiq.claims.shares import read_shares
from tahqiq.claims.spending import read_spending
from tahqiq.claims.sums import read_sums
from tahqiq.claims.tallies import read_tallies
from tahqiq.language import read
from tahqiq.model import Claim, Damage, Mention, Text

READERS = (
    read_tallies,
    read_counts,
    read_acts,
    read_sales,
    read_rules,
    read_spending,
    read_amounts,
    read_ranks,
    read_shares,
)
"""In this order: a figure that one has read is no longer free for the next."""
AROUND = 2
"""How many sentences after an anchor may still speak of it."""
LINE = 60
"""Lines no longer than this go on as the rows of a table."""


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims in order of place, the lists, the dates that tell when the text can have been written.

    `damage`: places that only what the text claims shows to be damaged (raw offsets).
    """

    claims: tuple[Claim, ...]
    lists: tuple[ItemList, ...]
    dates: tuple[str, ...]
    damage: tuple[Damage, ...] = ()


def read_claims(text: Text, today: date) -> Claims:
    """Every claim of the text. A text without any anchor is done after one pass."""
    language = load_language(text.language)
    lexicon = load_lexicon(text.language)
    if not _may_claim(text, lexicon):
        return Claims((), (), ())
    cut = sentences(text, lexicon, lexicon.find(text.text))
    named = name_events(text.text, cut, text.language)
    wanted = _anchored(cut, named)
    if not wanted:
        return Claims((), (), ())
    published = text.document.published
    read_values = read(text.text, language, published, spans=[(s.start, s.end) for s in wanted])
    mentions = [_dated(m, published) for m in read_values]
    context = Context(with_mentions(cut, mentions), lexicon.values, published)
    for reader in READERS:
        reader(context)
    read_dated(context, named)
    read_sums(context)
    damage = read_abbreviations(context, text)
    lists = read_lists(context)
    claims = tuple(sorted(context.claims, key=lambda c: (c.start, c.end)))
    return replace(_renamed(claims, lists, _dates(mentions, today)), damage=damage)


def _dated(m: Mention, published: date | None) -> Mention:
    """A day or month told without its year is the last one not after the day of publication."""
    if m.date is None or not m.date.startswith("XXXX-") or published is None:
        return m
    for year in (published.year, published.year - 1):
        try:
            if bounds(f"{year}{m.date[4:]}")[0] <= published:
                return replace(m, date=f"{year}{m.date[4:]}")
        except ValueError:
            continue
    return m


def _may_claim(text: Text, lexicon: Lexicon) -> bool:
    """Whether the words of the text, wherever they stand, leave a chance of a claim. Most texts leave none."""
    ids = lexicon.ids_in(text.text)
    if _begins(ids):
        return True
    places = places_of(ids)
    return any(t.complete(t.lexicon.ids_in(text.text) | places) for t in load_triggers(text.language))


def _begins(ids: Set[str]) -> bool:
    """Whether a claim may begin where these terms stand together."""
    alone, paired = _anchors()
    return not alone.isdisjoint(ids) or any(not (a.isdisjoint(ids) or b.isdisjoint(ids)) for a, b in paired)


@cache
def _anchors() -> tuple[frozenset[str], tuple[tuple[frozenset[str], frozenset[str]], ...]]:
    """The terms at which a claim may begin alone, and the sets of which one of each must stand together."""
    frames = load_frames()
    alone = frozenset().union(*(f.strong or f.anchors for f in frames))
    paired = [(frozenset(f.anchors), frozenset(f.more["with"])) for f in frames if "with" in f.more]
    pairs = [p for f in frames for p in (*f.more.get("pairs", ()), *f.more.get("got", ()))]
    return alone, (*paired, *((frozenset((a,)), frozenset((b,))) for a, b in pairs))


def _anchored(cut: Sequence[Sentence], named: Mapping[int, object]) -> list[Sentence]:
    """The sentences where a claim may begin, those around them, and the items of lists."""
    found = {s.at for s in cut if _begins(s.ids)} | set(named)
    near = {j for i in found for j in range(i - 1, i + AROUND + 1)}
    for s in cut:
        if s.at - 1 in near and s.end - s.start <= LINE and cut[s.at - 1].end - cut[s.at - 1].start <= LINE:
            near.add(s.at)
    return [s for s in cut if s.at in near or (s.kind == "item" and found)]


def _dates(mentions: Sequence[Mention], today: date) -> tuple[str, ...]:
    """The dates of completed events: not after today."""
    told = (m.date for m in mentions if m.type == "date" and m.date and not m.date.startswith("XXXX"))
    return tuple(d for d in told if bounds(d)[0] <= today)


def _renamed(claims: tuple[Claim, ...], lists: tuple[ItemList, ...], dates: tuple[str, ...]) -> Claims:
    """Ids in order of place."""
    names = {c.id: f"c{i + 1}" for i, c in enumerate(claims)}
    groups: dict[str, str] = {}
    for c in claims:
        if c.group and c.group not in groups:
            groups[c.group] = f"g{len(groups) + 1}"

    def fix(c: Claim) -> Claim:
        return replace(
            c,
            id=names[c.id],
            group=groups.get(c.group or ""),
            whole=names.get(c.whole or ""),
            parts=tuple(names[p] for p in c.parts if p in names),
        )

    fixed = {c.id: fix(c) for c in claims}
    renamed_lists = tuple(
        replace(x, count=fixed[x.count.id] if x.count and x.count.id in fixed else None) for x in lists
    )
    return Claims(tuple(fixed[c.id] for c in claims), renamed_lists, dates)
