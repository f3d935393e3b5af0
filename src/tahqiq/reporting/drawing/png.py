"""A drawing as PNG, by resvg, which takes its fonts from the system."""

from __future__ import annotations

from tahqiq.errors import UsageError

ZOOM = 2.0
"""Pixels for each unit of the drawing, so that it is sharp on every screen."""
FONT = "DejaVu Sans"
"""What "sans-serif" is: one font with the letters of both scripts. Where a line needs a second font resvg writes whole
words in another weight, or leaves letters out."""


def png(drawing: str) -> bytes:
    """The picture of an `<svg>` element. UsageError `needs_extra` when the library for it is not installed."""
    try:
        import resvg_py
    except ImportError as problem:
        raise UsageError("needs_extra", kind="png", extra="web") from problem
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, zoom=ZOOM, sans_serif_family=FONT))
