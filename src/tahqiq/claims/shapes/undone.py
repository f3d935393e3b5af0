"""What was not done: not since a day ("has not used it since 23 December 1989"), or never ("had never used it before
1970").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from tahqiq.catalog.frames import Frame, Role, frames_of
from tahqiq.catalog.hits import Hit
from tahqiq.claims.fill.account import covered, unread
from tahqiq.claims.fill.acting import about_of, member_of, names_of
from tahqiq.claims.fill.cues import cue_before
from tahqiq.claims.fill.days import Day
from tahqiq.claims.fill.guards import ASPECTS, denied, is_foreign, speaks
from tahqiq.claims.fill.scene import Filled, Scene, scene
from tahqiq.claims.fill.when import TIMES, When, before_year, when
from tahqiq.claims.shapes.act import dated_act
from tahqiq.claims.shapes.candidates import Candidate, basis_of, filters_of, readings_of, stated
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Claim

POINTING = ("ref.that_right", "ref.its", "ref.those", "number.once", "sum.total", "not.never", "time.ever")
"""Words that stand for the thing told before ("it", "this right"), or add nothing."""
LEADS = ("lead.on", "lead.for", "lead.against")


@dataclass(frozen=True, slots=True)
class Undone:
    """An act that is told not to have been done: its verb, by whom, and about what."""

    verb: Hit
    left: int
    right: int
    roles: dict[str, Filled]


def read_undone(article: Article) -> Iterator[Candidate]:
    """Every act that a sentence tells not to have been done since a day, or ever."""
    for frame in frames_of("act", article.own):
        for s in article.sentences:
            if not s.has(("not.not",)) or s.kind in ROWS or s.asks() or is_foreign(frame, s):
                continue
            if not (speaks(frame, s) or any(speaks(frame, x) for x in article.near(s, 1))):
                continue
            sc = scene(article, frame, s)
            for undone in _undone(sc):
                yield from _since(sc, undone)
                yield from _never(sc, undone)


def _undone(sc: Scene) -> Iterator[Undone]:
    """The denied acts of a sentence, the last of each clause, where what they are acts on is told or pointed at."""
    s, frame = sc.s, sc.frame
    acting, matter = names_of(frame)
    verbs = frame.roles[acting].subject_of | frame.acts
    clauses: dict[int, Hit] = {}
    for h in s.hits:
        if h.has(verbs) and denied(s, h.start, h.end):
            place = s.clause(h.start, h.end)[0]
            last = s.grammar.verb_ends or s.grammar.postpositions
            clauses[place] = h if last else clauses.get(place, h)
    for verb in clauses.values():
        left, right = s.clause(verb.start, verb.end)
        supposed = any(h.has(ASPECTS) and not h.has(frame.things) for h in s.between(left, verb.start))
        if supposed or _narrowed(s, left, verb, right) or not _has_object(sc, left, verb, right):
            continue
        member = _both(sc, frame.roles[acting], left, verb) or _member(sc, acting, verb, (left, right))
        about = about_of(sc, matter, verb, left, right) if matter else None
        roles = ({acting: member} if member else {}) | ({matter: about} if about else {})
        led = about is None and _led(s, verb.end, right)
        if not led and (member is not None or _nobody(s, frame, left, verb)):
            yield Undone(verb, left, right, roles)


def _narrowed(s: Sentence, left: int, verb: Hit, right: int) -> bool:
    """Whether words say that only some acts, or all but those of one, were not done ("alone", "without its ally", "no
    state other than").
    """
    alone = any(h.has(("dist.together", "focus.only", "join.with")) for h in s.between(left, right))
    without = any(h.has(("not.not",)) and not h.has(("not.never", "ref.two")) for h in s.between(verb.end, right))
    but = [h for h in s.between(left, right) if h.has(("not.except", "minus.all_but")) and not h.has(("neutral",))]
    return alone or without or any(_names(s, h) for h in but)


def _names(s: Sentence, hit: Hit) -> bool:
    after = s.after(hit.end)
    return after is not None and bool(after.codes("place", "seat")) and s.words(hit.end, after.start) <= 1


def _has_object(sc: Scene, left: int, verb: Hit, right: int) -> bool:
    """Whether the verb is one of the act itself, or its object is a thing of the frame or a word that points at one."""
    s, frame = sc.s, sc.frame
    if verb.has(frame.speaks) or (s.grammar.verb_ends and s.named(left, verb.start, frame.things)):
        return True
    stop = min([m.start for m in s.mentions if m.type in TIMES and verb.end <= m.start], default=right)
    inside = s.between(verb.end, min(stop, right))
    if any(h.has(frame.things) or (verb.has(frame.acts) and h.has(frame.beside)) for h in inside):
        return True
    earlier = any(h.has(frame.things) for h in s.hits if h.end <= verb.start) or not speaks(frame, s)
    pronouns = () if s.grammar.verb_first else ("neutral",)  # "it", "one"; elsewhere they are written onto the verb
    passed = (*POINTING, *pronouns, "time.since", "time.before", "time.until", "lead.from", "time.during", *LEADS)
    known = [(h.start, h.end) for h in inside if h.has(passed) or h.codes("place", "seat")]
    known += [(m.start, m.end) for m in s.mentions if m.type in ("number", "ordinal")]
    return earlier and covered(
        s, [*known, (verb.end, verb.end + 1)], verb.end, min(stop, right)
    )  # what is written onto the verb


def _both(sc: Scene, role: Role, left: int, verb: Hit) -> Filled | None:
    """The two told beside or before that "neither" or "both" points at, where nobody is named in front of the verb."""
    s, name = sc.s, role.dimension
    two = s.named(left, verb.start, ("ref.two",)) or s.named(verb.end, s.clause(verb.start, verb.end)[1], ("ref.two",))
    if not two or sc.inside(name, left, verb.start):
        return None
    before = [scene(sc.article, sc.frame, x).named for x in reversed(sc.article.near(s, 1))]
    for named in (sc.inside(name, s.start, left), sc.inside(name, verb.end, s.end), *before):
        codes = tuple(dict.fromkeys(c for f in named if f.role == name for c in f.codes))
        if len(codes) == 2:
            return Filled(codes, "shared")
        if codes:
            return None
    return None


def _member(sc: Scene, acting: str, verb: Hit, clause: tuple[int, int]) -> Filled | None:
    """Who did not act: named in the clause or before it, not in one that follows."""
    if not sc.inside(acting, sc.s.start, clause[1]) and sc.inside(acting, clause[1], sc.s.end):
        return None
    member = member_of(sc, acting, verb, *clause)
    return _of_one(sc, acting, member) if member and member.basis == "carried" else member


def _of_one(sc: Scene, name: str, member: Filled) -> Filled:
    """The one who acted in the sentence before, where it names nobody else: "It has not cast one since"."""
    before = sc.article.near(sc.s, 1)
    told = [scene(sc.article, sc.frame, x).named for x in before if speaks(sc.frame, x) and x.block == sc.s.block]
    alone = {f.codes for named in told for f in named if f.role == name} == {member.codes}
    return replace(member, basis="shared") if alone else member


def _led(s: Sentence, start: int, end: int) -> bool:
    """Whether a preposition leads to what an act was about, where no place is known: "not on the Middle East"."""
    times = [m for m in s.mentions if m.type in TIMES]
    leads = [h for h in s.between(start, end) if h.has(LEADS) and not h.has(("time.during", "time.since", "neutral"))]
    return any(not any(s.words(h.end, m.start) == 0 and m.start >= h.end for m in times) for h in leads)


def _nobody(s: Sentence, frame: Frame, left: int, verb: Hit) -> bool:
    """Whether the act itself is denied of everybody: "no veto has been cast"."""
    things = [h for h in s.between(left, verb.end) if h.has(frame.things)]
    told = [(s.before(h.start), h) for h in things]
    before = any(b is not None and b.has(("not.not",)) and s.bare(b.end, h.start) for b, h in told)
    return before or any(h.has(("not.not",)) for h in things)


def _since(sc: Scene, undone: Undone) -> Iterator[Candidate]:
    """ "Britain has not used it since 23 December 1989": what was done on that day is the last of its kind."""
    for m in sc.s.mentions:
        behind = undone.verb.end <= m.start < undone.right or undone.left <= m.start < undone.verb.start
        dated = m.type == "date" and m.date and not m.date.startswith("XXXX")
        if dated and behind and cue_before(sc.s, m) == "time.since":
            day = Day(str(m.date), m.start, m.end, m.others)
            basis: dict[str, Basis] = {name: filled.basis for name, filled in undone.roles.items()}
            span = (min(undone.verb.start, m.start), max(undone.verb.end, m.end))
            yield dated_act(sc, day, undone.roles, {**basis, "time": "own"}, span, frozenset({"none_since"}))


def _never(sc: Scene, undone: Undone) -> Iterator[Candidate]:
    """ "Had never used its veto before 1970": a count of none."""
    s, verb, frame = sc.s, undone.verb, sc.frame
    words = s.between(undone.left, undone.right)
    never = [h for h in words if h.has(("not.never",)) and _right_before(s, h, verb)]
    since = any(cue_before(s, m) == "time.since" for m in s.mentions if undone.left <= m.start < undone.right)
    if not (never or _once(s, verb, undone.right)) or since or not undone.roles:
        return
    told = when(s, undone.left, undone.right, sc.article.published)
    moment = before_year(s, undone.left, undone.right, verb.start) or told
    moment = moment if moment.told else _until_now(sc, words) or moment
    start, end = min([verb.start, *(h.start for h in never)]), max([verb.end, *(h.end for h in never)])
    item = Item(Figure(verb.start, verb.end, "number", 0), 0, undone.left, undone.right, undone.left, undone.right)
    claim = Claim(
        id="",
        kind="count",
        start=start,
        end=end,
        readings=readings_of(frame, filters_of(undone.roles)),
        stated=stated(0, frame.unit, "exactly", moment),
        filters_mode="any",
        basis=basis_of(undone.roles, moment),
        unread=unread(s, item, start, end),
    )
    yield Candidate(claim, ((verb.start, verb.end),), s.at, rank=1)


def _until_now(sc: Scene, words: Sequence[Hit]) -> When | None:
    """The time up to the day before that of the text ("until today it had never ..."), whose own news may end it."""
    today, now = sc.article.published, any(h.has(("time.now", "time.today")) for h in words)
    return When(None, f"../{(today - timedelta(days=1)).isoformat()}") if today and now else None


def _right_before(s: Sentence, never: Hit, verb: Hit) -> bool:
    """Whether nothing that is not read parts "never" from a verb behind it ("has never hesitated to use")."""
    inside = s.between(never.end, verb.start)
    return s.words(never.end, verb.start) <= sum(s.words(h.start, h.end) for h in inside)


def _once(s: Sentence, verb: Hit, right: int) -> bool:
    """Whether "not" goes with "once" behind the verb: not even one time."""
    return any(h.has(("number.once",)) for h in s.between(verb.end, right))
