"""Single dates: a day, a month of a year, a year, in whatever order the language writes them."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date

from tahqiq.catalog.languages import Folded, Language
from tahqiq.language import hijri
from tahqiq.language.atoms import Atom, Context, Scene, is_month
from tahqiq.language.digits import YEARS, Day, valid
from tahqiq.language.numerals import Numeral

DAY_MONTH = frozenset(["", ")", ")o", "-", ".", "/", "o", "om", "m", "-m", ".m", "oA"])
MONTH_DAY = frozenset(["", "-", ".", "/", "b"])  # b: "November between 15 and 19"
BEFORE_YEAR = frozenset(
    [
        "",
        ",",
        "-",
        "/",
        ".",
        "o",
        "oy",
        "y",
        "i",
        "iy",
        ",y",
        ",o",
        ",oy",
        ".,",
        ",i",
        ",iy",
        "')",
        ")",
        ")o",
        ")oy",
        ")y",
    ]
)
SHORT_YEAR = frozenset(["o", "'", "o'", ",'"])
SHORT_YEARS = range(30, 100)
PAIR = frozenset(["/", "(", "-"])


class Moment:
    """A date as far as it is told: year, month and day may be None. `next` is the atom after it.

    others: further dates where two month names disagree or figures may be read two ways.
    first, last: set when it is a period (a quarter, a decade, a Hijri month).
    """

    __slots__ = ("between", "day", "end", "first", "last", "month", "next", "others", "start", "year")

    def __init__(self, parts: Day | tuple[None, int | None, int | None], start: int, end: int, after: int) -> None:
        self.year, self.month, self.day = parts
        self.start, self.end, self.next = start, end, after
        self.others: tuple[Day | tuple[None, int | None, int | None], ...] = ()
        self.between = False
        self.first: str | None = None
        self.last: str | None = None


def iso(parts: Sequence[int | None]) -> str:
    """2024, 2024-04 or 2024-04-18, with XXXX for a year that is not told."""
    year, month, day = parts
    text = "XXXX" if year is None else f"{year:04d}"
    text += "" if month is None else f"-{month:02d}"
    return text if day is None else f"{text}-{day:02d}"


class Dates:
    """Reads the date that starts at an atom."""

    def __init__(self, language: Language, context: Context) -> None:
        self.context = context
        self.eras = {era: tuple(words) for era, words in language.settings["eras"].items()}
        self.counted = tuple(language.settings["counted_endings"])
        self.not_counted = tuple(language.settings["counted_not_endings"])
        self.article = language.settings["article"] or "\0"
        self.articles = (self.article, *language.settings["articles"])
        self.either_order = language.settings["date_order"] == "mdy"
        self.capital = language.settings["months"].get("capital")

    def read(self, scene: Scene, at: int, folded: Folded, pivot: int) -> Moment | None:
        """The date at atoms[at], None where there is none. pivot: the last year a two-digit year may mean."""
        atom = scene.atoms[at]
        if atom.figure is not None:
            return self._figures(scene, at)
        if atom.word.month is not None and atom.numeral is None:
            return self._month_first(scene, at, folded, pivot)
        if atom.numeral is not None:
            return self._number_first(scene, at, pivot)
        return None

    def _figures(self, scene: Scene, at: int) -> Moment | None:
        atom = scene.atoms[at]
        figure = atom.figure
        assert figure is not None
        found = Moment(figure.days[0], atom.start, atom.end, at + 1)
        if figure.until:
            found.first, found.last = f"{figure.days[0][0]:04d}", f"{figure.until:04d}"
        elif 1200 < figure.days[0][0] < 1600 and self._era(scene, found, "hijri"):
            return hijri.convert(found)
        elif self.either_order:
            found.others = figure.days[1:]
        return found

    def _number_first(self, scene: Scene, at: int, pivot: int) -> Moment | None:
        numeral = scene.atoms[at].numeral
        assert numeral is not None
        follower = scene.atoms[at + 1] if at + 1 < len(scene.atoms) else None
        if follower is not None and follower.numeral is None and follower.gap in DAY_MONTH:
            if follower.word.month is not None and self.is_day(numeral):
                return self._day_first(scene, at, pivot)
            if follower.word.weekday is not None and numeral.kind == "ordinal" and numeral.value <= 5:
                return self._nth_weekday(scene, at, pivot)
        year = int(numeral.value) if self.is_year(scene, at) else self._short_year(scene, at)
        if not year:
            return None
        found = Moment((year, None, None), scene.atoms[at].start, numeral.end, at + 1)
        if follower is not None and is_month(follower.word) and follower.gap in ("", "-", "/"):
            self._year_first(scene, found, follower)
        elif self._era(scene, found, "hijri"):
            return hijri.convert(found)
        elif self._era(scene, found, "before"):
            return None
        else:
            self._era(scene, found, "gregorian")
        return found

    def _year_first(self, scene: Scene, found: Moment, follower: Atom) -> None:
        """2017 April; 2019/aug/01."""
        found.month, found.end, found.next = follower.word.month, follower.end, found.next + 1
        if found.next < len(scene.atoms):
            last = scene.atoms[found.next]
            if last.numeral is not None and last.gap in ("-", "/") and self.is_day(last.numeral):
                found.day, found.end, found.next = int(last.numeral.value), last.end, found.next + 1

    def is_day(self, numeral: Numeral) -> bool:
        """A whole number from 1 to 31 without a scale."""
        return (
            numeral.alone
            and 1 <= numeral.value <= 31
            and not numeral.value % 1
            and numeral.scale == 1
            and 0 <= numeral.digits <= 2
        )

    def _day_first(self, scene: Scene, at: int, pivot: int) -> Moment | None:
        numeral, month = scene.atoms[at].numeral, scene.atoms[at + 1]
        assert numeral is not None
        found = Moment((None, month.word.month, int(numeral.value)), scene.atoms[at].start, month.end, at + 2)
        if not valid(None, month.word.month, int(numeral.value)) or self._describes(scene, at):
            return None
        if month.gap == "." and self._list_number(scene, at):
            return None
        self._pair(scene, found, at + 1)
        self.take_year(scene, found, pivot, month.gap)
        if month.word.hijri:
            return hijri.convert(found) if found.year else None
        return found if valid(found.year, found.month, found.day) else None

    def _list_number(self, scene: Scene, at: int) -> bool:
        """The figure before the point numbers an item of a list: nothing before it in its line, no point after the month."""
        start, text = scene.atoms[at].start, scene.text
        line = text[text.rfind("\n", 0, start) + 1 : start]
        return not line.strip() and text[scene.atoms[at + 1].end : scene.atoms[at + 1].end + 1] != "."

    def _describes(self, scene: Scene, at: int) -> bool:
        """The ordinal describes the noun before it ("the first week of March") and is no day."""
        atom = scene.atoms[at]
        assert atom.numeral is not None
        if atom.numeral.kind != "ordinal" or not scene.text.startswith(self.article, atom.start):
            return False
        before = scene.before(atom.start)
        if before in self.context.day_words or (at > 0 and scene.atoms[at - 1].word.weekday is not None):
            return False
        return before.startswith(self.articles) and len(before) > 3

    def _pair(self, scene: Scene, found: Moment, at: int) -> None:
        """The month named in a second system (April of one, Nisan of the other): one date; others when they disagree."""
        if at + 1 >= len(scene.atoms):
            return
        first, second = scene.atoms[at].word, scene.atoms[at + 1]
        if second.gap not in PAIR or not is_month(second.word) or second.numeral is not None:
            return
        if first.month != second.word.month and (first.systems & second.word.systems or second.gap == "-"):
            return
        found.end, found.next = second.end, at + 2
        if second.gap == "(" and scene.text[second.end : second.end + 1] == ")":
            found.end += 1
        if first.month != second.word.month:
            found.others = ((None, second.word.month, found.day),)

    def take_year(self, scene: Scene, found: Moment, pivot: int, joint: str = "") -> None:
        """The year after a month or a day, if there is one; it goes to the other dates too."""
        if found.next >= len(scene.atoms):
            return
        atom = scene.atoms[found.next]
        numeral, gap = atom.numeral, atom.gap
        if numeral is None or numeral.kind != "number" or numeral.value % 1 or numeral.fraction:
            return
        year = int(numeral.value)
        if numeral.digits == 2 and (gap in SHORT_YEAR or (gap == joint and gap in ("-", "/"))):
            year += (pivot - year) // 100 * 100
        elif (
            year not in YEARS
            or gap not in BEFORE_YEAR
            or numeral.digits not in (0, 4)
            or self._unit_follows(scene, found.next)
        ):
            return
        found.year, found.end, found.next = year, atom.end, found.next + 1
        found.others = tuple((year, month, day) for _, month, day in found.others)
        month = scene.atoms[found.next - 2].word
        self._era(scene, found, "hijri" if month.hijri else "gregorian")

    def _unit_follows(self, scene: Scene, at: int) -> bool:
        """What follows makes the figure a quantity: money, a percentage."""
        follower = scene.atoms[at + 1] if at + 1 < len(scene.atoms) else None
        return (
            follower is not None
            and follower.gap in ("", "-")
            and bool((follower.word.currency and follower.numeral is None) or follower.word.percent)
        )

    def _month_first(self, scene: Scene, at: int, folded: Folded, pivot: int) -> Moment | None:
        atom = scene.atoms[at]
        found = Moment((None, atom.word.month, None), atom.start, atom.end, at + 1)
        before = scene.before(atom.start)
        if before in self.context.first_day_words:
            found.day, found.start = 1, scene.text.rindex(before, 0, atom.start)
        self._pair(scene, found, at)
        follower = scene.atoms[found.next] if found.next < len(scene.atoms) else None
        if found.day is None and follower is not None and self._is_day_after(scene, found, follower):
            assert follower.numeral is not None
            found.day, found.end, found.next = int(follower.numeral.value), follower.end, found.next + 1
            found.others = tuple((year, month, found.day) for year, month, _ in found.others)
            found.between = follower.gap == "b"
        joint = "-" if found.day is None else follower.gap if follower is not None and follower.gap == "/" else ""
        self.take_year(scene, found, pivot, joint)
        if atom.word.hijri:
            return hijri.convert(found) if found.year else None
        if not valid(found.year, found.month, found.day):
            return None
        if atom.word.careful and found.day is None and found.year is None and not self._sure(scene, atom, folded):
            return None
        return found

    def _is_day_after(self, scene: Scene, found: Moment, follower: Atom) -> bool:
        numeral = follower.numeral
        if numeral is None or follower.gap not in MONTH_DAY or not self.is_day(numeral):
            return False
        if self._unit_follows(scene, found.next) or numeral.fraction:
            return False
        return valid(None, found.month, int(numeral.value)) and scene.atoms[found.next - 1].word.careful != 3

    def _sure(self, scene: Scene, atom: Atom, folded: Folded) -> bool:
        """A month name that is also another word stands where a date stands, or is capitalised inside a sentence."""
        if atom.word.careful == 3:
            return False
        before = scene.before(atom.start)
        if before in self.context.date_before or scene.after(atom.end) in self.context.date_after:
            return True
        if atom.word.careful > 1 or not self.capital:
            return False
        alone = not scene.text[: atom.start].strip() and not scene.text[atom.end :].strip()
        return folded.raw[folded.span(atom.start, atom.end)[0]].isupper() and (alone or bool(before))

    def is_year(self, scene: Scene, at: int) -> bool:
        """The figure names a year, by its form and by the words around it."""
        atom = scene.atoms[at]
        numeral = atom.numeral
        assert numeral is not None
        value = numeral.value
        if numeral.kind != "number" or value % 1 or not 1000 <= value < 2200 or numeral.definite or numeral.fraction:
            return False
        before = scene.before(atom.start)
        if numeral.digits not in (0, 4) or (self._unit_follows(scene, at) and not self._prices(scene, at, before)):
            return False
        if before in self.context.year_before:
            return True
        if before in self.context.name_before:
            return False
        if numeral.digits == 0:
            return value % 100 != 0 and value > 1100 and before in self.context.date_before
        if before in self.context.year_prepositions:
            return 1500 <= value
        return 1900 <= value < 2100 and value != 2000 and not self._counts(scene, numeral)

    def _short_year(self, scene: Scene, at: int) -> int:
        """'67, or "the year 67" where the language says so: a year of the last century; 0 when it is none."""
        atom, numeral = scene.atoms[at], scene.atoms[at].numeral
        if numeral is None or numeral.digits not in (0, 2) or numeral.value not in SHORT_YEARS or self._unit_follows(scene, at):
            return 0
        told = (
            scene.text[atom.start - 1 : atom.start] == "'" and not scene.text[atom.start - 2 : atom.start - 1].isalnum()
        )
        return 1900 + int(numeral.value) if told or scene.before(atom.start) in self.context.short_year_before else 0

    def _prices(self, scene: Scene, at: int, before: str) -> bool:
        """The year whose prices are meant ("in 2019 dollars"): a bare currency name follows, not a sign or a percentage."""
        value = scene.atoms[at].numeral
        unit = scene.atoms[at + 1].word
        return (
            before in self.context.price_before
            and value is not None
            and value.digits == 4
            and 1900 <= value.value < 2100
            and unit.currency is not None
            and not unit.before
        )

    def _counts(self, scene: Scene, numeral: Numeral) -> bool:
        """A counted thing follows: a noun in the form that only figures take."""
        follower = scene.after(numeral.end)
        if len(follower) < 4 or not follower.endswith(self.counted) or follower.startswith(self.article):
            return False
        return not follower.endswith(self.not_counted)

    def _era(self, scene: Scene, found: Moment, era: str) -> bool:
        """Take in an era word of that kind right after the date."""
        start = found.end
        if start < len(scene.text) and scene.text[start] in " (":
            start += 1
        for word in self.eras[era]:
            if scene.text.startswith(word, start):
                end = start + len(word)
                if not scene.text[end : end + 1].isalpha():
                    found.end = end
                    while found.next < len(scene.atoms) and scene.atoms[found.next].start < end:
                        found.next += 1
                    return True
        return False

    def _nth_weekday(self, scene: Scene, at: int, pivot: int) -> Moment | None:
        """Third Tuesday of September 2014."""
        if at + 2 >= len(scene.atoms):
            return None
        numeral, weekday, month = scene.atoms[at].numeral, scene.atoms[at + 1].word.weekday, scene.atoms[at + 2]
        if numeral is None or weekday is None or not is_month(month.word) or month.gap not in ("o", "i", ""):
            return None
        found = Moment((None, month.word.month, None), scene.atoms[at].start, month.end, at + 3)
        self.take_year(scene, found, pivot)
        if not found.year or not found.month:
            return None
        first = date(found.year, found.month, 1).weekday()
        found.day = 1 + (weekday - first) % 7 + 7 * (int(numeral.value) - 1)
        return found if found.day <= calendar.monthrange(found.year, found.month)[1] else None
