"""Numbers with what they count in: percentages, money, ordinals and plain numbers, alone or as a range."""

from __future__ import annotations

import re

from tahqiq.catalog.languages import Language, Word
from tahqiq.language.atoms import Atom, Context, Scene
from tahqiq.language.bare import Bare
from tahqiq.language.cardinals import times
from tahqiq.language.lexer import CAPITAL
from tahqiq.model import Mention, MentionType

RANGE = frozenset(["t", "-", "r", "at", "ti"])
NAMED = re.compile(r"[^\W\d_]{2}-\Z")
"""What stands before a figure that belongs to a name; a single letter may be a particle."""
REACH = 3


class Quantity:
    """A figure with its unit. `scale` is what a range shares; `signed`: the unit is first; `next`: the atom after."""

    __slots__ = ("currency", "end", "kind", "next", "scale", "signed", "start", "value")

    def __init__(self, kind: MentionType, value: float, start: int, end: int, scale: float, after: int) -> None:
        self.kind, self.value, self.start, self.end, self.scale, self.next = kind, value, start, end, scale, after
        self.currency: str | None = None
        self.signed = False

    def mention(self) -> Mention:
        """The mention of it: a percentage as a fraction."""
        value = round(self.value / 100, 12) if self.kind == "percentage" else float(self.value)
        return Mention(self.kind, self.start, self.end, value=value, currency=self.currency)


class Quantities:
    """Reads the quantity that starts at an atom."""

    def __init__(self, language: Language, context: Context) -> None:
        settings = language.settings
        self.context, self.roles = context, language.roles
        self.bare = Bare(language, context)
        self.weights = frozenset(settings["currency"].get("weights", ()))
        self.article_nouns = frozenset(settings["currency"]["article_nouns"])

    def read(self, scene: Scene, at: int) -> tuple[list[Mention], int] | None:
        """The mentions at atoms[at] and the atom after them: two for a range, which shares scale and unit."""
        first = self._one(scene, at)
        if first is None:
            return None
        if first.kind != "ordinal" and first.next < len(scene.atoms) and self._is_range(scene, first):
            second = self._one(scene, first.next)
            dated = second is not None and self._begins_date(scene, second)
            if second is not None and not dated and second.kind != "ordinal" and self._share(first, second):
                return [first.mention(), second.mention()], second.next
        bare = first.kind in ("number", "ordinal")
        if bare and not self.bare.stands(scene, at, first.kind, first.value, first.end):
            return [], first.next
        return [first.mention()], first.next

    def _is_range(self, scene: Scene, first: Quantity) -> bool:
        gap = scene.atoms[first.next].gap.rstrip("$A")
        if NAMED.search(scene.text, max(0, first.start - REACH), first.start) and scene.text[first.end].isspace():
            return False  # a name that ends in a figure, and the sum told of it
        return gap in RANGE or (gap == "a" and scene.before(first.start) in self.context.range_before)

    def _begins_date(self, scene: Scene, second: Quantity) -> bool:
        """The second figure is the day of a date: "3 billion until 30 September"."""
        return second.next < len(scene.atoms) and scene.atoms[second.next].word.month is not None

    def _share(self, first: Quantity, second: Quantity) -> bool:
        """Give the first figure the scale and unit that only the second tells; a sign before the first goes on."""
        plain = "number"
        if first.kind != second.kind and plain not in (first.kind, second.kind):
            return False
        if first.kind == "percentage" and second.kind == plain:
            return False  # "by 3% to 41 million"
        if first.scale == 1 and second.scale > 1 and first.value <= second.value / second.scale:
            first.value = times(first.value, second.scale)
        elif first.kind == plain and second.kind == plain:
            return False
        if first.kind == plain:
            first.kind, first.currency = second.kind, second.currency
        elif second.kind == plain and first.kind == "money" and (first.signed or second.scale > 1):
            second.kind, second.currency = first.kind, first.currency
        return True

    def _one(self, scene: Scene, at: int) -> Quantity | None:
        atom = scene.atoms[at]
        if atom.numeral is None:
            if atom.word.percent:
                return self._percent_first(scene, at)
            return self._sign_first(scene, at) if atom.word.currency and atom.figure is None else None
        numeral = atom.numeral
        found = Quantity(numeral.kind, numeral.value, atom.start, atom.end, numeral.scale, at + 1)
        if numeral.kind == "number":
            self._unit(scene, at, found)
        if found.kind == "number" and self.bare.ranks(scene, atom, numeral):
            found.kind = "ordinal"
        if found.kind == "ordinal":
            found.start -= self.bare.article_length(atom)
        return found

    def _unit(self, scene: Scene, at: int, found: Quantity) -> None:
        """Take in the percent sign or the currency after a figure."""
        if found.next >= len(scene.atoms):
            return
        self._glued_scale(scene, found, False)
        if found.next >= len(scene.atoms):
            return
        unit = scene.atoms[found.next]
        shared = (
            found.next - 1 == at and scene.atoms[at].numeral is not None and scene.atoms[at].word.fraction is not None
        )
        loose = (unit.gap == "o" and found.scale > 1) or (unit.gap == "A" and shared)
        if unit.numeral is not None or not (unit.gap in ("", "-") or loose):
            return
        if unit.word.percent and not unit.word.before and not self._belongs_to_next(scene, found, unit):
            found.kind, found.end, found.next = "percentage", unit.end, found.next + 1
        elif (
            unit.word.currency
            and not self._belongs_to_next(scene, found, unit)
            and not self._weighs(scene, found, unit)
        ):
            self._take_currency(found, unit)
            self._scale_after(scene, found)
            self._cents(scene, found)

    def _weighs(self, scene: Scene, found: Quantity, unit: Atom) -> bool:
        """A 2,000-pound bomb."""
        return unit.gap == "-" and found.scale == 1 and scene.text[unit.start : unit.end] in self.weights

    def _take_currency(self, found: Quantity, unit: Atom) -> None:
        assert unit.word.currency
        found.kind, found.currency = "money", unit.word.currency[0]
        found.value, found.end, found.next = times(found.value, unit.word.factor), unit.end, found.next + 1

    def _belongs_to_next(self, scene: Scene, found: Quantity, unit: Atom) -> bool:
        """3 USD50: the sign is glued to the figure after it and not to this one."""
        if not (unit.word.before or unit.word.percent) or found.next + 1 >= len(scene.atoms) or unit.start == found.end:
            return False
        follower = scene.atoms[found.next + 1]
        return follower.numeral is not None and follower.start == unit.end

    def _scale_after(self, scene: Scene, found: Quantity) -> None:
        """75 USD million."""
        if found.next >= len(scene.atoms) or found.scale != 1:
            return
        atom = scene.atoms[found.next]
        if (
            atom.gap == ""
            and atom.word.slot == "s"
            and atom.numeral is None
            and atom.word.value
            and found.kind == "money"
        ):
            found.value, found.scale = times(found.value, atom.word.value), atom.word.value
            found.end, found.next = atom.end, found.next + 1

    def _glued_scale(self, scene: Scene, found: Quantity, money: bool) -> None:
        """10M, $2.8 b: a short scale; a narrow one needs a capital or a sign of money."""
        atom = scene.atoms[found.next]
        if atom.word.glued is None or atom.numeral is not None or found.scale != 1:
            return
        near = atom.start == found.end or (money and atom.gap == "")
        if near and (money or (atom.word.narrow and (atom.glued == CAPITAL or self._money_follows(scene, found.next)))):
            found.value, found.scale = times(found.value, atom.word.glued), atom.word.glued
            found.end, found.next = atom.end, found.next + 1

    def _money_follows(self, scene: Scene, at: int) -> bool:
        """5m yen."""
        return at + 1 < len(scene.atoms) and scene.atoms[at + 1].gap == "" and bool(scene.atoms[at + 1].word.currency)

    def _cents(self, scene: Scene, found: Quantity) -> None:
        """20 dollars [and] 43 cents."""
        if found.next + 1 >= len(scene.atoms):
            return
        figure, unit = scene.atoms[found.next], scene.atoms[found.next + 1]
        if figure.numeral is None or figure.gap not in ("", "a") or not unit.word.currency or unit.numeral is not None:
            return
        if unit.gap in ("", "-") and unit.word.factor < 1 and 0 < figure.numeral.value < 1 / unit.word.factor:
            found.value = round(found.value + figure.numeral.value * unit.word.factor, 10)
            found.end, found.next = unit.end, found.next + 2

    def _sign_first(self, scene: Scene, at: int) -> Quantity | None:
        """$20, USD 22.5 million; the dual of a currency; "a dollar"."""
        atom = scene.atoms[at]
        word, code = atom.word, (atom.word.currency or (None,))[0]
        if word.count == 2:
            found = Quantity("money", 2 * word.factor, atom.start, atom.end, 1, at + 1)
        elif word.before and at + 1 < len(scene.atoms) and self._figure_after(scene.atoms[at + 1]):
            numeral = scene.atoms[at + 1].numeral
            assert numeral is not None
            found = Quantity("money", numeral.value * word.factor, atom.start, numeral.end, numeral.scale, at + 2)
            if found.next < len(scene.atoms):
                self._glued_scale(scene, found, True)
            self._same_again(scene, found, word)
        elif (
            scene.text[atom.start : atom.end] in self.article_nouns and self.roles.get(scene.before(atom.start)) == "A"
        ):
            found = Quantity("money", word.factor, atom.start, atom.end, 1, at + 1)
        else:
            return None
        found.currency, found.signed = code, word.before
        return found

    def _percent_first(self, scene: Scene, at: int) -> Quantity | None:
        """%15, as right-to-left texts often have it: the sign touches only the figure after it; and "yüzde 15", where
        the language puts the word before its figure.
        """
        atom = scene.atoms[at]
        follower = scene.atoms[at + 1] if at + 1 < len(scene.atoms) else None
        if (
            follower is None
            or follower.numeral is None
            or not (follower.start == atom.end or (atom.word.before and not follower.gap))
            or follower.numeral.kind != "number"
        ):
            return None
        return Quantity("percentage", follower.numeral.value, atom.start, follower.end, 1, at + 2)

    def _same_again(self, scene: Scene, found: Quantity, word: Word) -> None:
        """US$ 5 million dollars: the unit said twice."""
        if found.next >= len(scene.atoms):
            return
        unit, after = scene.atoms[found.next], found.next + 1
        if unit.gap or unit.numeral is not None or unit.word.currency != word.currency:
            return
        if unit.word.before and after < len(scene.atoms) and self._figure_after(scene.atoms[after]):
            return
        found.end, found.next = unit.end, after

    def _figure_after(self, atom: Atom) -> bool:
        return atom.numeral is not None and atom.gap in ("", ".") and atom.numeral.kind == "number"
