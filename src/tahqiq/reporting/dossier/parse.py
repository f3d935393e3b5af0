"""A dossier: an article in Markdown whose every number is bound to the record, worked out when it is rendered.

    The Council heard {{ figure security_council_vetoes.vetoes_cast member=USA as value }} by {{ as_of }}.

A binding stands between double braces: its kind, what it asks, and the form it takes in the text.

    {{ figure REGISTER.MEASURE NAME=VALUE ... as FORM }}   value number window since until definition sentence count
                                                            rows list table chart
                                                            (those of the last line stand alone; caption="..." names
                                                            them, columns=a,b adds columns to a list), or the name of
                                                            a filter, for its value in words
    {{ row REGISTER.TABLE ID as COLUMN }}                   a cell of one row in words; `title` says what it is about
    {{ law buyer=.. channel=.. item=.. value=.. as STEP }}  a step of the sale rules
    {{ name "P.L. 110-429" source=REGISTER.SOURCE }}        a name that holds digits, bound to the source that has it
    {{ as_of }}                                             the day the dossier is worked out for

A digit outside a binding is an error: a number nobody bound goes stale without anyone seeing it.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from tahqiq.errors import InputError
from tahqiq.reporting.dossier.faults import FaultError, unsound
from tahqiq.reporting.words.messages import languages

BINDING = re.compile(r"\{\{([^{}]*+)\}\}")
TARGET = re.compile(r"\]\([^)\s]{0,2000}\)")
"""The address of a link: no prose."""
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
INLINE = ("value", "number", "window", "since", "until", "definition", "sentence", "count")
BLOCK = ("rows", "list", "table", "chart")
EARLY = "en"
"""The language of what is wrong before the dossier has told its own."""
Found = tuple[int, Exception]
KINDS = ("figure", "row", "law", "name", "as_of")


@dataclass(frozen=True, slots=True)
class Binding:
    """What stands between braces: its kind, what it is about, what it asks, the form it takes, and its line."""

    kind: str
    what: str
    options: dict[str, str] = field(default_factory=dict)
    form: str = "value"
    line: int = 0
    text: str = ""

    @property
    def block(self) -> bool:
        """Whether it stands alone, as a table or a picture does."""
        return self.kind == "figure" and self.form in BLOCK


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier as written: its title, language and lead, and the body with `parts` of prose and bindings in turn.

    `since` is the first day it can be worked out for, where it says one.
    """

    title: str
    language: str
    lead: str
    parts: tuple[str | Binding, ...]
    since: date | None = None


def parse(text: str, source: str = "dossier") -> Dossier:
    """Read a dossier. InputError `bad_dossier` names every fault with its line, unbound digits among them."""
    front, body, offset = _front(text, source)
    language = str(front["language"])
    lead, since = str(front.get("lead", "")), front.get("since")
    return Dossier(str(front["title"]), language, lead, written(body, language, source, offset), since)


def written(body: str, language: str, source: str, offset: int = 0) -> tuple[str | Binding, ...]:
    """The body of a dossier in parts; its first line follows `offset` lines. InputError as `parse`."""
    parts, problems = _parts(body, offset)
    problems += [p for at, part in _lines(parts, offset) for p in _unbound(part, at)]
    problems += _alone(body, offset)
    if problems:
        raise unsound(source, language, problems)
    return tuple(parts)


def _front(text: str, source: str) -> tuple[dict[str, Any], str, int]:
    found = FRONT.match(text.replace("\r\n", "\n"))
    try:
        front = yaml.safe_load(found.group(1)) if found else None
    except yaml.YAMLError as problem:
        raise unsound(source, EARLY, [(1, FaultError("head"))]) from problem
    if found is None or not isinstance(front, dict) or not {"title", "language"} <= front.keys():
        raise unsound(source, EARLY, [(1, FaultError("head"))])
    if front["language"] not in languages():
        raise InputError("unknown_language", name=str(front["language"]), known=", ".join(languages()))
    if not isinstance(front.get("since"), date | None):
        raise unsound(source, front["language"], [(1, FaultError("day", text=str(front["since"])))])
    for name in ("title", "lead"):
        if any(c.isdigit() for c in str(front.get(name, ""))):
            raise unsound(source, front["language"], [(1, FaultError("digit_in_head", name=name))])
    return front, text.replace("\r\n", "\n")[found.end() :], found.group(0).count("\n")


def _parts(body: str, offset: int) -> tuple[list[str | Binding], list[Found]]:
    parts: list[str | Binding] = []
    problems: list[Found] = []
    at = 0
    for found in BINDING.finditer(body):
        line = offset + body.count("\n", 0, found.start()) + 1
        parts.append(body[at : found.start()])
        try:
            parts.append(_binding(found.group(1), line))
        except ValueError as problem:
            problems.append((line, problem))
            parts.append(Binding("as_of", "", line=line))
        at = found.end()
    return [*parts, body[at:]], problems


def _binding(text: str, line: int) -> Binding:
    """Read what stands between braces; a FaultError says what is wrong with it."""
    try:
        words = shlex.split(" ".join(text.split()))
    except ValueError as problem:
        raise FaultError("unclosed", text=text.strip()) from problem
    if not words or words[0] not in KINDS:
        raise FaultError("unknown_binding", text=text.strip(), known=", ".join(KINDS))
    kind, *rest = words
    form = "value"
    if len(rest) >= 2 and rest[-2] == "as":
        form, rest = rest[-1], rest[:-2]
    loose = [w for w in rest if "=" not in w] if kind != "name" else rest[:1]
    options = dict(w.split("=", 1) for w in rest if w not in loose)
    wanted = {"figure": 1, "row": 2, "law": 0, "name": 1, "as_of": 0}[kind]
    if len(loose) != wanted:
        raise FaultError("plain_words", text=text.strip(), wanted=wanted, found=len(loose))
    if kind == "figure" and form not in (*INLINE, *BLOCK, *options):
        raise FaultError("unknown_form", form=form, known=", ".join((*INLINE, *BLOCK)))
    if kind == "name" and "source" not in options:
        raise FaultError("no_source_named", text=text.strip())
    return Binding(kind, " ".join(loose), options, form, line, " ".join(text.split()))


def _lines(parts: list[str | Binding], offset: int) -> Iterator[tuple[int, str]]:
    """The prose between bindings, each with the number of its first line."""
    line = offset + 1
    for part in parts:
        if isinstance(part, Binding):
            line = part.line + part.text.count("\n")
        else:
            yield line, part
            line += part.count("\n")


def _unbound(prose: str, first: int) -> Iterator[Found]:
    for at, line in enumerate(TARGET.sub("]", prose).split("\n")):
        digits = re.search(r"\S*\d\S*", line)
        if digits:
            yield first + at, FaultError("unbound", text=digits.group(0))


def _alone(body: str, offset: int) -> Iterator[Found]:
    """Tables, lists and pictures stand in a paragraph of their own."""
    for found in BINDING.finditer(body):
        words = found.group(1).split()
        if words[:1] == ["figure"] and words[-1] in BLOCK:
            before, after = body[: found.start()], body[found.end() :]
            if (before and not before.endswith("\n\n")) or (after and not after.startswith("\n\n") and after.strip()):
                yield offset + body.count("\n", 0, found.start()) + 1, FaultError("alone", form=words[-1])
