"""A zip of XML parts, opened with bounds: a part is read only when sizes, ratios and numbers are within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from tahqiq.errors import InputError
from tahqiq.reading.limits import Limits

_SMALL = 100_000


class Archive:
    """The parts of an archive by name. Raises InputError `bad_archive`, `too_expanded`, `unsafe_xml`, `too_deep`."""

    def __init__(self, data: bytes, source: str, limits: Limits) -> None:
        self.source, self.limits = source, limits
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise InputError("bad_archive", source=source) from None
        entries = self.zip.infolist()
        size = sum(entry.file_size for entry in entries)
        if len(entries) > limits.parts or size > limits.expanded:
            raise InputError("too_expanded", source=source, limit=limits.expanded)
        for entry in entries:
            if entry.file_size > max(_SMALL, limits.ratio * entry.compress_size):
                raise InputError("too_expanded", source=source, limit=limits.expanded)
        self.names = {entry.filename for entry in entries}

    def xml(self, name: str) -> Any:
        """The root element of a part, or None if there is no such part."""
        if name not in self.names:
            return None
        try:
            data = self.zip.read(name)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError):
            raise InputError("bad_archive", source=self.source) from None
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise InputError("unsafe_xml", source=self.source)
        if data.count(b"<") > self.limits.nodes * 2:
            raise InputError("too_complex", source=self.source, limit=self.limits.nodes)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            deep = "depth" in str(error).lower()
            code, limit = ("too_deep", 256) if deep else ("bad_archive", None)
            raise InputError(code, source=self.source, **({"limit": limit} if limit else {})) from None
        if root.getroottree().docinfo.doctype:
            raise InputError("unsafe_xml", source=self.source)
        return root
