"""A report for a terminal.

Each right-to-left line opens with U+200F and stands between U+2067 and U+2069: a terminal that finds the direction
of a line by its first letter, one that holds every line to be left-to-right, and one that knows no direction at all
show its parts in their order. Colour only underlines what words and signs say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from tahqiq.model import Report
from tahqiq.reporting.report.context import excerpt, in_sentences
from tahqiq.reporting.report.view import AnswerView, ClaimView, ListView, Row, Verdict, View
from tahqiq.reporting.report.wording import view
from tahqiq.reporting.words.labels import Labels, Source
from tahqiq.reporting.words.messages import Messages, clean, load_messages, shorten

COLOURS = {
    "supported": "32",
    "supported_under": "36",
    "outdated": "33",
    "mixed": "35",
    "contradicted": "31",
    "ambiguous": "33",
}
PLAIN = "2"
BOLD = "1"
MARK, OPEN, CLOSE = "\u200f", "\u2067", "\u2069"
QUOTE, SENTENCE, SOURCE, DAMAGE = 110, 240, 70, 70
"""How many characters of a quote, its sentence, the title of a source and damaged text are shown."""
ROWS, SOURCES, VALUES = 6, 2, 5
"""How many rows, sources and further values of an answer are shown."""


def render(report: Report, language: str, *, color: bool, width: int, labels: Labels | None = None) -> str:
    """The report as lines of at most `width` columns, in `language`."""
    lines = _Lines(load_messages(language), color, max(40, width))
    shown = view(report, language, labels)
    _head(shown, lines)
    _claims(shown, lines, in_sentences(report.text))
    for found in shown.lists:
        _list(found, lines)
    _damage(shown, lines)
    _foot(shown, lines)
    return str(lines)


class _Lines:
    """Lines of output, wrapped, indented and directed."""

    def __init__(self, messages: Messages, color: bool, width: int) -> None:
        self.say, self.messages, self.color, self.width = messages.format, messages, color, width
        self.rtl = messages.direction == "rtl"
        self.lines: list[str] = []

    def __str__(self) -> str:
        return "\n".join(self.lines).strip("\n") + "\n"

    def add(self, text: str, indent: int = 0, hang: int = 0, style: str = "") -> None:
        """A paragraph: its first line indented, the following ones `hang` further."""
        for at, line in enumerate(wrap(text, self.width - indent - hang)):
            self.lines.append(self._directed(" " * (indent + (hang if at else 0)) + self.painted(line, style)))

    def title(self, text: str) -> None:
        """A heading, with a blank line before it."""
        self.blank()
        self.add(text, style=BOLD)

    def blank(self) -> None:
        """An empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def painted(self, text: str, style: str) -> str:
        """The text in a colour, when colour is wanted."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.color and style and text else text

    def _directed(self, line: str) -> str:
        return f"{MARK}{OPEN}{line}{CLOSE}" if self.rtl and line else line


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, broken at blanks; a longer word has a line of its own."""
    lines: list[str] = []
    used = 0
    for word in text.split():
        size = columns(word)
        if lines and used + 1 + size <= width:
            lines[-1] += " " + word
            used += 1 + size
        else:
            lines.append(word)
            used = size
    return closed(lines)


def columns(text: str) -> int:
    """How many columns a text takes: marks and signs of direction take none, wide letters two."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return wide + sum(unicodedata.category(c) not in ("Mn", "Me", "Cf") for c in text)


def closed(lines: Iterable[str]) -> list[str]:
    """Lines whose isolates are closed at the end of a line and opened again on the next, after its indentation."""
    told, opened = [], ""
    for line in lines:
        words = line.lstrip(" ")
        line = line[: len(line) - len(words)] + opened + words
        stack = ""
        for char in line:
            if char in "\u2066\u2067\u2068":
                stack += char
            elif char == "\u2069":
                stack = stack[:-1]
        told.append(line + "\u2069" * len(stack))
        opened = stack
    return told


def _head(shown: View, lines: _Lines) -> None:
    lines.add(shown.title, style=BOLD)
    for name, value in shown.facts:
        lines.add(lines.say("claim-filter", name=name, value=value), hang=2)
    lines.title(lines.say("report-verdicts"))
    if not shown.claims and not shown.lists:
        lines.add(shown.nothing_found, indent=2)
    for verdict in shown.verdicts:
        lines.add(f"{verdict.sign} {_counted(lines, verdict)}", indent=2, style=_style(verdict))
    for found in shown.lists:
        counts = lines.say("separator").join(found.counts)
        lines.add(lines.say("claim-filter", name=lines.say("list-short"), value=counts), indent=2, hang=2)


def _counted(lines: _Lines, verdict: Verdict) -> str:
    return lines.say("list-status_count", status=verdict.name, count=verdict.count)


def _style(verdict: Verdict) -> str:
    return COLOURS.get(verdict.code, PLAIN)


def _claims(shown: View, lines: _Lines, sentence: Callable[[int, int], str]) -> None:
    if shown.claims:
        lines.title(lines.say("report-claims"))
    brief, told = False, ""
    for claim in shown.claims:
        if not (brief and _is_brief(claim)):
            lines.blank()
        brief, before, told = _is_brief(claim), told, sentence(claim.start, claim.end)
        _claim(claim, lines, told if told != before else "")


def _is_brief(claim: ClaimView) -> bool:
    """An entry of the record that was found needs no more words than that."""
    return claim.verdict.code == "supported" and claim.kind_code == "event"


def _claim(claim: ClaimView, lines: _Lines, sentence: str) -> None:
    """A claim, and its sentence where it has one that the claim before it does not stand in."""
    say = lines.say
    name = say("claim-mark", number=claim.number, verdict=claim.verdict.name)
    lines.add(f"{claim.verdict.sign} {name}", style=_style(claim.verdict))
    quote = clean(claim.quote)
    lines.add(say("quoted", text=shorten(quote, QUOTE)), indent=2, style=BOLD)
    if sentence and quote not in (sentence, sentence[:-1]):
        said = excerpt(sentence, quote, SENTENCE)
        lines.add(say("claim-filter", name=say("claim-sentence"), value=said), indent=2, hang=2)
    if claim.about and not _is_brief(claim):
        lines.add(claim.about, indent=2, hang=2)
    lines.add(say("claim-group", others=claim.told_by) if claim.told_by else claim.reason, indent=2)
    corrected = [(say("claim-correction"), claim.correction)] if claim.correction else []
    for name, value in (*corrected, *claim.notes):
        lines.add(say("claim-filter", name=name, value=value), indent=2, hang=2)
    if not _is_brief(claim):
        _answers(claim, lines)
    if claim.shown and claim.shown.sources:
        sources = lines.messages.join(map(_source, claim.shown.sources[:SOURCES]))
        if len(claim.shown.sources) > SOURCES:
            sources += say("separator") + say("answer-rows_more", count=len(claim.shown.sources) - SOURCES)
        lines.add(say("claim-filter", name=say("answer-sources"), value=sources), indent=2, hang=2)


def _answers(claim: ClaimView, lines: _Lines) -> None:
    for answer in claim.split[0]:
        _answer(answer, lines, alone=len(claim.answers) == 1)
    _others(claim, lines)
    if claim.shown and claim.shown.rows:
        _rows(claim.shown.rows, lines)


def _answer(answer: AnswerView, lines: _Lines, *, alone: bool) -> None:
    say = lines.say
    notes = [say("answer-default")] if answer.default and not alone else []
    notes += [say("answer-reconstructed")] if answer.reconstructed else []
    name = say("noted", what=answer.definition, notes=lines.messages.join(notes) if notes else None)
    when = say("value-on", value=answer.value, date=answer.as_of)
    lines.add(say("claim-filter", name=name, value=when), indent=2, hang=4)
    if answer.holds:
        holds = lines.messages.join(answer.holds)
        lines.add(say("claim-filter", name=say("answer-holds"), value=holds), indent=4, hang=2)


def _others(claim: ClaimView, lines: _Lines) -> None:
    rest = claim.split[1]
    if rest:
        values = list(dict.fromkeys(a.value for a in rest))
        told = lines.messages.join(values[:VALUES])
        if len(values) > VALUES:
            told += lines.say("separator") + lines.say("answer-rows_more", count=len(values) - VALUES)
        lines.add(lines.say("answer-others", count=len(rest), values=told), indent=2, hang=2)


def _rows(rows: Sequence[Row], lines: _Lines, indent: int = 2) -> None:
    """The ids of rows: all of a few, else the first and how many more."""
    said = lines.messages.join([*(r.id for r in rows[-ROWS:])])
    if len(rows) > ROWS:
        said += lines.say("separator") + lines.say("answer-rows_more", count=len(rows) - ROWS)
    lines.add(lines.say("claim-filter", name=lines.say("answer-rows"), value=said), indent=indent, hang=2)


def _source(source: Source) -> str:
    """The title of a source and its address, where it has one."""
    title = shorten(source.title, SOURCE)
    return f"{title} <{source.url}>" if source.url else title


def _list(found: ListView, lines: _Lines) -> None:
    say = lines.say
    lines.title(say("list-titled", heading=found.heading))
    lines.add(say("list-register", register=found.register, filters=found.filters), indent=2, hang=2)
    lines.add(say("separator").join(found.counts), indent=2, hang=2)
    for text in _list_sentences(found, lines):
        lines.add(text, indent=2, hang=2)
    for item in found.items:
        if item.status not in ("matched", "lost"):
            said = [p for p in (item.number, item.status_name, item.date, item.row) if p]
            lines.add(say("separator").join(said), indent=4, hang=2)


def _list_sentences(found: ListView, lines: _Lines) -> Iterator[str]:
    if found.summary:
        yield found.summary
    for gap in found.gaps:
        yield f"{gap.text} {lines.messages.join(r.id for r in gap.rows)}"
    if found.missing:
        yield lines.say("list-missing", rows=lines.messages.join(r.id for r in found.missing))
    if found.extra:
        yield lines.say("list-extra", numbers=found.extra)


def _damage(shown: View, lines: _Lines) -> None:
    if not shown.damage:
        return
    lines.title(lines.say("report-damage"))
    for place in shown.damage:
        lines.add(place.reason, indent=2, hang=2)
        if place.quote:
            lines.add(lines.say("quoted", text=shorten(place.quote, DAMAGE)), indent=4, style=PLAIN)


def _foot(shown: View, lines: _Lines) -> None:
    lines.blank()
    if shown.unchecked:
        lines.add(lines.say("report-unchecked_count", count=len(shown.unchecked)))
    lines.add(shown.repairs_count)
    for line in shown.record:
        lines.add(line, hang=2)
