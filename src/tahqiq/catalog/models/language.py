"""`language.yml`: what the checker knows of a language's figures and dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from tahqiq.catalog.models.base import Fault, File, Folder, Strict, unknown
from tahqiq.catalog.models.numerals import Currency, Forms, Months, Numbers


class Normalise(Strict):
    """How texts and words are made comparable."""

    delete: str
    """Characters taken out, as a range of a regular expression."""
    map: dict[str, str]
    """One character written for another; it may not be mapped itself."""
    digits: list[str]
    """Strings of ten digits each, nought first."""


class Clitics(Strict):
    """What is attached to words."""

    before: list[str]
    """What may be attached in front."""
    article: str | None
    """The article, where it is attached."""
    with_article: dict[str, str]
    """Both together."""
    after: list[str]
    """Suffixes."""
    glued_digits: bool
    """Whether digits may follow a letter directly."""
    hyphen: bool = False
    """Whether a hyphen parts them from digits behind them."""
    figures: list[str] = []
    """Endings written behind a figure or a date with an apostrophe, which belong to it (2024'te)."""


class Roles(Strict):
    """The words that join figures."""

    and_: list[str] = Field(alias="and")
    """And."""
    or_: list[str] = Field(alias="or")
    """Or."""
    to: list[str]
    """To, until."""
    of: list[str]
    """Of."""
    in_: list[str] = Field(alias="in")
    """In."""
    year: list[str]
    """Year."""
    month: list[str]
    """Month."""
    article: list[str]
    """The."""
    day: list[str] = []
    """Day."""
    one: list[str] = []
    """A, an."""
    between: list[str]
    """Between."""
    after: list[str] = []
    """After."""
    point: list[str]
    """Point, of a decimal."""
    minus: list[str]
    """Minus."""


class Part(Strict):
    """Words for a part of a year."""

    words: list[str]
    """The words."""
    short: list[str] = []
    """Letters glued to the figure (Q3)."""


class Century(Strict):
    """The word century."""

    words: list[str]
    """The word."""
    this: list[str]
    """Words that make it this one."""
    last: list[str]
    """Words that make it the last one."""


class Eras(Strict):
    """Marks of an era beside a year."""

    gregorian: list[str]
    """Of the common era."""
    before: list[str]
    """Before the common era: left out."""


class Calendar(Strict):
    """Another calendar in which dates are told. They are converted to Gregorian ones."""

    months: Forms
    """Its months; one is read with a year."""
    eras: list[str]
    """Marks beside its years."""
    from_: int = Field(0, alias="from")
    """The first of the years that are of this calendar though no mark stands beside them; 0 where there are none."""
    to: int = 0
    """The last of them."""


class Rewrite(Strict):
    """A stretch that is written in another way before it is read."""

    fits: str
    """A regular expression."""
    written: str
    """What stands in place of it, with the groups of the expression as `\\1`."""


class Unspaced(Strict):
    """How a script without spaces between words is written out with them, before a text is read."""

    script: str
    """The characters between which no space stands, as ranges."""
    marks: dict[str, str]
    """Marks of the script, and the one that is read for each."""
    digits: list[str]
    """Strings of ten signs each, nought first; a run of three or more is a number told digit by digit."""
    equal: dict[str, str]
    """Stretches that begin with a digit, and what is read for each, of the same length (a month told by its number)."""
    numbers: str
    """The characters of which words for numbers are made."""
    counted: list[str]
    """What stands behind a single one of them where it is a number, and no part of another word."""
    rewrite: list[Rewrite]
    """What is written in another order than figures, units and dates are read in."""
    words: list[str]
    """Words that are to be held together, beside all that the other files name: they hold a name or a number, and mean
    something else."""


class LanguageFile(File):
    """What is known of a language's figures and dates. Lists hold surfaces; a phrase may be one. CLDR (through Babel)
    adds names of months and currencies."""

    language: str
    """The code, as the folder is called."""
    name: dict[str, str]
    """Its names, by language."""
    letters: str
    """The letters of the script, as ranges: they and `frequent` tell which language a text is in."""
    frequent: list[str]
    """Some frequent words."""
    sentence_end: list[str]
    """Marks that end a sentence."""
    cldr: list[str]
    """Locales whose month names count, the main one first. Two names without a common locale belong to different
    namings: *Nisan/April* is one date, and *Tishrin II/October*, which disagree, give two."""
    normalise: Normalise
    """How texts and words are made comparable."""
    clitics: Clitics
    """What is attached to words."""
    roles: Roles
    """The words that join figures."""
    year_before: list[str]
    """Words, or phrases of two, that make the figure after them a year."""
    year_after: list[str] = []
    """Words that make the figure before them a year (2000 god)."""
    year_prepositions: list[str]
    """Words that make a year of a figure from 1500 on."""
    date_before: list[str]
    """Words right before a date: enough for a month name that is also another word."""
    date_after: list[str]
    """Words right after a date, likewise."""
    range_before: list[str]
    """Words that turn "and" into the middle of a range."""
    name_before: list[str]
    """Words that make a figure a number in a name, never a year."""
    label_before: list[str]
    """Words that make a figure part of a name, and no number at all."""
    label_after: list[str] = []
    """Words that make the figure before them part of a name (the 2334-numbered resolution, as Turkish says it)."""
    name_figures: list[str]
    """Figures and names at once (9/11)."""
    day_words: list[str]
    """Words before an ordinal day."""
    days_before: list[str]
    """Words that announce several days of one month."""
    first_day_words: list[str]
    """Words that mean the first of a month."""
    hour_before: list[str]
    """Words that make the figure after them an hour of the day, which is left out."""
    hour_after: list[str]
    """Words that make the figure before them one."""
    ordinal_before: list[str]
    """Words that make a figure after them an ordinal."""
    ordinal_not_before: list[str]
    """Words that deny an ordinal before them."""
    price_before: list[str]
    """Words that make a year of the figure in "in 2019 dollars"."""
    quantity_before: list[str]
    """Words, or phrases of two, that announce a quantity: a figure of four digits before another word is no year."""
    short_year_before: list[str]
    """Words that make a year of two digits one of the last century."""
    plural_words: list[str]
    """Words that are plural: a definite figure after them counts and does not rank."""
    plural_endings: list[str]
    """Endings of such words."""
    counted_endings: list[str]
    """Endings of a noun that only figures take, so that 1950 before it is no year."""
    counted_not_endings: list[str]
    """Endings that look like those."""
    glued_before_words: list[str]
    """Words after a short scale (2.3m people)."""
    glued_before_endings: list[str]
    """Endings of such words."""
    one_not_after: list[str]
    """Words after which "one" is a pronoun."""
    one_not_before: list[str]
    """Words before which it is one."""
    one_figure_before: list[str] = []
    """Words before which an article that also means one is a figure (une abstention)."""
    one_figure_after: list[str] = []
    """Phrases of two words after which it is one (par 14 voix contre une)."""
    decimal_letters: list[str]
    """Letters used as a decimal sign: such figures are left alone, as the order of their sides is not fixed."""
    numbers: Numbers
    """Numbers in words and digits."""
    ordinals: Forms
    """Ordinals by value."""
    joined_ordinals: Forms
    """Ordinals only inside a longer one."""
    ordinal_suffixes: list[str] = []
    """What is glued to digits (43rd), with the hyphen, point, space or apostrophe that is written before it."""
    ordinal_point: bool = False
    """Whether a point behind digits makes an ordinal of them, where a small letter follows (83. kez)."""
    not_words: list[str]
    """Surfaces that look like a figure with something attached, and never are."""
    not_alone: list[str]
    """Surfaces that are a figure only inside a longer one."""
    singular_marks: str
    """Marks that a dual form never carries, so that it is read as singular."""
    exact: dict[str, list[str]]
    """Words that are folded alike but differ: the spellings that are meant."""
    percent: list[str]
    """Signs and phrases after, or touching, a figure."""
    percent_before: list[str] = []
    """Words that stand before it (percent 15)."""
    currency: Currency
    """Signs, codes and names of money."""
    months: Months
    """Names of months."""
    calendars: dict[Literal["hijri", "solar_hijri"], Calendar] = {}
    """Other calendars, by name: `hijri` (Umm al-Qura), `solar_hijri`."""
    weekdays: Forms
    """Days of the week; 0 is Monday."""
    date_order: Literal["dmy", "mdy", "ymd"]
    """The order of dates in figures. With `mdy` the other order is given too, where it is possible; with `ymd` also, as
    the year stands first, and never behind a month or a day in words."""
    eras: Eras
    """Marks of an era."""
    parts: dict[int, Part]
    """Words for a quarter (4) and a half (2) of a year."""
    decades: Forms
    """The twenties and so on."""
    decade_suffixes: list[str] = []
    """The *s* of 1990s."""
    unspaced: Unspaced | None = None
    """How a script without spaces is cut into words; left out where spaces part them."""
    century: Century
    """The word century."""
    fiscal: list[str]
    """What makes a year a fiscal year."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """Another language than the folder's; characters that are mapped to ones that are mapped again."""
        yield from unknown(("language",), self.language, [folder.language])
        for char, other in self.normalise.map.items():
            if len(other) != 1 or other in self.normalise.map:
                yield Fault(("normalise", "map", char), "mapped_twice", {"name": char, "value": other})
        for part in ("marks", "equal") if self.unspaced else ():
            for given, other in getattr(self.unspaced, part).items():
                if len(given) != len(other):
                    yield Fault(("unspaced", part, given), "mapped_twice", {"name": given, "value": other})
