"""What a document asserts, as JSON and back: so that a new record can be asked without reading the text again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from tahqiq.model import Claim, Claims, Damage, Document, DocumentKind, Text

KIND: DocumentKind = "txt"


@cache
def _adapter() -> TypeAdapter[Claims]:
    return TypeAdapter(Claims)


def as_json(claims: Claims) -> Any:
    """The claims as plain JSON values, the same for the same claims: a set has no order of its own."""
    told = _adapter().dump_python(claims, mode="json")
    for claim in told["claims"]:
        claim["says"].sort()
    return told


def back(stored: str, language: str) -> tuple[Claims, Text]:
    """The claims of a document, and of its text what judging looks at: the day of publication and the damage."""
    kept = json.loads(stored)
    claims = _adapter().validate_python(kept["claims"])
    published = date.fromisoformat(kept["published"]) if kept["published"] else None
    damage = tuple(Damage(**found) for found in kept["damage"])
    text = Text(Document("", KIND, "", published), "", "", language, damage=damage)
    return replace(claims, claims=tuple(map(_with_range, claims.claims))), text


def _with_range(claim: Claim) -> Claim:
    """A range is a pair, which JSON knows only as a list."""
    value = claim.stated.value
    return replace(claim, stated=replace(claim.stated, value=tuple(value))) if isinstance(value, list) else claim
