"""Quality floors: what has been reached on the bundled sentences stays reached, and no floor is lowered in silence."""

from __future__ import annotations

import itertools
import subprocess
from pathlib import Path

import pytest
import yaml

import quality

ROOT = Path(__file__).resolve().parents[2]
FLOORS = Path(__file__).with_name("floors.yml")
LOWERED = "Lower a floor"
Floors = dict[str, dict[str, float]]


def test_the_bundled_sentences_keep_their_floors() -> None:
    score = quality.Score()
    passages, gold = quality.load_snippets()
    for passage in passages:
        score.add(passage, gold[passage["id"]], quality.run(passage), show=False)
    assert not score.below(yaml.safe_load(FLOORS.read_text("utf-8"))), "see: make quality"


def git(*arguments: str) -> list[str]:
    told = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    if told.returncode:
        pytest.skip("not a git checkout")
    return told.stdout.splitlines()


def lowered(before: Floors, after: Floors) -> list[str]:
    """Floors that fell or went; of a rate of errors, those that rose."""
    found = []
    for group, figures in before.items():
        for name, old in figures.items():
            new = after.get(group, {}).get(name)
            if new is None or (new > old if name.startswith("false") else new < old):
                found.append(f"{group} {name}")
    return found


def test_no_floor_is_lowered_without_saying_so() -> None:
    path = FLOORS.relative_to(ROOT).as_posix()
    versions = git("log", "--format=%h %s", "--", path)
    texts = [FLOORS.read_text("utf-8"), *("\n".join(git("show", f"{line.split()[0]}:{path}")) for line in versions)]
    reasons = ["", *versions]
    for n, (after, before) in enumerate(itertools.pairwise(texts)):
        fell = lowered(yaml.safe_load(before), yaml.safe_load(after))
        assert not fell or LOWERED in reasons[n], f"{reasons[n] or 'not committed yet'}: {', '.join(fell)}"


def test_a_lowered_floor_is_seen() -> None:
    floors = {"ar": {"precision": 0.9, "false_contradicted": 0.0}}
    assert not lowered(floors, {"ar": {"precision": 0.95, "false_contradicted": 0.0}, "en": {}})
    assert lowered(floors, {"ar": {"precision": 0.8, "false_contradicted": 0.1}}) == [
        "ar precision",
        "ar false_contradicted",
    ]
