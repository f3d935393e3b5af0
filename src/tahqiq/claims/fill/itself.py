"""Whether a name is meant itself, or only tells whose office, ally or draft something is, or who else voted."""

from __future__ import annotations

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.hits import Hit
from tahqiq.claims.fill.joined import joined
from tahqiq.claims.text.sentences import Sentence

NOT_ITSELF = ("noun.office", "noun.ally")
VOTES = ("vote.abstaining", "vote.in_favour", "vote.against")
HYPHENS = ("-", "\u2010", "\u2011", "\u2013", "\u0640")


def not_itself(s: Sentence, frame: Frame, hit: Hit) -> bool:
    """Whether the name only tells whose office, ally or army acts, or who else voted ("Britain abstaining")."""
    after, before = s.after(hit.end), s.before(hit.start)
    beside = after is not None and s.words(hit.end, after.start) == 0 and not s.broken(hit.end, after.start)
    if after is not None and beside and (after.has(NOT_ITSELF) or (_votes(after) and not _by_act(s, frame, after))):
        return True
    if _beside_sponsor(s, frame, hit):
        return True
    noun = noun_before(s, hit)
    if noun is not None and noun is not before and noun.has(("thing.draft",)):
        return True  # the second of two adjectives of a draft, written like the name of the state
    if before is None or s.words(before.end, hit.start) > 1 or s.broken(before.end, hit.start):
        return False
    if before.has(("thing.draft",)) and s.bare(before.end, hit.start):
        return True  # a name right behind a draft may be its sponsor's as well as its subject's
    verb = any(before.has(r.subject_of) for r in frame.roles.values())
    war = before.has(("noun.war_on",)) and not _led(s, before)
    return (
        before.has(("noun.ally",))
        or war
        or (before.has(("act.sponsor",)) and not (verb or before.has(frame.things)))
        or (_votes(before) and not _by_act(s, frame, before))
    )


def _led(s: Sentence, noun: Hit) -> bool:
    """Whether a word right before a noun leads to it as to a matter ("a text on the war on Gaza")."""
    before = s.before(noun.start)
    return before is not None and before.has(("lead.on",)) and s.words(before.end, noun.start) <= 1


def _beside_sponsor(s: Sentence, frame: Frame, hit: Hit) -> bool:
    """Whether a name is a further one in a row of those who drafted a text ("drafted by France, Britain and ...")."""
    last = next((h for h in reversed(s.hits) if h.end <= hit.start and h.codes("place", "seat")), None)
    if last is None or not joined(s, last, hit):
        return False
    before = s.before(last.start)
    led = before is not None and before.has(("act.sponsor",)) and s.words(before.end, last.start) <= 1
    return (led and not_itself(s, frame, last)) or _beside_sponsor(s, frame, last)


def noun_before(s: Sentence, hit: Hit) -> Hit | None:
    """The word right before an adjective, or the noun of a row behind it (*texte belge, allemand et français*)."""
    before = s.before(hit.start)
    while s.grammar.adjective_after and before is not None and before.codes("adj") and _tight(s, before.end, hit.start):
        hit, before = before, s.before(before.start)
    return before if before is not None and s.words(before.end, hit.start) == 0 else None


def _tight(s: Sentence, start: int, end: int) -> bool:
    """Whether nothing or a hyphen lies between two adjectives ("a British-Kuwaiti text")."""
    return s.bare(start, end) or s.text[start:end].strip() in HYPHENS


def _votes(hit: Hit) -> bool:
    """Whether a word tells how someone else voted, and is no preposition, nor a word for acting together."""
    return hit.has(VOTES) and not hit.has(("lead.for", "lead.against", "act.join"))


def _by_act(s: Sentence, frame: Frame, vote: Hit) -> bool:
    """Whether a vote against is told to be the act itself, as its thing leads to the draft ("objected by its veto to
    the draft").
    """
    inside = s.between(vote.end, s.clause(vote.start, vote.end)[1])
    runs = zip(inside, inside[1:], inside[2:], strict=False)
    draft = any(
        a.has(frame.things) and b.has(("lead.on", "lead.against")) and c.has(("thing.draft",)) for a, b, c in runs
    )
    return vote.has(("vote.against",)) and draft
