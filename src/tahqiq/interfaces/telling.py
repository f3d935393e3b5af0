"""Errors in the words of the user's language, for the command, the site and Python alike."""

from __future__ import annotations

import os

from tahqiq.catalog.language_folders import FALLBACK
from tahqiq.errors import DataError, TahqiqError


def say(problem: TahqiqError, language: str | None = None) -> str:
    """An error in words; broken data in one line for each flaw."""
    from tahqiq.reporting.words.messages import load_messages

    messages = load_messages(language or ui_language())
    if isinstance(problem, DataError):
        from tahqiq.reporting.words.flaws import tell_flaw

        return "\n".join(tell_flaw(flaw, messages) for flaw in problem.flaws)
    name = f"error-{problem.code}"
    if messages.has(name):
        return messages.format(name, **problem.details)
    return messages.format("error-other", code=problem.code, what=problem.plain())


def _sentence(problem: TahqiqError) -> str:
    """The error in the user's language; its code where the words themselves are broken."""
    try:
        return say(problem)
    except TahqiqError:
        return problem.plain()


TahqiqError.teller = _sentence  # whoever comes in through an interface gets sentences


def ui_language() -> str:
    """The language of messages: TAHQIQ_LANG, else the system's when there are messages in it, else English.

    Of the system's variables the first that is set decides, as everywhere: LC_ALL=C is English whatever LANG says.
    """
    from tahqiq.reporting.words.messages import report_languages

    system = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    for named in (os.environ.get("TAHQIQ_LANG", ""), system):
        wanted = named[:2].lower()
        if wanted in report_languages():
            return wanted
    return FALLBACK
