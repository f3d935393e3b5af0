"""Sums inside a text: a total beside its parts, also across two sentences. Only arithmetic, no register."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tahqiq.claims.text.article import Article
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Claim, Stated

CLOSE = 0.0051
"""Relative difference that rounding of the printed figures explains."""
MOST = 8
"""No list of parts is longer."""
LEAD, GAP = 160, 110
"""How far the words that open the parts stand from the total, and a part from the one before."""


def read_sums(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """A claim for each total that the text says is made of two or more amounts after it. `claims` have their ids."""
    amounts = [c for c in claims if c.kind in ("amount", "sale") and isinstance(c.stated.value, int | float)]
    done = -1
    found: list[Claim] = []
    for at, total in enumerate(amounts):
        if at <= done:
            continue
        parts, sure = _parts(article, total, amounts[at + 1 : at + 1 + MOST])
        if len(parts) > 1:
            done = at + len(parts)
            found.append(
                replace(
                    total,
                    id=f"s{len(found) + 1}",
                    kind="sum",
                    end=parts[-1].end,
                    parts=tuple(p.id for p in parts),
                    stated=Stated(
                        total.stated.value, total.stated.unit, total.stated.qualifier, step=total.stated.step
                    ),
                    group=None,
                    basis={"parts": "own" if sure else "assumed"},
                )
            )
    return found


def _parts(article: Article, total: Claim, after: Sequence[Claim]) -> tuple[list[Claim], bool]:
    """The amounts that the words after the total enumerate, and whether they say that these are all of it.

    Words such as "made of" or a colon open the list. Without them a list is taken for the parts where it adds up.
    Behind a colon it is complete where "and" leads to its last part, and none has a verb of its own.
    """
    if not after or after[0].start - total.end > LEAD + GAP:
        return [], False
    listed = _listed(article, after)
    opened, sure = _opened(article, total, after[0])
    sure = sure or (opened and _closed(article, total, listed))
    shared = listed if opened else _of_one(total, listed)
    fitting = next((n for n in range(2, len(shared) + 1) if adds_up(shared[:n], total)), 0)
    if fitting:
        return listed[:fitting], True
    sure = sure and not _unread(article, total, listed)
    return (listed, sure) if opened and _smaller(listed, total) else ([], False)


def _unread(article: Article, total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether an amount among the parts was not read as one."""
    first, last = sentence_at(article, total.start), sentence_at(article, parts[-1].start)
    spans = {(p.start, p.end) for p in (total, *parts)}
    return any(
        m.type in ("money", "percentage") and (m.start, m.end) not in spans
        for s in article.sentences[first.at : last.at + 1]
        for m in s.mentions
        if m.start >= total.start
    )


def _listed(article: Article, after: Sequence[Claim]) -> list[Claim]:
    """Amounts one after another, without another sentence between."""
    joined = [after[0]]
    for part in after[1:]:
        s = sentence_at(article, joined[-1].start)
        if part.start - joined[-1].end > GAP or part.start >= s.end:
            break
        joined.append(part)
    return joined


def _opened(article: Article, total: Claim, first: Claim) -> tuple[bool, bool]:
    """Whether a word or a colon between the total and the first part opens a list, and one that is complete."""
    s, after = sentence_at(article, total.start), sentence_at(article, first.start)
    if after.at - s.at > 1:
        return False, False
    hits = [h for x in dict.fromkeys((s.at, after.at)) for h in article.sentences[x].between(total.end, first.start)]
    colon = s is after and ":" in s.text[total.end : first.start]
    sure = any(h.has(("sum.exhaustive",)) for h in hits)
    return sure or colon or any(h.has(("sum.made_of",)) for h in hits), sure


def _closed(article: Article, total: Claim, listed: Sequence[Claim]) -> bool:
    """Whether a colon leads to a list that "and" closes ("8.7 billion: 3.5 for purchases and 5.2 for air defence")."""
    s, last = sentence_at(article, total.start), listed[-1]
    if len(listed) < 2 or ":" not in s.text[total.end : listed[0].start] or last.start >= s.end:
        return False
    inside = s.between(listed[-2].end, last.start)
    joined = any(h.has(("join.and",)) for h in inside) or _attached(s, last.start)
    return joined and not any(h.of_kind("act.") for h in s.between(total.end, last.start))


def _attached(s: Sentence, at: int) -> bool:
    return "join.and" in s.grammar.attached.get(s.text[at - 1 : at], ())


def _of_one(total: Claim, listed: list[Claim]) -> list[Claim]:
    """The amounts, unless all are told of others than the total ("763 million to Syria, 426 to Iraq, 337 to Yemen")."""
    told = [r.filters for c in (total, *listed) for r in c.readings[:1]]
    apart = any(value not in [f.get(name, value) for f in told[1:]] for name, value in told[0].items())
    return [] if apart else listed


def _smaller(parts: Sequence[Claim], total: Claim) -> bool:
    return all(float(p.stated.value) < float(total.stated.value) for p in parts)


def adds_up(parts: Sequence[Claim], total: Claim) -> bool:
    """Whether the parts add up to the total as printed."""
    whole = float(total.stated.value)
    return abs(sum(float(p.stated.value) for p in parts) - whole) <= CLOSE * whole


def sentence_at(article: Article, position: int) -> Sentence:
    """The sentence that holds a position of the text."""
    return article.sentences[max(0, bisect_right(article.sentences, position, key=lambda s: s.start) - 1)]
