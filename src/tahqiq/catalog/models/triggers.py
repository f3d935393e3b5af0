"""`triggers.<code>.yml`: by which words a sentence names an event."""

from __future__ import annotations

from pydantic import Field

from tahqiq.catalog.models.base import File, Strict


class Trigger(Strict):
    """The words that name one event. A form is found folded and as a whole word; one that ends in `*` lets letters
    follow, and `place:XXX` stands for every form that names a place."""

    all_: list[list[str]] = Field(alias="all")
    """Groups of forms: of each group one must stand in the sentence."""
    not_: list[str] = Field([], alias="not")
    """Forms that must not stand there."""
    unique: bool
    """The words fit no other event known, so that a different date may be held against a text; else it may only
    support."""
    matches: list[str]
    """Sentences that name the event."""
    rejects: list[str]
    """Near-misses that do not."""


class Triggers(File):
    """By which words the sentences of a language name the events of a register."""

    triggers: dict[str, Trigger]
    """The words of every event, by its row."""
    never: list[str] = []
    """Forms beside which no event is named."""
    unsure: list[str] = []
    """Forms beside which a date may belong to another clause: it may support an event, and is not held against one."""
    plain: list[str] = []
    """Forms that may stand beside the words of an event and speak of no other matter. Beside any word that is none of
    these, a different date may be that of something else."""
    words: list[list[str]] = []
    """Groups that several events share, to be named by an anchor (`&usa`, `*usa`)."""
