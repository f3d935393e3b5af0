"""JSON for people and programs: the outer levels line by line, what lies deeper on one line."""

from __future__ import annotations

import json
from typing import Any

write = json.JSONEncoder(ensure_ascii=False).encode
"""A value on one line. Only this is written by C: indentation of all levels takes six times as long."""


def laid_out(value: Any, levels: int, at: int = 0) -> str:
    """The value as JSON with so many of its levels line by line, itself indented by `at` columns."""
    if not levels or not value or not isinstance(value, (dict, list)):
        return write(value)
    line = "\n" + " " * (at + 1)
    if isinstance(value, dict):
        parts = [f"{write(key)}: {laid_out(held, levels - 1, at + 1)}" for key, held in value.items()]
    else:
        parts = [laid_out(held, levels - 1, at + 1) for held in value]
    opened, closed = "{}" if isinstance(value, dict) else "[]"
    return opened + line + f",{line}".join(parts) + line[:-1] + closed
