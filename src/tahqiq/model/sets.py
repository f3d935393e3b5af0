"""The closed sets: what a kind, a verdict, a qualifier or a status can be, each listed here and nowhere else."""

from __future__ import annotations

from typing import Literal, get_args

DocumentKind = Literal["txt", "md", "html", "pdf", "docx"]
DOCUMENT_KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)

BlockKind = Literal["heading", "paragraph", "item", "row"]

MentionType = Literal["number", "ordinal", "percentage", "money", "date", "period", "term"]

ClaimKind = Literal[
    "count", "ordinal", "event", "tally", "amount", "rank", "share", "sale", "rule", "date", "sum", "list"
]

Qualifier = Literal["exactly", "about", "at_least", "more_than", "at_most", "less_than"]

Per = Literal["year", "month", "day", "head", "other"]
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

Basis = Literal["own", "shared", "carried", "topic", "assumed"]
"""How a role or a time comes to a figure: by its own item, the head of its row, an earlier sentence, the title or a
heading; or nothing says it."""

Aspect = Literal[
    "fact", "yearly", "change", "cut", "request", "promise", "plan", "threat", "condition", "denial", "attempt"
]
"""What is said of a figure: that it is so, or is to be, was asked for, promised, taken away, wrongly told."""

Says = Literal[
    "first",
    "last",
    "only",
    "most",
    "sole",
    "joint",
    "none_since",
    "failed",
    "narrowed",
    "mistaken",
    "two_months",
    "measured",
    "by_name",
    "narrower",
]
"""What a sentence says beside its figure. An act was the first, the last, the only one; done alone, or with others;
none was done since. A draft failed. A sum is of a part that no register splits off. A duty is mistaken for another.
A month has two names. A figure is one of a table: of the year told, as exact as it is printed. A word names the
measure of a sum. What is counted may be narrower than what is asked: a name of a part stands for the whole state."""
