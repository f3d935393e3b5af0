"""What was fetched: the log of it (address, moment, hash), and the newest file of every address."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tahqiq.catalog.models.updates import Fetched, Index
from tahqiq.catalog.version import home
from tahqiq.errors import FetchError, RecordError, UsageError
from tahqiq.record.updating.download import Answer, download

LOG = "fetched.jsonl"


@dataclass(frozen=True, slots=True)
class Had:
    """A file as it was last had from an address. `at` is the moment (ISO, UTC) at which it was asked for."""

    address: str
    at: str
    unchanged: bool
    sha256: str
    size: int
    etag: str | None
    modified: str | None

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return _folder() / self.sha256


def fetch(spec: Fetched, mirror: str | None) -> Had:
    """The newest file of a register's source, new or as it was had before; the log gets a line either way.

    FetchError where it cannot be had, UsageError `no_key` where the publisher wants a key that is not set.
    """
    heads = _key(spec)
    address = _newest(spec.index, mirror, heads) if spec.index else str(spec.address)
    return _had(address, mirror, heads)


def fetch_once(address: str, mirror: str | None) -> Had:
    """A file that never changes: as it was had before, else from its address."""
    return next((h for h in had() if h.address == address and h.path.exists()), None) or _had(address, mirror, {})


def had() -> Iterator[Had]:
    """Every line of the log, the oldest first. A line that was cut off as it was written is none."""
    try:
        lines = (_folder() / LOG).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return
    for line in lines:
        with suppress(ValueError, TypeError):
            yield Had(**json.loads(line))


def _had(address: str, mirror: str | None, heads: dict[str, str]) -> Had:
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    known = next((h for h in reversed(list(had())) if h.address == address and h.path.exists()), None)
    before = Answer(known.sha256, known.size, known.etag, known.modified) if known else None
    coming = folder / f".coming-{os.getpid()}"
    try:
        answer = download(address, coming, before, mirror=mirror, heads=heads)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        found = answer or before
        if found is None:
            raise FetchError("broken_answer", source=address)  # unchanged since nothing
        had_now = Had(address, now, answer is None or answer.sha256 == (known and known.sha256), **asdict(found))
        if answer is not None:
            coming.replace(had_now.path)
        if known and known.sha256 != had_now.sha256:
            known.path.unlink(missing_ok=True)
    finally:
        coming.unlink(missing_ok=True)
    with (folder / LOG).open("a", encoding="utf-8") as log:
        log.write(json.dumps(asdict(had_now)) + "\n")
    return had_now


def _newest(index: Index, mirror: str | None, heads: dict[str, str]) -> str:
    """The address of the newest file that a list names. RecordError `other_layout` where it names none."""
    from fnmatch import fnmatch

    listed = _had(index.address, mirror, heads)
    try:
        entries = json.loads(listed.path.read_bytes())
        named = {str(e[index.name]): str(e[index.link]) for e in entries if fnmatch(str(e[index.name]), index.like)}
    except (ValueError, KeyError, TypeError):
        named = {}
    if not named:
        raise RecordError("other_layout", source=index.address, name=index.like)
    return named[max(named, key=_day)]


def _day(name: str) -> list[int]:
    """The numbers at the head of a name (2025_9_19): names are no longer in order where a month has one digit."""
    return [int(part) for part in name.replace("-", "_").split("_") if part.isdigit()]


def _key(spec: Fetched) -> dict[str, str]:
    if spec.key is None:
        return {}
    told = os.environ.get(spec.key.setting)
    if not told:
        raise UsageError("no_key", source=spec.address or spec.source, setting=spec.key.setting)
    return {spec.key.header: told}


def _folder() -> Path:
    return home() / "fetched"
