"""Making and keeping reports: checked once, the forms that nobody has asked for yet made when somebody does."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict
from datetime import date

from starlette.exceptions import HTTPException

from tahqiq.catalog.registers import load_registers
from tahqiq.errors import ServiceError
from tahqiq.interfaces.web.jobs import Given, forms
from tahqiq.interfaces.web.kept import Made
from tahqiq.interfaces.web.site import Site
from tahqiq.interfaces.web.work import Turn
from tahqiq.release import __version__

DOCUMENT = "document"
"""The form under which the document itself is kept, so that further forms can be made; it goes with its report."""
BEFORE = "before"
"""The form that names the report of which this one is a further check."""


async def make(
    site: Site, given: Given, wanted: tuple[str, ...], turn: Turn | None = None, before: str | None = None
) -> Made:
    """Check and keep. Every check is a report of its own: nobody learns from an id what others had checked.

    A report that cannot be kept is given all the same. `before` is the id of the report that this one comes after.
    """
    site.metrics.checks += 1
    made = await site.checkers.run(forms, given, wanted, turn=turn)
    try:
        further = {BEFORE: before} if before else {}
        name, key = await site.stored(site.store.add, {**made, **further, DOCUMENT: packed(given)})
    except ServiceError as problem:
        return Made(None, None, problem.code, made)
    return Made(name, key, None, made)


async def form_of(site: Site, name: str, form: str) -> str:
    """A form of a kept report, made now where nobody asked for it before.

    HTTPException 404: there is no such report, or the record has moved on since and the form cannot be made any more.
    """
    found = await site.stored(site.store.form, name, form)
    if found is not None:
        return found
    given, current = await given_of(site, name)
    if not current:
        raise HTTPException(404, "form_not_made")
    made = (await site.checkers.run(forms, given, (form,)))[form]
    try:
        await site.stored(site.store.add_form, name, form, made)
    except ServiceError:
        return made  # it is made again when asked for again
    return made


async def given_of(site: Site, name: str) -> tuple[Given, bool]:
    """The document of a kept report, and whether program and record are those of its check still.

    HTTPException 404: there is no such report.
    """
    document = await site.stored(site.store.form, name, DOCUMENT)
    if document is None:
        raise HTTPException(404, "no_report")
    return unpacked(document)


def stamp() -> str:
    """What a report depends on beside its document: the program and the record."""
    record = {r.id: r.version for r in load_registers().values()}
    return json.dumps([__version__, record], sort_keys=True)


def packed(given: Given) -> str:
    """What was given, and the stamp, as text."""
    data = asdict(given) | {"data": base64.b64encode(given.data).decode(), "stamp": stamp()}
    return json.dumps(data, default=lambda day: day.isoformat())


def unpacked(text: str) -> tuple[Given, bool]:
    """What was given, from its text; and whether program and record are the same still."""
    found = json.loads(text)
    current = found.pop("stamp", None) == stamp()
    days = {name: date.fromisoformat(found[name]) if found[name] else None for name in ("published", "today")}
    return Given(**{**found, **days, "data": base64.b64decode(found["data"])}), current
