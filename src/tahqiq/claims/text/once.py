"""What every frame and figure asks anew of a sentence or an article, worked out once and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar, TypeVarTuple


class Keeps(Protocol):
    """A sentence or an article: it has room for what was worked out of it, which goes when it goes."""

    @property
    def kept(self) -> dict[Any, Any]:
        """What was worked out, by the function and what it was asked."""
        ...


K = TypeVar("K", bound=Keeps)
T = TypeVar("T")
Asked = TypeVarTuple("Asked")


def once(work: Callable[[K, *Asked], T]) -> Callable[[K, *Asked], T]:
    """The same function, which works only where it was not asked before. Nothing may change what it gives."""

    @wraps(work)
    def told(of: K, *asked: *Asked) -> T:
        key = (work, *asked)
        if key not in of.kept:
            of.kept[key] = work(of, *asked)
        found: T = of.kept[key]
        return found

    return told
