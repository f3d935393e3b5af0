"""The letters of pictures that stand alone: those of the site, so that a figure looks alike on every screen."""

from __future__ import annotations

import base64
import unicodedata
from functools import cache

from tahqiq.catalog.compiled import DATA

FAMILY = "Noto Sans, Noto Sans Arabic, sans-serif"
MERGED = "Tahqiq"
"""One face with the letters of both scripts: where a line needs a second one, resvg writes whole words in another
weight, or leaves letters out."""
MERGED_FILES = tuple(str(DATA / "web" / f"noto-sans-both-{weight}.ttf") for weight in ("regular", "bold"))
FACES = {"Noto Sans": "noto-sans", "Noto Sans Arabic": "noto-sans-arabic"}


def with_faces(drawing: str) -> str:
    """A picture that carries the letters it needs: an image on a page may fetch none."""
    head, end, rest = drawing.partition(">")
    arabic = any(unicodedata.bidirectional(char) == "AL" for char in drawing)
    needed = [family for family in FACES if arabic or family != "Noto Sans Arabic"]
    return f"{head}{end}<style>{''.join(map(_face, needed))}</style>{rest}"


@cache
def _face(family: str) -> str:
    inside = base64.b64encode((DATA / "web" / f"{FACES[family]}-regular.woff2").read_bytes()).decode()
    return f'@font-face{{font-family:"{family}";src:url(data:font/woff2;base64,{inside}) format("woff2")}}'
