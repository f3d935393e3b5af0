"""The tools themselves: each thin over the function that the command calls. None writes or fetches anything."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from tahqiq.catalog.dates import parse_day
from tahqiq.catalog.language_folders import in_language
from tahqiq.catalog.registers import find_register
from tahqiq.checker import check
from tahqiq.interfaces.law import ask_sale
from tahqiq.interfaces.mcp.finding import coverage
from tahqiq.interfaces.mcp.finding import find_measures as find
from tahqiq.interfaces.mcp.results import (
    Answered,
    Checked,
    CheckedText,
    Counted,
    Filters,
    FoundMeasures,
    Language,
    LawStep,
    Row,
    Rows,
    Sale,
    Source,
    Unjudged,
    Window,
)
from tahqiq.record.ask import ask as ask_record
from tahqiq.record.browse import Ask, count, rows
from tahqiq.record.given import read_day
from tahqiq.record.tables import load_table
from tahqiq.reporting.law import law_data, law_title
from tahqiq.reporting.record.figures import CitedSource, Figure, LineView, figure
from tahqiq.reporting.record.silences import tell_silence
from tahqiq.reporting.report.data import plain, to_json
from tahqiq.reporting.words.labels import load_labels
from tahqiq.reporting.words.messages import load_messages

SHOWN = 20
"""Rows of a figure that are shown; `show_rows` has the others."""
CLAIMS = 100
"""Claims of a text that are given back."""
LONGEST = 100_000
"""Characters of a text that are checked."""
Words = Annotated[str, Field(min_length=1, max_length=300, description="The words of the question, English or Arabic.")]
Day = Annotated[str | None, Field(max_length=10, description="An ISO date: 2024-08-01, 2024-08 or 2024.")]
Name = Annotated[str, Field(min_length=1, max_length=120)]
Told = Annotated[Language, Field(description="Language of the words in the answer.")]
Given = Annotated[
    Filters,
    Field(max_length=12, description="Dimension or axis -> a code, or several (summed). Ids come from find_measures."),
]
Few = Annotated[int, Field(ge=1, le=50)]
Amount = Annotated[float, Field(ge=0, le=1e13, allow_inf_nan=False, description="US dollars.")]
Text = Annotated[str, Field(min_length=1, max_length=LONGEST, description="An article, a paragraph, your own draft.")]


def find_measures(words: Words, language: Told = "en", limit: Few = 8) -> FoundMeasures:
    """Search first: the measures that may answer, their dimensions and coverage, the codes of places in the words."""
    return find(words, language, limit)


def ask(
    measure: Name,
    filters: Given | None = None,
    as_of: Day = None,
    since: Day = None,
    until: Day = None,
    language: Told = "en",
) -> Answered:
    """The value of a measure under filters as of a day: under every definition, with window, rows and sources.

    `measure` and the ids in `filters` are those that find_measures gave. Without `as_of` the day is today.
    """
    day = read_day(as_of, last=True) if as_of else date.today()
    asked = ask_record(measure, flat(filters or {}), as_of=day, since=since, until=until)
    told = figure(asked, language, since=since, until=until)
    usual = told.lines[0] if told.lines else None
    known = usual is not None and usual.value is not None and usual.missing is not None
    known = known and day <= max(asked.register.end, date.today())
    reach = coverage(asked.register)
    silent = load_messages(language).format("mcp-silent", measure=told.title, first=reach.first, last=reach.last)
    why = tell_silence(asked, language)
    return Answered(
        in_record=known,
        sentence=told.sentence if known else f"{silent} {why}".strip(),
        measure=measure,
        filters=told.filters,
        as_of=day.isoformat(),
        unit=told.unit,
        usual=_counted(usual) if usual else None,
        others=[_counted(line) for line in told.lines[1:]],
        missing=usual.missing_words if usual else "",
        rows=[Row(id=r.id, day=r.day, about=r.about) for r in told.rows[-SHOWN:]],
        row_count=len(told.rows),
        sources=_sources(told),
        citation=told.citation,
        coverage=reach,
    )


def flat(filters: Filters) -> dict[str, str]:
    """Filters as the command takes them: several values with commas."""
    return {name: value if isinstance(value, str) else ",".join(value) for name, value in filters.items()}


def _counted(line: LineView) -> Counted:
    return Counted(
        value=plain(line.value),
        words=line.words,
        definition=line.label,
        who_counts_so=line.used_by,
        reconstructed=line.reconstructed,
        holds=Window(since=plain(line.since), until=plain(line.until)),
    )


def _sources(told: Figure) -> list[Source]:
    return [_source(s) for s in told.sources]


def _source(source: CitedSource) -> Source:
    return Source(id=source.id, title=source.title, url=source.url)


def check_text(text: Text, published: Day = None, language: Told = "en") -> CheckedText:
    """Hold a text, or your own draft, against the record: each claim with its verdict and the sentence to use instead.

    `published` is the day the figures are held against; without it that is today.
    """
    day = parse_day(published) if published else None
    report = to_json(check(text.encode(), "text", kind="txt", published=day))
    document, claims = report["document"], report["claims"]
    return CheckedText(
        language=document["language"],
        language_read=document["language_read"],
        as_of=document["as_of"],
        as_of_basis=document["as_of_basis"],
        total=len(claims),
        verdicts=dict(Counter(claim["verdict"] for claim in claims)),
        claims=[_checked(claim, language) for claim in claims[:CLAIMS]],
        unchecked=[
            Unjudged(quote=u["quote"], start=u["start"], end=u["end"], why=in_language(u["reason"], language))
            for u in report["unchecked"][:CLAIMS]
        ],
    )


def _checked(claim: dict[str, Any], language: Language) -> Checked:
    answers = claim["answers"]
    usual = next((a for a in answers if a["default"]), answers[0] if answers else None)
    labels = load_labels(language)
    named = [labels.source(claim["register"], s) for s in usual["sources"]] if usual else []
    measure = f"{claim['register']}.{claim['measure']}" if claim["measure"] else None
    return Checked(
        quote=claim["quote"],
        start=claim["start"],
        end=claim["end"],
        verdict=claim["verdict"],
        verdict_words=load_messages(language).format(f"verdict-{claim['verdict']}"),
        why=in_language(claim["reason"], language),
        instead=in_language(claim["correction"] or {}, language) or None,
        measure=measure,
        filters=claim["filters"],
        stated=claim["stated"]["value"],
        definition=labels.definition(claim["register"], usual["choices"]) if usual else None,
        value=usual["value"] if usual else None,
        as_of=usual["as_of"] if usual else None,
        held=[Window(since=first, until=last) for first, last in usual["holds"]] if usual else [],
        sources=[
            Source(id=s, title=found.title, url=found.url)
            for s, found in zip(usual["sources"] if usual else (), named, strict=True)
        ],
    )


def show_rows(
    register: Name,
    table: Name,
    filters: Given | None = None,
    since: Day = None,
    until: Day = None,
    words: Annotated[str, Field(max_length=200, description="Words that stand in the row.")] = "",
    limit: Few = 20,
    offset: Annotated[int, Field(ge=0, le=10_000_000)] = 0,
) -> Rows:
    """The entries of a table of the record, the newest first: what a figure counts, with the ids of their sources."""
    found = load_table(register, table)
    chosen = {name: tuple(value.split(",")) for name, value in flat(filters or {}).items()}
    first, last = parse_day(since) if since else None, parse_day(until, last=True) if until else None
    asked = Ask(chosen, first, last, tuple(words.split()))
    names, total = [column.name for column in found.columns], count(found, asked)
    shown = [dict(zip(names, map(plain, row), strict=True)) for row in rows(found, asked, limit, offset)]
    return Rows(
        register_id=register,
        table=table,
        columns=names,
        rows=shown,
        total=total,
        next_offset=offset + limit if offset + limit < total else None,
        filters=[facet.name for facet in found.facets],
        coverage=coverage(find_register(register)),
    )


def law_of_sale(
    buyer: Name,
    channel: Name,
    item: Name,
    value: Amount,
    day: Annotated[str, Field(max_length=10, description="Day of the certification, 2024-08-01.")],
    emergency: bool = False,
    new_sales_territory: bool = False,
    received: Day = None,
    language: Told = "en",
) -> Sale:
    """What U.S. law required of one arms sale: notice, days of review, determination, signer, each with its citation.

    `buyer` is a code or a name in English or Arabic; `channel` FMS, DCS, MLA_TAA, LEASE, TRANSFER or EDA; `item` MDE,
    ARTICLES_SERVICES, DESIGN_CONSTRUCTION or CAT_I_FIREARM. `received`: the day Congress received the certification.
    """
    decision = ask_sale(
        buyer,
        channel.upper(),
        item.upper(),
        value,
        parse_day(day),
        emergency=emergency,
        new_sales_territory=new_sales_territory,
        received=parse_day(received) if received else None,
    )
    told = law_data(decision)
    steps = [
        LawStep(
            id=step["id"],
            value=step["value"],
            text=step["text"][language],
            section=step["section"],
            law=step["law"],
            since=step["from"],
            until=step["to"],
            uncertain=(step["uncertain"] or {}).get(language),
        )
        for step in told["steps"]
    ]
    title = law_title(decision, language)
    return Sale(title=title, text_as_of=str(told["text_as_of"]), steps=steps, period=told["period"])
