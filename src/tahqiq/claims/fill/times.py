"""When a figure holds: the times of its item, else those its row shares, and what the words before them make
of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import CARRY, PHRASE, REACH
from tahqiq.claims.fill.cues import cue_before
from tahqiq.claims.fill.when import NEVER, ONE_OF_THEM, TIMES, When, when
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import in_period
from tahqiq.claims.text.items import SOFT, Item, in_columns
from tahqiq.claims.text.sentences import CLOSERS, OPENERS, Sentence
from tahqiq.model import Basis


def time_of(article: Article, s: Sentence, items: Sequence[Item], item: Item) -> When:
    """The time of a figure: of its item, of its whole, of the head of its row, told behind the last of the row, or in
    the line above a list.
    """
    published = article.published
    own = _of_item(s, items, item, published)
    if own.settled:
        return own
    back = pointing(article, s, item.near_left, item.near_right)
    if back.told:
        return back
    if item.at and s.named(item.left, item.right, ("time.open",)):
        return When(open=True)  # "42 in the 1980s, and five in the decade that followed"
    for other, joined in _lenders(items, item):
        told = _of_item(s, items, other, published)
        if any(_of_item(s, items, o, published).ever for o in items[other.at + 1 : item.at]):
            break  # "five since 1991, 18 in its history, and Britain 29"
        if told.told and told.basis == "own" and other.at != item.whole:
            return replace(told, basis=_lent(s, other, item, told, published, joined=joined))
        if told.told or told.ever:
            return replace(told, basis="shared" if told.basis == "own" else told.basis)
    trailing = _trailing(s, items, item, published)
    if trailing.told:
        return trailing
    above = next((t for h in article.heads(s) if (t := when(h, h.start, h.end, published)).told), NEVER)
    lent: Basis = "carried" if in_columns(s, items) else "shared"
    return replace(above, basis=lent) if above.told else replace(NEVER, open=_open(s, item))


PART = ("part.of_them", "part.some")
BACK = {"time.that_year": 0, "time.same_period": 0, "time.year_before": -1, "time.year_after": 1}
"""Words that point at a time told before, by the years they lie from it."""


COUNTED = {"time.years_before": -1, "time.years_after": 1}
"""Words that point at a time told before, by as many years as a number in them or before them tells."""


def _counted(s: Sentence, hit: Hit) -> int | None:
    """How many years from the time told before a word lies: "two years earlier", "12 years later"."""
    told = [m for m in s.mentions if m.type == "number" and m.value and (hit.start <= m.start < hit.end)]
    told = told or [m for m in s.mentions if m.type == "number" and m.value and s.bare(m.end, hit.start)]
    way = next(n for i, n in COUNTED.items() if hit.has((i,)))
    return way * int(told[-1].value or 0) if told and told[-1].end <= hit.end else None


def _last(s: Sentence, end: int, published: date | None) -> When:
    """The time told last before a place of a sentence."""
    ends = [m.end for m in s.mentions if m.type in TIMES and m.end <= end]
    return when(s, ends[-2] if len(ends) > 1 else s.start, end, published)


def pointing(article: Article, s: Sentence, left: int, right: int) -> When:
    """The time told before that the words of a stretch point at: "in the same year", "the year before"."""
    for hit in s.between(left, right) if s.has((*BACK, *COUNTED)) else ():
        years = next((n for i, n in BACK.items() if hit.has((i,))), None)
        years = _counted(s, hit) if years is None and hit.has(COUNTED) else years
        if years is None:
            continue
        near = list(reversed(article.near(s, CARRY)))
        table = article.heads(near[0]) if near else ()
        listed = [(s, hit.start), *((x, x.end) for x in (*near, *table))]
        told = next((t for x, end in listed if (t := _last(x, end, article.published)).told), NEVER)
        if hit.has(("time.same_period",)) and not told.period:
            return NEVER  # two years told apart are no period
        if told.told and not years:
            return replace(told, basis="shared")
        if told.date and told.date[:4].isdecimal():
            return When(str(int(told.date[:4]) + years), basis="shared")
        if years < 0 and article.published is not None:
            return When(str(article.published.year + years))
    return NEVER


def _of_item(s: Sentence, items: Sequence[Item], item: Item, published: date | None) -> When:
    """The time in an item's own clause, in the clauses before it where it is the first, or in those behind the last."""
    own = _in(s, item.near_left, item.figure.head, item.figure.end, item.near_right, published)
    if own.settled:
        return own
    left = _past_undone(s, item.left if item.at else s.start, item.figure.head)
    before = when(s, left, item.near_left, published)
    if before.date and s.named(item.near_left, item.figure.head, ("time.now",)):
        return When(ever=True)  # "it knew none before 1972, but has reached 41 today"
    if before.told:
        if not item.at and _dates_line(s, item.near_left):
            return before
        several = len(items) > 1 and _several(s, left, item.near_left)
        return replace(before, basis="shared" if _heads(s, item) and not several else "carried")
    marked = item.near_right < item.right and bool(s.mark(item.near_right)) and not item.bracketed
    return _behind(s, item.figure.end, item.right, published) if marked and item.at == len(items) - 1 else NEVER


def _dates_line(s: Sentence, end: int) -> bool:
    """Whether the one time before a place stands in brackets right behind the name that a line opens with ("- Kuwait
    (17 November 2016): 40 fighters - $10.1 billion").
    """
    told = [m for m in s.mentions if m.type in TIMES and m.end <= end]
    name = s.before(told[0].start) if len(told) == 1 else None
    if name is None or not name.codes("place", "seat") or s.words(s.start, name.start):
        return False
    opened, closed = s.text[name.end : told[0].start].strip(), s.text[told[0].end :].lstrip()[:1]
    return bool(opened) and opened in OPENERS and bool(closed) and closed in CLOSERS


def _several(s: Sentence, start: int, end: int) -> bool:
    """Whether several days or years stand side by side before figures that may be theirs in turn ("in 2023 and 24")."""
    told = [m.date for m in s.mentions if m.type == "date" and start <= m.start < end and cue_before(s, m) is None]
    return len(set(told)) > 1


def _heads(s: Sentence, item: Item) -> bool:
    """Whether nothing but commas, a colon and the bracket of the figure parts the head of a row from its first item.

    "In 2023: Ukraine (17.2 billion), ..." heads a row; "not since 1989; together they have 45" does not.
    """
    told = [m.end for m in s.mentions if m.end <= item.near_left and m.type in TIMES]
    marks = {s.text[i] for i in s.marks(max(told, default=s.start), item.near_left)}
    return marks <= {*SOFT, *OPENERS, *CLOSERS}


def _in(s: Sentence, left: int, head: int, end: int, right: int, published: date | None) -> When:
    """The time in a stretch around a figure: behind it first, where it is told right there, else before it."""
    after = _behind(s, end, right, published)
    before = when(s, _past_undone(s, left, head), head, published)
    if after.date and before.period:
        return replace(after, period=before.period)
    if after.period and before.date:
        return replace(after, date=before.date)  # "on 18 September 2025, for the sixth time in the war"
    if not after.settled and before.told and _open_behind(s, left, head, end, right):
        return When(open=True)  # "some in the 1990s, and 17 afterwards"
    told = [m.start for m in s.mentions if m.type in TIMES and m.start >= end]
    apart = before.told and bool(told) and s.broken(end, told[0])
    return before if apart or not after.settled else after  # "in 2019 about 1.3 billion, and in 1979 1.5 billion"


def _past_undone(s: Sentence, left: int, head: int) -> int:
    """Where what is told of a figure begins, behind what was not done ("has not used it since 1989 and has used it 18
    times in all").
    """
    undone = next((h for h in reversed(s.between(left, head)) if h.has(("not.not",))), None)
    if undone is None:
        return left
    behind = s.between(undone.end, head)
    last = max((h.start for h in behind if h.of_kind("act.")), default=undone.end)
    joins = [h.end for h in behind if h.has(("join.and", "join.contrast", "time.after")) and h.end <= last]
    return max([*joins, *s.marks(undone.end, head)], default=left)


def _open_behind(s: Sentence, left: int, head: int, end: int, right: int) -> bool:
    """Whether a time that the words do not settle stands right behind a figure, and the one before is marked off."""
    words = [h for h in s.between(end, right) if h.has(("time.open",)) and s.words(end, h.start) <= PHRASE]
    words = [h for h in words if not any(h.start <= m.start < h.end for m in s.mentions)]  # "in ten years" is a length
    told = [m.end for m in s.mentions if m.type in TIMES and left <= m.start < head]
    return bool(words) and not s.broken(end, words[0].start) and bool(told) and s.broken(told[-1], head)


def _behind(s: Sentence, start: int, end: int, published: date | None) -> When:
    """The time behind a figure, but not of one of the things it counts ("46 times, the first of them in 1973"), nor
    of what has not been done ("19, and neither has cast one since 1989").
    """
    words = s.between(start, end)
    of_part = (h.start for h in words if h.has(PART) and not s.bare(start, h.start))  # "89, half of them since 1980"
    end = min([next((h.start for h in words if h.has((*ONE_OF_THEM, "not.not"))), end), *of_part])
    firsts = [m for m in s.mentions if m.type == "ordinal" and m.value == 1 and start <= m.start < end]
    end = min([m.start for m in firsts if not in_period(s, m)], default=end)
    return NEVER if _enumerated(s, start, end) else when(s, start, end, published)


def _enumerated(s: Sentence, start: int, end: int) -> bool:
    """Whether the days of the acts counted are listed behind a figure ("four times: in March 2014, July 2015 ...")."""
    days = [m for m in s.mentions if m.type == "date" and start <= m.start < end and cue_before(s, m) is None]
    return len({m.date for m in days}) > 1


def _lenders(items: Sequence[Item], item: Item) -> list[tuple[Item, bool]]:
    """The items whose time this one may share, and whether it is joined to them: its whole, the head of its row, the
    first of its sentence.
    """
    whole = [(items[item.whole], True)] if item.whole is not None else []
    row = next((o for o in reversed(items[: item.at]) if not o.joined), None)
    heads = [(row, item.joined)] if row is not None else []
    return [*whole, *heads, *([(items[0], False)] if row is not None and row.at else [])]


def _lent(s: Sentence, other: Item, item: Item, told: When, published: date | None, *, joined: bool) -> Basis:
    """Whether another item's time is surely meant here too, as in a row ("the 17th for Russia since 2011 and the tenth
    for China"). Else not where a period stands behind its figure ("five since 1991; Britain has cast 29"), nor where a
    further clause is set against its clause ("under Biden nine, while Russia stands at 126"), nor beside other times,
    nor behind words that point at one ("3 percent more than the year before, when it was 28").
    """
    if s.named(other.figure.end, item.figure.head, BACK):
        return "carried"
    start = other.left if other.at else s.start
    if joined:
        return "carried" if told.period and _of_its_clause(s, start, other, item) else "shared"
    if told.period and item.figure.type != "money" and not when(s, start, other.figure.head, published).told:
        return "carried"
    alone = sum(m.type in TIMES for m in s.mentions) == 1
    closed = told.period and not told.period.endswith("..")
    against = closed and s.named(other.figure.end, item.figure.head, ("join.contrast",))
    return "shared" if alone and not against else "carried"


def _of_its_clause(s: Sentence, start: int, other: Item, item: Item) -> bool:
    """Whether a time told behind the verb of one item is of that clause alone, as the other has a verb of its own ("has
    used it since 1992 but five times, and Y has used it but eight times").
    """
    verbs = [h for h in s.between(start, item.figure.head) if h.of_kind("act.")]
    times = [m.start for m in s.mentions if m.type in TIMES and start <= m.start < other.right]
    anew = any(h.start >= item.left for h in verbs)
    return anew and bool(times) and verbs[0].start < times[0]


def _trailing(s: Sentence, items: Sequence[Item], item: Item, published: date | None) -> When:
    """The one time of a row, told behind its last item ("1.3 billion to A and 1.7 billion to B in 2023")."""
    last = items[-1]
    if item is last or last.whole is not None or any(when(s, o.left, o.figure.head, published).told for o in items):
        return NEVER
    if any(h.has(PART) and h.start <= last.figure.start < h.end for h in s.hits):
        return NEVER  # "89 times, more than half of them since 1980"
    if s.named(item.figure.end, last.figure.head, ("not.not",)):
        return NEVER  # "29; neither has cast one since 1989"
    between = any(when(s, o.figure.end, o.right, published).told for o in items[item.at : -1])
    told = _behind(s, last.figure.end, last.near_right, published)
    if between or (item.figure.type == "ordinal" and told.period):
        return NEVER  # "the 49th veto, and the fifth since October"
    return replace(told, basis="shared" if _of_row(s, item, last) else "carried")


def _of_row(s: Sentence, item: Item, last: Item) -> bool:
    """Whether two sums stand in one row, with no verb between them: not "totals 156 billion and came to 3.3 billion in
    2023", nor counts of which each has its own matter ("ten on one conflict and one on another in 1999").
    """
    between = s.between(item.figure.end, last.figure.head)
    verbs = any(h.of_kind(("act.", "state.")) for h in between)
    summed = any(h.has(("time.now", "time.ever", "sum.total")) for h in s.between(item.near_left, last.figure.head))
    return item.figure.type == "money" and not (verbs or summed)


def _open(s: Sentence, item: Item) -> bool:
    """Whether the item or the head of its sentence speaks of a time that the words do not settle."""
    spans = [(item.near_left, item.near_right)] + ([(s.start, item.figure.head)] if item.at == 0 else [])
    return any(_opens(s, h) for low, high in spans for h in s.between(low, high))


def _opens(s: Sentence, hit: Hit) -> bool:
    if hit.has(("time.ever",)):
        return False  # "since its founding"
    plain = hit.has(("time.since",)) and not hit.has(("lead.from", "time.after", "lead.of", "time.between"))
    if not plain:
        return hit.has(("time.open",))
    times = [m for m in s.mentions if m.type in TIMES]
    if s.grammar.postpositions:
        return not any(m.end <= hit.start and s.words(m.end, hit.start) <= REACH for m in times)
    return not any(hit.end <= m.start and s.words(hit.end, m.start) <= REACH for m in times)
