"""The locked packages: each with its hashes, of one version in every list, and all that the project asks for."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LISTS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS, GROUPS = PROJECT["project"]["optional-dependencies"], PROJECT["dependency-groups"]
ASKED = {
    "all": [PROJECT["project"]["dependencies"], *EXTRAS.values(), GROUPS["dev"], GROUPS["tools"]],
    "site": [PROJECT["project"]["dependencies"], EXTRAS["web"]],
    "tools": [GROUPS["tools"]],
    "supply": [GROUPS["supply"]],
    "fuzz": [GROUPS["fuzz"]],
}


def entries(name: str) -> Iterator[tuple[Requirement, list[str]]]:
    """The requirements of a list, each with its hashes."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").replace("\\\n", " ")
    for line in re.sub(r"#.*", "", text).split("\n"):
        if line.strip():
            yield Requirement(line.split("--hash")[0]), re.findall(r"--hash=sha256:([0-9a-f]{64})\b", line)


def test_every_list_is_asked_for() -> None:
    assert {path.stem for path in LISTS} == set(ASKED)


@pytest.mark.parametrize("name", ASKED)
def test_every_package_is_pinned_with_hashes(name: str) -> None:
    for found, hashes in entries(name):
        assert [specifier.operator for specifier in found.specifier] == ["=="], found
        assert hashes, found


@pytest.mark.parametrize("name", ["site", "tools"])
def test_a_shorter_list_agrees_with_the_whole(name: str) -> None:
    assert {str(found) for found, _ in entries(name)} <= {str(found) for found, _ in entries("all")}


@pytest.mark.parametrize("page", ["README.md", "docs/how-to/install.md"])
def test_every_extra_is_told(page: str) -> None:
    assert [extra for extra in EXTRAS if f"`{extra}`" not in (ROOT / page).read_text("utf-8")] == []


@pytest.mark.parametrize("name", ASKED)
def test_nothing_asked_for_is_left_out(name: str) -> None:
    """`make lock` mends this."""
    pins: dict[str, list[str]] = {}
    for found, _ in entries(name):
        pins.setdefault(canonicalize_name(found.name), []).extend(s.version for s in found.specifier)
    for wanted in map(Requirement, itertools.chain.from_iterable(ASKED[name])):
        assert any(wanted.specifier.contains(v) for v in pins.get(canonicalize_name(wanted.name), [])), str(wanted)
