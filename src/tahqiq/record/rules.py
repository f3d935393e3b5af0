"""Dated decision tables: what a rule required on a day, step by step, each value with its citation and its grounds.

A register may hold `rules.yml`: facts a question states, dated sets, and tables. A table is read from the top; the
first row whose dates hold the day and whose conditions hold gives its value, which later tables may ask for as a
fact. Nothing here knows what the rules are about.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from tahqiq.catalog.compiled import compiled, read_yaml
from tahqiq.catalog.version import records
from tahqiq.errors import RecordError, UsageError

Words = Mapping[str, str]
Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ground:
    """One condition that held: the fact, its value, how it was tested (is, in, at_least, below) and against what.

    For a set, the dates and the citation of the membership.
    """

    fact: str
    value: Any
    test: str
    against: Any
    start: date | None = None
    end: date | None = None
    section: str | None = None
    law: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """The answer of one table: its value, where the law says so, since when and until when, and why this row.

    `reading` marks what is read out of the text and not said by it, `uncertain` says what is not settled.
    """

    id: str
    value: Any
    section: str
    law: str
    start: date | None
    end: date | None
    grounds: tuple[Ground, ...]
    says: Words | None = None
    uncertain: Words | None = None
    reading: bool = False
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A number of days counted from a receipt: the first and the last day that count, with the rule of counting."""

    days: int
    received: date
    first: date
    last: date
    section: str
    reading: bool
    says: Words


@dataclass(frozen=True, slots=True)
class Decision:
    """What the rules of a register required on a day."""

    register: str
    facts: Facts
    on: date
    steps: tuple[Step, ...]
    period: Period | None

    def __getitem__(self, table: str) -> Step:
        """The step of a table; KeyError where the questions stopped before it."""
        for step in self.steps:
            if step.id == table:
                return step
        raise KeyError(table)


@cache
def load_rules(register: str) -> Mapping[str, Any]:
    """`rules.yml` of a register as it stands, days as ISO strings."""
    path = records() / register / "rules.yml"
    if not path.exists():
        raise UsageError("no_rules", name=register)
    value: Mapping[str, Any] = compiled(f"rules.{register}", [path], lambda: _plain(read_yaml(path)))
    return value


def decide(register: str, facts: Facts, on: date, received: date | None = None) -> Decision:
    """Ask every table in turn what held on the day `on`; days of a period run from `received` (default: `on`).

    Facts that a table would give may be stated, and then it is not asked. Flags that are not stated are false.
    """
    rules = load_rules(register)
    known = check_facts(rules, facts)
    steps: list[Step] = []
    for name, table in rules["tables"].items():
        if name in known:
            continue
        step, stop = _ask(name, table, known, on, rules["sets"])
        steps.append(step)
        known[name] = step.value
        if stop:
            break
    return Decision(register, dict(facts), on, tuple(steps), _period(rules, known, received or on))


def check_facts(rules: Mapping[str, Any], facts: Facts) -> dict[str, Any]:
    """The facts with flags filled in; UsageError for one that is missing, unknown, or has a value it cannot have."""
    kinds = rules["facts"]
    for name in facts:
        if name not in kinds and name not in rules["tables"]:
            raise UsageError("unknown_fact", name=name, known=", ".join(kinds))
    known = dict(facts)
    for name, rule in kinds.items():
        if rule["kind"] == "flag":
            known.setdefault(name, False)
        elif name not in known:
            raise UsageError("missing_fact", name=name)
        _check_value(name, rule, known[name])
    return known


def _check_value(name: str, rule: Mapping[str, Any], value: Any) -> None:
    if rule["kind"] == "choice" and value not in rule["values"]:
        raise UsageError("impossible_fact", name=name, value=value, known=", ".join(rule["values"]))
    if rule["kind"] == "amount" and not (math.isfinite(value) and value >= 0):
        raise UsageError("not_an_amount", name=name, value=value)


def _ask(
    name: str, table: list[Mapping[str, Any]], facts: Facts, on: date, sets: Mapping[str, Any]
) -> tuple[Step, bool]:
    for row in table:
        start, end = _day(row.get("from")), _day(row.get("to"))
        if not _within(on, start, end):
            continue
        grounds = _grounds(row.get("when", {}), facts, on, sets)
        if grounds is not None:
            return _step(name, row, start, end, grounds), row.get("stop", False)
    raise RecordError("no_rule_applies", table=name, day=on.isoformat())


def _step(name: str, row: Mapping[str, Any], start: date | None, end: date | None, grounds: tuple[Ground, ...]) -> Step:
    return Step(
        id=name,
        value=row["value"],
        section=row["section"],
        law=row["law"],
        start=start,
        end=end,
        grounds=grounds,
        says=row.get("says"),
        uncertain=row.get("uncertain"),
        reading=row.get("reading", False),
        content=row.get("content"),
    )


def _grounds(
    conditions: Mapping[str, Any], facts: Facts, on: date, sets: Mapping[str, Any]
) -> tuple[Ground, ...] | None:
    """The conditions that hold, or None as soon as one does not."""
    found = []
    for fact, wanted in conditions.items():
        ground = _ground(fact, wanted, facts, on, sets)
        if ground is None:
            return None
        found.append(ground)
    return tuple(found)


def _ground(fact: str, wanted: Any, facts: Facts, on: date, sets: Mapping[str, Any]) -> Ground | None:
    value = facts[fact]
    if not isinstance(wanted, Mapping):
        options = wanted if isinstance(wanted, list) else [wanted]
        return Ground(fact, value, "is", value) if any(_same(value, option) for option in options) else None
    ((test, against),) = wanted.items()
    if test == "in":
        return _membership(fact, value, against, on, sets[against])
    limit = facts[against] if isinstance(against, str) else against
    if value is None or limit is None or test not in ("at_least", "below"):
        return None
    holds = value >= limit if test == "at_least" else value < limit
    return Ground(fact, value, test, limit) if holds else None


def _same(value: Any, option: Any) -> bool:
    """Equal and of one kind, so that 1 is not true and 0 is not false."""
    return type(value) is type(option) and bool(value == option)


def _membership(fact: str, value: Any, name: str, on: date, group: Mapping[str, Any]) -> Ground | None:
    for code, start, end in memberships(group):
        if code == value and _within(on, start, end):
            return Ground(fact, value, "in", name, start, end, group["cite"]["section"], group["cite"]["law"])
    return None


def memberships(group: Mapping[str, Any]) -> Iterator[tuple[str, date | None, date | None]]:
    """Every member of a dated set with its first and last day (None: no limit)."""
    for entry in group["members"]:
        for code in entry["code"]:
            yield code, _day(entry.get("from")), _day(entry.get("to"))


def change_days(rules: Mapping[str, Any]) -> list[date]:
    """Every day on which some row or membership begins or has just ended, sorted."""
    spans = [(_day(r.get("from")), _day(r.get("to"))) for table in rules["tables"].values() for r in table]
    spans += [(start, end) for group in rules["sets"].values() for _, start, end in memberships(group)]
    days = {start for start, _ in spans if start} | {end + timedelta(days=1) for _, end in spans if end}
    return sorted(days)


def _period(rules: Mapping[str, Any], known: Facts, received: date) -> Period | None:
    rule = rules.get("period")
    if rule is None or type(known.get(rule["of"])) is not int:
        return None
    days = known[rule["of"]]
    first = received + timedelta(days=1 if rule["first_day"] == "after" else 0)
    last = first + timedelta(days=days - 1)
    return Period(days, received, first, last, rule["section"], rule["reading"], rule["says"])


def _within(day: date, start: date | None, end: date | None) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    return [_plain(v) for v in value] if isinstance(value, list) else value
