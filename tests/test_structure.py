"""The shape of the code: one direction, data apart from code, small parts, nothing public without a word on it."""

from __future__ import annotations

import ast
import graphlib
import itertools
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import tahqiq

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "tahqiq"
FILES = sorted(SOURCE.rglob("*.py"))
BESIDE = sorted(path for folder in ("tests", "scripts", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
STAGES = ("reading", "language", "claims", "record", "judging", "reporting", "checker", "interfaces")
SHARED = ("model", "errors", "catalog")
LONGEST_FILE, LONGEST_FUNCTION = 300, 60


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def stage(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[str, ...]]:
    """What a module imports of the package, as the parts of its name, wherever in the module the import stands."""
    for node in ast.walk(tree(path)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}:{node.lineno}: a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from (tuple(n.split(".")[1:]) or ("__init__",) for n in names if n.partition(".")[0] == "tahqiq")


@pytest.mark.parametrize("path", [p for p in FILES if stage(p) in (*STAGES, *SHARED)], ids=name)
def test_no_stage_imports_a_later_one(path: Path) -> None:
    own = stage(path)
    allowed = {*SHARED, "release", *STAGES[: STAGES.index(own) + 1]} if own in STAGES else {*SHARED}
    if own in ("model", "errors"):
        allowed = {"errors", own}
    assert {names[0] for names in imported(path)} <= allowed


def arrows(folder: Path) -> dict[str, set[str]]:
    """Which room of a folder leans on which: a room is a module or a folder in it."""
    inside, depth = folder.relative_to(SOURCE).parts, len(folder.relative_to(SOURCE).parts)
    found: dict[str, set[str]] = {}
    for path in (p for p in FILES if p.is_relative_to(folder) and p != folder / "__init__.py"):
        room = path.relative_to(folder).parts[0].removesuffix(".py")
        used = {names[depth] for names in imported(path) if names[:depth] == inside and len(names) > depth}
        found.setdefault(room, set()).update(used - {room})
    return found


@pytest.mark.parametrize("folder", sorted({p.parent for p in FILES if stage(p) != "data"}), ids=name)
def test_the_rooms_of_a_folder_form_no_circle(folder: Path) -> None:
    graphlib.TopologicalSorter(arrows(folder)).prepare()


def test_every_part_has_its_place() -> None:
    assert {stage(p) for p in FILES} == {*STAGES, *SHARED, "__init__", "__main__", "release", "data"}


def test_the_tests_are_laid_out_as_the_package_is() -> None:
    """`quality` holds the floors of the benchmark of that name, `shared` what only a full checkout can run."""
    folders = {p.parent.relative_to(ROOT / "tests") for p in (ROOT / "tests").rglob("test_*.py")}
    rooms = {p.relative_to(SOURCE) for p in SOURCE.rglob("*") if p.is_dir()}
    assert folders - {Path("quality"), Path("shared")} <= rooms | {Path()}
    assert {stage for stage in (*STAGES, "catalog") if (SOURCE / stage).is_dir()} <= {
        f.parts[0] for f in folders if f.parts
    }


def code_strings(path: Path) -> Iterator[ast.Constant]:
    """The string constants that are not docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    first = [node.body[0] for node in ast.walk(tree(path)) if isinstance(node, documented) and ast.get_docstring(node)]
    words = {id(statement.value) for statement in first if isinstance(statement, ast.Expr)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in words:
            yield node


def beyond_ascii(char: str) -> bool:
    return ord(char) > 127 and unicodedata.category(char)[0] in "LM"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_words_of_other_scripts_live_in_data(path: Path) -> None:
    """An escape may name one character, such as the end of a range; letters side by side would be a word."""
    lines = path.read_text("utf-8").splitlines()
    for node in code_strings(path):
        assert not any(map(beyond_ascii, "".join(lines[node.lineno - 1 : node.end_lineno]))), node.lineno
        assert not any(beyond_ascii(a) and beyond_ascii(b) for a, b in itertools.pairwise(str(node.value))), node.lineno


@pytest.mark.parametrize("path", [*FILES, *BESIDE], ids=name)
def test_modules_and_functions_stay_small(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= LONGEST_FILE
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
            assert lines <= LONGEST_FUNCTION, f"{node.name} has {lines} lines"


def test_nothing_names_a_place_on_one_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    local = re.compile(r"(?<![\w.:/-])/(?:home|root|Users|work|tmp)/\w")
    found = []
    for path in map(ROOT.joinpath, listed.stdout.splitlines()):
        if path.suffix in (".py", ".md", ".yml", ".toml", ".ftl", ".cff", ".j2", ".sh", "") and path.is_file():
            found += [name(path) for line in path.read_text("utf-8").splitlines() if local.search(line)]
    assert not found


def test_the_public_names_are_few_and_documented() -> None:
    assert tahqiq.__all__ == ["__version__", "ask", "check", "check_many", "load_record"]
    for public in tahqiq.__all__:
        assert isinstance(getattr(tahqiq, public), str) or getattr(tahqiq, public).__doc__
