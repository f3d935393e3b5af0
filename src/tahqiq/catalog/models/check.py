"""A data file set against its model: what it holds, and one flaw with a line for each thing wrong."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError

from tahqiq.catalog.compiled import DATA
from tahqiq.catalog.models.base import DataFile, Folder
from tahqiq.catalog.models.marks import Marked, Trail, read_marked
from tahqiq.catalog.version import root
from tahqiq.errors import DataError, Flaw

M = TypeVar("M", bound=DataFile)
WANTED = {
    "string_type": "text",
    "int_type": "whole",
    "float_type": "number",
    "bool_type": "truth",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "date_type": "day",
}
"""Which word of the message `flaw-wrong_type` an error of pydantic calls for."""
MANY = 40
"""More names than this are no help: then only the nearest is told, and those of its kind."""


@dataclass(frozen=True, slots=True)
class Checked(Generic[M]):
    """A file set against its model: what it holds (`read`, None where it is not sound), or all that is wrong."""

    name: str
    read: M | None
    flaws: tuple[Flaw, ...]
    marked: Marked

    @property
    def sound(self) -> M:
        """What the file holds. DataError, with every flaw, when it is not sound."""
        if self.read is None:
            raise DataError(self.flaws)
        return self.read

    def flaw(self, trail: Trail, code: str, **details: Any) -> Flaw:
        """Something wrong at a place of the file that only its reader can see."""
        return Flaw(self.name, self.marked.line(trail), code, details)


def check_file(path: Path, model: type[M], folder: Folder | None = None) -> Checked[M]:
    """The file as its model, or all that is wrong with it."""
    name = shown(path)
    marked = read_marked(path, name)
    if marked.flaws:
        return Checked(name, None, marked.flaws, marked)
    try:
        read = model.model_validate(marked.value)
    except ValidationError as problem:
        return Checked(name, None, tuple(_flaws(name, marked, model, problem)), marked)
    faults = tuple(read.faults(replace(folder or Folder(path.parent), file=path.name)))
    flaws = tuple(Flaw(name, marked.line(f.trail), f.code, _with_near(f.details)) for f in faults)
    return Checked(name, None if flaws else read, flaws, marked)


def read_model(path: Path, model: type[M]) -> Any:
    """The file as its model writes it, for compiling. DataError, with every flaw, when it is not sound."""
    return plain(check_file(path, model).sound)


def as_written(path: Path, model: type[M]) -> Any:
    """The file as it stands, for compiling in a form of its own. DataError, with every flaw, when it is not sound."""
    checked = check_file(path, model)
    if checked.flaws:
        raise DataError(checked.flaws)
    return checked.marked.value


def plain(read: BaseModel) -> Any:
    """A model as JSON holds it: days are ISO strings, defaults are filled in, keys without a value are left out."""
    return read.model_dump(mode="json", by_alias=True, exclude_none=True)


def shown(path: Path) -> str:
    """The name of a data file as messages show it: below the data folder, or the version, where it lies there."""
    base = next((base for base in (root(), DATA) if path.is_relative_to(base)), None)
    return path.relative_to(base).as_posix() if base else path.as_posix()


def _flaws(file: str, marked: Marked, model: type[BaseModel], problem: ValidationError) -> Iterator[Flaw]:
    """The errors of pydantic as flaws; a key that is missing as it is misspelt is told by its misspelling alone."""
    found = [(error["loc"][:-1], _flaw(file, marked, model, error)) for error in problem.errors(include_url=False)]
    misspelt = {(around, flaw.details["near"]) for around, flaw in found if "near" in flaw.details}
    for around, flaw in found:
        if flaw.code != "missing_key" or (around, flaw.details["name"]) not in misspelt:
            yield flaw


def _flaw(file: str, marked: Marked, model: type[BaseModel], error: Mapping[str, Any]) -> Flaw:
    """One error of pydantic as a flaw."""
    trail: Trail = error["loc"]
    kind, name = error["type"], str(next((s for s in reversed(trail) if isinstance(s, str)), file))
    line = marked.line(trail)
    if kind == "extra_forbidden":
        known = _keys(model, trail[:-1])
        return Flaw(file, line, "unknown_key", {"name": str(trail[-1])} | _nearest(str(trail[-1]), known))
    if kind == "missing":
        return Flaw(file, line, "missing_key", {"name": name})
    if kind == "missing_key":
        return Flaw(file, line, kind, dict(error["ctx"]))
    if kind == "literal_error":
        known = [str(v) for v in _literals(model, trail)]
        return Flaw(file, line, "unknown_name", {"name": str(error["input"])} | _nearest(str(error["input"]), known))
    value = _short(error["input"])
    if kind in WANTED:
        return Flaw(file, line, "wrong_type", {"name": name, "value": value, "wanted": WANTED[kind]})
    return Flaw(file, line, "wrong_value", {"name": name, "value": value, "problem": error["msg"]})


def _with_near(details: Mapping[str, Any]) -> dict[str, Any]:
    told = {key: value for key, value in details.items() if key != "known"}
    return told | _nearest(details["name"], details["known"]) if "known" in details else told


def _nearest(name: str, known: Iterable[str]) -> dict[str, str]:
    """What a message says beside an unknown name: the nearest one known, and all of them where they are few.

    Of many names, those of the same kind are told: `thing.sale` has its kind before the full stop.
    """
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1)
    if len(names) > MANY:
        kind, stop, _ = name.partition(".")
        names = [other for other in names if other.startswith(kind + stop)] if stop else []
    few = {"known": ", ".join(names)} if names and len(names) <= MANY else {}
    return ({"near": near[0]} if near else {}) | few


def _keys(model: Any, trail: Trail) -> list[str]:
    """The keys that a model allows at a place."""
    found = _at(model, trail)
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        return []
    return [field.alias or name for name, field in found.model_fields.items()]


def _literals(model: Any, trail: Trail) -> tuple[Any, ...]:
    return get_args(_at(model, trail))


def _at(kind: Any, trail: Trail) -> Any:
    """The type that a model gives to a place."""
    for step in trail:
        kind = _inner(_bare(kind), step)
    return _bare(kind)


def _inner(kind: Any, step: str | int) -> Any:
    """The type of one key or item of a type."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return next((f.annotation for n, f in kind.model_fields.items() if step in (n, f.alias)), None)
    arguments = get_args(kind)
    return arguments[-1] if arguments else None


def _bare(kind: Any) -> Any:
    """A type without what wraps it: annotations, `| None`, the root of a listing."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return _bare(next(a for a in get_args(kind) if a is not type(None)))
    if isinstance(kind, type) and issubclass(kind, RootModel):
        return _bare(kind.model_fields["root"].annotation)
    return kind


def _short(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= MANY else text[:MANY] + "\u2026"
