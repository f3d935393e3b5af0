"""Parts of a year, decades and fiscal years: periods that one expression names."""

from __future__ import annotations

import re

from tahqiq.catalog.languages import Language
from tahqiq.language.atoms import Scene
from tahqiq.language.numerals import Numeral
from tahqiq.language.partial_dates import Moment
from tahqiq.language.years import BEFORE_YEAR, Years


class Parts:
    """Reads a quarter, a half, a decade or a fiscal year."""

    def __init__(self, language: Language, years: Years) -> None:
        self.years = years
        fiscal = sorted(map(re.escape, language.settings["fiscal"]), key=len, reverse=True)
        self.fiscal_before = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(fiscal)})[\s,'-]*\Z")
        self.fiscal_after = re.compile(rf"\s(?:{'|'.join(fiscal)})(?![^\W\d_])")
        self.century = language.settings["century"]

    def read(self, scene: Scene, at: int) -> Moment | None:
        """The part of a year or the decade that starts at atoms[at]."""
        return self._part(scene, at) or self._decade(scene, at)

    def after_year(self, scene: Scene, found: Moment) -> Moment:
        """What a year grows into: 2018Q4, 1988 third quarter, 1990s, fiscal 2019; else itself."""
        if found.next < len(scene.atoms) and found.year is not None:
            atom = scene.atoms[found.next]
            if not found.year % 10 and self._is_plural(scene, found.next, found.end):
                return _ten_years(found.year, found.start, atom.end, found.next + 1)
            if atom.gap in ("", "-", "y") and found.next + 1 < len(scene.atoms):
                which = self._which(scene, found.next)
                if which:
                    return _share(found.year, which, found.start, scene.atoms[found.next + 1].end, found.next + 2)
        return self._fiscal(scene, found)

    def _part(self, scene: Scene, at: int) -> Moment | None:
        """Fourth quarter [of] 2018; Q4 2018; in Arabic the part stands first."""
        end = at + 2
        if end >= len(scene.atoms):
            return None
        which, atom = self._which(scene, at), scene.atoms[end]
        if which is None or atom.gap not in BEFORE_YEAR or atom.numeral is None:
            return None
        if not (atom.numeral.digits == 4 or self.years.is_year(scene, end)):
            return None
        if end + 1 < len(scene.atoms) and self._is_plural(scene, end + 1, atom.end):
            return None
        return _share(int(atom.numeral.value), which, scene.atoms[at].start, atom.end, end + 1)

    def _which(self, scene: Scene, at: int) -> tuple[int, int] | None:
        """Which part of how many the atoms at `at` and after it name."""
        first, second = scene.atoms[at], scene.atoms[at + 1]
        if first.word.short and second.numeral is not None and second.start == first.end:
            ordinal, numeral, parts = False, second.numeral, first.word.part
        elif first.word.part and second.numeral is not None and second.gap == "":
            ordinal, numeral, parts = True, second.numeral, first.word.part
        elif second.word.part and not second.word.short and first.numeral is not None and second.gap in ("", "-"):
            ordinal, numeral, parts = True, first.numeral, second.word.part
        else:
            return None
        fits = numeral.kind == "ordinal" if ordinal else numeral.digits == 1
        return (int(numeral.value), parts) if parts and fits and 1 <= numeral.value <= parts else None

    def _is_plural(self, scene: Scene, at: int, end: int) -> bool:
        """The s of 1990s."""
        atom = scene.atoms[at]
        return atom.word.tens and atom.start - end <= 1 and not scene.text[atom.end : atom.end + 1].isalnum()

    def _decade(self, scene: Scene, at: int) -> Moment | None:
        """The seventies [of the nineteenth century], the nineteen seventies, the 90s."""
        atom = scene.atoms[at]
        numeral = atom.numeral
        if atom.word.decade is not None and numeral is None:
            century, end, after = self._century(scene, at + 1)
            return _ten_years(century + atom.word.decade, atom.start, end or atom.end, after)
        if numeral is None or at + 1 >= len(scene.atoms):
            return None
        suffix = scene.atoms[at + 1]
        if suffix.word.decade is not None and suffix.gap in ("", "-") and 15 < numeral.value < 21:
            return _ten_years(int(numeral.value) * 100 + suffix.word.decade, atom.start, suffix.end, at + 2)
        if numeral.digits == 4 and not numeral.value % 10 and 1000 < numeral.value < 2100:
            century = 0
        elif numeral.digits == 2 and not numeral.value % 10:
            century = 1900
        else:
            return None
        if not self._is_plural(scene, at + 1, atom.end):
            return None
        return _ten_years(century + int(numeral.value), atom.start, suffix.end, at + 2)

    def _century(self, scene: Scene, at: int) -> tuple[int, int, int]:
        """The century named after a decade as its first year; where it ends; the atom after it. Without one: 1900."""
        atoms = scene.atoms
        if at + 1 < len(atoms) and atoms[at].gap == "o" and atoms[at + 1].word.century:
            first = _first_year(atoms[at].numeral)
            return (first, atoms[at + 1].end, at + 2) if first else (1900, 0, at)
        if at >= len(atoms) or not atoms[at].word.century or atoms[at].gap not in ("", "o"):
            return 1900, 0, at
        if at + 1 < len(atoms) and atoms[at + 1].gap == "":
            first = _first_year(atoms[at + 1].numeral)
            if first:
                return first, atoms[at + 1].end, at + 2
        follower = scene.after(atoms[at].end)
        for key, first in (("last", 1900), ("this", 2000)):
            if follower in self.century[key]:
                return first, scene.text.index(follower, atoms[at].end) + len(follower), at + 1
        return 1900, 0, at

    def _fiscal(self, scene: Scene, found: Moment) -> Moment:
        """A fiscal year keeps its label as both ends: its days are for the register to say."""
        before = self.fiscal_before.search(scene.text, max(0, found.start - 24), found.start)
        after = self.fiscal_after.match(scene.text, found.end)
        if before and not (after and "," in before[0]):  # "2019 FY, 2022 FY"
            after = None
        before = None if after else before
        if before or after:
            found.start = before.start() if before else found.start
            found.end = after.end() if after else found.end
            found.first = found.last = f"{found.year:04d}"
            while after and found.next < len(scene.atoms) and scene.atoms[found.next].start < found.end:
                found.next += 1
        return found


def _share(year: int, which: tuple[int, int], start: int, end: int, after: int) -> Moment:
    found = Moment((year, None, None), start, end, after)
    place, months = which[0], 12 // which[1]
    found.first, found.last = f"{year:04d}-{(place - 1) * months + 1:02d}", f"{year:04d}-{place * months:02d}"
    return found


def _ten_years(year: int, start: int, end: int, after: int) -> Moment:
    found = Moment((year, None, None), start, end, after)
    found.first, found.last = f"{year:04d}", f"{year + 9:04d}"
    return found


def _first_year(numeral: Numeral | None) -> int:
    """1800 for the nineteenth century, 0 for what names none."""
    ranked = numeral is not None and (numeral.kind == "ordinal" or numeral.definite) and 1 < numeral.value <= 21
    return int(numeral.value) * 100 - 100 if numeral is not None and ranked else 0
