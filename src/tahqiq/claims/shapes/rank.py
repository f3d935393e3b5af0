"""Ranks: "the largest recipient", "second after ...", "no country has had more than ...", "followed by ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import CARRY, PHRASE, VERB
from tahqiq.claims.fill.guards import aspect_of, is_foreign, speaks
from tahqiq.claims.fill.money import categories_before, without_prices
from tahqiq.claims.fill.places import OTHER, Filler
from tahqiq.claims.fill.scene import Filled, Scene, scene
from tahqiq.claims.fill.times import BACK, pointing
from tahqiq.claims.fill.when import NEVER, When, when
from tahqiq.claims.shapes.candidates import Candidate, basis_of
from tahqiq.claims.shapes.ordinals import asked, holder, printed, set_behind, stands_alone
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Claim, Mention, Reading, Stated

SUPERLATIVE = ("rank.than_any", "rank.than_all")


def read_ranks(article: Article) -> Iterator[Candidate]:
    """Every rank that a frame recognises."""
    for frame in frames_of("rank", article.own):
        yield from _listed(article, frame)
        anchors = frame.tops | frame.nouns | {"rank.place", "rank.next", "rank.nobody", *SUPERLATIVE}
        for s in article.sentences:
            near = any(speaks(frame, x) for x in (s, *article.near(s, CARRY - 1)))
            told = s.has(anchors) or any(m.type == "ordinal" for m in s.mentions)
            if told and near and not is_foreign(frame, s):
                sc = scene(article, frame, s)
                if not _foreign_giver(sc):
                    yield from _ranks(sc)


def _listed(article: Article, frame: Frame) -> Iterator[Candidate]:
    """The printed numbers of a list whose heading speaks of an order: "Largest recipients of aid", "1. ..."."""
    for s in article.sentences:
        number = printed(s) if s.kind in ROWS else None
        heads = article.heads(s) if number is not None else ()
        ordered = [h for h in heads if speaks(frame, h) and h.has(frame.tops | {"rank.most", "rank.place"})]
        if not ordered or ordered[0].has(frame.unless):
            continue
        sc = scene(article, frame, s)
        named = [f for f in sc.named if f.role == asked(sc)]
        if named and number is not None:
            who = Filled(named[0].codes[:1], "own", named[0].start, named[0].end)
            span = (named[0].start, named[0].end)
            yield _claim(sc, who, number, span, span, None)


def _foreign_giver(sc: Scene) -> bool:
    """Whether the sentence names another giver and not ours."""
    fixed = {n for n, r in sc.frame.roles.items() if r.fixed}
    return any(f.role == OTHER for f in sc.named) and not any(f.role in fixed for f in sc.named)


def _ranks(sc: Scene) -> Iterator[Candidate]:
    made: list[Candidate] = []
    for hit in sc.s.hits:
        if hit.has(sc.frame.tops) or hit.has(SUPERLATIVE) or _behind_noun(sc, hit):
            made += _top(sc, hit)
        elif hit.has(("rank.nobody",)):
            made += _nobody(sc, hit)
    made += _placed(sc, made)
    made += _next(sc, made)
    yield from made


def _behind_noun(sc: Scene, hit: Hit) -> bool:
    """Whether "largest" stands right behind who is ranked, but for the adjectives of a noun, which come first there."""
    s, at = sc.s, hit.start
    if not (s.grammar.adjective_after and hit.has(("rank.most",))):
        return False
    before = s.before(at)
    while before is not None and before.codes("adj") and s.follows(before.end, at):
        at, before = before.start, s.before(before.start)
    return before is not None and before.has(sc.frame.nouns) and s.follows(before.end, at)


def _top(sc: Scene, hit: Hit) -> Iterator[Candidate]:
    """ "The largest recipient", "the second-largest recipient", "more than any other country"."""
    if _unless(sc, hit.start, hit.end):
        return
    ordinal = next(
        (
            m
            for m in sc.s.mentions
            if m.type == "ordinal"
            and m.value
            and 0 <= sc.s.words(m.end, hit.start) <= 1
            and m.end <= hit.start
            and not sc.s.broken(m.end, hit.start)
            and not _of_period(sc.s, m)
        ),
        None,
    )
    ordinal = ordinal or _numbered_behind(sc.s, hit)
    value = int(ordinal.value or 1) if ordinal else 1 + _above(sc, hit)
    who = _who(sc, hit.start, hit.end)
    if who is None:
        return
    kinds: Sequence[str | None] = (_category(sc, hit.start, hit.end),)
    if sc.s.has(("rank.every_way",)):
        kinds = (None, *sc.frame.categories.values())
    span = (min(who.start or hit.start, hit.start), max(who.end or hit.end, hit.end))
    for kind in kinds:
        yield _claim(sc, who, value, span, (ordinal.start, ordinal.end) if ordinal else (hit.start, hit.end), kind)


def _of_period(s: Sentence, m: Mention) -> bool:
    """Whether an ordinal is a word of the name of a time, where that ends with it ("since World War Two")."""
    return any(h.start <= m.start and m.end <= h.end and h.of_kind("period.") for h in s.hits)


def _numbered_behind(s: Sentence, hit: Hit) -> Mention | None:
    """The ordinal right behind "largest", where the language sets it there ("en çok yardım alan ikinci ülke")."""
    if not s.grammar.postpositions:
        return None
    told = (m for m in s.mentions if m.type == "ordinal" and m.value and m.start >= hit.start)
    return next((m for m in told if s.words(hit.end, m.start) <= 1 and not s.broken(hit.end, m.start)), None)


def _above(sc: Scene, hit: Hit) -> int:
    """How many are named as standing higher: "the largest recipient after Ukraine and Israel"."""
    right = sc.s.clause(hit.start, hit.end)[1]
    span = (sc.s.start, hit.start) if sc.s.grammar.postpositions else (hit.end, right)
    higher = [f for f in sc.inside(asked(sc), *span) if set_behind(sc.s, f)]
    return len(higher[0].codes) if higher else 0


def _nobody(sc: Scene, hit: Hit) -> Iterator[Candidate]:
    """ "No country has received more aid than Israel": the name behind "than" is first."""
    if not sc.s.named(hit.end, sc.s.end, sc.frame.speaks | {"act.get"}) or _unless(sc, hit.start, hit.end):
        return
    behind = list(sc.inside(asked(sc), hit.end, sc.s.end))
    if behind:
        who = Filled(behind[0].codes[:1], "own", behind[0].start, behind[0].end)
        yield _claim(sc, who, 1, (hit.start, behind[0].end), (hit.start, hit.end), _category(sc, hit.start, hit.end))


def _placed(sc: Scene, made: Sequence[Candidate]) -> Iterator[Candidate]:
    """ "Ranks 6th", "third behind ...": an ordinal beside a word for a place in an order, or one that stands alone."""
    s = sc.s
    for m in s.mentions:
        used = any(a <= m.start < b for c in made for a, b in c.uses)
        if m.type != "ordinal" or not m.value or used or _unless(sc, m.start, m.end):
            continue
        word = any(h.has(sc.frame.nouns | {"rank.place"}) and _beside(s, h, m.start, m.end) for h in s.hits)
        alone = stands_alone(sc, m, others=bool(made))
        who = holder(sc, m, word=word, alone=alone) if word or alone else None
        if who is not None:
            span = (m.start if who.start is None else min(who.start, m.start), max(who.end or 0, m.end))
            yield _claim(sc, who, int(m.value), span, (m.start, m.end), _category(sc, m.start, m.end))


def _beside(s: Sentence, hit: Hit, start: int, end: int) -> bool:
    low, high = (hit.end, start) if hit.end <= start else (end, hit.start)
    return s.words(low, high) <= PHRASE and not s.broken(low, high)


def _next(sc: Scene, made: Sequence[Candidate]) -> Iterator[Candidate]:
    """The next places in the order after "followed by"."""
    s = sc.s
    for hit in s.hits:
        first = [c for c in made if c.claim.start < hit.start]
        if not hit.has(("rank.next",)) or hit.has(("join.with", "time.before")) or not first:
            continue
        last, end = first[-1].claim, hit.end
        value = int(last.stated.value)
        for f in sc.inside(asked(sc), hit.end, s.end):
            if any(c.claim.start == f.start for c in made):
                break  # "then Jordan third" has a place of its own
            if s.words(end, f.start) > (VERB if end == hit.end else PHRASE) or not _goes_on(s, end, f.start):
                break
            for code in f.codes:
                value += 1
                kind = next(iter(last.readings[0].filters.get("category", ())), None)
                yield _claim(
                    sc, Filled((code,), "own", f.start, f.end), value, (f.start, f.end), (f.start, f.end), kind
                )
            end = f.end


def _goes_on(s: Sentence, start: int, end: int) -> bool:
    return not any(start <= m.start < end for m in s.mentions) or ")" in s.text[start:end]


def _who(sc: Scene, start: int, end: int) -> Filled | None:
    """Who is ranked: named before the word in its clause, else right behind it, else in the sentence before."""
    s, name = sc.s, asked(sc)
    left, right = s.clause(start, end)
    before = [f for f in sc.inside(name, s.start, start) if not (s.grammar.postpositions and set_behind(s, f))]
    own = [f for f in before if f.start >= left] or before
    behind = [f for f in sc.inside(name, end, right) if s.words(end, f.start) <= VERB and not set_behind(s, f)]
    chosen: Filler | None = next(iter(own or behind), None)
    if chosen is not None:
        return Filled(chosen.codes[:1], "own", chosen.start, chosen.end)
    for earlier in reversed(sc.article.near(s, 2)):
        told = [f for f in scene(sc.article, sc.frame, earlier).named if f.role == name]
        if told:
            alone = len({f.codes for f in told}) == 1
            return Filled(told[0].codes[:1], "shared" if alone and s.has(("ref.its",)) else "carried")
    return None


def _unless(sc: Scene, start: int, end: int) -> bool:
    return any(h.has(sc.frame.unless) for h in sc.s.between(*sc.s.clause(start, end)))


def _category(sc: Scene, start: int, end: int) -> str | None:
    s = sc.s
    around = [*s.between(end, s.clause(start, end)[1]), *reversed(s.between(s.start, start)), *s.between(start, end)]
    found = next((c for h in around for c in sc.frame.categories if c in h.ids), None)
    return sc.frame.categories[found] if found else None


def _claim(
    sc: Scene, who: Filled, value: int, span: tuple[int, int], used: tuple[int, int], kind: str | None
) -> Candidate:
    s, frame = sc.s, sc.frame
    filters = {asked(sc): who.codes[:1]} | ({"category": (kind,)} if kind else {})
    moment = _moment(sc, used, span)
    year = moment.date[:4] if moment.date else None
    own = {**filters, frame.year: (year,)} if year and frame.year else filters
    readings = [Reading(frame.register, name.partition(".")[2] or name, own) for name in (frame.measure, *frame.also)]
    if not moment.told and sc.article.published and frame.year and not s.has(frame.running):
        recent = (str(sc.article.published.year - back) for back in (1, 0, 2))
        readings += [Reading(frame.register, frame.measure, {**filters, frame.year: (y,)}) for y in recent]
    item = Item(Figure(*used, "ordinal", value), 0, s.start, s.end, *s.clause(*used))
    claim = Claim(
        id="",
        kind="rank",
        start=span[0],
        end=span[1],
        readings=tuple(readings),
        stated=Stated(value, frame.unit, date=moment.date, period=moment.period),
        basis=basis_of({asked(sc): who}, moment)
        | ({"category": "topic"} if kind is None and categories_before(sc) else {}),
        aspect=aspect_of(s, item),
    )
    return Candidate(claim, (used,), s.at, rank=3)


def _moment(sc: Scene, used: tuple[int, int], span: tuple[int, int]) -> When:
    s, published = without_prices(sc.s), sc.article.published
    for low, high in (s.clause(*used), s.clause(*span), (s.start, s.end)):
        told = when(s, low, high, published)
        told = told if told.told else pointing(sc.article, s, low, high)
        if told.told:
            return told
    if s.has(BACK):
        return When(open=True)  # "the following year", after a year that was not read
    above = next((t for h in sc.article.heads(s) if (t := when(h, h.start, h.end, published)).told), NEVER)
    if above.told:
        return When(above.date, above.period, "shared")
    earlier = next(iter(sc.article.near(s, 1)), None)
    if earlier is None or earlier.block != s.block or s.has(sc.frame.running):
        return NEVER  # "cumulatively"
    told = when(earlier, earlier.start, earlier.end, published)
    return When(told.date, None, "shared") if told.date else NEVER  # "under the accord of 2007 it remains the first"
