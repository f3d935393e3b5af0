"""What is kept stays, what is deleted is gone, and a store that is locked or full takes nothing else down."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
import time
import zlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tahqiq.errors import ServiceError
from tahqiq.interfaces.web import Settings, app, create_app, kept
from tahqiq.interfaces.web.kept import Store

TEXT = "By August 2024 Washington had used its veto 83 times. Nobody else wrote this."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reports.db"


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    settings = Settings(store=f"sqlite:///{path}", workers=0, rate=0, log=False, fetching=False)
    with TestClient(create_app(settings), raise_server_exceptions=False) as found:
        yield found


@pytest.fixture
def locked(path: Path, client: TestClient) -> Iterator[TestClient]:
    """The site, while somebody else is writing to its store."""
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    yield client
    other.rollback()
    other.close()


def test_a_report_goes_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store("sqlite://", 2)
    name, _ = store.add({"json": "{}"})
    assert store.form(name, "json") == "{}"
    now = kept._now()
    monkeypatch.setattr(kept, "_now", lambda: now + timedelta(days=3))
    assert store.form(name, "json") is None
    assert (store.sweep(), store.count()) == (1, 0)
    store.close()


def test_only_its_owner_can_read_the_store(path: Path) -> None:
    path.touch(0o644)
    store = Store(f"sqlite:///{path}", 0)
    store.add({"json": "{}"})
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    assert len(list(path.parent.iterdir())) == 3, "the database and what SQLite writes beside it"
    store.close()


def found(path: Path, text: str) -> bool:
    """Whether a text stands anywhere in the files of the store, plain or packed."""
    for file in path.parent.iterdir():
        data = file.read_bytes()
        if text.encode() in data:
            return True
        at = data.find(b"\x78\x01")
        while at >= 0:
            if text.encode() in unpacked(data[at : at + 100_000]):
                return True
            at = data.find(b"\x78\x01", at + 1)
    return False


def unpacked(data: bytes) -> bytes:
    stream = zlib.decompressobj()
    out = b""
    try:
        for at in range(0, len(data), 64):
            out += stream.decompress(data[at : at + 64])
    except zlib.error:
        pass
    return out


def test_what_is_deleted_is_nowhere_any_more(path: Path) -> None:
    store = Store(f"sqlite:///{path}", 90)
    secret = "Nobody else wrote this, and nobody is to read it. " * 40
    name, key = store.add({"document": secret})
    other, _ = store.add({"document": "Stays."})
    assert found(path, secret[:60])
    assert not store.delete(name, "guess")
    assert store.delete(name, key)
    assert not found(path, secret[:60])
    assert not store.unclean
    assert store.form(other, "document") == "Stays."
    store.close()


def test_what_is_deleted_while_somebody_reads_goes_with_the_next_sweep(path: Path) -> None:
    store = Store(f"sqlite:///{path}", 90)
    secret = "Nobody else wrote this, and nobody is to read it. " * 40
    name, key = store.add({"document": secret})
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM forms").fetchall()
    assert store.delete(name, key)
    assert store.unclean
    assert store.form(name, "document") is None
    reader.close()
    store.clean()
    assert not store.unclean
    assert not found(path, secret[:60])
    store.close()


def test_a_locked_store_loses_no_report(locked: TestClient) -> None:
    answer = locked.post("/api/check", json={"text": TEXT})
    assert answer.status_code == 200
    told = answer.json()
    assert (told["id"], told["key"], told["unkept"]) == (None, None, "store_busy")
    assert told["report"]["claims"][0]["stated"]["value"] == 83
    page = locked.post("/en/check", files={"text": (None, TEXT)})
    assert page.status_code == 200
    assert "could not be kept" in page.text
    assert "<mark" in page.text
    assert 'name="key"' not in page.text


def test_the_site_goes_on_while_the_store_is_locked(locked: TestClient) -> None:
    waiting = threading.Thread(target=locked.post, args=("/api/check",), kwargs={"json": {"text": TEXT}})
    waiting.start()
    slowest = 0.0
    while waiting.is_alive():
        began = time.perf_counter()
        assert locked.get("/health").status_code == 200
        slowest = max(slowest, time.perf_counter() - began)
    assert slowest < kept.LOCKED, "no page waits for the store"


def test_a_key_that_cannot_be_used_just_now_is_told_to_come_back(path: Path, client: TestClient) -> None:
    made = client.post("/api/check", json={"text": TEXT}).json()
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    answer = client.delete(f"/api/reports/{made['id']}", headers={"Authorization": f"Bearer {made['key']}"})
    other.close()
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "store_busy")
    assert int(answer.headers["retry-after"]) > 0
    assert client.get(f"/api/reports/{made['id']}").status_code == 200


def test_a_full_store_is_told_and_what_it_holds_is_read(client: TestClient) -> None:
    made = client.post("/api/check", json={"text": TEXT}).json()
    with client.app.state.site.store.engine.connect() as con:  # type: ignore[attr-defined]
        pages = con.exec_driver_sql("PRAGMA page_count").scalar()
        con.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # of this connection, which the pool gives again
    answer = client.post("/api/check", json={"text": TEXT * 200})
    assert (answer.status_code, answer.json()["unkept"]) == (200, "store_full")
    assert client.get(f"/api/reports/{made['id']}").status_code == 200


def test_forgetting_goes_on_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []

    def sweep(store: Store) -> int:
        asked.append(time.monotonic())
        if len(asked) < 3:
            raise ServiceError("store_busy")
        return 0

    monkeypatch.setattr(Store, "sweep", sweep)
    monkeypatch.setattr(app, "SOON", 0.05)
    quiet = Settings(store="sqlite://", workers=0, rate=0, log=False)
    with TestClient(create_app(quiet)) as client:
        deadline = time.monotonic() + 10
        while len(asked) < 3 and time.monotonic() < deadline:
            assert client.get("/health").status_code == 200
    assert len(asked) == 3


def test_an_error_of_the_store_does_not_tell_what_was_kept(path: Path) -> None:
    store = Store(f"sqlite:///{path}", 0)
    with store.engine.begin() as con:
        con.exec_driver_sql("DROP TABLE forms")
    with pytest.raises(ServiceError) as caught:
        store.add({"json": "what somebody wrote"})
    cause: BaseException | None = caught.value
    while cause is not None:
        assert "somebody" not in str(cause)
        assert "key_hash" not in str(cause) or "parameters hidden" in str(cause)
        cause = cause.__cause__
    store.close()
    assert os.path.exists(path)
