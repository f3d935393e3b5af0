"""A register described: what it holds, how far, what can be asked, how it can be counted, from where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tahqiq.catalog.language_folders import in_language
from tahqiq.catalog.registers import Axis, Register
from tahqiq.record.store import resources, select
from tahqiq.record.witnesses import agreements
from tahqiq.reporting.words.labels import CatalogLabels, load_labels
from tahqiq.reporting.words.messages import Messages, load_messages


def counts(register: Register) -> dict[str, int]:
    """How many rows each resource holds."""
    names = [r["name"] for r in resources(register.folder)]
    return {n: int(select(register, f"SELECT count(*) FROM {n}")[0][0]) for n in names}


def weak(register: Register) -> int | None:
    """How many rows rest on a weak source only, where the register tells the strength of its sources."""
    for resource in resources(register.folder):
        if any(f["name"] == "strength" for f in resource.get("schema", {}).get("fields", ())):
            return int(select(register, f"SELECT count(*) FROM {resource['name']} WHERE strength = 'weak'")[0][0])
    return None


def to_json(register: Register) -> dict[str, Any]:
    """The register's own description, with the size of its resources."""
    raw = {k: v for k, v in register.raw.items() if k not in ("tables", "assertions")}
    found = weak(register)
    held = {a.witness: {"compared": a.compared, "agreeing": a.agreeing} for a in agreements(register)}
    return {**raw, "rows": counts(register), "agreements": held} | ({} if found is None else {"weak": found})


def brief(register: Register, language: str) -> str:
    """Name, span, size, measures."""
    messages = load_messages(language)
    say = messages.format
    lines = [
        f"{messages.isolated(register.id)}  {in_language(register.title, language)}",
        f"  {_span(register, messages)}",
    ]
    for measure in register.measures.values():
        name = messages.isolated(f"{register.id}.{measure.id}")
        lines.append(f"  {name}  {in_language(measure.title, language)}")
    total = max(counts(register).values(), default=0)
    lines.insert(2, f"  {say('record-rows', count=total)}")
    return "\n".join(lines)


def whole(register: Register, language: str) -> str:
    """Everything a person may want to know before trusting a number of it."""
    messages, labels = load_messages(language), load_labels(language)
    return "\n".join(_whole(register, messages, labels, language))


def _whole(register: Register, messages: Messages, labels: CatalogLabels, language: str) -> Iterator[str]:
    say = messages.format
    yield brief(register, language)
    yield ""
    yield in_language(register.description, language)
    found = weak(register)
    if found is not None:
        yield say("record-weak", count=found)
    yield f"\n{say('record-dimensions')}: " + messages.join(
        in_language(d.title, language) + f" ({d.id})" for d in register.dimensions.values()
    )
    for axis in register.axes.values():
        yield from _axis(axis, messages, language)
    if register.gaps:
        yield f"\n{say('record-gaps')}"
    for gap in register.gaps:
        most = (
            say("record-gap-open") if gap.missing_at_most is None else say("record-gap", count=int(gap.missing_at_most))
        )
        where = list(dict.fromkeys(labels.value(register.id, d, c) for d, codes in gap.filters.items() for c in codes))
        when = say("record-covers", **{"from": gap.start, "to": gap.end})
        yield f"  {messages.join(where) or register.id}, {when}: {most}. {in_language(gap.why, language)}"
    yield from _witnesses(register, messages, language)
    if register.caveats:
        yield f"\n{say('record-caveats')}"
    for caveat in register.caveats:
        yield f"  - {in_language(caveat, language)}"


def _witnesses(register: Register, messages: Messages, language: str) -> Iterator[str]:
    """What a second witness says: how many cells agree, how nearly, and why others do not."""
    named = register.raw.get("witnesses", {})
    if not named:
        yield "\n" + messages.format("record-no_witness")
        return
    yield "\n" + messages.format("record-witnesses")
    for found in agreements(register):
        spec = named[found.witness]
        how = "record-agreement" if found.tolerance else "record-agreement-exact"
        within = {"within": found.tolerance * 100} if found.tolerance else {}
        yield f"  - {in_language(spec['title'], language)}: " + messages.format(
            how, agreeing=found.agreeing, compared=found.compared, **within
        )
        if spec.get("why"):
            yield f"    {in_language(spec['why'], language)}"


def _axis(axis: Axis, messages: Messages, language: str) -> Iterator[str]:
    yield f"\n{messages.format('record-axes')}: {in_language(axis.title, language)} ({axis.id})"
    for choice in axis.choices.values():
        notes = [messages.format("record-default")] if choice.id == axis.default else []
        notes += [messages.format("answer-reconstructed")] if choice.reconstructed else []
        yield f"  {messages.isolated(choice.id)}" + (f" ({messages.join(notes)})" if notes else "")
        yield f"      {in_language(choice.meaning, language)}"
        if choice.used_by:
            yield "      " + messages.format("answer-used_by", who=in_language(choice.used_by, language))


def _span(register: Register, messages: Messages) -> str:
    covers = messages.format("record-covers", **{"from": register.start, "to": register.end})
    state = messages.format("record-complete" if register.complete else "record-incomplete")
    return f"{covers}; {state}; {messages.format('record-version', version=register.version)}"
