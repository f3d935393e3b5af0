"""What is wrong with a dossier, told in its own language."""

from __future__ import annotations

from collections.abc import Iterable

from tahqiq.errors import InputError, TahqiqError
from tahqiq.reporting.words.messages import load_messages


class FaultError(ValueError):
    """One thing wrong with a binding or a line; `code` names a message `dossier-fault-...`, `details` fill it."""

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code, self.details = code, details


def told(problem: Exception, language: str) -> str:
    """An error in words: a fault, or an error of the record; any other says what is missing in the binding."""
    messages = load_messages(language)
    family = "dossier-fault" if isinstance(problem, FaultError) else "error"
    name = f"{family}-{getattr(problem, 'code', '')}"
    if isinstance(problem, (FaultError, TahqiqError)) and messages.has(name):
        return messages.format(name, **problem.details)
    return messages.format("dossier-fault-lacking", what=str(problem))


def unsound(source: str, language: str, found: Iterable[tuple[int, Exception]]) -> InputError:
    """The error `bad_dossier`: every fault with its line, in the language of the dossier."""
    lines = [f"{line}: {told(problem, language)}" for line, problem in found]
    return InputError("bad_dossier", source=source, problems="; ".join(lines), lines=tuple(lines))
