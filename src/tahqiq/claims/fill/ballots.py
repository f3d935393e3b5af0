"""How others are told to have voted beside a single act: "... vetoed the draft, with Britain abstaining"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.fill.guards import denied
from tahqiq.claims.fill.joined import joined
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.text.sentences import COMMAS, Sentence

KINDS = ("place", "seat")
OPENS = ("join.and", "join.contrast", "join.with", "sum.made_of", "vote.won")
"""Words right before those who voted so ("while China", "with Britain")."""
NAMES = ("lead.by", "lead.from", "lead.of")
"""Words between a noun and those who voted so ("abstentions by Brazil and India")."""
ELSEWHERE = ("say.report", "time.after", "time.before", "time.since", "vote.required", "body.other", "body.assembly")
"""Beside these a vote may be another one ("after France had abstained")."""


ON = ("lead.on",)
"""At the head of a clause, what another vote was on."""


def ballots_of(sc: Scene, act: Hit, low: int, high: int, acting: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Each state that is told to have voted otherwise than those who acted, with how: of the same vote, in the sentence
    of the act or right behind it. `low`, `high`: how far the act goes.
    """
    told = dict(_told(sc, sc.s, max(low, sc.s.start), _until(sc, act.end, high), act))
    after = sc.article.sentences[sc.s.at + 1 : sc.s.at + 2] if high == sc.s.end else ()
    for s in (x for x in after if x.block == sc.s.block and not _another(sc, x)):
        told = {**dict(_told(sc, s, s.start, s.end, None)), **told}
    apart = {cast for code, cast in told.items() if code in acting}  # "vetoed by Russia, China abstaining"
    return tuple(sorted((code, cast) for code, cast in told.items() if cast not in apart))


def _until(sc: Scene, start: int, high: int) -> int:
    """Where another vote begins to be told of behind an act: "; on the Russian text", ", and a further draft"."""
    s = sc.s
    marks = list(s.marks(start, high))
    for mark, end in zip(marks, [*marks[1:], high], strict=False):
        inside = [h for h in s.between(mark, end) if not h.has(("join.and", "join.contrast"))]
        if (inside and inside[0].has(ON)) or any(h.has(sc.frame.acted) for h in inside):
            return mark
    return high


def _another(sc: Scene, s: Sentence) -> bool:
    """Whether a sentence may tell of another vote."""
    if s.hits and s.hits[0].has(ON):
        return True
    dated = any(m.type in ("date", "ordinal") for m in s.mentions)
    return dated or s.has((*sc.frame.acts, *sc.frame.acted, *ELSEWHERE))


def _told(sc: Scene, s: Sentence, low: int, high: int, act: Hit | None) -> Iterator[tuple[str, str]]:
    casts: Mapping[str, str] = sc.frame.ballots
    for hit in s.between(low, high) if s.has(casts) else ():
        cast = next((casts[i] for i in hit.ids if i in casts), None)
        names = _voters(s, hit) if cast else ()
        if cast is None or not names or denied(s, hit.start, hit.end):
            continue
        start, end = min(names[0].start, hit.start), max(names[-1].end, hit.end)
        around = (min(start, act.start), max(end, act.end)) if act else (start, end)
        if low <= start and _opens(s, start) and not s.named(*around, ELSEWHERE) and _alone(sc, s, end):
            yield from ((code, cast) for name in names for code in name.codes(*KINDS)[:1])


def _voters(s: Sentence, hit: Hit) -> tuple[Hit, ...]:
    """The names right before a word for a vote, or right behind it where the verb is first or a noun leads to them."""
    behind = s.after(hit.end)
    if behind is not None and behind.has(NAMES) and not behind.has(("vote.noun",)) and s.bare(hit.end, behind.start):
        after = s.after(behind.end)
        return _chain(s, after, 1) if after is not None and s.bare(behind.end, after.start) else ()
    first = behind is not None and bool(behind.codes(*KINDS))
    bracket = behind is not None and s.text[hit.end : behind.start].strip() == "("
    if behind is not None and first and (bracket or (s.grammar.verb_first and s.bare(hit.end, behind.start))):
        return _chain(s, behind, 1)
    before = s.before(hit.start)
    names = _chain(s, before, -1) if before is not None and s.bare(before.end, hit.start) else ()
    led = s.before(names[0].start) if names[1:] else None
    return names[-1:] if led is not None and led.has(ON) else names  # "vetoed the draft on Syria and China abstained"


def _chain(s: Sentence, first: Hit, way: int) -> tuple[Hit, ...]:
    """The names that stand side by side from one on, in order."""
    found: list[Hit] = []
    at = s.hits.index(first)
    while 0 <= at < len(s.hits):
        hit = s.hits[at]
        if hit.codes(*KINDS):
            if found and not joined(s, *sorted((found[-1], hit))):
                break
            found.append(hit)
        elif not hit.has(("join.and", "neutral")):
            break
        at += way
    return tuple(sorted(found))


def _opens(s: Sentence, start: int) -> bool:
    """Whether those who voted so are the subject: a mark, the sentence or a word such as "while" begins there."""
    marks = s.marks(s.start, start)
    left = marks[-1] + 1 if marks else s.start
    before = [h for h in s.between(left, start) if not h.has(("neutral",))]
    if not s.words(left, start):
        return True
    near = before[-1] if before else None
    opened = near is not None and near.has(OPENS) and s.follows(near.end, start)
    attached = s.attached(start) and s.follows(s.until(start, start), start)
    return opened or attached or (near is None and s.words(left, start) <= 1)


def _alone(sc: Scene, s: Sentence, end: int) -> bool:
    """Whether nothing behind a vote makes it one on something else ("abstained on a rival text", "in 2017")."""
    stops = [h.start for h in s.hits if h.start >= end and h.has(("join.and", "join.contrast", "say.elsewhere"))]
    strong = [i for i in s.marks(end, s.end) if s.text[i] in COMMAS or s.text[i] in ";:"]
    right = min([s.end, *stops, *strong])
    inside = s.between(end, right)
    drafts = [h for h in inside if h.has((*sc.frame.acted, *sc.frame.acts))]
    same = len(drafts) == 1 and not s.words(drafts[0].end, right) and s.words(end, drafts[0].start) <= PHRASE
    same = same and all(h in drafts or h.has(("neutral", *ON)) for h in inside)  # "abstained on the draft"
    return (same or not drafts) and not any(end <= m.start < right and m.type == "date" for m in s.mentions)
