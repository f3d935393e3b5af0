"""The command line: `tahqiq check`, `ask`, `record`, `law`, `language`. Each command loads only what it needs."""

from __future__ import annotations

import difflib
import errno
import io
import os
import sys
from importlib import import_module
from typing import Any, BinaryIO

import click

from tahqiq.errors import InputError, TahqiqError, UsageError
from tahqiq.interfaces.helping import Group, teach, tell
from tahqiq.interfaces.telling import say
from tahqiq.release import __version__

COMMANDS = {
    "check": ("tahqiq.interfaces.checking", "check"),
    "diff": ("tahqiq.interfaces.differing", "diff"),
    "ask": ("tahqiq.interfaces.asking", "ask"),
    "record": ("tahqiq.interfaces.records", "record"),
    "law": ("tahqiq.interfaces.law", "law"),
    "serve": ("tahqiq.interfaces.serving", "serve"),
    "dossier": ("tahqiq.interfaces.dossiers", "dossier"),
    "corpus": ("tahqiq.interfaces.corpus.commands", "corpus"),
    "watch": ("tahqiq.interfaces.watching", "watch"),
    "mcp": ("tahqiq.interfaces.mcp.commands", "mcp"),
    "mentions": ("tahqiq.interfaces.mentions", "mentions"),
    "language": ("tahqiq.interfaces.languages", "language"),
}
UNWRITABLE = (errno.EPIPE, errno.ENOSPC, errno.EBADF, errno.EIO, errno.EFBIG, errno.EDQUOT)
"""How a write to standard output may fail."""
CRASH = 70
"""The exit code of a fault of our own (sysexits: EX_SOFTWARE)."""


class Lazy(Group):
    """A group whose commands are imported when they are called."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teach()

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        _take_folders(command)
        tell(command, f"help-{cmd_name}", ctx)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command called; a misspelt one is refused with the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            raise UsageError("unknown_command", name=args[0], known=", ".join(near or COMMANDS))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write its own help."""
        tell(self, "help-tahqiq", ctx)
        super().format_help(ctx, formatter)


def _take_folders(command: click.Command) -> None:
    """Let a command, and each below it, take `--records` and `--languages`: folders of the user's own."""
    if isinstance(command, click.Group):
        for below in command.commands.values():
            _take_folders(below)
    elif not any("--records" in option.opts for option in command.params):
        command.params += [click.Option([name], callback=called, **FOLDERS) for name, called in NAMING.items()]


def _name_records(_ctx: click.Context, _option: click.Parameter, folders: tuple[str, ...]) -> None:
    from tahqiq.catalog.folders import name_folders

    name_folders(folders)


def _name_languages(_ctx: click.Context, _option: click.Parameter, folders: tuple[str, ...]) -> None:
    from tahqiq.catalog.folders import name_folders
    from tahqiq.catalog.language_folders import VARIABLE

    name_folders(folders, VARIABLE)


NAMING = {"--records": _name_records, "--languages": _name_languages}
FOLDERS: dict[str, Any] = {"multiple": True, "metavar": "DIR", "expose_value": False, "is_eager": True}


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="tahqiq")
def tahqiq() -> None:
    """Check the figures of an article against a public, sourced record.

    \b
    tahqiq check article.txt
    tahqiq check - --published 2024-05-01
    tahqiq ask security_council_vetoes.vetoes_cast member=USA
    tahqiq record list
    """


def main() -> None:
    """Run the command line; whatever goes wrong is said in one clear line."""
    _open_streams()
    try:
        code = tahqiq.main(standalone_mode=False)
        sys.stdout.flush()
    except TahqiqError as problem:
        code = fail(problem)
    except click.exceptions.NoArgsIsHelpError as problem:
        problem.show()
        code = problem.exit_code
    except click.UsageError as problem:
        hint = f" ({problem.ctx.command_path} --help)" if problem.ctx else ""
        click.echo(f"tahqiq: {' '.join(problem.format_message().split())}{hint}", err=True)
        code = problem.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        code = 130
    except Exception as problem:
        code = _broken(problem)
    sys.exit(code if isinstance(code, int) else 0)


def _open_streams() -> None:
    """Let no stream be missing, and no letter that standard output cannot write stop a report."""
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Closed()), encoding="utf-8")
    elif isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


class _Closed(io.RawIOBase):
    """Standard output that was closed before we began."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def standard_input() -> BinaryIO:
    """Standard input as bytes. InputError when there is none."""
    if sys.stdin is None:
        raise InputError("unreadable", source="<stdin>", problem=os.strerror(errno.EBADF))
    return sys.stdin.buffer


def _broken(problem: Exception) -> int:
    """Say what broke: standard output, whose reader has gone or which has no room, or the program itself."""
    if isinstance(problem, OSError) and problem.errno in UNWRITABLE and problem.filename is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the end
        if isinstance(problem, BrokenPipeError):
            return 0
        return fail(InputError("cannot_write", path="<stdout>", problem=problem.strerror))
    if "TAHQIQ_DEBUG" in os.environ:
        raise problem
    fail(TahqiqError("fault", what=f"{type(problem).__name__}: {problem}"))
    return CRASH


def fail(problem: TahqiqError) -> int:
    """Say what went wrong in the user's language, and give the exit code."""
    click.echo(f"tahqiq: {say(problem)}", err=True)
    return problem.exit_code


def on_terminal(out: Any) -> bool:
    """Whether the stream is a terminal that wants colour."""
    return bool(out.isatty()) and "NO_COLOR" not in os.environ
