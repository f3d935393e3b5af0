"""Owners whose thing stands far behind them, where what leads to a name stands behind it."""

from __future__ import annotations

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.fill.leads import own_leads
from tahqiq.claims.text.sentences import Sentence


def sponsors(s: Sentence, hit: Hit) -> bool:
    """Whether a name stands before a word for bringing a text, with nothing but a postposition between ("Rusya
    tarafından sunulan tasarı", "ABD'nin hazırladığı metin").
    """
    after = s.after(hit.end)
    if after is not None and after.has(("lead.by",)) and not s.words(hit.end, after.start):
        after = s.after(after.end)
    between = after is not None and s.words(hit.end, after.start) <= 1 and not s.broken(hit.end, after.start)
    return between and after is not None and after.has(("act.sponsor",)) and not after.has(("lead.for",))


def owns_draft(s: Sentence, frame: Frame, start: int) -> bool:
    """Whether an owner's is a text put to the vote, past what that is about ("ABD'nin Gazze tasarısı")."""
    for hit in s.between(start, s.until(start, s.end)):
        if s.words(start, hit.start) > PHRASE or hit.has(frame.things):
            return False
        if hit.has(("thing.draft",)):
            return True
        if not (hit.has(("neutral", "noun.matter")) or hit.of_kind("lead.") or hit.codes("place", "adj", "subject")):
            return False
    return False


def past_objects(s: Sentence, frame: Frame, start: int) -> Hit | None:
    """The thing of the frame behind an owner, past whom it goes to and what is done with it: "Almanya'nın İsrail'e
    yaptığı 3 milyar dolarlık askeri yardım".
    """
    led = False
    for hit in s.between(start, s.until(start, s.end)):
        if hit.codes("place", "seat", "adj"):
            if "lead.to" not in own_leads(hit):
                return None
            led = True
        elif hit.has(frame.things):
            return hit if led else None
    return None
