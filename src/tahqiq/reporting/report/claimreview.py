"""The claims of a report as ClaimReview (schema.org), for search engines and archives.

Each review quotes the whole sentence, and says that a program made it, under which definition and as of which day.
The rating runs from 1 (contradicted) to 5 (supported); between them the words tell, not the number. What was found
neither right nor wrong is not reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urljoin

from tahqiq.catalog.language_folders import in_language
from tahqiq.reporting.words.labels import load_labels
from tahqiq.reporting.words.messages import clean, load_messages

RATINGS = {"supported": 5, "supported_under": 4, "outdated": 3, "mixed": 3, "contradicted": 1}
"""Verdicts that are a rating; what has none is not reviewed."""


def reviews(report: Mapping[str, Any], language: str, *, address: str | None, on: date) -> dict[str, Any]:
    """A JSON-LD graph with one ClaimReview for each claim of a report (its JSON form) that was found right or wrong.

    `address` is where the report is kept, `on` the day of the review.
    """
    graph = [_review(c, report, language, address, on) for c in report["claims"] if c["verdict"] in RATINGS]
    return {"@context": "https://schema.org", "@graph": graph}


def _review(claim: Mapping[str, Any], report: Mapping[str, Any], language: str, address: str | None, on: date) -> Any:
    say = load_messages(language).format
    review = {
        "@type": "ClaimReview",
        "datePublished": on.isoformat(),
        "inLanguage": language,
        "author": _author(address),
        "creativeWorkStatus": say("review-automated"),
        "claimReviewed": clean(claim["sentence"]),
        "itemReviewed": _claim(report["document"]),
        "reviewBody": _explained(claim, report, language),
        "reviewRating": _rating(
            claim["verdict"], say(f"verdict-{claim['verdict']}"), _explained(claim, report, language)
        ),
    }
    if address:
        review["url"] = f"{address}#{claim['id']}"
    return review


def _claim(document: Mapping[str, Any]) -> dict[str, Any]:
    source = str(document["source"])
    appearance: dict[str, Any] = {"@type": "CreativeWork"}
    if source.startswith(("https://", "http://")):
        appearance["url"] = source
    else:
        appearance["name"] = source
    if document["published"]:
        appearance["datePublished"] = document["published"]
    return {"@type": "Claim", "appearance": appearance}


def _author(address: str | None) -> dict[str, Any]:
    """Who reviews: the program, found at the head of the address where the report is kept."""
    author = {"@type": "Organization", "name": "Tahqiq"}
    if address:
        author["url"] = urljoin(address, "../../")
    return author


def _rating(verdict: str, name: str, explained: str) -> dict[str, Any]:
    value = {"ratingValue": RATINGS[verdict], "worstRating": 1, "bestRating": 5}
    return {"@type": "Rating", **value, "alternateName": name, "ratingExplanation": explained}


def _explained(claim: Mapping[str, Any], report: Mapping[str, Any], language: str) -> str:
    """The reason, the definition, the day, and that no person wrote it."""
    messages, labels = load_messages(language), load_labels(language)
    say = messages.format
    parts = [in_language(claim["reason"], language)]
    answer = _shown(claim["answers"])
    if answer and answer["choices"]:
        parts.append(say("review-definition", definition=labels.definition(answer["register"], answer["choices"])))
    parts.append(say("review-as_of", date=messages.date(answer["as_of"] if answer else report["document"]["as_of"])))
    parts.append(say("review-automated"))
    return _joined(parts)


def _shown(answers: list[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    return next((a for a in answers if a["default"]), answers[0] if answers else None)


def _joined(parts: Iterable[str]) -> str:
    return " ".join(p for p in parts if p)
