"""`tahqiq watch`: check articles as they come into a folder or a feed, and post each report to an address."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
import httpcore

from tahqiq.checker import check
from tahqiq.errors import FetchError, InputError, TahqiqError, UsageError
from tahqiq.interfaces.cli import fail
from tahqiq.interfaces.feeds import Entry, read_feed
from tahqiq.reading import fetch as guarded
from tahqiq.reading.local_file import read_file

TIMEOUT = 30.0
"""Seconds that the address may take to answer a post."""
RESTING = 2.0
"""Seconds a file must have lain unchanged: it may still be being written."""
WEB = ("http://", "https://")
Fetch = Callable[..., tuple[bytes, str | None, str]]


@dataclass(frozen=True, slots=True)
class Article:
    """A new article: what tells it from others, and what is known of it before it is read."""

    id: str
    source: str
    published: date | None = None


@click.command()
@click.argument("source", metavar="FOLDER|FEED")
@click.option("--post", "target", required=True, metavar="URL")
@click.option("--seen", type=click.Path(path_type=Path), default=Path("tahqiq-watch.seen"), show_default=True)
@click.option("--every", type=click.IntRange(1), default=300, show_default=True)
@click.option("--once", is_flag=True)
def watch(source: str, target: str, seen: Path, every: int, once: bool) -> int:
    """Check new articles as they come, and post each report to an address.

    \b
    tahqiq watch incoming/ --post https://desk.example/hook
    tahqiq watch https://news.example/feed.xml \\
        --post http://localhost:9000/ --every 600
    """
    if not target.startswith(WEB):
        raise UsageError("bad_target", address=target)
    posted = read_seen(seen)
    while True:
        problems = look(source, target, seen, posted)
        if once:
            return max((problem.exit_code for problem in problems), default=0)
        time.sleep(every)


def look(source: str, target: str, seen: Path, posted: set[str], fetch: Fetch = guarded) -> list[TahqiqError]:
    """Check and post what is new; the errors, each of which was told. `fetch` gets pages and feeds."""
    problems: list[TahqiqError] = []
    try:
        for article in new_in(source, posted, fetch):
            try:
                post(target, article, _report(article, fetch))
            except InputError as problem:
                fail(problem)
                problems.append(problem)
                if isinstance(problem, PostError | FetchError):
                    continue  # tried again at the next look
            _keep(seen, article.id)
            posted.add(article.id)
    except InputError as problem:
        fail(problem)
        problems.append(problem)
    return problems


class PostError(InputError):
    """The address did not take a report."""


def new_in(source: str, posted: set[str], fetch: Fetch) -> Iterator[Article]:
    """The articles of a folder or a feed that were not posted yet, the oldest first."""
    found = _feed(source, fetch) if source.lower().startswith(WEB) else _folder(Path(source))
    yield from (article for article in found if article.id not in posted)


def _folder(folder: Path) -> Iterator[Article]:
    """The files of a folder, each known by its name, size and time: a changed one is new."""
    if not folder.is_dir():
        raise InputError("not_found", source=str(folder))
    files = [(path.stat(), path) for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    for known, path in sorted(files, key=lambda file: (file[0].st_mtime, str(file[1]))):
        if time.time() - known.st_mtime >= RESTING:
            yield Article(_mark(path, known.st_size, known.st_mtime_ns), str(path))


def _feed(address: str, fetch: Fetch) -> Iterator[Article]:
    from tahqiq.reading.address import FEEDS

    data, _, url = fetch(address, types=FEEDS)
    entries: list[Entry] = read_feed(data, url)
    for entry in reversed(entries):  # feeds begin with the newest
        yield Article(_mark(entry.address), entry.address, entry.published)


def _mark(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()


def _report(article: Article, fetch: Fetch) -> bytes:
    from tahqiq.reporting.report.data import dump_line

    if article.source.startswith(WEB):
        data, kind, source = fetch(article.source)
    else:
        data, kind, source = read_file(Path(article.source)), None, Path(article.source).name
    return dump_line(check(data, source, kind=kind, published=article.published)).encode("utf-8", "replace")


def post(target: str, article: Article, body: bytes) -> None:
    """Post a report. PostError when the address cannot be reached or does not say that it took it."""
    heads: dict[bytes | str, bytes | str] = {
        "Content-Type": "application/json",
        "Idempotency-Key": article.id,
        "User-Agent": "tahqiq",
    }
    times = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), TIMEOUT)}
    try:
        answer = httpcore.request("POST", target, headers=heads, content=body, extensions=times)
    except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, OSError) as problem:
        raise PostError("post_failed", address=target, problem=type(problem).__name__) from problem
    if not 200 <= answer.status < 300:
        raise PostError("post_failed", address=target, problem=str(answer.status))


def read_seen(seen: Path) -> set[str]:
    """What was posted: one id a line. A line that was cut off as it was written is none."""
    try:
        return {line for line in seen.read_text("ascii", "replace").splitlines() if len(line) == 64}
    except FileNotFoundError:
        return set()
    except OSError as problem:
        raise InputError("unreadable", source=str(seen), problem=problem.strerror or "") from problem


def _keep(seen: Path, mark: str) -> None:
    try:
        with open(seen, "a", encoding="ascii") as file:
            file.write(f"{mark}\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as problem:
        raise InputError("cannot_write", path=str(seen), problem=problem.strerror or "") from problem
