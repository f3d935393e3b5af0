"""What a document may cost. Every bound a hostile file could break has a name here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds. Sizes are bytes, times seconds, memory megabytes.

    `size` is that of the document, `expanded` of all parts of a Word file unpacked, `parts` their number; `nodes`
    bounds the elements of HTML and Word, `pages` and `glyphs` a PDF. HTML, PDF and Word are read in a process of their
    own, for `seconds` at most and with `memory` beside what it needs anyway. `redirects` bounds an address.
    """

    size: int = 20_000_000
    pages: int = 2_000
    glyphs: int = 2_000_000
    expanded: int = 60_000_000
    parts: int = 2_000
    nodes: int = 1_000_000
    seconds: float = 60.0
    memory: int = 1_000
    redirects: int = 5


LIMITS = Limits()
