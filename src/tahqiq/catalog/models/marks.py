"""YAML with the line of everything in it, and without its traps: keys given twice, bare words that mean yes and no."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tahqiq.errors import Flaw

Trail = tuple[str | int, ...]
"""The way to a value: keys and positions from the top of the file."""
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TRAPS = frozenset({"yes", "no", "on", "off"})
"""What YAML 1.1 reads as true or false where a person may have meant a word; true and false themselves are no trap."""
BOOL, DAY = "tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"


@dataclass(frozen=True, slots=True)
class Marked:
    """What a file holds, the line on which everything stands, and what is wrong with its YAML."""

    value: Any
    lines: Mapping[Trail, int]
    flaws: tuple[Flaw, ...]

    def line(self, trail: Trail) -> int:
        """The line of a value, or of the nearest thing around it."""
        while trail and trail not in self.lines:
            trail = trail[:-1]
        return self.lines.get(trail, 1)


def read_marked(path: Path, name: str) -> Marked:
    """The file with its lines; `name` is what a flaw calls it. Nothing is raised for broken YAML: it is a flaw."""
    try:
        loader = LOADER(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        return _broken(name, problem)
    try:
        node = loader.get_single_node()
        lines: dict[Trail, int] = {(): 1}
        flaws = tuple(_walk(loader, node, (), lines, name)) if node else ()
        return Marked(None if flaws or node is None else loader.construct_document(node), lines, flaws)
    except yaml.YAMLError as problem:
        return _broken(name, problem)
    finally:
        loader.dispose()


def _broken(file: str, problem: Exception) -> Marked:
    mark = getattr(problem, "problem_mark", None)
    said = getattr(problem, "problem", None) or getattr(problem, "strerror", None) or str(problem)
    return Marked(None, {}, (Flaw(file, mark.line + 1 if mark else 1, "broken_yaml", {"problem": said}),))


def _walk(loader: Any, node: Any, trail: Trail, lines: dict[Trail, int], file: str) -> Iterator[Flaw]:
    """Note the line of everything below a node, and tell the traps."""
    if isinstance(node, yaml.ScalarNode):
        yield from _scalar(loader, node, file)
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            lines[(*trail, position)] = item.start_mark.line + 1
            yield from _walk(loader, item, (*trail, position), lines, file)
    else:
        yield from _mapping(loader, node, trail, lines, file)


def _mapping(loader: Any, node: Any, trail: Trail, lines: dict[Trail, int], file: str) -> Iterator[Flaw]:
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            yield Flaw(file, key.start_mark.line + 1, "broken_yaml", {"problem": "a key is no word"})
            continue
        yield from _scalar(loader, key, file)
        name = loader.construct_object(key)
        if (*trail, name) in lines:
            yield Flaw(file, key.start_mark.line + 1, "repeated_key", {"name": key.value})
        lines[(*trail, name)] = key.start_mark.line + 1
        yield from _walk(loader, value, (*trail, name), lines, file)


def _scalar(loader: Any, node: Any, file: str) -> Iterator[Flaw]:
    line = node.start_mark.line + 1
    if node.tag == BOOL and node.value.lower() in TRAPS:
        yield Flaw(file, line, "bare_word", {"word": node.value})
    if node.tag == DAY:
        try:
            loader.construct_object(node)
        except ValueError:
            yield Flaw(file, line, "bad_day", {"value": node.value})
