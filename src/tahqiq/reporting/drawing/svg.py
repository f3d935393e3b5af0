"""A few words of SVG: elements as text, everything escaped, texts that both directions read right.

Renderers disagree on `direction`; what they agree on is a left-to-right root, right-to-left text between U+2067 and
U+2069, and an anchor at the end of the text.
"""

from __future__ import annotations

from html import escape
from typing import Any

ISOLATE, RELEASE = "\u2067", "\u2069"


def tag(name: str, *inside: str, **attributes: Any) -> str:
    """An element. `_` in attribute names stands for `-`; numbers are rounded to a tenth; None leaves one out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def words(text: str) -> str:
    """Text as the inside of an element."""
    return escape(text, quote=False)


def text(content: str, x: float, y: float, *, rtl: bool, anchor: str = "start", **attributes: Any) -> str:
    """A line of text that starts (reads from) at x: in a right-to-left language it ends there for the eye."""
    if rtl:
        content = f"{ISOLATE}{content}{RELEASE}"
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    return tag("text", words(content), x=x, y=y, text_anchor=anchor, **attributes)


def _plain(value: Any) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
