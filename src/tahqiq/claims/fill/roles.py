"""Who fills a role of a figure: named in its item, in the head of its row, in its whole, or in sentences before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tahqiq.catalog.frames import Frame, Role
from tahqiq.catalog.places import group_of
from tahqiq.claims.distances import CARRY
from tahqiq.claims.fill.guards import EVERY, speaks
from tahqiq.claims.fill.places import OTHER, Filler, fillers, leaders
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure
from tahqiq.claims.text.items import PARTS, Item, items_of
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis

STRONG = (";", "\u061b")
MILLION = 1_000_000
"""A number of this size counts no acts."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The places that fill a role, how the figure comes by them, and where they are named (None: elsewhere)."""

    codes: tuple[str, ...]
    basis: Basis
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence seen by one frame: its items and who plays which role in it."""

    article: Article
    frame: Frame
    s: Sentence
    items: Sequence[Item]
    named: Sequence[Filler]

    def inside(self, role: str, start: int, end: int) -> list[Filler]:
        """The fillers of a role within a span."""
        return [f for f in self.named if f.role == role and start <= f.start and f.end <= end]


def scene(article: Article, frame: Frame, s: Sentence) -> Scene:
    """The sentence as the frame sees it: cut at the figures that are of its kind."""
    listed: list[Figure] = []
    for f in article.figures.get(s.at, ()):
        apart = bool(listed) and s.broken(listed[-1].end, f.head)
        first = f.type == "ordinal" and f.value == 1 and not any(o.type == "ordinal" for o in listed)
        if _cuts(frame, f) and not first and (apart or not _measures_time(s, f, frame)):
            listed.append(f)  # "since it first used it" counts nothing
    named = fillers(s, frame)
    acting = leaders(s, frame, named) if _at_the_body(article, frame, s, named) else []
    return Scene(article, frame, s, items_of(s, listed), [*named, *acting])


def _at_the_body(article: Article, frame: Frame, s: Sentence, named: Sequence[Filler]) -> bool:
    """Whether acts of the body are meant, so that someone named acts for a state and not in an office at home."""
    told = any(frame.roles[f.role].matter for f in named if f.role in frame.roles)
    near = (s, *article.near(s, CARRY))
    return told or any(x.has(frame.ours) for x in near) or bool(topic_of(article, frame, s))


def _measures_time(s: Sentence, f: Figure, frame: Frame) -> bool:
    """Whether a figure only says how long ("in eight years"), so that it parts no items."""
    around = [h for h in s.hits if h.start <= f.start and f.end < h.end] or [h for h in [s.after(f.end)] if h]
    told = bool(around) and around[0].has(("time.open", "unit.time")) and not around[0].has(frame.counts)
    if f.type != "number" or not told or s.words(f.end, max(f.end, around[0].start)):
        return False
    return not any(m.type == "date" and s.bare(around[0].end, m.start) for m in s.mentions)  # "one, year 2010"


def _cuts(frame: Frame, f: Figure) -> bool:
    """Whether a figure opens an item of its own for a frame: sums and shares for money, numbers for counts."""
    large = f.type == "number" and f.value >= MILLION
    if frame.currency or frame.value == "money" or frame.shape == "share":
        return f.type in ("money", "percentage") or large or f.value < 1
    return f.type != "money" and not large


def role_of(sc: Scene, item: Item, role: Role, taken: Sequence[Mapping[str, Filled]]) -> Filled | None:
    """Who fills a role for an item. `taken` holds the roles of the items before it, in order."""
    name = role.dimension
    each = _respective(sc, item, name) or _of_two(sc, item, name)
    if each is not None:
        return each
    own = _own(sc, item, name)
    if own is not None:
        return Filled(own.codes, "own", own.start, own.end)
    if sc.s.named(item.left, item.right, ("ref.others",)) or _to_many(sc, item, role):
        return None  # "for other buyers, 30 days"
    if item.whole is not None and name in taken[item.whole]:
        return _shared(taken[item.whole][name])
    head = _head(sc, item, name)
    if head is not None:
        return Filled(head.codes, "shared", head.start, head.end)
    row = _row(sc, item, name, taken)
    if row is not None:
        return row
    return None if role.fixed else _carried(sc, item, role)


def _respective(sc: Scene, item: Item, name: str) -> Filled | None:
    """The one of several named together that a figure is told for, by its place: "A, B and C got 3, 2 and 1,
    respectively".
    """
    if not sc.s.has(("dist.respectively",)):
        return None
    row = next((f for f in sc.named if f.role == name and len(f.codes) == len(sc.items) > 1), None)
    return Filled((row.codes[item.at],), "own", row.start, row.end) if row else None


OF_TWO = {"ref.first_of_two": 0, "ref.second_of_two": 1}


def _of_two(sc: Scene, item: Item, name: str) -> Filled | None:
    """The one of the two named together before that the words point at: "eight drafts on the former"."""
    place = next((n for h in sc.s.between(item.left, item.right) for i, n in OF_TWO.items() if h.has((i,))), None)
    pairs = [f for f in sc.inside(name, sc.s.start, item.figure.head) if len(f.codes) == 2]
    return Filled((pairs[-1].codes[place],), "shared") if pairs and place is not None else None


def _to_many(sc: Scene, item: Item, role: Role) -> bool:
    """Whether what follows leads to a number of unnamed states ("$677 billion to 213 countries")."""
    s = sc.s
    led = [
        h for h in s.between(item.figure.end, item.near_right) if h.has(role.leads) and h.has(("lead.to", "lead.for"))
    ]
    return any(
        (after := s.after(h.end)) is not None and after.has(("noun.voter",)) and s.words(h.end, after.start) <= 2
        for h in led
    )


def _own(sc: Scene, item: Item, name: str) -> Filler | None:
    """The filler in the item's own clause, one that a word leads to first; else in the rest of its stretch."""
    for left, right in ((item.near_left, item.near_right), (item.left, item.right)):
        inside = sc.inside(name, left, right)
        before = [f for f in inside if f.end <= item.figure.head + 1]
        after = [f for f in inside if f.start >= item.figure.end - 1 and not _parted(sc.s, item.figure.end, f.start)]
        led = [f for f in after if f.led and not sc.s.broken(item.figure.end, f.start)]
        if sc.frame.roles[name].leads and led and not any(f.led for f in before):
            return led[0]
        if before:
            return before[-1]
        if after:
            return after[0]
    return None


def _parted(s: Sentence, start: int, end: int) -> bool:
    """Whether a mark stronger than a comma lies between two places: what follows it tells of something else."""
    return any(s.mark(i) in STRONG for i in range(start, end))


def _head(sc: Scene, item: Item, name: str) -> Filler | None:
    """A name before the first figure of the sentence, unless the first item's own clause has used it up."""
    if not item.at:
        return None
    first = sc.items[0]
    before = sc.inside(name, sc.s.start, first.figure.head)
    return before[-1] if before and not _own_contrast(sc, item, name) else None


def _own_contrast(sc: Scene, item: Item, name: str) -> bool:
    """Whether the other items of the row name this role each for itself, so that none of them lends its own."""
    others = [o for o in sc.items[1:] if o is not item and o.whole is None]
    return any(sc.inside(name, o.left, o.right) for o in others)


def _row(sc: Scene, item: Item, name: str, taken: Sequence[Mapping[str, Filled]]) -> Filled | None:
    """What the first item of a row says and this one leaves out with its verb."""
    if not item.at or not taken or name not in taken[0]:
        return None
    own = any(f.start >= item.left and f.end <= item.right for f in sc.named if f.role != OTHER)
    first = taken[0][name]
    if item.joined and own and not _own_contrast(sc, item, name):
        return Filled(first.codes, "shared" if first.basis in ("own", "shared") else first.basis)
    role = sc.frame.roles[name]
    lent: Basis = "topic" if first.basis == "topic" or set(first.codes) == _titled(sc, role) else "carried"
    return Filled(first.codes, "shared" if role.fixed else lent)


def _shared(found: Filled) -> Filled:
    return Filled(found.codes, "shared" if found.basis == "own" else found.basis, found.start, found.end)


def _carried(sc: Scene, item: Item, role: Role) -> Filled | None:
    """The filler named in the line above a list, else in the sentences just before.

    One that the words point back to and that is named nowhere is assumed: what is counted is narrower than what was
    read.
    """
    for head in sc.article.heads(sc.s):
        named = [f for f in fillers(head, sc.frame) if f.role == role.dimension]
        if named:
            return Filled(named[0].codes, "shared")
    back = points_back(sc, item, role)
    listed = sc.article.head(sc.s) is not None  # a line of a list takes nothing from the line before it
    if not back and (listed or not role.carried):
        return None
    pronoun = sc.s.has(("ref.its",))
    every = role.among is not None and sc.s.has(EVERY) and not pronoun  # "the veto was used 260 times in all"
    for gap, earlier in enumerate(reversed(sc.article.sentences[max(0, sc.s.at - CARRY) : sc.s.at])):
        named = [f for f in fillers(earlier, sc.frame) if f.role == role.dimension]
        if named:
            alone = len({f.codes for f in named}) == 1
            sure = alone and (pronoun or gap == 0) and earlier.block == sc.s.block
            sure = not every and (sure or alone_so_far(sc, role, named[0]))
            topic: Basis = "topic" if set(named[0].codes) == _titled(sc, role) else "carried"
            return Filled(named[0].codes, "shared" if sure else topic)
    return Filled((), "assumed") if back and role.matter else None


def _titled(sc: Scene, role: Role) -> set[str]:
    """Who may fill a role of those that the first line of the text names: what it is about."""
    hits = sc.article.sentences[0].hits
    return {c for h in hits for c in h.codes(*role.kinds) if role.among is None or c in role.among} - role.not_among


def topic_of(article: Article, frame: Frame, s: Sentence) -> tuple[str, ...]:
    """The one place that the line above, or the first line of the text, says the acts are about ("Vetoes on Syria")."""
    for line in (*article.heads(s), article.sentences[0]):
        named = {f.codes for f in fillers(line, frame) if f.role in frame.roles and frame.roles[f.role].matter}
        told = speaks(frame, line) or line.has(frame.beside)
        if line is not s and told and len(named) == 1:
            return one_subject(named.pop())
    return ()


def points_back(sc: Scene, item: Item, role: Role) -> bool:
    """Whether the words say that the role is filled by something told before: "such vetoes", "drafts on the conflict",
    "on ten of those occasions", "on each of those thirteen occasions".
    """
    s = sc.s
    if s.has(("ref.such",)):
        return True
    if not role.matter:
        return False
    nouns = [h for h in s.between(item.near_left, item.near_right) if h.has(("noun.matter",))]
    led = any(
        b is not None and b.has(role.leads) and s.bare(b.end, h.start) for h in nouns for b in [s.before(h.start)]
    )
    before = s.before(item.figure.head)
    those = before is not None and before.has(("ref.those", *PARTS)) and s.bare(before.end, item.figure.head)
    if those and item.whole is None:
        return True
    after = s.after(item.figure.end)
    part = after is not None and after.has(PARTS) and s.bare(item.figure.end, after.start)
    return led or (part and item.whole is None)


def alone_so_far(sc: Scene, role: Role, filler: Filler) -> bool:
    """Whether the paragraph so far, or the whole text, names nobody else who could fill the role."""
    block = [s for s in sc.article.near(sc.s, BLOCK) if s.block == sc.s.block]
    here = {c for s in (*block, sc.s) for h in s.hits for c in h.codes(*role.kinds)}
    return any(_nobody_else(named, role, filler) for named in (here, sc.article.codes(role.kinds)))


BLOCK = 40
"""No more sentences of a paragraph are looked through for who else is named."""


def _nobody_else(named: set[str], role: Role, filler: Filler) -> bool:
    codes = named if role.among is None else named & role.among
    return codes - role.not_among <= set(filler.codes)


def one_subject(codes: Sequence[str]) -> tuple[str, ...]:
    """The first place and those that share its subject, told as that one place."""
    return tuple(codes[:1]) if all(c in group_of(codes[0]) for c in codes) else tuple(codes)
