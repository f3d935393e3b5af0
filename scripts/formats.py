"""Writes the pages on the formats of data files from their models: every key, what it holds, its default."""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from tahqiq.catalog.models.base import DataFile, Words
from tahqiq.catalog.models.files import KINDS, Anything
from tahqiq.catalog.models.frames import Frames
from tahqiq.catalog.models.language import LanguageFile
from tahqiq.catalog.models.lexemes import Inflection
from tahqiq.catalog.models.places import NamesFile, PlacesFile, RepairFile

MADE = "<!-- Made by `make docs` from the models in src/tahqiq/catalog/models; do not edit. -->"
NAMES = {str: "text", int: "whole number", float: "number", bool: "true or false", date: "day", Any: "anything"}
HERE = Path(__file__).parent


def register_page() -> str:
    """The files of a register."""
    models = {name: model for name, model in KINDS.items() if model not in (Anything, Frames)}
    rows = "\n".join(f"| [`{_shown(name)}`](#{_anchor(model)}) | {_line(model)} |" for name, model in models.items())
    head = (HERE / "register-format.md").read_text("utf-8").rstrip().replace("{files}", rows)
    return "\n\n".join(["# The format of a register", MADE, head, *_files(models)]) + "\n"


def language_page() -> str:
    """The files of a language, and those of places."""
    models: dict[str, type[DataFile]] = {
        "language.yml": LanguageFile,
        "inflection.yml": Inflection,
        "repair.yml": RepairFile,
        "places.yml": NamesFile,
        "data/places.yml": PlacesFile,
    }
    head = (HERE / "language-format.md").read_text("utf-8").rstrip()
    return "\n\n".join(["# The format of a language", MADE, head, *_files(models)]) + "\n"


def frame_keys() -> Iterator[str]:
    """Every key of a frame, of its roles and of its wholes."""
    yield from _files({"frames.yml": Frames})


def _files(models: dict[str, type[DataFile]]) -> Iterator[str]:
    for name, model in models.items():
        yield f'## `{_shown(name)}`\n\n<a id="{_anchor(model)}"></a>{_text(model)}'
        inner = _parts(model)
        if not issubclass(model, RootModel):
            yield _table(model)
        else:
            yield f"The file: {_kind(model.model_fields['root'].annotation)}."
        for part in inner:
            yield f'### {_title(part)}\n\n<a id="{_anchor(part)}"></a>{_text(part)}'
            yield _table(part)


def _table(model: type[BaseModel]) -> str:
    rows = [f"| `{field.alias or name}` | {_holds(field)} | {_meaning(field)} |" for name, field in _fields(model)]
    return "\n".join(["| key | holds | meaning |", "|---|---|---|", *rows])


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """Keys that must be there first, in the order of the model."""
    fields = list(model.model_fields.items())
    yield from (f for f in fields if f[1].is_required())
    yield from (f for f in fields if not f[1].is_required())


def _holds(field: FieldInfo) -> str:
    told = _kind(field.rebuild_annotation())
    if field.is_required():
        return f"{told}; **required**"
    default = field.default
    if default in (None, "", [], {}, PydanticUndefined):
        return told
    return f"{told}; `{str(default).lower() if isinstance(default, bool) else default}` unless given"


def _kind(kind: Any) -> str:
    """A type in words."""
    if kind == Words:
        return "text in each language"
    if kind in NAMES:
        return NAMES[kind]
    if get_origin(kind) is Annotated:
        base = _kind(get_args(kind)[0])
        return f"{base.removeprefix('list of ')}, or a list" if base.startswith("list of ") else base
    if get_origin(kind) is Literal:
        return " or ".join(f"`{value}`" for value in get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        return " or ".join("null" if part is type(None) else _kind(part) for part in get_args(kind)).removesuffix(
            " or null"
        )
    if get_origin(kind) is list:
        return f"list of {_kind(get_args(kind)[0])}"
    if get_origin(kind) is dict:
        key, value = get_args(kind)
        return f"by {'name' if key is str else _kind(key)}: {_kind(value)}"
    return f"[{_title(kind)}](#{_anchor(kind)})"


def _parts(model: type[BaseModel]) -> list[type[BaseModel]]:
    """The models inside a model, in the order in which it names them."""
    found: dict[type[BaseModel], None] = {}
    for field in model.model_fields.values():
        for inner in _models(field.annotation):
            found.update(dict.fromkeys([inner, *_parts(inner)]))
    return list(found)


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for part in get_args(kind):
        yield from _models(part)


def _title(model: type[BaseModel]) -> str:
    return model.__name__.removesuffix("_")


def _anchor(model: type[BaseModel]) -> str:
    return f"{model.__module__.rpartition('.')[2]}-{model.__name__.lower()}"


def _shown(pattern: str) -> str:
    return pattern.replace(".*.", ".<code>.")


def _text(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split())


def _line(model: type[BaseModel]) -> str:
    return _text(model).removesuffix(".").replace("|", "\\|")


def _meaning(field: FieldInfo) -> str:
    return " ".join((field.description or "").split()).replace("|", "\\|")
