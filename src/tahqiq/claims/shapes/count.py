"""Counts and ordinals: "83 times, 46 of them for ...", "the 49th time", "Britain 32, France 18"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tahqiq.catalog.frames import Frame, Role, frames_of
from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.distances import CARRY, PHRASE, ROW
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.guards import aspect_of, is_foreign, speaks
from tahqiq.claims.fill.places import OTHER
from tahqiq.claims.fill.roles import Filled, Scene, one_subject, role_of, scene
from tahqiq.claims.fill.times import When, time_of
from tahqiq.claims.shapes.candidates import Candidate, basis_of, filters_of, mode, readings_of, stated, whole_number
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import TRANSPARENT, Figure, numbered, qualifier, unit_of
from tahqiq.claims.text.items import PARTS, Item
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Claim

EVERY = frozenset({"noun.members", "sum.total", "time.ever", "state.stood"})
"""Words that say that the acts of all are counted."""
NUMBERS = frozenset({"number.once", "number.twice", "number.thrice"})
SKIP = ("aspect.plan", "aspect.promise", "aspect.request", "aspect.cut", "aspect.change", "aspect.attempt")
"""Aspects of money only: words that say them of a count are those of what was voted on."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure that counts acts of a frame: its item and its unit; `ordinal`: it numbers one act."""

    item: Item
    unit: Hit | None
    ordinal: bool

    @property
    def start(self) -> int:
        """Where the figure or its unit begins."""
        return min(self.item.figure.head, self.unit.start if self.unit else self.item.figure.head)

    @property
    def end(self) -> int:
        """Where the figure or its unit ends."""
        return max(self.item.figure.end, self.unit.end if self.unit else 0)


def read_counts(article: Article) -> Iterator[Candidate]:
    """Every count and ordinal that a frame recognises."""
    for frame in frames_of("count"):
        last = -CARRY - 1
        for s in article.sentences:
            own = speaks(frame, s)
            head = article.head(s)
            under = head is not None and speaks(frame, head)
            near = s.at - last <= CARRY
            if own and not is_foreign(frame, s):
                last = s.at
            if s.at not in article.figures or is_foreign(frame, s) or (s.kind == "heading" and s.asks()):
                continue
            if own or under or near:
                yield from _sentence(scene(article, frame, s), own=own, row=under or _is_row(s))


def _is_row(s: Sentence) -> bool:
    return s.end - s.start <= ROW


def _sentence(sc: Scene, *, own: bool, row: bool) -> Iterator[Candidate]:
    taken: list[dict[str, Filled]] = []
    times: list[When] = []
    counts: list[Count | None] = []
    for item in sc.items:
        count = _count(sc, item, counts, own=own, row=row)
        roles = _roles(sc, item, taken) if count else {}
        moment = _moment(sc, item, count, times) if count else When()
        taken.append(roles)
        times.append(moment)
        counts.append(count)
        if count is not None and _allowed(sc, count, roles, own=own):
            yield from _claims(sc, count, roles, moment)


def _count(sc: Scene, item: Item, before: list[Count | None], *, own: bool, row: bool) -> Count | None:
    f = item.figure
    if f.type not in ("number", "ordinal") or f.value != int(f.value) or f.value < 1:
        return None
    if _left_out(sc.s, f) or (f.unit is not None and not f.unit.has(sc.frame.counts | NUMBERS)):
        return None
    unit = unit_of(sc.s, f, sc.frame.counts | sc.frame.acted)
    if unit is not None and not _counts(sc, item, unit, before, own=own):
        unit = None
    if f.type == "ordinal":
        return _ordinal(sc, item, unit, own=own)
    if unit is not None:
        return Count(item, unit, numbered(sc.s, f))
    return Count(item, None, False) if _bare(sc, item, before, row=row) else None


def _left_out(s: Sentence, f: Figure) -> bool:
    """Whether the figure is taken off a whole ("all but three")."""
    before = s.before(f.head)
    return before is not None and before.has(("minus.all_but",)) and s.words(before.end, f.head) == 0


def _counts(sc: Scene, item: Item, unit: Hit, before: list[Count | None], *, own: bool) -> bool:
    """Whether the noun counts acts here: a thing of the frame does; "times" and "drafts" do beside an act."""
    frame, s = sc.frame, sc.s
    if unit.has(frame.things) and not unit.has(("unit.times",)):
        return own
    if unit.has(("unit.times",)) or item.figure.unit is unit:
        acts = s.between(item.near_left if item.at else s.start, item.near_right)
        return any(h.has(frame.acts) for h in acts) or any(before) or not own
    acts = [h for h in s.between(item.left if item.at else s.start, item.right) if h.has(frame.acts) and h is not unit]
    near = [h for h in acts if s.words(min(h.end, unit.end), max(h.start, unit.start)) <= 3 * PHRASE]
    return bool(near) or any(before)


def _ordinal(sc: Scene, item: Item, unit: Hit | None, *, own: bool) -> Count | None:
    f, s = item.figure, sc.s
    if f.value < 2:
        return None
    if unit is not None:
        label = s.text[unit.end : unit.end + 2].lstrip().startswith(":")
        return None if label or s.words(f.end, unit.start) > PHRASE else Count(item, unit, True)
    owned = s.before(f.start)
    its = owned is not None and owned.has(("ref.its",)) and s.words(owned.end, f.start) == 0
    after = s.after(f.end)
    stands = (
        after is not None and s.words(f.end, after.start) == 0 and after.has(("sum.total", "time.ever", "time.since"))
    )
    ends = not s.text[f.end : s.end].lstrip()[:1].isalnum()
    return Count(item, None, True) if own and (stands or (its and ends)) else None


def _bare(sc: Scene, item: Item, before: list[Count | None], *, row: bool) -> bool:
    """Whether a figure without a unit goes on a row of counts, is a part of one, or stands in a row of a table."""
    s, f = sc.s, item.figure
    if not _no_noun(s, f):
        return False
    if item.whole is not None and before[item.whole] is not None:
        return True
    if item.at == 0 and s.named(item.left, f.head, PARTS):
        return True  # "Of these, 45 shielded ..."
    named = any(x.start >= item.left and x.end <= item.right for x in sc.named if x.role != OTHER)
    if any(before) and named:
        return True
    if row and named and len(sc.items) <= 2:
        return True
    if _behind_act(sc, f):
        return True
    listed = len(sc.items) > 1 and _direct(sc, item)
    return listed or (not any(before) and _direct(sc, item) and _cast(sc, item))


def _behind_act(sc: Scene, f: Figure) -> bool:
    """Whether the verb of an act stands right before the figure ("has cast 18")."""
    before = next((h for h in reversed(sc.s.hits) if h.end <= f.head and not h.has(TRANSPARENT)), None)
    return before is not None and before.has(sc.frame.acts) and not s_gap(sc.s, before, f)


def s_gap(s: Sentence, hit: Hit, f: Figure) -> bool:
    """Whether anything but words that change nothing lies between a word and a figure."""
    between = s.between(hit.end, f.head)
    return s.broken(hit.end, f.head) or s.words(hit.end, f.head) > sum(s.words(h.start, h.end) for h in between)


def _direct(sc: Scene, item: Item) -> bool:
    """Whether a filler stands right before the figure ("Russia 123", "Russia with 123")."""
    for x in sc.named:
        if x.role != OTHER and x.end <= item.figure.head + 1 and sc.s.words(x.end, item.figure.head) <= 1:
            inside = sc.s.between(x.end, item.figure.head)
            return all(h.has((*TRANSPARENT, "sum.made_of", "vote.won", "join.and", "state.stood")) for h in inside)
    return False


def _cast(sc: Scene, item: Item) -> bool:
    return sc.s.named(item.near_left, item.near_right, sc.frame.acts | sc.frame.things)


def _no_noun(s: Sentence, f: Figure) -> bool:
    """Whether no noun stands behind the figure that it might count."""
    rest = s.text[f.end : s.end].lstrip(" \u00a0")
    if not rest or not (rest[0].isalnum() or rest[0] in "$%"):
        return True
    after = s.after(f.end)
    if after is None or s.words(f.end, after.start):
        return False
    leads = any(
        i.startswith(("lead.", "part.", "join.", "time.", "sum.", "dist.", "period.", "tail.")) for i in after.ids
    )
    return leads or after.has(("neutral",)) or bool(after.codes("place", "seat"))


def _roles(sc: Scene, item: Item, taken: list[dict[str, Filled]]) -> dict[str, Filled]:
    found: dict[str, Filled] = {}
    for name, role in sc.frame.roles.items():
        filled = role_of(sc, item, role, taken)
        if filled is None and not role.carried:
            filled = _goes_with(sc, role, found)
        if filled is not None:
            codes = filled.codes if role.among else one_subject(filled.codes)
            found[name] = replace(filled, codes=codes)
    return found


def _goes_with(sc: Scene, role: Role, found: Mapping[str, Filled]) -> Filled | None:
    """What the acts are about, from the sentence that also names who acts, where this one names neither."""
    acting = next((f for n, f in found.items() if sc.frame.roles[n].among), None)
    if acting is None or acting.basis == "own" or acting.start is not None or sc.s.has(("sum.total", "time.ever")):
        return None
    for earlier in reversed(sc.article.near(sc.s, CARRY)):
        x = scene(sc.article, sc.frame, earlier)
        named = [f for f in x.named if f.role == role.dimension and f.led]
        if any(sc.frame.roles[f.role].among for f in x.named if f.role in sc.frame.roles):
            return Filled(named[0].codes, acting.basis) if named else None
    return None


def _moment(sc: Scene, item: Item, count: Count, times: list[When]) -> When:
    """The time of a count: a day it stood on, a period it counts over."""
    moment = time_of(sc.article, sc.s, sc.items, item)
    if not moment.told and item.whole is not None and times[item.whole].told:
        moment = replace(times[item.whole], basis="shared")
    if moment.date is not None and not count.ordinal:
        standing = sc.s.named(item.left, item.figure.head, ("state.stood",))
        day = len(moment.date) == 10
        moment = moment if standing or day else replace(moment, date=None, period=moment.date)
        moment = moment if standing or not day else replace(moment, date=None, period=None)
    late = sc.article.published and moment.period and moment.period[:10] > sc.article.published.isoformat()
    return When() if late else moment


def _allowed(sc: Scene, count: Count, roles: dict[str, Filled], *, own: bool) -> bool:
    """Whether nothing in the clause makes the figure something else, and the body's acts are meant."""
    left, right = count.item.near_left, count.item.near_right
    if any(h.has(sc.frame.unless) for h in sc.s.between(left, right) if not h.has(sc.frame.counts)):
        return False
    member = any(r.among and n in roles for n, r in sc.frame.roles.items())
    near = (sc.s, *sc.article.near(sc.s, 2, 1))
    return member or (own and (sc.s.has(EVERY) or any(x.has(sc.frame.ours) for x in near)))


def _claims(sc: Scene, count: Count, roles: dict[str, Filled], moment: When) -> Iterator[Candidate]:
    f = count.item.figure
    end = max([count.end, *(r.end for r in roles.values() if r.end and r.basis == "own" and r.end <= count.item.right)])
    value = whole_number(f.value) if f.low is None else (whole_number(f.low.value), whole_number(f.value))
    filters = filters_of(roles)
    acting = next((n for n, r in sc.frame.roles.items() if r.among), "")
    for each in _each(sc, count, filters, acting):
        claim = Claim(
            id="",
            kind="ordinal" if count.ordinal else "count",
            start=count.start,
            end=end,
            readings=_readings(sc.frame, each, moment, count),
            stated=stated(value, sc.frame.unit, qualifier(sc.s, count.start, count.end), moment),
            filters_mode=mode(each.get(acting, ())),
            basis=_basis(sc, roles, moment, acting),
            aspect=aspect_of(sc.s, count.item, SKIP),
            unread=unread(sc.s, count.item, count.start, end),
        )
        whole = sc.items[count.item.whole].figure if count.item.whole is not None else None
        uses = ((f.start, f.end),) if f.low is None else ((f.low.start, f.low.end), (f.start, f.end))
        yield Candidate(claim, uses, sc.s.at, whole=(whole.start, whole.end) if whole else None)


def _basis(sc: Scene, roles: Mapping[str, Filled], moment: When, acting: str) -> dict[str, Basis]:
    """How each role and the time are known; whose acts are counted is open where nobody is named and not all
    are meant.
    """
    found = basis_of(roles, moment)
    every = sc.frame.ours | EVERY
    if acting and acting not in roles and (sc.s.has(("ref.its",)) or not sc.s.has(every)):
        found[acting] = "assumed"
    return found


def _readings(frame: Frame, filters: dict[str, tuple[str, ...]], moment: When, count: Count) -> tuple:  # type: ignore[type-arg]
    found = readings_of(frame, filters)
    about = next((n for n, r in frame.roles.items() if r.matter), None)
    if about and about not in filters and moment.about:
        found += readings_of(frame, {**filters, about: moment.about})
    if about in filters and count.ordinal:  # "the 86th veto, against ..." may number the acts about all
        found += readings_of(frame, {k: v for k, v in filters.items() if k != about})
    return found


def _each(
    sc: Scene, count: Count, filters: dict[str, tuple[str, ...]], acting: str
) -> list[dict[str, tuple[str, ...]]]:
    """One set of filters for each of several members where the figure holds for "each"."""
    after = sc.s.after(count.end)
    codes = filters.get(acting, ())
    if after is None or not after.has(("dist.each",)) or sc.s.words(count.end, after.start) or len(codes) < 2:
        return [filters]
    return [{**filters, acting: (code,)} for code in codes]


PART = PARTS
