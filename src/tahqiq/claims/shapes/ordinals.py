"""Places in an order that an ordinal alone tells: "1. Ukraine", "and Jordan third", "4.9 billion, third that year"."""

from __future__ import annotations

from tahqiq.catalog.hits import Hit
from tahqiq.claims.fill.places import Filler
from tahqiq.claims.fill.scene import Filled, Scene, scene
from tahqiq.claims.fill.when import TIMES
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Mention

BEHIND = ("rank.behind", "rank.world")
ROUGH = ("lead.roughly", "lead.more_than", "lead.less_than", "lead.at_least", "lead.at_most")
POINTS = ("time.that_year", "time.same_period", "time.year_before", "time.year_after", "time.this_year")


def asked(sc: Scene) -> str:
    """The role whose holders are ranked: the one that the frame does not fix."""
    return next(n for n, r in sc.frame.roles.items() if not r.fixed)


def printed(s: Sentence) -> int | None:
    """The place a line of a list begins with: "1. Ukraine", "1 Ukraine", "First: Ukraine"."""
    first = next(iter(s.mentions), None)
    if s.number is not None or first is None or first.value is None or s.words(s.start, first.start):
        return s.number
    small = first.type == "ordinal" or (first.type == "number" and first.end - first.start <= 2)
    name = s.after(first.end)
    beside = name is not None and bool(name.codes("place", "seat")) and not s.words(first.end, name.start)
    return int(first.value) if small and beside else None


def stands_alone(sc: Scene, m: Mention, *, others: bool) -> bool:
    """Whether an ordinal numbers no thing, though no word for a place is beside it.

    ``others`` says that the sentence has told another place already ("Israel was the largest, and Jordan third").
    """
    if _describes(sc.s, m) or _enumerates(sc.s, m) or _is_share(sc.s, m):
        return False
    return _behind(sc.s, m) or (_ordered(sc, others=others) and _ends(sc.s, m))


def _describes(s: Sentence, m: Mention) -> bool:
    """Whether an ordinal is part of a name, or stands behind a noun that nothing explains ("the visit the third")."""
    ends = [h.end for h in s.hits] + [x.end for x in s.mentions]
    start = max((s.clause(m.start, m.end)[0], *(end for end in ends if end <= m.start)))
    return any(h.start < m.start < h.end for h in s.hits) or bool(s.words(start, m.start))


def _is_share(s: Sentence, m: Mention) -> bool:
    """Whether an ordinal is a fraction: a place in an order is not told roughly ("nearly a fifth")."""
    before = s.before(m.start)
    return before is not None and before.has(ROUGH) and s.bare(before.end, m.start)


def _enumerates(s: Sentence, m: Mention) -> bool:
    """Whether an ordinal tells things apart that are told one after another, as no name stands between it and the next
    or the last ("two accords, the first worth $30 billion and the second $38 billion").
    """
    row = [x for x in s.mentions if x.type == "ordinal" and abs((x.value or 0) - (m.value or 0)) == 1]
    spans = (sorted(((x.start, x.end), (m.start, m.end))) for x in row)
    return any(not any(h.codes("place", "seat", "adj") for h in s.between(a[1], b[0])) for a, b in spans)


def _behind(s: Sentence, m: Mention) -> bool:
    """ "Second only to Egypt", "third worldwide"."""
    within = any(h.has(BEHIND) and h.start <= m.end < h.end for h in s.hits)
    after = _next_to(s, m)
    return within or (after is not None and after.has(BEHIND))


def _ordered(sc: Scene, *, others: bool) -> bool:
    """Whether the sentence, or the one beside it, orders holders or tells their money."""
    words = sc.frame.tops | sc.frame.nouns
    return (
        others
        or any(x.type == "money" for x in sc.s.mentions)
        or any(x.has(words) for x in (sc.s, *sc.article.near(sc.s, 1)))
    )


def _ends(s: Sentence, m: Mention) -> bool:
    """Whether no noun follows: a sum or a year does ("third with $2 billion"), a word of time ("third that year"), a
    sign, the next in the order ("Israel second and Jordan third"), or nothing.
    """
    after = _next_to(s, m)
    if _stops(s, m) or any(_beside(s, m, x) for x in s.mentions):
        return True
    follows = s.after(after.end) if after is not None and after.has(("join.and",)) else None
    next_holder = follows is not None and bool(follows.codes("place", "seat"))
    return next_holder or (after is not None and after.has(POINTS))


def _stops(s: Sentence, m: Mention) -> bool:
    return s.broken(m.end, m.end + 2) or not s.words(m.end, s.end)


def _beside(s: Sentence, m: Mention, figure: Mention) -> bool:
    """Whether a sum or a time follows within two words and no name stands between."""
    near = m.end <= figure.start and s.words(m.end, figure.start) <= 2 and not s.broken(m.end, figure.start)
    names = any(h.codes("place", "seat") for h in s.between(m.end, figure.start))
    return near and not names and figure.type in (*TIMES, "money", "number")


def _next_to(s: Sentence, m: Mention) -> Hit | None:
    after = s.after(m.end)
    return after if after is not None and s.bare(m.end, after.start) else None


def holder(sc: Scene, m: Mention, *, word: bool, alone: bool) -> Filled | None:
    """Who holds a place: the name before it, next to it where no word tells that it is one; the only one named; else
    the one of the sentence before ("In fiscal 2023 it ranked fourth").
    """
    s = sc.s
    before = [f for f in sc.inside(asked(sc), s.start, m.start) if not set_behind(s, f)]
    near = before and (word or s.words(before[-1].end, m.start) <= 1)
    if near or (before and alone and len({f.codes for f in before}) == 1):
        return Filled(before[-1].codes[:1], "own", before[-1].start, before[-1].end)
    return None if before else _told_before(sc)


def _told_before(sc: Scene) -> Filled | None:
    """The only one that the sentence before names, to whom one that names nobody goes on."""
    if sc.s.kind in ROWS or any(f.role == asked(sc) and not set_behind(sc.s, f) for f in sc.named):
        return None
    for earlier in sc.article.near(sc.s, 1)[:1]:
        told = {f.codes[:1] for f in scene(sc.article, sc.frame, earlier).named if f.role == asked(sc)}
        if earlier.block == sc.s.block and len(told) == 1:
            return Filled(told.pop(), "shared")
    return None


def set_behind(s: Sentence, filler: Filler) -> bool:
    """Whether a name is only what another is set behind ("second after Ukraine")."""
    if s.grammar.postpositions:
        after = s.after(filler.end)
        return after is not None and after.has(("time.after", "rank.behind")) and s.bare(filler.end, after.start)
    before = s.before(filler.start)
    return before is not None and before.has(("time.after", "rank.behind")) and s.bare(before.end, filler.start)
