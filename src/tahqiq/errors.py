"""The exceptions of the project. Each message says what happened, why, and what to do.

TahqiqError
|-- UsageError      the call is wrong: unknown option, measure, filter (exit code 2)
|-- InputError      the document cannot be read: empty, binary, too large (exit code 1)
|-- RecordError     a register is broken: bad schema, failed assertion (exit code 1)
|   `-- DataError   a data file is broken: what, in which file, on which line (exit code 1)
|       `-- RowsError   the rows of a measure cannot be read (exit code 1)
|-- FetchError      an address cannot be fetched, or may not be (exit code 1)
`-- ServiceError    the site cannot do it just now: busy, its store locked or full
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong in a data file, and where. `code` names a message `flaw-...`, `details` fill it."""

    file: str
    line: int
    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


class TahqiqError(Exception):
    """Base of all errors a user may see. `code` names a message of the catalogues, `args` fill it."""

    exit_code = 1
    teller: ClassVar[Callable[[TahqiqError], str] | None] = None
    """Gives the sentence; set by the interfaces, as errors know no words."""

    def __init__(self, code: str, **details: Any) -> None:
        self.code = code
        self.details = details
        super().__init__(code, details)

    def __str__(self) -> str:
        tell = type(self).teller
        return tell(self) if tell else self.plain()

    def __reduce__(self) -> tuple[Any, ...]:
        return _blank, (type(self), *self.args), vars(self)

    def plain(self) -> str:
        """The code and what fills its message, for logs and where there are no words."""
        if not self.details:
            return self.code
        return f"{self.code}: " + ", ".join(f"{k}={v}" for k, v in self.details.items())


def _blank(kind: type[TahqiqError], *args: Any) -> TahqiqError:
    """An error as it comes from another process, before its state is put into it."""
    return kind.__new__(kind, *args)


class UsageError(TahqiqError):
    """The call is wrong: an unknown option, register, measure, filter or date."""

    exit_code = 2


class InputError(TahqiqError):
    """The document cannot be read."""


class RecordError(TahqiqError):
    """A register breaks its own rules."""


class DataError(RecordError):
    """A data file is not as its model says: one flaw for each thing wrong."""

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__("broken_data", file=flaws[0].file, line=flaws[0].line, problem=flaws[0].code)


class RowsError(DataError):
    """The rows of a measure cannot be read: a table is missing or no table, or an expression does not work on it."""

    def __init__(self, register: str, flaw: Flaw) -> None:
        super().__init__((flaw,))
        self.register = register


class FetchError(InputError):
    """An address cannot be fetched, or may not be."""


class ServiceError(TahqiqError):
    """The site cannot do it just now. `seconds` is when it is worth asking again, None where nobody can tell."""

    def __init__(self, code: str, *, seconds: float | None = None, **details: Any) -> None:
        self.seconds = seconds
        super().__init__(code, **details)
