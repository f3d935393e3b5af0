"""Bytes to characters, or a clear refusal: never a silently wrong text.

Unicode is told by its marks and its validity. An older encoding is accepted only where the words of a language show
up under it (its `encodings` and `common` words are data), and more clearly than under any other.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator

from tahqiq.catalog.repairs import repair_words
from tahqiq.errors import InputError, UsageError
from tahqiq.reading.coded_twice import is_another_script
from tahqiq.reading.limits import LIMITS, Limits

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters that do not occur in a text: all but tab, line and page breaks, and the old file separators.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_LETTERS = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000
# Of the codecs of Python those that pages use (https://encoding.spec.whatwg.org/#names-and-labels), and what their
# names stand for there where that is another. A name that can be read in ASCII is in no encoding of two bytes.
_WEB = {
    *("utf-8", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp874"),
    *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *(f"cp{page}" for page in range(1250, 1259)),
    *("gbk", "gb18030", "big5", "big5hkscs", "euc_jp", "iso2022_jp", "shift_jis", "cp932", "euc_kr", "cp949"),
}
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874"}
_MEANT |= {"gb2312": "gbk"}
_WIDE = {f"utf-{size}{order}" for size in (16, 32) for order in ("", "-le", "-be")}
# What no text holds: control characters, half surrogates, and code points that are no characters. The separators of old
# files are blanks.
_SEPARATORS = dict.fromkeys(range(0x1C, 0x20), " ")
_NEVER = re.compile("[\x00-\x08\x0b\x0e-\x1b\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def decode(data: bytes, source: str, limits: Limits = LIMITS) -> str:
    """The characters of a plain text, exactly, without its byte order mark.

    Raises InputError: `empty`, `too_large`, `binary`, `wrong_encoding`.
    """
    if len(data) > limits.size:
        raise InputError("too_large", source=source, size=len(data), limit=limits.size)
    text = _unicode(data, source)
    if text is None:
        text = _legacy(data, source)
    _check(text, source)
    return text


def decode_named(data: bytes, name: str, source: str) -> str | None:
    """The characters under the encoding that a page names; None where it is none of the web, or does not fit.

    Raises InputError as `decode` does.
    """
    try:
        codec = codecs.lookup(name).name
        codec = _MEANT.get(codec, codec)
        text = data.decode(codec) if codec in _WEB else None
    except (LookupError, UnicodeError):
        return None
    if text is not None:
        _check(text, source)
    return text


def to_unicode(data: bytes, name: str) -> bytes:
    """The bytes of a text as UTF-8 with its mark, from the encoding that a user names; bytes that do not fit are shown.

    UsageError `unknown_encoding` where it is none of texts.
    """
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        codec = ""
    codec = _MEANT.get(codec, codec)
    if codec not in _WEB | _WIDE:
        raise UsageError("unknown_encoding", name=name)
    return codecs.BOM_UTF8 + data.decode(codec, "replace").removeprefix("\ufeff").encode()


def printable(text: str) -> str:
    """The text without what no text holds."""
    return _NEVER.sub("", text).translate(_SEPARATORS)


def unprintable(text: str) -> Iterator[tuple[int, int]]:
    """The spans of what no text holds."""
    return (found.span() for found in _NEVER.finditer(text))


def _unicode(data: bytes, source: str) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, source)
    wide = _wide(data) if b"\0" in data or b"\6" in data else None
    if wide:
        return _strict(data, wide, source)
    if b"\0" in data:
        raise InputError("binary", source=source)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError("wrong_encoding", source=source, encoding=encoding, position=error.start) from None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: its high bytes are few and regular (00 for Latin, 06 for Arabic, 20 for punctuation)."""
    sample = data[:4000]
    if len(data) < 4 or len(data) % 2:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = Counter(sample[first::2]), Counter(sample[1 - first :: 2])
        usual = sum(high[byte] for byte in (0x00, 0x06, 0x20))
        if usual * 2 >= len(sample) * 0.95 and (high[0x06] or high[0x00]) and low[0x00] == 0 and len(low) > 3:
            breaks = low[0x20] + low[0x0A]
            if high[0x00] >= breaks and any(byte < 0x20 for byte in (0x00, 0x06) if high[byte]):
                return encoding
    return None


def _legacy(data: bytes, source: str) -> str:
    """The text under the one older encoding that shows words of its language; `wrong_encoding` if none does."""
    scores: dict[str, tuple[float, str]] = {}
    for words in repair_words().values():
        for encoding in words.encodings:
            try:
                text = data[:_SAMPLE].decode(encoding)
            except UnicodeDecodeError:
                continue
            share = _share(text, words.common, words.prefixes, bool(words.prefixes))
            scores[encoding] = max(scores.get(encoding, (0.0, encoding)), (share, encoding))
    ranked = sorted(scores.values(), reverse=True)
    if not ranked or ranked[0][0] < 0.1 or (len(ranked) > 1 and ranked[0][0] < 1.5 * ranked[1][0]):
        raise InputError("wrong_encoding", source=source, encoding="unknown", position=_first_high(data))
    return _strict(data, ranked[0][1], source)


def _share(text: str, common: frozenset[str], prefixes: tuple[str, ...], own_script: bool) -> float:
    """Which part of the words is known, counted in words that the encoding decides about.

    In a script of its own these are the words outside ASCII; else a word may hold only single letters outside ASCII.
    """
    words = _LETTERS.findall(text)
    if own_script:
        words = [word for word in words if not word.isascii()]
    elif any(len(word) > 1 and not any(c.isascii() for c in word) for word in words):
        return 0.0
    known = sum(1 for word in words if word.lower() in common or (prefixes and word.startswith(prefixes)))
    return known / len(words) if words else 0.0


def _first_high(data: bytes) -> int:
    found = re.search(rb"[\x80-\xff]", data)
    return found.start() if found else 0


def _check(text: str, source: str) -> None:
    if not text.strip():
        raise InputError("empty", source=source)
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > len(sample) // 200:
        raise InputError("binary", source=source)
    if sample.count("\ufffd") > len(sample) // 100:
        raise InputError("wrong_encoding", source=source, encoding="utf-8", position=sample.index("\ufffd"))
    if is_another_script(sample):
        raise InputError("wrong_encoding", source=source, encoding="utf-8", position=_first_high(sample.encode()))
