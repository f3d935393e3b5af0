"""What a document may cost. Every bound a hostile file could break has a name here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds. Sizes are bytes, `characters` code points, times seconds."""

    size: int = 20_000_000
    characters: int = 20_000_000
    pages: int = 2_000
    expanded: int = 60_000_000
    ratio: int = 200
    parts: int = 2_000
    depth: int = 200
    nodes: int = 1_000_000
    seconds: float = 30.0
    redirects: int = 5


LIMITS = Limits()
