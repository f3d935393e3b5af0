"""Writes a manual page for every command: `make man` (then `man -l out/man/tahqiq.1`)."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
from click_man.core import write_man_pages

import tahqiq
from tahqiq.interfaces.cli import tahqiq as command

CALLS = re.compile(r"^\.PP\n\x08\n((?:(?!\.).*\n)+)", re.MULTILINE)
"""Examples, which stand line by line: Click marks them with a backspace."""


def write(folder: Path) -> None:
    """Write the pages into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    context = click.Context(command)
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        if found is not None:
            command.add_command(found, name)  # they are imported as they are called, and the pages want them all
    version = tahqiq.__version__
    write_man_pages("tahqiq", command, version=version, target_dir=str(folder), date=f"tahqiq {version}")
    for page in folder.glob("*.1"):
        page.write_text(CALLS.sub(_lines, page.read_text("utf-8")), "utf-8")


def _lines(found: re.Match[str]) -> str:
    return ".PP\n.nf\n" + found[1].replace("\\", "\\e") + ".fi\n"


if __name__ == "__main__":
    write(Path(sys.argv[1]))
