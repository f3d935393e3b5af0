"""The parts that models are made of: strict mappings, texts in every language, names that must be known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, RootModel
from pydantic_core import PydanticCustomError

from tahqiq.catalog.models.marks import Trail

T = TypeVar("T")
TOLD_IN = ("en", "ar")
"""The languages in which everything that a reader sees is told."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What a file may name that stands elsewhere: its register's id and what the register can be asked.

    measures: each with the dimensions that it can be filtered by. file: the name of the file itself.
    """

    path: Path
    measures: Mapping[str, Collection[str]] = field(default_factory=dict)
    dimensions: frozenset[str] = frozenset()
    file: str = ""

    @property
    def language(self) -> str:
        """The code in the name of the file that is being checked (`lexemes.<code>.yml`), else that of its folder."""
        return self.file.split(".")[1] if self.file.count(".") > 1 else self.path.name

    @property
    def name(self) -> str:
        """The name of the folder: the id of the register in it."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a value: the way to it, and the code and the details of the message that says so."""

    trail: Trail
    code: str
    details: dict[str, Any] = field(default_factory=dict)


class Strict(BaseModel):
    """A mapping with these keys and no others; nothing is converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)


class DataFile(BaseModel):
    """A whole file."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """What is wrong though every key and type is right: names that nothing has, numbers that do not fit."""
        return iter(())


class File(Strict, DataFile):
    """A whole file that is a mapping of fixed keys."""


class Listing(RootModel[T], DataFile):
    """A whole file that is a list, or a mapping whose keys are ids."""

    model_config = ConfigDict(frozen=True, strict=True)


def unknown(trail: Trail, name: str, known: Iterable[str]) -> Iterator[Fault]:
    """The fault of a name that is none of those known; nothing for one that is."""
    names = list(known)
    if name not in names:
        yield Fault(trail, "unknown_name", {"name": name, "known": names})


def _told(words: dict[str, str]) -> dict[str, str]:
    for language in TOLD_IN:
        if language not in words:
            raise PydanticCustomError("missing_key", "", {"name": language})
    return words


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Words = Annotated[dict[str, str], AfterValidator(_told)]
"""A text in English (`en`) and Arabic (`ar`), and in any other language."""
OneOrMore = Annotated[list[T], BeforeValidator(_listed)]
"""A list, or its only member without the brackets."""
