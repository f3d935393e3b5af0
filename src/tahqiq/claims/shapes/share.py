"""Shares: "15 % of the defence budget", "more than half of it military", "55 % of all aid"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tahqiq.catalog.frames import frames_of
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import CARRY, VERB
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.guards import aspect_of, is_foreign, speaks
from tahqiq.claims.fill.money import narrowed
from tahqiq.claims.fill.places import OTHER
from tahqiq.claims.fill.roles import role_of
from tahqiq.claims.fill.scene import Filled, Scene, scene
from tahqiq.claims.fill.times import pointing, time_of
from tahqiq.claims.fill.when import When, when
from tahqiq.claims.shapes.candidates import Candidate, basis_of, stated
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure, qualifier
from tahqiq.claims.text.items import Item
from tahqiq.model import Claim, Reading

REACH = 2 * VERB
"""Words behind a share within which the words stand that say what it is a share of."""


def read_shares(article: Article) -> Iterator[Candidate]:
    """Every share that a frame recognises."""
    for frame in frames_of("share", article.own):
        for s in article.sentences:
            if not any(map(_is_part, article.figures.get(s.at, ()))):
                continue
            if not any(speaks(frame, x) for x in (s, *article.near(s, CARRY - 1))):
                continue
            sc = scene(article, frame, s)
            if any(f.role == OTHER for f in sc.named) and not any(f.role in _fixed(sc) for f in sc.named):
                continue
            for item in sc.items:
                other = sc.s.named(item.near_left, item.near_right, sc.frame.unless - sc.frame.wholes.keys())
                if _is_part(item.figure) and not _of_like(sc, item) and not (other and sc.frame.things):
                    yield from _share(sc, item)


def _of_like(sc: Scene, item: Item) -> bool:
    """Whether a share is of the like of what it is a part of, and of none of ours ("its military spending is a third of
    all military spending").
    """
    foreign = sc.s.named(sc.s.start, item.figure.head, sc.frame.foreign)
    return foreign and is_foreign(sc.frame, sc.s)


def _is_part(f: Figure) -> bool:
    """Whether a figure is told as a part of a whole."""
    return f.type == "percentage" or (f.type == "number" and 0 < f.value < 1)


def _fixed(sc: Scene) -> set[str]:
    return {n for n, r in sc.frame.roles.items() if r.fixed}


def _share(sc: Scene, item: Item) -> Iterator[Candidate]:
    s, f = sc.s, item.figure
    behind = [h for h in s.between(f.end, item.right) if s.words(f.end, h.start) <= REACH]
    asked = next(n for n, r in sc.frame.roles.items() if not r.fixed)
    moment = time_of(sc.article, s, sc.items, item)
    if not moment.told:
        moment = when(s, s.start, s.end, sc.article.published)
        moment = moment if moment.told else pointing(sc.article, s, s.start, s.end)
    if not moment.told:
        moment = _time_before(sc)
    who = _who(sc, item, asked)
    whole = next((h for h in behind if h.has(sc.frame.wholes)), None) or _construct(sc, item)
    if _of_share(sc, item, whole):
        return
    found = _of_whole(sc, item, whole, asked, who, moment) if whole else _of_own(sc, item, behind, asked, who, moment)
    if found is None and who is not None and who.basis in ("own", "shared"):
        told = _told_before(sc, item)
        found = _of_whole(sc, item, told, asked, who, moment) if told else None
    if found is None:
        return
    reading, end = found
    value = f.value if f.low is None else (f.low.value, f.value)
    claim = Claim(
        id="",
        kind="share",
        start=f.head,
        end=end,
        readings=(reading,),
        stated=stated(value, sc.frame.unit, qualifier(s, f.head, f.end), moment),
        filters_mode="any",
        basis=basis_of({asked: who} if who and asked in reading.filters else {}, moment),
        aspect=aspect_of(s, item),
        unread=unread(s, item, f.head, end),
        says=frozenset({"narrowed"}) if narrowed(sc, item) else frozenset(),
    )
    uses = ((f.start, f.end),) if f.low is None else ((f.low.start, f.low.end), (f.start, f.end))
    yield Candidate(claim, uses, s.at, rank=3)


def _of_share(sc: Scene, item: Item, whole: Hit | None) -> bool:
    """Whether a fraction without a whole of its own is one of the share told before ("3 percent, and Egypt half of
    that").
    """
    before = any(x.figure.type == "percentage" for x in sc.items[: item.at])
    return before and item.figure.type == "number" and (whole is None or whole.has(("whole.told",)))


def _construct(sc: Scene, item: Item) -> Hit | None:
    """The thing right behind a fraction where nothing need stand between ("a third [of] the American aid"); not that
    of somebody named right behind it ("a third of the aid to Egypt").
    """
    s, f = sc.s, item.figure
    after = s.after(f.end)
    fraction = s.grammar.adjective_after and (f.type == "number" or f.unit is not None)
    built = fraction and after is not None and s.follows(f.end, after.start) and after.has(sc.frame.things)
    if not built or after is None:
        return None
    got = next((x for n in sc.frame.roles if n not in _fixed(sc) for x in sc.inside(n, after.end, item.right)), None)
    between = s.between(after.end, got.start) if got else []
    apart = got is None or any(not h.codes("adj") for h in between) or s.words(after.end, got.start) > len(between) + 1
    return after if apart else None


def _time_before(sc: Scene) -> When:
    """The time of the sentence before, where that tells a share or a whole in the same paragraph."""
    for x in sc.article.near(sc.s, 1):
        if x.block == sc.s.block and x.has(frozenset(sc.frame.wholes) | {"noun.share"}):
            return replace(when(x, x.start, x.end, sc.article.published), basis="shared")
    return When()


def _who(sc: Scene, item: Item, asked: str) -> Filled | None:
    """Who gets the share: named in the sentence, or carried; two told "together" are both."""
    if sc.s.has(("dist.together",)):
        codes = tuple(dict.fromkeys(c for f in sc.named if f.role == asked for c in f.codes))
        if len(codes) > 1:
            return Filled(codes, "own")
    return role_of(sc, item, sc.frame.roles[asked], [{} for _ in sc.items])


def _told_before(sc: Scene, item: Item) -> Hit | None:
    """The whole named before, where this figure is told as a share of it: "Israel's share was 8 percent"."""
    s = sc.s
    after = s.after(item.figure.end)
    of_other = after is not None and after.has(("lead.of", *sc.frame.unless)) and s.bare(item.figure.end, after.start)
    earlier = [h for x in reversed(sc.article.near(s, CARRY - 1)) for h in x.hits if h.has(sc.frame.wholes)]
    before = [h for h in reversed(s.between(s.start, item.figure.head)) if h.has(sc.frame.wholes)]
    shared = s.named(item.left, item.right, ("noun.share",))
    return next(iter([*before, *(earlier if shared else [])]), None) if not of_other else None


def _of_own(
    sc: Scene, item: Item, behind: list[Hit], asked: str, who: Filled | None, moment: When
) -> tuple[Reading, int] | None:
    """A kind's share in what is got ("more than half of it military", "29 percent of US aid is military")."""
    kind = next((h for h in behind if h.has(sc.frame.categories)), None)
    if kind is None and sc.s.named(item.figure.end, item.right, sc.frame.speaks):
        kind = next(
            (h for h in reversed(sc.s.between(item.near_left, item.figure.head)) if h.has(sc.frame.categories)), None
        )
    if kind is None:
        return None
    category = next(v for c, v in sc.frame.categories.items() if c in kind.ids)
    of: dict[str, tuple[str, ...]] = {"category": tuple(sc.frame.categories.values())}
    if who is not None and (who.basis == "own" or sc.s.has(("part.of_them", "ref.its"))):
        of[asked] = who.codes
    if moment.date and sc.frame.year:
        of[sc.frame.year] = (moment.date[:4],)
    filters = {**of, "category": (category,)}
    return Reading(sc.frame.register, sc.frame.measure, filters, of=of), max(kind.end, item.figure.end)


def _of_whole(
    sc: Scene, item: Item, whole: Hit, asked: str, who: Filled | None, moment: When
) -> tuple[Reading, int] | None:
    """A share of a named whole: all money, all of one kind, or another measure such as a budget."""
    if who is None:
        return None
    first = next(iter(sc.frame.wholes))  # all of the thing itself
    spec = sc.frame.wholes[next((i for i in whole.ids if i in sc.frame.wholes), first)]
    register, _, measure = spec["measure"].partition(".")
    filters: dict[str, tuple[str, ...]] = {asked: who.codes}
    near = [*sc.s.between(item.near_left, item.near_right), whole]
    if "category" in spec and any(h.has((spec["word"],)) for h in near):
        filters["category"] = (spec["category"],)
    if moment.date and register == sc.frame.register and sc.frame.year:
        filters[sc.frame.year] = (moment.date[:4],)
    return Reading(register, measure, filters), max(item.figure.end, whole.end if whole.end <= item.right else 0)
