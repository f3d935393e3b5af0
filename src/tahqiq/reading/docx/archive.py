"""A zip of XML parts, opened with bounds: parts are unpacked in pieces and counted, whatever their heads say."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import Any

from lxml import etree

from tahqiq.errors import InputError
from tahqiq.reading.limits import Limits

_PIECE = 65_536
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(RuntimeError, NotImplementedError, ValueError, OverflowError),
)
"""What the library raises over an archive that is none, or is locked, or whose numbers make no sense."""


class Archive:
    """The parts of an archive by name. Raises InputError `bad_archive`, `too_expanded`, `unsafe_xml`, `too_deep`,
    `too_complex`.
    """

    def __init__(self, data: bytes, source: str, limits: Limits) -> None:
        self.source, self.limits, self.room = source, limits, limits.expanded
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise InputError("bad_archive", source=source) from None
        entries = self.zip.infolist()
        if len(entries) > limits.parts or sum(entry.file_size for entry in entries) > limits.expanded:
            raise self._too_expanded()
        self.entries = {entry.filename: entry for entry in entries}

    def xml(self, name: str) -> Any:
        """The root element of a part, or None if there is no such part."""
        data = self._unpacked(name)
        if data is None:
            return None
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise InputError("unsafe_xml", source=self.source)
        if data.count(b"<") > self.limits.nodes * 2:
            raise InputError("too_complex", source=self.source, limit=self.limits.nodes)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            deep = "depth" in str(error).lower()
            code, limit = ("too_deep", 256) if deep else ("bad_archive", None)
            raise InputError(code, source=self.source, **({"limit": limit} if limit else {})) from None
        if root.getroottree().docinfo.doctype:
            raise InputError("unsafe_xml", source=self.source)
        return root

    def _unpacked(self, name: str) -> bytes | None:
        """The bytes of a part, as far as there is room for all parts together."""
        entry = self.entries.get(name)
        if entry is None:
            return None
        if entry.compress_type not in _METHODS:
            raise InputError("bad_archive", source=self.source)
        pieces = []
        try:
            with self.zip.open(entry) as part:
                while piece := part.read(_PIECE):
                    self.room -= len(piece)
                    if self.room < 0:
                        raise self._too_expanded()
                    pieces.append(piece)
        except _BROKEN:
            raise InputError("bad_archive", source=self.source) from None
        return b"".join(pieces)

    def _too_expanded(self) -> InputError:
        return InputError("too_expanded", source=self.source, limit=self.limits.expanded)
