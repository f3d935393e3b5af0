"""Why the record has no number for a question, and how far a number reaches, in words."""

from __future__ import annotations

from tahqiq.catalog.language_folders import in_language
from tahqiq.record.ask import Asked
from tahqiq.reporting.words.labels import load_labels
from tahqiq.reporting.words.messages import load_messages


def tell_silence(asked: Asked, language: str) -> str:
    """Why no row is counted, in a sentence or two; empty where some are."""
    found = asked.silence
    if found is None:
        return ""
    messages, labels, register = load_messages(language), load_labels(language), asked.register
    if found.code in ("before", "outside"):
        return messages.format("asked-outside", **{"from": register.start, "to": register.end})
    named = messages.join(labels.inside(register.id, name, value) for name, value in found.values)
    told = [messages.format("asked-absent", values=named) if named else messages.format("asked-empty")]
    told += dict.fromkeys(in_language(why, language) for why in found.why)
    told += [] if found.complete else [messages.format("asked-proves-nothing")]
    return " ".join(told)


def tell_reach(asked: Asked, language: str) -> str:
    """That the time asked about goes on after the last day of the record; empty where it does not."""
    last = min(asked.as_of, asked.period[1] or asked.as_of)
    if asked.silence or last <= asked.register.end:
        return ""
    return load_messages(language).format("asked-after", date=asked.register.end)
