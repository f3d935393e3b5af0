"""A data file to be filled in: every key of its model with its meaning, and a mark on what was filled already."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tahqiq.catalog.models.base import Strict

CLDR, USUAL, OPEN = "(CLDR)", "(usual: look it over)", "(to fill)"
"""The marks: known to CLDR, as most languages have it, and left to whoever knows the language."""
WIDTH = 110
UNSEEN = ("Cf", "Zs")
"""Categories of characters that nobody sees: they are written as escapes."""
SEEN = " \u200c"
"""Save the blank, and the mark that parts letters of one word, which belongs to the spelling."""


def skeleton(
    model: type[BaseModel], known: Mapping[str, Any], usual: Mapping[str, Any], indent: str = ""
) -> Iterator[str]:
    """The lines of a file. `known` holds what CLDR says, `usual` what most languages have, both in the model's form."""
    for name, field in model.model_fields.items():
        key, kind = field.alias or name, field.annotation
        if isinstance(kind, type) and issubclass(kind, Strict):
            yield from comment(field.description or "", indent)
            yield f"{indent}{key}:"
            yield from skeleton(kind, known.get(key, {}), usual.get(key, {}), indent + "  ")
            continue
        value, mark = _filled(key, field, known, usual)
        yield from comment(f"{mark} {field.description}", indent)
        yield f"{indent}{key}: {flow(value)}"


def flow(value: Any) -> str:
    """A value on one line of YAML."""
    written = _dumped(value, escaped=False)
    unseen = any(unicodedata.category(char) in UNSEEN for char in written if char not in SEEN)
    return _dumped(value, escaped=True) if unseen else written


def _dumped(value: Any, *, escaped: bool) -> str:
    style: dict[str, Any] = {
        "allow_unicode": not escaped,
        "default_flow_style": True,
        "width": float("inf"),
        "sort_keys": False,
    }
    return str(yaml.safe_dump(value, **style)).removesuffix("...\n").strip()


def _filled(key: str, field: FieldInfo, known: Mapping[str, Any], usual: Mapping[str, Any]) -> tuple[Any, str]:
    if key in known:
        return known[key], CLDR
    if key in usual:
        return usual[key], USUAL if _whole(usual[key]) else OPEN
    return (_empty(field.annotation) if field.is_required() else field.get_default()), OPEN


def _whole(value: Any) -> bool:
    """Whether a usual value has anything in it, and no list that waits for words."""
    if isinstance(value, dict):
        return bool(value) and all(map(_whole, value.values()))
    return isinstance(value, bool) or bool(value)


def _empty(kind: Any) -> Any:
    """The empty value of a type."""
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    return {list: [], dict: {}, str: "", bool: False}.get(get_origin(kind) or kind)


def comment(text: str, indent: str) -> Iterator[str]:
    """A text as lines of a comment."""
    yield from (f"{indent}# {line}" for line in textwrap.wrap(" ".join(text.split()), WIDTH - len(indent)))
