"""Whatever the bytes, a report or one plain line: inputs of every format, day, language and output, made by chance.

    python scripts/fuzz.py --seconds 3600            # two processes for an hour; faults are kept in out/fuzz
    python scripts/fuzz.py --atheris --seconds 3600  # led by what is covered (needs the group `fuzz`)
    python scripts/fuzz.py --one FILE                # one input again, with where it failed

What an input is and how it is made: `fuzz_inputs.py`.
"""

from __future__ import annotations

import argparse
import faulthandler
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from fuzz_inputs import PIECES, ROOT, inputs, kind_of, seeds
from tahqiq.checker import check_text
from tahqiq.errors import TahqiqError
from tahqiq.interfaces.telling import say
from tahqiq.model import Report, Text
from tahqiq.reading import read, rebuild
from tahqiq.reading.bounds import limit_processor
from tahqiq.reporting.report import data, html, markdown, terminal

OUT = ROOT / "out" / "fuzz"
DAYS = (None, date(2024, 5, 2), date(1800, 1, 1), date(2199, 12, 31))
LANGUAGES = (None, "ar", "en", "fr")
FORMS = ("json", "html.en", "html.ar", "md.en", "md.ar", "text.en", "text.ar", "jsonl")
SLOW, STUCK = 20.0, 300.0
"""Seconds of the processor for one input, every one of which is small; and of the clock, on a machine at other work."""
TWICE = 16
"""Of so many inputs one is checked again, and must give the same."""
NEVER = re.compile("[\x00-\x08\x0b\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Case:
    """An input as it is checked."""

    content: bytes
    kind: str | None
    published: date | None
    today: date
    language: str | None
    form: str

    @classmethod
    def of(cls, given: bytes) -> Case:
        """The case that bytes stand for."""
        first, second = (given + b"\0\0")[:2]
        kind, content = kind_of(given), given[2:]
        if kind == "docx":
            content = docx(content)
        return cls(
            content,
            "docx" if kind == "zip" else kind,
            DAYS[first // 8 % 4],
            DAYS[first // 32 % 4] or date(2026, 11, 1),
            LANGUAGES[second % 4],
            FORMS[second // 4 % 8],
        )


def docx(body: bytes) -> bytes:
    """A Word file around a body; one that is no XML stands as the text of a paragraph."""
    if not body.lstrip().startswith(b"<w:"):
        text = body.decode("utf-8", "replace").replace("&", "&amp;").replace("<", "&lt;")
        body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines()).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        head = f'<w:document xmlns:w="{WORD}"><w:body>'.encode()
        archive.writestr("word/document.xml", head + body + b"</w:body></w:document>")
    return out.getvalue()


def attempt(given: bytes) -> str:
    """Check an input and hold the outcome against all that is promised. `report`, or the code of an error of ours."""
    case = Case.of(given)
    try:
        text, report = made(case)
    except TahqiqError as problem:
        for language in ("en", "ar"):
            said = say(problem, language)
            assert said
            assert "\n" not in said
            assert "???" not in said
        return problem.code
    sound(text, report)
    written(report, case.form)
    if not sha256(given).digest()[0] % TWICE:
        assert data.dump_line(made(case)[1]) == data.dump_line(report), "another report the second time"
    return "report"


def made(case: Case) -> tuple[Text, Report]:
    text = read(case.content, "a", kind=case.kind, published=case.published, language=case.language)
    return text, check_text(text, case.today)


def sound(text: Text, report: Report) -> None:
    """Every place a report names is where it says."""
    assert rebuild(text.text, text.pieces) == text.raw
    assert not NEVER.search(text.text)
    for repair in text.repairs:
        assert text.raw[repair.start : repair.end] == repair.before
    for damage in report.damage:
        assert 0 <= damage.start <= damage.end <= len(text.raw)
    for finding in report.findings:
        claim = finding.claim
        assert 0 <= claim.start < claim.end <= len(text.text)
        low, high = text.to_raw(claim.start, claim.end)
        assert 0 <= low <= high <= len(text.raw)


def written(report: Report, form: str) -> None:
    """The report in a form is text that can be written, and JSON is JSON."""
    kind, _, language = form.partition(".")
    if kind in ("json", "jsonl"):
        told = data.dump(report) if kind == "json" else data.dump_line(report)
        found = json.loads(told)
        shown = found["document"]["text"]
        for claim in found["claims"] if shown is not None else ():
            assert shown[claim["start"] : claim["end"]] == claim["quote"]
    elif kind == "text":
        told = terminal.render(report, language, color=False, width=80)
    else:
        told = html.render(report, language) if kind == "html" else markdown.render(report, language)
    told.encode()


def worker(seed: int, seconds: float, out: Path) -> None:
    """Try inputs for some time. What fails is kept; one that takes too long ends the process and stays in `now`."""
    seen: Counter[str] = Counter()
    now, until = out / f"now.{seed}", time.monotonic() + seconds
    faulthandler.register(signal.SIGXCPU, chain=True)
    for given in inputs(seed):
        if time.monotonic() > until:
            break
        now.write_bytes(given)
        limit_processor(SLOW)
        faulthandler.dump_traceback_later(STUCK, exit=True)
        try:
            seen[attempt(given)] += 1
        except Exception as problem:
            keep(given, problem, out)
            seen["fault"] += 1
        faulthandler.cancel_dump_traceback_later()
        (out / f"seen.{seed}.json").write_text(json.dumps(seen))
    now.unlink(missing_ok=True)


def keep(given: bytes, problem: BaseException, out: Path) -> None:
    """Keep the smallest input for each place where something broke."""
    trace = problem.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}-{trace.tb_lineno}" if trace else "nowhere"
    path = out / f"{type(problem).__name__}-{place}"
    if not path.exists() or path.stat().st_size > len(given):
        path.write_bytes(given)
        path.with_name(path.name + ".said").write_text(f"{type(problem).__name__}: {problem}"[:500])


def run(seconds: float, processes: int) -> int:
    """Workers side by side until the time is over, each begun anew where one ended; how many faults there were."""
    OUT.mkdir(parents=True, exist_ok=True)
    for old in filter(Path.is_file, OUT.iterdir()):
        old.unlink()
    until, seed, running = time.monotonic() + seconds, int(time.time()), list[tuple[int, subprocess.Popen[bytes]]]()
    while time.monotonic() < until or running:
        for known, process in list(running):
            if process.poll() is not None:
                running.remove((known, process))
                left = OUT / f"now.{known}"
                if process.returncode and left.exists():
                    left.rename(OUT / f"ended-{process.returncode}-{known}")
        left_over = until - time.monotonic()
        while len(running) < processes and left_over > 1:
            seed += 1
            call = [sys.executable, __file__, "--worker", str(seed), "--seconds", str(left_over)]
            running.append((seed, subprocess.Popen(call)))
        time.sleep(0.2)
    seen: Counter[str] = Counter()
    for path in OUT.glob("seen.*.json"):
        seen.update(json.loads(path.read_text()))
    faults = [path for path in filter(Path.is_file, OUT.iterdir()) if path.suffix not in (".json", ".said")]
    print(f"{sum(seen.values())} inputs: {dict(seen.most_common())}")
    for path in sorted(faults):
        said = path.with_name(path.name + ".said")
        print(
            f"{path} ({path.stat().st_size} bytes) {said.read_text() if said.exists() else 'ended, or took too long'}"
        )
    return len(faults) if seen else 1


def led(seconds: float) -> None:
    """Let atheris make the inputs, led by what of the package they reach; new ones are kept in out/fuzz/led."""
    import atheris

    folder = OUT / "led"
    folder.mkdir(parents=True, exist_ok=True)
    for given in seeds():
        (folder / sha256(given).hexdigest()[:16]).write_bytes(given[:20_000])
    atheris.instrument_all()
    words = folder.with_suffix(".json")
    quoted = ("".join(rf"\x{byte:02x}" for byte in piece.encode()) for piece in PIECES)
    words.write_text("\n".join(f'"{piece}"' for piece in quoted))
    options = [f"-max_total_time={seconds:.0f}", f"-timeout={SLOW:.0f}", "-rss_limit_mb=3000", f"-dict={words}"]
    atheris.Setup([sys.argv[0], *options, "-max_len=20000", f"-artifact_prefix={OUT}/led-", str(folder)], attempt)
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--atheris", action="store_true")
    parser.add_argument("--worker", type=int, metavar="SEED")
    parser.add_argument("--one", type=Path, metavar="FILE")
    given = parser.parse_args()
    if given.one:
        print(Case.of(given.one.read_bytes()))
        print(attempt(given.one.read_bytes()))
        return 0
    if given.worker is not None:
        worker(given.worker, given.seconds, OUT)
        return 0
    if given.atheris:
        led(given.seconds)
        return 0
    return 1 if run(given.seconds, given.processes) else 0


if __name__ == "__main__":
    sys.exit(main())
