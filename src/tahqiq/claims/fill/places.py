"""Which role each place of a sentence plays in a frame. Every name is used once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from tahqiq.catalog.frames import NONE, Frame
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.fill.itself import NOT_ITSELF, not_itself, noun_before
from tahqiq.claims.fill.joined import KINDS, VERBS, joined, may_fill
from tahqiq.claims.fill.leaders import acts_for, only_speaks
from tahqiq.claims.fill.leads import beside_verb, codes_for, does, led_by, led_to, of_part, own_leads
from tahqiq.claims.fill.owners import owns_draft, past_objects, sponsors
from tahqiq.claims.text.items import SOFT
from tahqiq.claims.text.once import once
from tahqiq.claims.text.sentences import COMMAS, Sentence

WITH = ("lead.", "join.", "vote.", "sum.")
"""Kinds of concepts that prepositions say."""
OTHER = "-"
"""The role of a place that another giver or body is named by: the frame does not apply beside it."""


@dataclass(frozen=True, slots=True)
class Filler:
    """The places that fill a role together, and the span they stand in; `led`: a preposition or a verb says so."""

    role: str
    codes: tuple[str, ...]
    start: int
    end: int
    led: bool = False
    adjective: bool = False


def only_city(s: Sentence, filler: Filler) -> bool:
    """Whether a place is told by a city alone to which no word leads ("1982, the year of Beirut", "the Oslo years"): it
    may only be where something happened, and not what acts were about.
    """
    return not filler.led and any(
        h.start == filler.start and h.codes("seat") and not h.codes("place", "adj", "subject") for h in s.hits
    )


@once
def fillers(s: Sentence, frame: Frame) -> Sequence[Filler]:
    """Every place of a sentence that plays a role of the frame, in order; those joined by "and" are one."""
    found: list[Filler] = []
    for hit, last in may_fill(s):
        made = _filler(s, frame, hit)
        beside = bool(found) and last is not None and made is not None and joined(s, last, hit)
        if made is not None and beside and _same(frame, found[-1], made, hit):
            codes = (*found[-1].codes, *(c for c in made.codes if c not in found[-1].codes))
            found[-1] = replace(found[-1], codes=codes, end=made.end)
        elif made is not None:
            found.append(made)
    return found


def leaders(s: Sentence, frame: Frame, found: Sequence[Filler]) -> list[Filler]:
    """Those who act for a state, where nobody else is named to play its role ("Obama cast one"), or where they are told
    to act themselves ("Biden has used the veto four times: even France ...").
    """
    acting = [(h, set(acts_for(h))) for h in s.hits if acts_for(h) and not only_speaks(s, h)]
    roles = [r for r in frame.roles.values() if r.among] if acting else []
    return [
        Filler(r.dimension, tuple(c), h.start, h.end)
        for r in roles
        for h, c in acting
        if c <= (r.among or c) and (does(s, r, h) or not any(f.role == r.dimension for f in found))
    ]


def _same(frame: Frame, first: Filler, made: Filler, hit: Hit) -> bool:
    """Whether a name put beside another plays its role: no preposition of its own gives it a different one."""
    if made.role == first.role:
        return True
    role = frame.roles.get(first.role)
    if role is None or made.led or (role.fixed and not set(codes_for(role, hit)) <= role.fixed):
        return False
    return bool(codes_for(role, hit))


def _filler(s: Sentence, frame: Frame, hit: Hit) -> Filler | None:
    if not hit.codes(*KINDS):
        return _body(s, frame, hit)
    adjective = not hit.codes("place", "seat", "subject")
    beside = _adjective(s, frame, hit) if adjective else _possessive(s, frame, hit)
    if beside is not None:
        name, end = beside
        return _made(frame, name, hit, end, led=True, adjective=adjective) if name else None
    if adjective and not led_by(s, hit) and not _people(s, frame, hit):
        return None
    if not_itself(s, frame, hit):
        return None
    led = of_part(s, frame, hit) or led_to(s, frame, hit)
    if led is not None:
        return _made(frame, led, hit, hit.end, led=True, adjective=adjective)
    verb = beside_verb(s, frame, hit) if not adjective or not _opens(s, hit) else None
    if verb is not None:
        return _made(frame, verb, hit, hit.end, led=True)
    bare = next((r.dimension for r in frame.roles.values() if r.bare and codes_for(r, hit)), None)
    return _made(frame, bare, hit, hit.end) if bare else None


def _people(s: Sentence, frame: Frame, hit: Hit) -> bool:
    """Whether an adjective stands for the people, so for the state: a verb follows ("the Americans have cast"), or a
    figure ("the British nineteen"), or a mark, where it opens the sentence ("Palestinians: $287 million").
    """
    after = s.after(hit.end)
    figure = any(m.type == "number" and m.start >= hit.end and s.bare(hit.end, m.start) for m in s.mentions)
    if _opens(s, hit) or _set_off(s, hit) or (figure and not s.grammar.adjective_after and _ends_phrase(s, hit)):
        return True
    if after is None or s.words(hit.end, after.start) or s.broken(hit.end, after.start):
        return False
    verb = after.has(frame.verbs | frame.rises | frame.falls)
    return verb or after.has(("neutral",)) or after.of_kind((*VERBS, "rank.next"))


def _ends_phrase(s: Sentence, hit: Hit) -> bool:
    """Whether the figure behind a name ends its phrase: no noun follows that it counts."""
    figure = next(m for m in s.mentions if m.start >= hit.end)
    rest = s.text[figure.end : s.end].lstrip()
    return not rest or not rest[0].isalnum()


def _set_off(s: Sentence, hit: Hit) -> bool:
    """Whether a comma stands behind an adjective with its article, and no other adjective follows ("the British, with
    American company, vetoed").
    """
    before, after = s.before(hit.start), s.after(hit.end)
    article = before is not None and before.has(("neutral",)) and s.bare(before.end, hit.start)
    led = s.before(before.start) if before is not None else None
    listed = after is not None and bool(after.codes("adj", "place"))
    beside = led is not None and s.words(led.end, hit.start) <= 1
    listed = listed or (beside and led is not None and led.of_kind(WITH))
    comma = s.text[hit.end : hit.end + 1]
    return article and bool(comma) and comma in COMMAS and not listed and not s.grammar.adjective_after


def _opens(s: Sentence, hit: Hit) -> bool:
    """Whether a name is all that stands before the first mark of its sentence."""
    return not s.text[s.start : hit.start].strip() and s.text[hit.end : s.end].lstrip()[:1] in SOFT


def _made(frame: Frame, name: str, hit: Hit, end: int, *, led: bool = False, adjective: bool = False) -> Filler | None:
    role = frame.roles[name]
    codes = codes_for(role, hit)
    if role.fixed and not set(codes) & role.fixed:
        return Filler(OTHER, tuple(hit.codes(*KINDS)), hit.start, end, led)
    return Filler(name, codes, hit.start, end, led, adjective) if codes else None


def _body(s: Sentence, frame: Frame, hit: Hit) -> Filler | None:
    """A body that stands for the fixed filler of a role ("Congress"), or for another one ("the European Union")."""
    for role in frame.roles.values() if hit.has(_bodies(frame)) else ():
        if hit.has(role.bodies) and role.fixed:
            return Filler(role.dimension, tuple(role.fixed), hit.start, hit.end)
        if hit.has(role.others):
            return Filler(OTHER, (), hit.start, hit.end)
    return None


@cache
def _bodies(frame: Frame) -> frozenset[str]:
    """Every body that stands for the filler of a role, or for another one."""
    return frozenset().union(*(r.bodies | r.others for r in frame.roles.values()))


def _adjective(s: Sentence, frame: Frame, hit: Hit) -> tuple[str | None, int] | None:
    """The role an adjective plays by the noun beside it; (None, ...) for one that plays none ("a Russian draft")."""
    left, after = noun_before(s, hit), s.after(hit.end)
    right = (
        after
        if after is not None and s.words(hit.end, after.start) == 0 and not s.broken(hit.end, after.start)
        else None
    )
    for noun in (left, right) if s.grammar.adjective_after else (right, left):
        if noun is None or (noun is left and s.broken(noun.end, hit.start)):
            continue
        if noun.has(("thing.draft", *NOT_ITSELF)):
            return None, hit.end
        name = _by_noun(frame, noun)
        if name:
            return name, max(hit.end, noun.end)
        if not s.grammar.adjective_after and noun is right:
            near = _past_adjectives(s, frame, noun)
            name = _by_noun(frame, near) if near else None
            if name:
                return name, hit.end
    return None


def _past_adjectives(s: Sentence, frame: Frame, noun: Hit) -> Hit | None:
    """The noun behind a further adjective ("American military aid"), or behind what a table is about ("Greek olive oil
    output").
    """
    at, topic = noun, frame.speaks if frame.shape == "quantity" else NONE
    for _ in range(PHRASE):
        after = s.after(at.end)
        if after is None or s.words(at.end, after.start) or s.broken(at.end, after.start):
            return None
        adjective = any(i.partition(":")[0] == "adj" or i.startswith(("category.", "neutral", "body.")) for i in at.ids)
        if adjective or (at.has(topic) and not at.has(frame.things)):
            at = after
        else:
            return at
    return at


def _by_noun(frame: Frame, noun: Hit) -> str | None:
    for role in frame.roles.values():
        if role.owner and noun.has(frame.things | {"noun.envoy"}):
            return role.dimension
        if role.matter and noun.has(("noun.matter", "tail.related", "part.of_law")):
            return role.dimension
    return None


def _possessive(s: Sentence, frame: Frame, hit: Hit) -> tuple[str | None, int] | None:
    """A name before a thing ("the US veto", "America's veto"), a matter ("Israel's settlements") or a draft."""
    end = hit.end + max((len(g) for g in s.grammar.genitive if s.text.startswith(g, hit.end)), default=0)
    owner = end > hit.end or (s.grammar.postpositions and s.text[hit.start : end].endswith(s.grammar.genitive))
    glued = next((h for h in s.hits if h.start == hit.end), None)
    for role in frame.roles.values():
        if glued is not None and glued.has(role.tails) and codes_for(role, hit):
            return role.dimension, glued.end  # "on Israel's behalf"
    after = next((h for h in s.hits if h.start >= end), None)
    if s.grammar.postpositions and (sponsors(s, hit) or (owner and owns_draft(s, frame, end))):
        return (None, hit.end)
    if owner and s.grammar.postpositions:
        after = past_objects(s, frame, end) or after
        end = after.start if after is not None else end
    if after is None or s.words(end, after.start) or s.broken(end, after.start):
        return _construct(s, frame, hit)
    after = _past_adjectives(s, frame, after) or after
    if after.has(("thing.draft",)) and not after.has(frame.things) and not s.grammar.verb_ends:
        return None if _closed(s, hit) else (_of_matter(frame, hit), hit.end)
    for role in frame.roles.values():
        if after.has(role.tails) and codes_for(role, hit):
            return role.dimension, after.end
    compound = not s.grammar.owner_after and not after.has(frame.acts)  # "Egypt aid"; where nouns lead: "aid Egypt"
    if after.has(frame.things) and not led_by(s, hit) and (owner or compound):
        return next(((r.dimension, hit.end) for r in frame.roles.values() if r.owner and codes_for(r, hit)), None)
    return _construct(s, frame, hit)


def _of_matter(frame: Frame, hit: Hit) -> str | None:
    """The role of a region or a matter right before a draft ("the Gaza draft"): it brings none, as a state may."""
    matter = bool(hit.codes("subject")) and not hit.codes("place", "seat", "adj")
    return next((r.dimension for r in frame.roles.values() if matter and r.matter and codes_for(r, hit)), None)


def _closed(s: Sentence, hit: Hit) -> bool:
    """Whether the owner's ending, where it is a word by itself, closes the phrase that a preposition before the name
    opened: what that says, "about Syria", stands before its noun and is of no owner.
    """
    apart = any(ending.startswith(" ") for ending in s.grammar.genitive)
    return apart and bool(set(led_by(s, hit)) & {"lead.on", "lead.against"})


def _construct(s: Sentence, frame: Frame, hit: Hit) -> tuple[str | None, int] | None:
    """A name right behind a thing, where that, and no case, makes it the owner: only beside one the thing is led to."""
    before = s.before(hit.start)
    beside = before is not None and s.words(before.end, hit.start) == 0 and s.bare(before.end, hit.start)
    if not s.grammar.owner_after or not beside or before is None or not before.has(frame.things):
        return None
    own = own_leads(hit)
    for role in frame.roles.values():
        got = any(
            led_to(s, frame, h) not in (None, role.dimension)
            for h in s.hits
            if h.start > hit.end and h.codes(*KINDS) and not (own and joined(s, hit, h))
        )
        if role.owner and role.fixed and got and (not own or "lead.of" in own):
            return role.dimension, hit.end
    return None
