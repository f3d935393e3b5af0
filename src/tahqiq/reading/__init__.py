"""Bytes -> Text: formats (txt md html pdf docx, a web address), repair by form only, and the offset map."""

from __future__ import annotations

from tahqiq.reading.draft import rebuild
from tahqiq.reading.limits import LIMITS, Limits
from tahqiq.reading.reader import read

__all__ = ["LIMITS", "Limits", "read", "rebuild"]
