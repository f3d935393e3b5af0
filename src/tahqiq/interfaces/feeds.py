"""The entries of a feed: RSS, Atom, or JSON Feed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from tahqiq.catalog.dates import is_usable
from tahqiq.errors import InputError

MOST = 1000
"""Entries of a feed that are looked at."""
DAYS = ("pubDate", "published", "date", "updated")
"""Where an entry tells its day; the first that is there counts."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: the address of its page, and its day where it tells one."""

    address: str
    published: date | None


def read_feed(data: bytes, base: str) -> list[Entry]:
    """The entries in the order of the feed; `base` is its own address. InputError `no_feed_there`."""
    found = _json(data) if data.lstrip()[:1] == b"{" else _xml(data)
    if found is None:
        raise InputError("no_feed_there", source=base)
    return [Entry(urljoin(base, address), day) for address, day in found][:MOST]


def _json(data: bytes) -> list[tuple[str, date | None]] | None:
    try:
        items = json.loads(data).get("items")
    except (ValueError, RecursionError):
        return None
    if not isinstance(items, list):
        return None
    told = (item for item in items if isinstance(item, dict) and isinstance(item.get("url"), str))
    return [(item["url"], _day(str(item.get("date_published") or ""))) for item in told]


def _xml(data: bytes) -> list[tuple[str, date | None]] | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or etree.QName(root).localname not in ("rss", "feed", "RDF"):
        return None
    entries = (e for e in root.iter("{*}item", "{*}entry"))
    return [(link, _published(entry)) for entry in entries if (link := _link(entry))]


def _children(entry: Any, name: str) -> Iterator[Any]:
    yield from (child for child in entry if isinstance(child.tag, str) and etree.QName(child).localname == name)


def _link(entry: Any) -> str:
    """The address of the page: the text of RSS, the attribute of Atom."""
    for link in _children(entry, "link"):
        if link.get("rel", "alternate") == "alternate":
            return str(link.get("href") or link.text or "").strip()
    return ""


def _published(entry: Any) -> date | None:
    told = (child.text or "" for name in DAYS for child in _children(entry, name))
    return _day(next(told, ""))


def _day(told: str) -> date | None:
    """The day of an ISO time or of one as in mail; None where it is neither."""
    told = told.strip()
    try:
        day = date.fromisoformat(told[:10]) if told[:4].isdigit() else parsedate_to_datetime(told).date()
    except (ValueError, TypeError):
        return None
    return day if is_usable(day) else None
