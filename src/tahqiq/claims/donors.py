"""Whose money an amount is: the donor's of a frame, another giver's, or no aid at all."""

from __future__ import annotations

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.context import Context
from tahqiq.claims.cues import introduced
from tahqiq.claims.money import Sum
from tahqiq.claims.sentences import Sentence

GAP = 16
"""A giver and the verb of giving stand this near ("Qatar has since pledged")."""


def other_money(context: Context, frame: Frame, s: Sentence, amount: Sum) -> bool:
    """Whether the words of the amount's own stretch say the money is something else, or another's gift."""
    start, end = amount.own(s)
    end = min([m.start for m in s.mentions if m.type == "percentage" and m.start >= amount.end] + [end])
    turns = [h for h in s.between(start, end) if h.has(("contrast",))]
    start = max([h.end for h in turns if h.end <= amount.start] + [start])
    end = min([h.start for h in turns if h.start >= amount.end] + [end])
    if any(h.has(frame.blockers) for h in s.between(start, end)):
        return True
    return _others(context, frame, s, amount)


def givers(context: Context, frame: Frame, s: Sentence) -> list[tuple[int, int, bool]]:
    """Where a sentence names who gives: start, end, and whether it is the frame's own donor."""
    donor = frame.more["donor"]
    found = []
    for at, hit in enumerate(s.hits):
        codes = hit.codes("place", "seat", "adj")
        if donor in codes or hit.has(frame.more["donor_bodies"]):
            if not any(m.start <= hit.start < m.end for m in s.mentions if m.type == "money"):
                found.append((hit.start, hit.end, True))
        elif hit.has(frame.more["other_donors"]) or (codes and _gives(context, frame, s, hit, at)):
            found.append((hit.start, hit.end, False))
    return found


def _gives(context: Context, frame: Frame, s: Sentence, hit: Hit, at: int) -> bool:
    """Whether another place is the one that gives: before or after a verb of giving, after "from", as "X's aid"."""
    if introduced(context, s, frame.roles["recipient"].cues, hit.start):
        return False
    before = s.hits[at - 1] if at else None
    after = s.hits[at + 1] if at + 1 < len(s.hits) else None
    giving = frame.more["giving"]
    if before and before.has(("from_giver",)) and s.bare(before.end, hit.start):
        return True
    genitive = context.values.get("of_giver", {}).get("suffixes", ())
    if after and after.has(frame.more["gift"]) and s.text[hit.end : after.start].strip() in genitive:
        return any(introduced(context, s, frame.roles["recipient"].cues, h.start) for h in s.hits[at + 1 :])
    if before and hit.codes("place") and before.has(("gift_of",)) and s.bare(before.end, hit.start):
        recipient = frame.roles["recipient"].cues
        return any(h.codes("place") and introduced(context, s, recipient, h.start) for h in s.hits[at + 1 :])
    if hit.codes("adj"):
        beside = (after and s.bare(hit.end, after.start) and after.has(frame.more["gift"])) or (
            before and s.bare(before.end, hit.start) and before.has(frame.more["gift"])
        )
        return bool(beside)
    if before and before.has(frame.more["verb_first"]) and s.bare(before.end, hit.start):
        subject = s.hits[at - 2] if at > 1 else None
        told = subject is not None and before.start - subject.end <= GAP
        if told and subject and (subject.has(("law", "memorandum", "package")) or subject.codes("place", "seat")):
            return False
        return not before.has(("aid_got",)) or bool(after and after.codes("place", "seat"))
    if after and after.has(("only", "filler")):
        after = s.hits[at + 2] if at + 2 < len(s.hits) else None
    return bool(after and after.start - hit.end <= GAP and after.has(giving) and not after.has(("aid_got",)))


def _others(context: Context, frame: Frame, s: Sentence, amount: Sum) -> bool:
    """Whether the giver nearest to the amount is another one: before it, else in its clause, else anywhere near."""
    told = givers(context, frame, s)
    _, end = amount.own(s)
    for low, high, last in (
        (amount.before, amount.start, True),
        (amount.end, end, False),
        (s.start, amount.start, True),
        (amount.end, s.end, False),
    ):
        inside = [own for a, b, own in told if low <= a and b <= high]
        if inside:
            return not (inside[-1] if last else inside[0])
    for earlier in reversed(context.near(s, 2)):
        before = givers(context, frame, earlier)
        if before:
            return not any(own for _, _, own in before)
    return False
