"""Parts of `language.yml`: how a language writes numbers, names money and calls its months."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tahqiq.catalog.models.base import Strict

Forms = dict[int, list[str]]
"""Surfaces by the value they have."""


class Scale(Strict):
    """The forms of one scale."""

    one: list[str] = []
    """It counts once by itself."""
    dual: list[str] = []
    """Twice."""
    two: list[str] = []
    """Dual before a noun, accusative elsewhere."""
    many: list[str] = []
    """Only after a figure."""


class Fraction(Strict):
    """The forms of one fraction."""

    one: list[str] = []
    """Once by itself (half)."""
    two: list[str] = []
    """Two of it in one word (two thirds)."""
    many: list[str] = []
    """After a figure."""
    after_one: list[str] = []
    """After "one" or an article (one third, a third of)."""
    after_and: list[str] = []
    """Only after "and"."""


class Numbers(Strict):
    """Numbers in words and digits."""

    order: Literal["units_first", "tens_first"]
    """Six and forty, or forty-six."""
    and_: Literal["required", "optional"] = Field(alias="and")
    """Whether "and" stands between the parts, or at least between tens and units."""
    digits_after_scale: bool
    """Whether "65 thousand and 62" is one figure; without "and" too where scales multiply."""
    scales_multiply: bool = False
    """Whether a scale multiplies a smaller one and all behind it: three thousand eight hundred millions."""
    decimal_comma: bool
    """Whether 3,8 is a decimal."""
    decimal_slash: bool = False
    """Whether 3/8 is a decimal, and no three eighths."""
    point_groups: bool = False
    """Whether a point before three digits groups thousands: 3.800 is more than a thousand."""
    year_pairs: bool = False
    """Whether years are said in pairs (nineteen eighty-six)."""
    zero: list[str]
    """Nought."""
    units: Forms
    """1 to 9."""
    joined_units: Forms
    """Forms that stand only before ten or tens."""
    ten: list[str]
    """Ten."""
    teens: Forms = {}
    """11 to 19, where they are words of their own."""
    teens_after: list[int] = []
    """Tens that take teens (sixty-fifteen)."""
    times: dict[int, list[int]] = {}
    """Tens that a unit multiplies (four-twenty)."""
    tens: Forms
    """20 to 90."""
    hundred: list[str]
    """The word for a hundred."""
    bare_hundred: int = 0
    """1 where the bare word is 100 although "and" is optional."""
    hundreds: Forms
    """Whole hundreds in one word (two hundred)."""
    hundred_many: list[str] = []
    """Hundreds that count only after a figure."""
    half_more: Forms = {}
    """That many and a half, in one word."""
    multipliers: Forms = {}
    """Dozen, score."""
    scales: dict[int, Scale]
    """1000 and up."""
    glued: dict[str, int] = {}
    """Short scales glued to digits (100k)."""
    glued_upper_or_money: list[str] = []
    """Those of them that need a capital, money or a plural after them."""
    fractions: dict[int, Fraction]
    """Fractions by the number of parts."""
    vowelled_fractions: Forms = {}
    """Fractions that only their vowel marks tell from a unit."""
    not_before: list[str]
    """Words before which a fraction is none (half time)."""


class Noun(Strict):
    """What a currency, or a part of one, is called."""

    forms: list[str]
    """Its forms."""
    dual: list[str] = []
    """Forms that mean two."""
    default: str | None = None
    """The code meant by the bare word; left out where it does not tell."""
    factor: float | None = None
    """Of a part: how much of the currency it is (0.01)."""
    of: dict[str, list[str]] = {}
    """By code, the adjectives beside the noun that CLDR lacks."""


class Currency(Strict):
    """Signs, codes and names of money, beside those of CLDR."""

    symbols: dict[str, str]
    """Signs and their codes."""
    symbol_locales: list[str]
    """Locales whose signs count too."""
    prefixed_symbol: str
    """The sign that letters may stand before."""
    symbol_prefixes: dict[str, str]
    """Letters before the sign (US$) and their codes."""
    glued_prefixes: dict[str, str] = {}
    """Letters that count only when glued to the sign (A$)."""
    abbreviations: dict[str, str | None]
    """What is written like a sign; null: the code is not known."""
    scaled_codes: list[str] = []
    """Codes that may carry a scale in front (MEUR)."""
    code_scales: dict[str, int] = {}
    """Those scales."""
    lower_codes: list[str] = []
    """Codes also read in small letters."""
    not_codes: list[str] = []
    """ISO codes that are words."""
    extra_codes: dict[str, str] = {}
    """Codes that ISO does not have."""
    adjective_first: bool = False
    """Whether the adjective stands before the noun."""
    agreement: list[str]
    """The endings of the adjective."""
    feminine: str = ""
    """The ending that they replace."""
    weights: list[str] = []
    """Nouns that are weights when hyphenated (2,000-pound)."""
    article_nouns: list[str]
    """Nouns that "a" makes an amount (a dollar)."""
    nouns: dict[str, Noun]
    """Currencies."""
    subunits: dict[str, Noun]
    """Parts of currencies."""


class Months(Strict):
    """Names of months beside those of CLDR."""

    gregorian: Forms
    """Names that CLDR lacks."""
    numbered: Forms
    """"The eighth month", read only after a day."""
    careful: list[str]
    """Names that are also other words: read only beside a figure or a word of dates."""
    capital: list[str] = []
    """Those of them that a capital letter inside a sentence settles."""
