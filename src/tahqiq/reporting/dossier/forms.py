"""A worked-out dossier as Markdown or HTML: every number with a note that says where it comes from."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from tahqiq.errors import UsageError
from tahqiq.reporting.dossier.bind import Bound, Filled, Note
from tahqiq.reporting.record.figures import Figure
from tahqiq.reporting.record.pictures import described, picture
from tahqiq.reporting.report.html import environment
from tahqiq.reporting.report.markdown import SPECIAL
from tahqiq.reporting.report.markdown import escape as plain
from tahqiq.reporting.words.messages import Messages, load_messages
from tahqiq.reporting.words.phrases import capital

OPEN, CLOSE = "\ue000", "\ue001"
"""Private characters that hold the place of a binding while Markdown is read."""
PLACE = re.compile(f"(?:<p>)?{OPEN}(\\d+){CLOSE}(?:</p>)?")
FEW = 3
"""From how many headings a list of them is worth its room."""
Address = Callable[[Figure], str | None]


@dataclass
class _Notes:
    """The notes in the order they are first needed; the same note is told once."""

    found: list[Note] = field(default_factory=list)

    def number(self, note: Note) -> int:
        """The number of a note, from 1."""
        if note not in self.found:
            self.found.append(note)
        return self.found.index(note) + 1


def markdown(bound: Bound) -> str:
    """The dossier as CommonMark with tables and footnotes."""
    messages, notes = load_messages(bound.dossier.language), _Notes()
    body = "".join(p if isinstance(p, str) else _markdown(p, messages, notes) for p in bound.parts)
    head = f"# {plain(bound.dossier.title)}\n\n"
    if bound.dossier.lead:
        head += f"{plain(bound.dossier.lead)}\n\n"
    told = "\n".join(f"[^{at}]: {_note_markdown(note)}" for at, note in enumerate(notes.found, 1))
    text = f"{head}{body.strip()}\n\n{told}\n"
    return f'<div dir="rtl">\n\n{text}\n</div>\n' if messages.direction == "rtl" else text


def html(bound: Bound, *, figures: Address | None = None, charts: Address | None = None) -> Markup:
    """The body of the dossier as HTML. `figures` gives the address of a figure's page, `charts` that of its picture.

    Without `charts` pictures are put into the text. UsageError when Markdown cannot be read for want of its library.
    """
    try:
        from markdown_it import MarkdownIt
    except ImportError as problem:
        raise UsageError("needs_extra", kind="dossier", extra="web") from problem
    fills = [p for p in bound.parts if isinstance(p, Filled)]
    places = {id(fill): f"{OPEN}{at}{CLOSE}" for at, fill in enumerate(fills)}
    source = "".join(p if isinstance(p, str) else places[id(p)] for p in bound.parts)
    drawn = MarkdownIt("commonmark", {"html": False}).enable("table").render(source)
    notes = _Notes()
    draw = _Drawing(load_messages(bound.dossier.language), notes, figures, charts)
    listed, drawn = _contents(drawn, draw.messages)
    body = PLACE.sub(lambda found: draw.filled(fills[int(found.group(1))], found.group(0)), drawn)
    return Markup(listed + body + draw.notes())


def page(bound: Bound) -> str:
    """The dossier as one HTML file: nothing fetched, no script."""
    messages = load_messages(bound.dossier.language)
    return (
        environment()
        .get_template("web/dossier_file.html.j2")
        .render(
            bound=bound,
            body=html(bound),
            t=messages.format,
            language=messages.language,
            direction=messages.direction,
            when=messages.date(bound.as_of),
        )
    )


class _Drawing:
    """Draws filled bindings as HTML. Everything that is put in is escaped."""

    def __init__(self, messages: Messages, notes: _Notes, figures: Address | None, charts: Address | None) -> None:
        self.messages, self.numbered, self.figures, self.charts = messages, notes, figures, charts
        self.seen: set[int] = set()

    def filled(self, fill: Filled, place: str) -> str:
        """The binding in its place: within a line, or as a block of its own."""
        if not fill.binding.block:
            return self._kept(place, str(self._inline(fill)))
        assert fill.figure is not None
        block = self._chart(fill.figure) if fill.binding.form == "chart" else self._part(fill)
        return f"{block}{self._reference(fill)}"

    def notes(self) -> str:
        """All notes, each with its sources."""
        template = environment().get_template("web/dossier_notes.html.j2")
        return template.render(notes=self.numbered.found, t=self.messages.format)

    def _kept(self, place: str, words: str) -> str:
        """A binding at the head or the end of a paragraph keeps the paragraph's tags."""
        head = "<p>" if place.startswith("<p>") else ""
        return f"{head}{words}{'</p>' if place.endswith('</p>') else ''}"

    def _inline(self, fill: Filled) -> Markup:
        words = Markup('<bdi class="bound">{}</bdi>').format(fill.words)
        if fill.figure is not None and self.figures is not None:
            address = self.figures(fill.figure)
            if address:
                words = Markup('<a class="bound" href="{}"><bdi>{}</bdi></a>').format(address, fill.words)
        if fill.note is None:
            return words
        number = self.numbered.number(fill.note)
        first = Markup(' id="ref-{}"').format(number) if number not in self.seen else Markup("")
        self.seen.add(number)
        label = self.messages.format("dossier-note", number=number)
        mark = Markup('<sup class="ref"><a{} href="#note-{}" aria-label="{}">{}</a></sup>')
        beside = Markup('<small class="beside" aria-hidden="true">{} {}</small>').format(number, fill.note.brief)
        return words + mark.format(first, number, label, number) + (beside if first and fill.note.brief else "")

    def _reference(self, fill: Filled) -> Markup:
        assert fill.note is not None
        number = self.numbered.number(fill.note)
        return Markup('<p class="hint cited"><a href="#note-{}">{}</a></p>\n').format(
            number, self.messages.format("dossier-note", number=number)
        )

    def _part(self, fill: Filled) -> str:
        template = environment().get_template("web/dossier_parts.html.j2")
        return template.render(
            form=fill.binding.form,
            figure=fill.figure,
            columns=fill.columns,
            cells=fill.cells,
            t=self.messages.format,
            say=self.messages,
            title=_titled(fill),
        )

    def _chart(self, shown: Figure) -> Markup:
        address = self.charts(shown) if self.charts else None
        if address is None:
            body = picture(shown, self.messages.language, "svg")
            address = "data:image/svg+xml;base64," + base64.b64encode(body).decode()
        about = described(shown, self.messages.language)
        drawn = Markup('<img src="{}" alt="{}" width="700" height="470" loading="lazy">').format(address, about)
        if self.charts:
            narrow = Markup('<source media="(max-width: 34rem)" srcset="{}{}narrow=true">')
            drawn = Markup("<picture>{}{}</picture>").format(
                narrow.format(address, "&" if "?" in address else "?"), drawn
            )
        return Markup('<figure class="plot">{}</figure>\n').format(drawn)


def _contents(drawn: str, messages: Messages) -> tuple[str, str]:
    """The list of the headings, where there are a few, and the text with an address on each."""
    before, *parts = drawn.split("<h2>")
    titles = [part.partition("</h2>")[0] for part in parts]
    drawn = before + "".join(f'<h2 id="part-{at}">{part}' for at, part in enumerate(parts, 1))
    if len(titles) < FEW:
        return "", drawn
    name = messages.format("dossier-contents")
    lines = "".join(f'<li><a href="#part-{at}">{PLACE.sub("", one)}</a></li>' for at, one in enumerate(titles, 1))
    return f'<nav class="contents" aria-label="{name}"><h2>{name}</h2><ol>{lines}</ol></nav>\n', drawn


def inline(text: str) -> str:
    """Text within a line in which Markdown finds nothing to do."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _titled(fill: Filled) -> str:
    shown = fill.figure
    assert shown is not None
    if fill.binding.options.get("caption"):
        return fill.binding.options["caption"]
    return capital(shown.phrase)


def _markdown(fill: Filled, messages: Messages, notes: _Notes) -> str:
    reference = f"[^{notes.number(fill.note)}]" if fill.note else ""
    if not fill.binding.block:
        return f"{inline(fill.words)}{reference}"
    assert fill.figure is not None
    say = messages.format
    if fill.binding.form == "chart":
        return f"*{inline(described(fill.figure, messages.language))}*{reference}"
    if fill.binding.form == "table":
        head: tuple[str, ...] = (say("answer-definition"), say("asked-value"), say("figure-holds"))
        rows: list[tuple[str, ...]] = [(inline(x.label), inline(x.words), inline(x.window)) for x in fill.figure.lines]
    else:
        head = (say("list-number"), say("list-date"), say("list-row"), say("claim-about"), *fill.columns)
        cells = fill.cells or ((),) * len(fill.figure.rows)
        rows = [
            (messages.number(at), messages.date(r.day) if r.day else "", *map(inline, (r.id, r.about, *more)))
            for at, (r, more) in enumerate(zip(fill.figure.rows, cells, strict=True), 1)
        ]
    return f"{_table(head, rows)}\n\n{plain(_titled(fill))}{reference}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head)]
    lines += [["---"] * len(lines[0]), *(list(row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _note_markdown(note: Note) -> str:
    sources = "; ".join(f"{plain(s.title)}" + (f" <{s.url}>" if s.url else "") for s in note.sources[:6])
    return f"{plain(note.text)} {sources}".strip()
