"""The help of every command in the user's language, and the words of Click itself.

What a command is for is the message `help-<group>-<command>`, what an option is for the attribute of that message, or
of `click-options` where several commands have the option. Only the examples, which are no language's, stand in code.
"""

from __future__ import annotations

import inspect
import re
import string
from typing import TYPE_CHECKING

import click
from click import core, exceptions, formatting, parser, termui, types

from tahqiq.errors import UsageError
from tahqiq.interfaces.telling import ui_language

if TYPE_CHECKING:
    from tahqiq.reporting.words.messages import Messages

EXAMPLES = re.compile(r"\x08\n(?:.+\n?)+")
"""Lines of a docstring that Click is told to leave as they are."""
SHARED = "click-options"
TURN, BACK = "\u2067", "\u2069"
"""Between these a text runs from right to left, whatever runs around it."""


class Directed(click.HelpFormatter):
    """Closes what runs from right to left at the end of each line."""

    def getvalue(self) -> str:
        """The help as it is printed."""
        from tahqiq.reporting.report.terminal import closed

        return "\n".join(closed(super().getvalue().split("\n")))


class Context(click.Context):
    """A call whose help runs in its own direction."""

    formatter_class = Directed


class Group(click.Group):
    """A group whose commands speak the user's language."""

    context_class = Context

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, with its help."""
        found = super().get_command(ctx, cmd_name)
        if found is not None:
            tell(found, f"help-{self.name}-{cmd_name}", ctx)
        return found


def tell(command: click.Command, name: str, ctx: click.Context) -> None:
    """Give a command and its options the help of the message `name`."""
    from tahqiq.reporting.words.messages import load_messages

    messages = load_messages(ui_language())
    said = messages.format(name).split("\n\n")
    examples = map(str.rstrip, EXAMPLES.findall(inspect.cleandoc(command.help or "")))
    command.help = "\n\n".join([*(_turned(part, messages) for part in said), *examples])
    command.short_help = _turned(" ".join(said[0].split()).partition(". ")[0].rstrip("."), messages)
    command.context_class = Context
    own = command.get_help_option(click.Context(command, parent=ctx))
    for option in (*command.params, own):
        if isinstance(option, click.Option):
            key = max(option.opts, key=len).lstrip("-")
            help_ = messages.attribute(name, key) or messages.attribute(SHARED, key)
            option.help = _turned(help_, messages) if help_ else None


def _turned(text: str, messages: Messages) -> str:
    return f"{TURN}{text}{BACK}" if messages.direction == "rtl" else text


def _said(text: str) -> str:
    """What Click says, in the user's language; as it is where nobody has said it in another."""
    from tahqiq.reporting.words.messages import load_messages

    messages = load_messages(ui_language())
    name = "click-" + re.sub(r"[^a-z_]+", "-", text.lower()).strip("-")
    if not messages.has(name):
        return text
    slots = {
        field: f"{{{field}{'!' + how if how else ''}}}"
        for _, field, _, how in string.Formatter().parse(text)
        if field is not None
    }
    return _turned(messages.format(name, **slots), messages)


def _counted(one: str, many: str, count: int) -> str:
    return _said(one if count == 1 else many)


def teach() -> None:
    """Let Click say its own words in the user's language: each of its modules takes them through this one name."""
    for module in (core, exceptions, formatting, parser, termui, types):
        vars(module)["_"] = _said
        if "ngettext" in vars(module):
            vars(module)["ngettext"] = _counted


def known_language(_ctx: click.Context, _option: click.Parameter, code: str | None) -> str | None:
    """The code of a language in which answers are written; UsageError for any other."""
    from tahqiq.reporting.words.messages import report_languages

    if code is not None and code not in report_languages():
        raise UsageError("unknown_language", name=code, known=", ".join(report_languages()))
    return code


answer_language = click.option("--lang", callback=known_language)
"""The language of an answer, alike in every command that has one."""
