"""Who fills a role that a sentence leaves out: the line above it, the question it answers, the sentences before."""

from __future__ import annotations

from tahqiq.catalog.frames import Role
from tahqiq.claims.distances import CARRY
from tahqiq.claims.fill.guards import EVERY, speaks
from tahqiq.claims.fill.named import all_fillers
from tahqiq.claims.fill.places import Filler, fillers, only_city
from tahqiq.claims.fill.scene import Filled, Scene
from tahqiq.claims.fill.when import TIMES
from tahqiq.claims.text.items import PARTS, Item, in_columns
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis


def carried(sc: Scene, item: Item, role: Role) -> Filled | None:
    """The filler named in the line above a list, else in the sentences just before.

    One that the words point back to and that is named nowhere is assumed: what is counted is narrower than what was
    read.
    """
    asked = () if item.at or named_of_a_part(sc, role) else _asked(sc)
    for head in (*sc.article.heads(sc.s), *asked):
        found = all_fillers(head, sc.frame) if sc.frame.classed else fillers(head, sc.frame)
        named = [f for f in found if f.role == role.dimension and not (role.matter and _tells_when(head, f))]
        if named:
            columns = head not in asked and in_columns(sc.s, sc.items)
            return Filled(named[0].codes, "carried" if columns else "shared")
    lines = _lines_before(sc) if _tells_time_alone(sc) else []
    named = [f for x in lines for f in fillers(x, sc.frame) if f.role == role.dimension]
    if named and len({f.codes for f in named}) == 1:
        return Filled(named[0].codes, "shared")  # "- 2022: 20.6 billion to Ukraine", "- 2023: 48.6 billion"
    back = points_back(sc, item, role)
    listed = sc.article.head(sc.s) is not None  # a line of a list takes nothing from the line before it
    if not back and (listed or not role.carried):
        return None
    pronoun = sc.s.has(("ref.its",))
    every = role.among is not None and sc.s.has(EVERY) and not pronoun  # "the veto was used 260 times in all"
    for gap, earlier in enumerate(reversed(sc.article.sentences[max(0, sc.s.at - CARRY) : sc.s.at])):
        named = [f for f in fillers(earlier, sc.frame) if f.role == role.dimension]
        named = [f for f in named if not (role.matter and only_city(earlier, f))]
        if role.among is not None and only_votes(sc, earlier):
            continue
        if named and sc.frame.currency and _of_part(earlier, named[0]):
            return None
        if named:
            alone = len({f.codes for f in named}) == 1
            sure = alone and (pronoun or gap == 0) and earlier.block == sc.s.block
            sure = not every and (sure or alone_so_far(sc, role, named[0])) and not _under_list(sc, earlier)
            topic: Basis = "topic" if set(named[0].codes) == titled(sc, role) else "carried"
            return Filled(named[0].codes, "shared" if sure else topic)
    return Filled((), "assumed") if back and role.matter and not _told_of_all(sc) else None


def only_votes(sc: Scene, earlier: Sentence) -> bool:
    """Whether a sentence tells who voted how, and not who acted ("one abstention, that of Britain")."""
    return earlier.has(VOTES) and not speaks(sc.frame, earlier)


def _told_of_all(sc: Scene) -> bool:
    """Whether the sentence before counts the acts of all, so that "of them" narrows nothing ("260 vetoes so far; the
    US cast 89 of them, and of those ...").
    """
    for earlier in sc.article.near(sc.s, 1):
        counted = any(f.type == "number" for f in sc.article.figures.get(earlier.at, ()))
        return counted and speaks(sc.frame, earlier) and not fillers(earlier, sc.frame)
    return False


def _tells_when(s: Sentence, filler: Filler) -> bool:
    """Whether a name only belongs to a day up to or from which a list counts ("compiled after the vote on Gaza of 18
    September 2025").
    """
    left, right = s.clause(filler.start, filler.end)
    dated = any(m.type in TIMES and filler.end <= m.start < right for m in s.mentions)
    return dated and s.named(left, filler.start, BOUNDS)


def _of_part(s: Sentence, filler: Filler) -> bool:
    """Whether a name only tells whom a part of a sum was for ("100 billion, almost half of it for X")."""
    parts = [h.end for h in s.hits if h.has(PARTS) and h.end <= filler.start]
    return any(not s.broken(end, filler.start) for end in parts)


def _asked(sc: Scene) -> list[Sentence]:
    """The question right before the sentence, where it speaks of the frame: what it names is meant in the answer."""
    return [x for x in sc.article.near(sc.s, 1) if x.asks() and speaks(sc.frame, x)]


def _under_list(sc: Scene, earlier: Sentence) -> bool:
    """Whether a paragraph stands under the list that a line before it belongs to: it may speak of all its lines."""
    return earlier.kind in ROWS and sc.s.kind not in ROWS


def named_of_a_part(sc: Scene, role: Role) -> bool:
    """Whether a part of the figure names who fills the role, so that the whole is of all ("83, 46 of them for X")."""
    return any(o.whole is not None and sc.inside(role.dimension, o.left, o.right) for o in sc.items)


def _tells_time_alone(sc: Scene) -> bool:
    """Whether a line of a list tells a time and a figure, and names nobody."""
    lined = sc.s.kind in ROWS and not any(h.codes("place", "seat", "adj", "subject") for h in sc.s.hits)
    return lined and any(m.type in TIMES for m in sc.s.mentions)


def _lines_before(sc: Scene) -> list[Sentence]:
    """The lines of the same list before this one."""
    near = sc.article.near(sc.s, BLOCK)
    first = max((i for i, x in enumerate(near) if x.kind not in ROWS), default=-1)
    return list(near[first + 1 :])


def titled(sc: Scene, role: Role) -> set[str]:
    """Who may fill a role of those that the first line of the text names: what it is about."""
    hits = sc.article.sentences[0].hits
    return {c for h in hits for c in h.codes(*role.kinds) if role.among is None or c in role.among} - role.not_among


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


VOTES = ("vote.in_favour", "vote.against", "vote.abstaining", "vote.backed")
BOUNDS = ("time.after", "time.before", "time.since", "time.until", "time.as_of")
BLOCK = 40
"""No more sentences of a paragraph are looked through for who else is named."""


def _nobody_else(named: set[str], role: Role, filler: Filler) -> bool:
    codes = named if role.among is None else named & role.among
    return codes - role.not_among <= set(filler.codes)
