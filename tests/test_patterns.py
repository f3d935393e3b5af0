"""No regular expression takes more than its text's length: by its structure, and by trying."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from compiled_patterns import Found
from patterns import faults

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "compiled_patterns.py"
KNOWN = {
    "tahqiq.reading.markdown._TAG": "a comment ends with the text at the latest, so nothing after it can fail",
}
LISTED = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=True).stdout
PATTERNS = [Found(**found) for found in json.loads(LISTED)]  # of a process that has loaded none of them yet


@pytest.mark.parametrize(
    ("pattern", "searched", "wrong"),
    [
        (r"(a+)+b", False, True),
        (r"(?:<!--.{0,2000}?-->\s*)*<html", False, True),
        (r"(?:\w+\s?)*:", False, True),
        (r"\s*[\[(]?\s*\d", False, True),
        (r"(?=\s*#?\s*x)", False, True),
        (r".*a.*b", False, True),
        (r"[ \t]+#+$", True, True),
        (r"\s*<x", True, True),
        (r"[.]+[\"]*(?=\s)", True, True),
        (r"e*d+(?:[cs]d+)*e*", True, True),
        (r"\b[a-z]+:", True, True),
        (r"(?:cd+)*e", False, False),
        (r"\s*<x", False, False),
        (r"\w+", True, False),
        (r"(?<![ \t])[ \t]++#", True, False),
        (r"(?<!\s)\s*+<x", True, False),
        (r"(?:(?<!e)e++)?+d++(?:[cs]d++)*+e*+", True, False),
        (r"\s*+[\[(]?\s*+\d", False, False),
        (r"\.(?!\s*\.)", True, False),
    ],
)
def test_what_is_wrong_is_seen_and_what_is_right_is_let_be(pattern: str, searched: bool, wrong: bool) -> None:
    assert bool(faults(pattern, searched=searched)) is wrong


def test_the_patterns_of_the_program_are_found() -> None:
    places = {found.where.rpartition(".")[0] for found in PATTERNS}
    assert {"tahqiq.reading.lines", "tahqiq.reading.html.elements", "tahqiq.language.lexer"} <= places
    assert any(found.searched for found in PATTERNS)
    assert not all(found.searched for found in PATTERNS)


@pytest.mark.parametrize(
    "found", PATTERNS, ids=lambda f: f"{f.where} {f.pattern[:30]}".encode("unicode_escape").decode()
)
def test_no_pattern_can_take_more_than_its_text(found: Found) -> None:
    if found.where not in KNOWN:
        assert not faults(found.pattern, found.flags, searched=found.searched)


@pytest.mark.parametrize(
    "found", PATTERNS, ids=lambda f: f"{f.where} {f.pattern[:30]}".encode("unicode_escape").decode()
)
def test_no_pattern_takes_long(found: Found) -> None:
    """Runs of what patterns like to repeat, after what they may begin with; 50,000 characters each."""
    pattern = re.compile(found.pattern, found.flags)
    use = pattern.finditer if found.searched else lambda text: [pattern.match(text)]
    for before in ("", "<", "(", "[a](", '"', "1", "a", "title:", "x "):
        for piece in (" ", "\t ", "7", "a", ".", "1,", "a1", "<!--", "[", "-", "_a", '"', "/", "\n "):
            if found.where in KNOWN and piece == ".":
                continue
            text = before + piece * (50_000 // len(piece)) + "\x00"
            began = time.process_time()
            for _ in use(text):
                pass
            assert time.process_time() - began < 1.0, (before, piece)
