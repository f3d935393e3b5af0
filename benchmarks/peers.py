"""Other extractors, each timed in an environment of its own under .venv-bench, none of the project's.

    python benchmarks/peers.py install                     what cannot be installed is told and left out
    python benchmarks/peers.py run NAME ar < texts.jsonl   one JSON string a line in, counts and seconds out

Loading and a first call are not timed. What each finds differs much, so speed alone ranks nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / ".venv-bench"
SECONDS = 20
"""How long a peer may take for its texts; then it is measured on those it has done."""
Find = Callable[[str], int]


def dateparser(language: str) -> Find:
    from dateparser.search import search_dates

    return lambda text: len(search_dates(text, languages=[language]) or ())


def recognizers(language: str) -> Find:
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import recognize_currency

    each = (recognize_number, recognize_ordinal, recognize_percentage, recognize_currency, recognize_datetime)
    return lambda text: sum(len(recognize(text, "en-us")) for recognize in each)


def quantulum(language: str) -> Find:
    from quantulum3 import parser

    return lambda text: len(parser.parse(text))


def maha(language: str) -> Find:
    from maha.parsers.functions import parse_dimension

    kinds: list[dict[str, Any]] = [{"numeral": True}, {"ordinal": True}, {"time": True}]
    return lambda text: sum(len(parse_dimension(text, **kind)) for kind in kinds)


def pyarabic(language: str) -> Find:
    from pyarabic import araby, number

    return lambda text: len(number.detect_number_phrases_position(araby.tokenize(text)))


@dataclass(frozen=True, slots=True)
class Peer:
    """What to install, how to call it, which of our languages it reads and what it finds."""

    packages: tuple[str, ...]
    load: Callable[[str], Find]
    languages: tuple[str, ...]
    finds: str


PEERS = {
    "dateparser": Peer(("dateparser",), dateparser, ("ar", "en"), "dates"),
    "Recognizers-Text": Peer(("recognizers-text-suite", "emoji<2"), recognizers, ("en",), "numbers, money, dates"),
    "quantulum3": Peer(("quantulum3",), quantulum, ("en",), "numbers, percentages, money"),
    "Maha": Peer(("mahad",), maha, ("ar",), "numbers, ordinals, dates"),
    "PyArabic": Peer(("pyarabic",), pyarabic, ("ar",), "numbers"),
}


def python_of(name: str) -> Path:
    """The interpreter of a peer; absent when it could not be installed."""
    return FOLDER / name / "bin" / "python"


def install() -> None:
    """Make an environment for each peer: they ask for versions that do not go together."""
    for name, peer in PEERS.items():
        uv = [sys.executable, "-m", "uv"]
        subprocess.run([*uv, "venv", "-q", "--clear", str(FOLDER / name)], check=True)
        if subprocess.run([*uv, "pip", "install", "-q", "--python", str(python_of(name)), *peer.packages]).returncode:
            print(f"{name} cannot be installed here", file=sys.stderr)
            python_of(name).unlink()
    (FOLDER / "ready").touch()


def run(name: str, language: str) -> None:
    texts = [json.loads(line) for line in sys.stdin]
    find = PEERS[name].load(language)
    find(texts[0][:200])
    begun, done, found = time.perf_counter(), 0, 0
    for text in texts:
        found += find(text)
        done += 1
        if time.perf_counter() - begun > SECONDS:
            break
    spent = time.perf_counter() - begun
    print(json.dumps({"documents": done, "characters": sum(map(len, texts[:done])), "seconds": spent, "found": found}))


if __name__ == "__main__":
    install() if sys.argv[1] == "install" else run(sys.argv[2], sys.argv[3])
