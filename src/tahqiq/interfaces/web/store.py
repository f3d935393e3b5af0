"""Kept reports: every form of a report by the hash of what was checked, until its time is over.

The document is kept among the forms, so that further ones can be made, and goes with the rest.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    DateTime,
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
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import StaticPool

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


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept report: when it was made and when it goes (UTC; None: never)."""

    id: str
    made: datetime
    until: datetime | None


class Store:
    """Reports in a database. `address` is an SQLAlchemy address, `days` how long a report is kept (0: without end)."""

    def __init__(self, address: str, days: int) -> None:
        memory = address in ("sqlite://", "sqlite:///:memory:")
        options = {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}} if memory else {}
        self.engine = create_engine(address, **options)
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _lighter)
        self.days = days
        META.create_all(self.engine)

    def add(self, name: str, forms: Mapping[str, str]) -> str | None:
        """Keep a report, and give the key that deletes it; None when it was kept before."""
        now, key = _now(), secrets.token_urlsafe(16)
        until = now + timedelta(days=self.days) if self.days else None
        row = {"id": name, "made": now, "until": until, "key_hash": _hash(key)}
        bodies = [{"report": name, "form": form, "body": _packed(text)} for form, text in forms.items()]
        try:
            with self.engine.begin() as con:
                con.execute(insert(REPORTS).values(row))
                con.execute(insert(FORMS), bodies)
        except IntegrityError:
            return None
        return key

    def add_form(self, name: str, form: str, text: str) -> None:
        """Keep one more form of a report; a form that is there stays as it is."""
        try:
            with self.engine.begin() as con:
                con.execute(insert(FORMS).values(report=name, form=form, body=_packed(text)))
        except IntegrityError:
            return

    def find(self, name: str) -> Kept | None:
        """A report whose time is not over."""
        with self.engine.connect() as con:
            row = con.execute(select(REPORTS.c.id, REPORTS.c.made, REPORTS.c.until).where(REPORTS.c.id == name)).first()
        if row is None or (row.until is not None and row.until <= _now()):
            return None
        return Kept(row.id, row.made, row.until)

    def form(self, name: str, form: str) -> str | None:
        """One form of a report as it was kept."""
        if self.find(name) is None:
            return None
        asked = select(FORMS.c.body).where(FORMS.c.report == name, FORMS.c.form == form)
        with self.engine.connect() as con:
            body = con.execute(asked).scalar()
        return zlib.decompress(body).decode() if body is not None else None

    def may_delete(self, name: str, key: str) -> bool:
        """Whether the key is the one given when the report was made."""
        with self.engine.connect() as con:
            kept = con.execute(select(REPORTS.c.key_hash).where(REPORTS.c.id == name)).scalar()
        return kept is not None and hmac.compare_digest(kept, _hash(key))

    def delete(self, name: str) -> None:
        """Forget a report and all its forms."""
        with self.engine.begin() as con:
            con.execute(delete(FORMS).where(FORMS.c.report == name))
            con.execute(delete(REPORTS).where(REPORTS.c.id == name))

    def sweep(self) -> int:
        """Forget the reports whose time is over; how many there were."""
        over = select(REPORTS.c.id).where(REPORTS.c.until <= _now())
        with self.engine.begin() as con:
            con.execute(delete(FORMS).where(FORMS.c.report.in_(over)))
            return int(con.execute(delete(REPORTS).where(REPORTS.c.until <= _now())).rowcount)

    def count(self) -> int:
        """How many reports are kept."""
        with self.engine.connect() as con:
            return int(con.execute(select(func.count()).select_from(REPORTS)).scalar() or 0)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def _packed(text: str) -> bytes:
    """Quick rather than tight: somebody waits for it."""
    return zlib.compress(text.encode(), 1)


def _lighter(connection: Any, _: Any) -> None:
    """Let readers and a writer of SQLite not wait for each other, nor every write for the disk."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
