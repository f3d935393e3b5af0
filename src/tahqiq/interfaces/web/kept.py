"""Kept reports: every form of a report under an id that tells nothing, until its time is over or its key deletes it.

The document is kept among the forms, so that further ones can be made, and goes with the rest. What is deleted is
written over. Every method waits for the database: call it in a thread. Where the database is locked by another or has
no room, ServiceError `store_busy` or `store_full` is raised.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    DateTime,
    Engine,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    delete,
    event,
    func,
    insert,
    select,
)
from sqlalchemy.exc import DatabaseError, IntegrityError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import StaticPool

from tahqiq.errors import ServiceError, TahqiqError

LOCKED = 1.0
"""Seconds to wait for another who writes."""
AGAIN = 5.0
"""Seconds after which it is worth trying again."""
MEMORY = ("sqlite://", "sqlite:///:memory:")

META = MetaData()
REPORTS = Table(
    "reports",
    META,
    Column("id", String(32), primary_key=True),
    Column("made", DateTime, nullable=False),
    Column("until", DateTime, index=True),
    Column("key_hash", String(64), nullable=False),
)
FORMS = Table(
    "forms",
    META,
    Column("report", String(32), primary_key=True),
    Column("form", String(16), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
MARKS = Table(
    "marks",
    META,
    Column("report", String(32), primary_key=True),
    Column("claim", String(12), primary_key=True),
    Column("state", String(12), nullable=False),
    Column("note", LargeBinary, nullable=False),
)
PARTS = (FORMS, MARKS)
"""What goes with its report."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the holder of a report's key says of a finding: `handled` or `disputed`, and a note."""

    claim: str
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept report: when it was made and when it goes (UTC; None: never)."""

    id: str
    made: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Made:
    """A report: its id and the key that deletes it, or why it could not be kept (a code), and its forms."""

    name: str | None
    key: str | None
    unkept: str | None
    forms: Mapping[str, str]


class Store:
    """Reports in a database. `address` is an SQLAlchemy address, `days` how long a report is kept (0: without end)."""

    def __init__(self, address: str, days: int) -> None:
        self.days, self.unclean = days, False
        try:
            self.engine = _engine(address)
            META.create_all(self.engine)
        except (OSError, ImportError, SQLAlchemyError) as problem:
            raise TahqiqError("bad_store", problem=_plain(problem)) from problem
        self.is_sqlite = self.engine.dialect.name == "sqlite"

    def add(self, forms: Mapping[str, str]) -> tuple[str, str]:
        """Keep a report: its id, and the key that deletes it."""
        now, name, key = _now(), secrets.token_hex(16), secrets.token_urlsafe(16)
        until = now + timedelta(days=self.days) if self.days else None
        row = {"id": name, "made": now, "until": until, "key_hash": _hash(key)}
        bodies = [{"report": name, "form": form, "body": _packed(text)} for form, text in forms.items()]
        with self._writing() as con:
            con.execute(insert(REPORTS).values(row))
            con.execute(insert(FORMS), bodies)
        return name, key

    def add_form(self, name: str, form: str, text: str) -> None:
        """Keep one more form of a report; a form that is there stays as it is."""
        with contextlib.suppress(IntegrityError), self._writing() as con:
            con.execute(insert(FORMS).values(report=name, form=form, body=_packed(text)))

    def find(self, name: str) -> Kept | None:
        """A report whose time is not over."""
        with self._reading() as con:
            row = con.execute(select(REPORTS.c.id, REPORTS.c.made, REPORTS.c.until).where(REPORTS.c.id == name)).first()
        if row is None or (row.until is not None and row.until <= _now()):
            return None
        return Kept(row.id, row.made, row.until)

    def form(self, name: str, form: str) -> str | None:
        """One form of a report as it was kept."""
        if self.find(name) is None:
            return None
        asked = select(FORMS.c.body).where(FORMS.c.report == name, FORMS.c.form == form)
        with self._reading() as con:
            body = con.execute(asked).scalar()
        return _unpacked(body) if body is not None else None

    def delete(self, name: str, key: str) -> bool:
        """Forget a report and all its forms; whether the key is the one given when the report was made."""
        if not self._opens(name, key):
            return False
        with self._writing() as con:
            for part in PARTS:
                con.execute(delete(part).where(part.c.report == name))
            con.execute(delete(REPORTS).where(REPORTS.c.id == name))
        self.unclean = True
        with contextlib.suppress(ServiceError):  # what is forgotten stays so; the next sweep cleans up
            self.clean()
        return True

    def mark(self, name: str, key: str, mark: Mark) -> bool:
        """Keep what is said of a finding, in place of what was said before; a mark without a state takes it back.

        Whether the key is the one given when the report was made.
        """
        if not self._opens(name, key):
            return False
        row = {"report": name, "claim": mark.claim, "state": mark.state, "note": _packed(mark.note)}
        with self._writing() as con:
            con.execute(delete(MARKS).where(MARKS.c.report == name, MARKS.c.claim == mark.claim))
            if mark.state:
                con.execute(insert(MARKS).values(row))
        return True

    def marks(self, name: str) -> tuple[Mark, ...]:
        """What is said of the findings of a report, by claim."""
        asked = select(MARKS.c.claim, MARKS.c.state, MARKS.c.note).where(MARKS.c.report == name).order_by(MARKS.c.claim)
        with self._reading() as con:
            rows = con.execute(asked).all()
        return tuple(Mark(row.claim, row.state, _unpacked(row.note)) for row in rows)

    def _opens(self, name: str, key: str) -> bool:
        """Whether that is the key of the report."""
        with self._reading() as con:
            kept = con.execute(select(REPORTS.c.key_hash).where(REPORTS.c.id == name)).scalar()
        return kept is not None and hmac.compare_digest(kept, _hash(key))

    def sweep(self) -> int:
        """Forget the reports whose time is over; how many there were."""
        over = select(REPORTS.c.id).where(REPORTS.c.until <= _now())
        with self._writing() as con:
            for part in PARTS:
                con.execute(delete(part).where(part.c.report.in_(over)))
            found = int(con.execute(delete(REPORTS).where(REPORTS.c.until <= _now())).rowcount)
        self.unclean = self.unclean or bool(found)
        return found

    def clean(self) -> None:
        """Leave nothing of what was deleted in the log that SQLite writes beside the database.

        `unclean` stays true while somebody else reads from that log.
        """
        if self.unclean and self.is_sqlite:
            with self._reading() as con:
                held = con.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
            self.unclean = bool(held)

    def count(self) -> int:
        """How many reports are kept."""
        with self._reading() as con:
            return int(con.execute(select(func.count()).select_from(REPORTS)).scalar() or 0)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _told(), self.engine.begin() as con:
            yield con

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _told(), self.engine.connect() as con:
            yield con


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """What a database cannot do just now, as an error of ours."""
    try:
        yield
    except IntegrityError:
        raise
    except PoolTimeoutError as problem:
        raise ServiceError("store_busy", seconds=AGAIN) from problem
    except DatabaseError as problem:
        said = str(getattr(problem.orig, "sqlite_errorname", ""))
        full = said.startswith(("SQLITE_FULL", "SQLITE_IOERR"))
        raise ServiceError("store_full" if full else "store_busy", seconds=AGAIN) from problem


def _plain(problem: Exception) -> str:
    """What the driver or the system says, on one line, without the address: it may hold a password."""
    said = getattr(problem, "orig", None) or getattr(problem, "strerror", None) or problem
    return " ".join(str(said).split()).rstrip(".")


def _engine(address: str) -> Engine:
    """The database. A file of SQLite is made so that only its owner can read it."""
    if address in MEMORY:
        options: dict[str, Any] = {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    elif address.startswith("sqlite"):
        options = {"connect_args": {"timeout": LOCKED}, "pool_timeout": LOCKED}
    else:
        options = {"pool_timeout": LOCKED, "pool_pre_ping": True}
    engine = create_engine(address, hide_parameters=True, **options)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _careful)
        if engine.url.database and address not in MEMORY:
            _own(Path(engine.url.database))
    return engine


def _own(path: Path) -> None:
    """Make a file, or what is there, readable to its owner alone; SQLite gives its other files the same mode."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    for file in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
        with contextlib.suppress(OSError):
            file.chmod(0o600)


def _packed(text: str) -> bytes:
    """Quick rather than tight: somebody waits for it."""
    return zlib.compress(text.encode(), 1)


def _unpacked(body: bytes) -> str:
    return zlib.decompress(body).decode()


def _careful(connection: Any, _: Any) -> None:
    """Let readers and a writer of SQLite not wait for each other, nor every write for the disk; write over the old."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA secure_delete=ON")


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
