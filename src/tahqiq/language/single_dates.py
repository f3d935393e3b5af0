"""Single dates: a day, a month of a year, a year, in whatever order the language writes them."""

from __future__ import annotations

from datetime import date

from tahqiq.catalog.languages import Folded, Language
from tahqiq.language.atoms import Atom, Context, Scene, is_month
from tahqiq.language.calendars import convert
from tahqiq.language.digits import valid
from tahqiq.language.numerals import Numeral
from tahqiq.language.partial_dates import Moment
from tahqiq.language.weekdays import nth_of_month, told_before
from tahqiq.language.years import Years

DAY_MONTH = frozenset(["", ")", ")o", "-", ".", "/", "o", "om", "m", "-m", ".m", "oA"])
MONTH_DAY = frozenset(["", "-", ".", "/", "b"])  # b: "November between 15 and 19"
YEAR_MONTH = frozenset(["", "-", "/", "y"])
OWNED = frozenset(["o"])
"""Between a year that owns its month and the month: the December of the year 2024, said in that order."""
LINE_START = 8
PAIR = frozenset(["/", "(", "-"])


class Dates:
    """Reads the date that starts at an atom."""

    def __init__(self, language: Language, context: Context) -> None:
        self.context = context
        self.years = Years(language, context)
        self.article = language.settings["article"] or "\0"
        self.articles = (self.article, *language.settings["articles"])
        self.either_order = language.settings["date_order"] != "dmy"
        self.year_month = YEAR_MONTH | (OWNED if language.settings["clitics"].get("figures") else frozenset())
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
        elif calendar := self.years.take_calendar(scene, found):
            return convert(found, calendar)
        elif not valid(*figure.days[0]) and figure.days[0][1] is not None:
            return None
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
        year = self.years.year(scene, at)
        if not year:
            return None
        found = Moment((year, None, None), scene.atoms[at].start, numeral.end, at + 1)
        if follower is not None and is_month(follower.word) and follower.gap in self.year_month:
            self._year_first(scene, found, follower)
        elif calendar := self.years.take_calendar(scene, found):
            return convert(found, calendar)
        elif self.years.take_era(scene, found, "before"):
            return None
        return found

    def _year_first(self, scene: Scene, found: Moment, follower: Atom) -> None:
        """2017 April; 2019/aug/01; where a word for the year stands behind it, the day follows without a mark."""
        found.month, found.end, found.next = follower.word.month, follower.end, found.next + 1
        if found.next < len(scene.atoms):
            last = scene.atoms[found.next]
            marked = last.gap in ("-", "/") or (last.gap == "" and follower.gap == "y")
            day = int(last.numeral.value) if last.numeral is not None and marked and self.is_day(last.numeral) else 0
            if day and valid(found.year, found.month, day):
                found.day, found.end, found.next = day, last.end, found.next + 1
        self.years.take_era(scene, found, "gregorian")

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
        if not (month.word.calendar or valid(None, month.word.month, int(numeral.value))):
            return None
        if self._describes(scene, at):
            return None
        if month.gap == "." and self._list_number(scene, at):
            return None
        self._pair(scene, found, at + 1)
        self.years.take_year(scene, found, pivot, month.gap)
        if month.word.calendar:
            return convert(found, month.word.calendar)
        self._count_weekdays(scene, at, found)
        return found if valid(found.year, found.month, found.day) else None

    def _count_weekdays(self, scene: Scene, at: int, found: Moment) -> None:
        """Where an ordinal with its article follows a weekday on which that day does not fall, it counts weekdays."""
        numeral, weekday = scene.atoms[at].numeral, told_before(scene, at)
        if numeral is None or weekday is None or numeral.kind != "ordinal" or numeral.value > 5:
            return
        if not found.year or not found.month or not scene.text.startswith(self.article, scene.atoms[at].start):
            return
        if date(found.year, found.month, int(numeral.value)).weekday() == weekday:
            return
        day = nth_of_month(found.year, found.month, weekday, int(numeral.value))
        if day:
            found.day, found.start = day, scene.atoms[at - 1].start

    def _list_number(self, scene: Scene, at: int) -> bool:
        """The figure before the point numbers an item: it starts its line, and no point follows the month."""
        start, text = scene.atoms[at].start, scene.text
        ahead = text[max(0, start - LINE_START) : start].rstrip(" ")
        heads_line = ahead.endswith("\n") or (not ahead and start < LINE_START)
        return heads_line and text[scene.atoms[at + 1].end : scene.atoms[at + 1].end + 1] != "."

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
        """The month named in a second system (Nisan/April): one date, with others when the two disagree."""
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

    def _month_first(self, scene: Scene, at: int, folded: Folded, pivot: int) -> Moment | None:
        atom = scene.atoms[at]
        found = Moment((None, atom.word.month, None), atom.start, atom.end, at + 1)
        before = scene.before(atom.start)
        if before in self.context.first_day_words:
            name = min((word for word in self.context.first_day_words if before.endswith(word)), key=len)
            found.day, found.start = 1, scene.text.rindex(name, 0, atom.start)
        self._pair(scene, found, at)
        joint = "-" if found.day is None and not self._day_after(scene, found) else "/"
        self.years.take_year(scene, found, pivot, joint)
        if atom.word.calendar:
            return convert(found, atom.word.calendar)
        if found.day and not found.year:
            self.years.take_era(scene, found, "gregorian")
        if not valid(found.year, found.month, found.day):
            return None
        if atom.word.careful and found.day is None and found.year is None and not self._sure(scene, atom, folded):
            return None
        return found

    def _day_after(self, scene: Scene, found: Moment) -> bool:
        """Take in the day after a month (July 13); False when none follows."""
        if found.next >= len(scene.atoms) or scene.atoms[found.next - 1].word.careful == 3:
            return False
        follower = scene.atoms[found.next]
        numeral = follower.numeral
        if numeral is None or numeral.fraction or follower.gap not in MONTH_DAY or not self.is_day(numeral):
            return False
        if self.years.unit_follows(scene, found.next) or not valid(None, found.month, int(numeral.value)):
            return False
        found.day, found.end, found.next = int(numeral.value), follower.end, found.next + 1
        found.others = tuple((year, month, found.day) for year, month, _ in found.others)
        found.between = follower.gap == "b"
        return True

    def _sure(self, scene: Scene, atom: Atom, folded: Folded) -> bool:
        """A month name that is also another word stands where a date stands, or is capitalised inside a sentence."""
        if atom.word.careful == 3:
            return False
        before = scene.before(atom.start)
        if before in self.context.date_before or scene.after(atom.end) in self.context.date_after:
            return True
        if atom.word.careful > 1 or not self.capital:
            return False
        alone = len(scene.text.strip()) == atom.end - atom.start if len(scene.text) < 99 else False
        return folded.raw[folded.span(atom.start, atom.end)[0]].isupper() and (alone or bool(before))

    def _nth_weekday(self, scene: Scene, at: int, pivot: int) -> Moment | None:
        """Third Tuesday of September 2014."""
        if at + 2 >= len(scene.atoms):
            return None
        numeral, weekday, month = scene.atoms[at].numeral, scene.atoms[at + 1].word.weekday, scene.atoms[at + 2]
        if numeral is None or weekday is None or not is_month(month.word) or month.gap not in ("o", "i", ""):
            return None
        found = Moment((None, month.word.month, None), scene.atoms[at].start, month.end, at + 3)
        self.years.take_year(scene, found, pivot)
        if not found.year or not found.month:
            return None
        found.day = nth_of_month(found.year, found.month, weekday, int(numeral.value))
        return found if found.day else None
