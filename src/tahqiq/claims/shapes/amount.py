"""Sums of money: how much, to whom, of which kind, when, in whose prices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tahqiq.catalog.frames import Frame, Role, frames_of
from tahqiq.claims.distances import CARRY, REACH
from tahqiq.claims.fill.account import plain, unread
from tahqiq.claims.fill.guards import aspect_of, is_foreign, speaks
from tahqiq.claims.fill.measured import (
    FORMER,
    ROW_GOES_ON,
    follows,
    goes_on,
    lead_of,
    led_before,
    loose,
    moment_of,
    named_acts,
    of_all,
    pointed,
    stood,
)
from tahqiq.claims.fill.money import (
    TO_COME,
    accounts_of,
    categories_before,
    category_above,
    category_of,
    done,
    forbidden,
    is_first,
    is_sum,
    left_behind,
    may_be_sum,
    narrowed,
    near,
    of_goods,
    prices_of,
    rate_of,
    runs,
    told_by,
)
from tahqiq.claims.fill.places import OTHER
from tahqiq.claims.fill.roles import role_of
from tahqiq.claims.fill.scene import Filled, Scene, scene
from tahqiq.claims.shapes.candidates import Candidate, basis_of, stated
from tahqiq.claims.shapes.measures import Told, meant
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import qualifier
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Aspect, Basis, Claim, Per, Says


def read_amounts(article: Article) -> Iterator[Candidate]:
    """Every sum that a frame recognises."""
    for frame in frames_of("amount", article.own):
        last = -CARRY - 1
        for s in article.sentences:
            own = speaks(frame, s)
            under = any(head.has(frame.speaks) for head in article.heads(s))
            if own and not is_foreign(frame, s):
                last = s.at
            further = s.at - last < CARRY and _further(article, frame, s, last)
            last = s.at if further and (s.has(ROW_GOES_ON) or s.kind in ROWS) else last
            sums = any(may_be_sum(frame, f) for f in article.figures.get(s.at, ()))
            told = own or under or further
            if sums and told and not is_foreign(frame, s) and not _among_givers(article, frame, s):
                yield from _sentence(scene(article, frame, s), own=own or under)


def _further(article: Article, frame: Frame, s: Sentence, last: int) -> bool:
    """Whether a sentence goes on with the money that the `last`-th spoke of."""
    if s.kind in ROWS or s.has(frame.beside) or s.has(ROW_GOES_ON) or (s.at - last == 1 and stood(frame, s)):
        return True
    return led_before(article, frame, s) is not None


def _among_givers(article: Article, frame: Frame, s: Sentence) -> bool:
    """Whether a line stands in a list of givers, as one of its lines names ours alone ("- United States: 422")."""
    fixed = frozenset().union(*(r.fixed for r in frame.roles.values()))
    near = article.sentences[max(0, s.at - LINES) : s.at + LINES] if s.kind in ROWS else ()
    lines = (x for x in near if x.kind in ROWS and article.head(x) is article.head(s))
    return any(x.hits and set(x.hits[0].codes("place")) & fixed and x.broken(x.hits[0].end, x.end) for x in lines)


LINES = 20
"""Lines of a list before and behind one that are looked at for who else stands in it."""


def _sentence(sc: Scene, *, own: bool) -> Iterator[Candidate]:
    taken: list[dict[str, Filled]] = []
    kinds: list[str | None] = []
    for item in sc.items:
        roles = _roles(sc, item, taken)
        kind, sure = category_of(sc, item, kinds)
        taken.append(roles)
        kinds.append(kind)
        if (
            not is_sum(sc.frame, sc.s, item.figure, told=_row(sc) or goes_on(sc, item))
            or forbidden(sc, item)
            or of_goods(sc, item)
            or _others(sc, item)
            or _beside_giver(sc, item, taken)
        ):
            continue
        made = _claim(sc, item, roles, _kinds(sc, kind, sure=sure), own=own)
        if made is not None:
            yield made


def _beside_giver(sc: Scene, item: Item, taken: Sequence[dict[str, Filled]]) -> bool:
    """Whether a name in an item that leaves its verb out stands beside the giver of the first, whose getter is none
    that the frame knows: "the United States gave the United Nations 9.1 billion, Germany 3.6".
    """
    first, asked = sc.items[0], {n for n, r in sc.frame.roles.items() if not r.fixed}
    if not item.at or asked & taken[0].keys() or sc.s.named(item.left, item.figure.head, sc.frame.weak):
        return False
    given = any(f.led and f.role in sc.frame.roles.keys() - asked and f.end <= first.figure.head for f in sc.named)
    bare = any(f.role in asked and not f.led and item.left <= f.start < item.right for f in sc.named)
    return given and bare and sc.s.named(sc.s.start, first.figure.head, sc.frame.weak)


def _kinds(sc: Scene, kind: str | None, *, sure: bool) -> tuple[str | None, ...]:
    """The kinds a sum may be of; one told in the sentences before may still be meant."""
    if kind is not None:
        return (kind,) if sure else (kind, None)
    above = category_above(sc)
    return (above, None) if above else (None, *categories_before(sc))


def _row(sc: Scene) -> bool:
    return sc.s.kind in ROWS


def _roles(sc: Scene, item: Item, taken: Sequence[dict[str, Filled]]) -> dict[str, Filled]:
    found, whole = {}, _of_whole(sc, item)
    for name, role in sc.frame.roles.items():
        filled = role_of(sc, item, role, taken)
        if filled is None and role.fixed:
            filled = Filled(tuple(role.fixed), "shared" if _named(sc, role) else "topic")
        if filled is not None:
            doubted = whole and filled.basis == "shared" and not role.fixed
            found[name] = replace(filled, basis="carried") if doubted else filled
    return found


def _of_whole(sc: Scene, item: Item) -> bool:
    """Whether a sum may be all of that which the item before tells a share of ("48 percent of all aid, which came to
    $100 billion", "a total of $100 billion").
    """
    before = sc.items[item.at - 1].figure if item.at else None
    if before is None or before.type != "percentage":
        return False
    whole = next((h for h in reversed(sc.s.between(before.end, item.figure.head)) if h.of_kind("whole.")), None)
    if whole is None or sc.s.words(whole.end, item.figure.head) > REACH:
        return False
    marked = sc.s.marks(whole.end, item.figure.head)
    after = sc.s.after(marked[0]) if marked else None
    return not marked or (after is not None and after.has(("join.that", "sum.total", "focus.only")))


def _named(sc: Scene, role: Role) -> bool:
    """Whether the text names the fixed filler of a role anywhere, by its name or by a body of its own."""
    return bool(role.fixed & sc.article.codes(("place", "seat", "adj")) or role.bodies & sc.article.told)


def _others(sc: Scene, item: Item) -> bool:
    """Whether the giver nearest to the sum is another one: in its stretch, else in the sentence, else just before."""
    fixed = {n for n, r in sc.frame.roles.items() if r.fixed}
    named = [f for f in sc.named if f.role in fixed or f.role == OTHER]
    for low, high in ((item.near_left, item.near_right), (item.left, item.right), (sc.s.start, sc.s.end)):
        inside = [f for f in named if low <= f.start and f.end <= high]
        if inside:
            before = [f for f in inside if f.end <= item.figure.head]
            return (before[-1] if before else inside[0]).role == OTHER
    for earlier in reversed(sc.article.near(sc.s, 1)):
        named = [f for f in scene(sc.article, sc.frame, earlier).named if f.role in fixed or f.role == OTHER]
        if named:
            return all(f.role == OTHER for f in named)
    return False


def _claim(
    sc: Scene, item: Item, roles: dict[str, Filled], kinds: tuple[str | None, ...], *, own: bool
) -> Candidate | None:
    frame, s, f = sc.frame, sc.s, item.figure
    asked = {n: r for n, r in roles.items() if not frame.roles[n].fixed}
    lead, told_here = lead_of(sc, item)
    accounts = accounts_of(sc, item)
    agreed = lead is not None and is_first(frame, lead) and (not told_here or _named_as(sc, lead))
    if not asked and not agreed and not (lead and accounts) and not (s.has(frame.alls) or of_all(sc, item)):
        return None
    if not asked and (s.named(item.near_left, f.head, ("act.get",)) or sc.inside(OTHER, item.left, f.head)):
        return None  # "this country obtained 1.6 billion", "Israel's aid from Washington": of somebody, not of all
    per = rate_of(s, item) or _rate_of_whole(sc, item)
    moment = moment_of(sc, item, lead, per)
    if per is not None and moment.period:
        moment = replace(moment, period=None)  # "since 1987 it gets 1.3 billion a year"
    if lead is not None and None not in kinds:
        kinds = (*kinds, None)  # an act or a memorandum may be told of without its kind
    summed = runs(sc, item)
    running = summed or bool(moment.period)
    found = Told(
        {n: r.codes for n, r in asked.items() if r.codes}, kinds, moment, per if per == "year" else None,
        lead, lead == pointed(frame, near(sc, item)), prices_of(sc, item), accounts,
        named_acts(sc, item), running, summed,
    )  # fmt: skip
    readings = tuple(meant(frame, found))
    if not readings:
        return None
    aspect = aspect_of(s, item, told_by(frame, lead) | frame.speaks)
    basis = _basis(sc, item, basis_of(roles, moment), found)
    if not told_here or not (own or follows(sc)):
        basis["measure"] = "topic" if lead or s.has(ROW_GOES_ON) else "carried"
    elif not speaks(frame, s) and not plain(s, f.head):
        basis["measure"] = "topic"  # a line of a list with a subject of its own: "the value of the materiel stored"
    return Candidate(
        Claim(
            id="",
            kind="amount",
            start=f.head,
            end=f.end,
            readings=readings,
            stated=stated(
                f.value if f.low is None else (f.low.value, f.value),
                f.currency or frame.unit,
                qualifier(s, f.head, f.end),
                moment,
                per,
            ),
            filters_mode="any",
            basis=basis,
            aspect="change" if moment.date and left_behind(sc, item) else _done(sc, item, lead, aspect),
            unread=unread(s, item, f.head, f.end),
            says=_says(sc, item, found),
        ),
        ((f.start, f.end),) if f.low is None else ((f.low.start, f.low.end), (f.start, f.end)),
        s.at,
        rank=2,
        whole=_whole(sc, item),
    )


def _done(sc: Scene, item: Item, lead: str | None, aspect: Aspect) -> Aspect:
    return "fact" if aspect in TO_COME and lead is not None and done(sc, item, lead) else aspect


def _says(sc: Scene, item: Item, found: Told) -> frozenset[Says]:
    """Whether a word narrows the sum, and whether one names its measure ("obligations")."""
    told: list[Says] = ["narrowed"] if narrowed(sc, item) and not found.accounts else []
    return frozenset([*told, "by_name"] if found.lead == sc.frame.name_of_measure else told)


def _basis(sc: Scene, item: Item, basis: dict[str, Basis], found: Told) -> dict[str, Basis]:
    """How the time of a sum is known, beside what is known of its roles."""
    moment, lead = found.moment, found.lead
    if (
        lead in (None, sc.frame.name_of_measure)
        and not (found.year or moment.period or found.running or found.per)
        and "time" not in basis
    ):
        basis["time"] = "topic"
    each = sc.s.named(item.near_left, item.near_right, ("dist.each",))
    if loose(sc.s, moment) or each or ((moment.period or "").startswith("..") and not found.summed):
        basis["time"] = "topic"
    if lead is not None and is_first(sc.frame, lead) and basis.get("time") == "assumed":
        del basis["time"]  # "over ten years" is the memorandum's own term
    return basis


def _named_as(sc: Scene, lead: str) -> bool:
    """Whether what promises or grants a sum is named: in the sentence, or just before ("the deal ... It pledges 38
    billion").
    """
    before = not sc.s.has(FORMER) and led_before(sc.article, sc.frame, sc.s) == lead
    return before or sc.s.has(sc.frame.speaks & sc.frame.pointed[lead])


def _rate_of_whole(sc: Scene, item: Item) -> Per | None:
    """A part of a yearly sum ("1.3 billion of it") is yearly too."""
    return rate_of(sc.s, sc.items[item.whole]) if item.whole is not None else None


def _whole(sc: Scene, item: Item) -> tuple[int, int] | None:
    if item.whole is None:
        return None
    whole = sc.items[item.whole].figure
    return whole.start, whole.end
