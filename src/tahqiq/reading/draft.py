"""A text under repair: edits go in, and the way back to every raw position stays.

A draft is a chain of runs, each copied from the raw text or put in. Edits refer to the draft they are applied to, so
rules may follow one another; runs always refer to the raw text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tahqiq.model import Block, Piece, Repair

Part = tuple[int, int] | str
MARKUP = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """draft[start:end] is to show `parts`: spans of the draft, in their new order, or characters put in.

    `kind` is the kind of repair; markup that is merely not shown has the empty kind and is no repair.
    """

    kind: str
    start: int
    end: int
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters of the draft at `at`, from raw[raw:]; of a run put in, `raw` is where it stands."""

    at: int
    length: int
    raw: int
    copied: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """The text so far, its runs in order, and the repairs made."""

    raw: str
    text: str
    runs: tuple[Run, ...]
    repairs: tuple[Repair, ...] = ()

    @classmethod
    def of(cls, raw: str) -> Draft:
        """A draft without edits."""
        return cls(raw, raw, (Run(0, len(raw), 0, True),))

    def apply(self, edits: Sequence[Edit]) -> Draft:
        """The draft after edits, which are sorted and do not overlap (see `settle`)."""
        if not edits:
            return self
        builder, repairs, done = _Builder(self), list(self.repairs), 0
        for edit in edits:
            builder.copy(done, edit.start)
            begun = builder.length
            for part in edit.parts:
                if isinstance(part, str):
                    builder.insert(part, edit)
                else:
                    builder.copy(*part)
            if edit.kind:
                start, end = self.raw_span(edit.start, edit.end)
                repairs.append(Repair(edit.kind, start, end, self.raw[start:end], builder.since(begun)))
            done = edit.end
        builder.copy(done, len(self.text))
        return replace(self, text="".join(builder.texts), runs=tuple(builder.runs), repairs=tuple(repairs))

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The smallest raw span that holds what draft[start:end] was copied from."""
        copied = [run for run in self.slices(start, end) if run.copied and run.length]
        if not copied:
            anchor = next(iter(self.slices(start, start + 1)), Run(0, 0, len(self.raw), True)).raw
            return anchor, anchor
        return min(run.raw for run in copied), max(run.raw + run.length for run in copied)

    def slices(self, start: int, end: int) -> Iterator[Run]:
        """The runs of draft[start:end], cut to it."""
        index = max(0, bisect_right(self.runs, start, key=lambda run: run.at) - 1)
        while index < len(self.runs) and self.runs[index].at < end:
            run = self.runs[index]
            low = run.at if run.at > start else start
            high = min(end, run.at + run.length)
            if low < high:
                yield Run(low, high - low, run.raw + (low - run.at if run.copied else 0), run.copied)
            index += 1

    def pieces(self) -> tuple[Piece, ...]:
        """The map of the finished text: its runs, and what of the raw text it leaves out. Empty if nothing changed."""
        if self.text == self.raw and not self.repairs:
            return ()
        shown = [
            Piece(run.at, run.length, run.raw, run.raw + (run.length if run.copied else 0))
            for run in self.runs
            if run.length
        ]
        return tuple(sorted([*shown, *self._dropped()], key=lambda p: (p.mended, p.length > 0, p.raw)))

    def _dropped(self) -> Iterator[Piece]:
        """Raw characters that no run shows, each placed where the raw text goes on after them."""
        done, last = 0, 0
        for run in sorted((r for r in self.runs if r.copied and r.length), key=lambda r: r.raw):
            if run.raw > done:
                yield Piece(run.at, 0, done, run.raw, self.raw[done : run.raw])
            done, last = run.raw + run.length, run.at + run.length
        if done < len(self.raw):
            yield Piece(last, 0, done, len(self.raw), self.raw[done:])


class _Builder:
    """Gathers the runs and characters of the next draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.runs, self.texts, self.length = draft, list[Run](), list[str](), 0

    def copy(self, start: int, end: int) -> None:
        """Take over draft[start:end]."""
        for run in self.draft.slices(start, end):
            self._add(run, self.draft.text[run.at : run.at + run.length])

    def insert(self, text: str, edit: Edit) -> None:
        """Put in characters; they stand where the edit begins."""
        self._add(Run(0, len(text), self.draft.raw_span(edit.start, edit.end)[0], False), text)

    def since(self, position: int) -> str:
        """The characters gathered from a position on."""
        tail, found = [], self.length
        for text in reversed(self.texts):
            if found <= position:
                break
            tail.append(text)
            found -= len(text)
        return "".join(reversed(tail))[position - found :]

    def _add(self, run: Run, text: str) -> None:
        previous = self.runs[-1] if self.runs else None
        if previous and run.copied and previous.copied and previous.raw + previous.length == run.raw:
            self.runs[-1] = Run(previous.at, previous.length + run.length, previous.raw, True)
        else:
            self.runs.append(Run(self.length, run.length, run.raw, run.copied))
        self.texts.append(text)
        self.length += run.length


def settle(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in order, without those that overlap an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def shift(blocks: Sequence[Block], edits: Sequence[Edit]) -> list[Block]:
    """Blocks of a draft as blocks of the draft after `edits` (settled; none may cross the edge of a block)."""
    ends, deltas = [0], [0]
    for edit in edits:
        ends.append(edit.end)
        deltas.append(deltas[-1] + _growth(edit))

    def moved(position: int) -> int:
        return position + deltas[bisect_right(ends, position) - 1]

    return [Block(block.kind, moved(block.start), moved(block.end), block.number) for block in blocks]


def _growth(edit: Edit) -> int:
    shown = sum(len(part) if isinstance(part, str) else part[1] - part[0] for part in edit.parts)
    return shown - (edit.end - edit.start)


def rebuild(text: str, pieces: Sequence[Piece]) -> str:
    """The raw text, from the mended text and its pieces alone: the proof that nothing was lost."""
    if not pieces:
        return text
    parts = sorted((p for p in pieces if p.raw_end > p.raw), key=lambda p: p.raw)
    return "".join(p.before if not p.length else text[p.mended : p.mended + p.length] for p in parts)
