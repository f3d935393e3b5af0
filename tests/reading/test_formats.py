"""Every format gives back the same text: first its numbers, in number and order, then its words."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.model import Text
from tahqiq.reading import read, rebuild

HERE = Path(__file__).parent
TEXTS = {text["id"]: text for text in yaml.safe_load((HERE / "texts.yml").read_text("utf-8"))}
FILES = sorted(path.name for path in (HERE / "files").iterdir() if path.suffix in (".html", ".docx", ".pdf"))
NUMBER = re.compile(r"\d+(?:[.,:/\u066b\u066c-]\d+)*")


def load(name: str) -> tuple[Text, dict[str, Any]]:
    expected = TEXTS[name.split(".")[0]]
    return read((HERE / "files" / name).read_bytes(), name, language=expected["lang"]), expected


def expected_blocks(text: dict[str, Any]) -> list[tuple[str, str]]:
    found, number = [("heading", text["title"])], 0
    for block in text["blocks"]:
        ((kind, content),) = block.items()
        number = number + 1 if kind == "n" else 0
        if kind == "t":
            found.append(("paragraph", " | ".join(content)))
        elif kind == "n":
            found.append(("item", f"{number}. {content}"))
        else:
            found.append(({"h": "heading", "p": "paragraph", "b": "item"}[kind], content))
    return found


def bare(text: str) -> str:
    """Without marks of direction, with plain blanks."""
    kept = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(kept.split())


def words(text: str) -> str:
    """Letters and digits alone, presentation forms folded: what must survive even a bad line break."""
    return "".join(c for c in unicodedata.normalize("NFKC", bare(text)) if c.isalnum())


@pytest.mark.parametrize("name", FILES)
def test_no_number_changes_on_its_way_in(name: str) -> None:
    text, expected = load(name)
    wanted = [NUMBER.findall(content) for _, content in expected_blocks(expected)]
    found = [NUMBER.findall(bare(text.text[b.start : b.end])) for b in text.blocks]
    assert [n for n in found if n] == [n for n in wanted if n]


@pytest.mark.parametrize("name", FILES)
def test_the_words_and_blocks_come_through(name: str) -> None:
    text, expected = load(name)
    wanted = expected_blocks(expected)
    found = [(b.kind, bare(text.text[b.start : b.end])) for b in text.blocks]
    assert [words(content) for _, content in found] == [words(content) for _, content in wanted]
    assert text.repairs == ()
    assert rebuild(text.text, text.pieces) == text.raw
    if not name.endswith(".pdf"):
        assert found == wanted


@pytest.mark.parametrize("name", [name for name in FILES if ".news." in name or ".data." in name])
def test_a_page_says_its_title_and_day(name: str) -> None:
    text, expected = load(name)
    assert (text.document.title, text.document.published) == (expected["title"], expected["date"])
