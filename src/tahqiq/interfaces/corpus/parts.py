"""The tables of a corpus on disk: parts, each in place whole or not at all.

A part has one file in each table. They are written under other names and put in place one after another, that of the
documents last: a part whose documents are not in place has never been. Which documents are done is read from the files
in place, so there is no list of them that could be wrong.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tahqiq.errors import InputError
from tahqiq.interfaces.corpus.plan import digest
from tahqiq.interfaces.corpus.tables import TABLES, schema

if TYPE_CHECKING:
    import pyarrow as pa

FIRST, REST = TABLES[0], TABLES[1:]
UNFINISHED = ".unfinished"
SUFFIX = ".parquet"


class Parts:
    """The parts in a folder. Made anew it clears what an earlier run left unfinished."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with told(folder):
            for table in TABLES:
                (folder / table).mkdir(parents=True, exist_ok=True)
            self._clear()

    def _clear(self) -> None:
        whole = self.names()
        for table in TABLES:
            for path in (self.folder / table).iterdir():
                if path.name.endswith(UNFINISHED) or (path.suffix == SUFFIX and path.name not in whole):
                    path.unlink()

    def names(self) -> set[str]:
        """The names of the parts in place."""
        return {path.name for path in (self.folder / FIRST).glob(f"*{SUFFIX}")}

    def done(self) -> Iterator[int]:
        """The digests of the documents in place."""
        import pyarrow.parquet as pq

        for name in sorted(self.names()):
            path = self.folder / FIRST / name
            try:
                ids = pq.read_table(path, columns=["id"]).column("id").to_pylist()
            except (OSError, ValueError) as problem:  # broken by something else than a run
                raise InputError("damaged_file", source=str(path), kind="parquet") from problem
            yield from map(digest, ids)

    def put(self, rows: Mapping[str, Iterable[str]]) -> None:
        """Put a further part in place: of each table its rows as JSON lines. InputError `cannot_write`."""
        name = f"part-{max([0, *(int(n[5:-8]) for n in self.names())]) + 1:06}{SUFFIX}"
        paths = [self.folder / table / (name + UNFINISHED) for table in (*REST, FIRST)]
        try:
            with told(self.folder):
                for path in paths:
                    _write(table_of(path.parent.name, rows[path.parent.name]), path)
                for path in paths:
                    os.replace(path, path.with_name(name))
                    _settle(path.parent)
        except BaseException:
            for path in paths:
                with contextlib.suppress(OSError):
                    path.unlink()
            raise


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell what the system refuses as an error of ours."""
    try:
        yield
    except OSError as problem:
        raise InputError("cannot_write", path=str(path), problem=problem.strerror or str(problem)) from problem


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Be the only run that writes into a folder, on systems that can tell. InputError `in_use`."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w", encoding="ascii") as file:
        try:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            pass
        except BlockingIOError as problem:
            raise InputError("in_use", path=str(folder)) from problem
        yield


def table_of(table: str, rows: Iterable[str]) -> pa.Table:
    """Rows given as JSON lines, in the columns of a table."""
    import pyarrow as pa
    import pyarrow.json as pj

    wanted = schema(table)
    data = "".join(rows).encode("utf-8", "replace")
    if not data:
        return wanted.empty_table()
    plain = pa.schema([pa.field(f.name, pa.string() if pa.types.is_date(f.type) else f.type) for f in wanted])
    options = pj.ParseOptions(explicit_schema=plain, unexpected_field_behavior="error")
    block = pj.ReadOptions(block_size=max(1 << 20, len(data)))
    return pj.read_json(io.BytesIO(data), read_options=block, parse_options=options).cast(wanted)


def _write(table: Any, path: Path) -> None:
    import pyarrow.parquet as pq

    with open(path, "wb") as file:
        pq.write_table(table, file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Let the system keep the new name through a loss of power, where it can be asked to."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
