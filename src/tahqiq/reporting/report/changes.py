"""What became of a text that was edited, in words: one line for each claim that was or is to be corrected."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.catalog.language_folders import in_language
from tahqiq.reporting.report.compare import STATES, Change, Comparison
from tahqiq.reporting.words.messages import load_messages, shorten

QUOTE = 80
"""How many characters of a claim are quoted."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change in words. `before` and `now` are the words of the text, `claim` the id in the new report.

    `why`: what is wrong with the new words, or keeps them from being judged. `correction`: the sentence to use instead.
    """

    state: str
    name: str
    verdict: str
    before: str | None
    now: str | None
    claim: str | None
    why: str | None
    correction: str | None


@dataclass(frozen=True, slots=True)
class ChangesView:
    """All changes, the most pressing first, and how many there are of each state that occurs."""

    counts: tuple[str, ...]
    lines: tuple[ChangeView, ...]


def tell_changes(comparison: Comparison, language: str) -> ChangesView:
    """The comparison in words."""
    messages = load_messages(language)
    found = {state: len(comparison.of(state)) for state in STATES}
    counts = [messages.format(f"changes-{state}", count=count) for state, count in found.items() if count]
    return ChangesView(tuple(counts), tuple(_line(change, language) for change in comparison.changes))


def _line(change: Change, language: str) -> ChangeView:
    old, new = change.old, change.new
    open_ = new if change.state in ("left", "new", "unsure") else None
    return ChangeView(
        state=change.state,
        name=load_messages(language).format(f"change-{change.state}"),
        verdict=(new or old or {})["verdict"],
        before=shorten(old["quote"], QUOTE) if old else None,
        now=shorten(new["quote"], QUOTE) if new else None,
        claim=new["id"] if new else None,
        why=in_language(open_["reason"], language) if open_ else None,
        correction=in_language(open_.get("correction") or {}, language) or None if open_ else None,
    )
