"""The command as people meet it: what it prints, its exit codes, and one clear line for whatever is wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tahqiq.interfaces.checking import FOUND

CODE = "from tahqiq.interfaces.cli import main; main()"
VETO = "The United States has used its veto 83 times, 46 of them for Israel."
TAMPERED = "Published on 2 May 2024\n\nChina has used its veto 30 times."
MEMORY = 1_500_000_000


def run(*arguments: str, stdin: bytes = b"", seconds: int = 60) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        input=stdin,
        capture_output=True,
        timeout=seconds,
        env={**os.environ, "TAHQIQ_LANG": "en", "PYTHONUTF8": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )


def refused(told: subprocess.CompletedProcess[bytes], code: int) -> str:
    """The one line on standard error."""
    said = told.stderr.decode()
    assert told.returncode == code, said
    assert said.count("\n") == 1, said
    assert said.startswith("tahqiq: ")
    assert b"Traceback" not in told.stdout
    return said


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(VETO, encoding="utf-8")
    return path


BAD_CALLS = [
    (["check", "--nope", "x.txt"], "--nope"),
    (["check"], "FILE"),
    (["nothing"], "nothing"),
    (["chekc"], "check"),
    (["check", "-", "--fail-on", "false"], "false"),
    (["check", "-", "--format", "pdf"], "pdf"),
    (["check", "-", "--published", "yesterday"], "yesterday"),
    (["check", "-", "--lang", "xx"], "xx"),
    (["check", "-", "--report-lang", "xx"], "xx"),
    (["ask", "security_council_vetoes.vetoes_cast", "--lang", "xx"], "xx"),
    (["record", "list", "--lang", "xx"], "xx"),
    (["ask", "nothing.at_all"], "nothing"),
    (["ask", "security_council_vetoes.vetoes_cast", "since=2020", "until=2010"], "since=2020"),
    (["ask", "security_council_vetoes.nothing"], "nothing"),
    (["ask", "security_council_vetoes.vetoes_cast", "colour=red"], "colour"),
    (["ask", "security_council_vetoes.vetoes_cast", "member=Atlantis"], "Atlantis"),
    (["ask", "security_council_vetoes.vetoes_cast", "member"], "member"),
    (["ask", "security_council_vetoes.vetoes_cast", "unit_rule=nothing"], "nothing"),
    (["ask", "security_council_vetoes.vetoes_cast", "--as-of", "2024-13-45"], "2024-13-45"),
    (["record", "show", "nothing"], "nothing"),
    (["record", "validate", "nothing"], "nothing"),
    (
        [
            "law",
            "sale",
            "--buyer",
            "Atlantis",
            "--channel",
            "FMS",
            "--item",
            "MDE",
            "--value",
            "1",
            "--date",
            "2020-01-01",
        ],
        "Atlantis",
    ),
    (["mentions", "--lang", "xx"], "xx"),
]


@pytest.mark.parametrize(("arguments", "named"), BAD_CALLS, ids=[" ".join(a)[:60] for a, _ in BAD_CALLS])
def test_a_wrong_call_is_told_in_one_line(arguments: list[str], named: str) -> None:
    assert named.lower() in refused(run(*arguments, stdin=VETO.encode()), 2).lower()


BAD_TEXTS = {
    "empty": b"",
    "blank": b" \n\t\n",
    "binary": bytes(range(256)) * 40,
    "wrong encoding": "\ufeff".encode("utf-16-le") + "text".encode("utf-16-le") + b"\x00\xd8\x41",
    "no encoding at all": bytes(range(128, 256)) * 4,
}


@pytest.mark.parametrize("data", BAD_TEXTS.values(), ids=BAD_TEXTS)
@pytest.mark.parametrize("given", ["file", "standard input"])
def test_what_is_no_text_is_told_in_one_line(data: bytes, given: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    refused(run("check", str(path)) if given == "file" else run("check", "-", stdin=data), 1)


def test_a_file_that_is_not_there_does_not_lose_the_others(article: Path, tmp_path: Path) -> None:
    told = run("check", str(tmp_path / "absent.txt"), str(article), "--format", "jsonl")
    assert "absent.txt" in refused(told, 1)
    absent, line = map(json.loads, told.stdout.decode().splitlines())
    assert absent["error"]["code"] == "not_found"
    assert line["document"]["source"] == str(article)


def test_a_table_of_articles_is_not_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"text": "China has cast 30 vetoes."}\n', encoding="utf-8")
    assert "corpus check" in refused(run("check", str(path)), 1)
    assert json.loads(run("check", str(path), "--kind", "txt").stdout)["claims"]


def test_a_hundred_megabytes_of_digits_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "digits.txt"
    with path.open("wb") as out:
        for _ in range(100):
            out.write(b"7" * 1_000_000)
    refused(run("check", str(path)), 1)
    refused(run("check", "-", stdin=path.read_bytes()), 1)


HOSTILE = {
    "digits": "7" * 200_000,
    "numbers": "1,234.5 " * 20_000,
    "quotes": "> " * 20_000 + "deep",
    "lists": "\n".join("  " * n + "- item" for n in range(2_000)),
    "brackets": "[" * 100_000,
    "links": "[a](" * 20_000,
    "emphasis": "*a _b " * 10_000,
    "one word": "veto" * 20_000,
    "vetoes": f"{VETO} " * 300,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("kind", ["txt", "md"])
def test_hostile_texts_end_soon_without_a_traceback(text: str, kind: str) -> None:
    told = run("check", "-", "--kind", kind, "--format", "json", stdin=text.encode(), seconds=30)
    if told.returncode:
        refused(told, 1)
    else:
        assert json.loads(told.stdout)["tahqiq"]


def test_standard_input_and_a_file_get_the_same_verdicts(article: Path) -> None:
    reports = [run("check", str(article)), run("check", "-", stdin=VETO.encode())]
    told = [json.loads(r.stdout) for r in reports]
    assert told[0]["claims"] == told[1]["claims"]
    assert told[0]["document"]["source"] == "article.txt"


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "md", "html"])
def test_every_form_can_be_written_to_a_file(form: str, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    told = run("check", str(article), "--format", form, "--out", str(out))
    assert (told.returncode, told.stdout, told.stderr) == (0, b"", b"")
    assert run("check", str(article), "--format", form).stdout.decode().strip() == out.read_text("utf-8").strip()


def test_a_report_that_cannot_be_written_is_told(article: Path, tmp_path: Path) -> None:
    refused(run("check", str(article), "--out", str(tmp_path / "no" / "folder")), 1)


def test_findings_fail_only_on_request(article: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(TAMPERED, encoding="utf-8")
    assert run("check", str(wrong)).returncode == 0
    assert run("check", str(wrong), "--fail-on", "contradicted,mixed").returncode == FOUND
    assert run("check", str(wrong), "--fail-on", "mixed").returncode == 0
    assert run("check", str(wrong), str(article), "--fail-on", "mixed").returncode == FOUND


def test_several_files_give_one_line_each_or_one_array(article: Path, tmp_path: Path) -> None:
    lost = str(tmp_path / "lost.txt")
    told = run("check", str(article), lost, str(article), "--format", "json")
    found = json.loads(told.stdout)
    assert [one["document"]["source"] for one in found] == [str(article), lost, str(article)]
    assert (found[1]["error"]["code"], told.returncode) == ("not_found", 1)
    lines = run("check", str(article), lost).stdout.decode().splitlines()
    assert ["error" in json.loads(line) for line in lines] == [False, True]


def test_a_suffix_gives_the_form(article: Path, tmp_path: Path) -> None:
    begins = {"r.html": "<!doctype html>", "r.json": "{", "r.csv": "document,id,quote", "r.claimreview.json": "{"}
    for name, head in begins.items():
        assert run("check", str(article), "-o", str(tmp_path / name)).returncode == 0
        assert (tmp_path / name).read_text("utf-8").lower().startswith(head)
    assert ".pdf" in refused(run("check", str(article), "-o", str(tmp_path / "r.pdf")), 2)
    assert not (tmp_path / "r.pdf").exists()


def test_a_folder_gives_a_page_for_each_article(tmp_path: Path) -> None:
    for place in ("a", "b"):
        (tmp_path / "in" / place).mkdir(parents=True)
        (tmp_path / "in" / place / "same.txt").write_text(VETO, encoding="utf-8")
    (tmp_path / "in" / "picture.png").write_bytes(b"x")
    out, source = tmp_path / "out", str(tmp_path / "in")
    told = run("check", source, "--out-dir", str(out), "-f", "html")
    assert (told.returncode, told.stderr) == (0, b"")
    assert sorted(path.name for path in out.iterdir()) == ["same-2.html", "same.html"]
    assert "--out-dir" in refused(run("check", source, "-o", str(tmp_path / "two.html")), 2)
    refused(run("check", str(tmp_path / "in" / "*.png")), 1)


def test_a_run_that_was_stopped_goes_on(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    for name in ("a.txt", "b.txt", "c.txt", "x/d.txt", "y/d.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(VETO, encoding="utf-8")
    run("check", str(folder), "--out-dir", str(out))
    (out / "b.json").unlink()
    os.utime(out / "c.json", (0, 0))  # its article was edited after it
    (out / "a.json").write_text("{}")
    told = run("check", str(folder), "--out-dir", str(out), "--resume")
    assert told.returncode == 0
    assert told.stderr.decode() == "tahqiq: One report of an earlier run stands; 4 articles are left to check.\n"
    assert (out / "a.json").read_text() == "{}"
    assert all(json.loads((out / f"{name}.json").read_bytes())["claims"] for name in ("b", "c", "d", "d-2"))
    refused(run("check", str(folder), "--resume"), 2)
    refused(run("check", str(folder), "--out-dir", str(out), "--resume", "--fail-on", "mixed"), 2)


def test_a_table_of_several_articles_has_one_head(article: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("check", str(article), str(article), "-f", "csv").stdout.decode())))
    assert [row["id"] for row in rows] == ["c1", "c2"] * 2
    assert {row["document"] for row in rows} == {str(article)}


def test_a_mended_text_is_told_from_the_old_one(tmp_path: Path) -> None:
    draft, edited = tmp_path / "draft.txt", tmp_path / "edited.txt"
    draft.write_text(TAMPERED, encoding="utf-8")
    edited.write_text(TAMPERED.replace("30", "19"), encoding="utf-8")
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    run("check", str(draft), "-o", str(old))
    run("check", str(edited), "-o", str(new))
    told = run("diff", str(old), str(new))
    assert told.stdout == run("check", str(edited), "--since", str(old)).stdout
    (mended,) = json.loads(told.stdout)["mended"]
    assert (mended["old"]["stated"]["value"], mended["new"]["stated"]["value"]) == (30, 19)
    assert "30" in run("diff", str(old), str(new), "-f", "text").stdout.decode()
    left = run("diff", str(old), str(old), "-f", "text").stdout.decode()
    assert "Left: " in left
    assert json.loads(old.read_bytes())["claims"][0]["reason"]["en"] in left
    refused(run("diff", str(draft), str(new)), 1)
    refused(run("check", str(edited), str(draft), "--since", str(old)), 2)


def test_a_reader_who_closes_the_pipe_is_no_fault(article: Path) -> None:
    call = f'"{sys.executable}" -c "{CODE}" check "{article}" --format html | head -c 1 >/dev/null'
    told = subprocess.run(["sh", "-c", call], capture_output=True, timeout=60)
    assert (told.returncode, told.stderr) == (0, b"")


def test_an_answer_says_its_reach_and_calls_no_amount_entries() -> None:
    vetoes = ("ask", "security_council_vetoes.vetoes_cast", "--format", "text", "--as-of")
    assert "The record ends on" in run(*vetoes, "2050-01-01").stdout.decode()
    assert "The record reaches from" in run(*vetoes, "1900-01-01").stdout.decode()
    assert "The record" not in run(*vetoes, "2020-01-01").stdout.decode()
    aid = run("ask", "us_foreign_assistance.obligations", "recipient=ISR", "--format", "text").stdout.decode()
    assert "may lack up to" in aid
    assert not re.search(r"lack [\d,]+ entries", aid)
