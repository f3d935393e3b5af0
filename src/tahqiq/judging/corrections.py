"""What to say instead, where it follows from the record: the value, how it is counted, on which day."""

from __future__ import annotations

from tahqiq.model import Correction, Finding

FIGURES = ("count", "amount", "share", "rank")
"""Kinds whose value changes with the day; an ordinal numbers one act, which no later value corrects."""
MENDED = ("contradicted", "outdated", "mixed")
ROWS = {"wrong_date": "day", "other_order": "day", "tally_differs": "tally"}
"""Codes of reasons that name the row of the record, and what of it is told."""
UNMENDED = ("among_rows", "other_way_round")
"""Codes of what no figure mends."""
TOLD = ("register", "row", "other_date", "value")


def correction(finding: Finding) -> Correction | None:
    """The value that the record gives on the day in question; under another definition, how the figure is right."""
    code, details = finding.reason.code, finding.reason.details
    if finding.verdict == "contradicted" and code in ROWS:
        return Correction(ROWS[code], {k: v for k, v in details.items() if k in TOLD})
    if finding.claim.kind not in FIGURES or not finding.answers or code in UNMENDED:
        return None
    if finding.verdict == "supported_under":
        return _figure(finding, details["value"], details["definition"], details["as_of"])
    default = finding.answers[0]
    if finding.verdict not in MENDED or not default.value:
        return None
    return _figure(finding, default.value, default.choices, default.as_of.isoformat())


def _figure(finding: Finding, value: object, definition: object, as_of: str) -> Correction:
    reading = finding.claim.readings[0]
    filters = {name: list(codes) for name, codes in reading.filters.items()}
    asked = {"register": reading.register, "measure": reading.measure, "filters": filters}
    return Correction("figure", {**asked, "value": value, "definition": definition, "as_of": as_of})
