"""A text ready for the shapes: its sentences, the figures of each, and the day of publication."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from tahqiq.claims.distances import ROW, VERB
from tahqiq.claims.text.figures import Figure, figures
from tahqiq.claims.text.once import once
from tahqiq.claims.text.scales import ROWS, in_scale, is_header
from tahqiq.claims.text.sentences import CLOSERS, OPENERS, Sentence


@dataclass(frozen=True, eq=False)
class Article:
    """The sentences in order, the figures of each by the sentence's place, and the published day.

    `above`: for each sentence the place of the last line up to it that is neither an item nor a row. `told`: every
    concept and name of the text. `own`: the register by whose words it was read besides those that ship.
    """

    sentences: Sequence[Sentence]
    figures: Mapping[int, tuple[Figure, ...]]
    published: date | None
    above: Sequence[int | None]
    told: frozenset[str]
    own: str | None = None

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """What `once` keeps of the text."""
        return {}

    def codes(self, kinds: Sequence[str]) -> set[str]:
        """The codes of every place that the text names in one of these ways."""
        parts = (i.partition(":") for i in self.told)
        return {code for kind, _, codes in parts if codes and kind in kinds for code in codes.split("+")}

    def near(self, s: Sentence, before: int, after: int = 0) -> Sequence[Sentence]:
        """The sentences around one, itself left out."""
        return [*self.sentences[max(0, s.at - before) : s.at], *self.sentences[s.at + 1 : s.at + 1 + after]]

    def heads(self, s: Sentence) -> Sequence[Sentence]:
        """The sentences of the line that a list item or the row of a table stands under, the last of them first:
        "How often was the veto used? (whole drafts)". Above the heads of columns, and above a line in brackets, stands
        the title.
        """
        return self._heads(s) if s.kind in ROWS else ()

    @once
    def _heads(self, s: Sentence) -> Sequence[Sentence]:
        last = self.head(s)
        if last is None:
            return []
        found = [x for x in reversed(self.sentences[max(0, last.at - 1) : last.at + 1]) if x.block == last.block]
        while found[-1].at and (is_header(found[-1]) or _bracketed(found[-1])):
            found.append(self.sentences[found[-1].at - 1])
        title = self.sentences[0]
        return [*found, title] if _only_orders(last) and title not in found else found

    def head(self, s: Sentence) -> Sentence | None:
        """The line that a list item or the row of a table stands under: the last that is none itself."""
        at = self.above[s.at] if s.kind in ROWS else None
        return None if at is None else self.sentences[at]


def article(cut: Sequence[Sentence], published: date | None, own: str | None = None) -> Article:
    """The text of these sentences; figures are sought where values were read."""
    told = _with_rows([_undated(s, published) for s in cut])
    found = {s.at: tuple(_told(s)) for s in told if s.mentions or s.hits}
    above: list[int | None] = []
    for s in told:
        above.append(s.at if s.kind not in ROWS else above[-1] if above else None)
    ids = frozenset().union(*[s.ids for s in told])
    return Article(told, in_scale(told, found), published, above, ids, own)


DATELINE = re.compile(r"\)?\s?(?:\([^()\n]{2,30}\)\s?)?\.?[\u2013\u2014-]\s")
"""What stands behind the date of a dateline: perhaps the name of an agency, and a dash."""
LONGEST_PLACE = 40
"""Letters of the place before it."""


def _undated(s: Sentence, published: date | None) -> Sentence:
    """The sentence without the day of publication that a dateline tells ("GENEVA, 2 May 2024 (Agency) - ")."""
    if published is None or s.at > 1 or s.kind != "paragraph":
        return s
    first = next((m for m in s.mentions if m.date == published.isoformat()), None)
    if first is None or first.start - s.start > LONGEST_PLACE or not DATELINE.match(s.text, first.end):
        return s
    return replace(s, mentions=tuple(m for m in s.mentions if m is not first))


def _told(s: Sentence) -> list[Figure]:
    """The figures of a sentence but for the printed number of a list item."""
    return [f for f in figures(s) if not (f.value == s.number and f.start - s.start <= 2)]


def _with_rows(cut: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, those that are rows of a table told as such: short lines with a figure, under another line."""
    found: list[Sentence] = []
    for s in cut:
        above = found[-1] if found else None
        row = above is not None and (
            (_is_row(s) and (above.kind in ("row", "item", "heading") or _opens(above))) or _answers(above, s)
        )
        found.append(replace(s, kind="row") if row and s.kind == "paragraph" else s)
    return found


def _answers(question: Sentence, s: Sentence) -> bool:
    """Whether a few words with a figure, no name or thing among them, answer the question before ("How often? 9.")."""
    if not s.mentions or not question.asks() or s.words(s.start, s.end) > VERB:
        return False
    return all(h.has(ANSWER) or h.of_kind(("time.", "lead.", "unit.")) for h in s.hits)


ANSWER = ("neutral",)


def _is_row(s: Sentence) -> bool:
    """Whether a sentence is a line of its own, short, with a figure, that tells nothing by a verb."""
    line = s.text[s.start - 1 : s.start] in ("\n", "") or s.text[s.start : s.start + 1] == "\n"
    ended = s.text[s.end : s.end + 1] in ("\n", "") or s.text[s.end - 1 : s.end] == "\n"
    figure = any(m.type in ("number", "money", "percentage") for m in s.mentions)
    verbs = any(h.of_kind(("act.", "say.")) for h in s.hits)
    return line and ended and figure and not verbs and s.end - s.start <= ROW


def _bracketed(s: Sentence) -> bool:
    """Whether a line is all in brackets: it only says what the one above it counts ("(number of times used)")."""
    line = s.text[s.start : s.end].strip()
    return line[:1] in OPENERS and line[-1:] in CLOSERS


def _only_orders(s: Sentence) -> bool:
    """Whether a line above a list says only how it is ordered ("By decade"), so that the title tells what is listed."""
    known = [h for h in s.hits if h.has(("neutral", "unit.time")) or h.of_kind(ORDERS)]
    return not s.mentions and s.words(s.start, s.end) == sum(s.words(h.start, h.end) for h in known) > 0


ORDERS = ("lead.", "per.", "time.")


def _opens(s: Sentence) -> bool:
    """Whether a line may stand above a table: it ends without a full stop."""
    return not s.text[s.start : s.end].rstrip().endswith((".", "\u06d4"))
