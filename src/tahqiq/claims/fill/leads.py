"""What leads to a name: the preposition before it, and the verb it is the subject or the object of."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tahqiq.catalog.frames import Frame, Role
from tahqiq.catalog.hits import Hit, codes_of
from tahqiq.claims.distances import PHRASE, VERB
from tahqiq.claims.text.once import once
from tahqiq.claims.text.sentences import Sentence
from tahqiq.claims.text.verb_ends import parted_by_value, said_by_verb

WORD = re.compile(r"[^\W\d_]+")
GOVERNING = ("time.after", "time.before", "rank.behind", "lead.more_than", "lead.less_than", "minus.all_but")
"""Postpositions behind which the case of a name says nothing (after, before, more than)."""
REACH = 40
"""So many letters before a name hold the preposition that governs it."""


def codes_for(role: Role, hit: Hit) -> tuple[str, ...]:
    """The codes of a name that the role takes; a name of several places that share a subject means the first."""
    return _codes_for(role, hit.ids)


@lru_cache(maxsize=16384)
def _codes_for(role: Role, ids: tuple[str, ...]) -> tuple[str, ...]:
    found = [c for c in codes_of(ids, role.kinds) if role.among is None or c in role.among]
    allowed = tuple(c for c in found if c not in role.not_among)
    return allowed if role.among or not codes_of(ids, ("place", "seat")) else allowed[:1]


@once
def led_by(s: Sentence, hit: Hit) -> tuple[str, ...]:
    """What the preposition before a name says, attached to it or a word or two before; else its own form (a case)."""
    if s.grammar.postpositions:
        return _led_behind(s, hit)
    left = hit.start
    while left > s.start and s.text[left - 1].isalpha():
        left -= 1
    attached = s.grammar.attached.get(s.text[left : hit.start], ()) if left < hit.start else ()
    phrase = next((h for h in s.hits if h.start < left < h.end == hit.start), None)  # the particle ends a phrase
    said = tuple(c for c in (phrase.ids if phrase else attached) if c.startswith("lead."))
    if said:
        return said
    for before in reversed(s.hits):
        if before.end > left:
            continue
        if s.words(before.end, left) > PHRASE or s.broken(before.end, left) or before.codes("place", "seat"):
            break
        if parted_by_value(s, before.end, left):
            break
        leads = own_leads(before)
        if leads:
            return leads
        if not (before.has(("neutral", "noun.matter", "ref.its", "thing.draft")) or before.codes("adj")):
            break
    own = own_leads(hit)
    return () if own and _governed(s, left) else own


def _led_behind(s: Sentence, hit: Hit) -> tuple[str, ...]:
    """What the postposition behind a name says, a word or two on where no case of its own says anything; else the case
    ("Suriye'deki durum hakkında", "İsrail'e karşı", "Mısır'a").
    """
    own = own_leads(hit)
    figure = next((m.start for m in s.mentions if m.start >= hit.end), s.end)
    for after in s.between(hit.end, figure):
        far = s.words(hit.end, after.start) > (0 if own else PHRASE)
        if far or s.broken(hit.end, after.start) or after.codes("place", "seat"):
            break
        leads = own_leads(after)
        if own and after.has(GOVERNING):
            return ()  # "İsrail'den sonra": the case is that of the postposition
        if leads:
            return leads
        if not (after.has(("neutral", "noun.matter", "thing.draft")) or after.codes("adj")):
            break
    return own


def own_leads(hit: Hit) -> tuple[str, ...]:
    """What a word says of the name that it leads to, or the case of a name of itself."""
    return tuple(i for i in hit.ids if i.startswith("lead."))


def _governed(s: Sentence, start: int) -> bool:
    """Whether a preposition right before a name, past adjectives, asks for its case, which then says nothing."""
    for word in reversed(list(WORD.finditer(s.text, max(s.start, start - REACH), start))[-PHRASE:]):
        if word.group().lower() in s.grammar.governing:
            return True
        hit = next((h for h in s.hits if h.end == word.end()), None)
        if hit is None or not (hit.has(("neutral",)) or hit.codes("adj")):
            return False
    return False


def led_to(s: Sentence, frame: Frame, hit: Hit) -> str | None:
    """The role that the preposition before a name gives it."""
    leads = led_by(s, hit)
    for role in frame.roles.values():
        named = codes_for(role, hit)
        if role.leads & set(leads) and (named or role.fixed):
            if role.fixed and not role.fixed & set(named) and "lead.of" in leads and not _owns(s, frame, hit):
                continue  # one word for "of" and "from": "the budget of ..." names no giver
            return role.dimension
    return None


def _owns(s: Sentence, frame: Frame, hit: Hit) -> bool:
    """Whether "of" before a name makes it the owner of a thing of the frame: "the aid of Germany"."""
    leading = next((h for h in reversed(s.hits) if h.end <= hit.start and h.has(("lead.of",))), None)
    thing = s.before(leading.start) if leading is not None else None
    return thing is not None and leading is not None and thing.has(frame.things) and s.bare(thing.end, leading.start)


def of_part(s: Sentence, frame: Frame, hit: Hit) -> str | None:
    """The role of a name that a part of a law beside it is about ("its Ukraine title")."""
    if not s.has(PART):
        return None
    sides = [(h.end, hit.start) for h in s.hits if h.end <= hit.start and h.has(PART)][-1:]
    sides += [(hit.end, h.start) for h in s.hits if h.start >= hit.end and h.has(PART)][:1]
    beside = any(s.follows(start, end) for start, end in sides)
    return next((r.dimension for r in frame.roles.values() if beside and r.matter and codes_for(r, hit)), None)


PART = ("part.of_law",)


def beside_verb(s: Sentence, frame: Frame, hit: Hit) -> str | None:
    """The role of a name that stands as the subject of a verb of the frame, or as its object."""
    verbs = _verbs(frame)
    if not s.has(verbs):
        return None
    after = next((h for h in s.hits if h.start >= hit.end and h.has(verbs)), None)
    before = next((h for h in reversed(s.hits) if h.end <= hit.start and h.has(verbs)), None)
    behind = set(after.ids) if after is not None and _near(s, hit.end, after.start) else set()
    ahead = set(before.ids) if before is not None and _near(s, before.end, hit.start) else set()
    first = s.grammar.verb_first and before is not None and not _subject_between(s, before, hit)
    got = [r for r in frame.roles.values() if r.object_of & ahead and codes_for(r, hit)]
    noun = before is not None and any(r.object_of & _nouns(frame) & ahead for r in got)  # "granting Israel ..."
    if got and before is not None and s.words(before.end, hit.start) == 0 and (noun or not first):
        return got[0].dimension  # "provides Israel with ... in grant aid"
    acting = [r for r in frame.roles.values() if codes_for(r, hit) or r.fixed]
    found = [r for r in acting if r.subject_of & behind]  # "America vetoed"
    giving = _name_behind(s, hit)
    found += [  # the same where the verb stands first; "granted" is no passive where a second name follows
        r for r in acting if first and r.subject_of & ahead and not (giving and r.object_of & ahead)
    ]
    found += got  # "gave Egypt"
    if not found and not led_by(s, hit):
        last = said_by_verb(s, hit, verbs)
        found = [r for r in acting if r.subject_of & last]
    return found[0].dimension if found else None


def does(s: Sentence, role: Role, hit: Hit) -> bool:
    """Whether a name is the subject of a verb that gives it a role ("Biden's administration has vetoed")."""
    after = next((h for h in s.hits if h.start >= hit.end and h.has(role.subject_of)), None)
    before = next((h for h in reversed(s.hits) if h.end <= hit.start and h.has(role.subject_of)), None)
    first = s.grammar.verb_first and before is not None and not _subject_between(s, before, hit)
    ahead = after is not None and _near(s, hit.end, after.start)
    return ahead or (first and before is not None and _near(s, before.end, hit.start))


@cache
def _nouns(frame: Frame) -> frozenset[str]:
    """Words that have an object and no subject of their own."""
    roles = frame.roles.values()
    acting: frozenset[str] = frozenset().union(*(r.subject_of for r in roles))
    return frozenset().union(*(r.object_of for r in roles)) - acting


def _name_behind(s: Sentence, hit: Hit) -> bool:
    after = s.after(hit.end)
    return after is not None and bool(after.codes("place", "seat")) and s.bare(hit.end, after.start)


def _subject_between(s: Sentence, verb: Hit, hit: Hit) -> bool:
    """Whether another name stands between a verb and this one, or the verb has its subject before it."""
    before = s.before(verb.start)
    told = before is not None and s.words(before.end, verb.start) == 0 and not s.broken(before.end, verb.start)
    if told and before is not None and (before.codes("place", "seat") or _another_subject(before)):
        return True  # "a memorandum gives Israel ..."
    return any(h.codes("place", "seat") for h in s.between(verb.end, hit.start))


@cache
def _verbs(frame: Frame) -> frozenset[str]:
    """The verbs that give a role to their subject or their object."""
    return frozenset().union(*(r.subject_of | r.object_of for r in frame.roles.values()))


def _near(s: Sentence, start: int, end: int) -> bool:
    far = 3 * VERB if s.grammar.postpositions else VERB  # the whole clause stands before its verb
    if s.words(start, end) > far or any(s.text[i] in ";:" for i in s.marks(start, end)):
        return False
    names = [h for h in s.between(start, end) if h.codes("place", "seat")]
    if s.grammar.postpositions:  # the objects of a verb stand before it, told by their case
        return all(map(own_leads, names))
    parted = any(not (s.grammar.verb_last and led_by(s, h)) for h in names)  # "China to Palestine gave"
    return not parted and not any(map(_another_subject, s.between(start, end)))


def _another_subject(hit: Hit) -> bool:
    """Whether a word between a name and a verb is the verb's subject instead ("a memorandum that gives")."""
    return hit.has(("join.that",)) or (hit.of_kind("thing.") and not hit.has(("thing.draft",)))


def compared(s: Sentence, hit: Hit) -> bool:
    """Whether a name only tells whom another joined, or is ranked against ("third behind Ukraine and Israel"), with no
    figure of its own ("ahead of Egypt with 1.3 billion").
    """
    before = s.before(hit.start)
    if before is None or not s.bare(before.end, hit.start):
        return False
    if before.has(("act.join",)) and not s.grammar.verb_first:
        return True  # "China joined Russia in ten of them"
    more = before.has(("lead.more_than", "lead.less_than")) and not before.has(("lead.on",))  # "over Syria"
    set_beside = more or before.has(("lead.compared",))
    if not (set_beside or (before.has(("time.after",)) and _placed(s, before))):
        return False
    stop = s.until(hit.end, s.end)
    return not any(m.type in ("money", "number", "percentage") and hit.end <= m.start < stop for m in s.mentions)


def _placed(s: Sentence, hit: Hit) -> bool:
    """Whether an ordinal stands right before a word."""
    return any(m.type == "ordinal" and s.bare(m.end, hit.start) for m in s.mentions)


def left_out(s: Sentence, hit: Hit) -> bool:
    """Whether a name only tells what is not counted ("Russia, not counting the Soviet years")."""
    if not s.has(("minus.all_but",)):
        return False
    words = [h for h in s.hits if h.end <= hit.start and not h.has(("neutral", "time.in_office"))]
    return bool(words) and words[-1].has(("minus.all_but",)) and s.words(words[-1].end, hit.start) <= PHRASE
