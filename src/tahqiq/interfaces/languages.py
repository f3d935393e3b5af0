"""`tahqiq language`: begin a language, and see what one lacks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tahqiq.errors import UsageError
from tahqiq.interfaces.helping import Group, answer_language
from tahqiq.interfaces.telling import ui_language

SHOWN = 40
"""How many things of one list are told, unless all are asked for."""


@click.group(cls=Group)
def language() -> None:
    """The languages that articles are read in: begin one, and see what one lacks."""


@language.command()
@click.argument("code")
@click.option("--out", "-o", type=click.Path(path_type=Path))
@answer_language
def new(code: str, out: Path | None, lang: str | None) -> int:
    """Begin a language: a folder CODE with everything that is asked of one, filled as far as CLDR knows it.

    \b
    tahqiq language new sv --out languages
    tahqiq language check sv --languages languages
    """
    from tahqiq.catalog.language_folders import language_folders
    from tahqiq.catalog.making import make_language
    from tahqiq.reporting.words.messages import load_messages

    known = language_folders()
    if code in known:
        raise UsageError("language_taken", name=code, path=str(known[code]))
    folder = out or Path()
    made = make_language(code, folder / code)
    told = {"concepts": made.concepts, "named": made.named, "places": made.places, "code": code}
    click.echo(
        load_messages(lang or ui_language()).format(
            "language-made", folder=str(made.folder), parent=str(folder), **told
        )
    )
    return 0


@language.command()
@click.argument("code")
@click.option("--all", "whole", is_flag=True)
@answer_language
def check(code: str, whole: bool, lang: str | None) -> int:
    """Say what is wrong with the files of a language, what is missing, ambiguous, or held by no case."""
    from tahqiq.catalog.language_folders import language_folders
    from tahqiq.catalog.models.files import check_language
    from tahqiq.reporting.words.flaws import tell_flaw
    from tahqiq.reporting.words.messages import load_messages

    known = language_folders()
    if code not in known:
        raise UsageError("unknown_language", name=code, known=", ".join(known))
    messages, flaws = load_messages(lang or ui_language()), check_language(known[code])
    for flaw in flaws:
        click.echo(tell_flaw(flaw, messages), err=True)
    if flaws:
        return 1
    for line in _told(code, None if whole else SHOWN, messages.language):
        click.echo(line)
    return 0


def _told(code: str, most: int | None, language: str) -> Iterator[str]:
    """One line for each kind of thing that a language lacks, or the line that it lacks nothing."""
    from tahqiq.catalog.lexicon import reads_claims
    from tahqiq.catalog.survey import survey
    from tahqiq.reporting.words.messages import load_messages

    messages, found = load_messages(language), survey(code)
    named = {"code": code, "name": messages.language_name(code)}
    yield messages.format("language-read", read="yes" if reads_claims(code) else "no", cases=found.cases, **named)
    lists = {
        "keys": found.keys,
        "concepts": found.concepts,
        "places": found.places,
        "ambiguous": tuple(f"{form} ({one}, {other})" for one, other, form in found.ambiguous),
        "uncovered": found.uncovered,
    }
    for kind, listed in lists.items():
        if listed:
            shown = ", ".join(listed[:most]) + (" \u2026" if len(listed[:most]) < len(listed) else "")
            yield messages.format(f"language-{kind}", count=len(listed), names=shown)
    if found.events:
        yield messages.format("language-events", count=found.events)
