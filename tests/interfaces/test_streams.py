"""Files, pipes and streams that are not as one would wish: one clear line each, and nothing lost."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

VETO = "The United States has used its veto 83 times, 46 of them for Israel."
CALL = [sys.executable, "-m", "tahqiq"]
ENVIRONMENT = {**os.environ, "TAHQIQ_LANG": "en", "PYTHONUTF8": "1"}


def run(*words: str | bytes, before: Callable[[], None] | None = None, **options: object) -> tuple[int, bytes, str]:
    """Exit code, standard output and standard error of a command."""
    told = subprocess.run(  # type: ignore[call-overload]
        [*CALL, *words],
        **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **options},
        stderr=subprocess.PIPE,
        timeout=60,
        env=ENVIRONMENT,
        preexec_fn=before,
    )
    return told.returncode, told.stdout or b"", told.stderr.decode()


def one_line(said: str) -> bool:
    return said.count("\n") == 1 and said.startswith("tahqiq: ") and "fault of tahqiq" not in said


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(VETO, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["check", "ask", "record"])
def test_an_output_without_room_is_told(command: str, article: Path) -> None:
    words = {
        "check": ["check", str(article)],
        "ask": ["ask", "security_council_vetoes.vetoes_cast", "member=USA"],
        "record": ["record", "list"],
    }[command]
    with open("/dev/full", "wb") as full:
        code, _, said = run(*words, stdout=full)
    assert code == 1
    assert one_line(said), said
    assert "<stdout>" in said


def test_streams_that_are_closed_are_told(article: Path) -> None:
    code, _, said = run("check", str(article), before=lambda: os.close(1))
    assert code == 1
    assert one_line(said), said
    code, _, said = run("check", "-", before=lambda: os.close(0))
    assert code == 1
    assert one_line(said), said
    code, out, _ = run("check", str(article), "--format", "json", before=lambda: os.close(2))
    assert code == 0
    assert out.startswith(b"{")


def test_a_report_is_written_whole_or_not_at_all(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    out.write_text("the old report")
    out.chmod(0o640)
    most = 8_000

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    code, _, said = run("check", str(article), "--format", "html", "--out", str(out), before=little_room)
    assert code == 1
    assert one_line(said), said
    assert out.read_text() == "the old report"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "report.json"]
    code, _, said = run("check", str(article), "--format", "html", "--out", str(out))
    assert (code, said) == (0, "")
    assert out.stat().st_size > most
    assert out.stat().st_mode & 0o777 == 0o640


def test_a_report_follows_a_link_and_goes_to_devices(article: Path, tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.md", tmp_path / "link.md"
    kept.write_text("old")
    link.symlink_to(kept)
    assert run("check", str(article), "--format", "md", "--out", str(link))[0] == 0
    assert link.is_symlink()
    assert "83" in kept.read_text("utf-8")
    assert run("check", str(article), "--out", "/dev/null")[0] == 0
    assert os.path.exists("/dev/null")


def test_a_report_is_not_written_over_its_article(article: Path) -> None:
    code, _, said = run("check", str(article), "--out", str(article))
    assert code == 2
    assert one_line(said), said
    assert article.read_text("utf-8") == VETO


def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (str(pipe), "/dev/zero", str(tmp_path)):
        code, _, said = run("check", path)
        assert code == 1
        assert one_line(said), said


def test_a_name_that_is_no_text_is_a_name(article: Path, tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/a\xff.txt"
    Path(os.fsdecode(odd)).write_bytes(article.read_bytes())
    out = tmp_path / "out"
    for form in ("json", "md", "html", "text"):
        code, told, said = run("check", odd, "--format", form)
        assert (code, said) == (0, "")
        assert told.decode()
        assert run("check", odd, "--format", form, "--out", str(out))[0] == 0
        assert out.read_text("utf-8")


def test_letters_that_standard_output_cannot_write_stop_nothing() -> None:
    told = subprocess.run(
        [*CALL, "check", "-", "--report-lang", "ar", "--format", "text"],
        input=VETO.encode(),
        capture_output=True,
        env={**ENVIRONMENT, "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
        timeout=60,
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert b"\\u0" in told.stdout


@pytest.mark.parametrize("address", ["HTTP://127.0.0.1/", "Https://127.0.0.1/", "http://127.0.0.1/%FF", "http://["])
def test_an_address_is_one_however_it_is_written(address: str) -> None:
    code, _, said = run("check", os.fsencode(unquote(address, errors="surrogateescape")))
    assert code == 1
    assert one_line(said), said
    assert "no file" not in said


def test_an_address_with_a_password_is_not_repeated() -> None:
    code, _, said = run("check", "http://user:word@example.org/")
    assert code == 1
    assert "example.org" in said
    assert "word" not in said


@pytest.mark.parametrize("seconds", [0.05, 0.1, 0.2, 0.4])
def test_an_interrupt_ends_without_a_word(seconds: float) -> None:
    running = subprocess.Popen(
        [*CALL, "mentions"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    )
    time.sleep(seconds)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=20)
    if running.returncode == -signal.SIGINT or (b"KeyboardInterrupt" in said and b"tahqiq" not in said):
        pytest.skip("Python itself had not started yet")
    assert (running.returncode, said.strip()) == (130, b"")


@pytest.mark.parametrize("content", ["null", "[]", '"text"', "{", "", "\xff", '{"stamp": 1}', "[" * 100_000])
def test_compiled_data_that_is_damaged_is_made_anew(content: str, tmp_path: Path) -> None:
    from tahqiq.catalog import compiled

    path = tmp_path / "a.json"
    path.write_bytes(content.encode("latin-1"))
    assert compiled._read(path) is None
