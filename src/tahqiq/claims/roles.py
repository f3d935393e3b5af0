"""Who and about whom: the places that fill the roles of a frame around a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tahqiq.catalog.frames import Role
from tahqiq.catalog.places import group_of
from tahqiq.catalog.terms import Hit
from tahqiq.claims.sentences import Sentence

REACH = 45
"""How many characters a cue ("in favour of") reaches forward to the place it introduces."""


VOTING = ("abstaining",)
"""Terms of a tally: who stands beside one of them votes without a veto."""


@dataclass(frozen=True, slots=True)
class Filler:
    """The places that fill a role, and the span they stand in."""

    codes: tuple[str, ...]
    start: int
    end: int


def candidates(s: Sentence, role: Role, start: int, end: int) -> list[Filler]:
    """The fillers of a role in a span, in order; places joined by "and" or a stroke are one filler."""
    found: list[Filler] = []
    for hit in s.between(start, end):
        codes = tuple(c for c in hit.codes(*role.kinds) if role.among is None or c in role.among)
        if not codes or is_sponsor(s, hit) or is_voter(s, hit) or _after(s, role.skip_after, hit):
            continue
        if found and _joined(s, found[-1], hit):
            found[-1] = Filler(
                (*found[-1].codes, *(c for c in codes if c not in found[-1].codes)), found[-1].start, hit.end
            )
        else:
            found.append(Filler(codes, hit.start, hit.end))
    return found


def is_sponsor(s: Sentence, hit: Hit) -> bool:
    """Whether the place only says whose draft it is ("a Russian draft"): a `draft` word right beside an adjective."""
    after = next((h for h in s.hits if h.start >= hit.end), None)
    if after is not None and "draft" in after.ids and s.bare(hit.end, after.start):
        return True
    if not any(i.startswith("adj:") for i in hit.ids):
        return False
    before = next((h for h in reversed(s.hits) if h.end <= hit.start), None)
    return before is not None and "draft" in before.ids and "veto" not in before.ids and s.bare(before.end, hit.start)


def is_voter(s: Sentence, hit: Hit) -> bool:
    """Whether the place only abstains or votes like others ("Britain abstaining")."""
    beside = [h for h in s.hits if h.has(VOTING)]
    return any(s.bare(h.end, hit.start) if h.end <= hit.start else s.bare(hit.end, h.start) for h in beside)


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
    if len(gap) > 8:
        return False
    words = [h for h in s.hits if before.end <= h.start and h.end <= hit.start]
    bare = gap
    for word in words:
        if "and" not in word.ids:
            return False
        bare = bare.replace(s.text[word.start : word.end], "", 1)
    return (
        bool(words or "/" in gap or _attached(s, hit, before.end))
        and not bare.strip(" /\u00a0")
        or _attached(s, hit, before.end)
    )


def _attached(s: Sentence, hit: Hit, start: int) -> bool:
    """Whether the gap is just space and the one joining letter that some scripts attach to the next word."""
    gap = s.text[start : hit.start].strip()
    return len(gap) == 1 and gap.isalpha()
