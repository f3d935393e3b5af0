"""Encodings, limits, blocks and Markdown."""

from __future__ import annotations

import time
from datetime import date

import pytest

from tahqiq.errors import InputError
from tahqiq.model import Text
from tahqiq.reading import Limits, read

ARABIC = "استخدمت الدولة حق النقض 46 مرة في عام 1972، ثم ٢٦ مرة في عام ١٩٧٣."
ENGLISH = "The member has cast 83 vetoes \u2014 \u201ctoo many\u201d, said Mr. Mu\u00f1oz of the caf\u00e9 in 1972."


def blocks(text: Text) -> list[tuple[str, str, int | None]]:
    return [(b.kind, text.text[b.start : b.end], b.number) for b in text.blocks]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256"]
)
def test_arabic_in_every_encoding(encoding: str) -> None:
    sample = ARABIC.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")) if encoding == "windows-1256" else ARABIC
    text = read(sample.encode(encoding), "a.txt", language="ar")
    assert text.raw == text.text == sample


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "windows-1252"])
def test_english_in_every_encoding(encoding: str) -> None:
    assert read(ENGLISH.encode(encoding), "a.txt", language="en").raw == ENGLISH


def test_two_arabic_code_pages_are_told_apart() -> None:
    sample = "وفي عام 1972 قال الأمين العام إن الدولة التي استخدمت النقض كانت على حق في ذلك"
    for encoding in ("windows-1256", "iso8859-6"):
        assert read(sample.encode(encoding), "a.txt", language="ar").raw == sample


def test_two_cyrillic_code_pages_are_told_apart() -> None:
    sample = "Протокол заседания был принят 46 голосами, но не на той неделе"
    for encoding in ("windows-1251", "koi8-r"):
        assert read(sample.encode(encoding), "a.txt", language="ru").raw == sample


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        ("\ufeff \n".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x01\x02\x03\x04\x05\x06 text" * 20, "binary"),
        ("Το σχέδιο έλαβε 46 ψήφους κατά".encode("iso8859-7"), "wrong_encoding"),
        ("議事録によると四十六票の反対".encode("shift_jis"), "wrong_encoding"),
        ("\u0627\u0644\u062a\u062c\u0631\u0628\u0629".encode("cp720"), "wrong_encoding"),
        (ARABIC.encode()[:-3] + b"\xd8", "wrong_encoding"),
        (ARABIC.encode().decode("latin-1").encode(), "wrong_encoding"),
        ("\ufffd\ufffd\ufffd 46".encode(), "wrong_encoding"),
        (b"7" * 2000, "too_large"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, code: str) -> None:
    limits = Limits(size=1000) if code == "too_large" else Limits()
    with pytest.raises(InputError) as caught:
        read(data, "file.txt", language="ar", limits=limits)
    assert caught.value.code == code
    assert caught.value.details["source"] == "file.txt"
    assert "\n" not in str(caught.value)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(InputError, check=lambda e: e.code == "unknown_kind"):
        read(b"text", "a", kind="odt", language="en")


def test_blocks_of_a_plain_text() -> None:
    raw = (
        "A title without a stop\r\n\r\nA paragraph wrapped after some forty letters or\r\nso, that goes on until it"
        " ends.\r\n\r\nHow many were there?\r\n\r\nThe list:\r\n\r\n(1) First;\r\n(2) second,\r\nwhich is long.\r\n"
        "• a bullet\r\n\r\nShort end"
    )
    assert blocks(read(raw.encode(), "a.txt", language="en")) == [
        ("heading", "A title without a stop", None),
        ("paragraph", "A paragraph wrapped after some forty letters or\r\nso, that goes on until it ends.", None),
        ("heading", "How many were there?", None),
        ("paragraph", "The list:", None),
        ("item", "(1) First;", 1),
        ("item", "(2) second,\r\nwhich is long.", 2),
        ("item", "a bullet", None),
        ("paragraph", "Short end", None),
    ]


def test_one_paragraph_to_a_line() -> None:
    long = ("كلمات كثيرة في سطر واحد طويل جداً لا ينتهي إلا بعد مئة وعشرين حرفاً وأكثر، " * 2).strip()
    raw = f"عنوان المقال\n{long}\nعنوان فرعي\n{long}\n٣- بند"
    assert [kind for kind, _, _ in blocks(read(raw.encode(), "a.txt", language="ar"))] == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "item",
    ]


MARKDOWN = """---
title: "A title"
date: 2024-04-18T10:00:00Z
---

# The *heading* #

The [council](https://un.org/a_(b) "title") cast **83** votes[^1], 46 of
them for `one` state <b>only</b>. Not 5 * 3, 2*3 or snake_case. \\*Star\\*

Second heading
--------------

> Quoted ![image 7](x.png) text
> goes on.

1. One [dead](#)
2. Two

- bullet

| a | 1 |
|---|--:|
| b | 2 |

```
**literal** 3
```

[^1]: A note with 12.

[ref]: https://example.org
"""


def test_markdown() -> None:
    text = read(MARKDOWN.encode(), "a.md", language="en")
    assert (text.document.title, text.document.published) == ("A title", date(2024, 4, 18))
    assert blocks(text) == [
        ("heading", "The heading", None),
        (
            "paragraph",
            "The council cast 83 votes, 46 of\nthem for one state only. Not 5 * 3, 2*3 or snake_case. *Star*",
            None,
        ),
        ("heading", "Second heading", None),
        ("paragraph", "Quoted image 7 text\ngoes on.", None),
        ("item", "1. One dead", 1),
        ("item", "2. Two", 2),
        ("item", "bullet", None),
        ("paragraph", "| a | 1 |", None),
        ("paragraph", "| b | 2 |", None),
        ("paragraph", "**literal** 3", None),
        ("paragraph", "A note with 12.", None),
    ]
    assert [repair.kind for repair in text.repairs] == ["dead_link"]
    at = text.text.index("83 votes, 46")
    low, high = text.to_raw(at, at + len("83 votes, 46"))
    assert text.raw[low:high] == "83** votes[^1], 46"


@pytest.mark.parametrize(
    ("raw", "lang", "day"),
    [
        ("Title\n\nPublished: 18 April 2024\n\nBody text is here.", "en", date(2024, 4, 18)),
        ("Title\n\nPublished on April 8, 2024\n\nBody text is here.", "en", date(2024, 4, 8)),
        ("عنوان\n\nتاريخ النشر: ١٨ نيسان/أبريل ٢٠٢٤\n\nنص المقال هنا.", "ar", date(2024, 4, 18)),
        ("عنوان\n\nنُشر في 2024-04-18\n\nنص المقال هنا.", "ar", date(2024, 4, 18)),
        ("عنوان\n\nنشر في ٣٠ فبراير ٢٠٢٤\n\nنص المقال هنا.", "ar", None),
        ("Titre\n\nPublié le 1er mars 2024\n\nVoici le texte.", "fr", date(2024, 3, 1)),
        ("Title\n\nPublished on May 2nd, 2024\n\nBody text is here.", "en", date(2024, 5, 2)),
        ("Title\n\nOn 18 April 2024 the report was published.", "en", None),
    ],
)
def test_publication_day_in_a_text(raw: str, lang: str, day: date | None) -> None:
    assert read(raw.encode(), "a.txt", language=lang).document.published == day


HOSTILE = [
    *("a", "7", "ab ", "ab. "),
    *("[", "![", "[a](", "[](", "**", "> ", "`", "\\", "<a", "(1) ", "1. x 10. ", "__a", "[![", "<!--", "- ", "|"),
    *(
        "#\n",
        " .",
        "a\n",
        "1.\n",
        '"A" ?',
        ', "A" b',
        "[a](#)",
        "[^1]",
        "---",
        "May 1. ",
        " ",
        "\t",
        "a",
        "7",
        "ab ",
        "ab. ",
    ),
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("kind", ["md", "txt"])
def test_hostile_nesting_costs_no_more_than_its_length(piece: str, kind: str) -> None:
    def spent(size: int) -> float:
        data = ("1. May 1972 " + piece * (size // len(piece)) + "x").encode()
        start = time.process_time()
        read(data, "a", kind=kind, language="en")
        return time.process_time() - start

    spent(1000)
    small, large = (min(spent(size) for _ in range(2)) for size in (20_000, 160_000))
    assert large < 8 * 5 * max(small, 0.01)
