"""Ids made from what a table calls things."""

from __future__ import annotations

import re


def clean(text: str) -> str:
    """A name without the signs that part several in a question."""
    return " ".join(text.replace(",", " ").split())


def slug(text: str) -> str:
    """An id from the letters of a head; empty where it has none of ours."""
    found = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")[:40]
    return found if found[:1].isalpha() else ""


def unique(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where it is taken."""
    number = 2
    found = name
    while found in taken:
        found, number = f"{name}_{number}", number + 1
    return found
