"""A report as Markdown (CommonMark with tables). Everything quoted is escaped; right-to-left text stands in a `div`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tahqiq.model import Report
from tahqiq.release import __version__
from tahqiq.reporting.report.view import AnswerView, ClaimView, ListView, Row, View
from tahqiq.reporting.report.wording import view
from tahqiq.reporting.words.labels import Labels, Source
from tahqiq.reporting.words.messages import Messages, load_messages, shorten

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
OPENING = re.compile(r"^(\d{0,9})([.)+=-])")
"""What opens a list or underlines a heading at the head of a line."""
SAFE_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"]+")
QUOTE, ROWS = 200, 12
"""How many characters of a quote and how many rows of an answer are shown."""


def render(report: Report, language: str, *, labels: Labels | None = None) -> str:
    """The report in `language`."""
    messages = load_messages(language)
    parts = list(_Writer(messages).report(view(report, language, labels)))
    if messages.direction == "rtl":
        parts = ['<div dir="rtl">', *parts, "</div>"]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Text on one line in which Markdown finds nothing to do."""
    return OPENING.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", " ".join(text.split())))


class _Writer:
    """Writes the parts of a report as blocks, to be joined by blank lines."""

    def __init__(self, messages: Messages) -> None:
        self.messages, self.say = messages, messages.format

    def report(self, shown: View) -> Iterator[str]:
        yield f"# {escape(shown.title)}"
        yield "\n".join(self._named(name, value) for name, value in shown.facts)
        yield from self._to_correct(shown)
        yield f"## {self.say('report-verdicts')}"
        if shown.verdicts:
            rows = [(f"{v.sign} {escape(v.name)}", str(v.count), escape(v.meaning)) for v in shown.verdicts]
            yield _table((self.say("report-verdict"), "", ""), rows)
        else:
            yield shown.nothing_found
        if shown.claims:
            yield f"## {self.say('report-claims')}"
        for claim in shown.claims:
            yield from self._claim(claim)
        for found in shown.lists:
            yield from self._list(found)
        yield from self._condition(shown)
        yield "\n".join(f"- {escape(line)}" for line in shown.record)
        yield escape(self.say("report-footer", version=__version__))

    def _to_correct(self, shown: View) -> Iterator[str]:
        """What to change, each on one line: the words of the text, those to write, and why."""
        if shown.to_correct:
            yield f"## {self.say('page-correct')}"
            yield "\n".join(map(self._change, shown.to_correct))

    def _change(self, claim: ClaimView) -> str:
        words = escape(self.say("quoted", text=shorten(claim.quote, QUOTE)))
        write = f" {escape(self.say('page-write'))} **{escape(claim.write)}**." if claim.write else ""
        return f"- {claim.verdict.sign} {escape(claim.verdict.name)}: {words}{write} {escape(claim.brief)}"

    def _claim(self, claim: ClaimView) -> Iterator[str]:
        name = self.say("claim-mark", number=claim.number, verdict=claim.verdict.name)
        yield f"### {claim.verdict.sign} {escape(name)}"
        yield f"> {escape(shorten(claim.quote, QUOTE))}"
        yield escape(claim.reason)
        facts = [(self.say("claim-says"), claim.says), (self.say("claim-about"), claim.about)]
        facts += [(self.say("claim-correction"), claim.correction or ""), *claim.notes]
        yield "\n".join(self._named(key, value) for key, value in facts if value)
        if claim.answers and claim.kind_code not in ("event", "date"):
            yield self._answers(claim)
        if claim.shown and claim.shown.rows:
            yield self._named(self.say("answer-rows"), self._rows(claim.shown.rows))
        if claim.shown and claim.shown.sources:
            yield f"- {escape(self.say('answer-sources'))}: " + self.say("separator").join(
                map(_source, claim.shown.sources)
            )

    def _answers(self, claim: ClaimView) -> str:
        day = self.say("answer-column", date=claim.answers[0].as_of)
        head = (self.say("answer-definition"), day, self.say("answer-holds"))
        width = len(head) if claim.windowed else len(head) - 1
        rows = [self._answer(a, alone=len(claim.answers) == 1) for part in claim.split for a in part]
        return _table(head[:width], [row[:width] for row in rows])

    def _answer(self, answer: AnswerView, *, alone: bool) -> tuple[str, str, str]:
        notes = [self.say("answer-default")] if answer.default and not alone else []
        notes += [self.say("answer-reconstructed")] if answer.reconstructed else []
        name = self.say("noted", what=answer.definition, notes=self.messages.join(notes) if notes else None)
        holds = self.messages.join(answer.holds) if answer.holds else self.say("answer-never")
        return escape(name), escape(answer.value), escape(holds)

    def _list(self, found: ListView) -> Iterator[str]:
        yield f"## {escape(self.say('list-titled', heading=found.heading))}"
        yield escape(self.say("list-register", register=found.register, filters=found.filters))
        yield escape(self.say("separator").join(found.counts))
        if found.summary:
            yield escape(found.summary)
        for gap in found.gaps:
            yield escape(gap.text)
            yield "\n".join(f"- {escape(self._row(row))}" for row in gap.rows)
        if found.missing:
            yield escape(self.say("list-missing", rows=self._rows(found.missing)))
        if found.extra:
            yield escape(self.say("list-extra", numbers=found.extra))
        head = tuple(self.say(f"list-{name}") for name in ("number", "date", "row", "status"))
        yield _table(head, [tuple(map(escape, (i.number, i.date, i.row, i.status_name))) for i in found.items])

    def _condition(self, shown: View) -> Iterator[str]:
        """What was not checked, what is damaged, and what was mended."""
        if shown.unchecked:
            yield f"## {self.say('report-unchecked')}"
            yield "\n".join(self._named(shorten(place.quote, QUOTE), place.reason) for place in shown.unchecked)
        if shown.damage:
            yield f"## {self.say('report-damage')}"
            yield "\n".join(self._named(d.reason.rstrip("."), d.quote) for d in shown.damage)
        yield f"## {self.say('report-repairs')}"
        yield escape(shown.repairs_count)

    def _rows(self, rows: Sequence[Row]) -> str:
        said = self.messages.join(row.id for row in rows[-ROWS:])
        if len(rows) > ROWS:
            said += self.say("separator") + self.say("answer-rows_more", count=len(rows) - ROWS)
        return said

    def _row(self, row: Row) -> str:
        return self.say("row-words", row=row.id, day=row.date or None, about=row.about or None)

    def _named(self, name: str, value: str) -> str:
        return "- " + escape(self.say("claim-filter", name=name, value=value))


def _source(source: Source) -> str:
    if source.url and SAFE_ADDRESS.fullmatch(source.url):
        return f"[{escape(source.title)}](<{source.url}>)"
    return escape(source.title)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
