"""Periods: quarters and halves of a year, decades, fiscal years, and every from-to of dates."""

from __future__ import annotations

import re

from tahqiq.catalog.languages import Folded, Language
from tahqiq.language.atoms import Context, Scene, is_month
from tahqiq.language.dates import DAY_MONTH, Dates
from tahqiq.language.digits import valid
from tahqiq.language.moments import Moment, iso
from tahqiq.language.years import BEFORE_YEAR
from tahqiq.model import Mention

TO = frozenset(["t", "-", "at", "-t"])
_LOOSE = str.maketrans("", "", "yimo,.)A(")


class Periods:
    """Reads the date or period that starts at an atom."""

    def __init__(self, language: Language, context: Context) -> None:
        self.dates, self.context = Dates(language, context), context
        fiscal = sorted(map(re.escape, language.settings["fiscal"]), key=len, reverse=True)
        self.fiscal_before = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(fiscal)})[\s,'-]*\Z")
        self.fiscal_after = re.compile(rf"\s(?:{'|'.join(fiscal)})(?![^\W\d_])")
        self.century = language.settings["century"]
        self.suffixes = language.settings.get("decade_suffixes", ())

    def read(self, scene: Scene, at: int, folded: Folded, pivot: int) -> tuple[list[Mention], int] | None:
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
        if (
            first.year is not None
            or first.first
            or first.next >= len(scene.atoms)
            or scene.atoms[first.next].gap != "a"
        ):
            return
        second = self._one(scene, first.next, folded, pivot)
        if second is None or second.year is None or second.first or (first.day is None) != (second.day is None):
            return
        if first.month and second.month and first.month <= second.month:
            first.year = second.year
            first.others = tuple((second.year, month, day) for _, month, day in first.others)

    def _one(self, scene: Scene, at: int, folded: Folded, pivot: int) -> Moment | None:
        found = self._part(scene, at) or self._decade(scene, at)
        if found is not None:
            return found
        found = self.dates.read(scene, at, folded, pivot)
        if found is not None and found.month is None and found.first is None:
            return self._after_year(scene, found) or self._fiscal(scene, found)
        return found

    def _part(self, scene: Scene, at: int) -> Moment | None:
        """Fourth quarter [of] 2018; Q4 2018; in Arabic the part stands first."""
        if at + 1 >= len(scene.atoms):
            return None
        count, end = self._part_count(scene, at)
        if not count or end >= len(scene.atoms):
            return None
        atom = scene.atoms[end]
        numeral = atom.numeral
        if (
            numeral is None
            or atom.gap not in BEFORE_YEAR
            or not (numeral.digits == 4 or self.dates.years.is_year(scene, end))
        ):
            return None
        if numeral.kind != "number" or numeral.value % 1 or not 1000 <= numeral.value < 2200:
            return None
        if end + 1 < len(scene.atoms) and scene.atoms[end + 1].word.tens and scene.atoms[end + 1].start <= atom.end + 1:
            return None
        return self._share(int(numeral.value), count, scene.atoms[at].start, atom.end, end + 1)

    def _part_count(self, scene: Scene, at: int) -> tuple[tuple[int, int] | None, int]:
        """Which part of how many, and the atom after it."""
        first, second = scene.atoms[at], scene.atoms[at + 1]
        if first.word.part and not first.word.short and second.numeral is not None and second.gap == "":
            which, parts, end = second.numeral, first.word.part, at + 2
            ranked = which.kind == "ordinal"
        elif first.word.short and second.numeral is not None and second.start == first.end:
            which, parts, end = second.numeral, first.word.part or 0, at + 2
            ranked = which.digits == 1
        elif second.word.part and not second.word.short and first.numeral is not None and second.gap in ("", "-"):
            which, parts, end = first.numeral, second.word.part, at + 2
            ranked = which.kind == "ordinal"
        else:
            return None, at
        fits = ranked and 1 <= which.value <= parts and not which.value % 1
        return ((int(which.value), parts) if fits else None), end

    def _share(self, year: int, count: tuple[int, int], start: int, end: int, after: int) -> Moment:
        which, parts = count
        found = Moment((year, None, None), start, end, after)
        months = 12 // parts
        found.first, found.last = f"{year:04d}-{(which - 1) * months + 1:02d}", f"{year:04d}-{which * months:02d}"
        return found

    def _after_year(self, scene: Scene, found: Moment) -> Moment | None:
        """2018Q4, 2019 H2, 1988 third quarter; 1990s."""
        if found.next >= len(scene.atoms) or found.year is None:
            return None
        atom = scene.atoms[found.next]
        if self._is_decade(atom.word.tens, atom.start - found.end, scene, found, atom.end) and not found.year % 10:
            return self._ten_years(found.year, found.start, atom.end, found.next + 1)
        if atom.gap in ("", "-") and found.next + 1 < len(scene.atoms):
            count, end = self._part_count(scene, found.next)
            if count:
                return self._share(found.year, count, found.start, scene.atoms[end - 1].end, end)
        return None

    def _is_decade(self, tens: bool, gap: int, scene: Scene, found: Moment, end: int) -> bool:
        return tens and gap <= 1 and not scene.text[end : end + 1].isalnum()

    def _ten_years(self, year: int, start: int, end: int, after: int) -> Moment:
        found = Moment((year, None, None), start, end, after)
        found.first, found.last = f"{year:04d}", f"{year + 9:04d}"
        return found

    def _decade(self, scene: Scene, at: int) -> Moment | None:
        """The seventies [of the nineteenth century]; the 90s."""
        atom = scene.atoms[at]
        numeral = atom.numeral
        if atom.word.decade is not None and numeral is None:
            century, end, after = self._century(scene, at + 1)
            return self._ten_years(century + atom.word.decade, atom.start, end or atom.end, after)
        if numeral is None or numeral.digits != 2 or numeral.value % 10 or at + 1 >= len(scene.atoms):
            return None
        suffix = scene.atoms[at + 1]
        if not suffix.word.tens or suffix.start - atom.end > 1 or scene.text[suffix.end : suffix.end + 1].isalnum():
            return None
        return self._ten_years(1900 + int(numeral.value), atom.start, suffix.end, at + 2)

    def _century(self, scene: Scene, at: int) -> tuple[int, int, int]:
        """The century named after a decade as its first year; where it ends; the atom after it. Without one: 1900."""
        if at >= len(scene.atoms) or not scene.atoms[at].word.century or scene.atoms[at].gap not in ("", "o"):
            return 1900, 0, at
        atom, after = scene.atoms[at], at + 1
        if after < len(scene.atoms) and scene.atoms[after].gap == "":
            numeral = scene.atoms[after].numeral
            if numeral is not None and numeral.value <= 21 and (numeral.kind == "ordinal" or numeral.definite):
                return int(numeral.value) * 100 - 100, scene.atoms[after].end, after + 1
        follower = scene.after(atom.end)
        if follower in self.century["last"] or follower in self.century["this"]:
            end = scene.text.index(follower, atom.end) + len(follower)
            return (1900 if follower in self.century["last"] else 2000), end, after
        return 1900, 0, at

    def _fiscal(self, scene: Scene, found: Moment) -> Moment:
        """A fiscal year keeps its label as both ends: its days are for the register to say."""
        before = self.fiscal_before.search(scene.text, max(0, found.start - 24), found.start)
        after = None if before else self.fiscal_after.match(scene.text, found.end)
        if before or after:
            found.start = before.start() if before else found.start
            found.end = after.end() if after else found.end
            found.first = found.last = f"{found.year:04d}"
            while after and found.next < len(scene.atoms) and scene.atoms[found.next].start < found.end:
                found.next += 1
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
        second = self._one(scene, after, folded, pivot)
        if second is not None:
            return second
        return self._end_day(scene, first, pivot)

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
        return second if valid(*second.parts()) else None

    def _joins(self, scene: Scene, gap: str, start: int) -> bool:
        core = gap.translate(_LOOSE)
        return core in TO or (core == "a" and self._between(scene, start))

    def _between(self, scene: Scene, start: int) -> bool:
        before = scene.before(start)
        if before in self.context.year_before:
            before = scene.word_two_before(start)
        return before in self.context.range_before

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

    def _days_of_month(self, scene: Scene, at: int, folded: Folded, pivot: int) -> tuple[list[Mention], int] | None:
        """13 to 15 July: a day without its month, which the second date tells; July between 13 and 15."""
        atoms = scene.atoms
        numeral = atoms[at].numeral
        if numeral is not None and numeral.pair is not None:
            return self._two_days(scene, at, pivot)
        if numeral is None or at + 2 >= len(atoms) or not self.dates.is_day(numeral):
            return None
        if self._before_days(scene, atoms[at].start):
            return self._days_listed(scene, at, folded, pivot)
        if atoms[at + 2].word.month is None or atoms[at + 1].numeral is None:
            return None
        if not self._joins(scene, atoms[at + 1].gap, atoms[at].start):
            return None
        second = self.dates.read(scene, at + 1, folded, pivot)
        if second is None or not second.day or second.day <= numeral.value or second.first:
            return None
        first = Moment((second.year, second.month, int(numeral.value)), atoms[at].start, atoms[at].end, at + 1)
        span = self._span(first, second)
        return None if span is None else ([span], second.next)

    def _before_days(self, scene: Scene, start: int) -> bool:
        before = scene.before(start)
        skipped = scene.word_two_before(start) if self.context.roles.get(before) == "" else before
        return before in self.context.days_before or skipped in self.context.days_before

    def _two_days(self, scene: Scene, at: int, pivot: int) -> tuple[list[Mention], int] | None:
        """The night of 13/14 April."""
        numeral = scene.atoms[at].numeral
        month = scene.atoms[at + 1] if at + 1 < len(scene.atoms) else None
        if (
            numeral is None
            or numeral.pair is None
            or month is None
            or not is_month(month.word)
            or month.gap not in DAY_MONTH
        ):
            return None
        first = Moment((None, month.word.month, numeral.pair[0]), numeral.start, numeral.end, at + 1)
        second = Moment((None, month.word.month, numeral.pair[1]), numeral.start, month.end, at + 2)
        self.dates.years.take_year(scene, second, pivot)
        span = self._span(first, second) if valid(None, second.month, second.day) else None
        return None if span is None else ([span], second.next)

    def _days_listed(self, scene: Scene, at: int, folded: Folded, pivot: int) -> tuple[list[Mention], int] | None:
        """On 5 and 6 June: several days, whose month the last one tells."""
        atoms, last = scene.atoms, at
        while last + 1 < len(atoms) and last - at < 8 and atoms[last + 1].gap in ("a", ",", ",a"):
            numeral = atoms[last + 1].numeral
            if numeral is None or not self.dates.is_day(numeral):
                break
            last += 1
        found = self.dates.read(scene, last, folded, pivot) if last > at else None
        if found is None or not found.day or found.first or found.others:
            return None
        days = [(atom, int(atom.numeral.value)) for atom in atoms[at:last] if atom.numeral is not None]
        if not all(valid(found.year, found.month, day) for _, day in days):
            return None
        told = [Mention("date", a.start, a.end, date=iso((found.year, found.month, day))) for a, day in days]
        return [*told, _mention(found)], found.next

    def _years_in_words(self, scene: Scene, at: int) -> tuple[list[Mention], int] | None:
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


def _mention(found: Moment) -> Mention:
    if found.first is not None:
        return Mention("period", found.start, found.end, first=found.first, last=found.last)
    others = tuple(iso(parts) for parts in found.others)
    return Mention("date", found.start, found.end, date=iso((found.year, found.month, found.day)), others=others)
