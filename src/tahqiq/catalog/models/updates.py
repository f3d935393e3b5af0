"""`updates.yml`: where the newest files of a register lie, and how its build reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tahqiq.catalog.models.base import Fault, File, Folder, Strict, Words, unknown


class Index(Strict):
    """A list, in JSON, of files of which the newest is meant: the name of each edition begins with its day."""

    address: str
    """Where the list stands."""
    name: str
    """The key of an entry that holds the name of the file."""
    like: str
    """A pattern of the names meant (`*_voting`)."""
    link: str
    """The key of an entry that holds the address of the file."""


class Key(Strict):
    """What a publisher wants to be told with each request, which everyone asks of him for himself."""

    setting: str
    """The setting in the environment that holds it."""
    header: str
    """The head of the request that carries it."""


class Each(Strict):
    """Of a list: a further file for each of its entries. One that was had before is not asked for again."""

    folder: str
    """The folder of the files for `build.py`."""
    name: str
    """The key of an entry that holds the name of its file."""
    link: str
    """The key of an entry that holds the address of its file."""


class Fetched(Strict):
    """A file that `build.py` reads, and where its newest edition lies."""

    source: str
    """The id of the source that it renews."""
    title: str | None = None
    """What its newest edition is called, where the title of a source names the edition."""
    address: str | None = None
    """The official address."""
    index: Index | None = None
    """In place of an address that changes with each edition: the list that names it."""
    key: Key | None = None
    """What the publisher wants to be told."""
    unpack: str | None = None
    """A pattern of the one file meant, where the address gives a ZIP archive."""
    form: Literal["csv", "json"]
    """How the file is written."""
    rows: str = ""
    """Of JSON: the way to the list of entries, keys and numbers joined by dots; the whole where left out."""
    total: str | None = None
    """Of JSON: the way to how many entries there should be."""
    needed: list[str]
    """Columns or keys without which the layout is another one."""
    columns: dict[str, str] = {}
    """Of JSON: a table is made with these columns, each from the way to its value in an entry."""
    each: Each | None = None
    """Of JSON: what each of its entries leads to."""
    filled: list[str] = []
    """Columns of that table; an entry that lacks one of them is no row."""


class Updates(File):
    """How a register is renewed."""

    files: dict[str, Fetched]
    """The files by their names in the folder that `build.py` is given."""
    script: str = "build.py"
    """The script that builds: another where rows are only added to those there are."""
    reads: list[str] = []
    """Registers beside it that the script reads: it comes after them, and runs though no file is new."""
    asks: Words | None = None
    """What a person has to say of each new row before any is taken (`record/coding.py`)."""
    by_hand: Words | None = None
    """What a person has to do when a file is a newer one than that of its source: then nothing is built."""
    covers: str
    """The last day that the rows cover: a query over the tables of the register."""
    gaps: dict[str, str] = {}
    """By the ids of gaps in `register.yml`: a query for the first day from which the gap is left."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """An address or an index, not both; only columns that are made can have to be filled."""
        for name, file in self.files.items():
            if (file.address is None) == (file.index is None):
                yield Fault(("files", name), "missing_key", {"name": "address"})
            for at, column in enumerate(file.filled):
                yield from unknown(("files", name, "filled", at), column, file.columns)
