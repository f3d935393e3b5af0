"""Abbreviations of the record set beside something they do not stand for ("a trade agreement (AECA)").

A passage that speaks of the record by nothing else is foreign to its paragraph: words of another one were lost in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tahqiq.catalog.abbreviations import Abbreviation, folded_words, load_abbreviations
from tahqiq.claims.shapes.sums import sentence_at
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Claim, Damage, Reading, Stated, Text

BRACKETED = re.compile(r"[(\[]\s*([A-Z]{2,6})\s*[)\]]")
NAME = 40
"""So many characters before an abbreviation are the name it is set beside."""
MEASURE = "abbreviation"
"""What such a claim would measure: no register has it."""
ENOUGH = 2
"""So many words of an expansion in a sentence tell that it is meant."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """An abbreviation in brackets, and whether the sentence has the words it stands for."""

    known: Abbreviation
    s: Sentence
    start: int
    end: int
    right: bool


def read_abbreviations(article: Article, text: Text, claims: Sequence[Claim]) -> tuple[list[Claim], tuple[Damage, ...]]:
    """A claim for each abbreviation set beside something else; passages made of nothing else are told as damage.

    Only an abbreviation that the text itself uses rightly elsewhere is surely set wrong.
    """
    pairings = _pairings(article, text)
    right = {p.known.letters for p in pairings if p.right}
    wrong = [p for p in pairings if not p.right and p.known.letters in right]
    made: list[Claim] = []
    found = []
    for block in dict.fromkeys(p.s.block for p in wrong):
        here = [p for p in wrong if p.s.block == block]
        inside = _block(article, here[0].s)
        spoken = any(inside[0].start <= c.start < inside[-1].end for c in claims)
        if spoken or any(p.s.block == block and p.right for p in pairings):
            made += [_claim(p, at) for at, p in enumerate(here, len(made) + 1)]
        else:
            start, end = text.to_raw(inside[0].start, inside[-1].end)
            found.append(Damage("foreign_passage", start, end, {"word": here[0].known.letters}))
    return made, tuple(found)


def _block(article: Article, s: Sentence) -> list[Sentence]:
    """The sentences of the block that one belongs to."""
    low = high = s.at
    while low > 0 and article.sentences[low - 1].block == s.block:
        low -= 1
    while high + 1 < len(article.sentences) and article.sentences[high + 1].block == s.block:
        high += 1
    return list(article.sentences[low : high + 1])


def _pairings(article: Article, text: Text) -> list[Pairing]:
    listed = load_abbreviations(text.language)
    found = []
    for m in BRACKETED.finditer(text.text):
        known = listed.get(m.group(1))
        if known is None:
            continue
        s = sentence_at(article, m.start())
        told = folded_words(s.text[s.start : s.end], text.language)
        found.append(Pairing(known, s, m.start(), m.end(), len(told & known.words) >= min(ENOUGH, len(known.words))))
    return found


def _claim(p: Pairing, at: int) -> Claim:
    """The words before the abbreviation with it, as a claim that no register can answer."""
    start = max(p.s.start, p.start - NAME)
    while start > p.s.start and not p.s.text[start - 1].isspace():
        start -= 1
    while p.s.text[start].isspace():
        start += 1
    return Claim(f"a{at}", "rule", start, p.end, (Reading(p.known.register, MEASURE, {}),), Stated(None, None))
