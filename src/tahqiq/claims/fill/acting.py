"""Who does a single act, and what it is about."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE, VERB
from tahqiq.claims.fill.carried import alone_so_far, only_votes
from tahqiq.claims.fill.guards import speaks
from tahqiq.claims.fill.places import Filler
from tahqiq.claims.fill.scene import Filled, Scene, one_subject, scene
from tahqiq.claims.text.sentences import WORD, Sentence

SOMETIMES = ("part.some",)
"""Words that say of others only that they joined at times ("often along with China")."""


def names_of(frame: Frame) -> tuple[str, str]:
    """The role of who acts, and of what the act is about."""
    acting = next(n for n, r in frame.roles.items() if r.among)
    return acting, next((n for n, r in frame.roles.items() if r.matter), "")


def member_of(sc: Scene, acting: str, act: Hit, low: int, high: int) -> Filled | None:
    """Who acts: beside the act, before it in its clause, right after it, anywhere before, else carried on."""
    s = sc.s
    left, right = s.clause(act.start, act.end)
    found = sc.inside(acting, s.start, s.end)
    own = [f for f in found if f.start >= min(left, act.start) and f.end <= act.start + 1]
    behind = [f for f in found if f.start >= act.end - 1 and s.words(act.end, f.start) <= VERB and f.start < right]
    if s.grammar.postpositions:
        behind = []  # the verb ends its clause: who is named behind it does something else
    behind += [f for f in found if s.text[act.end : f.start].strip() == "("]  # "of a permanent member (China)"
    beside = [f for f in found if f.start <= act.start and act.end <= f.end]
    chosen = beside or own[-1:] or behind[:1]
    if chosen:
        return replace(_joint(sc, acting, chosen[0], act, high), start=chosen[0].start)
    before = [f for f in found if low <= f.start and f.end <= act.start] or [f for f in found if f.end <= act.start]
    if before:
        return Filled(before[-1].codes, "own" if len({f.codes for f in before}) == 1 else "shared")
    if found:
        alone = len({f.codes for f in found}) == 1 and not s.grammar.postpositions
        return Filled(found[0].codes, "shared" if alone else "carried")
    return _carried(sc, acting, act)


def _joint(sc: Scene, acting: str, first: Filler, act: Hit, high: int) -> Filled:
    """The member with those who act together with it ("jointly with Britain")."""
    codes = first.codes
    for hit in sc.s.between(act.end, high):
        some = sc.s.before(hit.start)
        always = some is None or not some.has(SOMETIMES) or not sc.s.bare(some.end, hit.start)
        beside = sc.inside(acting, hit.end, high) if hit.has(("join.with",)) and always else []
        if beside and sc.s.words(hit.end, beside[0].start) <= PHRASE:
            return Filled((*codes, *(c for c in beside[0].codes if c not in codes)), "own")
    return Filled(codes, "own")


def _carried(sc: Scene, acting: str, act: Hit) -> Filled | None:
    """Who acts, from the sentences before; a draft that only "failed" may have lacked votes, so nobody is sure then."""
    for back, earlier in enumerate(reversed(sc.article.near(sc.s, 2))):
        named = [f for f in scene(sc.article, sc.frame, earlier).named if f.role == acting]
        if named and not only_votes(sc, earlier):
            sure = back == 0 and len({f.codes for f in named}) == 1 and speaks(sc.frame, earlier)
            sure = act.has(sc.frame.speaks) and (sure or alone_so_far(sc, sc.frame.roles[acting], named[0]))
            sure = sure and not _by_someone(sc.s, act)
            return Filled(named[0].codes, "shared" if sure else "carried")
    return None


def _by_someone(s: Sentence, act: Hit) -> bool:
    """Whether a word that is not read stands where the subject does ("Ambassador Smith had vetoed")."""
    before = [h for h in s.hits if h.end <= act.start and s.bare(h.end, act.start) and h.has(("neutral",))]
    start = before[-1].start if before else act.start
    words = list(WORD.finditer(s.text, act.end, s.end))[:1] if s.grammar.verb_first else []
    words += list(WORD.finditer(s.text, s.start, start))[-1:] if not s.grammar.verb_first else []
    read = [(h.start, h.end) for h in s.hits] + [(m.start, m.end) for m in s.mentions]
    return any(not any(a < w.end() and w.start() < b for a, b in read) for w in words)


def about_of(
    sc: Scene, matter: str, act: Hit, low: int, high: int, own: tuple[int, int] | None = None
) -> Filled | None:
    """What the act is about: named behind it, else before it in its clause. `own`: where it is told first of all."""
    s = sc.s
    behind = [
        f
        for f in sc.inside(matter, act.end, high)
        if f.led and not s.named(act.end, f.start, ("say.report", "time.after"))
    ]
    left = s.clause(act.start, act.end)[0]
    before = [f for f in sc.inside(matter, max(low, left), act.start) if f.led]
    found = [f for f in behind if own and own[0] <= f.start < own[1]] or behind or before
    return Filled(one_subject(found[0].codes), "own") if found else None
