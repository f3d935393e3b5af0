"""A dossier worked out for a day: every binding with its words, and a note that says definition, day and source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tahqiq.catalog.dates import parse_day
from tahqiq.catalog.registers import load_registers
from tahqiq.catalog.sources import load_sources
from tahqiq.errors import TahqiqError, UsageError
from tahqiq.record.ask import ask
from tahqiq.record.browse import rows_of
from tahqiq.record.buyers import find_buyer
from tahqiq.record.rules import decide, load_rules
from tahqiq.record.tables import load_table
from tahqiq.reporting.dossier.faults import FaultError, unsound
from tahqiq.reporting.dossier.parse import Binding, Dossier
from tahqiq.reporting.law import law_title, step_text
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.record.figures import CitedSource, Figure, LineView, figure
from tahqiq.reporting.words.labels import load_labels
from tahqiq.reporting.words.messages import Messages, load_messages
from tahqiq.reporting.words.values import quantity

LAYOUT = ("caption", "columns")
BOUNDS = ("as_of", "since", "until")
FLAGS = ("emergency", "new_sales_territory")
LAW = "arms_export_law"


@dataclass(frozen=True, slots=True)
class Note:
    """Where a number comes from: what it is, how it is counted, as of when, and its sources; `brief` goes beside it."""

    text: str
    sources: tuple[CitedSource, ...]
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A binding worked out. `words` is what stands in the text; block forms are drawn from `figure`.

    A list may have further `columns`, with `cells` for each row.
    """

    binding: Binding
    words: str
    note: Note | None
    figure: Figure | None = None
    columns: tuple[str, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """A dossier worked out for a day: prose and filled bindings in turn."""

    dossier: Dossier
    as_of: date
    parts: tuple[str | Filled, ...]


def bind(dossier: Dossier, as_of: date) -> Bound:
    """Work out every binding for a day. InputError `bad_dossier` names each that the record cannot answer.

    UsageError `dossier_too_early` for a day before the dossier can be worked out at all.
    """
    if dossier.since and as_of < dossier.since:
        raise UsageError("dossier_too_early", source=dossier.title, date=as_of, since=dossier.since)
    binder = _Binder(dossier.language, as_of)
    parts: list[str | Filled] = []
    problems: list[tuple[int, Exception]] = []
    for part in dossier.parts:
        if isinstance(part, str):
            parts.append(part)
            continue
        try:
            parts.append(binder.filled(part))
        except (TahqiqError, ValueError, KeyError) as problem:
            problems.append((part.line, problem))
    if problems:
        raise unsound(dossier.title, dossier.language, problems)
    return Bound(dossier, as_of, tuple(parts))


class _Binder:
    """Fills bindings in one language, for one day."""

    def __init__(self, language: str, as_of: date) -> None:
        self.language, self.as_of = language, as_of
        self.messages: Messages = load_messages(language)
        self.labels = load_labels(language)

    def filled(self, binding: Binding) -> Filled:
        """The binding with its words. ValueError or an error of ours where there is no answer."""
        if binding.kind == "as_of":
            return Filled(binding, self.messages.date(self.as_of), None)
        filler = {"figure": self._figure, "row": self._row, "law": self._law, "name": self._name}
        return filler[binding.kind](binding)

    def _figure(self, binding: Binding) -> Filled:
        options = {name: value for name, value in binding.options.items() if name not in LAYOUT}
        when, since, until = (options.pop(name, None) for name in BOUNDS)
        day = min(parse_day(when, last=True), self.as_of) if when else self.as_of
        shown = figure(ask(binding.what, options, as_of=day, since=since, until=until), self.language)
        if not shown.lines or (not shown.lines[0].rows and shown.lines[0].value is None):
            raise FaultError("no_answer", text=binding.text)
        brief = shown.lines[0].label if shown.lines[0].choices else shown.register_title
        note = Note(f"{shown.sentence} {shown.origin}", tuple(shown.sources), brief)
        words = self._words(binding, shown, shown.lines[0])
        return Filled(binding, words, note, shown, *self._columns(binding, shown))

    def _columns(self, binding: Binding, shown: Figure) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """The further columns of a list, and their cells for each of its rows."""
        wanted = [name for name in binding.options.get("columns", "").split(",") if name]
        if not wanted:
            return (), ()
        register = load_registers()[shown.register]
        table, words = load_table(shown.register, register.measures[shown.measure].table), Words(self.language)
        named = {c.name: (at, c) for at, c in enumerate(table.columns)}
        unknown = [name for name in wanted if name not in named]
        if unknown:
            raise FaultError("no_column", name=unknown[0], known=", ".join(named))
        columns = [named[name] for name in wanted]
        found = {row.id: rows_of(table, row.id)[0] for row in shown.rows}
        cells = tuple(tuple(words.cell(register.id, c, found[r.id][at]) for at, c in columns) for r in shown.rows)
        return tuple(words.column(register, c) for _, c in columns), cells

    def _words(self, binding: Binding, shown: Figure, line: LineView) -> str:
        say = self.messages
        told: dict[str, Any] = {
            "value": line.words,
            "number": say.number(line.value) if line.value is not None else say.format("unknown-value"),
            "window": line.window,
            "since": say.date(line.since) if line.since else "",
            "until": say.date(line.until) if line.until else "",
            "definition": line.label,
            "sentence": shown.sentence,
            "count": quantity(say, line.rows, "rows"),
        }
        told |= {name: say.join(self._value(shown, name, v) for v in codes) for name, codes in shown.filters.items()}
        words = str(told.get(binding.form, shown.title))
        if not words:
            raise FaultError("nothing_said", form=binding.form, text=binding.text)
        return words

    def _value(self, shown: Figure, dimension: str, code: str) -> str:
        return self.labels.value(shown.register, dimension, code)

    def _row(self, binding: Binding) -> Filled:
        place, row = binding.what.split(" ", 1)
        register, _, table = place.partition(".")
        found = load_table(register, table)
        rows = rows_of(found, row)
        if not rows:
            raise FaultError("no_row", row=row, place=place)
        day = next((self._day(found, r) for r in rows), None)
        if day is not None and day > self.as_of:
            raise FaultError("later", row=row, day=self.messages.date(day))
        names = [c.name for c in found.columns]
        sources = dict.fromkeys(s for r in rows for s in str(r[names.index("sources")] or "").split(";") if s)
        about = self.messages.format("dossier-row", row=row, register=self.labels.register(register))
        version = self.messages.format("record-version", version=load_registers()[register].version)
        cited = tuple(CitedSource(s, *self.labels.source(register, s)) for s in sources)
        words = self._cell(register, binding.form, names, rows, row)
        return Filled(binding, words, Note(f"{about}, {version}.", cited))

    def _cell(self, register: str, form: str, names: list[str], rows: list[tuple[Any, ...]], row: str) -> str:
        if form in ("title", "value"):
            return self.labels.row(register, row)
        if form not in names:
            raise FaultError("no_column", name=form, known=", ".join(names))
        values = dict.fromkeys(r[names.index(form)] for r in rows if r[names.index(form)] is not None)
        if not values:
            raise FaultError("no_value", row=row, form=form)
        return self.messages.join(self._plain(register, form, value) for value in values)

    def _plain(self, register: str, column: str, value: Any) -> str:
        text = value.isoformat() if isinstance(value, date) else value
        if column == "date" or isinstance(value, date):
            return self.messages.date(text)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return self.messages.number(value)
        return self.labels.value(register, column, str(text))

    def _day(self, table: Any, row: tuple[Any, ...]) -> date | None:
        names = [c.name for c in table.columns]
        value = row[names.index(table.day)] if table.day in names else None
        return value if isinstance(value, date) else None

    def _law(self, binding: Binding) -> Filled:
        options = dict(binding.options)
        read = date.fromisoformat(load_rules(LAW)["text_as_of"])
        day = parse_day(options.pop("date")) if "date" in options else min(self.as_of, read)
        flags = {name: options.pop(name) == "true" for name in FLAGS if name in options}
        facts: dict[str, Any] = {**options, **flags, "value": float(options["value"])}
        facts["buyer"] = find_buyer(LAW, facts["buyer"])
        decision = decide(LAW, facts, day)
        steps = {step.id: step for step in decision.steps}
        if binding.form not in steps:
            raise FaultError("no_step", form=binding.form, known=", ".join(steps))
        step = steps[binding.form]
        cited = self.messages.format("law-cite", section=step.section, law=step.law)
        text = f"{law_title(decision, self.language)}. {cited}. {self.messages.format('law-as-of', date=read)}"
        return Filled(binding, step_text(step, self.messages), Note(text, ()))

    def _name(self, binding: Binding) -> Filled:
        register, _, source = binding.options["source"].partition(".")
        if source not in load_sources(register):
            raise FaultError("no_source", source=source, register=register, known=", ".join(load_sources(register)))
        found = CitedSource(source, *self.labels.source(register, source))
        return Filled(binding, binding.what, Note(self.messages.format("dossier-name", name=binding.what), (found,)))


def to_json(bound: Bound) -> dict[str, Any]:
    """The dossier as data: its bindings with their words and notes."""
    return {
        "title": bound.dossier.title,
        "language": bound.dossier.language,
        "as_of": bound.as_of.isoformat(),
        "bindings": list(_listed(bound)),
    }


def _listed(bound: Bound) -> Iterator[dict[str, Any]]:
    for part in bound.parts:
        if isinstance(part, Filled):
            note = part.note
            line = part.figure.lines[0] if part.figure else None
            yield {
                "binding": part.binding.text,
                "form": part.binding.form,
                "words": part.words,
                "note": note.text if note else None,
                "definition": line.definition if line else None,
                "value": line.value if line else None,
                "sources": [{"id": s.id, "title": s.title, "url": s.url} for s in note.sources] if note else [],
            }
