"""The report that `tahqiq.check` gives: a `tahqiq.model.Report` that can be written in every form."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from typing import Any

from tahqiq.interfaces.python.frames import Library, frame
from tahqiq.interfaces.telling import ui_language
from tahqiq.model import VERDICTS, Finding, Text
from tahqiq.model import Report as Checked

WIDTH = 100
"""Columns of the report as text."""


class Report(Checked):
    """All that a check found; `findings` has the claims, each with its verdict, reason and answers.

    `language` of the methods is that of the words (`ar`, `en`); without it the article's own, else the user's.
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The report as plain values, as `tahqiq check --format json` writes it."""
        from tahqiq.reporting.report.data import to_json

        return to_json(self)

    def to_json(self) -> str:
        """The report as JSON text."""
        from tahqiq.reporting.report.data import dump

        return dump(self)

    def to_html(self, language: str | None = None) -> str:
        """The report as one page that fetches nothing."""
        from tahqiq.reporting.report.html import render

        return render(self, self._told(language))

    def to_markdown(self, language: str | None = None) -> str:
        """The report as Markdown (CommonMark with tables)."""
        from tahqiq.reporting.report.markdown import render

        return render(self, self._told(language))

    def to_text(self, language: str | None = None) -> str:
        """The report as a terminal shows it, without colour."""
        from tahqiq.reporting.report.terminal import render

        return render(self, self._told(language), color=False, width=WIDTH)

    def to_csv(self, language: str | None = None) -> str:
        """The claims as a table, one line for each."""
        from tahqiq.reporting.report.exports import claims_csv

        return claims_csv(self.to_dict(), self._told(language))

    def to_frame(self, library: Library = "pandas", language: str | None = None) -> Any:
        """The claims as a data frame, one row for each: the columns of `to_csv`.

        `stated` and `value` are numbers; a range, a tally or a day stands in `stated_text` and `value_text`.
        TahqiqError `needs_extra` where the library is not installed.
        """
        from tahqiq.reporting.report.exports import claims_columns

        return frame(claims_columns(self.to_dict(), self._told(language)), library)

    def _told(self, language: str | None) -> str:
        from tahqiq.reporting.words.messages import report_languages

        own = self.text.language
        return language or (own if own in report_languages() else ui_language())

    def __repr__(self) -> str:
        counts = Counter(finding.verdict for finding in self.findings)
        told = ", ".join(f"{counts[code]} {code}" for code in VERDICTS if counts[code]) or "none"
        source, day = self.text.document.source, self.as_of.start.isoformat()
        return f"<Report on {source!r} as of {day}: {len(self.findings)} claims ({told})>"

    def _repr_html_(self) -> str:
        from tahqiq.reporting.report.html import brief

        return brief(self, self._told(None))


def of(checked: Checked) -> Report:
    """A report with its methods, whose claims bring their quotes."""
    parts = {field.name: getattr(checked, field.name) for field in fields(checked)}
    return Report(**{**parts, "findings": tuple(_quoted(found, checked.text) for found in checked.findings)})


def _quoted(finding: Finding, text: Text) -> Finding:
    claim = finding.claim
    first, last = text.to_raw(claim.start, claim.end)
    return replace(finding, claim=replace(claim, quote=text.raw[first:last]))
