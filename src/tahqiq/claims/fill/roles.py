"""Who fills a role of a figure: named in its item, in the head of its row, in its whole, or in sentences before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tahqiq.catalog.frames import Role
from tahqiq.claims.distances import CARRY
from tahqiq.claims.fill.carried import carried, titled
from tahqiq.claims.fill.clauses import added, as_told, with_whole
from tahqiq.claims.fill.places import OTHER, Filler, fillers
from tahqiq.claims.fill.scene import Filled, Scene, one_subject
from tahqiq.claims.fill.when import ONE_OF_THEM
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import Sentence
from tahqiq.claims.text.verb_ends import row_behind
from tahqiq.model import Basis

VERBS = ("neutral", "act.", "state.", "vote.", "say.report")
"""Kinds of concepts that a clause goes on with behind its subject."""
EVERYBODY = frozenset({"ref.everybody"})
STRONG = (";", "\u061b")
COLON = ":"


def role_of(sc: Scene, item: Item, role: Role, taken: Sequence[Mapping[str, Filled]]) -> Filled | None:
    """Who fills a role for an item. `taken` holds the roles of the items before it, in order."""
    name = role.dimension
    if item.parted:
        return None if role.matter else _of_whole(sc, item, role)  # "49 of its 88 vetoes were about X"
    each = _respective(sc, item, name) or _of_two(sc, item, name) or added(sc, item, name, taken)
    if each is not None:
        return each
    orders = all(o.figure.type == "ordinal" for o in sc.items[: item.at]) and not any(taken)
    only = role.among is not None and bool(item.at) and orders
    own = _right_behind(sc, item, role) or _own(sc, item, name, only=only)
    used = item.whole is None and bool(taken) and name in taken[-1]
    if own is not None and used and taken[-1][name].start == own.start:
        return Filled((), "assumed")  # "42 for X against four": whose four are is told elsewhere
    if own is not None and role.matter and (_and_others(sc.s, own) or _before_whole(sc.s, item, own)):
        return None  # "five vetoes, on Gaza, Jerusalem and elsewhere"
    if own is not None:
        return with_whole(sc, item, role, own, taken) or as_told(sc, item, role, own)
    if role.matter and sc.s.named(item.left, item.right, ("ref.same_matter",)):
        return same_matter(sc, item.figure.head, name)
    if sc.s.named(item.left, item.right, ("ref.others",)) or _to_many(sc, item, role) or _to_all(sc, item, role):
        return None  # "for other buyers, 30 days"
    if role.matter and (out_of(sc.s, item) or _of_all(sc.s, item)):
        return None  # "45 on the war, out of 84"
    if item.whole is not None and name in taken[item.whole]:
        return _shared(taken[item.whole][name])
    return _lent(sc, item, role, taken)


def _lent(sc: Scene, item: Item, role: Role, taken: Sequence[Mapping[str, Filled]]) -> Filled | None:
    """Who fills a role that an item does not name itself: the head of its row, the row before, or the text before."""
    name = role.dimension
    if role.among and _by_another(sc, item, role):
        return Filled((), "assumed")
    head = _head(sc, item, name)
    if head is not None:
        return Filled(head.codes, "shared", head.start, head.end)
    row = _row(sc, item, name, taken) or _row_behind(sc, item, name)
    if row is not None:
        return row
    return None if role.fixed else carried(sc, item, role)


def _by_another(sc: Scene, item: Item, role: Role) -> bool:
    """Whether a figure is told as what one did who plays no role here ("the US 76 and X only five: once by Y")."""
    s = sc.s
    leads = [h for h in s.between(item.figure.end, item.near_right) if h.has(role.leads)]
    after = s.after(leads[0].end) if leads else None
    behind = after is not None and bool(after.codes("place", "seat")) and s.bare(leads[0].end, after.start)
    return behind and s.bare(item.figure.end, leads[0].start)


def _of_whole(sc: Scene, item: Item, role: Role) -> Filled | None:
    """Who is behind a whole that a part is told of: named right beside it, or pointed at by "its"; not the one who is
    told to have a part ("X cast 34 of the 36").
    """
    beside = sc.inside(role.dimension, item.left, item.right)
    if beside:
        return Filled(beside[0].codes, "own", beside[0].start, beside[0].end)
    before = sc.inside(role.dimension, sc.s.start, item.left)
    headed = bool(before) and COLON in sc.s.text[before[-1].end : item.left]  # "Its vetoes concern one: 49 of 88"
    if not headed and not sc.s.named(item.left, item.figure.head, ("ref.its",)):
        return Filled((), "assumed")
    return Filled(before[-1].codes, "shared") if before else carried(sc, item, role)


def out_of(s: Sentence, item: Item) -> bool:
    """Whether a figure is told as the whole that another is a part of ("45 out of 84")."""
    before = s.before(item.figure.head)
    return before is not None and before.has(("part.out_of",)) and s.bare(before.end, item.figure.head)


def _before_whole(s: Sentence, item: Item, filler: Filler) -> bool:
    """Whether a name stands before "out of", so that it tells of the part, not of the whole ("43 on X out of 80")."""
    return filler.end <= item.figure.head and out_of(s, item)


def _of_all(s: Sentence, item: Item) -> bool:
    """Whether a figure behind another is told for all matters ("51 on the war, and in all 86", "the 43rd on the war and
    the 80th altogether").
    """
    after = s.after(item.figure.end)
    behind = after is not None and after.has(("sum.total", "time.ever")) and s.bare(item.figure.end, after.start)
    return bool(item.at) and (behind or s.named(item.left, item.figure.head, ("sum.total",)))


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
    if not sc.s.has(OF_TWO):
        return None
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


def _to_all(sc: Scene, item: Item, role: Role) -> bool:
    """Whether a sum is told for all recipients together ("$5.7 billion of grants worldwide")."""
    s, f = sc.s, item.figure
    alls = [h for h in s.between(item.near_left, item.near_right) if h.has(sc.frame.alls & EVERYBODY)]
    return not role.fixed and any(not s.broken(min(h.end, f.end), max(h.start, f.head)) for h in alls)


def _own(sc: Scene, item: Item, name: str, *, only: bool = False) -> Filler | None:
    """The filler in the item's own clause, one that a word leads to first; else in the rest of its stretch. `only`: no
    figure before it counts anything ("Britain, second in the list, cast 29").
    """
    spans = ((item.near_left, item.near_right), (item.left, item.right), (sc.s.start, item.right))
    for left, right in spans if only else spans[:2]:
        inside = sc.inside(name, left, right)
        before = [f for f in inside if f.end <= item.figure.head + 1 and not _of_one_act(sc, name, left, f)]
        after = [f for f in inside if f.start >= item.figure.end - 1 and not _parted(sc.s, item.figure.end, f.start)]
        after = [f for f in after if not _of_another(sc, item.figure.end, f)]
        led = [f for f in after if f.led and not sc.s.broken(item.figure.end, f.start)]
        if sc.frame.roles[name].leads and led and not any(f.led for f in before):
            return led[0]
        if before:
            return before[-1]
        if after:
            return after[0]
    return None


def _right_behind(sc: Scene, item: Item, role: Role) -> Filler | None:
    """The one of those who act that "for" right behind a figure leads to ("it was 42 for X against four")."""
    led = sc.s.after(item.figure.end)
    leads = led is not None and led.has(("lead.for", "time.during")) and sc.s.bare(item.figure.end, led.start)
    if role.among is None or led is None or not leads:
        return None
    return next((f for f in sc.named if f.role == role.dimension and sc.s.bare(led.end, f.start)), None)


def _of_another(sc: Scene, start: int, filler: Filler) -> bool:
    """Whether a name behind a figure and a comma tells of something else: of one of the acts ("29, the first over
    Suez"), or in a clause of its own ("46 for Israel, and Russia has ...", "four times: even France stood aside").
    """
    s, end, after = sc.s, filler.start, sc.s.after(filler.end)
    first = any(m.type == "ordinal" and m.value == 1 and start <= m.start < end for m in s.mentions)
    beside = after is not None and s.bare(filler.end, after.start)
    goes_on = beside and after is not None and after.has(sc.frame.verbs)
    verb = beside and after is not None and after.of_kind(VERBS)
    anew = s.named(start, end, ("join.and",)) or any(s.text[i] == COLON for i in s.marks(start, end))
    clause = goes_on or (verb and anew)
    return s.broken(start, end) and (first or clause or s.named(start, end, ONE_OF_THEM))


def _of_one_act(sc: Scene, name: str, left: int, filler: Filler) -> bool:
    """Whether a name only tells what one dated act was about, not what is counted ("With Wednesday's veto on Mali it is
    121 in all").
    """
    acts = [h for h in sc.s.between(left, filler.start) if h.has(sc.frame.things)]
    days = [h for h in sc.s.between(left, acts[-1].start) if any(map(is_day, h.ids))] if acts else []
    matter = sc.frame.roles[name].matter and not sc.frame.currency
    return matter and bool(days) and sc.s.words(days[-1].end, acts[-1].start) <= 1


def is_day(concept: str) -> bool:
    """Whether a concept is a day told from that of the text."""
    return concept.startswith("time.weekday") or concept in (
        "time.today",
        "time.yesterday",
        "time.day_before_yesterday",
    )


def _and_others(s: Sentence, filler: Filler) -> bool:
    """Whether words behind a name say that others are meant too."""
    after = s.after(filler.end)
    return after is not None and after.has(("ref.more",)) and s.words(filler.end, after.start) <= 1


def _parted(s: Sentence, start: int, end: int) -> bool:
    """Whether a mark stronger than a comma lies between two places: what follows it tells of something else."""
    return any(s.text[i] in STRONG for i in s.marks(start, end))


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
    own = own or (bool(sc.frame.currency) and any(item.left <= m.start < item.right for m in sc.s.mentions if m.date))
    first, role = taken[0][name], sc.frame.roles[name]
    anew = role.matter and _verb(sc, item)
    listed = bool(sc.frame.currency) and _behind_colon(sc, item)
    if ((item.joined and own) or listed) and not anew and not _own_contrast(sc, item, name):
        return Filled(first.codes, "shared" if first.basis in ("own", "shared") else first.basis)
    gapped = item.joined and not own and _gapped(sc, item)
    if gapped and role.among is not None and first.basis in ("own", "shared"):
        return Filled(first.codes, "shared")  # "21 vetoes in the 1970s, and 42 in the 1980s"
    topical = first.basis == "topic" or (gapped and first.basis != "carried") or set(first.codes) == titled(sc, role)
    lent: Basis = "topic" if topical else "carried"
    return Filled(first.codes, "shared" if role.fixed else lent)


def _row_behind(sc: Scene, item: Item, name: str) -> Filled | None:
    """Whom a later item of a row is led to, for those before it that share its verb where that stands last."""
    named = [f for o in row_behind(sc.s, sc.items, item) if (f := _own(sc, o, name)) is not None and f.led]
    return Filled(named[-1].codes, "shared") if len({f.codes for f in named}) == 1 else None


def _gapped(sc: Scene, item: Item) -> bool:
    """Whether an item leaves out its verb and names nobody: all it says is another figure and another time."""
    inside = sc.s.between(item.left, item.figure.head)
    verb = any(h.has(sc.frame.acts) or h.of_kind(("act.", "say.")) for h in inside)
    return not verb and not any(h.codes("place", "seat", "adj") for h in inside)


def same_matter(sc: Scene, end: int, name: str) -> Filled:
    """What was told last that acts were about, where words point at it: "ten times in the same file"."""
    here = [f for f in sc.inside(name, sc.s.start, end) if f.led]
    before = [[f for f in fillers(x, sc.frame) if f.role == name] for x in reversed(sc.article.near(sc.s, CARRY))]
    last = next((listed for listed in (here, *before) if listed), [])
    led = [f for f in last if f.led] or (last if len({f.codes for f in last}) == 1 else [])
    return Filled(one_subject(led[-1].codes), "shared") if led else Filled((), "assumed")


def _behind_colon(sc: Scene, item: Item) -> bool:
    """Whether a sum is one of those that a colon lists behind the first, with no verb of its own."""
    s, first = sc.s, sc.items[0].figure
    colons = [i for i in s.marks(first.end, item.figure.head) if s.text[i] == ":"]
    said = {i for h in s.between(colons[-1], item.figure.head) for i in h.ids} if colons else set()
    return bool(colons) and not any(i.startswith("act.") for i in said)


def _verb(sc: Scene, item: Item) -> bool:
    """Whether an item of a row has a verb of its own ("17 on Syria, and Moscow has vetoed 129 drafts")."""
    inside = [h for h in sc.s.between(item.left, item.figure.head) if h.has(sc.frame.acts)]
    return any(all(i.startswith("act.") for i in h.ids) for h in inside)


def _shared(found: Filled) -> Filled:
    return Filled(found.codes, "shared" if found.basis == "own" else found.basis, found.start, found.end)
