"""The claims stage: one pass of the automaton, values read only near an anchor, then the shapes, then what stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.frames import frames_read_with
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.languages import load_language
from tahqiq.catalog.lexicon import Lexicon, laid_over, load_lexicon
from tahqiq.catalog.registers import own_registers
from tahqiq.catalog.triggers import load_triggers, places_of
from tahqiq.claims.distances import ROW
from tahqiq.claims.fill.when import as_year
from tahqiq.claims.resolve import resolve
from tahqiq.claims.shapes.abbreviations import read_abbreviations
from tahqiq.claims.shapes.act import read_acts
from tahqiq.claims.shapes.amount import read_amounts
from tahqiq.claims.shapes.candidates import Candidate
from tahqiq.claims.shapes.compared import read_compared
from tahqiq.claims.shapes.count import read_counts
from tahqiq.claims.shapes.dated import Named, name_events, read_dated
from tahqiq.claims.shapes.decision import read_decisions
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
from tahqiq.claims.text.moved import moved_back
from tahqiq.claims.text.relative import with_years
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence, sentences, with_mentions
from tahqiq.language import read
from tahqiq.model import Claims, Mention, Text
from tahqiq.reading.unspaced import as_read, write_out

AROUND = 3
"""How many sentences after an anchor may still speak of it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text as it was read with the words of the registers that ship, or with those of an own one too: the events that
    its sentences name, by their places, and the values read.
    """

    article: Article
    named: Mapping[int, Named]
    mentions: Sequence[Mention]


def read_claims(text: Text, today: date) -> Claims:
    """Every claim of the text. A text without any anchor is done after one pass, and one more for each own register."""
    written = write_out(text.text, text.blocks, text.language)
    shown = as_read(text, written) if written else text
    every = list(_readings(shown))
    found = _claims(every, shown, today) if every else Claims()
    return moved_back(found, written, text) if written else found


def _readings(text: Text) -> Iterator[Told]:
    """The text as the registers that ship read it, then as each own one does, where there may be a claim."""
    lexicon = load_lexicon(text.language)
    hits = cache(lambda: lexicon.find(text.text))
    if _may_claim(text, lexicon) and (told := _told(text, lexicon, hits(), None)):
        yield told
    for own in own_registers():
        words = load_lexicon(text.language, own)
        more = words.ids_in(text.text)
        if more and _begins(lexicon.ids_in(text.text) | more, own):
            told = _told(text, lexicon, laid_over(text.text, hits(), words.find(text.text)), own)
            if told:
                yield told


def _told(text: Text, lexicon: Lexicon, hits: Sequence[Hit], own: str | None) -> Told | None:
    """The text with its values, read near the anchors; None where there are none."""
    cut = sentences(text, lexicon, hits)
    named = name_events(text.text, cut, text.language) if own is None else {}
    wanted = _anchored(cut, named, own)
    if not wanted:
        return None
    published = text.document.published
    values = read(text.text, load_language(text.language), published, spans=[(s.start, s.end) for s in wanted])
    told = [_timed(s, published) for s in with_mentions(cut, values)]
    return Told(article(told, published, own), named, [m for s in told for m in s.mentions])


def _timed(s: Sentence, published: date | None) -> Sentence:
    mentions = tuple(as_year(s, m) for m in with_years(s, published))
    return s if mentions == s.mentions else replace(s, mentions=mentions)


def _claims(every: Sequence[Told], text: Text, today: date) -> Claims:
    found = (c for told in reversed(every) for c in _found(told, text.language))  # of equals the own register's stands
    claims = tuple(with_step(c, text.text) for c in resolve(found))
    first = every[0]
    sums = read_sums(first.article, claims)
    wrong, damage = read_abbreviations(first.article, text, claims)
    lists = tuple(listed for told in every for listed in read_lists(told.article, claims))
    listed = tuple(sorted((*claims, *sums, *wrong), key=lambda c: (c.start, c.end)))
    return Claims(listed, lists, _dates(first.mentions, today), damage)


def _found(told: Told, language: str) -> Iterator[Candidate]:
    """What the shapes make of a text."""
    article = told.article
    yield from read_tallies(article)
    counts = list(read_counts(article))
    yield from counts
    yield from read_acts(article, counts)
    yield from read_decisions(article)
    yield from read_undone(article)
    yield from read_sales(article)
    yield from read_values(article)
    yield from read_duties(article)
    yield from read_amounts(article)
    yield from read_ranks(article)
    yield from read_shares(article)
    yield from read_compared(article, language)
    yield from read_places(article, language)
    yield from read_quantities(article, language)
    yield from read_dated(article, told.named)


def _may_claim(text: Text, lexicon: Lexicon) -> bool:
    """Whether the words of the text, wherever they stand, leave a chance of a claim. Most texts leave none."""
    ids: set[str] = set()
    for ids in lexicon.ids_so_far(text.text):
        if _begins(ids, None):
            return True
    places = places_of(ids)
    return any(t.possible(text.text, places) for t in load_triggers(text.language))


def _begins(ids: Set[str], own: str | None) -> bool:
    """Whether a claim may begin where these concepts stand together."""
    alone, paired = _anchors(own)
    return not alone.isdisjoint(ids) or any(not (a.isdisjoint(ids) or b.isdisjoint(ids)) for a, b in paired)


@cache
def _anchors(own: str | None) -> tuple[frozenset[str], tuple[tuple[frozenset[str], frozenset[str]], ...]]:
    """The concepts at which a claim may begin alone, and the sets of which one of each must stand together."""
    frames = frames_read_with(own)
    alone = frozenset().union(*(f.speaks for f in frames))
    called = ((f.bodies, frozenset({"thing.draft"})) for f in frames if f.serial)  # "Council resolution 242 of 1967"
    return alone, (*((f.weak, f.beside) for f in frames if f.weak), *called)


def _anchored(cut: Sequence[Sentence], named: Mapping[int, Named], own: str | None) -> list[Sentence]:
    """The sentences where a claim may begin, those around them, and the items of lists."""
    found = {s.at for s in cut if _begins(s.ids, own)} | set(named)
    near = {j for i in found for j in range(i - 2, i + AROUND + 1)}
    for s in cut:
        if s.at - 1 in near and s.end - s.start <= ROW and cut[s.at - 1].end - cut[s.at - 1].start <= ROW:
            near.add(s.at)
    return [s for s in cut if s.at in near or (s.kind in ROWS and found)]


def _dates(mentions: Sequence[Mention], today: date) -> tuple[str, ...]:
    """The dates of completed events: not after today."""
    told = (m.date for m in mentions if m.type == "date" and m.date and not m.date.startswith("XXXX"))
    return tuple(d for d in told if bounds(d)[0] <= today)
