"""A form found in a text, and the terms it may stand for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple


class Hit(NamedTuple):
    """A form found in the text: its span and the ids of the terms it may stand for (`veto`, `place:XXX`)."""

    start: int
    end: int
    ids: tuple[str, ...]

    def has(self, wanted: Iterable[str]) -> bool:
        """Whether it stands for any of these terms."""
        for i in self.ids:  # noqa: SIM110 - asked so often that a generator costs a twelfth of a check
            if i in wanted:
                return True
        return False

    def of_kind(self, kinds: str | tuple[str, ...]) -> bool:
        """Whether a term it may stand for is of one of these kinds, told by how its id begins ("act.")."""
        return _of_kind(self.ids, kinds)

    def codes(self, *kinds: str) -> tuple[str, ...]:
        """The place codes it names as one of these kinds (place, seat, adj, subject)."""
        return codes_of(self.ids, kinds)


@lru_cache(maxsize=16384)
def _of_kind(ids: tuple[str, ...], kinds: str | tuple[str, ...]) -> bool:
    return any(i.startswith(kinds) for i in ids)


@lru_cache(maxsize=16384)
def codes_of(ids: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The place codes among these ids, of these kinds, each once."""
    parts = (i.partition(":") for i in ids)
    return tuple(dict.fromkeys(c for kind, _, codes in parts if codes and kind in kinds for c in codes.split("+")))
