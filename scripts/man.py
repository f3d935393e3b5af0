"""Writes a manual page for every command: `make man` (then `man -l out/man/tahqiq.1`)."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from click_man.core import generate_man_page

import tahqiq
from commands import calls
from tahqiq.interfaces.cli import tahqiq as command

CALLS = re.compile(r"^\.PP\n\x08\n((?:(?!\.).*\n)+)", re.MULTILINE)
"""Examples, which stand line by line: Click marks them with a backspace."""


def write(folder: Path) -> None:
    """Write the pages into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    every = list(calls())
    for call in every:
        if call.parent is every[0]:
            command.add_command(call.command)  # they are imported as they are called, and the first page lists them
    version = tahqiq.__version__
    for call in every:
        page = generate_man_page(call, version=version, date=f"tahqiq {version}")
        path = folder / f"{call.command_path.replace(' ', '-')}.1"
        path.write_text(CALLS.sub(_lines, page), "utf-8")


def _lines(found: re.Match[str]) -> str:
    return ".PP\n.nf\n" + found[1].replace("\\", "\\e") + ".fi\n"


if __name__ == "__main__":
    write(Path(sys.argv[1]))
