"""Words are found as words: with what is attached to them or touches them, never as a part of a longer one."""

from __future__ import annotations

import pytest

from tahqiq.catalog.lexicon import load_lexicon

CASES = [
    ("المكتبة اليهودية", []),
    ("والبنية التحتية", []),
    ("لإيران", ["إيران"]),
    ("ولإسرائيل", ["إسرائيل"]),
    ("الولايات المتحدةوإسرائيل", ["الولايات المتحدة", "إسرائيل"]),
    ("روسياالصين", ["روسيا", "الصين"]),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_a_form_is_a_word_or_fills_one_with_its_neighbour(text: str, found: list[str]) -> None:
    assert [text[h.start : h.end] for h in load_lexicon("ar").find(text)] == found


@pytest.mark.parametrize("text", ["Northern Ireland", "Bank of America", "Michael Jordan"])
def test_a_phrase_that_holds_a_name_and_means_something_else_names_no_place(text: str) -> None:
    assert not any(h.codes("place", "adj") for h in load_lexicon("en").find(f"He came to {text} in 2020."))


def test_a_form_inside_a_longer_word_is_none() -> None:
    assert not any(h.codes("place") for h in load_lexicon("en").find("irancy chinaware omanic"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Израиль", []),
        ("Израилю", ["lead.to"]),
        ("Соединенным Штатам", ["lead.to"]),
        ("Россией", ["lead.by"]),
        ("России", ["lead.of", "lead.to"]),
    ],
)
def test_a_case_says_what_a_name_does(text: str, said: list[str]) -> None:
    hit = load_lexicon("ru").find(text)[0]
    assert hit.codes("place")
    assert sorted(i for i in hit.ids if i.startswith("lead.")) == said
