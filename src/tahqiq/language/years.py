"""Years: when a figure is one, and the year that belongs to a day or a month."""

from __future__ import annotations

import re

from tahqiq.catalog.languages import Language
from tahqiq.language.atoms import Context, Scene
from tahqiq.language.digits import YEARS
from tahqiq.language.numerals import Numeral
from tahqiq.language.partial_dates import Moment

# Roles and marks that may stand between a month or a day and its year (see lexicon.ROLES).
BEFORE_YEAR = frozenset(mark + role for mark in ["", ",", ")", "."] for role in ["", "o", "oy", "y", "i", "iy"])
BEFORE_YEAR |= frozenset(["-", "/", "')", ".,"])
SHORT_YEAR = frozenset(["o", "'", "o'", ",'"])
SHORT_YEARS = range(30, 100)


class Years:
    """Finds years by form and context."""

    def __init__(self, language: Language, context: Context) -> None:
        settings = language.settings
        self.context = context
        self.eras = {
            era: re.compile(rf"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?![^\W\d_])")
            for era, words in settings["eras"].items()
        }
        self.first = settings["date_order"] == "ymd"
        self.calendars: dict[str, tuple[int, int]] = {
            name: (entry.get("from", 0), entry.get("to", 0)) for name, entry in settings.get("calendars", {}).items()
        }
        self.counted = tuple(settings["counted_endings"])
        self.not_counted = tuple(settings["counted_not_endings"])
        self.article = settings["article"] or "\0"

    def take_year(self, scene: Scene, found: Moment, pivot: int, joint: str = "") -> None:
        """The year after a month or a day, if there is one; it goes to the other dates too."""
        if self.first or found.next >= len(scene.atoms):
            return
        atom = scene.atoms[found.next]
        year = self._told(scene, found.next, pivot, joint)
        if not year:
            return
        found.year, found.end, found.next = year, atom.end, found.next + 1
        found.others = tuple((year, month, day) for _, month, day in found.others)
        month = scene.atoms[found.next - 2].word
        self.take_era(scene, found, month.calendar or "gregorian")

    def _told(self, scene: Scene, at: int, pivot: int, joint: str) -> int:
        """The year a figure tells after a month or a day; of two digits only where the joint allows it."""
        numeral, gap = scene.atoms[at].numeral, scene.atoms[at].gap
        if numeral is None or numeral.kind != "number" or numeral.value % 1 or numeral.fraction:
            return 0
        year = int(numeral.value)
        if numeral.digits == 2 and (gap in SHORT_YEAR or (gap == joint and gap in ("-", "/"))):
            return year + (pivot - year) // 100 * 100
        plain = year in YEARS and gap in BEFORE_YEAR and numeral.digits in (0, 4)
        return year if plain and not self.unit_follows(scene, at) else 0

    def unit_follows(self, scene: Scene, at: int) -> bool:
        """What follows makes the figure a quantity: money, a percentage."""
        follower = scene.atoms[at + 1] if at + 1 < len(scene.atoms) else None
        return (
            follower is not None
            and follower.gap in ("", "-")
            and bool((follower.word.currency and follower.numeral is None) or follower.word.percent)
            and not self._leads_another(scene, at + 1)
        )

    @staticmethod
    def _leads_another(scene: Scene, at: int) -> bool:
        """Whether the sign of a currency is written together with the figure behind it ("in 2024 $26 billion")."""
        behind = scene.atoms[at + 1] if at + 1 < len(scene.atoms) else None
        return behind is not None and behind.numeral is not None and behind.start == scene.atoms[at].end

    def year(self, scene: Scene, at: int) -> int:
        """The year the figure at atoms[at] names by itself, 0 when it names none."""
        numeral = scene.atoms[at].numeral
        if numeral is None or numeral.kind != "number" or numeral.value % 1 or numeral.fraction:
            return 0
        return int(numeral.value) if self.is_year(scene, at) else self._short_year(scene, at)

    def is_year(self, scene: Scene, at: int) -> bool:
        """The figure names a year, by its form and by the words around it."""
        atom = scene.atoms[at]
        numeral = atom.numeral
        if numeral is None:
            return False
        value = numeral.value
        if numeral.kind != "number" or value % 1 or not 1000 <= value < 2200 or numeral.definite or numeral.fraction:
            return False
        before = scene.before(atom.start)
        if numeral.digits not in (0, 4) or (self.unit_follows(scene, at) and not self._prices(scene, at, before)):
            return False
        if (
            scene.phrase_before(atom.start, self.context.year_before)
            or scene.after(numeral.end) in self.context.year_after
        ):
            return True
        if before in self.context.name_before:
            return False
        if numeral.digits == 0:
            return value % 100 != 0 and value > 1100 and before in self.context.date_before
        if before in self.context.year_prepositions:
            return value >= 1500 or self.calendar_of(int(value)) != ""
        if self._quantity(scene, atom.start, numeral.end, before):
            return False
        if value == 2000:
            return self._beside_year(scene, at)
        return 1900 <= value < 2100 and not self.counts(scene, numeral)

    def _quantity(self, scene: Scene, start: int, end: int, before: str) -> bool:
        """About 1900 of something: a word announces a quantity, and a word follows."""
        words = self.context.quantity_before
        told = before in words or f"{scene.word_two_before(start)} {before}" in words
        return told and bool(scene.after(end))

    def _beside_year(self, scene: Scene, at: int) -> bool:
        """2000 is a year when a range joins it to one."""
        for place, joint in ((at - 1, at), (at + 1, at + 1)):
            if place >= 0 and joint < len(scene.atoms) and scene.atoms[joint].gap in ("-", "t", "a", "at"):
                other = scene.atoms[place].numeral
                if other is not None and other.digits == 4 and 1900 <= other.value < 2100 and other.value != 2000:
                    return True
        return False

    def _short_year(self, scene: Scene, at: int) -> int:
        """'67, or "the year 67" where the language says so: a year of the last century; 0 when it is none."""
        atom, numeral = scene.atoms[at], scene.atoms[at].numeral
        if numeral is None or numeral.digits not in (0, 2) or numeral.value not in SHORT_YEARS:
            return 0
        text, start = scene.text, atom.start
        told = start > 0 and text[start - 1] == "'" and not text[start - 2 : start - 1].isalnum()
        if self.unit_follows(scene, at) or not (told or scene.before(start) in self.context.short_year_before):
            return 0
        return 1900 + int(numeral.value)

    def _prices(self, scene: Scene, at: int, before: str) -> bool:
        """The year whose prices are meant ("in 2019 dollars"): the bare name of a currency follows."""
        numeral, unit = scene.atoms[at].numeral, scene.atoms[at + 1].word
        if before not in self.context.price_before or unit.currency is None or unit.before:
            return False
        return numeral is not None and numeral.digits == 4 and 1900 <= numeral.value < 2100

    def counts(self, scene: Scene, numeral: Numeral) -> bool:
        """A counted thing follows: a noun in the form that only figures take."""
        follower = scene.after(numeral.end)
        if len(follower) < 4 or not follower.endswith(self.counted) or follower.startswith(self.article):
            return False
        return not follower.endswith(self.not_counted)

    def take_calendar(self, scene: Scene, found: Moment) -> str:
        """The other calendar that a year or a date in figures is told in, by its era, or where no era is told by its
        year; "" where it is Gregorian."""
        year = found.year or 0
        for name in self.calendars:
            if self.take_era(scene, found, name):
                return name
        return "" if self.take_era(scene, found, "gregorian") else self.calendar_of(year)

    def calendar_of(self, year: int) -> str:
        """The calendar whose years need no era in this language."""
        return next((name for name, (first, last) in self.calendars.items() if 0 < first <= year <= last), "")

    def take_era(self, scene: Scene, found: Moment, era: str) -> bool:
        """Take in an era word of that kind right after the date."""
        start = found.end
        if start < len(scene.text) and scene.text[start] in " (":
            start += 1
        match = self.eras[era].match(scene.text, start)
        if match is None:
            return False
        found.end = match.end()
        while found.next < len(scene.atoms) and scene.atoms[found.next].start < found.end:
            found.next += 1
        return True
