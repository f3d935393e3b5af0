"""Where a frame is spoken of: which sentences name it, and whose acts they go on telling."""

from __future__ import annotations

from enum import Enum

from tahqiq.catalog.frames import Frame
from tahqiq.claims.context import CARRY, Context
from tahqiq.claims.roles import candidates
from tahqiq.claims.sentences import Sentence

LOOK_BACK = 4
"""How many sentences a subject is carried on."""


class Speaking(Enum):
    """How a sentence speaks of a frame: by its own word, soon after it, or only by a word of wider use."""

    STRONG = 1
    NEAR = 2
    PLAIN = 3


def is_strong(frame: Frame, s: Sentence) -> bool:
    """Whether the sentence names the frame: by its own word, or by a verb beside a word such as "draft"."""
    return s.has(frame.strong) or (s.has(frame.more.get("verbs", ())) and s.has(frame.more.get("with", ())))


def asks(s: Sentence) -> bool:
    """Whether the sentence is a question."""
    return s.text[s.start : s.end].rstrip().endswith(("?", "\u061f"))


def is_foreign(frame: Frame, s: Sentence) -> bool:
    """Whether the sentence speaks of the like of another body, and does not name ours (or, for some words, a draft)."""
    if s.has(("council",)):
        return False
    return s.has(frame.foreign) or (s.has(frame.more.get("foreign_weak", ())) and not s.has(("draft",)))


def is_plain(frame: Frame, s: Sentence) -> bool:
    """Whether a word of wider use stands beside one such as "draft"."""
    return s.has(frame.anchors) and s.has(frame.more.get("with", ()))


def speaking(context: Context, frame: Frame) -> dict[int, Speaking]:
    """The sentences, by number, that speak of the frame."""
    found: dict[int, Speaking] = {}
    last = -LOOK_BACK
    for s in context.sentences:
        if is_strong(frame, s):
            found[s.at], last = Speaking.STRONG, s.at
        elif s.at - last < LOOK_BACK and s.has(frame.anchors):
            found[s.at], last = Speaking.NEAR, s.at
        elif is_plain(frame, s):
            found[s.at] = Speaking.PLAIN
    return found


def carried(context: Context, frame: Frame, s: Sentence, back: int = CARRY) -> tuple[str, ...]:
    """The member spoken of before: of the last claim, else the first one named in a sentence of the frame."""
    role = frame.roles["member"]
    if "previous" not in role.inherit:
        return ()
    last = next(reversed(context.before(s, back)), None)
    if last is not None and last.readings[0].filters.get("member"):
        return tuple(last.readings[0].filters["member"])
    for earlier in reversed(context.near(s, min(back, LOOK_BACK - 1))):
        named = candidates(earlier, role, earlier.start, earlier.end) if is_strong(frame, earlier) else []
        if named:
            return named[0].codes
    return ()
