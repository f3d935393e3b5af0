"""Speed, side by side in one run: the checker, a bare regular expression, start-up, other extractors.

    python benchmarks/speed.py [FOLDER]

Without a FOLDER the bundled texts are taken: the example, the texts of the reading tests, and the sentences that ship
with the registers; and as an article of ordinary density the example, filled up with what the registers say of
themselves. With one, its *.txt and *.jsonl files ({"text": ...} a line), their language found by themselves.
Compare ratios of one run; figures of two machines say nothing about each other.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from peers import PEERS, python_of
from tahqiq.catalog.languages import detect, load_language
from tahqiq.catalog.registers import load_registers
from tahqiq.catalog.version import DATA, records
from tahqiq.checker import check
from tahqiq.language import read as read_mentions

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = DATA / "examples"
COMMAND = [str(Path(sys.executable).with_name("tahqiq"))]
ARTICLE = 10_000
LANGUAGES = ("ar", "en")
PUBLISHED, TODAY = date(2024, 5, 2), date(2026, 6, 1)
MONTH = "|".join(
    sorted({re.escape(m) for code in LANGUAGES for m, _, _ in load_language(code).months}, key=len, reverse=True)
)
BARE = re.compile(rf"\d{{1,2}}\s+(?:{MONTH})\s+\d{{4}}|\d+(?:[.,\u066b\u066c]\d+)*\s*[%\u066a]?", re.IGNORECASE)


def main() -> None:
    texts = given(Path(sys.argv[1])) if len(sys.argv) > 1 else bundled()
    one_article(texts)
    startup()
    for language in LANGUAGES:
        if texts[language]:
            many(language, texts[language])


def bundled() -> dict[str, list[str]]:
    """The texts of each language that come with the project."""
    texts = {code: [(EXAMPLES / f"article.{code}.txt").read_text("utf-8")] for code in LANGUAGES}
    for text in yaml.safe_load((ROOT / "tests" / "reading" / "texts.yml").read_text("utf-8")):
        texts[text["lang"]].append("\n\n".join(map(_block, text["blocks"])))
    for path in sorted(records().glob("*/cases.yml")):
        for snippet in yaml.safe_load(path.read_text("utf-8")).get("snippets") or ():
            texts[snippet["lang"]].append(snippet["text"])
    return texts


def _block(block: dict[str, Any]) -> str:
    (content,) = block.values()
    return " ".join(content) if isinstance(content, list) else str(content)


def given(folder: Path) -> dict[str, list[str]]:
    """The texts of a folder by language."""
    texts: dict[str, list[str]] = {code: [] for code in LANGUAGES}
    for path in sorted(folder.iterdir()):
        lines = path.read_text("utf-8").splitlines() if path.suffix == ".jsonl" else []
        found = [row["text"] for row in map(json.loads, lines) if "text" in row]
        for text in [path.read_text("utf-8")] if path.suffix == ".txt" else found:
            texts.get(detect(text), []).append(text)
    return texts


def article(texts: Iterable[str], language: str) -> str:
    """One article of about ten thousand characters: the first text, then plain prose about the same matters."""
    parts = [next(iter(texts))]
    for register in load_registers().values():
        words = [c.meaning for axis in register.axes.values() for c in axis.choices.values()]
        parts += [
            w[language] for w in (register.description, *register.caveats, *(g.why for g in register.gaps), *words)
        ]
    return "\n\n".join(dict.fromkeys(parts))[:ARTICLE]


def one_article(texts: dict[str, list[str]]) -> None:
    for language in LANGUAGES:
        if not texts[language]:
            continue
        text = article(texts[language], language)
        data = text.encode()
        claims = len(_check(data, language).findings)
        warm = _median(partial(_check, data, language), 15)
        least = _median(partial(bare_scan, text), 50)
        say(f"an article of {len(text):,} characters ({language}, {claims} claims)")
        say(f"  warm check          {warm * 1000:9.2f} ms")
        say(f"  bare regex scan     {least * 1000:9.2f} ms   the check takes {warm / least:.0f} times as long")


def startup() -> None:
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.txt"
        small.write_text("The United States has cast 83 vetoes.", encoding="utf-8")
        calls = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "tahqiq --version": [*COMMAND, "--version"],
            "tahqiq check small.txt": [*COMMAND, "check", str(small), "--format", "json"],
            "tahqiq check (the example)": [*COMMAND, "check", str(EXAMPLES / "article.ar.txt"), "--format", "json"],
        }
        say("start-up of the command (a process each)")
        for name, call in calls.items():
            spent = _median(partial(subprocess.run, call, check=True, capture_output=True), 5)
            say(f"  {name:28}{spent:7.3f} s")


def many(language: str, texts: list[str]) -> None:
    """Documents per second, of the checker and of other extractors."""
    size = sum(map(len, texts))
    known = load_language(language)
    ours = {
        "bare regex scan": bare_scan,
        "tahqiq mentions": lambda t: len(read_mentions(t, known, None)),
        "tahqiq check": lambda t: len(_check(t.encode(), language).findings),
    }
    say(f"{len(texts)} texts, {size:,} characters ({language})")
    for name, find in ours.items():
        found = sum(map(find, texts))
        spent = _median(partial(_each, find, texts), 3)
        _line(name, len(texts), size, spent, found)
    for name, peer in PEERS.items():
        if language in peer.languages and python_of(name).exists():
            _peer(name, language, texts, peer.finds)


def _each(find: Callable[[str], int], texts: list[str]) -> int:
    return sum(find(text) for text in texts)


def _peer(name: str, language: str, texts: list[str], kinds: str) -> None:
    lines = "\n".join(json.dumps(text) for text in texts)
    call = [str(python_of(name)), "-W", "ignore", str(Path(__file__).with_name("peers.py")), "run", name, language]
    told = subprocess.run(call, input=lines, capture_output=True, text=True)
    if told.returncode:
        say(f"  {name:18} failed: {(told.stderr.strip().splitlines() or ['no message'])[-1][:80]}")
        return
    figures = json.loads(told.stdout.splitlines()[-1])
    _line(name, figures["documents"], figures["characters"], figures["seconds"], figures["found"], f"finds {kinds}")


def _line(name: str, documents: int, characters: int, spent: float, found: int, note: str = "") -> None:
    speed = f"{documents / spent:9.1f} texts/s {characters / spent / 1e6:8.3f} M characters/s"
    say(f"  {name:18}{speed} {found:7} found  {note}".rstrip())


def bare_scan(text: str) -> int:
    """What merely touching the numbers and dates of a text costs."""
    return sum(1 for _ in BARE.finditer(text))


def _check(data: bytes, language: str) -> Any:
    return check(data, "article.txt", kind="txt", language=language, published=PUBLISHED, today=TODAY)


def _median(work: Callable[[], Any], times: int) -> float:
    work()
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        spent.append(time.perf_counter() - begun)
    return statistics.median(spent)


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
