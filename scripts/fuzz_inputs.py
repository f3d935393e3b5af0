"""Inputs for `fuzz.py`: parts of known documents cut, doubled and mixed, with what readers stumble over put between.

An input is a case in bytes: its kind, day, language and form of report by its first two, the rest its content.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "fuzz"
KINDS = ("txt", "md", "html", "docx", "pdf", None, "zip", "txt")
"""Kinds that an input may be of: `docx` holds the body of a Word file, `zip` its bytes; None is found by itself."""
WHOLE = ("zip", "pdf")
"""Kinds that are no text. Of most others what is no UTF-8 is left out, or they would end at the first cut letter."""
LONGEST = 60_000

# fmt: off
PIECES = [
    "83", " 46 ", "1,234.5", "%", "$3.8 billion", "2024", "1972-09-10", "10 September 1972", "May 2024", "since 1948",
    "veto ", "vetoes", "Washington", "Israel", "the Security Council", "resolution 242", "voted 14 to 1", ". ", "; ",
    "\n", "\n\n", "\r\n", "\t", "- ", "1. ", "# ", "> ", "| a | b |\n", "**", "`", "```\n", "[a](b)", "<!--", "-->",
    "<p>", "</p>", "<table><tr><td>", "<li>", "<ol start=5>", "<sup>1</sup>", "&#14;", "&amp;", "<br>", "<title>",
    "\u202e", "\u2067", "\u200f", "\u0640", "\u064b", "\u00a0", "\u2028", "\x0c", "\x1d", "\x00", "\ufeff",
    "\U0001f600", "<w:p>", "</w:p>", "<w:t>", "<w:tbl><w:tr><w:tc>", "<w:numPr>", "<w:txbxContent>", "9" * 40, "1e999",
    "0", "-1",
]
# fmt: on
"""What readers stumble over."""


def kind_of(given: bytes) -> str | None:
    """The kind that the first byte of an input stands for; None is found by the content."""
    return KINDS[given[0] % len(KINDS)] if given else None


def seeds() -> list[bytes]:
    """Where chance begins: the kept corpus, the files of the tests of reading, the bundled articles, and sentences."""
    found = [path.read_bytes() for path in sorted(CORPUS.glob("*.bin"))]
    for path in sorted((ROOT / "tests" / "reading" / "files").glob("*.*")):
        kind = {".txt": 0, ".md": 1, ".html": 2, ".docx": 6, ".pdf": 4}.get(path.suffix, 5)
        if path.stat().st_size < 40_000:
            found.append(bytes([kind, 0]) + path.read_bytes())
    for path in sorted((ROOT / "src" / "tahqiq" / "data" / "examples").glob("*.txt")):
        found += [bytes([kind, 0]) + part for kind in (0, 3) for part in path.read_bytes().split(b"\n\n")]
    for path in sorted((ROOT / "tests").rglob("*.yml")):
        lines = path.read_text("utf-8").splitlines()
        found += [bytes([0, 0]) + line.strip().encode() for line in lines if len(line) > 40]
    return found


def mutated(dice: random.Random, known: list[bytes]) -> bytes:
    """One input by chance: parts of known ones cut, doubled, moved together, with pieces and bytes put in."""
    given = bytearray(dice.choice(known))
    for _ in range(dice.randint(1, 6)):
        at, to = sorted(dice.randrange(len(given) + 1) for _ in range(2))
        to = min(to, at + 400)
        change = dice.randrange(7)
        if change == 0:
            del given[at:to]
        elif change == 1:
            given[at:at] = given[at:to] * dice.randint(1, 4)
        elif change in (2, 3):
            given[at:at] = dice.choice(PIECES).encode() * dice.choice((1, 1, 1, 2, 30))
        elif change == 4:
            other = dice.choice(known)
            start = dice.randrange(len(other) + 1)
            given[at:to] = other[start : start + 400]
        elif change == 5 and given and not dice.randrange(8):
            given[dice.randrange(len(given))] = dice.randrange(256)
        elif given:  # another day, language and form; now and then another kind
            kind = given[0] % len(KINDS) if dice.randrange(20) else dice.randrange(len(KINDS))
            given[:2] = bytes([kind + len(KINDS) * dice.randrange(32), dice.randrange(256)])
    made = bytes(given[:LONGEST])
    if kind_of(made) in WHOLE or not dice.randrange(8):
        return made
    return made[:2] + made[2:].decode("utf-8", "ignore").encode()


def families() -> list[list[bytes]]:
    """The seeds, those of a kind together: pieces of one kind fit each other, and each kind gets its turn."""
    by_kind: dict[str | None, list[bytes]] = {}
    for known in seeds():
        by_kind.setdefault(kind_of(known), []).append(known)
    return [by_kind[kind] for kind in sorted(by_kind, key=str)]


def inputs(seed: int) -> Iterator[bytes]:
    """Inputs without end, the same for the same seed."""
    dice, known = random.Random(seed), families()
    while True:
        yield mutated(dice, dice.choice(known))
