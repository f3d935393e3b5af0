"""Rows of a table or list of members with their figures, under a line that names the frame ("Russia: 120")."""

from __future__ import annotations

from collections.abc import Sequence

from tahqiq.catalog.frames import Frame
from tahqiq.claims.anchors import is_strong
from tahqiq.claims.context import Context, Figure, figures, line_of, readings_of, stated, whole_number
from tahqiq.claims.periods import NEVER, When, when
from tahqiq.claims.roles import Filler, candidates, cued, one_subject
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim

LEAST = 2
"""A table has at least so many rows."""
GAP = 2
"""So many lines without a figure (the head of the table) may stand between rows."""
REST = 6
"""So many letters of a row may belong to no word known ("incl.")."""
KNOWN = ("and", "heir", "filler", "only", "about", "times", "veto", "veto_unit")


def read_rows(context: Context, frame: Frame) -> None:
    """Add a count for each row of the tables that a strong line introduces."""
    if not any(is_strong(frame, s) for s in context.sentences):
        return
    for lead in context.sentences:
        rows = _rows(context, frame, lead) if is_strong(frame, lead) else []
        if len(rows) >= LEAST:
            for s, member, figure in rows:
                _add(context, frame, lead, s, member, figure)


def _rows(context: Context, frame: Frame, lead: Sentence) -> list[tuple[Sentence, Filler, Figure]]:
    """The rows right behind a line."""
    found = []
    blank = 0
    for at in range(lead.at + 1, len(context.sentences)):
        s = context.sentences[at]
        row = _row(context, frame, s)
        if row is not None:
            found.append((s, *row))
        elif blank == GAP or (found and is_strong(frame, s)):
            break
        else:
            blank += 1
    return found


def _row(context: Context, frame: Frame, s: Sentence) -> tuple[Filler, Figure] | None:
    """The member and the figure of a line that holds little else."""
    listed = [f for f in figures(s, context.values) if context.free(f.start, f.end)]
    named = candidates(s, frame.roles["member"], s.start, s.end) if len(listed) == 1 else []
    if not named or listed[0].ordinal or listed[0].value != int(listed[0].value):
        return None
    codes = tuple(dict.fromkeys(c for f in named for c in f.codes))
    if len(named) > 1 and not set(codes) <= set(line_of(codes[:1])):
        return None
    words = [h for h in s.hits if h.has(KNOWN) or h.codes("place", "seat", "adj")]
    spans = [(f.start, f.end) for f in listed] + [(h.start, h.end) for h in words]
    return (Filler(codes, named[0].start, named[-1].end), listed[0]) if _rest(s, spans) <= REST else None


def _rest(s: Sentence, spans: Sequence[tuple[int, int]]) -> int:
    return sum(s.text[i].isalpha() and not any(a <= i < b for a, b in spans) for i in range(s.start, s.end))


def _add(context: Context, frame: Frame, lead: Sentence, s: Sentence, member: Filler, figure: Figure) -> None:
    filters = {"member": member.codes}
    role = frame.roles.get("about")
    about = cued(lead, role, lead.start, lead.end) if role else None
    if about:
        filters["about"] = one_subject(about.codes)
    moment = when(lead, lead.start, lead.end, context.values)
    moment = When(None, moment.period) if moment.period else NEVER
    start, end = min(member.start, figure.start), max(member.end, figure.end)
    value = stated(whole_number(figure.value), frame.unit, "exactly", moment)
    readings = readings_of(frame, filters)
    claim = Claim(context.name(), "count", start, end, readings, value, filters_mode="any")
    context.add(claim, (figure.start, figure.end))
