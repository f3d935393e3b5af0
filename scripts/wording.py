"""Writes the pages on how articles are read from the data: every concept, every frame."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from formats import frame_keys
from tahqiq.catalog.compiled import DATA, read_yaml
from tahqiq.catalog.models.concepts import KINDS
from tahqiq.catalog.version import records

MADE = "<!-- Made by `make docs`; do not edit. -->"
CONCEPTS = """What words can mean to a check, whatever the language. A concept is a kind and a name; the words
that say it are the lexemes of each language. How to add one: [add a register](../how-to/add-a-register.md)."""
FRAMES = """A frame says what a statement about a measure looks like: which concepts speak of it, which figures fit, who
fills its roles. Its shape decides what becomes of a figure; the shapes are code, the frames data. How to add one:
[add a kind of claim](../how-to/add-a-kind-of-claim.md)."""


def concepts_page() -> str:
    """Every concept with its meaning and an example, file by file."""
    kinds = "\n".join(["| kind | what it is |", "|---|---|", *(f"| `{k}` | {what} |" for k, what in KINDS.items())])
    files = [DATA / "concepts.yml", *sorted(records().glob("*/concepts.yml"))]
    return "\n\n".join(["# The concepts", MADE, CONCEPTS, "## Kinds", kinds, *map(_file, files)]) + "\n"


def _file(file: Path) -> str:
    listed = read_yaml(file)["concepts"].items()
    rows = [_concept(name, entry) for name, entry in listed]
    head = "## General" if file.parent == DATA else f"## {file.parent.name}"
    return "\n".join([head, "", "| concept | means | example | stands for |", "|---|---|---|---|", *rows])


def _concept(name: str, entry: dict[str, Any]) -> str:
    stands = [str(entry["value"])] if "value" in entry else []
    stands += [*map(str, entry.get("periods", ())), *entry.get("about", ())]
    return f"| `{name}` | {entry['means']} | {entry['example']} | {', '.join(stands)} |"


def frames_page() -> str:
    """The keys of a frame, and the frames of every register."""
    files = sorted(records().glob("*/frames.yml"))
    return (
        "\n\n".join(["# The frames", MADE, FRAMES, *frame_keys(), "## The frames that ship", *map(_frames, files)])
        + "\n"
    )


def _frames(file: Path) -> str:
    parts = [f"### {file.parent.name}"]
    for name, frame in read_yaml(file)["frames"].items():
        parts.append("\n".join(_frame(name, frame)))
    return "\n\n".join(parts)


def _frame(name: str, frame: dict[str, Any]) -> Iterator[str]:
    concepts = ", ".join(f"`{c}`" for c in (*frame.get("speaks", ()), *frame.get("weak", ())))
    roles = ", ".join(f"`{role}`" for role in frame.get("roles", ())) or "none"
    head = f"**`{name}`**: shape `{frame['shape']}`, measure `{frame['measure']}`."
    yield f"{head} Spoken of by {concepts}. Roles: {roles}."
    for key, told in (("matches", "Read"), ("rejects", "Not read")):
        if frame.get(key):
            yield ""
            yield f"{told}:"
            yield ""
            yield from (f"- {sentence}" for sentence in frame[key])
