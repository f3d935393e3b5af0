"""What the heads of columns say in tables that people bring (`headers.yml`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from tahqiq.catalog.compiled import DATA, compiled

_SIGNS = re.compile(r"[^\w$%'\u00b0\u20ac\u00a3\u00b2\u0660-\u0669]+|_")


@cache
def load_headers() -> Mapping[str, Any]:
    """`headers.yml` as it stands."""
    file = DATA / "headers.yml"

    def build() -> Any:
        from tahqiq.catalog.models.check import read_model  # here, as a check never needs it
        from tahqiq.catalog.models.headers import HeadersFile

        return read_model(file, HeadersFile)

    value: Mapping[str, Any] = compiled("headers", [file], build)
    return value


def words_of(text: str) -> str:
    """A head or the name of a file as its words are compared: small letters, signs as blanks, marks taken off."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Mn")
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
    return " ".join(_SIGNS.sub(" ", apart.lower()).split())


def named_in(text: str, listed: Mapping[str, Iterable[str]]) -> str | None:
    """Which of these the words of a text name, by the longest phrase; the earlier of two of one length."""
    padded = f" {words_of(text)} "
    found = [
        (len(words_of(p)), name) for name, phrases in listed.items() for p in phrases if f" {words_of(p)} " in padded
    ]
    return max(found, key=lambda f: f[0])[1] if found else None


def phrases(part: str) -> dict[str, list[str]]:
    """The phrases of every entry of a part of the file, by id."""
    return {str(k): (v if isinstance(v, list) else v["headers"]) for k, v in load_headers()[part].items()}
