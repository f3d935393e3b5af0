"""Errors of the site: one shape in the data, one page for people, in the language of the address."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from tahqiq.errors import InputError, RecordError, ServiceError, TahqiqError, UsageError
from tahqiq.interfaces.telling import say
from tahqiq.interfaces.web.site import DATA_ENDINGS, Site, preferred
from tahqiq.reporting.words.messages import languages, load_messages

PROGRAMS = ("/api/", "/openapi.json", "/static/")
"""Addresses that no reader looks at."""
STATUS = {
    "unknown_register": 404,
    "unknown_measure": 404,
    "unknown_page": 404,
    "too_large": 413,
    "too_slow": 503,
    "needs_extra": 501,
    "busy": 503,
    "store_busy": 503,
    "store_full": 507,
}
"""Codes with a status of their own; other wrong questions are 400, other unreadable documents 422."""


class Details(BaseModel):
    """What went wrong: a stable code, the words, and where."""

    code: str
    message: str
    status: int
    where: list[str] = []


class Problem(BaseModel):
    """The one shape of every error."""

    error: Details


RESPONSES: dict[int | str, dict[str, Any]] = {
    code: {"model": Problem, "description": text}
    for code, text in (
        (400, "The question is wrong"),
        (404, "There is no such thing"),
        (408, "The body came too slowly"),
        (413, "Too large"),
        (422, "The document or a parameter cannot be read"),
        (429, "Too many requests"),
        (501, "A part that is not installed"),
        (503, "Busy, or too slow"),
        (507, "No room to keep it"),
    )
}


def answer(
    site: Site, path: str, status: int, code: str, message: str, where: tuple[str, ...] = (), otherwise: str = ""
) -> Response:
    """The error as a page where people look, else as data. `otherwise` is the language where the address has none."""
    language = language_of(path) or otherwise
    if language and not path.endswith(DATA_ENDINGS):
        page = site.render("web/problem.html.j2", language, path, status=status, code=code, message=message)
        page.status_code = status
        return page
    found = Problem(error=Details(code=code, message=message, status=status, where=list(where)))
    return JSONResponse(found.model_dump(), status)


def refuse(site: Site) -> Any:
    """What the guard says to a request that goes no further."""

    def refused(path: str, status: int, code: str) -> Response:
        return answer(site, path, status, code, _words(path, code))

    return refused


def language_of(path: str) -> str | None:
    """The language an address begins with."""
    first = path.split("/")[1] if path.startswith("/") else ""
    return first if first in languages() else None


def install(app: FastAPI, site: Site, routes: Sequence[Any]) -> None:
    """Answer every error in the one shape. `routes` are those of the application."""

    @app.exception_handler(TahqiqError)
    async def ours(request: Request, problem: TahqiqError) -> Response:
        path = request.url.path
        return answer(site, path, status_of(problem), problem.code, say(problem, language_of(path) or "en"))

    @app.exception_handler(ServiceError)
    async def later(request: Request, problem: ServiceError) -> Response:
        path = request.url.path
        response = answer(site, path, STATUS[problem.code], problem.code, _words(path, problem.code))
        if problem.seconds is not None:
            response.headers["Retry-After"] = str(int(problem.seconds) + 1)
        return response

    @app.exception_handler(HTTPException)
    async def http(request: Request, problem: HTTPException) -> Response:
        path, code = request.url.path, re.sub(r"\W+", "_", str(problem.detail)).strip("_").lower()
        looking = "text/html" in request.headers.get("accept", "") and not path.startswith(PROGRAMS)
        otherwise = preferred(request.headers.get("accept-language", "")) if looking else ""
        said = _words(path, code, otherwise)
        response = answer(site, path, problem.status_code, code, said, otherwise=otherwise)
        response.headers.update(problem.headers or {})
        if problem.status_code == 405:
            response.headers["Allow"] = ", ".join(allowed(routes, path)) or response.headers["Allow"]
        return response

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, problem: RequestValidationError) -> Response:
        path, errors = request.url.path, problem.errors()
        if any(e["loc"][:1] == ("path",) for e in errors):
            return answer(site, path, 404, "not_found", _words(path, "not_found"))
        where = tuple(".".join(map(str, e["loc"])) for e in errors)
        messages = load_messages(language_of(path) or "en")
        names = messages.join(dict.fromkeys(str(e["loc"][-1]) for e in errors))
        return answer(site, path, 422, "invalid_parameter", messages.format("web-invalid", names=names), where)

    @app.exception_handler(Exception)
    async def crashed(request: Request, problem: Exception) -> Response:
        return answer(site, request.url.path, 500, "crash", _words(request.url.path, "crash"))


def allowed(routes: Sequence[Any], path: str) -> list[str]:
    """The methods that an address takes."""
    found = {method for route in routes if route.path_regex.match(path) for method in route.methods or ()}
    return sorted(found | ({"HEAD"} if "GET" in found else set()))


def status_of(problem: TahqiqError) -> int:
    """The status that an error of ours is answered with."""
    kinds: Mapping[type[TahqiqError], int] = {UsageError: 400, InputError: 422, RecordError: 500}
    other = next((status for kind, status in kinds.items() if isinstance(problem, kind)), 500)
    return STATUS.get(problem.code, other)


def _words(path: str, code: str, otherwise: str = "") -> str:
    messages = load_messages(language_of(path) or otherwise or "en")
    name = f"web-problem-{code}"
    return messages.format(name) if messages.has(name) else code.replace("_", " ")
