"""A corpus run: every form of a source gives the same rows, and nothing on the way loses or doubles one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tahqiq.errors import InputError, UsageError
from tahqiq.interfaces.corpus import parts, run
from tahqiq.interfaces.corpus.manifest import record_versions
from tahqiq.interfaces.corpus.plan import Columns, Plan, Settings
from tahqiq.interfaces.corpus.questions import open_corpus
from tahqiq.interfaces.corpus.run import check_corpus
from tahqiq.interfaces.corpus.tables import TABLES
from tahqiq.interfaces.corpus.work import Worker

TODAY = date(2026, 6, 1)
PLAN = Plan(Settings(), TODAY, workers=1)
EN = "The United States has used its veto 83 times in the Security Council."
AR = "استخدمت الولايات المتحدة حق النقض 83 مرة في مجلس الأمن."
ROWS = [
    {"id": "a", "text": EN, "day": "2023-11-01", "outlet": "north"},
    {"id": "b", "text": AR, "day": "2025-11-01", "outlet": "south"},
    {"id": "c", "text": "Rain is expected.", "day": "2025-11-02", "outlet": "south"},
]
FOUND = [("a", 83, "supported"), ("b", 83, "outdated")]
CLAIMS = "SELECT document, stated, verdict FROM claims ORDER BY document, claim"


def asked(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    with open_corpus(folder) as ask:
        return ask(sql)


def as_lines(rows: list[dict[str, Any]], path: Path) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def as_csv(rows: list[dict[str, Any]], path: Path) -> Path:
    lines = [",".join(rows[0]), *(",".join(row.values()) for row in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def as_parquet(rows: list[dict[str, Any]], path: Path) -> Path:
    typed = [{**row, "day": date.fromisoformat(row["day"])} for row in rows]
    pq.write_table(pa.Table.from_pylist(typed), path)
    return path


def as_archive(rows: list[dict[str, Any]], path: Path) -> Path:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz")
        for row in rows:
            page = f"<html><body><article><p>{row['text']}</p></article></body></html>".encode()
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            named = {"WARC-Date": f"{row['day']}T00:00:00Z"}
            url = f"https://news.example/{row['id']}"
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=BytesIO(page), http_headers=head, warc_headers_dict=named
                )
            )
    return path


@pytest.mark.parametrize(("make", "name"), [(as_lines, "x.jsonl"), (as_csv, "x.csv"), (as_parquet, "x.parquet")])
def test_every_form_of_a_table_gives_the_same_rows(make: Any, name: str, tmp_path: Path) -> None:
    told = check_corpus(str(make(ROWS, tmp_path / name)), tmp_path / "out", PLAN)
    assert told["finished"]
    assert asked(tmp_path / "out", CLAIMS) == FOUND
    known = asked(tmp_path / "out", "SELECT id, outlet, day, language, read, claims FROM documents ORDER BY id")
    assert known == [
        ("a", "north", date(2023, 11, 1), "en", True, 1),
        ("b", "south", date(2025, 11, 1), "ar", True, 1),
        ("c", "south", date(2025, 11, 2), "en", True, 0),
    ]


@pytest.mark.parametrize("name", ["x.warc", "x.warc.gz"])
def test_the_pages_of_a_web_archive(name: str, tmp_path: Path) -> None:
    check_corpus(str(as_archive(ROWS, tmp_path / name)), tmp_path / "out", PLAN)
    sql = "SELECT address, day, stated, verdict FROM documents JOIN claims ON id = document ORDER BY address"
    assert asked(tmp_path / "out", sql) == [
        ("https://news.example/a", date(2023, 11, 1), 83, "supported"),
        ("https://news.example/b", date(2025, 11, 1), 83, "outdated"),
    ]


def test_a_folder_of_articles(tmp_path: Path) -> None:
    for name, text in (("a.txt", EN), ("deep/b.md", f"# A title\n\n{AR}"), ("deep/c.html", f"<p>{EN}</p>")):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    check_corpus(str(tmp_path / "news"), tmp_path / "out", PLAN)
    found = asked(tmp_path / "out", "SELECT id, kind, claims FROM documents ORDER BY id")
    assert [(Path(name).name, kind, count) for name, kind, count in found] == [
        ("a.txt", "txt", 1),
        ("b.md", "md", 1),
        ("c.html", "html", 1),
    ]


def test_columns_go_by_the_names_given(tmp_path: Path) -> None:
    rows = [{"n": row["id"], "body": row["text"], "when": row["day"], "paper": row["outlet"]} for row in ROWS]
    settings = Settings(Columns(text="body", id="n", day="when", outlet="paper"))
    check_corpus(str(as_csv(rows, tmp_path / "x.csv")), tmp_path / "out", Plan(settings, TODAY, workers=1))
    assert asked(tmp_path / "out", CLAIMS) == FOUND
    with pytest.raises(UsageError, check=lambda e: e.code == "no_column"):
        check_corpus(str(tmp_path / "x.csv"), tmp_path / "other", PLAN)


BAD = [
    ("{broken", "bad_line"),
    ("[1]", "bad_line"),
    ('{"id": "no text"}', "no_text_column"),
    ('{"id": "when", "text": "x", "day": "yesterday"}', "bad_day"),
    ('{"id": "nothing", "text": ""}', "empty"),
    ('{"id": "nul", "text": "a\\u0000b\\u0000"}', "binary"),
]


def test_a_bad_document_stops_nothing_and_is_told(tmp_path: Path) -> None:
    source = as_lines(ROWS, tmp_path / "x.jsonl")
    source.write_text("".join(f"{line}\n" for line, _ in BAD) + source.read_text("utf-8"), "utf-8")
    for _ in range(2):
        check_corpus(str(source), tmp_path / "out", PLAN)
        assert asked(tmp_path / "out", CLAIMS) == FOUND
        codes = asked(tmp_path / "out", "SELECT code FROM errors ORDER BY 1")
        assert codes == sorted((code,) for _, code in BAD)
        assert asked(tmp_path / "out", "SELECT count(*) FROM documents WHERE NOT read") == [(len(BAD),)]
    said = asked(tmp_path / "out", "SELECT en, ar FROM errors WHERE code = 'bad_day'")[0]
    assert "yesterday" in said[0]
    assert "yesterday" in said[1]


def many(count: int) -> list[dict[str, Any]]:
    return [{**ROWS[n % 3], "id": f"n{n:03}"} for n in range(count)]


def state(folder: Path) -> dict[str, bytes]:
    return {f"{t}/{p.name}": p.read_bytes() for t in TABLES for p in sorted((folder / t).iterdir())}


@pytest.mark.parametrize("moment", range(1, 5))
def test_a_part_is_in_place_whole_or_has_never_been(moment: int, tmp_path: Path) -> None:
    """A part is four files put in place one after another; the process is killed before the given one."""
    real, left = os.replace, iter(range(3 + moment))

    def stopping(old: Any, new: Any) -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        real(old, new)

    if (child := os.fork()) == 0:
        os.replace = stopping  # type: ignore[assignment]
        rows = [json.dumps({"id": row["id"], "read": True}) + "\n" for row in many(20)]
        made = parts.Parts(tmp_path)
        for low in (0, 10):
            made.put({**{t: [] for t in TABLES}, "documents": rows[low : low + 10]})
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    kept = parts.Parts(tmp_path)
    assert kept.names() == {"part-000001.parquet"}
    assert len(list(kept.done())) == 10
    assert all({p.name for p in (tmp_path / t).iterdir()} == kept.names() for t in TABLES)


def test_a_run_that_was_stopped_goes_on_to_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "PART", 10)
    source = str(as_lines(many(35), tmp_path / "x.jsonl"))
    check_corpus(source, tmp_path / "whole", PLAN)

    def stop(progress: run.Progress) -> None:
        if progress.done == 17:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_corpus(source, tmp_path / "out", PLAN, told=stop)
    assert len(asked(tmp_path / "out", "SELECT * FROM documents")) == 10
    check_corpus(source, tmp_path / "out", PLAN)
    assert state(tmp_path / "out") == state(tmp_path / "whole")


def test_only_what_is_new_is_added(tmp_path: Path) -> None:
    source = as_lines(ROWS[:1], tmp_path / "x.jsonl")
    check_corpus(str(source), tmp_path / "out", PLAN)
    as_lines([*ROWS, {**ROWS[1], "id": "a"}], source)  # the first of two with one id counts
    told = check_corpus(str(source), tmp_path / "out", PLAN)
    assert asked(tmp_path / "out", CLAIMS) == FOUND
    assert told["counts"]["documents"] == 3
    as_lines(ROWS, source)
    check_corpus(str(source), tmp_path / "late", Plan(Settings(), TODAY, date(2025, 1, 1), 1))
    assert asked(tmp_path / "late", CLAIMS) == FOUND[1:]


def test_a_file_that_cannot_be_read_is_told_and_done_when_it_is_mended(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for row in ROWS:
        as_parquet([row], folder / f"{row['id']}.parquet")
    whole = (folder / "b.parquet").read_bytes()
    (folder / "b.parquet").write_bytes(whole[:-20])
    told = check_corpus(str(folder), tmp_path / "out", PLAN)
    assert [Path(lost["source"]).name for lost in told["unreadable"]] == ["b.parquet"]
    assert not told["finished"]
    assert asked(tmp_path / "out", CLAIMS) == FOUND[:1]
    (folder / "b.parquet").write_bytes(whole)
    assert check_corpus(str(folder), tmp_path / "out", PLAN)["finished"]
    assert asked(tmp_path / "out", CLAIMS) == FOUND


def test_a_worker_that_is_killed_is_started_anew() -> None:
    worker = Worker("parquet", PLAN, b"", record_versions())
    rows = [{**row, "_path": "x"} for row in ROWS]
    before = worker.check(rows)
    os.kill(worker._process.id, signal.SIGKILL)
    assert worker.check(rows) == before


def test_a_folder_belongs_to_one_run_with_one_way_of_checking(tmp_path: Path) -> None:
    source = str(as_lines(ROWS, tmp_path / "x.jsonl"))
    check_corpus(source, tmp_path / "out", PLAN)
    with pytest.raises(UsageError, check=lambda e: e.code == "other_settings"):
        check_corpus(source, tmp_path / "out", Plan(Settings(language="en"), TODAY))
    manifest = tmp_path / "out" / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace("gdp=", "gdp=0"), "utf-8")
    with pytest.raises(UsageError, check=lambda e: e.code == "other_versions"):
        check_corpus(source, tmp_path / "out", PLAN)
    with parts.alone(tmp_path / "out"), pytest.raises(InputError, check=lambda e: e.code == "in_use"):
        check_corpus(source, tmp_path / "out", PLAN)


def test_a_source_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, check=lambda e: e.code == "no_source"):
        check_corpus(str(tmp_path / "nothing"), tmp_path / "out", PLAN)
    as_lines(ROWS, tmp_path / "x.jsonl")
    as_csv(ROWS, tmp_path / "x.csv")
    with pytest.raises(UsageError, check=lambda e: e.code == "mixed_forms"):
        check_corpus(str(tmp_path / "x.*"), tmp_path / "out", PLAN)


QUIET = """
import os, sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "daft":
            print(os.environ.get("DO_NOT_TRACK"), os.environ.get("DAFT_ANALYTICS_ENABLED"))
sys.meta_path.insert(0, Watch())
from tahqiq.interfaces.corpus import engine
engine.start("local", None)
"""


def test_the_engine_is_told_not_to_call_home_before_it_is_loaded() -> None:
    plain: Iterator[tuple[str, str]] = ((k, v) for k, v in os.environ.items() if "TRACK" not in k and "DAFT" not in k)
    done = subprocess.run([sys.executable, "-c", QUIET], capture_output=True, text=True, env=dict(plain))
    assert done.stdout.split("\n")[0] == "true 0", done.stderr
