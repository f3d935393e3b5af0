"""The language a text is written in: told by an identifier where it is sure, else by letters and frequent words.

The identifier is Compact Language Detector 3, which the package cld3-py ships with its model. It was trained on whole
pages: a short text full of names and figures misleads it, so what it says must be the surer the shorter the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from tahqiq.catalog.languages import detect, load_language
from tahqiq.catalog.lexicon import reads_claims

SURE = ((120, 0.5), (60, 0.8), (30, 0.99))
"""From how many letters on a text is told to be in another language than one that is read, and the least probability
(measured: see docs/decisions/007). Below the last, it is told from other letters alone."""
SURE_WITHOUT = ((60, 0.5), (30, 0.95))
"""The same of a text without one frequent word of the likeliest language that is read."""
EVEN = 0.5
"""The same where a letter stands in it that the language does not have."""
OTHER_LETTERS = 8
"""How many letters are enough that the likeliest language does not have."""
COMMON = ((400, 0.12), (0, 0.25))
"""From how many letters on which share of frequent words settles that a text is in the language they belong to: the
identifier is not even asked, which takes longer than all else here."""
STRANGE = 0.1
"""The share of letters of another script that a text in a script without spaces has not."""
WITHIN = {"Hans": "Hani", "Hant": "Hani", "Jpan": "Hani"}
"""The script whose letters others hold, by the codes of ISO 15924."""
SAMPLE = 2000
"""How many characters of a text are looked at."""
MOST_BYTES = 600
"""How many bytes of them the identifier looks at, in parts taken from all over."""
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u0670\u0900-\u0fff])*")
"""A run of letters, with the marks that some scripts write between them."""


def language_of(text: str) -> str:
    """The code of the language most of the text is in. It may be one that is not read; where that cannot be told, it
    is the likeliest of those there is data for."""
    likely = detect(text)
    own, others = _parted(_WORD.findall(text[:SAMPLE]), load_language(likely).letter)
    letters, most = sum(map(len, own)), _most_of_one_script(others)
    if _mixed([*own, *others], likely):
        return _identified([*own, *others], 0) or likely
    if most >= max(letters, OTHER_LETTERS):  # quotations and names in another script do not count
        return _identified(others, 0) or likely
    least = next((least for count, least in SURE if letters >= count), None)
    if least is None:
        return likely
    share = _share_of_frequent(own, likely)
    if share >= next(common for count, common in COMMON if letters >= count):
        return likely
    if not share:
        strange = load_language(likely).letter.sub("", "".join(own))
        least = EVEN if strange else next(least for count, least in SURE_WITHOUT if letters >= count)
    found = _identified(own, least if reads_claims(likely) else 0)
    return found if found and _script(found) == _script(likely) else likely


def _parted(words: list[str], letter: re.Pattern[str]) -> tuple[list[str], list[str]]:
    """The words that are mostly written in these letters, and the others."""
    own: list[str] = []
    others: list[str] = []
    for word in words:
        plain = letter.fullmatch(word) or len(word) < 2 * sum(map(len, letter.findall(word)))
        (own if plain else others).append(word)
    return own, others


def _mixed(words: list[str], code: str) -> bool:
    """Whether letters that the language does not have stand among its own without a space, where it writes none: then
    another language shares its letters, as Japanese those of Chinese.
    """
    language = load_language(code)
    if not language.settings.get("unspaced"):
        return False
    rest = [language.letter.sub("", word) for word in words]
    strange = sum(len(r) for r, word in zip(rest, words, strict=True) if len(r) < len(word) and not r.isascii())
    return strange > STRANGE * sum(map(len, words))


def _most_of_one_script(words: list[str]) -> int:
    """How many letters the script has that has most, as far as the first letters of words tell scripts."""
    counts: Counter[str] = Counter()
    for word in words:
        counts[unicodedata.name(word[0], "").partition(" ")[0]] += len(word)
    return max(counts.values(), default=0)


def _share_of_frequent(words: list[str], code: str) -> float:
    language = load_language(code)
    if language.settings.get("unspaced"):
        words = list("".join(words))
    return sum(word in language.frequent for word in language.fold(" ".join(words)).text.split()) / len(words)


def _identified(words: list[str], least: float) -> str | None:
    """The language the identifier finds, if it is at least that probable."""
    from gcld3 import NNetLanguageIdentifier

    # Made anew each time (60 microseconds), as one is not for several threads.
    found = NNetLanguageIdentifier(0, MOST_BYTES).FindLanguage(" ".join(words))
    return _code(found.language) if found.probability >= least else None


def _script(code: str) -> str:
    """The script a language is mostly written in, by CLDR."""
    script = str(get_global("likely_subtags").get(code, "")).partition("_")[2].partition("_")[0]
    return WITHIN.get(script, script)


def _code(told: str) -> str:
    """The code in use today for one that may be older or name a script too (iw: he)."""
    try:
        return str(Locale.parse(told, sep="-").language)
    except UnknownLocaleError:
        return told.partition("-")[0]
