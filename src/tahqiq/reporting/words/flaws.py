"""What is wrong with the data, in words: one line for each flaw, one for each register that a check does without."""

from __future__ import annotations

from tahqiq.errors import Flaw
from tahqiq.model import LeftOut
from tahqiq.reporting.words.messages import Messages


def tell_flaw(flaw: Flaw, messages: Messages) -> str:
    """A flaw in one line: file, line, what is wrong, what is known."""
    what = messages.sentences(f"flaw-{flaw.code}", **flaw.details)
    return messages.format("flaw", file=flaw.file, line=str(flaw.line), what=what)


def tell_left_out(found: LeftOut, messages: Messages) -> str:
    """A register that is left out, with the first of its flaws."""
    told = tell_flaw(found.flaw, messages)
    return messages.sentences("warning-left_out", register=found.register, flaw=told, more=found.more or None)
