"""The bytes of a file, or a clear refusal; and a file written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tahqiq.errors import InputError
from tahqiq.reading.limits import LIMITS, Limits


def read_file(path: Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a file, as many as are read at most.

    Raises InputError: `not_found`, `too_large`, `unreadable`, `not_a_file` for a pipe or device, which might never end.
    """
    try:
        # A pipe without a writer would be waited for before anything is known of it.
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise InputError("not_a_file", source=str(path))
            data = file.read(limits.size + 1)
    except FileNotFoundError as problem:
        raise InputError("not_found", source=str(path)) from problem
    except (OSError, ValueError) as problem:  # a name may hold what no file name can
        said = getattr(problem, "strerror", None) or str(problem)
        raise InputError("unreadable", source=str(path), problem=said) from problem
    if len(data) > limits.size:
        raise InputError("too_large", source=str(path), limit=f"{limits.size // 1_000_000} MB")
    return data


def write_file(path: Path, text: str) -> None:
    """Write a text whole, or leave what was there. InputError `cannot_write`."""
    write_parts(path, (text,))


def write_parts(path: Path, parts: Iterable[str]) -> None:
    """Write a text piece by piece as it comes, put in place when it is whole. InputError `cannot_write`."""
    try:
        if path.exists() and not path.is_file():  # a terminal, a pipe, /dev/null
            with path.open("w", encoding="utf-8") as out:
                out.writelines(parts)
            return
        _put(path.resolve(), parts)
    except (OSError, ValueError) as problem:
        said = getattr(problem, "strerror", None) or str(problem)
        raise InputError("cannot_write", path=str(path), problem=said) from problem


def _put(path: Path, parts: Iterable[str]) -> None:
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.writelines(parts)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    """The mask of new files; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
