"""Descriptions that lie beside the CSV files of a register: Data Package, CSV on the Web, Croissant."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tahqiq.catalog.compiled import DATA
from tahqiq.catalog.registers import Register
from tahqiq.catalog.sources import load_sources
from tahqiq.reporting.export.tables import Column, Exported, Titles, exported, licence, sha256, sources
from tahqiq.reporting.words.messages import load_messages

Files = Mapping[str, Path]
"""The CSV file of each table."""
CSVW_KINDS = {"string": "string", "integer": "integer", "number": "double", "boolean": "boolean", "date": "date"}
CROISSANT_KINDS = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}
CROISSANT = "http://mlcommons.org/croissant/1.0"
PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"


def data_package(register: Register, files: Files, language: str) -> dict[str, Any]:
    """A Data Package (v2): https://datapackage.org/standard/data-package/."""
    listed = [{k: v for k, v in (("title", s["title"]), ("path", s["url"])) if v} for s in sources(register)]
    return {
        "$schema": PACKAGE,
        "name": register.id,
        "title": register.title[language],
        "description": register.description[language],
        "version": register.version,
        "licenses": [licence(register)],
        "sources": listed,
        "resources": [_resource(found, files[found.name], language) for found in exported(register)],
    }


def _resource(found: Exported, path: Path, language: str) -> dict[str, Any]:
    fields = [
        {"name": c.name, "title": c.titles[language], "type": c.kind, "description": c.told(language)}
        for c in found.columns
    ]
    schema: dict[str, Any] = {"fields": fields}
    if found.key:
        schema["primaryKey"] = list(found.key)
    return {
        "name": found.name,
        "title": found.titles[language],
        "path": path.name,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256(path)}",
        "schema": schema,
    }


def csv_on_the_web(register: Register, files: Files, language: str) -> dict[str, Any]:
    """Metadata of a table group (https://www.w3.org/TR/tabular-metadata/), with titles in every language."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": language}],
        "dc:title": _by_language(register.title),
        "dc:description": _by_language(register.description),
        "dc:license": {"@id": licence(register)["path"]},
        "dc:source": [s["url"] or s["title"] for s in sources(register)],
        "schema:version": register.version,
        "tables": [_web_table(found, files[found.name]) for found in exported(register)],
    }


def _web_table(found: Exported, path: Path) -> dict[str, Any]:
    schema: dict[str, Any] = {"columns": [_web_column(c) for c in found.columns]}
    if found.key:
        schema["primaryKey"] = list(found.key)
    return {"url": path.name, "dc:title": _by_language(found.titles), "tableSchema": schema}


def _web_column(column: Column) -> dict[str, Any]:
    """`titles` of this standard is what stands in the head of the file; what people read is a label."""
    told = {"dc:description": column.about} if column.about else {}
    unit = {"schema:unitText": column.unit} if column.unit else {}
    kind = CSVW_KINDS[column.kind]
    label = _by_language(column.titles)
    return {"name": column.name, "titles": column.name, "datatype": kind, "rdfs:label": label, **told, **unit}


def _by_language(titles: Titles) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for language, text in titles.items()]


def croissant(register: Register, files: Files, language: str) -> dict[str, Any]:
    """Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec.html), for those who train on tables."""
    context = json.loads((DATA / "exports" / "croissant.json").read_text("utf-8"))
    cited = {"register": register.title[language], "version": register.version, "reaches": register.end}
    read = [str(s["accessed"]) for s in load_sources(register.id).values() if s.get("accessed")]
    return {
        "@context": {**context, "@language": language},
        "@type": "sc:Dataset",
        "conformsTo": CROISSANT,
        "name": register.id,
        "alternateName": register.title[language],
        "description": register.description[language],
        "license": licence(register)["path"],
        "version": register.version,
        "citeAs": load_messages(language).format("figure-citation", **cited),
        "datePublished": max(read, default=register.end.isoformat()),
        "temporalCoverage": f"{register.start.isoformat()}/{register.end.isoformat()}",
        "isBasedOn": [s["url"] or s["title"] for s in sources(register)],
        "distribution": [_file(found, files[found.name]) for found in exported(register)],
        "recordSet": [_records(found, language) for found in exported(register)],
    }


def _file(found: Exported, path: Path) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": path.name,
        "name": path.name,
        "contentUrl": path.name,
        "contentSize": f"{path.stat().st_size} B",
        "encodingFormat": "text/csv",
        "sha256": sha256(path),
    }


def _records(found: Exported, language: str) -> dict[str, Any]:
    fields = [
        {
            "@type": "cr:Field",
            "@id": f"{found.name}/{column.name}",
            "name": column.name,
            "description": column.told(language),
            "dataType": CROISSANT_KINDS[column.kind],
            "source": {"fileObject": {"@id": f"{found.name}.csv"}, "extract": {"column": column.name}},
        }
        for column in found.columns
    ]
    key = {"key": [{"@id": f"{found.name}/{name}"} for name in found.key]} if found.key else {}
    told = {"@type": "cr:RecordSet", "@id": found.name, "name": found.name, "description": found.titles[language]}
    return {**told, **key, "field": fields}
