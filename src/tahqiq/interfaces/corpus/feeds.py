"""What a corpus found as feeds: JSON Feed for readers, ClaimReview (schema.org) for search engines and archives."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tahqiq.interfaces.corpus.questions import connected
from tahqiq.reporting.report.claimreview import RATINGS, reviews
from tahqiq.reporting.words.messages import load_messages

VERSION = "https://jsonfeed.org/version/1.1"
DOCUMENTS = """
SELECT d.id, d.address, d.outlet, d.title, d.day, d.as_of FROM documents d
WHERE EXISTS (SELECT 1 FROM claims c WHERE c.document = d.id AND list_contains(?, c.verdict))
ORDER BY coalesce(d.day, d.as_of) DESC, d.id LIMIT ?"""
CLAIMS = "SELECT * FROM claims WHERE document IN (SELECT unnest(?)) AND list_contains(?, verdict)"
Item = tuple[dict[str, Any], list[dict[str, Any]]]


def json_feed(folder: Path, language: str, limit: int) -> dict[str, Any]:
    """The newest documents in which a figure was found right or wrong, each with its findings in words."""
    messages = load_messages(language)
    return {
        "version": VERSION,
        "title": messages.format("corpus-feed", name=folder.name),
        "language": language,
        "items": [_entry(document, claims, language) for document, claims in _newest(folder, limit)],
    }


def review_feed(folder: Path, language: str, limit: int, on: date) -> dict[str, Any]:
    """The same documents as a data feed, each item with one ClaimReview for each figure; `on` is the day of review."""
    items = [
        {
            "@type": "DataFeedItem",
            "dateCreated": (document["day"] or document["as_of"]).isoformat(),
            **({"url": document["address"]} if document["address"] else {}),
            "item": reviews(_report(document, claims), language, address=None, on=on)["@graph"],
        }
        for document, claims in _newest(folder, limit)
    ]
    title = load_messages(language).format("corpus-feed", name=folder.name)
    head = {"@context": "https://schema.org", "@type": "DataFeed", "name": title, "dateModified": on.isoformat()}
    return {**head, "dataFeedElement": items}


def _newest(folder: Path, limit: int) -> Iterator[Item]:
    with connected(folder) as con:
        documents = _rows(con.execute(DOCUMENTS, [list(RATINGS), limit]))
        claims = _rows(con.execute(CLAIMS, [[d["id"] for d in documents], list(RATINGS)]))
    for document in documents:
        own = [claim for claim in claims if claim["document"] == document["id"]]
        yield document, sorted(own, key=lambda claim: (claim["start"], claim["claim"]))


def _rows(found: Any) -> list[dict[str, Any]]:
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _report(document: Mapping[str, Any], claims: list[dict[str, Any]]) -> dict[str, Any]:
    """Of the JSON form of a report what a review is made of."""
    day = document["day"].isoformat() if document["day"] else None
    source = {"source": document["address"] or document["id"], "published": day, "as_of": document["as_of"].isoformat()}
    return {"document": source, "claims": [_claim(claim) for claim in claims]}


def _claim(claim: Mapping[str, Any]) -> dict[str, Any]:
    choices = json.loads(claim["choices"])
    answer = {"default": True, "register": claim["register"], "choices": choices, "as_of": claim["as_of"]}
    return {
        "id": claim["claim"],
        **{name: claim[name] for name in ("quote", "sentence", "verdict")},
        "reason": {"en": claim["reason_en"], "ar": claim["reason_ar"]},
        "answers": [answer] if claim["as_of"] else [],
    }


def _entry(document: Mapping[str, Any], claims: list[dict[str, Any]], language: str) -> dict[str, Any]:
    day = document["day"] or document["as_of"]
    entry = {
        "id": document["id"],
        "title": document["title"] or document["id"],
        "date_published": f"{day.isoformat()}T00:00:00Z",
        "content_text": "\n\n".join(_told(claim, language) for claim in claims),
        "tags": list(Counter(claim["verdict"] for claim in claims)),
    }
    known = {"url": document["address"], "authors": [{"name": document["outlet"]}] if document["outlet"] else None}
    return entry | {name: value for name, value in known.items() if value}


def _told(claim: Mapping[str, Any], language: str) -> str:
    """A claim in words: what was said, the verdict, why, and what to say instead."""
    messages = load_messages(language)
    parts = [claim["sentence"], messages.format(f"verdict-{claim['verdict']}"), claim[f"reason_{language}"]]
    return "\n".join(part for part in (*parts, claim[f"correction_{language}"]) if part)
