"""The claims stage: one pass of the automaton, values read only near an anchor, then the shapes, then what stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import cache

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.frames import load_frames
from tahqiq.catalog.languages import load_language
from tahqiq.catalog.lexicon import Lexicon, load_lexicon
from tahqiq.catalog.triggers import load_triggers, places_of
from tahqiq.claims.distances import ROW
from tahqiq.claims.fill.when import as_year
from tahqiq.claims.resolve import resolve
from tahqiq.claims.shapes.abbreviations import read_abbreviations
from tahqiq.claims.shapes.act import read_acts
from tahqiq.claims.shapes.amount import read_amounts
from tahqiq.claims.shapes.compared import read_compared
from tahqiq.claims.shapes.count import read_counts
from tahqiq.claims.shapes.dated import name_events, read_dated
from tahqiq.claims.shapes.listing import read_lists
from tahqiq.claims.shapes.placed import read_places
from tahqiq.claims.shapes.quantity import read_quantities
from tahqiq.claims.shapes.rank import read_ranks
from tahqiq.claims.shapes.sale import read_sales
from tahqiq.claims.shapes.share import read_shares
from tahqiq.claims.shapes.sums import read_sums
from tahqiq.claims.shapes.tally import read_tallies
from tahqiq.claims.shapes.undone import read_undone
from tahqiq.claims.shapes.value import read_duties, read_values
from tahqiq.claims.steps import with_step
from tahqiq.claims.text.article import Article, article
from tahqiq.claims.text.sentences import Sentence, sentences, with_mentions
from tahqiq.language import read
from tahqiq.model import Claims, Mention, Text

AROUND = 3
"""How many sentences after an anchor may still speak of it."""


def read_claims(text: Text, today: date) -> Claims:
    """Every claim of the text. A text without any anchor is done after one pass."""
    language = load_language(text.language)
    lexicon = load_lexicon(text.language)
    if not _may_claim(text, lexicon):
        return Claims()
    cut = sentences(text, lexicon, lexicon.find(text.text))
    named = name_events(text.text, cut, text.language)
    wanted = _anchored(cut, named)
    if not wanted:
        return Claims()
    published = text.document.published
    values = read(text.text, language, published, spans=[(s.start, s.end) for s in wanted])
    mentions = [_dated(m, published) for m in values]
    told = [_with_years(s) for s in with_mentions(cut, mentions)]
    return _claims(article(told, published), text, named, mentions, today)


def _with_years(s: Sentence) -> Sentence:
    mentions = tuple(as_year(s, m) for m in s.mentions)
    return s if mentions == s.mentions else replace(s, mentions=mentions)


def _claims(told: Article, text: Text, named: Mapping[int, object], mentions: Sequence[Mention], today: date) -> Claims:
    tallies, counts = list(read_tallies(told)), list(read_counts(told))
    found = [
        *tallies,
        *counts,
        *read_acts(told, counts),
        *read_undone(told),
        *read_sales(told),
        *read_values(told),
        *read_duties(told),
        *read_amounts(told),
        *read_ranks(told),
        *read_shares(told),
        *read_compared(told, text.language),
        *read_places(told, text.language),
        *read_quantities(told, text.language),
        *read_dated(told, named),  # type: ignore[arg-type]
    ]
    claims = tuple(with_step(c, text.text) for c in resolve(found))
    sums = read_sums(told, claims)
    wrong, damage = read_abbreviations(told, text, claims)
    lists = read_lists(told, claims)
    every = tuple(sorted((*claims, *sums, *wrong), key=lambda c: (c.start, c.end)))
    return Claims(every, lists, _dates(mentions, today), damage)


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
    ids: set[str] = set()
    for ids in lexicon.ids_so_far(text.text):
        if _begins(ids):
            return True
    places = places_of(ids)
    return any(t.possible(text.text, places) for t in load_triggers(text.language))


def _begins(ids: Set[str]) -> bool:
    """Whether a claim may begin where these concepts stand together."""
    alone, paired = _anchors()
    return not alone.isdisjoint(ids) or any(not (a.isdisjoint(ids) or b.isdisjoint(ids)) for a, b in paired)


@cache
def _anchors() -> tuple[frozenset[str], tuple[tuple[frozenset[str], frozenset[str]], ...]]:
    """The concepts at which a claim may begin alone, and the sets of which one of each must stand together."""
    frames = load_frames()
    alone = frozenset().union(*(f.speaks for f in frames))
    return alone, tuple((f.weak, f.beside) for f in frames if f.weak)


def _anchored(cut: Sequence[Sentence], named: Mapping[int, object]) -> list[Sentence]:
    """The sentences where a claim may begin, those around them, and the items of lists."""
    found = {s.at for s in cut if _begins(s.ids)} | set(named)
    near = {j for i in found for j in range(i - 2, i + AROUND + 1)}
    for s in cut:
        if s.at - 1 in near and s.end - s.start <= ROW and cut[s.at - 1].end - cut[s.at - 1].start <= ROW:
            near.add(s.at)
    return [s for s in cut if s.at in near or (s.kind in ("item", "row") and found)]


def _dates(mentions: Sequence[Mention], today: date) -> tuple[str, ...]:
    """The dates of completed events: not after today."""
    told = (m.date for m in mentions if m.type == "date" and m.date and not m.date.startswith("XXXX"))
    return tuple(d for d in told if bounds(d)[0] <= today)
