"""A drawing as PNG, by resvg, in the letters of the site; what those lack is taken from the fonts of the system."""

from __future__ import annotations

from tahqiq.errors import UsageError
from tahqiq.reporting.drawing.faces import MERGED, MERGED_FILES

ZOOM = 2.0
"""Pixels for each unit of the drawing, so that it is sharp on every screen."""


def png(drawing: str) -> bytes:
    """The picture of an `<svg>` element. UsageError `needs_extra` when the library for it is not installed."""
    try:
        import resvg_py
    except ImportError as problem:
        raise UsageError("needs_extra", kind="png", extra="web") from problem
    style = f"svg {{ font-family: {MERGED} }}"
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, zoom=ZOOM, font_files=list(MERGED_FILES), style_sheet=style))
