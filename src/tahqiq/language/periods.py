"""Dates and periods: one moment, or every from-to of two, or several days of a month."""

from __future__ import annotations

from tahqiq.catalog.languages import Folded, Language
from tahqiq.language.atoms import Atom, Context, Scene, is_month
from tahqiq.language.calendars import convert
from tahqiq.language.digits import valid
from tahqiq.language.partial_dates import Moment, Told, iso
from tahqiq.language.parts import Parts
from tahqiq.language.single_dates import DAY_MONTH, Dates
from tahqiq.language.weekdays import hold_against
from tahqiq.model import Mention

TO = frozenset(["t", "-", "at", "-t"])
MOST_DAYS = 8
_LOOSE = str.maketrans("", "", "yimo,.)A(")
Found = tuple[list[Mention], int]


class Periods:
    """Reads the date or period that starts at an atom."""

    def __init__(self, language: Language, context: Context) -> None:
        self.dates, self.context = Dates(language, context), context
        self.parts = Parts(language, self.dates.years)
        self.day_first = language.settings["date_order"] == "dmy"

    def read(self, scene: Scene, at: int, folded: Folded, pivot: int) -> Found | None:
        """The mentions of the date or period at atoms[at] with the atom after them, or None."""
        first = self._one(scene, at, folded, pivot)
        if first is None:
            return self._days_of_month(scene, at, folded, pivot) or self._years_in_words(scene, at)
        second = self._end_of_range(scene, first, folded, pivot)
        if second is not None:
            span = self._span(first, second)
            if span is not None:
                return [span], second.next
        self._share_year(scene, first, folded, pivot)
        return [_mention(first)], first.next

    def _share_year(self, scene: Scene, first: Moment, folded: Folded, pivot: int) -> None:
        """July and August 2006: the year told after "and" is that of both, if the months are in order."""
        if first.year is not None or first.first or first.next >= len(scene.atoms):
            return
        second = self._one(scene, first.next, folded, pivot) if scene.atoms[first.next].gap == "a" else None
        if second is None or second.year is None or second.first or (first.day is None) != (second.day is None):
            return
        if first.month and second.month and first.month <= second.month:
            first.year = second.year
            first.others = tuple((second.year, month, day) for _, month, day in first.others)

    def _one(self, scene: Scene, at: int, folded: Folded, pivot: int) -> Moment | None:
        found = self.parts.read(scene, at) or self.dates.read(scene, at, folded, pivot)
        if found is not None and found.month is None and found.first is None:
            return self.parts.after_year(scene, found)
        if found is not None:
            hold_against(scene, at, found)
        return found

    def _end_of_range(self, scene: Scene, first: Moment, folded: Folded, pivot: int) -> Moment | None:
        """The date that ends the range begun by `first`: after "to", a dash, or "and" when "between" came before."""
        if first.next >= len(scene.atoms):
            return None
        atom = scene.atoms[first.next]
        years = first.month is None and atom.gap == "/" and atom.numeral is not None and atom.numeral.digits == 4
        if not (self._joins(scene, atom.gap, first.start) or (first.between and atom.gap == "a") or years):
            return None
        after = first.next
        if atom.word.weekday is not None and after + 1 < len(scene.atoms) and scene.atoms[after + 1].gap in ("", ","):
            after += 1
        second = self._one(scene, after, folded, pivot) or self._end_year(atom, first)
        if second is not None:
            return second
        return self._end_day(scene, first, pivot)

    def _end_year(self, atom: Atom, first: Moment) -> Moment | None:
        """A year that ends a range begun by one of another calendar, whose years need no era (1398 to 1402)."""
        numeral = atom.numeral
        if not first.calendar or first.told[1] is not None or numeral is None or numeral.digits != len("1398"):
            return None
        year = int(numeral.value)
        if self.dates.years.calendar_of(year) != first.calendar:
            return None
        return convert(Moment((year, None, None), atom.start, numeral.end, first.next + 1), first.calendar)

    def _end_day(self, scene: Scene, first: Moment, pivot: int) -> Moment | None:
        """A bare day that ends a range within a month (July 13-15), if it counts nothing else."""
        atom, years = scene.atoms[first.next], self.dates.years
        numeral = atom.numeral
        if first.day is None or first.first or numeral is None or not self.dates.is_day(numeral):
            return None
        if years.unit_follows(scene, first.next) or years.counts(scene, numeral) or numeral.value <= first.day:
            return None
        second = Moment((first.year, first.month, int(numeral.value)), atom.start, atom.end, first.next + 1)
        if first.year is None:
            years.take_year(scene, second, pivot)
        if second.year is None or first.year is not None:
            years.take_era(scene, second, "gregorian")
        return second if valid(*second.parts()) else None

    def _joins(self, scene: Scene, gap: str, start: int) -> bool:
        core = gap.translate(_LOOSE)
        return core in TO or (core == "a" and self._between(scene, start))

    def _between(self, scene: Scene, start: int) -> bool:
        told = scene.phrase_before(start, self.context.year_before)
        place = max(scene.text.rfind(told, 0, start), 0) if told else start
        return scene.before(place) in self.context.range_before

    def _span(self, first: Moment, second: Moment) -> Mention | None:
        """One period from the first to the last; a year told once serves both ends."""
        if second.year is not None and first.year is None:
            first.year = second.year
            if (first.month or 0) > (second.month or 0):
                first.year -= 1
        elif first.year is not None and second.year is None:
            second.year = first.year + ((first.month or 0) > (second.month or 12))
        begin, end = first.first or iso(first.parts()), second.last or iso(second.parts())
        known = min(len(begin), len(end))
        if first.year is not None and begin[:known] > end[:known]:
            return None
        return Mention("period", first.start, second.end, first=begin, last=end)

    def _days_of_month(self, scene: Scene, at: int, folded: Folded, pivot: int) -> Found | None:
        """13 to 15 July: a day without its month, which the second date tells; days in a list; a day in figures."""
        atoms = scene.atoms
        numeral = atoms[at].numeral
        if numeral is not None and numeral.pair is not None:
            return self._pair(scene, at, numeral.pair, pivot)
        if numeral is None or at + 1 >= len(atoms) or not self.dates.is_day(numeral) or scene.numbers_item(atoms[at]):
            return None
        if self._announced(scene, atoms[at].start, self.context.days_before):
            listed = self._days_listed(scene, at, folded, pivot)
            if listed is not None:
                return listed
        if at + 2 >= len(atoms) or atoms[at + 2].word.month is None or atoms[at + 1].numeral is None:
            return self._day_in_figures(scene, at)
        if not self._joins(scene, atoms[at + 1].gap, atoms[at].start):
            return None
        second = self.dates.read(scene, at + 1, folded, pivot)
        if second is None or not second.day or second.first:
            return None
        first = _same_month(second, int(numeral.value), atoms[at])
        if first is None or not first.day or iso(first.parts()) >= iso(second.parts()):
            return None
        span = self._span(first, second)
        return None if span is None else ([span], second.next)

    def _announced(self, scene: Scene, start: int, words: frozenset[str]) -> bool:
        """One of the words stands before, with or without an article between."""
        before = scene.before(start)
        skipped = scene.word_two_before(start) if self.context.roles.get(before) == "" else before
        return before in words or skipped in words

    def _pair(self, scene: Scene, at: int, pair: tuple[int, int], pivot: int) -> Found | None:
        """The night of 13/14 April; on 4/22."""
        atom = scene.atoms[at]
        month = scene.atoms[at + 1] if at + 1 < len(scene.atoms) else None
        if month is None or not is_month(month.word) or month.gap not in DAY_MONTH:
            return self._told_day(scene, atom.start, atom.end, pair, at + 1)
        first = Moment((None, month.word.month, pair[0]), atom.start, atom.end, at + 1)
        second = Moment((None, month.word.month, pair[1]), atom.start, month.end, at + 2)
        self.dates.years.take_year(scene, second, pivot)
        span = self._span(first, second) if valid(None, second.month, second.day) else None
        return None if span is None else ([span], second.next)

    def _day_in_figures(self, scene: Scene, at: int) -> Found | None:
        """On 22/4: not a fraction, so two figures with a stroke between."""
        if at + 1 >= len(scene.atoms):
            return None
        first, second = scene.atoms[at], scene.atoms[at + 1]
        if first.numeral is None or second.numeral is None or scene.text[first.end : second.start] != "/":
            return None
        if not (self.dates.is_day(second.numeral) and first.numeral.digits > 0 and second.numeral.digits > 0):
            return None
        pair = int(first.numeral.value), int(second.numeral.value)
        return self._told_day(scene, first.start, second.end, pair, at + 2)

    def _told_day(self, scene: Scene, start: int, end: int, pair: tuple[int, int], after: int) -> Found | None:
        """A day and a month in figures after a word that announces a day."""
        if not self._announced(scene, start, self.context.days_before | self.context.day_words):
            return None
        either: list[Told] = [(None, pair[1], pair[0]), (None, pair[0], pair[1])]
        days = [day for day in (either if self.day_first else either[::-1]) if valid(*day)]
        if not days:
            return None
        others = () if self.day_first else tuple(iso(day) for day in days[1:] if day != days[0])
        return [Mention("date", start, end, date=iso(days[0]), others=others)], after

    def _days_listed(self, scene: Scene, at: int, folded: Folded, pivot: int) -> Found | None:
        """On 5 and 6 June: several days, whose month the last one tells."""
        atoms, last = scene.atoms, at
        while last + 1 < len(atoms) and last - at < MOST_DAYS and atoms[last + 1].gap in ("a", ",", ",a"):
            numeral = atoms[last + 1].numeral
            if numeral is None or not self.dates.is_day(numeral):
                break
            last += 1
        found = self.dates.read(scene, last, folded, pivot) if last > at else None
        if found is None or not found.day or found.first or found.others:
            return None
        days = [(atom, int(atom.numeral.value)) for atom in atoms[at:last] if atom.numeral is not None]
        moments = [_same_month(found, day, atom) for atom, day in days]
        told = [_mention(moment) for moment in moments if moment is not None]
        return ([*told, _mention(found)], found.next) if len(told) == len(days) else None

    def _years_in_words(self, scene: Scene, at: int) -> Found | None:
        """From two thousand to two thousand and fourteen: years, because the second is no round number."""
        first = scene.atoms[at].numeral
        if first is None or first.digits or not 1900 <= first.value < 2100 or at + 1 >= len(scene.atoms):
            return None
        atom = scene.atoms[at + 1]
        second = atom.numeral
        if second is None or second.digits or not first.value < second.value < 2100 or not second.value % 100:
            return None
        if first.value % 1 or second.value % 1 or not self._joins(scene, atom.gap, scene.atoms[at].start):
            return None
        span = Mention("period", first.start, second.end, first=f"{first.value:.0f}", last=f"{second.value:.0f}")
        return [span], at + 2


def _same_month(found: Moment, day: int, atom: Atom) -> Moment | None:
    """Another day of the month that a date tells, in the calendar in which it tells it."""
    year, month, _ = found.told if found.calendar else found.parts()
    moment = Moment((year, month, day), atom.start, atom.end, found.next)
    if found.calendar:
        return convert(moment, found.calendar)
    return moment if valid(year, month, day) else None


def _mention(found: Moment) -> Mention:
    if found.first is not None:
        return Mention("period", found.start, found.end, first=found.first, last=found.last)
    others = tuple(iso(parts) for parts in found.others)
    return Mention("date", found.start, found.end, date=iso(found.parts()), others=others)
