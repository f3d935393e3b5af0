"""What `tahqiq record new` says at its end: what was read, whether it is sound, questions, and sentences checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tahqiq.catalog.registers import Register, find_register
from tahqiq.record.making.plan import Plan
from tahqiq.reporting.words.flaws import tell_flaw
from tahqiq.reporting.words.labels import CatalogLabels
from tahqiq.reporting.words.messages import Messages, load_messages
from tahqiq.reporting.words.values import quantity

SAMPLES = 3
DERIVED = ("rank", "change")
"""What is reckoned from a measure and asked for as an example."""
WRONG = 5
"""The last sentence tells so many times the figure, to show what a wrong one looks like."""


def try_out(plan: Plan, folder: Path, language: str) -> tuple[str, int]:
    """What to say of a register that has just been made, and the exit code: 1 where it is not sound."""
    from tahqiq.record.validate import validate

    messages = load_messages(language)
    lines = [_made(plan, folder, messages)]
    lines += [messages.format(f"new-left-{left.code}", **left.details) for left in _first(plan)]
    outcome = validate(plan.name)
    if outcome.flaws:
        return "\n".join([*lines, *(tell_flaw(flaw, messages) for flaw in outcome.flaws)]), 1
    lines.append(messages.format("record-valid", register=plan.name, checks=outcome.checks))
    lines += ["", messages.format("new-ask"), *_questions(plan, folder)]
    lines += ["", messages.format("new-sentences"), *_sentences(plan, language, messages)]
    lines += ["", messages.format("new-next", folder=str(folder), parent=str(folder.parent))]
    return "\n".join(lines), 0


def _made(plan: Plan, folder: Path, messages: Messages) -> str:
    measures = ", ".join(f"{m.id} ({m.unit})" for m in plan.measures)
    asked = ", ".join([*(d.id for d in plan.dimensions), *([plan.time] if plan.time else [])])
    return messages.format("new-made", folder=str(folder), rows=len(plan.rows), measures=measures, asked=asked)


def _first(plan: Plan) -> list[Any]:
    """What was left out, of cells only the first."""
    cells = [left for left in plan.left_out if left.code == "cell"]
    return [*(left for left in plan.left_out if left.code != "cell"), *cells[:SAMPLES]]


def _picked(plan: Plan) -> list[dict[str, Any]]:
    """A few rows, the newest among them."""
    measure = plan.measures[0]
    rows = [dict(r) for r in plan.rows if measure.counted or measure.id in r]
    rows.sort(key=lambda r: str(r.get(plan.time or "")))
    return [rows[at] for at in dict.fromkeys((len(rows) - 1, len(rows) // 2, 0))][:SAMPLES]


def _questions(plan: Plan, folder: Path) -> Iterator[str]:
    """Questions on a few rows; and on the newest, what is reckoned from it."""
    measure = plan.measures[0]
    asked = [d.id for d in plan.dimensions] + ([plan.time] if plan.time and not measure.counted else [])
    told = [" ".join(f'{k}="{r[k]}"' if " " in str(r[k]) else f"{k}={r[k]}" for k in asked) for r in _picked(plan)]
    for filters in told:
        yield f"  tahqiq ask {plan.name}.{measure.id} {filters} --records {folder.parent}"
    for name in DERIVED:
        if f"{measure.id}_{name}" in find_register(plan.name).measures:
            yield f"  tahqiq ask {plan.name}.{measure.id}_{name} {told[0]} --records {folder.parent}"


def _sentences(plan: Plan, language: str, messages: Messages) -> Iterator[str]:
    """Sentences made from rows, each with what a check says of it; the last one is wrong on purpose."""
    from tahqiq.checker import check

    register = find_register(plan.name)
    rows = _picked(plan)
    for at, row in enumerate(rows):
        factor = WRONG if at == len(rows) - 1 and at else 1
        text = _sentence(plan, register, row, factor, language, messages)
        report = check(text.encode(), "text", kind="txt", language=language, today=date.today())
        found = [messages.format(f"verdict-{f.verdict}") for f in report.findings]
        yield f"  {text}\n    {', '.join(found) or messages.format('new-not-read')}"


def _value(plan: Plan, row: dict[str, Any]) -> Any:
    """The figure of a row; where rows are counted, how many there are of whom it is about."""
    measure, who = plan.measures[0], [d.id for d in plan.dimensions]
    if not measure.counted:
        return row[measure.id]
    return sum(all(other[d] == row[d] for d in who) for other in plan.rows)


def _sentence(
    plan: Plan, register: Register, row: dict[str, Any], factor: int, language: str, messages: Messages
) -> str:
    measure, labels = plan.measures[0], CatalogLabels(language)
    who = ", ".join(labels.value(plan.name, d.id, str(row[d.id])) for d in plan.dimensions)
    value = float(_value(plan, row)) * factor
    said = messages.number(value) if measure.unit == "plain" else quantity(messages, value, measure.unit)
    name = labels.measure(plan.name, measure.id)
    when = str(row[plan.time]) if plan.time and not measure.counted else "none"
    code = (
        "has" if measure.id == measure.unit else "stated" if who else "alone"
    )  # "has 411 seats", not "the seats ... were 411 seats"
    topic = register.title.get(language, plan.name)
    return messages.format(f"new-sentence-{code}", measure=name, who=who, figure=said, when=when, topic=topic)
