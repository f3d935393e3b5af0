"""`vocab.<code>.yml`: what a register's codes mean in a language, and how its measures are told in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tahqiq.catalog.models.base import Fault, Folder, Listing, unknown
from tahqiq.catalog.templates import SLOT, VALUE

LABELS, PHRASES, TOLD = "labels", "phrases", "told"


class Vocabulary(Listing[Any]):
    """Names by vocabulary and code. Templates of measures are seen to here: nobody hears them until they are said."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """Templates of what is no measure, with slots that nothing fills, without their value, or unlike each other."""
        labels = self.root.get(LABELS) if isinstance(self.root, Mapping) else None
        named = labels if isinstance(labels, Mapping) else {}
        phrases, told = (named.get(kind) or {} for kind in (PHRASES, TOLD))
        for kind, templates in ((PHRASES, phrases), (TOLD, told)):
            for measure, template in templates.items():
                yield from unknown((LABELS, kind, measure), measure, folder.measures)
                yield from _template(kind, measure, str(template), folder.measures.get(measure, ()))
        for measure, template in told.items():
            slots = Counter(SLOT.findall(str(template)))
            if slots != Counter([*SLOT.findall(str(phrases.get(measure, ""))), VALUE]):
                yield Fault((LABELS, TOLD, measure), "unlike_phrase", {"name": measure})


def _template(kind: str, measure: str, template: str, dimensions: Any) -> Iterator[Fault]:
    trail = (LABELS, kind, measure)
    if template.count("[") != template.count("]") or template.count("{") != template.count("}"):
        yield Fault(trail, "open_bracket", {"name": template})
    for slot in SLOT.findall(template):
        if not (slot == VALUE and kind == TOLD):
            yield from unknown(trail, slot, dimensions)
