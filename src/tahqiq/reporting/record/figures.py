"""A question to the record and its answers in the words of one language: the figure under every definition, the
sentence to quote, its citation, and the steps through time that a chart draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tahqiq.model import Answer, Step
from tahqiq.record.ask import Asked
from tahqiq.reporting.record.silences import tell_silence
from tahqiq.reporting.words.labels import CatalogLabels, load_labels
from tahqiq.reporting.words.messages import Messages, load_messages
from tahqiq.reporting.words.phrases import capital, phrase, sentence
from tahqiq.reporting.words.values import quantity

NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class StepView:
    """From this day on the value holds."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class LineView:
    """The figure under one definition. `since` and `until` bound the window around the as-of date in which it holds.

    `missing` is how much may be missing, None where the slice is not covered whole.
    """

    definition: str
    choices: dict[str, str]
    label: str
    meanings: list[str]
    used_by: str | None
    reconstructed: bool
    default: bool
    same: list[str]
    value: float | None
    words: str
    since: date | None
    until: date | None
    window: str
    missing: float | None
    missing_words: str
    rows: int
    steps: list[StepView]


@dataclass(frozen=True, slots=True)
class RowView:
    """An entry that the figure counts; `day` is an ISO date as precise as it is known."""

    id: str
    day: str | None
    about: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source of the figure."""

    id: str
    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A question answered: `lines` has the usual definition first; `rows` and `sources` are those of that one.

    `phrase` is the measure as it was asked, in words; `reaches` is the last day that the record covers.
    `choices` are the axes that the question itself settles; `origin` is the citation without the sources.
    """

    register: str
    register_title: str
    version: str
    measure: str
    title: str
    about: str
    phrase: str
    unit: str
    as_of: date
    reaches: date
    filters: dict[str, list[str]]
    choices: dict[str, str]
    lines: list[LineView]
    sentence: str
    citation: str
    origin: str
    rows: list[RowView]
    sources: list[CitedSource]
    query: str


def figure(asked: Asked, language: str, *, since: str | None = None, until: str | None = None) -> Figure:
    """The answers in the words of a language. `since` and `until` are the bounds that were asked for, to be told."""
    return _Teller(asked, language).figure(since, until)


class _Teller:
    """Holds what every part needs."""

    def __init__(self, asked: Asked, language: str) -> None:
        self.asked = asked
        self.messages: Messages = load_messages(language)
        self.labels: CatalogLabels = load_labels(language)
        self.register, self.measure = asked.register.id, asked.measure.id

    def figure(self, since: str | None, until: str | None) -> Figure:
        asked, first = self.asked, self.asked.answers[0] if self.asked.answers else None
        lines = [self._line(a, s) for a, s in zip(asked.answers, asked.steps, strict=True)]
        title, about = self.labels.measure(self.register, self.measure), self._about(since, until)
        span = self.messages.span(since or None, until or None) if since or until else None
        return Figure(
            register=self.register,
            register_title=self.labels.register(self.register),
            version=asked.register.version,
            measure=self.measure,
            title=title,
            about=about,
            phrase=self._phrase(span),
            unit=asked.measure.unit,
            as_of=asked.as_of,
            reaches=asked.register.end,
            filters={k: list(v) for k, v in asked.reading.filters.items()},
            choices={k: v[0] for k, v in asked.reading.choices.items()},
            lines=lines,
            sentence=self._sentence(span, lines),
            citation=self._citation(first),
            origin=self._citation(None),
            rows=[self._row(row) for row in first.rows] if first else [],
            sources=[self._source(s) for s in first.sources] if first else [],
            query=first.query if first else "",
        )

    def _about(self, since: str | None, until: str | None) -> str:
        """The filters in words."""
        values = self.asked.reading.filters.items()
        parts = [self.messages.join(self.labels.value(self.register, d, c) for c in codes) for d, codes in values]
        if since or until:
            parts.append(self.messages.span(since or None, until or None))
        return self.messages.format("separator").join(parts)

    def _phrase(self, span: str | None) -> str:
        """What was asked as a phrase, with the bounds of time."""
        said = phrase(self.labels, self.messages, self.register, self.measure, self.asked.reading.filters)
        return self.messages.format("separator").join([said, *filter(None, [span])])

    def _line(self, answer: Answer, steps: tuple[Step, ...]) -> LineView:
        since, until = answer.holds[-1] if answer.holds else (None, None)
        return LineView(
            definition=answer.definition,
            choices=dict(answer.choices),
            label=self.labels.definition(self.register, answer.choices) or self.messages.format("asked-usual"),
            meanings=[self.labels.meaning(self.register, a, c) for a, c in answer.choices.items()],
            used_by=self.labels.used_by(self.register, answer.choices),
            reconstructed=self.labels.reconstructed(self.register, answer.choices),
            default=answer.default,
            same=[self._same(answer, name) for name in answer.same],
            value=answer.value,
            words=self._words(answer),
            since=since,
            until=until,
            window=self.messages.span(since, until) if since else "",
            missing=None if answer.missing_at_most == NEVER else answer.missing_at_most,
            missing_words=self._lacking(answer),
            rows=len(answer.rows),
            steps=[StepView(date.fromordinal(d), v) for d, v in steps if d < date.max.toordinal()],
        )

    def _words(self, answer: Answer) -> str:
        """The value as people write it; of an event its day."""
        if self.asked.measure.unit == "date":
            day = self.labels.row_date(self.register, answer.rows[-1]) if answer.rows else None
            return self.messages.date(day) if day else self.messages.format("unknown-value")
        return quantity(self.messages, answer.value, self.asked.measure.unit)

    def _lacking(self, answer: Answer) -> str:
        """What may be missing, in words; empty where nothing is."""
        most = answer.missing_at_most
        if most == NEVER:
            return self.messages.format("figure-not_covered")
        if not most:
            return ""
        return self.messages.format("figure-missing", most=quantity(self.messages, most, self.asked.measure.unit))

    def _same(self, answer: Answer, name: str) -> str:
        return self.labels.definition(self.register, dict(zip(answer.choices, name.split("/"), strict=True)))

    def _sentence(self, span: str | None, lines: list[LineView]) -> str:
        """What was asked, the value and its day: a sentence that can stand in an article."""
        if not lines:
            return ""
        asked, first, unit = self.asked, lines[0], self.asked.measure.unit
        why = tell_silence(asked, self.messages.language)
        if why and first.value is None:
            return self.messages.format("asked-silent", measure=capital(self._phrase(span)), why=why)
        told = sentence(
            self.labels,
            self.messages,
            self.register,
            self.measure,
            asked.reading.filters,
            value=first.words if unit == "date" or first.value is None else first.value,
            unit=unit,
            day=None if unit == "date" else min(asked.as_of, asked.register.end),
            span=span,
            last=asked.as_of >= asked.register.end,
            definition=first.label if first.choices else None,
        )
        return " ".join(filter(None, (told, why)))

    def _citation(self, first: Answer | None) -> str:
        titles = [self.labels.source(self.register, s).title for s in (first.sources[:3] if first else ())]
        return self.messages.format(
            "figure-citation",
            register=self.labels.register(self.register),
            version=self.asked.register.version,
            sources=self.messages.format("separator").join(titles) if titles else None,
            reaches=self.asked.register.end,
        )

    def _row(self, row: str) -> RowView:
        return RowView(row, self.labels.row_date(self.register, row) or None, self.labels.row(self.register, row))

    def _source(self, source: str) -> CitedSource:
        found = self.labels.source(self.register, source)
        return CitedSource(source, found.title, found.url)
