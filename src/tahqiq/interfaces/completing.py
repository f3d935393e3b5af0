"""What the shell offers while a call is typed: registers, measures, filters and their values, verdicts."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

from tahqiq.errors import TahqiqError

MOST = 60
"""How many values are offered."""


def registers(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """The registers, each with its title."""
    from tahqiq.catalog.registers import load_registers
    from tahqiq.interfaces.telling import ui_language
    from tahqiq.reporting.words.labels import load_labels

    labels = load_labels(ui_language())
    return _fitting(typed, ((register, labels.register(register)) for register in load_registers()))


def measures(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """The measures as `register.measure`, each with its title."""
    from tahqiq.catalog.registers import load_registers
    from tahqiq.interfaces.telling import ui_language
    from tahqiq.reporting.words.labels import load_labels

    labels = load_labels(ui_language())
    listed = ((f"{r.id}.{m}", labels.measure(r.id, m)) for r in load_registers().values() for m in r.measures)
    return _fitting(typed, listed)


def filters(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """The dimensions and axes of the measure that is asked, as `name=`; after that the values that it has."""
    name, sign, value = typed.partition("=")
    try:
        return _values(ctx.params.get("measure") or "", name, value) if sign else _names(ctx, typed)
    except TahqiqError:  # what is typed so far names nothing
        return []


def verdicts(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """The verdicts, after those that are typed already."""
    from tahqiq.model import VERDICTS

    before, comma, last = typed.rpartition(",")
    return [CompletionItem(f"{before}{comma}{code}") for code in VERDICTS if code.startswith(last)]


def _names(ctx: click.Context, typed: str) -> list[CompletionItem]:
    from tahqiq.catalog.registers import find_measure

    register, measure = find_measure(ctx.params.get("measure") or "")
    base = register.measures[measure.of] if measure.of else measure
    names = (*base.dimensions, *base.axes, *measure.own_axes, "since", "until")
    return [CompletionItem(f"{name}=", type="nospace") for name in names if name.startswith(typed)]


def _values(asked: str, name: str, typed: str) -> list[CompletionItem]:
    from tahqiq.catalog.registers import find_measure
    from tahqiq.record.naming import held, names_of

    register, measure = find_measure(asked)
    if name in register.axes:
        return [CompletionItem(f"{name}={c}") for c in register.axes[name].choices if c.startswith(typed)]
    base = register.measures[measure.of] if measure.of else measure
    if name not in base.dimensions:
        return []
    before, comma, last = typed.rpartition(",")
    told = names_of(register.id, base.id, name)
    codes = sorted(code for code in held(register, base, name) if code.casefold().startswith(last.casefold()))
    return [CompletionItem(f"{name}={before}{comma}{code}", help=next(iter(told[code]), None)) for code in codes[:MOST]]


def _fitting(typed: str, listed: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    return [CompletionItem(name, help=told) for name, told in listed if name.startswith(typed)]
