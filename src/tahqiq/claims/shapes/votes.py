"""Figures of votes and the words they go with: which figure is in favour, against, abstaining."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE, VERB
from tahqiq.claims.fill.guards import tabled_by
from tahqiq.claims.fill.joined import named_beside
from tahqiq.claims.fill.symbols import numbers
from tahqiq.claims.text.figures import Figure, in_name
from tahqiq.claims.text.items import Item, items_of
from tahqiq.claims.text.sentences import Sentence
from tahqiq.claims.text.verb_ends import words_that_lead

PARTS = ("in_favour", "against", "abstaining")
OUTCOMES = {
    "vote.in_favour": "in_favour",
    "vote.against": "against",
    "vote.abstaining": "abstaining",
    "vote.by": "in_favour",
    "vote.backed": "in_favour",
    "vote.won": "in_favour",
    "vote.counted": "in_favour",
    "vote.for": "in_favour",
    "vote.no": "against",
}
ONLY_BEFORE = ("vote.by", "vote.backed", "vote.won")
NONE = {"vote.none_in_favour": "in_favour", "vote.none_against": "against", "vote.none_abstaining": "abstaining"}
DASH = "-\u2013\u2010\u2011\u2012:"
SET = rf"(?:\s?[{DASH}]\s?|\s/\s)"
RUN = re.compile(rf"(?<![\d./-])(\d{{1,3}}){SET}(\d{{1,3}})(?:{SET}(\d{{1,3}}))?(?![\d/]|[-.]\d)")
"""A tally in figures: 13-1-1, 187 - 3, 111 / 25 / 13."""
STRONG = (";", "\u061b")
OF_BODY = ("part.out_of", "lead.of", "lead.from", "body.council", "body.assembly", "neutral")
"""Words between a figure and those who vote: "eleven of the Council's 15 members"."""
VOTED = ("vote.voted",)
AGAINST = ("act.block", "act.veto", "vote.against", "not.not")


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a tally."""

    name: str
    value: int
    start: int
    end: int


def parts_of(s: Sentence, figures: Sequence[Figure], sizes: Iterable[int]) -> list[list[Part]]:
    """The tallies of a sentence, each with its parts in order of place. `sizes`: of the bodies that may have voted."""
    parts = _runs(s)
    voting = [f for f in figures if _may_vote(s, f, frozenset(sizes)) and not _used(parts, f)]
    items = items_of(s, voting)
    parts += _versus(s, items)
    parts += _voted_to(s, [i for i in items if not _used(parts, i.figure)])
    parts += _beside(s, [i for i in items if not _used(parts, i.figure)], parts)
    parts += [Part(NONE[i], 0, h.start, h.end) for h in s.hits for i in h.ids if i in NONE and not _excepted(s, h)]
    return _split(sorted(parts, key=lambda p: p.start))


def in_run(s: Sentence, parts: Sequence[Part]) -> bool:
    """Whether a tally is told in figures side by side: "9-1"."""
    return any(m.start() == parts[0].start and m.end() == parts[-1].end for m in RUN.finditer(s.text, s.start, s.end))


def _split(parts: Sequence[Part]) -> list[list[Part]]:
    """One tally ends where a part would be told twice."""
    found: list[list[Part]] = []
    for part in parts:
        if not found or part.name in {p.name for p in found[-1]}:
            found.append([])
        found[-1].append(part)
    return found


def _excepted(s: Sentence, hit: Hit) -> bool:
    """Whether somebody is excepted from "nobody" ("nobody opposed it but Washington")."""
    right = s.clause(hit.start, hit.end)[1]
    return s.named(hit.end, right, ("not.except", "minus.all_but"))


def _used(parts: Sequence[Part], f: Figure) -> bool:
    return any(p.start < f.end and f.head < p.end for p in parts)


def _runs(s: Sentence) -> list[Part]:
    found: list[Part] = []
    for run in (r for r in RUN.finditer(s.text, s.start, s.end) if not _of_item_or_date(s, r.start(), r.end())):
        groups = [(run.group(i), run.span(i)) for i in (1, 2, 3) if run.group(i)]
        found += [Part(name, int(text), *span) for name, (text, span) in zip(PARTS, groups, strict=False)]
    return found


def _of_item_or_date(s: Sentence, start: int, end: int) -> bool:
    """Whether figures side by side belong to a name, or to a date behind the number of its line ("1- 10 May 1972")."""
    numbered = s.number is not None and not s.text[s.start : start].strip("( ")
    return in_name(s, start, end) or (numbered and any(m.type == "date" and start < m.start < end for m in s.mentions))


def _may_vote(s: Sentence, f: Figure, sizes: frozenset[int]) -> bool:
    """Whether a figure may be a number of votes: whole, small, of no times, and not the size of the body."""
    if f.type != "number" or f.value != int(f.value) or not 0 <= f.value <= max(sizes):
        return False
    if f.unit is not None and not f.unit.has(("vote.two", "vote.rest")):
        return False
    if f.value in sizes and not s.has(("vote.unanimous",)):
        return False
    joined = s.text[f.start - 1 : f.start] in ("/", "-") and s.text[f.start - 2 : f.start - 1].isalnum()
    if joined and not s.attached(f.start - 1):
        return False  # "resolution 67/19"
    if s.text[f.end : f.end + 1] == "/" and s.text[f.end + 1 : f.end + 2].isdigit():
        return False
    if _of_votes(s, f) or _joined(s, f) or _absent(s, f) or tabled_by(s, f.head) or numbers(s, f.start, f.end):
        return False  # "nine votes of eleven"; "joined the two members"; "tabled by ten members"; "resolution 181"
    after = s.after(f.end)
    if after is not None and s.words(f.end, after.start) == 0 and after.has(("part.of_them",)):
        return False  # "46 of them for ..." counts a part of something else
    other = (
        after is not None
        and s.words(f.end, after.start) == 0
        and after.has(("unit.time", "unit.times", "thing.draft", "unit.people"))
    )
    return not other or bool(after and after.has(("noun.voter", "vote.noun")))


def _absent(s: Sentence, f: Figure) -> bool:
    """Whether a figure is of those who "did not vote"."""
    vote = next((h for h in s.hits if h.start >= f.end and h.has(("vote.noun", *VOTED))), None)
    near = vote is not None and s.words(f.end, vote.start) <= PHRASE and not s.broken(f.end, vote.start)
    return near and vote is not None and s.named(f.end, vote.start, ("not.not",))


def _of_votes(s: Sentence, f: Figure) -> bool:
    """Whether a figure is the whole that votes are counted out of."""
    before = s.before(f.head)
    if before is None or not before.has(("part.out_of", "lead.from", "lead.of")) or not s.bare(before.end, f.head):
        return False
    counted = s.before(before.start)
    return counted is not None and counted.has(("vote.counted",)) and s.bare(counted.end, before.start)


def _joined(s: Sentence, f: Figure) -> bool:
    """Whether others are said to have voted like so many, who are not all of them."""
    before = next((h for h in reversed(s.hits) if h.end <= f.head and not h.has(("neutral",))), None)
    return before is not None and before.has(("vote.joined",)) and s.words(before.end, f.head) <= 1


def _versus(s: Sentence, items: Sequence[Item]) -> list[Part]:
    """Two figures set against each other: "33 votes to 13", the first in favour and the second against."""
    found: list[Part] = []
    for a, b in itertools.pairwise(items):
        x, y = a.figure, b.figure
        inside = s.between(x.end, y.head)
        between = any(h.has(("vote.versus",)) and _only_voters(s, h.end, y.head) for h in inside)
        rest = s.words(x.end, y.head) - sum(s.words(h.start, h.end) for h in inside)
        telling = any(h.has(("vote.abstaining", "vote.won", "join.and", "sum.total")) for h in inside)
        telling = telling or s.broken(x.end, y.head)
        if between and not rest and not telling and len(inside) <= PHRASE and not _used(found, x):
            turned = s.grammar.postpositions and x.value < y.value  # "9'a karşı 143 oyla"
            names = PARTS[1::-1] if turned or _told_first(s, x, "vote.against") else PARTS
            found += [Part(names[0], int(x.value), x.head, x.end), Part(names[1], int(y.value), y.head, y.end)]
    return found


def _told_first(s: Sentence, f: Figure, concept: str) -> bool:
    """Whether a voting word right before a figure says which votes it counts ("votes against were three, to nine")."""
    before = s.before(f.head)
    return before is not None and before.has((concept,)) and s.words(before.end, f.head) <= 1


def _only_voters(s: Sentence, start: int, end: int) -> bool:
    """Whether nothing but a word for votes or voters lies between two places."""
    between = s.between(start, end)
    return all(h.has(("vote.counted", "noun.voter", "vote.noun")) for h in between) and s.words(start, end) <= 1


def _beside(s: Sentence, items: Sequence[Item], taken: Sequence[Part]) -> list[Part]:
    """Each figure with the voting word that stands best beside it; no word is used twice."""
    inside = [(p.start, p.end) for p in taken]
    low, high = (min(a for a, _ in inside), max(b for _, b in inside)) if inside else (0, 0)
    cues = [h for h in s.hits if h.has(OUTCOMES) and not (low <= h.start < high and not h.has(("vote.abstaining",)))]
    weighed = [(_far(s, i, h), i.at, h.start, i, h) for i in items for h in cues]
    parts: list[Part] = []
    used: set[int] = set()
    for far, _, _, item, hit in sorted((w for w in weighed if w[0] is not None), key=lambda w: w[:3]):
        f = item.figure
        if hit.start in used or _used(parts, f) or far is None:
            continue
        used.add(hit.start)
        name = next(OUTCOMES[i] for i in OUTCOMES if i in hit.ids)
        parts.append(Part(name, int(f.value) + named_beside(s, f), f.head, f.end))
    return parts


def _voted_to(s: Sentence, items: Sequence[Item]) -> Iterator[Part]:
    """Those who "voted to" do something or "for" it, with words of time or of the body between: "eleven of the 15
    members voted on Friday to ...".
    """
    for item in items:
        f = item.figure
        voters = next((h for h in s.between(f.end, item.right) if h.has(("noun.voter",))), None)
        if voters is None or not _only_of(s, f.end, voters.start):
            continue
        before, after = s.before(f.head), s.after(voters.end)
        leads = before is not None and before.has(VOTED) and s.bare(before.end, f.head)
        verb = before if leads else after
        bare = leads or (verb is not None and s.bare(voters.end, verb.start))
        if verb is not None and verb.has(VOTED) and bare and _favours(s, max(verb.end, voters.end), item.right):
            yield Part("in_favour", int(f.value), f.head, f.end)


def _favours(s: Sentence, start: int, end: int) -> bool:
    """Whether a vote is told to be for what follows ("to deplore the attack", "for the text"), and not to stop it."""
    to = next((h for h in s.between(start, end) if h.has(("lead.to", "lead.for")) or _for_draft(s, h)), None)
    if to is None or not _passed(s, start, to.start):
        return False
    aim = s.after(to.end)
    return aim is None or not aim.has(AGAINST) or not s.bare(to.end, aim.start)


def _for_draft(s: Sentence, hit: Hit) -> bool:
    """Whether a word that may lead to what is wanted stands before a draft ("for the British text")."""
    rest = (h for h in s.hits if h.start >= hit.end and not h.codes("adj", "place"))
    draft = next(rest, None)
    led = hit.has(("time.during",)) and not hit.has(("lead.on",))
    return led and draft is not None and draft.has(("thing.draft",)) and s.words(hit.end, draft.start) <= PHRASE


def _only_of(s: Sentence, start: int, end: int) -> bool:
    """Whether nothing but the body that votes and its size lies between a figure and its voters."""
    inside = s.between(start, end)
    known = sum(s.words(h.start, h.end) for h in inside if h.has(OF_BODY))
    sizes = sum(m.type == "number" and start <= m.start < end for m in s.mentions)
    return s.words(start, end) <= known + sizes and not s.broken(start, end)


def _passed(s: Sentence, start: int, end: int) -> bool:
    """Whether only words of time and of the body lie between two places ("on Friday night", "in the Council")."""
    inside = s.between(start, end)
    known = sum(s.words(h.start, h.end) for h in inside if h.has(OF_BODY) or h.of_kind("time."))
    known += sum(s.words(m.start, m.end) for m in s.mentions if start <= m.start < end)
    return s.words(start, end) <= known + 1 and not s.broken(start, end)


def _far(s: Sentence, item: Item, hit: Hit) -> float | None:
    """How far a voting word stands from a figure, in words; None where it cannot belong to it."""
    f = item.figure
    if hit.start >= f.end:
        start, end, before = f.end, hit.start, False
    elif hit.end <= f.head:
        start, end, before = hit.end, f.head, True
    else:
        return None
    own = item.left <= hit.start and hit.end <= item.right
    if hit.has(("lead.by",)) and _times_before(s, hit):
        return None  # "120 times by one member"
    if hit.has(("vote.for", "vote.no")) and not (s.bare(f.end, hit.start) and _closed(s, hit)):
        return None
    if hit.has(ONLY_BEFORE) and not hit.has(("vote.in_favour",)) and not before:
        return None
    words = s.words(start, end) - (0 if before else words_that_lead(s, start, end, OF_BODY))
    if words > VERB or (not own and words > 1) or any(s.text[i] in STRONG for i in s.marks(start, end)):
        return None
    if hit.has(("vote.won",)) and not hit.has(("vote.in_favour",)) and not _voters_behind(s, f):
        return None
    if hit.has(("lead.by",)) and not hit.has(("vote.in_favour", "vote.backed")) and not _voters_behind(s, f):
        return None  # "a text by the elected ten"
    only = hit.has(("vote.counted",)) and not hit.has(("vote.in_favour", "vote.against", "vote.abstaining"))
    liked = before == s.grammar.verb_first
    comma = s.broken(start, end)
    names = sum(bool(h.codes("place", "seat")) for h in s.between(start, end))
    return words + (0 if liked else 1.5) + (2 if comma else 0) + 3 * names + (0 if own else 4) + (5 if only else 0)


def _closed(s: Sentence, hit: Hit) -> bool:
    """Whether a mark or another figure follows a word right away ("72 for, 35 against", "72 for and 35 against")."""
    rest = len(s.text[hit.end : s.end]) - len(s.text[hit.end : s.end].lstrip())
    following = next((m for m in s.mentions if m.start >= hit.end and m.type == "number"), None)
    joined = [h.end for h in s.between(hit.end, following.start) if h.has(("join.and",))] if following else []
    goes_on = following is not None and s.follows(max([hit.end, *joined]), following.start)
    return hit.end + rest >= s.end or bool(s.mark(hit.end + rest)) or goes_on


def _times_before(s: Sentence, hit: Hit) -> bool:
    before = s.before(hit.start)
    return before is not None and before.has(("unit.times",)) and s.bare(before.end, hit.start)


def _voters_behind(s: Sentence, f: Figure) -> bool:
    after = s.after(f.end)
    if after is None or s.words(f.end, after.start) > 1:
        return False
    return after.has(("noun.voter", "vote.counted", "vote.noun", "vote.in_favour"))
