"""Which rows of a table a statement is of: whom it names, of which time, and what makes that less than sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tahqiq.catalog.concepts import spoken
from tahqiq.catalog.frames import NONE, Frame, Ids
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.places import group_of
from tahqiq.catalog.registers import load_registers
from tahqiq.catalog.schema import ALL, NO_WHOLE
from tahqiq.claims.fill.asides import around, subjects
from tahqiq.claims.fill.named import all_fillers
from tahqiq.claims.fill.quantified import goes_on, leads_to, led_in
from tahqiq.claims.fill.scene import Filled, Scene
from tahqiq.claims.fill.when import When
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure
from tahqiq.claims.text.items import Item, items_of
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Claim, Filters

OWN = -1
"""The rank of a figure of a user's own table whose words leave nothing open: it stands before all others."""
SHIPPED = 4
"""That of a figure of a table of states that ships: no more than one of an own table that leaves something open."""
BEFORE = 2
"""Sentences before in which what the table is about may be named."""


def speaks_of(article: Article, frame: Frame, s: Sentence) -> bool:
    """Whether a sentence names the measure or its unit, and itself or one near it what the table is about."""
    words = frame.things | frame.counts | frame.speaks | frame.holders
    if not (s.has(words) or any(x.has(words) for x in article.heads(s))):
        return False
    around = (s, *article.near(s, BEFORE), *article.heads(s), *article.sentences[:1])
    return any(x.has(frame.speaks) for x in around)


def doubts(
    sc: Scene, item: Item, filled: Filters, own_words: Ids = NONE, *, told_before: bool = False
) -> dict[str, Basis]:
    """What keeps a figure from being held against the text: another place in its clause may narrow it, the measure is
    named elsewhere, a word of its head is missing ("mean"). `own_words`: concepts that are of this figure itself.
    `told_before`: it is enough that the sentence names the measure or its unit before.
    """
    s, frame = sc.s, sc.frame
    found: dict[str, Basis] = {}
    told = {code for codes in filled.values() for code in codes} | {c for w in frame.within for c in group_of(w)}
    own = {(f.start, f.end) for f in sc.named if told & set(f.codes)}
    near = [h for h in around(frame, s, item) if (h.start, h.end) not in own]
    if any(codes and not told & set(codes) for h in near for codes in [h.codes("place", "seat", "adj", "subject")]):
        found["place"] = "topic"
    if frame.within and any(_of_city(h) and not h.has(frame.ties | frame.speaks) for h in near):
        found["place"] = "topic"  # "Dublin had 4,200 hospital beds", of a table of all Ireland
    things = [h for h in s.hits if h.has(frame.things | frame.speaks)]
    head = item.figure.head
    measured = any(_unbroken(s, h, item.figure) or (h.end <= head and leads_to(sc, h.end, head)) for h in things)
    measured |= led_in(sc, item) is not None
    measured |= told_before and s.named(s.start, head, frame.things | frame.counts | frame.speaks)
    other = any(_of_another(frame, h) and not h.has(own_words) for h in near)
    bare = bool(frame.currency) and item.figure.type == "number"
    if other or bare or not (measured or goes_on(sc, item)) or (frame.beside and not s.has(frame.beside)):
        found["measure"] = "topic"
    return found


def _of_city(hit: Hit) -> bool:
    """Whether a word names a city, and no state."""
    return bool(hit.codes("seat")) and not hit.codes("place", "adj", "subject")


def _of_another(frame: Frame, hit: Hit) -> bool:
    """Whether a word names another measure: "the life expectancy of the population"."""
    own = frame.things | frame.counts | frame.speaks | frame.beside | frame.ties
    return hit.of_kind("thing.") and not hit.has(own)


def _unbroken(s: Sentence, hit: Hit, f: Figure) -> bool:
    """Whether no mark parts a word from a figure."""
    return not s.broken(min(hit.end, f.end), max(hit.start, f.head))


def _has_words(frame: Frame, dimension: str, language: str) -> bool:
    """Whether a language has words for the values of a dimension."""
    return not spoken(language).isdisjoint(frame.classed[dimension])


def told_rows(
    sc: Scene, roles: Mapping[str, Filled], language: str, over: str | None = None
) -> tuple[dict[str, tuple[str, ...]] | None, dict[str, Basis]]:
    """The filters of an item. One that the text does not name is the sum of all, where the table has such rows; the
    words may then mean less. None where no row can be meant. `over`: a dimension of which several rows are summed.
    """
    found: dict[str, tuple[str, ...]] = {}
    basis: dict[str, Basis] = {}
    for name in sc.frame.roles:
        if name in roles and (len(roles[name].codes) == 1 or name == over):
            found[name] = roles[name].codes
        elif name in roles or name not in sc.frame.summed:
            return None, {}
        else:
            found[name] = (ALL,)
            elsewhere = any(f.role == name for f in sc.named) or not _told_apart(sc.frame, roles)
            if elsewhere or sc.frame.roles[name].among is None or not _has_words(sc.frame, name, language):
                basis[name] = "topic"  # it may be named in words that are not known
    told = any(name in roles or codes != (ALL,) for name, codes in found.items())
    return (found, basis) if told or not found else (None, {})


def _told_apart(frame: Frame, roles: Mapping[str, Filled]) -> bool:
    """Whether a text names one of the table's own names beside its places: money given may be of any other table."""
    own = [name for name, role in frame.roles.items() if role.among is not None]
    return len(own) == len(frame.roles) or any(name in roles for name in own)


def state(frame: Frame, moment: When) -> When:
    """A state told as of a day, or a year, is the figure of that time."""
    first, _, last = (moment.period or "").partition("/")
    row = frame.year is None or len(last) == TIMES[frame.year]
    return replace(moment, date=last, period=None) if first == ".." and row else moment


def year_of(frame: Frame, moment: When) -> tuple[dict[str, tuple[str, ...]], bool]:
    """The year or day that a figure is told for, as a filter, and whether the table has rows of such times."""
    if frame.year is None or not moment.date:
        return {}, False
    size = TIMES[frame.year]
    known = len(moment.date) >= size
    return ({frame.year: (moment.date[:size],)}, len(moment.date) == size) if known else ({}, False)


def years_in(sc: Scene, moment: When) -> tuple[str, ...]:
    """The years of a period, where the table has a row for each; one without an end runs to the last year of the table,
    unless the text is older.
    """
    register = load_registers()[sc.frame.register]
    first, _, last = (moment.period or "").partition("/")
    published = sc.article.published
    if last == ".." and (published is None or published.year >= register.end.year):
        last = str(register.end.year)
    if sc.frame.year is None or TIMES[sc.frame.year] != len(first) or len(last) != len(first) or first >= last:
        return ()
    return tuple(str(year) for year in range(int(first), int(last) + 1)) if len(first) == TIMES["year"] else ()


TIMES = {"year": 4, "month": 7, "date": 10}
"""How long the ISO strings are of the times by which tables have rows."""


def rank_of(sc: Scene, claim: Claim) -> int:
    """Before or behind which others a figure of a table stands: rows with names of their own say what is meant."""
    of_names = sc.article.own is not None or bool(sc.frame.classed)
    if sure(claim):
        return OWN if of_names else SHIPPED
    return SHIPPED if of_names else SHIPPED + 1


def sure(claim: Claim) -> bool:
    """Whether the words of a claim leave nothing open."""
    return not claim.unread and sure_of(claim.basis)


def sure_of(basis: Mapping[str, Basis]) -> bool:
    """Whether a text itself tells all of this."""
    return all(b in ("own", "shared") for b in basis.values())


def named_scene(article: Article, frame: Frame, s: Sentence, listed: Sequence[Figure]) -> Scene:
    """A sentence as a frame sees it that is cut at these figures, with all who may be whom a row is of."""
    return Scene(article, frame, s, items_of(s, listed), subjects(frame, s, all_fillers(s, frame), listed))


def once_given(frame: Frame, s: Sentence) -> bool:
    """Whether a figure of a table by years is told as what one gave another, perhaps in one gift."""
    return frame.year is not None and bool(frame.ties) and s.has(frame.ties)


def of_region(s: Sentence) -> bool:
    """Whether a part of the world is named, of which a share may be told."""
    named = any(i.endswith(NO_WHOLE) for h in s.hits for i in h.ids)
    return named or s.has(("noun.region", "body.other_giver"))
