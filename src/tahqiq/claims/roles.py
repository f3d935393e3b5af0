"""Who and about whom: the places that fill the roles of a frame around a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tahqiq.catalog.frames import Role
from tahqiq.catalog.lexicon import Hit
from tahqiq.catalog.places import group_of
from tahqiq.claims.sentences import Sentence

REACH = 45
"""How many characters a cue ("in favour of") reaches forward to the place it introduces."""


JOIN = 12
"""How many characters may join two members ("and the")."""
HEIR = 30
"""How many characters may join a state to the one before it ("and before it the ...")."""
OFFICE = ("office",)
VOTING = ("abstaining",)
"""Terms of a tally: who stands beside one of them votes without a veto."""


@dataclass(frozen=True, slots=True)
class Filler:
    """The places that fill a role, and the span they stand in."""

    codes: tuple[str, ...]
    start: int
    end: int


def candidates(s: Sentence, role: Role, start: int, end: int, *, nouns: bool = False) -> list[Filler]:
    """The fillers of a role in a span, in order; places joined by "and" or a stroke are one filler.

    `nouns`: adjectives ("Soviet") fill nothing.
    """
    found: list[Filler] = []
    kinds = tuple(k for k in role.kinds if k != "adj") if nouns else role.kinds
    for hit in s.between(start, end):
        codes = tuple(c for c in hit.codes(*kinds) if role.among is None or c in role.among)
        if not codes or is_sponsor(s, hit) or is_voter(s, hit) or is_office(s, hit) or _after(s, role.skip_after, hit):
            continue
        if found and (_joined(s, found[-1], hit) or (role.among is not None and _listed(s, found[-1], hit))):
            found[-1] = Filler(
                (*found[-1].codes, *(c for c in codes if c not in found[-1].codes)), found[-1].start, hit.end
            )
        else:
            found.append(Filler(codes, hit.start, hit.end))
    return found


def is_sponsor(s: Sentence, hit: Hit) -> bool:
    """Whether the place only says whose draft it is ("a Russian draft"): a `draft` word right beside an adjective."""
    adjective = any(i.startswith("adj:") for i in hit.ids)
    after = next((h for h in s.hits if h.start >= hit.end), None)
    if (
        after is not None
        and s.bare(hit.end, after.start)
        and after.has(("draft",) if adjective else ("draft_adjunct",))
    ):
        return True
    if not adjective:
        return False
    before = next((h for h in reversed(s.hits) if h.end <= hit.start), None)
    return before is not None and "draft" in before.ids and "veto" not in before.ids and s.bare(before.end, hit.start)


def is_voter(s: Sentence, hit: Hit) -> bool:
    """Whether the place only abstains or votes like others ("Britain abstaining")."""
    beside = [h for h in s.hits if h.has(VOTING)]
    return any(s.bare(h.end, hit.start) if h.end <= hit.start else s.bare(hit.end, h.start) for h in beside)


def is_office(s: Sentence, hit: Hit) -> bool:
    """Whether the place only says whose office or body acts ("the US Senate"), which is not the state itself."""
    if not s.has(OFFICE):
        return False
    beside = [h for h in s.hits if h.has(OFFICE)]
    adjective = any(i.startswith("adj:") for i in hit.ids)
    return any(s.bare(hit.end, h.start) or (adjective and s.bare(h.end, hit.start)) for h in beside)


def _after(s: Sentence, terms: tuple[str, ...], hit: Hit) -> bool:
    """Whether one of these terms stands right before the place."""
    return bool(terms) and any(h.has(terms) and s.bare(h.end, hit.start) for h in s.hits if h.end <= hit.start)


def cued(s: Sentence, role: Role, start: int, end: int) -> Filler | None:
    """The first filler that one of the role's cues introduces within a span."""
    for cue in s.between(start, end):
        if not cue.has(role.cues):
            continue
        for filler in candidates(s, role, cue.end, min(end, cue.end + REACH)):
            return filler
    return None


def about_of(s: Sentence, role: Role, start: int, end: int, member: tuple[str, ...]) -> Filler | None:
    """The first place but the member itself that a cue of the role introduces; no cue reaches over a date."""
    for cue in s.between(start, end):
        if not cue.has(role.cues):
            continue
        dates = [m.start for m in s.mentions if m.type in ("date", "period") and m.start >= cue.end]
        stop = min([end, cue.end + REACH, *dates])
        for filler in [*candidates(s, role, cue.end, stop), *_matters(s, cue, stop)]:
            if not set(filler.codes) & set(member):
                return filler
    return None


def _matters(s: Sentence, cue: Hit, stop: int) -> list[Filler]:
    """Places named by an adjective beside a word such as "conflict" or "file" ("on the Syrian conflict")."""
    hits = [cue, *s.between(cue.end, stop)]
    return [
        Filler(b.codes("adj") or a.codes("adj"), min(a.start, b.start), max(a.end, b.end))
        for a, b in pairwise(hits)
        if s.bare(a.end, b.start)
        and ((a.has(("matter",)) and b.codes("adj")) or (b.has(("matter",)) and a is not cue and a.codes("adj")))
    ]


def jointly(s: Sentence, role: Role, start: int, end: int, member: tuple[str, ...]) -> tuple[str, ...]:
    """The member with those it acts together with ("jointly with Britain") in a stretch after it."""
    for hit in s.between(start, end):
        beside = candidates(s, role, hit.end, min(end, hit.end + REACH)) if hit.has(("jointly",)) else []
        if beside:
            return (*member, *(c for c in beside[0].codes if c not in member))
    return member


def related(s: Sentence, role: Role, start: int, end: int) -> Filler | None:
    """A place that a word such as "-related" follows, or that opens a compound before a draft."""
    hits = s.between(start, end)
    for hit, after in pairwise(hits):
        codes = tuple(c for c in hit.codes(*role.kinds) if role.among is None or c in role.among)
        if codes and after.has(("related",)) and s.bare(hit.end, after.start):
            return Filler(codes, hit.start, after.end)
    return None


def one_subject(codes: Sequence[str]) -> tuple[str, ...]:
    """The first place and those that share its subject, told as that one place."""
    return tuple(codes[:1]) if all(c in group_of(codes[0]) for c in codes) else tuple(codes)


def _joined(s: Sentence, before: Filler, hit: Hit) -> bool:
    gap = s.text[before.end : hit.start]
    words = [h for h in s.hits if before.end <= h.start and h.end <= hit.start] if len(gap) <= HEIR else []
    if len(gap) > (HEIR if any(w.has(("heir",)) for w in words) else JOIN):
        return False
    bare = gap
    for word in words:
        if not word.has(("and", "heir")):
            return False
        bare = bare.replace(s.text[word.start : word.end], "", 1)
    return (
        bool(words or "/" in gap or _attached(s, hit, before.end)) and not bare.strip(" /,\u060c()\u00a0")
    ) or _attached(s, hit, before.end)


def _listed(s: Sentence, before: Filler, hit: Hit) -> bool:
    """Whether only a comma parts two members ("Britain, France and the United States")."""
    return s.text[before.end : hit.start].strip() in (",", "\u060c")


def _attached(s: Sentence, hit: Hit, start: int) -> bool:
    """Whether the gap is just space and the one joining letter that some scripts attach to the next word."""
    gap = s.text[start : hit.start].strip()
    return len(gap) == 1 and gap.isalpha()
