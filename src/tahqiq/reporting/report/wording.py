"""A report in the words of one language: every name, figure, date and sentence that a layout shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tahqiq.model import VERDICTS, Answer, Claim, Finding, ListFinding, ListGap, ListItem, Report, Unchecked
from tahqiq.reporting.report.data import basis, reading_of
from tahqiq.reporting.report.notes import brief, is_name, quotes, taken, tell_correction, tell_write, title_of
from tahqiq.reporting.report.reasons import filters_words, row_words, tell, tell_damage
from tahqiq.reporting.report.replacing import Edits
from tahqiq.reporting.report.view import (
    CONFIRMED,
    DATED,
    AnswerView,
    ClaimView,
    DamageView,
    GapView,
    ItemView,
    ListView,
    RepairView,
    Row,
    UncheckedView,
    Verdict,
    View,
)
from tahqiq.reporting.words.flaws import tell_left_out
from tahqiq.reporting.words.labels import Labels, load_labels
from tahqiq.reporting.words.messages import Messages, clean, load_messages, shorten
from tahqiq.reporting.words.values import quantity, stated

DAMAGE = 160
"""How many characters of a damaged place are quoted."""
WINDOWED = ("count", "ordinal", "amount", "rank", "share")
"""Kinds of claims whose figure holds between two dates."""


def view(report: Report, language: str, labels: Labels | None = None) -> View:
    """The report in the words of a language (which need not be the article's)."""
    return _Viewer(report, load_messages(language), labels or load_labels(language)).view()


class _Viewer:
    """Turns the nouns of one report into words; holds only what every part needs."""

    def __init__(self, report: Report, messages: Messages, labels: Labels) -> None:
        self.report, self.messages, self.labels = report, messages, labels
        self.numbers = {f.claim.id: at for at, f in enumerate(report.findings, 1)}
        self.edits = Edits(report)
        self.groups = {c: g.claims for g in report.groups for c in g.claims if len(g.claims) > 1}

    def view(self) -> View:
        report, say = self.report, self.messages.format
        document = report.text.document
        counts = Counter(f.verdict for f in report.findings)
        return View(
            title=title_of(report.text),
            length=len(report.text.text),
            source=document.source,
            facts=tuple(self._facts()),
            verdicts=tuple(self._verdict(code, counts[code]) for code in VERDICTS if counts[code]),
            claims=tuple(self._claims()),
            lists=tuple(self._list(found) for found in report.lists),
            damage=tuple(
                DamageView(shorten(report.text.raw[d.start : d.end], DAMAGE), tell_damage(d, self.messages.language))
                for d in report.damage
            ),
            repairs=tuple(RepairView(self._named("repair", r.kind), r.before, r.after) for r in report.text.repairs),
            repairs_count=say("report-repairs_count", count=len(report.text.repairs)),
            record=tuple(self._record(name, facts) for name, facts in report.record.items() if name in self._used()),
            unchecked=tuple(self._unchecked(found) for found in report.unchecked),
            changes=self.edits.changes,
            nothing_found=say("report-no_claims" if report.text.language_read else "report-nothing_read"),
        )

    def _facts(self) -> list[tuple[str, str]]:
        say, report = self.messages.format, self.report
        document, as_of = report.text.document, report.as_of
        when = say("as-of-day", start=as_of.start, basis=basis(as_of, self.messages.language))
        facts = [(say("report-document"), clean(document.source))] if is_name(document.source) else []
        if document.published and document.published != as_of.start:
            facts.append((say("report-published"), self.messages.date(document.published)))
        if not report.text.language_read:
            name = self.messages.language_name(report.text.language)
            facts.append((say("report-language"), say("report-language_unread", language=name)))
        if report.beyond:
            facts.append((say("report-beyond"), say("report-beyond_count", count=report.beyond)))
        left_out = [(say("report-left_out"), tell_left_out(found, self.messages)) for found in report.warnings]
        named = [(say("report-record_version"), report.record_version)] if report.record_version else []
        return [*facts, (say("report-as_of"), when), *named, *left_out]

    def _verdict(self, code: str, count: int = 0) -> Verdict:
        say = self.messages.format
        return Verdict(code, say(f"verdict-{code}"), say(f"sign-{code}"), say(f"meaning-{code}"), count)

    def _judged(self, finding: Finding) -> Verdict:
        """The verdict on a claim. Where a date alone was confirmed, its name says so."""
        found = self._verdict(finding.verdict)
        if finding.claim.kind != "date" or finding.verdict != CONFIRMED:
            return found
        say = self.messages.format
        return replace(found, name=say(f"verdict-{DATED}"), meaning=say(f"meaning-{DATED}"))

    def _stated(self, claims: Iterable[str]) -> tuple[str, ...]:
        """What the text says in some claims."""
        found = (self.report.findings[self.numbers[name] - 1].claim.stated for name in claims)
        return tuple(stated(self.messages, one) for one in found)

    def _named(self, family: str, code: str) -> str:
        """The name of a code; a code without a name is shown as it stands."""
        name = f"{family}-{code}"
        return self.messages.format(name) if self.messages.has(name) else code

    def _used(self) -> set[str]:
        """The registers that answered something; all of them when none did, none of a text that was not read."""
        if not self.report.text.language_read:
            return set()
        used = {a.register for f in self.report.findings for a in f.answers}
        used |= {found.register for found in self.report.lists}
        return used or set(self.report.record)

    def _record(self, register: str, facts: Mapping[str, str]) -> str:
        return self.messages.format(
            "report-record_span",
            title=self.labels.register(register),
            version=facts.get("version"),
            **{name: self.messages.date(facts[name]) for name in ("from", "to") if facts.get(name)},
        )

    def _claims(self) -> Iterator[ClaimView]:
        """Every claim; of those judged together that share a reason, the later ones point to the first."""
        first: dict[str, str] = {}
        for finding in self.report.findings:
            claim = self._claim(finding)
            if claim.together:
                told = first.setdefault(claim.reason, claim.number)
                claim = replace(claim, told_by=told if told in claim.together else None)
            yield claim

    def _claim(self, finding: Finding) -> ClaimView:
        claim, text = finding.claim, self.report.text
        others = [c for c in self.groups.get(claim.id, ()) if c != claim.id and c in self.numbers]
        return ClaimView(
            id=claim.id,
            number=_number(claim.id),
            start=claim.start,
            end=claim.end,
            quote=text.raw[slice(*text.to_raw(claim.start, claim.end))],
            verdict=self._judged(finding),
            kind_code=claim.kind,
            kind=self._named("kind", claim.kind),
            says=stated(self.messages, claim.stated),
            about=self._about(finding),
            date=self._dated(claim),
            reason=tell(finding.reason, self.messages.language, self.labels, claim.stated.unit),
            together=tuple(_number(c) for c in sorted(others, key=self.numbers.__getitem__)),
            told_by=None,
            answers=tuple(self._answer(a, claim, first=not at) for at, a in enumerate(finding.answers)),
            spans=claim.checked or ((claim.start, claim.end),),
            brief=brief(finding, self.messages.language, self.labels, self._stated(others)),
            correction=tell_correction(finding, self.messages.language, self.labels),
            write=tell_write(finding, self.messages.language, self.labels),
            notes=tuple(self._notes(claim)),
            windowed=claim.kind in WINDOWED,
            edited=self.edits.sentence_of(claim),
        )

    def _notes(self, claim: Claim) -> Iterator[tuple[str, str]]:
        say, join, text = self.messages.format, self.messages.join, self.report.text
        for name, spans in (("checked", claim.checked), ("unread", claim.unread)):
            if spans:
                yield say(f"claim-{name}"), join(say("quoted", text=q) for q in quotes(spans, text))
        if told := list(taken(claim, self.messages.language, self.labels)):
            yield say("claim-taken"), say("separator").join(told)

    def _unchecked(self, found: Unchecked) -> UncheckedView:
        (quote,) = quotes(((found.start, found.end),), self.report.text)
        return UncheckedView(found.start, found.end, quote, tell(found.reason, self.messages.language, self.labels))

    def _about(self, finding: Finding) -> str:
        reading = reading_of(finding)
        if reading is None:
            return ""
        measure = self.labels.measure(reading.register, reading.measure)
        filters = filters_words(reading.register, reading.filters, self.messages, self.labels)
        return self.messages.format("claim-reading", measure=measure, filters=filters or None)

    def _dated(self, claim: Claim) -> str | None:
        if claim.stated.period:
            return self.messages.span(
                *(None if p in ("", "..") else p for p in claim.stated.period.partition("/")[::2])
            )
        return self.messages.date(claim.stated.date) if claim.stated.date else None

    def _answer(self, answer: Answer, claim: Claim, *, first: bool) -> AnswerView:
        labels, register = self.labels, answer.register
        meanings = dict.fromkeys(labels.meaning(register, a, c) for a, c in answer.choices.items())
        return AnswerView(
            definition=labels.definition(register, answer.choices) or labels.measure(register, answer.measure),
            meanings=tuple(meanings),
            used_by=labels.used_by(register, answer.choices),
            reconstructed=labels.reconstructed(register, answer.choices),
            default=answer.default,
            value=self._value(answer.value, claim),
            as_of=self.messages.date(answer.as_of),
            holds=tuple(self.messages.span(start, end) for start, end in answer.holds),
            holds_now=any(start <= answer.as_of and (not end or answer.as_of <= end) for start, end in answer.holds),
            same=tuple(self._same(answer, other) for other in answer.same),
            rows=self._rows(register, answer.rows) if first or answer.default else (),
            sources=tuple(labels.source(register, s) for s in answer.sources),
            query=answer.query,
        )

    def _value(self, value: Any, claim: Claim) -> str:
        said = quantity(self.messages, value, claim.stated.unit)
        return self.messages.format(f"per-{claim.stated.per}", what=said) if claim.stated.per else said

    def _same(self, answer: Answer, other: str) -> str:
        """A further definition in words: its choices stand in the order of the answer's own axes."""
        return self.labels.definition(answer.register, dict(zip(answer.choices, other.split("/"), strict=False)))

    def _rows(self, register: str, rows: Sequence[str]) -> tuple[Row, ...]:
        return tuple(self._row(register, row) for row in rows)

    def _row(self, register: str, row: str) -> Row:
        day = self.labels.row_date(register, row)
        return Row(row, self.messages.date(day) if day else "", self.labels.row(register, row))

    def _list(self, found: ListFinding) -> ListView:
        say = self.messages.format
        counts = Counter(item.status for item in found.items)
        return ListView(
            heading=clean(found.heading),
            register=self.labels.register(found.register),
            filters=filters_words(found.register, found.filters, self.messages, self.labels),
            counts=tuple(
                say("list-status_count", status=self._named("status", status), count=count)
                for status, count in counts.items()
            ),
            matched=counts["matched"],
            summary=self._list_summary(found),
            items=tuple(self._item(found, item) for item in found.items),
            gaps=tuple(self._gap(found, gap) for gap in found.gaps),
            missing=self._rows(found.register, found.missing),
            extra=self.messages.join(str(n) for n in found.extra) if found.extra else None,
        )

    def _list_summary(self, found: ListFinding) -> str | None:
        if found.stated_count is None:
            return None
        have = sum(1 for item in found.items if item.status != "lost")
        said: dict[str, Any] = {"items": quantity(self.messages, have, "items")}
        said["stated"] = self.messages.number(found.stated_count)
        if found.record_count is None:
            return self.messages.format("list-stated", **said)
        said["record"] = quantity(self.messages, found.record_count, "rows")
        return self.messages.format("list-stated_record", **said)

    def _item(self, found: ListFinding, item: ListItem) -> ItemView:
        row = ""
        if item.row:
            row = row_words(found.register, item.row, self.messages, self.labels)
            row = row if item.status in ("matched", "misdated") else self.messages.format("list-proposed", row=row)
        return ItemView(
            number=self.messages.number(item.number) if item.number is not None else "",
            date=self.messages.date(item.date) if item.date else "",
            row=row,
            status=item.status,
            status_name=self._named("status", item.status),
            start=item.start,
            found=self._row(found.register, item.row) if item.row else None,
        )

    def _gap(self, found: ListFinding, gap: ListGap) -> GapView:
        first, last = gap.numbers
        numbers, rows = last - first + 1, len(gap.rows)
        text = self.messages.format(
            "list-gap",
            first=first,
            last=last,
            numbers=quantity(self.messages, numbers, "numbers"),
            rows=quantity(self.messages, rows, "rows"),
            surplus=self.messages.number(abs(rows - numbers)),
            difference="equal" if rows == numbers else "more" if rows > numbers else "less",
        )
        lost = next((item.start for item in found.items if item.number == first), found.start)
        return GapView(text, self._rows(found.register, gap.rows), lost)


def _number(claim: str) -> str:
    """What a reader calls a claim. Ids leave some numbers out; the data formats and the addresses have them too."""
    return claim.removeprefix("c")
