"""`tahqiq law sale`: what the law required of an arms sale on a day."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

import click

from tahqiq.errors import UsageError
from tahqiq.interfaces.helping import Group, answer_language
from tahqiq.interfaces.telling import ui_language
from tahqiq.record.buyers import find_buyer
from tahqiq.record.given import read_day, read_number
from tahqiq.record.rules import Decision, decide
from tahqiq.reporting.law import law_data, law_text

REGISTER = "arms_export_law"


def ask_sale(
    buyer: str,
    channel: str,
    item: str,
    value: float,
    on: date,
    *,
    emergency: bool = False,
    new_sales_territory: bool = False,
    received: date | None = None,
) -> Decision:
    """What the law required of one sale certified on the day `on`.

    `buyer` is a code or a name in Arabic or English, `value` is in dollars, `received` the day Congress
    received the certification (default: `on`). UsageError for an unknown buyer, channel, item or amount.
    """
    if received and received < on:
        raise UsageError("received_before", received=received.isoformat(), date=on.isoformat())
    facts = {"buyer": find_buyer(REGISTER, buyer), "channel": channel, "item": item, "value": value}
    facts |= {"emergency": emergency, "new_sales_territory": new_sales_territory}
    return decide(REGISTER, facts, on, received)


@click.group(cls=Group)
def law() -> None:
    """Ask what the law required on a day."""


@law.command()
@click.option("--buyer", required=True)
@click.option("--channel", required=True, metavar="CHANNEL")
@click.option("--item", required=True, metavar="ITEM")
@click.option("--value", required=True, metavar="DOLLARS")
@click.option("--date", "day", required=True, metavar="DAY")
@click.option("--emergency", is_flag=True)
@click.option("--new-sales-territory", is_flag=True)
@click.option("--received", metavar="DAY")
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]))
@answer_language
def sale(day: str, value: str, received: str | None, form: str | None, lang: str | None, **facts: Any) -> None:
    """What the law required of one arms sale: notice, days of review, determination, signer, each with its citation."""
    facts["channel"], facts["item"] = facts["channel"].upper(), facts["item"].upper()
    facts |= {"value": read_number(value), "received": read_day(received) if received else None}
    decision = ask_sale(on=read_day(day), **facts)
    if (form or ("text" if sys.stdout.isatty() else "json")) == "json":
        click.echo(json.dumps(law_data(decision), ensure_ascii=False, indent=2))
    else:
        click.echo(law_text(decision, lang or ui_language()))
