"""What a sentence tells a single act to have dealt with: "vetoed a draft calling for a ceasefire"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE, VERB
from tahqiq.claims.fill.scene import Scene

STRONG = (";", ":", "\u061b", "\n")
"""Marks behind which something else is told."""
STOPS = ("say.report", "time.after", "time.before", "time.since", "join.contrast")
"""What is told behind these is no longer of the act ("vetoed it after the ceasefire")."""
GOES_ON = ("lead.against",)
"""Words that also tell what an act is done to, and so end nothing ("used its veto against")."""
BETWEEN = (
    "join.that",
    "aspect.plan",
    "aspect.condition",
    "neutral",
    "lead.by",
    "lead.of",
    "lead.from",
    "body.council",
    "body.united_nations",
)
"""Words between what is acted on and what it asks for: "the draft by Algeria that would have"."""
APART = ("not.", "time.", "say.", "act.", "join.that", "join.contrast", "lead.less_than", "minus.")
"""Kinds of words that part a theme from what leads to it ("on aid, since the ceasefire", "that made no mention of")."""


def themes_of(sc: Scene, act: Hit, low: int, high: int) -> tuple[tuple[str, ...], bool]:
    """The themes named for the act, and whether its sentence surely tells it to deal with one of them.

    None where no word leads to any, or one is denied ("that made no mention of a ceasefire"): a sentence may name it
    for another reason. `low`, `high`: how far the act goes.
    """
    named = {i: value for values in sc.frame.themes.values() for i, value in values.items()}
    if not named or not any(h.has(named) for h in sc.s.themes):
        return (), False
    spans = _spans(sc, act, low, high)
    found = [(h, span) for span in spans for h in sc.s.themes if span[0] <= h.start and h.end <= span[1]]
    told = [(h, span) for h, span in found if h.has(named)]
    told = [(h, span) for h, span in told if not _parted(sc, act, h)]
    led = [(max(_direct(sc, act, h), _asked(sc, h, span)), h) for h, span in told]
    values = dict.fromkeys(named[i] for _, h in led for i in h.ids if i in named)
    sure = any(how == 2 for how, _ in led)
    return (tuple(values), sure) if any(how for how, _ in led) else ((), False)


def _parted(sc: Scene, act: Hit, theme: Hit) -> bool:
    """Whether a theme is denied, or told of the time or place of the act ("vetoed it amid calls for a ceasefire")."""
    s = sc.s
    things = [h.end for h in s.hits if h.has(sc.frame.acted) and h.end <= theme.start]
    start = max(things, default=s.start) if theme.end <= act.start else max([act.end, *things])
    denied = any(x.of_kind("not.") for x in s.between(act.end, theme.start))
    return denied or any(x.has(sc.frame.unless) and start <= x.start and x.end <= theme.start for x in s.themes)


def _spans(sc: Scene, act: Hit, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Where the theme of an act stands: behind it, up to another one or to what is told beside; before it in its
    clause, where what was acted on is named there.
    """
    s = sc.s
    ends = [h.start for h in s.between(act.end, high) if _stops(h) or _other_act(sc, act, h)]
    ends += [i for i in s.marks(act.end, high) if s.text[i] in STRONG]
    yield act.end, min([high, *ends])
    left = max(low, s.clause(act.start, act.end)[0])
    starts = [h.end for h in s.between(left, act.start) if _stops(h)]
    left = max([left, *starts])
    if s.named(left, act.start, sc.frame.acted):
        yield left, act.start


def _stops(hit: Hit) -> bool:
    return hit.has(STOPS) and not hit.has(GOES_ON)


def _other_act(sc: Scene, act: Hit, hit: Hit) -> bool:
    """Whether a word tells of a further act: not the noun of the same one ("used its veto"), nor what it was for ("to
    block").
    """
    before = sc.s.before(hit.start)
    same = before is not None and before.has(("lead.to",)) and sc.s.bare(before.end, hit.start)
    other = hit.has(sc.frame.acts) and not hit.has(("neutral",))
    return other and not same and sc.s.words(act.end, hit.start) > PHRASE


def _direct(sc: Scene, act: Hit, theme: Hit) -> int:
    """2 where the theme names what was acted on ("vetoed a ceasefire resolution", "a draft admitting ..."), 1 where it
    stands for it ("vetoed the admission of ..."), 0 otherwise.
    """
    s = sc.s
    things = [h for h in s.hits if h.has(sc.frame.acted)]
    behind = next((h for h in things if h.start >= theme.end), None)
    before = next((h for h in reversed(things) if h.end <= theme.start), None)
    beside = behind is not None and not s.words(theme.end, behind.start) and not s.broken(theme.end, behind.start)
    if before is not None and s.bare(before.end, theme.start):
        return 2
    if before is not None and s.grammar.owner_after and before.start >= act.end and _plain(sc, before.end, theme.start):
        return 2 if s.words(before.end, theme.start) <= PHRASE else 0  # a draft, its author, and what it is for
    if theme.start < act.end or s.words(act.end, theme.start) > VERB or s.broken(act.end, theme.start):
        return 0
    if beside and _plain(sc, act.end, theme.start):
        return 2
    return 1 if s.words(act.end, theme.start) <= PHRASE else 0


def _asked(sc: Scene, theme: Hit, span: tuple[int, int]) -> int:
    """2 where a word that leads from what was acted on to what it asked for stands right before the theme and right
    behind that, 1 where they stand farther apart, 0 where there is none.
    """
    s, frame = sc.s, sc.frame
    asks = [h for h in s.themes if h.has(frame.asks) and span[0] <= h.start and h.end <= theme.start]
    if not asks or s.words(asks[-1].end, theme.start) > VERB:
        return 0
    ask = asks[-1]
    things = [h for h in s.between(span[0], ask.start) if h.has(frame.acted)]
    if not things:
        return 1
    near = s.words(ask.end, theme.start) <= PHRASE and not _apart(s.between(ask.end, theme.start))
    return 2 if near and _plain(sc, things[-1].end, ask.start) else 1


def _plain(sc: Scene, start: int, end: int) -> bool:
    """Whether every word between two places only goes on with what was acted on: who wrote it, "that would"."""
    s = sc.s
    inside = s.between(start, end)
    known = all(h.has(BETWEEN) or h.has(sc.frame.acted) or h.codes("adj", "place") for h in inside)
    return known and not _apart(inside) and s.words(start, end) <= sum(s.words(h.start, h.end) for h in inside) + 1


def _apart(hits: Sequence[Hit]) -> bool:
    return any(h.of_kind(APART) and not h.has(("neutral",)) for h in hits)
