"""A catalogue of all registers as DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/) in JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tahqiq.catalog.registers import Register
from tahqiq.reporting.export.tables import Exported, Titles, exported, licence, sha256, sources
from tahqiq.reporting.words.messages import languages, load_messages

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA = "https://www.iana.org/assignments/media-types/text/csv"
SHA256 = "spdx:checksumAlgorithm_sha256"


def catalogue(files: Mapping[str, Mapping[str, Path]], registers: Mapping[str, Register]) -> dict[str, Any]:
    """The catalogue of the registers whose CSV files are given, by register and table; addresses are relative."""
    titles = {language: load_messages(language).format("export-title") for language in languages()}
    about = {language: load_messages(language).format("export-about") for language in languages()}
    return {
        "@context": CONTEXT,
        "@id": "catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _told(titles),
        "dct:description": _told(about),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": "Tahqiq"},
        "dcat:dataset": [_dataset(registers[name], found) for name, found in files.items()],
    }


def _dataset(register: Register, files: Mapping[str, Path]) -> dict[str, Any]:
    return {
        "@id": f"{register.id}/",
        "@type": "dcat:Dataset",
        "dct:identifier": register.id,
        "dct:title": _told(register.title),
        "dct:description": _told(register.description),
        "dcat:version": register.version,
        "dct:license": {"@id": licence(register)["path"]},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(register.start.isoformat()),
            "dcat:endDate": _day(register.end.isoformat()),
        },
        "dct:source": [{"@id": s["url"]} if s["url"] else s["title"] for s in sources(register)],
        "dcat:distribution": [_distribution(register, found, files[found.name]) for found in exported(register)],
    }


def _distribution(register: Register, found: Exported, path: Path) -> dict[str, Any]:
    address = f"{register.id}/{path.name}"
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _told(found.titles),
        "dct:license": {"@id": licence(register)["path"]},
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": MEDIA},
        "dcat:byteSize": {"@value": str(path.stat().st_size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": SHA256},
            "spdx:checksumValue": {"@value": sha256(path), "@type": "xsd:hexBinary"},
        },
    }


def _told(titles: Titles) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for language, text in titles.items()]


def _day(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}
