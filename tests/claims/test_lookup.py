"""What a sentence looks up of its words and marks is what reading it again would give."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations

import pytest

from tahqiq.catalog.lexicon import load_lexicon
from tahqiq.catalog.triggers import load_triggers, places_of
from tahqiq.claims.fill.roles import is_day
from tahqiq.claims.shapes.dated import name_events
from tahqiq.claims.text.once import once
from tahqiq.claims.text.sentences import WORD, Sentence, sentences
from tahqiq.reading import read

TEXTS = {
    "en": "By August 2024 (its 80th year), the U.S. had vetoed 86 drafts: 48 on Israel - more than Russia's 17; why?\n"
    "France, China and the U.K. said that $1,300.5 million (46) times... were \u201cspent\u201d, again.",
    "ar": "\u0627\u0633\u062a\u062e\u062f\u0645\u062a \u0627\u0644\u0648\u0644\u0627\u064a\u0627\u062a "
    "\u0627\u0644\u0645\u062a\u062d\u062f\u0629\u060c \u0645\u0646\u0630 1970\u060c \u062d\u0642 "
    "\u0627\u0644\u0646\u0642\u0636 (86) \u0645\u0631\u0629: 48 \u0644\u0635\u0627\u0644\u062d "
    "\u0625\u0633\u0631\u0627\u0626\u064a\u0644\u061b \u0648\u0631\u0648\u0633\u064a\u0627 17.",
}


@cache
def cut(language: str) -> list[Sentence]:
    text = read(TEXTS[language].encode(), "x", kind="txt", language=language)
    lexicon = load_lexicon(language)
    return sentences(text, lexicon, lexicon.find(text.text))


SENTENCES = [s for language in TEXTS for s in cut(language)]


@pytest.mark.parametrize("s", SENTENCES)
def test_words_marks_and_hits_between_any_two_places(s: Sentence) -> None:
    for a, b in combinations(range(s.start, s.end + 1), 2):
        marks = [i for i in range(a, b) if s.mark(i)]
        assert s.words(a, b) == len(WORD.findall(s.text, a, b)) or (b - a > 1 and _cuts(s, a, b))
        assert list(s.marks(a, b)) == marks
        assert s.until(a, b) == next(iter(marks), b)
        assert s.broken(a, b) is bool(marks)
        assert list(s.between(a, b)) == [h for h in s.hits if a <= h.start and h.end <= b]


def _cuts(s: Sentence, a: int, b: int) -> bool:
    """Whether a place lies inside a word with a mark of its own ("U.S."), which counts as one wherever it is cut."""
    return any(w.start() < p < w.end() for w in WORD.finditer(s.text, s.start, s.end) for p in (a, b))


@pytest.mark.parametrize("s", SENTENCES)
def test_the_hits_beside_any_place(s: Sentence) -> None:
    for at in range(s.start, s.end + 1):
        assert s.before(at) == next((h for h in reversed(s.hits) if h.end <= at), None)
        assert s.after(at) == next((h for h in s.hits if h.start >= at), None)
        left = max([i + 1 for i in range(s.start, at) if s.mark(i)], default=s.start)
        right = min([i for i in range(at, s.end) if s.mark(i)], default=s.end)
        assert s.clause(at, at) == (left, right)


def test_what_was_worked_out_is_kept_with_its_sentence_alone() -> None:
    asked = []

    @once
    def beyond(s: Sentence, least: int) -> bool:
        asked.append((s.at, least))
        return s.end > least

    first, second = SENTENCES[0], SENTENCES[-1]
    for s in (first, second, first):
        assert [beyond(s, n) for n in (0, 0, 5000)] == [True, True, False]
    assert asked == [(first.at, 0), (first.at, 5000), (second.at, 0), (second.at, 5000)]


@pytest.mark.parametrize(
    ("concept", "day"),
    [("time.weekday_monday", True), ("time.today", True), ("time.yesterday", True), ("time.since", False)],
)
def test_a_day_told_from_that_of_the_text(concept: str, day: bool) -> None:
    assert is_day(concept) is day


EVENT = "The United States moved its embassy to Jerusalem on 14 May 2018."
FILLER = "The weather was fine, and nobody had much to say of it. "


@pytest.mark.parametrize(
    ("before", "behind"), [("", ""), (FILLER * 40, ""), ("", FILLER * 40), (FILLER * 40, FILLER * 40)]
)
def test_an_event_is_found_wherever_it_stands_and_what_stands_around_it(before: str, behind: str) -> None:
    text = read(f"{before}{EVENT} {behind}".encode(), "x", kind="txt", language="en", published=date(2024, 6, 1))
    lexicon = load_lexicon("en")
    told = sentences(text, lexicon, lexicon.find(text.text))
    named = name_events(text.text, told, "en")
    assert [
        (text.text[told[at].start : told[at].end].strip(), [t.row for t in n.triggers]) for at, n in named.items()
    ] == [(EVENT, ["E044"])]


def test_a_text_without_the_words_of_any_event_names_none() -> None:
    (triggers,) = [t for t in load_triggers("en") if t.register == "events"]
    assert triggers.possible(FILLER, set()) == []
    assert "E044" in {t.row for t in triggers.possible(EVENT, places_of(load_lexicon("en").ids_in(EVENT)))}
