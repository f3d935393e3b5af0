"""`tahqiq record`: list, show, validate, build and renew registers."""

from __future__ import annotations

import io
import json
import re
import runpy
import sys
from contextlib import nullcontext, redirect_stderr
from pathlib import Path

import click

from tahqiq.catalog.registers import find_register, folders, load_registers
from tahqiq.errors import InputError, RecordError, TahqiqError, UsageError
from tahqiq.interfaces.comparing import diff
from tahqiq.interfaces.completing import registers as complete
from tahqiq.interfaces.getting import get
from tahqiq.interfaces.helping import Group, answer_language
from tahqiq.interfaces.making import new
from tahqiq.interfaces.telling import ui_language
from tahqiq.interfaces.updates import update, versions

FORMS = ("csv", "parquet", "sqlite", "datapackage", "csvw", "dcat", "croissant")
"""The forms of `record export`."""
HOLDS = re.compile(r"FOLDER (?:may )?holds? (.+)")
"""Where the head of a `build.py` says what it wants to find in the folder."""
FORM = click.option("--format", "-f", "form", type=click.Choice(["text", "json"]))


@click.group(cls=Group)
def record() -> None:
    """The registers: what they hold, how far, from where, and whether they are sound."""


record.add_command(update)
record.add_command(versions)
record.add_command(diff)
record.add_command(new)
record.add_command(get)


@record.command("list")
@answer_language
@FORM
def list_(lang: str | None, form: str | None) -> int:
    """All registers, each with what can be asked of it."""
    from tahqiq.reporting.record import described

    registers = list(load_registers().values())
    if (form or _form()) == "json":
        click.echo(json.dumps([described.to_json(r) for r in registers], ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n".join(described.brief(r, lang or ui_language()) for r in registers))
    return 0


@record.command()
@click.argument("register", shell_complete=complete)
@answer_language
@FORM
def show(register: str, lang: str | None, form: str | None) -> int:
    """One register whole: measures, ways of counting, coverage, gaps, sources."""
    from tahqiq.reporting.record import described

    found = find_register(register)
    if (form or _form()) == "json":
        click.echo(json.dumps(described.to_json(found), ensure_ascii=False, indent=1))
    else:
        click.echo(described.whole(found, lang or ui_language()))
    return 0


@record.command()
@click.argument("registers", nargs=-1, metavar="[REGISTER]...", shell_complete=complete)
@answer_language
def validate(registers: tuple[str, ...], lang: str | None) -> int:
    """Check every file, expression, place, source, assertion and case of the registers named, or of all."""
    from tahqiq.catalog.models.files import check_general
    from tahqiq.record.validate import validate as check
    from tahqiq.reporting.words.flaws import tell_flaw
    from tahqiq.reporting.words.messages import load_messages

    messages, shared = load_messages(lang or ui_language()), check_general()
    broken = bool(shared)
    for flaw in shared:
        click.echo(tell_flaw(flaw, messages), err=True)
    for name in registers or folders():
        if name not in folders():
            raise UsageError("unknown_register", name=name, known=", ".join(folders()))
        outcome = check(name)
        for flaw in outcome.flaws:
            click.echo(tell_flaw(flaw, messages), err=True)
        if not outcome.flaws:
            click.echo(messages.format("record-valid", register=name, checks=outcome.checks))
        broken = broken or bool(outcome.flaws)
    return 1 if broken else 0


@record.command()
@click.argument("register", shell_complete=complete)
@click.option("--from", "folder", type=click.Path(path_type=Path))
def build(register: str, folder: Path | None) -> int:
    """Rebuild the data of a register from its sources, and say what changed."""
    script = find_register(register).folder / "build.py"
    if not script.exists():
        raise UsageError("no_build", name=register)
    saved, sys.argv = sys.argv, [script.name, *(["--from", str(folder)] if folder else [])]
    said = io.StringIO()
    try:
        with redirect_stderr(said):
            runpy.run_path(str(script), run_name="__main__")
    except SystemExit as problem:
        if problem.code:
            raise _stopped(register, script, folder, problem.code) from problem
    except FileNotFoundError as problem:
        raise InputError("not_found", source=str(problem.filename)) from problem
    except (OSError, ValueError, KeyError, AssertionError) as problem:
        told = f"{type(problem).__name__}: {problem}"
        raise RecordError("build_failed", register=register, problem=told) from problem
    finally:
        sys.argv = saved
    click.echo(said.getvalue(), err=True, nl=False)
    return 0


def _stopped(register: str, script: Path, folder: Path | None, code: str | int) -> TahqiqError:
    """Why a build ended itself: it was given no folder, or found in it what it should not."""
    if isinstance(code, str):
        return RecordError("build_failed", register=register, problem=code)
    if folder is None:
        holds = HOLDS.search(script.read_text("utf-8"))
        return UsageError("build_wants_folder", register=register, holds=holds[1].strip() if holds else None)
    return UsageError("build_alone", register=register, script=str(script))


@record.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--format", "-f", "form", required=True, type=click.Choice(FORMS), metavar="FORM")
@click.option("--register", "-r", "named", multiple=True, metavar="NAME", shell_complete=complete)
@answer_language
def export(folder: Path, form: str, named: tuple[str, ...], lang: str | None) -> int:
    """Write the record into the folder DIR, for other programs to read.

    \b
    tahqiq record export --format sqlite out && datasette out
    tahqiq record export -f parquet -r gdp -r population out
    """
    from tahqiq.reporting.export.writing import export as write
    from tahqiq.reporting.words.messages import load_messages

    language = lang or ui_language()
    registers = {name: find_register(name) for name in named} or load_registers()
    steps = write(registers, form, folder, language)
    quiet = sys.stderr is None or not sys.stderr.isatty()
    with nullcontext(steps) if quiet else click.progressbar(steps, length=len(registers), file=sys.stderr) as done:
        count = sum(1 for _ in done)
    click.echo(load_messages(language).format("export-done", count=count, folder=str(folder)))
    return 0


@record.command("compile")
def compile_() -> int:
    """Compile what a check reads, as the wheel ships it: for installations that cannot write to themselves."""
    from tahqiq.interfaces.compiling import compile_all

    compile_all()
    return 0


def _form() -> str:
    return "text" if sys.stdout.isatty() else "json"
