"""The days a sentence speaks of: told outright, without their year, or from the day of publication ("on Friday")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tahqiq.catalog.hits import Hit
from tahqiq.claims.fill.cues import cue_before
from tahqiq.claims.fill.when import YEAR
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.once import once
from tahqiq.claims.text.relative import year_told
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Mention

BESIDE = 12
"""A weekday this near to a date only says the same day again."""
BACK = {"time.today": 0, "time.yesterday": 1, "time.day_before_yesterday": 2}
MONTHS_BACK = {"time.this_month": 0, "time.last_month": 1}
AGO = ("time.days_ago",)
FAR = 30
"""A "time.since" reaches over so many characters to the date that bounds a count."""
LOOK_BACK = 3
"""How many sentences back the day or year stands that another one is told from."""
LINE = 60
"""Characters of a line by which the place and the date of a text are told."""
DASH = re.compile(r"\)?\s*[-\u2013\u2014\u0640]\s")
MOST_DAYS = 60
"""Nobody counts more days back than these."""
FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
LATE = timedelta(days=7)
"""A text is printed so soon after it was written."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date or an interval (ISO) with its span. `others` are further readings; `sure` is false for a guess."""

    iso: str
    start: int
    end: int
    others: tuple[str, ...] = ()
    sure: bool = True


@once
def days_of(text: Article, s: Sentence) -> Sequence[Day]:
    """Every day, month or year the sentence dates something by; not those that only bound a count."""
    found = [
        day
        for m in s.mentions
        if m.type == "date" and m.date and not bounds_only(s, m) and not _dateline(text, s, m)
        for day in _told(text, s, m)
    ]
    for day in [*_relative(text, s), *_day_earlier(text, s)]:
        near = next((d for d in found if abs(day.start - d.end) < BESIDE or abs(d.start - day.end) < BESIDE), None)
        if near is None:
            found.append(day)
    whole = [d for d in found if not any(len(o.iso) > len(d.iso) and o.iso.startswith(d.iso) for o in found)]
    return sorted(whole, key=lambda d: d.start)


def _dateline(text: Article, s: Sentence, m: Mention) -> bool:
    """Whether a date only tells when a text was written: before the dash of its first line, and not of another day than
    that of publication.
    """
    first = s.at <= 1 and s.kind not in ROWS and m.start - s.start <= LINE
    return first and DASH.match(s.text, m.end) is not None and not _long_ago(text.published, str(m.date))


def _long_ago(published: date | None, told: str) -> bool:
    """Whether a full day lies apart from that of publication."""
    full = published is not None and FULL.fullmatch(told) is not None
    return full and published is not None and abs(published - date.fromisoformat(told)) > LATE


def bounds_only(s: Sentence, m: Mention) -> bool:
    """Whether the date only bounds a count ("since 1970"); "since it first used it in 1970" dates an act."""
    cue = cue_before(s, m)
    if cue == "time.since" and s.grammar.postpositions:
        return True
    if cue == "time.since":
        told = max(h.end for h in s.hits if h.start < m.start and h.has(("time.since",)))
        return m.start - told <= FAR and not s.named(told, m.start, ("says.first",))
    return cue == "time.until" or (cue == "time.as_of" and not _dates(s, m))


def _dates(s: Sentence, m: Mention) -> bool:
    """Whether the word that leads to a date may as well date an act by it, as by what stood then."""
    led = s.after(m.end) if s.grammar.postpositions else s.before(m.start)
    return led is not None and led.has(("time.as_of",)) and led.has(("time.during",))


def _told(text: Article, s: Sentence, m: Mention) -> Iterator[Day]:
    """A date as told; without its year also in the year spoken of just before."""
    told = str(m.date)
    if len(told) < 7 or YEAR.search(s.text, m.start, m.end) or year_told(s, m):
        if not told.startswith("XXXX"):
            yield Day(told, m.start, m.end, m.others)
        return
    above = _year_above(text, s)
    if above:
        yield Day(above + told[4:], m.start, m.end)
        return
    year = _year_before(text, s, m.start)
    if told.startswith("XXXX"):
        if year:
            yield Day(year + told[4:], m.start, m.end, sure=False)
    elif year and year != told[:4] and told[:4].isdigit():
        yield Day(year + told[4:], m.start, m.end, (told,), sure=False)
    else:
        yield Day(told, m.start, m.end, m.others, sure=not m.others)


def _year_above(text: Article, s: Sentence) -> str | None:
    """The one year that the line above a list names: its lines are of that year."""
    told = {
        m.date[:4]
        for x in text.heads(s)
        for m in x.mentions
        if m.type == "date" and m.date and YEAR.search(x.text, m.start, m.end)
    }
    return told.pop() if len(told) == 1 else None


def _year_before(text: Article, s: Sentence, start: int) -> str | None:
    """The year named last before a place: in the sentence, its paragraph, or the heading above."""
    for index in range(s.at, max(-1, s.at - 1 - LOOK_BACK), -1):
        earlier = text.sentences[index]
        if earlier.block != s.block and earlier.kind != "heading" and index != s.at - 1:
            continue
        years = [
            m.date[:4]
            for m in earlier.mentions
            if m.type == "date" and m.date and m.start < start and YEAR.search(earlier.text, m.start, m.end)
        ]
        if years:
            return years[-1]
    return None


@once
def _relative(text: Article, s: Sentence) -> Sequence[Day]:
    """The days told from the day of publication; two words for one day are one."""
    found: list[Day] = []
    sunday = _end_of_last_week(text, s)
    for hit in s.hits if text.published is not None else ():
        day = sunday if sunday is not None and hit.of_kind("time.weekday_") else text.published
        iso = next((iso for name in hit.ids if (iso := _from_publication(name, day))), None)
        if iso is None or _bounded(s, hit) or _of_count(s, hit):
            continue
        if found and hit.start - found[-1].end < BESIDE and not _two_weekdays(found[-1], hit, iso):
            more = () if iso == found[-1].iso else (iso,)
            found[-1] = replace(found[-1], end=hit.end, others=(*found[-1].others, *more))
        else:
            found.append(Day(iso, hit.start, hit.end))
    return found


def _of_count(s: Sentence, hit: Hit) -> bool:
    """Whether "today" only says that a count is that of now ("has reached 29 today")."""
    if not hit.has(("time.now",)):
        return False
    before = s.before(hit.start)
    counted = any(m.type == "number" and s.bare(m.end, hit.start) and not s.words(m.end, hit.start) for m in s.mentions)
    return counted or (before is not None and before.has(("state.stood",)) and s.bare(before.end, hit.start))


def _end_of_last_week(text: Article, s: Sentence) -> date | None:
    """The last day of the week before publication, where the sentence before tells of that week, so that weekdays are
    days of it ("Last week ... on Tuesday").
    """
    told = any(x.block == s.block and x.has(("time.last_week",)) for x in text.near(s, 1))
    published = text.published
    return published - timedelta(days=published.weekday() + 1) if told and published is not None else None


def _two_weekdays(day: Day, hit: Hit, iso: str) -> bool:
    """Whether a second weekday is another day ("on Tuesday and Friday")."""
    return iso != day.iso and hit.of_kind("time.weekday_")


def _bounded(s: Sentence, hit: Hit) -> bool:
    """Whether the word stands right after "time.until" or "time.since" ("to this day" dates nothing)."""
    return any(
        h.has(("time.until", "time.since", "time.as_of")) and s.bare(h.end, hit.start)
        for h in s.hits
        if h.end <= hit.start
    )


def _from_publication(name: str, published: date | None) -> str | None:
    if published is None:
        return None
    if name in BACK:
        return (published - timedelta(days=BACK[name])).isoformat()
    if name.startswith("time.weekday_"):
        return (published - timedelta(days=(published.isoweekday() - int(name[-1])) % 7)).isoformat()
    if name == "time.last_week":
        monday = published - timedelta(days=published.weekday() + 7)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if name in MONTHS_BACK:
        return (published - timedelta(days=MONTHS_BACK[name] * published.day)).isoformat()[:7]
    return None


def _day_earlier(text: Article, s: Sentence) -> Iterator[Day]:
    """ "A day earlier", "three days before": counted from the last full day told, or from the day of publication;
    "three days ago": from the latter.
    """
    for hit in s.hits:
        back = _days_back(s, hit)
        if back is None:
            continue
        days, start, end = back
        here = _full(text, s, start)
        earlier = next((d for x in reversed(text.near(s, 2)) if (d := _full(text, x, x.end))), [])
        told = [] if hit.has(AGO) else here or earlier
        base = date.fromisoformat(told[-1]) if told else text.published
        if base is not None:
            sure = hit.has(AGO) or (len(set(told)) == 1 and days > 1)
            yield Day((base - timedelta(days=days)).isoformat(), start, end, sure=sure)


def _days_back(s: Sentence, hit: Hit) -> tuple[int, int, int] | None:
    """How many days a word goes back, with the span that says so."""
    if hit.has(("time.day_earlier",)):
        return 1, hit.start, hit.end
    after = s.after(hit.end)
    of_another = after is not None and after.has(("lead.from",)) and s.bare(hit.end, after.start)
    if not hit.has(("time.days_earlier", *AGO)) or (hit.has(AGO) and of_another):
        return None
    for m in s.mentions:
        inside = hit.start <= m.start < hit.end
        if m.type == "number" and (inside or s.bare(m.end, hit.start)) and m.value in range(2, MOST_DAYS):
            return int(m.value or 0), min(m.start, hit.start), max(m.end, hit.end)
    return None


def _full(text: Article, s: Sentence, end: int) -> list[str]:
    """The full days that a sentence tells before a place, in order."""
    told = [(m.start, m.date) for m in s.mentions if m.type == "date" and m.date]
    told += [(d.start, d.iso) for d in _relative(text, s)]
    return [iso for start, iso in sorted(told) if start < end and len(iso) == 10 and iso[:4].isdigit()]


def line_above(text: Article, s: Sentence) -> tuple[str, bool] | None:
    """The date of the line above that tells nothing else, as a chronicle has them over its paragraphs; whether the
    sentence stands right under it.
    """
    for gap, earlier in enumerate(reversed(text.sentences[max(0, s.at - LOOK_BACK) : s.at])):
        m = earlier.mentions[0] if len(earlier.mentions) == 1 else None
        if m is not None and m.type == "date" and m.date and YEAR.match(m.date) and _only(earlier, m):
            return m.date, gap == 0
    return None


def _only(s: Sentence, m: Mention) -> bool:
    """Whether a line has no word but its date and the day of the week."""
    days = sum(s.words(h.start, h.end) for h in s.hits if h.of_kind("time.weekday_"))
    return s.words(s.start, m.start) + s.words(m.end, s.end) <= days
