"""Bytes -> Text: formats (txt md html pdf docx, a web address), repair by form only, and the offset map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tahqiq.reading.draft import rebuild
from tahqiq.reading.limits import LIMITS, Limits
from tahqiq.reading.reader import read

if TYPE_CHECKING:
    from tahqiq.reading.address import Fetched

__all__ = ["LIMITS", "Limits", "fetch", "read", "rebuild"]


def fetch(url: str, **options: Any) -> Fetched:
    """The document at a web address as (data, kind, url); see `tahqiq.reading.address.fetch`."""
    from tahqiq.reading import address

    return address.fetch(url, **options)
