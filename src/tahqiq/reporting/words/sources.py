"""Fluent sources as a tree that can be kept: each message with what it refers to and which arguments it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, ast

from tahqiq.errors import RecordError


def parse(files: list[Path]) -> dict[str, Any]:
    """Every entry with what it refers to and which arguments it (or what it refers to) takes."""
    entries: dict[str, ast.Message | ast.Term] = {}
    for path in sorted(files):
        for entry in FluentParser(with_spans=False).parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Junk):
                raise RecordError("broken_messages", file=path.name, text=str(entry.content).strip()[:80])
            if isinstance(entry, (ast.Message, ast.Term)):
                entries.setdefault(_name(entry), entry)
    return {name: _kept(entry, entries) for name, entry in entries.items()}


def _kept(entry: ast.Message | ast.Term, entries: Mapping[str, ast.Message | ast.Term]) -> dict[str, Any]:
    nodes = list(_nodes(entry))
    needs = [_reference(n) for n in nodes if isinstance(n, (ast.MessageReference, ast.TermReference))]
    uses = {n.id.name for n in nodes if isinstance(n, ast.VariableReference)}
    for needed in needs:
        uses |= {n.id.name for n in _nodes(entries[needed]) if isinstance(n, ast.VariableReference)}
    return {"entry": entry.to_json(), "needs": needs, "uses": sorted(uses)}


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from _nodes(child)


def _name(entry: ast.Message | ast.Term) -> str:
    return ("-" if isinstance(entry, ast.Term) else "") + str(entry.id.name)


def _reference(node: ast.MessageReference | ast.TermReference) -> str:
    return ("-" if isinstance(node, ast.TermReference) else "") + str(node.id.name)
