"""Writes the pages that are made from the program itself: `make docs`. A test fails when one of them is old."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields
from pathlib import Path
from typing import Any
from unittest.mock import patch

import click

import notebooks
import tahqiq
from changed import changes_page
from commands import calls
from formats import language_page, register_page
from tahqiq.catalog.registers import Axis, Measure, Register, load_registers
from tahqiq.interfaces.web.settings import PREFIX, Settings
from tahqiq.reporting.report.terminal import render
from wording import concepts_page, frames_page

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = Path(tahqiq.__file__).parent / "data" / "examples" / "article.en.txt"
MADE = "<!-- Made by `make docs`; do not edit. -->"
EXCERPT = re.compile(r"(<!-- excerpt -->\n)(.*?)(<!-- /excerpt -->)", re.DOTALL)
SETTINGS = re.compile(r"(<!-- settings -->\n)(.*?)(<!-- /settings -->)", re.DOTALL)
TODAY = "2026-06-01"


def pages() -> dict[Path, str]:
    """Every generated file with what it should hold."""
    readme, site = ROOT / "README.md", ROOT / "docs" / "web.md"
    return {
        ROOT / "CHANGES.md": changes_page(),
        ROOT / "docs" / "reference" / "cli.md": cli_page(),
        ROOT / "docs" / "reference" / "registers.md": registers_page(),
        ROOT / "docs" / "reference" / "register-format.md": register_page(),
        ROOT / "docs" / "reference" / "language-format.md": language_page(),
        ROOT / "docs" / "reference" / "concepts.md": concepts_page(),
        ROOT / "docs" / "reference" / "frames.md": frames_page(),
        **{path.with_suffix(".md"): notebook_page(path) for path in notebooks.NOTEBOOKS},
        readme: EXCERPT.sub(lambda m: f"{m[1]}```text\n{excerpt()}\n```\n{m[3]}", readme.read_text("utf-8")),
        site: SETTINGS.sub(lambda m: f"{m[1]}{settings_table()}\n{m[3]}", site.read_text("utf-8")),
    }


def excerpt() -> str:
    """The head of the example's report and its first two claims."""
    lines = render(tahqiq.check(EXAMPLE, today=TODAY), "en", color=False, width=96).splitlines()
    claims = [n for n, line in enumerate(lines) if re.match(r"\S \d+: ", line)]
    return "\n".join([*lines[: claims[2]]]).rstrip()


def notebook_page(path: Path) -> str:
    """A notebook as a page; one in a folder named as a language is in that language."""
    language = path.parent.relative_to(ROOT / "docs").name
    return notebooks.page(path, f"---\nlanguage: {language}\n---\n\n{MADE}" if language else MADE)


def settings_table() -> str:
    """Every setting of the site, as its model tells them."""

    def row(setting: Field[Any]) -> list[str]:
        default: object = setting.default
        shown = ("no", "yes")[default] if isinstance(default, bool) else str(default).removesuffix(".0")
        return [f"`{PREFIX}{setting.name.upper()}`", f"`{shown}`" if shown else "", setting.metadata["meaning"]]

    return _table(["variable", "default", "meaning"], map(row, fields(Settings)))


def cli_page() -> str:
    """The help of every command, as the command prints it in English."""
    parts = ["# The command", MADE]
    with patch.dict(os.environ, TAHQIQ_LANG="en"):
        for call in calls():
            parts.append(f"## `{call.command_path}`\n\n```text\n{call.get_help().rstrip()}\n```")
    return "\n\n".join(parts) + "\n"


def registers_page() -> str:
    """What every register can be asked, under which definitions, and how far it reaches."""
    registers = load_registers().values()
    head = ["# The registers", MADE, "\n".join(f"- [{r.title['en']}](#{r.id}): `{r.id}`" for r in registers)]
    return "\n\n".join([*head, *map(_register, registers)]) + "\n"


def _register(register: Register) -> str:
    known = "complete" if register.complete else "incomplete: its silence contradicts nothing"
    parts = [
        f"## {register.id}",
        f"{register.title['en']} ({register.title['ar']}), version {register.version}. {register.description['en']}.",
        f"From {register.start} to {register.end}; {known}.",
        _table(["measure", "what it is", "unit", "dimensions"], map(_measure, register.measures.values())),
        *(_axis(axis) for axis in register.axes.values()),
    ]
    if register.gaps:
        parts.append("What may be missing:\n\n" + "\n".join(dict.fromkeys(f"- {g.why['en']}" for g in register.gaps)))
    if register.caveats:
        parts.append("To keep in mind:\n\n" + "\n".join(f"- {caveat['en']}" for caveat in register.caveats))
    return "\n\n".join(parts)


def _measure(measure: Measure) -> list[str]:
    named = ", ".join(f"`{name}`" for name in measure.dimensions)
    return [f"`{measure.id}`", measure.title["en"], measure.unit, named or f"those of `{measure.of}`"]


def _axis(axis: Axis) -> str:
    def row(name: str) -> list[str]:
        choice = axis.choices[name]
        users = _word(choice.used_by) if choice.used_by else "our reconstruction" if choice.reconstructed else ""
        return [f"`{name}`" + (" (default)" if name == axis.default else ""), choice.meaning["en"], users]

    bound = f", where `{axis.dimension}` is filtered" if axis.dimension else ""
    table = _table(["choice", "meaning", "who counts so"], map(row, axis.choices))
    return f"### Axis `{axis.id}`\n\n{axis.title['en']}{bound}.\n\n{table}"


def _word(words: Mapping[str, str] | str) -> str:
    return words if isinstance(words, str) else words["en"]


def _table(heads: list[str], rows: Iterator[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines
    )


def main() -> None:
    """Write the pages that are not current, or only name them (`--check`, which then ends with 1)."""
    stale = {p: text for p, text in pages().items() if not p.exists() or p.read_text("utf-8") != text}
    check = "--check" in sys.argv[1:]
    for path, text in stale.items():
        if not check:
            path.write_text(text, encoding="utf-8")
        click.echo(f"{'stale' if check else 'written'}: {path.relative_to(ROOT)}")
    raise SystemExit(1 if stale and check else 0)


if __name__ == "__main__":
    main()
