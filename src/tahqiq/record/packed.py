"""Columns of numbers packed for shipping: unpacked one by one, when a question needs them."""

from __future__ import annotations

import base64
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Packed = str


def pack(kind: str, values: Iterable[float]) -> Packed:
    """Numbers of one C type (`I` unsigned, `d` double), little-endian, deflated, in base64."""
    numbers: array[Any] = array(kind, values)
    if sys.byteorder == "big":
        numbers.byteswap()
    return base64.b64encode(zlib.compress(numbers.tobytes(), 6)).decode("ascii")


def unpack(kind: str, packed: Packed) -> array[Any]:
    """The numbers that `pack` packed."""
    numbers: array[Any] = array(kind)
    numbers.frombytes(zlib.decompress(base64.b64decode(packed)))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class Columns(Mapping[str, Mapping[int, float]]):
    """Value columns by definition: each maps the positions of the rows it counts to their values."""

    def __init__(self, packed: Mapping[str, tuple[Packed, Packed]]) -> None:
        self._packed = packed
        self._open: dict[str, Mapping[int, float]] = {}

    def __getitem__(self, name: str) -> Mapping[int, float]:
        if name not in self._open:
            positions, values = self._packed[name]
            self._open[name] = dict(zip(unpack("I", positions), unpack("d", values), strict=True))
        return self._open[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class Positions(Mapping[str, frozenset[int]]):
    """The positions of the rows that hold each value of a dimension."""

    def __init__(self, packed: Mapping[str, Packed]) -> None:
        self._packed = packed
        self._open: dict[str, frozenset[int]] = {}

    def __getitem__(self, value: str) -> frozenset[int]:
        if value not in self._open:
            self._open[value] = frozenset(unpack("I", self._packed[value]))
        return self._open[value]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class Either(Mapping[str, frozenset[int]]):
    """The positions of the rows that hold a value in any of several indexes."""

    def __init__(self, parts: Sequence[Mapping[str, frozenset[int]]]) -> None:
        self._parts = parts
        self._open: dict[str, frozenset[int]] = {}

    def __getitem__(self, value: str) -> frozenset[int]:
        if value not in self._open:
            held = [part[value] for part in self._parts if value in part]
            if not held:
                raise KeyError(value)
            self._open[value] = frozenset().union(*held)
        return self._open[value]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(value for part in self._parts for value in part))

    def __len__(self) -> int:
        return len(list(iter(self)))
