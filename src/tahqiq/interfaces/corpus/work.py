"""What a worker does: load the catalogue once, then check one batch of rows after another in a process with bounds.

The process of a worker may end over a document, or be ended from outside. A batch that it did not finish is done anew
in a fresh one; should that end too, its rows are done one by one, and the row over which it ends twice is an error.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Sequence
from functools import partial
from queue import LifoQueue
from typing import Any

from tahqiq.checker import check_claims
from tahqiq.claims import Claims, read_claims
from tahqiq.errors import InputError, RecordError, TahqiqError
from tahqiq.interfaces.corpus.documents import PATH, READERS, Row, Source
from tahqiq.interfaces.corpus.plan import Form, Plan, digest
from tahqiq.interfaces.corpus.tables import lines, rows_of, rows_of_error
from tahqiq.interfaces.processes import Broken, FaultError, Process
from tahqiq.reading import LIMITS, read

Lines = dict[str, str]
"""The rows that one document makes, by table, as JSON lines; empty where there is nothing to do."""
SECONDS = 60.0
"""Processor time that a batch, or a document alone, may take."""
TRIES = 2
"""How often a document is begun before it is held to have ended the process itself."""
_done: set[int] = set()


def warm(done: bytes, versions: str) -> None:
    """Load what every check needs, and which documents are done. RecordError where this machine has another record."""
    from tahqiq.checker import check_text
    from tahqiq.interfaces.corpus.manifest import record_versions

    if record_versions() != versions:
        raise RecordError("other_record", found=record_versions(), wanted=versions)
    for at in range(0, len(done), 8):
        _done.add(int.from_bytes(done[at : at + 8]))
    check_text(read(b"Vetoes: 83 in 2024.", "text"))
    gc.collect()
    gc.freeze()


def check_batch(rows: Sequence[Row], form: Form, plan: Plan) -> list[Lines | None]:
    """The lines of each row, None for what is no document, is done already, or is older than what is asked for."""
    return [check_row(row, form, plan) for row in rows]


def check_row(row: Row, form: Form, plan: Plan) -> Lines | None:
    """The lines of one row. Whatever goes wrong with it is told in them."""
    try:
        source = READERS[form](row, plan)
    except TahqiqError as problem:
        path = str(row.get(PATH))
        source = Source(str(problem.details.get("source", path)), path, b"")
        return None if digest(source.id) in _done else lines(rows_of_error(source, problem))
    if source is None or digest(source.id) in _done:
        return None
    try:
        published = source.published()
        old = plan.since and published and published < plan.since
        return None if old else lines(_checked(source, plan))
    except TahqiqError as problem:
        return lines(rows_of_error(source, problem))
    except (MemoryError, RecursionError):
        return lines(rows_of_error(source, InputError("too_complex", source=source.id)))
    except Exception as problem:
        return lines(rows_of_error(source, TahqiqError("fault", what=f"{type(problem).__name__}: {problem}")))


def _checked(source: Source, plan: Plan) -> Any:
    settings = plan.settings
    text = read(
        source.data,
        source.name,
        kind=source.kind,
        published=source.published(),
        language=_language(source.language) or settings.language,
    )
    claims = read_claims(text, plan.today) if text.language_read else Claims()
    return rows_of(source, claims, check_claims(claims, text, plan.today))


def _language(told: str | None) -> str | None:
    """The language a column tells, where it is one that is known; otherwise it is found by the text itself."""
    from tahqiq.catalog.languages import available

    code = (told or "")[:2].lower()
    return code if code in available() else None


class Workers:
    """As many workers as may check at once in this process of the engine; each is started when it is first needed."""

    def __init__(self, start: Callable[[], Worker], count: int) -> None:
        self._start = start
        self._free: LifoQueue[Worker | None] = LifoQueue()
        for _ in range(count):
            self._free.put(None)

    def check(self, rows: Sequence[Row]) -> list[Lines | None]:
        """The lines of each row, from the worker that is free."""
        worker = self._free.get()
        try:
            worker = worker or self._start()
            return worker.check(rows)
        finally:
            self._free.put(worker)


class Worker:
    """A process that checks, started anew where it ended."""

    def __init__(self, form: Form, plan: Plan, done: bytes, versions: str) -> None:
        self._form, self._plan = form, plan
        self._job = partial(check_batch, form=form, plan=plan)
        self._warm = partial(warm, done, versions)
        self._process = self._started()

    def _started(self) -> Process:
        process = Process(self._warm, LIMITS.memory)
        weakref.finalize(self, process.end)
        process.ready()
        return process

    def check(self, rows: Sequence[Row]) -> list[Lines | None]:
        """The lines of each row."""
        for _ in range(TRIES):
            found = self._tried(rows)
            if found is not None:
                return found
        if len(rows) > 1:
            return [line for row in rows for line in self.check([row])]
        return [self._ended(rows[0])]

    def _ended(self, row: Row) -> Lines | None:
        """What is told of a row over which the process ended twice."""
        try:
            source = READERS[self._form](row, self._plan)
        except TahqiqError:
            source = None
        if source is None:
            return None
        return lines(rows_of_error(source, InputError("too_complex", source=source.id)))

    def _tried(self, rows: Sequence[Row]) -> list[Lines | None] | None:
        """The lines of each row; None where the process ended over them."""
        try:
            value = self._process.do(self._job, (rows,), SECONDS).value
        except (EOFError, OSError):
            self._process.end()
            self._process = self._started()
            return None
        if isinstance(value, Broken):
            raise FaultError(value.where)
        found: list[Lines | None] = value
        return found
