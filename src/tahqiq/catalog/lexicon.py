"""Every word the registers and places are known by, in one automaton per language.

Forms are compared after folding: letters that vary in spelling are made one, marks that carry no meaning are dropped.
A form must stand as a word of its own, give or take the letters a language attaches to words, or touch another form
(articles lose spaces: two names may be glued together).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache

import ahocorasick

from tahqiq.catalog.concepts import INNER, NEUTRAL, load_forms, load_themes, spoken
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.languages import Folded, Language, load_language
from tahqiq.catalog.places import load_names
from tahqiq.catalog.registers import own_registers

ARTICLE = 4
"""Letters of an article and a blank before a word."""
OPEN = "*"
"""At the end of a form: any letters may follow."""
SHORTEST = 4
"""A form of fewer letters is not taken for a word that lost its space."""
REACH = 24
"""No word is longer than this around a form."""
LOOK = 1_000
"""Letters that are looked at together where the first few may tell enough."""
PART = 20_000
"""Letters that are looked at together, so that memory does not grow with the text."""


Spans = Mapping[int, Sequence[int]]


def _neighbours(raw: Iterable[tuple[int, int, tuple[str, ...], bool]]) -> tuple[Spans, Spans]:
    """Where the forms that begin at a place end, and where those that end at a place begin."""
    ends_of: dict[int, list[int]] = {}
    starts_of: dict[int, list[int]] = {}
    for start, end in [(start, -minus) for start, minus, _, _ in raw if start + minus <= -SHORTEST]:
        ends_of.setdefault(start, []).append(end)
        starts_of.setdefault(end, []).append(start)
    return ends_of, starts_of


class Lexicon:
    """The automaton over all forms of one language.

    `cased` forms are found only as written; `abbreviations` end with a full stop that ends no sentence.
    """

    def __init__(
        self,
        language: Language,
        forms: Mapping[str, list[str]],
        cased: frozenset[str] = frozenset(),
        abbreviations: frozenset[str] = frozenset(),
    ) -> None:
        self.language = language
        self.abbreviations = abbreviations
        self._prefixes = frozenset(language.clitics_before) | {language.settings["article"], ""}
        self._glues = bool(language.clitics_before)
        self._suffixes = frozenset(language.clitics_after) | {""}
        self._before = frozenset(p[-1] for p in self._prefixes if p)
        self._after = frozenset(p[0] for p in self._suffixes | self._prefixes if p)
        self._cased = {language.fold(form).text: cased for form in cased}
        self._automaton = ahocorasick.Automaton()
        grouped: dict[str, list[str]] = {}
        wide = set()
        for form, ids in forms.items():
            bare = language.fold(form.rstrip(OPEN)).text
            if form.endswith(OPEN):
                wide.add(bare)
            grouped.setdefault(bare, []).extend(i for i in ids if i not in grouped.get(bare, ()))
        for bare, ids in grouped.items():
            self._automaton.add_word(bare, (len(bare), tuple(ids), bare in wide))
        for bare, (size, ids) in self._swallowed(grouped).items():
            self._automaton.add_word(bare, (size, tuple(ids), False))
        self._around = max(map(len, grouped), default=0) + 2 * REACH
        if not grouped:
            self._automaton.add_word("\0", (1, (), False))
        self._automaton.make_automaton()

    def _swallowed(self, grouped: Mapping[str, list[str]]) -> dict[str, tuple[int, list[str]]]:
        """Forms that begin with the article, as they stand after a letter that swallows part of it.

        Each with the number of its own letters: the one before the rest is taken for the article.
        """
        article = self.language.settings["article"]
        swallowing = [a for a in self.language.settings["articles"] if article and not a.endswith(article)]
        return {
            joined + form[len(article) :]: (len(form) - len(article) + 1, ids)
            for form, ids in grouped.items()
            if form.startswith(article) and len(form) > len(article) + 2
            for joined in swallowing
            if joined + form[len(article) :] not in grouped
        }

    def ids_in(self, text: str) -> set[str]:
        """The terms with a form anywhere, also inside words: all that `find` gives, and more, but quickly."""
        return set().union(*[ids for _, (_, ids, _) in self._automaton.iter(self.language.fold(text).text)])

    def ids_so_far(self, text: str) -> Iterator[set[str]]:
        """The same, growing with the text, for those who may have read enough after its first lines."""
        low, found = self.language.fold(text).text, set[str]()
        first, size = 0, LOOK
        while first < len(low):
            part = self._automaton.iter(low, max(0, first - self._around), min(len(low), first + size))
            found.update(*[ids for _, (_, ids, _) in part])
            yield found
            first, size = first + size, min(2 * size, PART)

    def find(self, text: str) -> list[Hit]:
        """The longest forms, left to right, none inside another. Offsets into `text` as given."""
        return self._hits(text, 0, len(text), nested=False)

    def find_all(self, text: str, spans: Iterable[tuple[int, int]] | None = None) -> list[Hit]:
        """Every form that stands as a word, also inside longer ones, the longest first at each place; with `spans` only
        what begins in these.
        """
        hits: list[Hit] = []
        for start, end in [(0, len(text))] if spans is None else spans:
            hits += self._hits(text, start, end, nested=True)
        return hits

    def begin(self, text: str, wanted: Set[str]) -> list[tuple[int, tuple[str, ...]]]:
        """Where forms of these terms begin, also inside words, with all their terms: more than `find_all` gives, but
        quickly.
        """
        folded = self.language.fold(text)
        found = self._automaton.iter(folded.text)
        begun = [(last + 1 - size, ids) for last, (size, ids, _) in found if not wanted.isdisjoint(ids)]
        return [(folded.span(first, first + 1)[0], ids) for first, ids in begun]

    def _hits(self, text: str, start: int, end: int, *, nested: bool) -> list[Hit]:
        folded = self.language.fold(text)
        low, high = folded.index(start), folded.index(end)
        hits: list[Hit] = []
        free = low
        for first in range(low, high, PART):
            free = self._in_part(text, folded, range(first, min(high, first + PART)), free, nested, hits)
        return hits

    def _in_part(self, text: str, folded: Folded, part: range, free: int, nested: bool, hits: list[Hit]) -> int:
        """Add what begins in a part; whatever may stand beside it is looked at too. Where the next may begin."""
        low = folded.text
        around = max(0, part.start - self._around), min(len(low), part.stop + self._around)
        found = self._automaton.iter(low, *around)
        raw = [(last + 1 - size, -last - 1, ids, wide) for last, (size, ids, wide) in found]
        ends_of, starts_of = _neighbours(raw) if self._glues else ({}, {})
        before, after = self._before, self._after
        near = [r for r in raw if not (a := low[r[0] - 1 : r[0]]).isalpha() or a in before or r[0] in starts_of]
        near = [r for r in near if not (a := low[-r[1] : 1 - r[1]]).isalpha() or a in after or r[3] or -r[1] in ends_of]
        for start, minus, ids, wide in sorted(near):  # two quick looks have turned most forms away
            if start < free or start not in part:
                continue
            end = -minus
            inside, goes_on = low[start - 1 : start].isalpha(), low[end : end + 1].isalpha()
            if (inside or goes_on) and not self._bounded(low, start, end, wide, ends_of, starts_of):
                continue
            first, final = folded.span(start, end)
            written = text[final : final + 1]
            if goes_on and not wide and end not in starts_of and written.isalpha() and written.lower() not in after:
                continue  # a letter that only looks like one that is attached, once it is folded
            if low[start:end] in self._cased and _printed(text[first:final]) not in self._cased[low[start:end]]:
                continue
            if ids != NO_PLACE:
                hits.append(Hit(first, final, ids))
            free = free if nested else end
        return free

    def _bounded(self, text: str, start: int, end: int, wide: bool, ends_of: Spans, starts_of: Spans) -> bool:
        """Whether the word around the form holds nothing else but what may be attached to it, or another form.

        Where one form fills the word, it is no two that lost their space.
        """
        left, right = start, end
        while right < len(text) and text[right].isalpha() and right - end < REACH:
            right += 1
        while left > 0 and text[left - 1].isalpha() and start - left < REACH:
            left -= 1
        glues = self._glues and end - start >= SHORTEST and not self._leads(text, left, right, ends_of)
        before = text[left:start] in self._prefixes or (glues and self._follows(text, left, start, starts_of))
        alone = wide or text[end:right] in self._suffixes
        return before and (alone or (glues and self._leads(text, end, right, ends_of)))

    def _leads(self, text: str, end: int, right: int, ends_of: Spans) -> bool:
        """Whether another form fills the rest of the word, or runs past it, but for letters attached to it."""
        places = [p for p in range(end, min(right, end + 4)) if text[end:p] in self._prefixes]
        return any(q >= right or text[q:right] in self._suffixes for p in places for q in ends_of.get(p, ()))

    def _follows(self, text: str, left: int, start: int, starts_of: Spans) -> bool:
        """Whether another form fills the word before this one, or began before it, but for letters attached."""
        places = [q for q in range(max(left, start - 4) + 1, start + 1) if text[q:start] in self._prefixes]
        return any(p <= left or text[left:p] in self._prefixes for q in places for p in starts_of.get(q, ()))


def _printed(name: str) -> str:
    """A name as printed, whichever apostrophe its ending stands behind."""
    return name.replace("\u2019", "'")


@cache
def reads_claims(language: str) -> bool:
    """Whether there are words of claims in this language; in others only figures and dates are read."""
    return bool(spoken(language))


def words_in(text: str, language: str) -> list[Hit]:
    """Every word of a text that means something to any register, own ones among them."""
    found = load_lexicon(language).find(text)
    for own in own_registers():
        found = laid_over(text, found, load_lexicon(language, own).find(text))
    return found


def laid_over(text: str, hits: Sequence[Hit], own: Sequence[Hit]) -> list[Hit]:
    """The words of a text as one register sees it that has words of its own: of two that overlap the one that begins
    first or is longer, which may say what the other says too.
    """
    found: list[Hit] = []
    apart = [_cut(text, hit, own) for hit in hits]
    for hit in sorted((*own, *apart), key=lambda h: (h.start, -h.end)):
        last = found[-1] if found else None
        if last is None or hit.start >= last.end:
            found.append(hit)
        elif hit.end <= last.end:
            same = hit.end == last.end and hit.start - last.start <= ARTICLE
            told = (i for i in hit.ids if i != NEUTRAL and (same or i.startswith(INNER)))
            found[-1] = Hit(last.start, last.end, tuple(dict.fromkeys((*last.ids, *told))))
    return found


def _cut(text: str, hit: Hit, own: Sequence[Hit]) -> Hit:
    """A word without the letters at its end that the language attaches to the next one, where that one is known."""
    if not text[hit.end - 1 : hit.end + 1].isalnum() or hit.end == len(text):
        return hit
    at = bisect_left(own, hit.end, key=lambda h: h.start) - 1
    if at < 0 or not hit.start < own[at].start or own[at].end <= hit.end:
        return hit
    return Hit(hit.start, hit.start + len(text[hit.start : own[at].start].rstrip()), hit.ids)


@cache
def load_lexicon(language: str, own: str | None = None) -> Lexicon:
    """All words of a language that mean something to the registers that ship, and the places; or to an own register."""
    if own:
        return Lexicon(load_language(language), load_forms(language, own)[0])
    listed, abbreviations = load_forms(language)
    forms = {form: list(ids) for form, ids in listed.items()}
    for name, form in place_forms(language):
        forms.setdefault(form, []).append(name)
        if NEUTRAL in forms[form]:
            forms[form].remove(NEUTRAL)
    for form in load_names(language).get("not_places", ()):
        forms.setdefault(form, list(NO_PLACE))
    return Lexicon(load_language(language), forms, _cased(language), abbreviations)


@cache
def theme_lexicon(language: str) -> Lexicon:
    """The words of what acts may have dealt with."""
    return Lexicon(load_language(language), load_themes(language))


NO_PLACE = ("name.no_place",)
"""The id of phrases that hold the name of a place and mean something else: no word of them is read."""
KINDS = {"terms": "place", "metonyms": "seat", "adjectives": "adj"}


def _cased(language: str) -> frozenset[str]:
    places = load_names(language)["places"].values()
    return frozenset(form for entry in places for form in entry.get("cased", ()))


def place_forms(language: str) -> Iterable[tuple[str, str]]:
    """Every form that names a place, with its id."""
    names = load_names(language)
    for code, entry in names["places"].items():
        for part, kind in KINDS.items():
            for form in entry.get(part, ()):
                if part != "terms" and form in entry.get("ambiguous", ()):
                    continue
                yield f"{kind}:{code}", str(form)
    for form, codes in names.get("subjects", {}).items():
        yield f"subject:{'+'.join(codes)}", str(form)
    for form, said in names.get("says", {}).items():
        yield from ((concept, form) for concept in said)
