"""HTML: the article of a page, without what stands around it.

trafilatura finds where the main text is; the text itself is read here, element by element, so that list numbers, table
cells and superscripts keep their digits. A page without furniture is read whole.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import etree
from lxml.html import HTMLParser

from tahqiq.errors import InputError
from tahqiq.reading.assemble import Paragraph, assemble
from tahqiq.reading.decode import decode, decode_named, printable
from tahqiq.reading.html.elements import HIDDEN, paragraphs, plain_text
from tahqiq.reading.limits import LIMITS, Limits
from tahqiq.reading.plain import Parsed

_CHARSET = re.compile(
    rb"<meta[^>]{1,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,30})|<\?xml[^>]{0,100}?encoding=[\"']([\w\-]+)"
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
# Where a page says its own day of publication in so many words.
_PUBLISHED_META = {
    *("article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "citation_date"),
    *("citation_publication_date", "og:published_time", "cxenseparse:recs:publishtime"),
}
_PUBLISHED_DATA = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
# A page with more elements, or with a row of more cells, is read whole: trafilatura takes the square of either.
_TRUSTED_NODES, _TRUSTED_CELLS = 20_000, 200
_KNOWN = 24


def parse_html(data: bytes, source: str, limits: Limits = LIMITS) -> Parsed:
    """The article of a page: its title first, then its blocks.

    Raises InputError `too_deep`, `too_complex`, `no_text`, `wrong_encoding`.
    """
    if data.count(b"<") > limits.nodes:
        raise InputError("too_complex", source=source, limit=limits.nodes)
    root = _tree(_decoded(data, source, limits), source)
    published = _published(root)
    title = _title(root)
    _strip(root)
    found = list(paragraphs(_main(root)))
    if title and not any(_same(part.text, title) for part in found[:3]):
        found.insert(0, Paragraph("heading", title))
    elif title and found and found[0].kind != "heading" and _same(found[0].text, title):
        found[0] = Paragraph("heading", found[0].text)
    return assemble(found, source, title=title, published=published)


def _decoded(data: bytes, source: str, limits: Limits) -> str:
    """By what the bytes are, then by what the page says of itself, then by its words."""
    try:
        return decode(data.decode("utf-8-sig").encode(), source, limits)
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(data[:4096])
    text = decode_named(data, (named[1] or named[2]).decode("ascii"), source) if named else None
    return text if text is not None else decode(data, source, limits)


def _tree(text: str, source: str) -> Any:
    declared = _DECLARATION.match(text)
    content = printable(text[declared.end() :] if declared else text)
    parser = HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = etree.fromstring(content.encode(), parser)
    except etree.XMLSyntaxError:
        raise InputError("no_text", source=source) from None
    for error in parser.error_log:
        if error.type_name == "ERR_RESOURCE_LIMIT":
            code = "too_deep" if "depth" in error.message else "too_complex"
            raise InputError(code, source=source, limit=256 if code == "too_deep" else LIMITS.nodes)
    if root is None:
        raise InputError("no_text", source=source)
    return root


def _strip(root: Any) -> None:
    """Take out what is never part of the text, but not the text that follows it.

    That is gathered for each place first and put there at once, as a text that grows by pieces costs its square.
    """
    followed: dict[tuple[Any, Any], list[str]] = {}
    for element in list(root.iter(*HIDDEN, etree.Comment, etree.ProcessingInstruction)):
        parent = element.getparent()
        if parent is not None:
            if element.tail:
                followed.setdefault((parent, element.getprevious()), []).append(element.tail)
                element.tail = None
            parent.remove(element)
    for (parent, previous), texts in followed.items():
        begun = (previous.tail if previous is not None else parent.text) or ""
        # Characters written as references have not been looked at yet, and to XML the end of a page is none.
        text = printable(begun + "".join(texts)).replace("\x0c", " ")
        if previous is not None:
            previous.tail = text
        else:
            parent.text = text


def _title(root: Any) -> str | None:
    for path in ("//meta[@property='og:title']/@content", "//h1", "//head/title|//title"):
        for found in root.xpath(path):
            text = " ".join((found if isinstance(found, str) else plain_text(found)).split())
            if text:
                return text
    return None


def _published(root: Any) -> date | None:
    for text in _published_fields(root):
        found = _DAY.match(text)
        if found:
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                continue
    return None


def _published_fields(root: Any) -> Iterator[str]:
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name.lower() in _PUBLISHED_META:
            yield meta.get("content") or ""
    for script in root.xpath("//script[@type='application/ld+json']"):
        for found in _PUBLISHED_DATA.finditer((script.text or "")[:200_000]):
            yield found[1]
    for time in root.xpath("//*[@itemprop='datePublished']|//time[@pubdate]"):
        yield time.get("datetime") or time.get("content") or ""


def _main(root: Any) -> Any:
    """The element that holds the article: the smallest one around all that trafilatura takes for main text."""
    body = next(root.iter("body"), root)
    if sum(1 for _ in body.iter()) > _TRUSTED_NODES or any(len(row) > _TRUSTED_CELLS for row in body.iter("tr")):
        return body
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())

    found = bare_extraction(copy.deepcopy(root), include_comments=False, fast=True, with_metadata=False)
    main = getattr(found, "body", None)
    if main is None:
        return body
    known = {_key(text) for part in main.iter("p", "item", "head", "cell") if len(text := plain_text(part)) >= _KNOWN}
    holders = [element for element in body.iter() if isinstance(element.tag, str) and _key(element.text or "") in known]
    return _around(holders) if len(holders) > 1 else body


def _around(elements: list[Any]) -> Any:
    """The smallest element around all."""
    common = [*reversed(list(elements[0].iterancestors())), elements[0]]
    for element in elements[1:]:
        line = [*reversed(list(element.iterancestors())), element]
        shared = 0
        while shared < min(len(line), len(common)) and line[shared] is common[shared]:
            shared += 1
        common = common[:shared]
    return common[-1]


def _key(text: str) -> str:
    return "".join(text.split())[:_KNOWN]


def _same(text: str, title: str) -> bool:
    """Whether a paragraph is the title, or the title with the name of the site behind it."""
    return bool(text.strip()) and (_squeeze(text) == _squeeze(title) or _squeeze(title).startswith(_squeeze(text)))


def _squeeze(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
