"""The answers to a question, as text and as data."""

from __future__ import annotations

from typing import Any

from tahqiq.catalog.version import chosen
from tahqiq.model import Answer
from tahqiq.record.ask import Asked
from tahqiq.reporting.record.silences import tell_reach, tell_silence
from tahqiq.reporting.report.html import environment
from tahqiq.reporting.words.labels import CatalogLabels, load_labels
from tahqiq.reporting.words.messages import Messages, languages, load_messages
from tahqiq.reporting.words.values import quantity

SHOWN = 12
"""How many rows the text lists at most; the data lists all."""


def to_json(asked: Asked) -> dict[str, Any]:
    """The question and every answer, as plain data."""
    return {
        "register": asked.register.id,
        "measure": asked.measure.id,
        "filters": {k: v[0] if len(v) == 1 else list(v) for k, v in asked.reading.filters.items()},
        "choices": {k: v[0] for k, v in asked.reading.choices.items()},
        "unit": asked.measure.unit,
        "as_of": asked.as_of.isoformat(),
        "answers": [_answer(a) for a in asked.answers],
        "silence": _silence(asked),
        "record_version": chosen(),
        "record": {
            "version": asked.register.version,
            "from": asked.register.start.isoformat(),
            "to": asked.register.end.isoformat(),
        },
    }


def _silence(asked: Asked) -> dict[str, str] | None:
    """Why no row is counted: a code, and the words in every language; None where some are."""
    if asked.silence is None:
        return None
    return {"code": asked.silence.code, **{language: tell_silence(asked, language) for language in languages()}}


def _answer(a: Answer) -> dict[str, Any]:
    missing = a.missing_at_most
    return {
        "definition": a.definition,
        "choices": dict(a.choices),
        "default": a.default,
        "same": list(a.same),
        "value": a.value,
        "holds": [[w[0].isoformat(), w[1].isoformat() if w[1] else None] for w in a.holds],
        "missing_at_most": None if missing == float("inf") else missing,
        "covered": missing != float("inf"),
        "query": a.query,
        "rows": list(a.rows),
        "sources": list(a.sources),
    }


def render(asked: Asked, language: str) -> str:
    """The value under every definition, with its window; the rows and sources of the usual one."""
    messages, labels = load_messages(language), load_labels(language)
    named = [f"{messages.format('report-record_version')}: {messages.isolated(name)}"] if (name := chosen()) else []
    lines = [_title(asked, messages, labels), *_reach(asked, language), *named, ""]
    for answer in asked.answers if asked.answers and asked.answers[0].value is not None else ():
        lines += _shown(answer, asked, messages, labels)
    lines += _behind(asked, messages, labels)
    return "\n".join(lines)


def brief(asked: Asked, language: str) -> str:
    """Every way of counting as one table, for a notebook."""
    messages, labels = load_messages(language), load_labels(language)
    usual = messages.format("asked-usual")
    rows = [
        (
            labels.definition(asked.register.id, a.choices) or usual,
            quantity(messages, a.value, asked.measure.unit),
            _window(a, messages),
        )
        for a in asked.answers
    ]
    return (
        environment()
        .get_template("notebook.html.j2")
        .render(
            direction=messages.direction,
            title=_title(asked, messages, labels),
            facts=[(labels.register(asked.register.id), line) for line in _reach(asked, language)],
            heads=[messages.format(name) for name in ("asked-definition", "asked-value", "asked-window-title")],
            rows=rows,
        )
    )


def _title(asked: Asked, messages: Messages, labels: CatalogLabels) -> str:
    filters = messages.format("separator").join(
        f"{labels.dimension(asked.register.id, k)}: {messages.join(labels.value(asked.register.id, k, c) for c in v)}"
        for k, v in asked.reading.filters.items()
    )
    name = labels.measure(asked.register.id, asked.measure.id)
    return messages.format("asked-title", measure=f"{name} ({filters})" if filters else name, date=asked.as_of)


def _reach(asked: Asked, language: str) -> list[str]:
    """How far the record reaches, and why it has no number, where that has to be said."""
    return [line for line in (tell_reach(asked, language), tell_silence(asked, language)) if line]


def _shown(a: Answer, asked: Asked, messages: Messages, labels: CatalogLabels) -> list[str]:
    say = messages.format
    name = labels.definition(asked.register.id, a.choices) or say("asked-usual")
    notes = [say("asked-usual")] if a.default and a.choices else []
    notes += [say("answer-reconstructed")] if labels.reconstructed(asked.register.id, a.choices) else []
    if a.missing_at_most == float("inf"):
        notes.append(say("asked-not-covered"))
    elif a.missing_at_most:
        notes.append(_lacking(a.missing_at_most, asked.measure.unit, messages))
    value = quantity(messages, a.value, asked.measure.unit)
    lines = [
        f"  {messages.isolated(value)}  {_window(a, messages)}",
        f"      {name}" + (f" ({'; '.join(notes)})" if notes else ""),
    ]
    used = labels.used_by(asked.register.id, a.choices)
    if used:
        lines.append("      " + say("answer-used_by", who=used))
    if a.same:
        same = [
            labels.definition(asked.register.id, dict(zip(a.choices, s.split("/"), strict=True))) for s in a.same[:3]
        ]
        more = "" if len(a.same) <= 3 else f" (+{len(a.same) - 3})"
        lines.append("      " + say("asked-same", definitions="; ".join(same)) + more)
    return lines


def _lacking(missing: float, unit: str | None, messages: Messages) -> str:
    """How much may be missing: an amount in its unit, a count in entries."""
    if (unit or "").isupper():
        return messages.format("asked-missing-amount", amount=quantity(messages, missing, unit))
    return messages.format("asked-missing", count=int(missing))


def _window(a: Answer, messages: Messages) -> str:
    if not a.holds:
        return messages.format("asked-never")
    low, high = a.holds[-1]
    if high is None:
        return messages.format("asked-window-open", **{"from": low})
    return messages.format("asked-window", **{"from": low, "to": high})


def _behind(asked: Asked, messages: Messages, labels: CatalogLabels) -> list[str]:
    first = asked.answers[0]
    if not first.rows:
        return []
    say = messages.format
    lines = ["", say("asked-rows") + f" ({say('record-rows', count=len(first.rows))})"]
    for row in first.rows[-SHOWN:]:
        words = labels.row(asked.register.id, row)
        day = labels.row_date(asked.register.id, row)
        lines.append("  " + "  ".join(filter(None, [messages.date(day) if day else "", messages.isolated(row), words])))
    if len(first.rows) > SHOWN:
        lines.append("  " + say("answer-rows_more", count=len(first.rows) - SHOWN))
    lines += ["", say("asked-sources")]
    for source in first.sources:
        found = labels.source(asked.register.id, source)
        lines.append(f"  {found.title}" + (f" <{found.url}>" if found.url else ""))
    return [*lines, "", say("asked-query"), f"  {first.query}"]
