"""The closed sets: what a kind, a verdict, a qualifier or a status can be, each listed here and nowhere else."""

from __future__ import annotations

from typing import Literal, get_args

DocumentKind = Literal["txt", "md", "html", "pdf", "docx"]
DOCUMENT_KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)

BlockKind = Literal["heading", "paragraph", "item"]

MentionType = Literal["number", "ordinal", "percentage", "money", "date", "period", "term"]

ClaimKind = Literal[
    "count", "ordinal", "event", "tally", "amount", "rank", "share", "sale", "rule", "date", "sum", "list"
]
CLAIM_KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)

Qualifier = Literal["exactly", "about", "at_least", "more_than", "at_most", "less_than"]
QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)

Per = Literal["year", "month", "day"]
"""What a figure is told for each of."""

VerdictCode = Literal[
    "contradicted",
    "mixed",
    "outdated",
    "ambiguous",
    "supported_under",
    "supported",
    "out_of_coverage",
    "not_checkable",
    "damaged",
]
VERDICTS: tuple[VerdictCode, ...] = get_args(VerdictCode)
"""In the order a reader wants to see them: what needs a second look first."""

GroupVerdict = VerdictCode | Literal["each_alone"]
"""The verdict on figures judged together; `each_alone`: nothing follows from their standing side by side."""

ItemStatus = Literal["matched", "misdated", "not_in_record", "damaged", "lost"]
"""What became of one item of a list: found, found under another day, not found, unreadable, gone."""
