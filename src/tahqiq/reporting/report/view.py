"""The parts of a report in the words of one language, ready to lay out: terminal, Markdown and HTML share them."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.reporting.report.replacing import Part, Replaced
from tahqiq.reporting.words.labels import Source

MOST = 4
"""How many ways of counting are shown at once."""
TO_CORRECT = ("contradicted", "mixed", "outdated", "supported_under")
"""Verdicts after which a text needs other words, the gravest first."""
CONFIRMED, DATED = "supported", "dated"
"""What is right, and what is right as far as its date goes."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict in words. `count` is how many claims have it, where that is told."""

    code: str
    name: str
    sign: str
    meaning: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of the record in words."""

    id: str
    date: str
    about: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One way of counting: its name, value, and when the stated figure holds under it.

    Rows are told of the answer shown first, and of the usual one.
    """

    definition: str
    meanings: tuple[str, ...]
    used_by: str | None
    reconstructed: bool
    default: bool
    value: str
    as_of: str
    holds: tuple[str, ...]
    holds_now: bool
    same: tuple[str, ...]
    rows: tuple[Row, ...]
    sources: tuple[Source, ...]
    query: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in words. `start` and `end` are offsets into the mended text, `spans` those of the words checked.

    `number` is what a reader calls it, the same in every form of a report: its id without the letter of most ids.
    `together` numbers the claims judged with it, `told_by` the earlier one of them whose reason says the same.
    `brief` is its reason on one line, `correction` a sentence that stands without the text, `write` the words to put
    in its place, `edited` its sentence as it can be printed, where no more than figures and days have to be changed.
    `notes`: names and values of what else a reader should know: which words were checked, which were not read, which
    roles the sentence does not give itself. `windowed`: its figure may hold for a time.
    """

    id: str
    number: str
    start: int
    end: int
    quote: str
    verdict: Verdict
    kind_code: str
    kind: str
    says: str
    about: str
    date: str | None
    reason: str
    together: tuple[str, ...]
    told_by: str | None
    answers: tuple[AnswerView, ...]
    spans: tuple[tuple[int, int], ...]
    brief: str
    correction: str | None
    write: str | None
    notes: tuple[tuple[str, str], ...]
    windowed: bool
    edited: tuple[Part, ...] = ()

    @property
    def group(self) -> str:
        """Under what a reader finds it: its verdict, and a confirmed date apart from a confirmed figure."""
        return DATED if self.kind_code == "date" and self.verdict.code == CONFIRMED else self.verdict.code

    @property
    def shown(self) -> AnswerView | None:
        """The answer to show first: the usual way of counting."""
        return next((a for a in self.answers if a.default), self.answers[0] if self.answers else None)

    @property
    def split(self) -> tuple[tuple[AnswerView, ...], tuple[AnswerView, ...]]:
        """The answers to show at once (the usual one, and those under which the stated figure ever held); the rest."""
        first = tuple(a for a in self.answers if a is self.shown or a.holds)[:MOST]
        return first, tuple(a for a in self.answers if a not in first)


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of a list in words. `start` is its offset in the mended text, `found` its row."""

    number: str
    date: str
    row: str
    status: str
    status_name: str
    start: int
    found: Row | None


@dataclass(frozen=True, slots=True)
class GapView:
    """A run of lost numbers: what is to be said of it, and the rows that fall into it; `start` as in `ItemView`."""

    text: str
    rows: tuple[Row, ...]
    start: int


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of the article set against the record, in words; `matched` is how many items are in the record."""

    heading: str
    register: str
    filters: str
    counts: tuple[str, ...]
    matched: int
    summary: str | None
    items: tuple[ItemView, ...]
    gaps: tuple[GapView, ...]
    missing: tuple[Row, ...]
    extra: str | None


@dataclass(frozen=True, slots=True)
class DamageView:
    """A damaged place: the text there (shortened), and what is wrong with it."""

    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class RepairView:
    """A repair: what it is called, and the text before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class UncheckedView:
    """A place of the mended text that was not judged: its words, and why."""

    start: int
    end: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class View:
    """A whole report in words. `length` is that of the mended text, `changes` what to put right in it word by word."""

    title: str
    length: int
    source: str
    facts: tuple[tuple[str, str], ...]
    verdicts: tuple[Verdict, ...]
    claims: tuple[ClaimView, ...]
    lists: tuple[ListView, ...]
    damage: tuple[DamageView, ...]
    repairs: tuple[RepairView, ...]
    repairs_count: str
    record: tuple[str, ...]
    unchecked: tuple[UncheckedView, ...]
    changes: tuple[Replaced, ...]
    nothing_found: str
    """What is said where there is no claim and no list."""

    @property
    def to_correct(self) -> tuple[ClaimView, ...]:
        """The claims after which the text needs other words, the gravest first."""
        found = (c for c in self.claims if c.verdict.code in TO_CORRECT)
        return tuple(sorted(found, key=lambda c: TO_CORRECT.index(c.verdict.code)))

    @property
    def confirmed(self) -> tuple[ClaimView, ...]:
        """The claims that the record supports, but for those whose date alone was checked."""
        return tuple(c for c in self.claims if c.group == CONFIRMED)

    @property
    def dated(self) -> tuple[ClaimView, ...]:
        """The claims of which the date was checked and nothing else, and is right."""
        return tuple(c for c in self.claims if c.group == DATED)

    @property
    def undecided(self) -> tuple[ClaimView, ...]:
        """The claims that were read and are neither right nor wrong as far as the record tells."""
        return tuple(c for c in self.claims if c.verdict.code not in (*TO_CORRECT, CONFIRMED))
