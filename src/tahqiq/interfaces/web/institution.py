"""Who is behind the site, how it works, what was corrected, what changed in the data, and how programs ask it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from tahqiq.catalog.compiled import compiled, read_yaml
from tahqiq.catalog.registers import Register, load_registers
from tahqiq.catalog.sources import load_sources
from tahqiq.interfaces.web.records import in_order
from tahqiq.interfaces.web.site import Lang, site_of
from tahqiq.record.history import KINDS, Entry, history
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.words.values import quantity

router = APIRouter()
EXAMPLES = ("curl", "python", "r")


@dataclass(frozen=True, slots=True)
class Mended:
    """An error of a source that was put right: where, what it said, what stands now, and how that is known."""

    row: str | None
    field: str | None
    before: str | None
    after: str | None
    why: str
    evidence: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """The corrections of one register; `newest` is the day its sources were last read, empty where it is not known."""

    register: str
    title: str
    version: str
    newest: str
    mended: list[Mended]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What an address takes."""

    name: str
    needed: bool
    about: str


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the data, described."""

    method: str
    path: str
    about: str
    parameters: list[Parameter]


@router.get("/{lang:lang}/about", include_in_schema=False, name="about")
async def about(lang: Lang, request: Request) -> Response:
    """What this is, who is behind it, and what is kept of a text."""
    return _page(request, lang, "about", registers=_licences(lang))


@router.get("/{lang:lang}/method", include_in_schema=False)
async def method(lang: Lang, request: Request) -> Response:
    """How a figure is read and judged, and what each verdict means."""
    return _page(request, lang, "method")


@router.get("/{lang:lang}/corrections", include_in_schema=False)
async def corrections(lang: Lang, request: Request) -> Response:
    """How to report an error, the state of the data, and the errors of sources that were put right."""
    return _page(request, lang, "corrections", corrected=corrected(lang))


@router.get("/{lang:lang}/corrections.json", tags=["data"])
async def corrections_data(lang: Lang) -> list[Corrected]:
    """The errors of sources that were put right, by register."""
    return list(corrected(lang))


@router.get("/{lang:lang}/changes.atom", tags=["data"], response_class=Response)
async def changes(lang: Lang, request: Request) -> Response:
    """What changed in the registers as an Atom feed: an entry for each register and day, the newest first."""
    site, words = site_of(request), Words(lang)
    entries = [
        {
            "address": f"/{lang}/record/{found.register}",
            "id": f"/{lang}/record/{found.register}#{found.day}",
            "title": f"{words.word(known.title)} {found.version}",
            "day": found.day,
            "text": _changed(found, words),
        }
        for found in history()
        if (known := load_registers().get(found.register))
    ]
    context: dict[str, Any] = {
        "entries": entries,
        "address": f"/{lang}/corrections",
        "title": Words(lang).messages.format("datastate-title"),
    }
    context |= {"base": site.base(request), "here_path": request.url.path, "updated": entries[0]["day"]}
    response = site.render("web/feed.atom.j2", lang, request.url.path, **context)
    return Response(response.body, media_type="application/atom+xml", headers={"Cache-Control": site.cached()})


@router.get("/{lang:lang}/developers", include_in_schema=False)
async def developers(lang: Lang, request: Request) -> Response:
    """The addresses of the data with what they take, and how to ask them from curl, Python and R."""
    addresses = addresses_of(request.app.openapi())
    return _page(request, lang, "developers", addresses=addresses, examples=EXAMPLES)


def _changed(found: Entry, words: Words) -> str:
    """How many rows of a register were added, changed, and are gone, in words."""
    counts = {kind: quantity(words.messages, found.count(kind), "rows") for kind in KINDS}
    return words.messages.format("diff-register", register=found.register, **counts)


@cache
def corrected(language: str) -> tuple[Corrected, ...]:
    """The corrections of every register."""
    words = Words(language)
    return tuple(_corrected(register, words) for register in in_order())


def _corrected(register: Register, words: Words) -> Corrected:
    file = register.folder / "corrections.yml"
    listed = compiled(f"corrections.{register.id}", [file], lambda: read_yaml(file) or []) if file.exists() else []
    read = [str(source["accessed"]) for source in load_sources(register.id).values() if source.get("accessed")]
    title, newest = words.word(register.title), max(read, default="")
    return Corrected(register.id, title, register.version, newest, [_mended(register.id, c, words) for c in listed])


def _mended(register: str, found: dict[str, Any], words: Words) -> Mended:
    said = {name: None if found.get(name) is None else str(found[name]) for name in ("row", "field", "from", "to")}
    source = words.labels.source(register, str(found["source"])).title if found.get("source") else None
    why, evidence = str(found["why"]), str(found["evidence"])
    return Mended(said["row"], said["field"], said["from"], said["to"], why, evidence, source)


def _licences(language: str) -> list[tuple[str, str, list[str]]]:
    """By register, the licences of its sources."""
    words = Words(language)
    return [
        (
            r.id,
            words.word(r.title),
            sorted({str(s["licence"]) for s in load_sources(r.id).values() if s.get("licence")}),
        )
        for r in in_order()
    ]


def _page(request: Request, lang: str, name: str, **context: Any) -> Response:
    site = site_of(request)
    response = site.render(f"web/{name}.html.j2", lang, request.url.path, base=site.base(request), **context)
    response.headers["Cache-Control"] = site.cached()
    return response


def addresses_of(schema: dict[str, Any]) -> list[Address]:
    """The addresses that the OpenAPI description names."""
    return [
        Address(
            method=method.upper(),
            path=path,
            about=str(found.get("description") or found.get("summary") or "").split("\n")[0],
            parameters=[
                Parameter(p["name"], bool(p.get("required")), str(p.get("description") or ""))
                for p in found.get("parameters", ())
            ],
        )
        for path, methods in schema["paths"].items()
        for method, found in methods.items()
    ]
