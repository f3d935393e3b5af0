"""Whole numbers in Arabic and English words, written by rule here, must read back."""

from hypothesis import given
from hypothesis import strategies as st

from tahqiq.catalog.languages import load_language
from tahqiq.language import read

ARABIC_UNITS = [
    "",
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
    "أحد عشر",
    "اثنا عشر",
]
ARABIC_TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
ARABIC_HUNDREDS = ["", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
ARABIC_SCALES = [("مليار", "ملياران", "مليارات"), ("مليون", "مليونان", "ملايين"), ("ألف", "ألفان", "آلاف")]
ENGLISH_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
ENGLISH_UNITS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
ENGLISH_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def arabic(number: int) -> str:
    """The number in Modern Standard Arabic, nominative, counting a masculine noun."""
    if number == 0:
        return "صفر"
    parts = []
    for power, (one, two, many) in zip((9, 6, 3), ARABIC_SCALES, strict=True):
        count, number = divmod(number, 10**power)
        if count == 1:
            parts.append(one)
        elif count == 2:
            parts.append(two)
        elif count:
            parts.append(f"{_arabic_group(count)} {many if 3 <= count <= 10 else one}")
    if number:
        parts.append(_arabic_group(number))
    return " و".join(parts)


def _arabic_group(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    parts = [ARABIC_HUNDREDS[hundreds]]
    if rest <= 12:
        parts.append(ARABIC_UNITS[rest])
    elif rest < 20:
        parts.append(f"{ARABIC_UNITS[units]} عشر")
    else:
        parts += [ARABIC_UNITS[units], ARABIC_TENS[tens]]
    return " و".join(filter(None, parts))


def english(number: int) -> str:
    """The number in English with "and" after hundreds, as British usage has it."""
    if number == 0:
        return "zero"
    parts = []
    for power, scale in ((9, "billion"), (6, "million"), (3, "thousand")):
        count, number = divmod(number, 10**power)
        if count:
            parts.append(f"{_english_group(count)} {scale}")
    if number:
        parts.append(("and " if parts and number < 100 else "") + _english_group(number))
    return " ".join(parts)


def _english_group(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [f"{ENGLISH_UNITS[hundreds]} hundred"] if hundreds else []
    if rest:
        tens, units = divmod(rest, 10)
        small = (
            ENGLISH_UNITS[rest]
            if rest < 20
            else "-".join([ENGLISH_TENS[tens], *([ENGLISH_UNITS[units]] if units else [])])
        )
        parts.append(f"and {small}" if hundreds else small)
    return " ".join(parts)


@given(st.integers(0, 10**9))
def test_a_number_in_words_reads_back(number: int) -> None:
    for written, language in ((arabic(number), load_language("ar")), (english(number), load_language("en"))):
        text = f"- {written} :"
        assert [(m.value, text[m.start : m.end]) for m in read(text, language)] == [(number, written)]
