"""What a rule required, told: the steps of a decision as text in one language, or as JSON with the words of all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tahqiq.catalog.language_folders import in_language
from tahqiq.record.buyers import buyer_name
from tahqiq.record.rules import Decision, Ground, Period, Step, load_rules
from tahqiq.release import __version__
from tahqiq.reporting.words.messages import Messages, languages, load_messages

FLAGS = {True: "yes", False: "no"}


def law_text(decision: Decision, language: str) -> str:
    """The decision as a reader sees it: a title, then each step with its citation, its doubts and its grounds."""
    say = load_messages(language)
    lines = [law_title(decision, language), ""]
    for number, step in enumerate(decision.steps, 1):
        lines += [f"{number}. {step_text(step, say)}", *(f"   {line}" for line in _notes(decision, step, say)), ""]
    read = date.fromisoformat(load_rules(decision.register)["text_as_of"])
    lines.append(say.format("law-as-of", date=read))
    return "\n".join(lines)


def law_title(decision: Decision, language: str) -> str:
    """One line that names the sale."""
    say, facts = load_messages(language), decision.facts
    return say.format(
        "law-title",
        channel=facts["channel"],
        buyer=buyer_name(decision.register, facts["buyer"], language),
        item=facts["item"],
        money=_money(facts["value"], say),
        date=decision.on,
        emergency=FLAGS[bool(facts.get("emergency"))],
        territory=FLAGS[bool(facts.get("new_sales_territory"))],
    )


def step_text(step: Step, say: Messages) -> str:
    """The answer of one step in one line."""
    value = step.value
    amount = isinstance(value, (int, float)) and step.id == "threshold"
    return say.format(f"law-{step.id}", value=_plain(value), money=_money(value, say) if amount else None)


def law_steps(decision: Decision, say: Messages) -> Iterator[tuple[str, str, str, str, list[str]]]:
    """Each step in words: its id, its text, section and law, and the notes after its citation."""
    for step in decision.steps:
        _, *notes = _notes(decision, step, say)
        yield step.id, step_text(step, say), step.section, step.law, notes


def _notes(decision: Decision, step: Step, say: Messages) -> Iterator[str]:
    language = say.language
    yield say.format("law-cite", section=step.section, law=step.law)
    if step.start or step.end:
        yield say.format("law-since", span=say.span(step.start, step.end))
    if step.says:
        yield in_language(step.says, language)
    if step.reading:
        yield say.format("law-reading")
    if step.uncertain:
        yield say.format("law-uncertain", why=in_language(step.uncertain, language))
    for part in _contents(decision, step):
        yield f"- {in_language(part, language)}"
    if step.id == load_rules(decision.register)["period"]["of"] and decision.period:
        yield from _period(decision.period, say)
    if step.grounds:
        yield say.format("law-because", grounds=say.join(_ground(g, say) for g in step.grounds))


def _period(period: Period, say: Messages) -> Iterator[str]:
    yield say.format("law-period", received=period.received, first=period.first, last=period.last)
    yield in_language(period.says, say.language)


def _ground(ground: Ground, say: Messages) -> str:
    dated = ground.test == "in" and (ground.start or ground.end)
    span = say.span(ground.start, ground.end) if dated else None
    return say.format(
        f"law-ground-{ground.test}" + ("-dated" if dated else ""),
        fact=ground.fact,
        value=_figure(ground.value, say),
        against=_figure(ground.against, say),
        span=span,
    )


def law_data(decision: Decision) -> dict[str, Any]:
    """The decision as JSON: the sale, the answers in short, and every step with its citation, grounds and words."""
    period = decision.period
    return {
        "tahqiq": __version__,
        "register": decision.register,
        "text_as_of": load_rules(decision.register)["text_as_of"],
        "sale": dict(decision.facts) | {"date": decision.on.isoformat()},
        "answers": {step.id: step.value for step in decision.steps},
        "period": _period_data(period) if period else None,
        "steps": [_step_data(decision, step) for step in decision.steps],
    }


def _period_data(period: Period) -> dict[str, Any]:
    return {
        "days": period.days,
        "received": period.received.isoformat(),
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "section": period.section,
        "reading": period.reading,
        "says": dict(period.says),
    }


def _step_data(decision: Decision, step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "value": step.value,
        "text": {language: step_text(step, load_messages(language)) for language in languages()},
        "section": step.section,
        "law": step.law,
        "from": _iso(step.start),
        "to": _iso(step.end),
        "reading": step.reading,
        "uncertain": dict(step.uncertain) if step.uncertain else None,
        "says": dict(step.says) if step.says else None,
        "content": _contents(decision, step),
        "because": [_ground_data(ground) for ground in step.grounds],
    }


def _ground_data(ground: Ground) -> dict[str, Any]:
    cite = {"from": _iso(ground.start), "to": _iso(ground.end), "section": ground.section, "law": ground.law}
    base = {"fact": ground.fact, "value": ground.value, "test": ground.test, "against": ground.against}
    return base | (cite if ground.test == "in" else {})


def _contents(decision: Decision, step: Step) -> list[dict[str, str]]:
    if step.content is None:
        return []
    parts: list[dict[str, str]] = load_rules(decision.register)["contents"][step.content]["parts"]
    return parts


def _plain(value: Any) -> str | None:
    """A value as messages select on it: `none` (Fluent's absent argument) stands for no value."""
    return None if value is None else FLAGS[value] if isinstance(value, bool) else str(value)


def _figure(value: Any, say: Messages) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return say.number(value)
    if isinstance(value, list):
        return " | ".join(map(str, value))
    return _plain(value) or "-"


def _money(value: float, say: Messages) -> str:
    return say.format("unit-USD", number=say.number(value))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
