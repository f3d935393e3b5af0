"""The bytes of a file, or a clear refusal."""

from __future__ import annotations

from pathlib import Path

from tahqiq.errors import InputError
from tahqiq.reading.limits import LIMITS, Limits


def read_file(path: Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a file, as many as are read at most. Raises InputError: `not_found`, `too_large`, `unreadable`."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except FileNotFoundError as problem:
        raise InputError("not_found", source=str(path)) from problem
    except OSError as problem:
        raise InputError("unreadable", source=str(path), problem=problem.strerror or str(problem)) from problem
    if len(data) > limits.size:
        raise InputError("too_large", source=str(path), limit=f"{limits.size // 1_000_000} MB")
    return data
