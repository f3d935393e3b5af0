"""Daft carries a run: it finds and reads the source, here or in object stores, and hands batches to the workers.

Daft counts its users by a call home when it is imported. That is switched off before.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from tahqiq.errors import InputError, TahqiqError, UsageError
from tahqiq.interfaces.corpus.documents import CONTENT, PATH
from tahqiq.interfaces.corpus.plan import FORMS, Engine, Form, Plan
from tahqiq.interfaces.corpus.tables import ID, TABLES
from tahqiq.interfaces.corpus.work import Lines, Worker, Workers

if TYPE_CHECKING:
    import daft

QUIET = {"DO_NOT_TRACK": "true", "SCARF_NO_ANALYTICS": "true", "DAFT_ANALYTICS_ENABLED": "0", "DAFT_PROGRESS_BAR": "0"}
BATCH = 64
"""Rows that a worker is given at once."""
MORSEL = 1024
"""Rows that the engine reads ahead at once: texts are long, and memory is to stay flat."""
SUFFIXES: dict[str, Form] = {
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "parquet": "parquet",
    "pq": "parquet",
    "warc": "warc",
}
PACKED = ("gz", "zst", "bz2")
GLOB = "*?["


@dataclass(frozen=True, slots=True)
class Found:
    """What a source holds: the addresses of its files, and their form."""

    paths: tuple[str, ...]
    form: Form


def start(engine: Engine, address: str | None) -> None:
    """Load Daft and let it run here or on a Ray cluster. UsageError `needs_extra`."""
    os.environ.update(QUIET)
    try:
        import daft
        import pyarrow  # noqa: F401 - what is written needs it
        import warcio  # noqa: F401 - what is read may need it

        if engine == "ray":
            import ray  # noqa: F401
    except ImportError as problem:
        raise UsageError("needs_extra", kind="corpus", extra="ray" if engine == "ray" else "corpus") from problem
    if engine == "ray":
        daft.set_runner_ray(address, noop_if_initialized=True)
    elif daft.get_or_infer_runner_type() != "native":
        daft.set_runner_native()
    daft.set_execution_config(default_morsel_size=MORSEL, maintain_order=True)


def find(source: str, form: Form | None) -> Found:
    """The files of a source: a folder, a pattern, or one file. InputError `not_found`, UsageError `mixed_forms`."""
    import daft

    pattern = source if "://" in source else str(Path(source).absolute())
    if not any(mark in source for mark in GLOB) and _is_folder(pattern):
        pattern = pattern.rstrip("/") + "/**"
    try:
        listed = daft.from_glob_path(pattern).select("path").to_pydict()["path"]
    except Exception as problem:
        raise InputError("no_source", source=source) from problem
    paths = tuple(sorted(path.removeprefix("file://") for path in listed))
    forms = {_form(path) for path in paths}
    if form is None and len(forms) > 1:
        raise UsageError("mixed_forms", source=source, found=", ".join(sorted(forms)), known=", ".join(FORMS))
    wanted = form or forms.pop()
    return Found(paths if form is None else tuple(p for p in paths if _form(p) == form) or paths, wanted)


def _is_folder(pattern: str) -> bool:
    """Whether an address names a folder: one that is there, or in an object store one without a suffix."""
    return "." not in PurePosixPath(pattern).name if "://" in pattern else Path(pattern).is_dir()


def _form(path: str) -> Form:
    name = PurePosixPath(path).name.lower()
    for suffix in PACKED:
        name = name.removesuffix(f".{suffix}")
    return SUFFIXES.get(name.rpartition(".")[2], "files")


def frame(found: Found, plan: Plan) -> daft.DataFrame:
    """The rows of a source, not yet read: the columns the plan names, the file, and the content of files and lines."""
    import daft
    from daft import DataType, col

    paths = list(found.paths)
    if found.form == "files":
        files = daft.from_pydict({PATH: paths}).into_batches(BATCH)
        return files.with_column(CONTENT, col(PATH).download(on_error="null"))
    if found.form == "jsonl":
        read = daft.read_text(paths, file_path_column=PATH, _chunk_size=MORSEL)
        return read.select(col("text").alias(CONTENT), _local(PATH))
    if found.form == "warc":
        read = daft.read_warc(paths, file_path_column=PATH).where(col("WARC-Type").is_in(["response"]))
        words = [("WARC-Record-ID", "id"), ("WARC-Target-URI", "address"), ("WARC-Date", "day")]
        named = [col(name).cast(DataType.string()).alias(told) for name, told in words]
        return read.select(col("warc_content").alias(CONTENT), _local(PATH), *named)
    read = daft.read_parquet(paths, file_path_column=PATH) if found.form == "parquet" else _csv(paths)
    return read.select(*_named(read, plan), _local(PATH))


def _csv(paths: list[str]) -> daft.DataFrame:
    """CSV with every column as it is written: 007 is no number."""
    import daft

    names = daft.read_csv(paths[0]).column_names
    types = dict.fromkeys(names, daft.DataType.string())
    return daft.read_csv(paths, infer_schema=False, schema=types, file_path_column=PATH)


def _named(read: daft.DataFrame, plan: Plan) -> Iterator[daft.Expression]:
    """The columns of a table that the plan names, in words. UsageError `no_column` where a table has no text."""
    from dataclasses import asdict

    from daft import DataType, col

    names, columns = set(read.column_names), plan.settings.columns
    if columns.text not in names:
        raise UsageError("no_column", name=columns.text, known=", ".join(sorted(names - {PATH})))
    types = {field.name: field.dtype for field in read.schema()}
    for name in dict.fromkeys(asdict(columns).values()):
        if name in names:
            yield col(name) if types[name] == DataType.binary() else col(name).cast(DataType.string())


def _local(name: str) -> daft.Expression:
    """A path without the scheme that local files have."""
    from daft import col
    from daft.functions import replace

    return replace(col(name), "file://", "").alias(name)


def run(found: Found, plan: Plan, done: bytes, versions: str) -> Iterator[Lines]:
    """The lines of every document of a source that is not done, as they come."""
    import daft
    from daft import DataType, Series

    rows = frame(found, plan)
    made = DataType.struct(dict.fromkeys((ID, *TABLES), DataType.string()))
    names = rows.column_names

    class Checking:
        """The workers of one process of the engine."""

        def __init__(self) -> None:
            start = partial(Worker, found.form, plan, done, versions)
            self.workers = Workers(start, plan.workers or os.cpu_count() or 1)

        @daft.method.batch(return_dtype=made, batch_size=BATCH)
        def check(self, *columns: Series) -> list[Lines | None]:
            """The lines of a batch of rows."""
            listed = [column.to_pylist() for column in columns]
            return self.workers.check([dict(zip(names, row, strict=True)) for row in zip(*listed, strict=True)])

    checking: Any = daft.cls(Checking, use_process=False)()
    checked = rows.select(checking.check(*(rows[name] for name in names)).alias("lines"))
    for batch in checked.to_arrow_iter():
        yield from (line for line in batch.column(0).to_pylist() if line is not None and line[ID] is not None)


def count(found: Found, plan: Plan) -> int | None:
    """How many rows a source has, where that is quickly told: of object stores only what Parquet says of itself."""
    if found.form == "files":
        return len(found.paths)
    if found.form != "parquet" and any("://" in path for path in found.paths):
        return None
    try:
        return int(frame(found, plan).count_rows())
    except TahqiqError:
        raise
    except Exception:  # a file that cannot be read: the run itself will tell which
        return None


def unreadable(paths: Sequence[str], found: Found, plan: Plan) -> dict[str, str]:
    """The files of these that cannot be read to their end, and why."""
    from daft.exceptions import DaftCoreException

    told = {}
    for path in paths:
        try:
            for _ in frame(Found((path,), found.form), plan).to_arrow_iter():
                pass
        except (DaftCoreException, OSError) as problem:
            told[path] = " ".join(str(problem).split())[:300]
    return told
