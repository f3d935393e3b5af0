"""Flip operators of a package one by one and tell which flips no test sees: `make mutants PACKAGE=judging`.

A copy of the checkout is mutated, never the checkout. A seeded sample is tried, each mutant against the tests of the
same stage (or those named). A survivor is a line that could be wrong unseen, or one where both ways do the same.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SOURCE = Path("src/tahqiq")
COPIED = ("src", "tests", "benchmarks", "scripts", "docs", "pyproject.toml", "Makefile", "README.md", "CONTRIBUTING.md")
PAIRS: tuple[tuple[type[Any], type[Any]], ...] = (
    (ast.Lt, ast.LtE),
    (ast.Gt, ast.GtE),
    (ast.Eq, ast.NotEq),
    (ast.In, ast.NotIn),
    (ast.Is, ast.IsNot),
    (ast.And, ast.Or),
    (ast.Add, ast.Sub),
    (ast.Mult, ast.Div),
)
FLIPPED = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
PATIENCE = 5
"""A mutant that takes so many times as long as the tests of the unharmed code runs in a circle."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A source with one operator flipped: the line, the expression before and after, and the whole new source."""

    line: int
    before: str
    after: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a source, in order."""
    for at in range(sum(1 for _ in _spots(ast.parse(source)))):
        tree = ast.parse(source)
        node, index = list(_spots(tree))[at]
        before = ast.unparse(node)
        _flip(node, index)
        yield Mutant(node.lineno, before, ast.unparse(node), ast.unparse(tree))


def _spots(tree: ast.AST) -> Iterator[tuple[ast.expr, int]]:
    """The expressions that have an operator to flip, each with the place of the operator in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from ((node, i) for i, op in enumerate(node.ops) if type(op) in FLIPPED)
        elif (isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in FLIPPED) or (
            isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
        ):
            yield node, 0


def _flip(node: ast.expr, index: int) -> None:
    if isinstance(node, ast.Compare):
        node.ops[index] = FLIPPED[type(node.ops[index])]()
    elif isinstance(node, ast.BoolOp | ast.BinOp):
        node.op = FLIPPED[type(node.op)]()
    elif isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)


class Trial:
    """A copy of the checkout in which one module at a time is replaced."""

    def __init__(self, folder: Path, tests: list[str]) -> None:
        self.folder, self.tests, self.patience = folder, tests, 600.0
        for name in filter(lambda name: (ROOT / name).exists(), COPIED):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            copy(ROOT / name, folder / name)
        self.tried = int(time.time())

    def passes(self) -> bool:
        """Whether the tests see nothing wrong. A circle counts as seen."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *self.tests]
        known = {**os.environ, "PYTHONPATH": str(self.folder / "src")}
        try:
            done = subprocess.run(command, cwd=self.folder, env=known, capture_output=True, timeout=self.patience)
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0

    def survives(self, path: Path, mutant: Mutant) -> bool:
        """Whether the tests pass with the mutant in the place of a module."""
        target = self.folder / path
        whole = target.read_bytes()
        try:
            self._write(target, mutant.source.encode())
            return self.passes()
        finally:
            self._write(target, whole)

    def _write(self, target: Path, source: bytes) -> None:
        """Compiled code is kept by a module's time in seconds: every version gets a second of its own."""
        self.tried += 1
        target.write_bytes(source)
        os.utime(target, (self.tried, self.tried))


def main() -> int:
    """Tell every survivor of a seeded sample, then the share that died."""
    options = _options()
    where = ROOT / SOURCE / options.package
    files = sorted(where.rglob("*.py")) or [where.with_suffix(".py")]
    found = [(path.relative_to(ROOT), m) for path in files for m in mutants(path.read_text("utf-8"))]
    chosen = random.Random(options.seed).sample(found, min(options.count, len(found)))
    tests = options.tests or [f"tests/{options.package.partition('/')[0]}"]
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), tests)
        started = time.monotonic()
        if not trial.passes():
            print(f"The tests fail as they are: {' '.join(tests)}", file=sys.stderr)
            return 2
        trial.patience = 30 + PATIENCE * (time.monotonic() - started)
        left = [(path, m) for path, m in sorted(chosen, key=lambda c: (c[0], c[1].line)) if _told(trial, path, m)]
    print(f"{len(chosen) - len(left)} of {len(chosen)} died (of {len(found)} that there are)")
    return 0


def _told(trial: Trial, path: Path, mutant: Mutant) -> bool:
    survived = trial.survives(path, mutant)
    if survived:
        print(f"{path}:{mutant.line}: {mutant.before}\n    -> {mutant.after}", flush=True)
    return survived


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", help="a folder or module of the package: judging, record/series")
    parser.add_argument("tests", nargs="*", help="tests that should see them; else those of the same stage")
    parser.add_argument("--count", type=int, default=20, help="how many mutants to try")
    parser.add_argument("--seed", type=int, default=1, help="which ones: the same number draws the same again")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
