"""The first words of a new register: concepts, lexemes of each language, frames, and names for readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tahqiq.catalog.headers import load_headers, named_in, words_of
from tahqiq.catalog.lexicon import load_lexicon
from tahqiq.catalog.schema import ALL, NO_WHOLE
from tahqiq.record.making.derived import LANGUAGES, summed
from tahqiq.record.making.ids import slug, unique
from tahqiq.record.making.names import bodies_beside, other_names, spoken_names
from tahqiq.record.making.plan import Dimension, Measure, Plan, no_places
from tahqiq.record.making.said import SIGNS, WORD, in_letters_of, plain, said_of, specific, topic_of
from tahqiq.record.making.units import conversions


@dataclass
class Spoken:
    """What is written to `concepts.yml`, `lexemes.<code>.yml` and `frames.yml`."""

    concepts: dict[str, dict[str, Any]] = field(default_factory=dict)
    lexemes: dict[str, dict[str, list[str]]] = field(default_factory=lambda: {code: {} for code in LANGUAGES})
    frames: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, concept: str, means: str, said: Mapping[str, list[str]]) -> str:
        """A concept with the words that say it; it is left out where no language has any."""
        listed = {code: [w for w in words if w] for code, words in said.items() if code in self.lexemes}
        if any(listed.values()):
            example = next(words[0] for words in listed.values() if words)
            self.concepts[concept] = {"means": means, "example": SIGNS.sub(" ", example).strip()}
            for code, words in listed.items():
                if words:
                    self.lexemes[code].setdefault(concept, []).extend(words)
        return concept


def speak(plan: Plan, titles: Mapping[str, str], synonyms: Mapping[str, list[str]]) -> Spoken:
    """The words of a plan. `titles`: what the table is of, by language. `synonyms`: more words of the first measure."""
    spoken, name = Spoken(), plan.name
    means = spoken.add(f"thing.{name}_mean", "the figure is an average", load_headers()["averages"])
    running = any(named_in(m.head, {"totals": load_headers()["total_heads"]}) for m in plan.measures)
    kind = "thing" if running else "noun"  # beside daily figures a total is another measure
    totals = spoken.add(f"{kind}.{name}_total", "the figure is a sum of all up to a day", load_headers()["totals"])
    within = places_in(titles)
    topic = spoken.add(f"noun.{name}_topic", "what the table is about", topic_of(plan, titles))
    narrows = spoken.add(f"noun.{name}_narrows", "makes the figure beside it another one", _narrows(plan, synonyms))
    ties = spoken.add(f"noun.{name}_ties", "ties a figure to whom it is of, and narrows nothing", _ties(plan, titles))
    spoken.add(f"tail.{name}_goes_on", "goes on with the clause of a figure", load_headers()["tails"])
    verbs = spoken.add(f"noun.{name}_verbs", "goes on with a clause behind its subject", _verbs())
    related = _related(spoken, name) | {"means": [means], "ties": [ties], "verbs": [verbs]}
    classed = {d.id: _values(spoken, plan, d) for d in plan.dimensions if not d.places or d.bodies}
    classed |= _whole(spoken, plan)
    others = specific(plan.measures)
    for at, measure in enumerate(plan.measures):
        said = said_of(measure, synonyms if at == 0 else {}, titles if len(plan.measures) == 1 else {})
        thing = spoken.add(f"thing.{name}_{measure.id}", f"the measure {measure.title}", said)
        unit = _unit(spoken, plan, measure.unit)
        frame = _frame(plan, measure, [c for c in (thing, unit, topic, narrows) if c in spoken.concepts], classed)
        if named_in(measure.head, {"averages": load_headers()["average_heads"]}):
            frame["beside"] = [means]
        if named_in(measure.head, {"totals": load_headers()["total_heads"]}):
            frame["beside"] = [totals, "state.stood", "time.as_of", "time.until", "sum.total"]
        if within:
            frame["within"] = within
        if others[measure.id]:
            frame["unless"] = [*frame.get("unless", ()), *(f"thing.{name}_{other}" for other in others[measure.id])]
        for key, concepts in _more(spoken, plan, measure).items():
            frame[key] = [*frame.get(key, ()), *concepts]
        for other, change in conversions(measure.unit).items():
            concept = _unit(spoken, plan, other)
            frame.setdefault("converted", {})[concept] = list(change)
            frame["counts"] = [*frame.get("counts", ()), concept]
        held = load_headers()["measures"].get(measure.known, {}).get("holders", {})
        if held:
            frame["holders"] = [spoken.add(f"noun.{name}_{measure.id}_holders", f"who has {measure.title}", held)]
            frame["speaks"] = [*frame["speaks"], *(frame["holders"] if frame["speaks"] == frame["things"] else ())]
        frame |= related | {"levels": [*related["levels"], totals, means]}
        if measure.flows:
            frame["flow"] = True
        if measure.known and load_headers()["measures"][measure.known]["nominal"]:
            frame["nominal"] = True
        if thing in spoken.concepts:
            spoken.frames[f"{measure.id}_stated"] = frame
    return spoken


RELATED = {
    "rises": "noun",
    "falls": "noun",
    "more": "noun",
    "fewer": "noun",
    "than": "lead",
    "fold": "noun",
    "by": "lead",
    "whence": "lead",
    "manifold": "noun",
    "levels": "noun",
    "some": "noun",
}
"""Kinds of words that set figures side by side, as `headers.yml` and frames call them, and the kind of concept."""


def _related(spoken: Spoken, name: str) -> dict[str, Any]:
    """The words that set figures of the table beside one another, as keys of its frames."""
    headers = load_headers()
    found: dict[str, Any] = {}
    for key, kind in RELATED.items():
        found[key] = [spoken.add(f"{kind}.{name}_{key}", f"sets figures side by side: {key}", headers[key])]
    for times, words in headers["multiples"].items():
        size = f"{float(times):g}"
        concept = f"noun.{name}_times_{size.replace('.', '_')}"
        found.setdefault("multiples", {})[spoken.add(concept, f"{size} times another figure", words)] = float(times)
    return found


def _verbs() -> dict[str, list[str]]:
    headers = load_headers()
    return {code: [*words, *headers["acts"][code]] for code, words in headers["verbs"].items()}


def _ties(plan: Plan, titles: Mapping[str, str]) -> dict[str, list[str]]:
    """Verbs of having and reaching, and the words of heads and titles themselves ("per litre", "international")."""
    told = [*(m.head for m in plan.measures), *titles.values()]
    heads = {word for text in told for word in plain(text).split() if any(map(str.isalpha, word))}
    listed = load_headers()["acts"].items()
    return {code: [*words, *sorted(w for w in heads if in_letters_of(code, w))] for code, words in listed}


def _narrows(plan: Plan, synonyms: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The words that make a figure another one, without those that name a measure of this table itself; in a table of
    bodies also the names of others.
    """
    said = [word for measure in plan.measures for words in said_of(measure, synonyms).values() for word in words]
    heads = [*(m.head for m in plan.measures), *(d.title for d in plan.dimensions)]
    own = {part for word in (*said, *map(words_of, heads)) for part in WORD.findall(word)}
    known = {m.known for m in plan.measures}
    apart = [m for m in load_headers()["measures"].values() if m["goods"]] if known & _goods() else []
    narrows = load_headers()["narrows"].items()
    listed = {c: [*words, *(w for m in apart for w in m["says"].get(c, ()))] for c, words in narrows}
    others = bodies_beside(value for d in plan.dimensions for value in no_places(plan, d))
    return {c: [w for w in words if own.isdisjoint(WORD.findall(w))] + others.get(c, []) for c, words in listed.items()}


def _goods() -> set[str]:
    """The measures that tell what is done with goods: of these each makes a figure of another one a different one."""
    return {name for name, entry in load_headers()["measures"].items() if entry["goods"]}


def places_in(titles: Mapping[str, str]) -> list[str]:
    """The places that the title of a table names, in any language: all its rows lie there."""
    hits = [hit for code, title in titles.items() for hit in load_lexicon(code).find(title)]
    return sorted({place for hit in hits for place in hit.codes("place", "seat", "adj", "subject")})


def _unit(spoken: Spoken, plan: Plan, unit: str) -> str:
    units = load_headers()["units"]
    says = units[unit]["says"] if unit in units else {}
    concept = f"noun.{plan.name}_{unit.lower()}"
    return concept if concept in spoken.concepts else spoken.add(concept, f"the unit {unit}", says)


def _more(spoken: Spoken, plan: Plan, measure: Measure) -> dict[str, list[str]]:
    """Words of a unit that are a figure too ("two seats" in one word), and those that make one negative."""
    unit, found = load_headers()["units"].get(measure.unit, {}), {}
    if unit.get("two"):
        two = spoken.add(f"number.{plan.name}_two_{measure.unit}", f"two, of the unit {measure.unit}", unit["two"])
        spoken.concepts[two]["value"] = 2
        found["counts"] = [two]
    if unit.get("below_zero"):
        found["below_zero"] = [spoken.add(f"noun.{plan.name}_below_zero", "below zero", unit["below_zero"])]
    return found


def _values(spoken: Spoken, plan: Plan, dimension: Dimension) -> dict[str, str]:
    """A concept for each value of a dimension, said by its name in each language."""
    found = {}
    taken: set[str] = set()
    for value in (v for v in no_places(plan, dimension) if v != ALL):
        name = unique(slug(value) or "value", taken)
        taken.add(name)
        concept = f"name.{plan.name}_{dimension.id}_{name}"
        named = {code: dimension.names.get(code, {}).get(value) for code in LANGUAGES}
        others = other_names(value, dimension)
        own = {code: value if in_letters_of(code, value) else None for code in LANGUAGES}
        said = {code: [_form(n) for n in (own[code], named[code], others.get(code)) if n] for code in LANGUAGES}
        said = {code: [*words, *spoken_names(value).get(code, ())] for code, words in said.items()}
        spoken.add(concept, f"{dimension.title}: {value}", {c: list(dict.fromkeys(w)) for c, w in said.items()})
        if concept in spoken.concepts:
            found[concept] = value
    return found


def _whole(spoken: Spoken, plan: Plan) -> dict[str, dict[str, str]]:
    """The concept of all the world, where the table has such rows; names that hold the same word are no such one."""
    if not plan.whole:
        return {}
    headers = load_headers()["whole"]
    spoken.add(f"noun.{plan.name}{NO_WHOLE}", "names something else than all the world", headers["but"])
    name = spoken.add(f"name.{plan.name}_whole", "all the world", headers["says"])
    return {plan.dimensions[0].id: {name: ALL}}


def _form(name: str) -> str:
    return " ".join(SIGNS.sub(" ", name).split())


def _frame(plan: Plan, measure: Measure, named: list[str], classed: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """The frame of a measure: a noun of many uses needs what the table is of beside it, or a name of the table."""
    kinds = {"thing": [], "topic": [], "narrows": [], "unit": []}  # type: dict[str, list[str]]
    for concept in named:
        kind = "thing" if concept.startswith("thing.") else concept.rpartition("_")[2]
        kinds.get(kind, kinds["unit"]).append(concept)
    common = bool(measure.known and load_headers()["measures"][measure.known]["common"])
    common = common and (not classed or plan.whole)
    frame: dict[str, Any] = {"shape": "quantity", "measure": measure.id, "unit": measure.unit}
    frame["speaks"] = kinds["topic"] if common and kinds["topic"] else kinds["thing"]
    frame["things"] = kinds["thing"]
    if kinds["unit"]:
        frame["counts"] = kinds["unit"]
    if kinds["narrows"]:
        frame["unless"] = kinds["narrows"]
    if measure.unit.isupper():
        frame["currency"] = measure.unit
    if plan.time and not measure.counted:
        frame["year"] = plan.time
    frame["roles"] = {d.id: _role(plan, d, measure) for d in plan.dimensions}
    if classed:
        frame["classed"] = {name: dict(values) for name, values in classed.items()}
    if summed(plan, measure):
        frame["summed"] = [d.id for d in plan.dimensions]
    return frame


def _role(plan: Plan, dimension: Dimension, measure: Measure) -> dict[str, Any]:
    """Places may stand bare; where there are several columns of them, words lead to all but the first. A capital may
    stand for its state in what only states do.
    """
    if not dimension.places:
        return {"kinds": ["place"], "among": []}
    leads = load_headers()["columns"].get(dimension.known or "", {}).get("leads", [])
    first = next(d for d in plan.dimensions if d.places) is dimension
    capitals = bool(measure.known and load_headers()["measures"][measure.known]["capitals"])
    kinds = {"kinds": ["place", "adj", *(["seat"] if capitals else [])]}
    return kinds | ({"owner": True, "bare": True} if first or not leads else {"leads": leads})
