"""The regular expressions of the package, as JSON: what its modules compile while they are loaded and do their work."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Found:
    """A pattern of a package, and whether it is ever searched for rather than matched at a place."""

    pattern: str
    flags: int
    where: str
    searched: bool


SEARCHES = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
MATCHES = frozenset({"match", "fullmatch"})


def compiled(package: str) -> Iterator[Found]:
    """Every pattern that the modules of a package compile while they are loaded and do their work."""
    root = importlib.util.find_spec(package)
    assert root is not None
    folder = Path(str(root.origin)).parent
    names = searched_names(folder)
    seen: dict[tuple[str, int], tuple[str, str, str]] = {}
    true = re._compile  # type: ignore[attr-defined]

    def noting(pattern: Any, flags: Any) -> Any:
        frame, by = sys._getframe(1), ""
        while frame.f_back is not None and frame.f_globals.get("__name__") == "re":
            by, frame = frame.f_code.co_name, frame.f_back
        where = str(frame.f_globals.get("__name__", ""))
        if isinstance(pattern, str) and where.startswith(package):
            seen.setdefault((pattern, int(flags)), (where, by, frame.f_code.co_name))
        return true(pattern, flags)

    re._compile = noting  # type: ignore[attr-defined]
    for path in sorted(folder.rglob("*.py")):
        if path.name != "__main__.py" and "data" not in path.relative_to(folder).parts:
            parts = path.relative_to(folder.parent).with_suffix("").parts
            importlib.import_module(".".join(part for part in parts if part != "__init__"))
    work()
    for (pattern, flags), (where, by, function) in seen.items():
        own = [n for n, v in vars(sys.modules[where]).items() if getattr(v, "pattern", None) == pattern] or [function]
        searched = by in SEARCHES or (by == "compile" and any({(where, n), ("", n)} & names for n in own))
        yield Found(pattern, flags, f"{where}.{own[0]}", searched)


def searched_names(folder: Path) -> set[tuple[str, str]]:
    """The patterns, and the functions that give them, that are searched for: module and name; no module for fields."""
    found = set()
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        module = ".".join(path.relative_to(folder.parent).with_suffix("").parts).removesuffix(".__init__")
        homes = {a.name: str(n.module) for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in SEARCHES:
                base = node.value.func if isinstance(node.value, ast.Call) else node.value
                if isinstance(base, ast.Name):
                    found.add((homes.get(base.id, module), base.id))
                elif isinstance(base, ast.Attribute):
                    found.add(("", base.attr))
    return found


def work() -> None:
    """What compiles the patterns that wait for a language: one check in each."""
    from tahqiq.catalog.compiled import DATA
    from tahqiq.checker import check

    for path in sorted((DATA / "examples").glob("article.*.txt")):
        check(path.read_bytes(), path.name)


if __name__ == "__main__":
    json.dump([asdict(found) for found in compiled("tahqiq")], sys.stdout)
