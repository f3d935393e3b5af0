"""Reading in a process of its own, bounded in time and memory: whatever a document makes a library do ends there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from dataclasses import asdict
from datetime import date
from typing import Any

from tahqiq.errors import InputError, TahqiqError
from tahqiq.model import Block, Damage, DocumentKind
from tahqiq.reading.bounds import limit_memory, limit_processor
from tahqiq.reading.draft import Edit, Part
from tahqiq.reading.limits import Limits
from tahqiq.reading.parsing import parse
from tahqiq.reading.plain import Parsed

CODE = "from tahqiq.reading.apart import answer; answer()"


def parse_apart(data: bytes, source: str, kind: DocumentKind, limits: Limits) -> Parsed:
    """What `parse` gives, from another process.

    Raises InputError as `parse` does, `too_slow` past the time, and `too_complex` where the process ended over it.
    """
    head = json.dumps({"source": source, "kind": kind, "limits": asdict(limits)})
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", CODE],
            input=head.encode() + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    except subprocess.TimeoutExpired as problem:
        raise InputError("too_slow", source=source, limit=limits.seconds) from problem
    try:
        told = json.loads(done.stdout)
    except ValueError as problem:  # the system ended it, or a library did
        raise InputError("too_complex", source=source) from problem
    if "error" in told:
        raise InputError(told["error"], **told["details"])
    if "fault" in told:
        raise RuntimeError(told["fault"])
    return _read(told)


def answer() -> None:
    """What runs in the other process: a document on standard input, what was found on standard output, as JSON."""
    head = json.loads(sys.stdin.buffer.readline())
    data, limits = sys.stdin.buffer.read(), Limits(**head["limits"])
    limit_memory(limits.memory)
    limit_processor(limits.seconds)
    told: dict[str, Any]
    try:
        told = _written(parse(data, head["source"], head["kind"], limits))
    except TahqiqError as problem:
        told = {"error": problem.code, "details": problem.details}
    except (MemoryError, RecursionError):
        told = {"error": "too_complex", "details": {"source": head["source"]}}
    except Exception as problem:
        told = {"fault": "".join(traceback.format_exception(problem))}
    json.dump(told, sys.stdout)


def _written(parsed: Parsed) -> dict[str, Any]:
    return {
        "raw": parsed.raw,
        "blocks": [(b.kind, b.start, b.end, b.number) for b in parsed.blocks],
        "markup": [(e.kind, e.start, e.end, e.parts) for e in parsed.markup],
        "title": parsed.title,
        "published": parsed.published and parsed.published.isoformat(),
        "damage": [(d.kind, d.start, d.end, dict(d.details)) for d in parsed.damage],
    }


def _read(told: dict[str, Any]) -> Parsed:
    return Parsed(
        raw=told["raw"],
        blocks=tuple(Block(*block) for block in told["blocks"]),
        markup=tuple(Edit(kind, start, end, tuple(map(_part, parts))) for kind, start, end, parts in told["markup"]),
        title=told["title"],
        published=date.fromisoformat(told["published"]) if told["published"] else None,
        damage=tuple(Damage(*damage) for damage in told["damage"]),
    )


def _part(part: str | list[int]) -> Part:
    return part if isinstance(part, str) else (part[0], part[1])
