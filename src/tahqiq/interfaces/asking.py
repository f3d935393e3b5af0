"""`tahqiq ask`: one measure, under every way of counting, as of a day."""

from __future__ import annotations

import json
import sys
from datetime import date

import click

from tahqiq.errors import UsageError
from tahqiq.interfaces.completing import filters as complete_filters
from tahqiq.interfaces.completing import measures
from tahqiq.interfaces.helping import answer_language
from tahqiq.interfaces.telling import ui_language
from tahqiq.interfaces.versioned import record_version
from tahqiq.record.ask import ask as ask_record
from tahqiq.record.given import read_day


@click.command()
@click.argument("measure", shell_complete=measures)
@click.argument("filters", nargs=-1, metavar="[NAME=VALUE]...", shell_complete=complete_filters)
@click.option("--as-of", "as_of", metavar="DATE")
@record_version
@answer_language
@click.option("--format", "-f", "form", type=click.Choice(["text", "json", "csv"]))
def ask(measure: str, filters: tuple[str, ...], as_of: str | None, lang: str | None, form: str | None) -> int:
    """Ask the record a number.

    \b
    tahqiq ask security_council_vetoes.vetoes_cast \\
        member=USA about=ISR --as-of 2024-08-01
    tahqiq ask population.people country=Jordan year=2020
    tahqiq ask security_council_vetoes.vetoes_cast \\
        member=RUS,CHN since=2011 --format json
    """
    named = dict(_pair(part) for part in filters)
    since, until = named.pop("since", None), named.pop("until", None)
    day = read_day(as_of, last=True) if as_of else date.today()
    asked = ask_record(measure, named, as_of=day, since=since, until=until)
    form = form or ("text" if sys.stdout.isatty() else "json")
    if form == "csv":
        click.echo(_csv(asked.answers), nl=False)
        return 0
    from tahqiq.reporting.record import asked as told

    if form == "json":
        click.echo(json.dumps(told.to_json(asked), ensure_ascii=False, indent=1))
    else:
        click.echo(told.render(asked, lang or ui_language()))
    return 0


def _pair(part: str) -> tuple[str, str]:
    name, sign, value = part.partition("=")
    if not sign or not name or not value:
        raise UsageError("bad_filter", value=part)
    return name, value


def _csv(answers: object) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["definition", "value", "from", "to", "default"])
    for a in answers:  # type: ignore[attr-defined]
        low, high = a.holds[-1] if a.holds else (None, None)
        writer.writerow([a.definition, a.value, low, high, a.default])
    return out.getvalue()
