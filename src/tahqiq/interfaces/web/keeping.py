"""Making and keeping reports: checked once, the forms that nobody has asked for yet made when somebody does."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
from dataclasses import asdict
from datetime import date

from starlette.exceptions import HTTPException

from tahqiq import __version__
from tahqiq.catalog.registers import load_registers
from tahqiq.interfaces.web.site import Site
from tahqiq.interfaces.web.work import WORKED, Given, forms

DOCUMENT = "document"
"""The form under which the document itself is kept, so that further forms can be made; it goes with its report."""


async def keep(site: Site, given: Given) -> tuple[str, str | None, str]:
    """Check and keep. Its id, the key that deletes it (None when it was kept before), and its JSON.

    The same text checked again on the same day, with the same program and record, is the same report; asked for by
    several at once it is checked once.
    """
    name = report_id(given)
    kept = site.store.form(name, "json")
    if kept is not None:
        return name, None, kept
    if name in site.pending:
        return name, None, (await asyncio.shield(site.pending[name]))[0]
    site.pending[name] = asyncio.ensure_future(_checked(site, given))
    try:
        report, seconds = await asyncio.shield(site.pending[name])
        WORKED.set(seconds)
    finally:
        site.pending.pop(name, None)
    return name, site.store.add(name, {"json": report, DOCUMENT: packed(given)}), report


async def _checked(site: Site, given: Given) -> tuple[str, float]:
    """The report as JSON, and how many seconds the check took."""
    site.metrics.checks += 1
    made = await site.workers.run(forms, given, ("json",))
    return made["json"], WORKED.get()


async def form_of(site: Site, name: str, form: str) -> str:
    """A form of a kept report, made now where nobody asked for it before.

    HTTPException 404: there is no such report, or the record has moved on since and the form cannot be made any more.
    """
    found = site.store.form(name, form)
    if found is not None:
        return found
    document = site.store.form(name, DOCUMENT)
    if document is None:
        raise HTTPException(404, "no_report")
    given = unpacked(document)
    if report_id(given) != name:
        raise HTTPException(404, "form_not_made")
    made = (await site.workers.run(forms, given, (form,)))[form]
    site.store.add_form(name, form, made)
    return made


def report_id(given: Given) -> str:
    """The hash of all that a report depends on: the document, what was said of it, the day, the program, the record."""
    record = {r.id: r.version for r in load_registers().values()}
    about = [given.source, given.kind, str(given.published), given.language, str(given.today), __version__, record]
    digest = hashlib.sha256(hashlib.sha256(given.data).digest())
    digest.update(json.dumps(about, sort_keys=True).encode())
    return digest.hexdigest()[:32]


def packed(given: Given) -> str:
    """What was given, as text."""
    data = asdict(given) | {"data": base64.b64encode(given.data).decode()}
    return json.dumps(data, default=lambda day: day.isoformat())


def unpacked(text: str) -> Given:
    """What was given, from its text."""
    found = json.loads(text)
    days = {name: date.fromisoformat(found[name]) if found[name] else None for name in ("published", "today")}
    return Given(**{**found, **days, "data": base64.b64decode(found["data"])})
