"""Build values.csv and buyers.csv from rules.yml: the rules of a notified sale, as dated rows per kind of buyer.

    python build.py [--from FOLDER]     FOLDER may hold RULE_EXAMPLES.csv: then the rules must give every worked example

Buyers that belong to the same sets on the same days share a profile, named after the first of them. The columns
*_change hold what is added on a day to the value before, so that their sum up to a day is the value on that day.
"""

from __future__ import annotations

import argparse
import itertools
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tahqiq.record.building import read, write
from tahqiq.record.buyers import buyer_names, find_buyer
from tahqiq.record.rules import Decision, change_days, decide, load_rules, memberships

HERE = Path(__file__).resolve().parent
REGISTER = HERE.name
ENOUGH = 1e12  # dollars: more than any amount of the rules
NUMBERS = {"yes": 1, "no": 0}
SOURCES = {"LEASE": "usc_2796a;usc_2796b", "TRANSFER": "usc_2753", "EDA": "usc_2321j"}
SHOWN = ["threshold", "review_days", "qme_determination", "qme_detail"]
FIELDS = ["id", "profile", "channel", "item_class", "from", "to", "buyer_class", "threshold_usd", "threshold_change"]
FIELDS += ["review_days", "review_days_change", "qme", "qme_change", "qme_detail", "cite_threshold", "cite_days"]
FIELDS += ["cite_qme", "reading", "uncertain", "sources"]


def profiles(rules: dict[str, Any]) -> dict[str, list[str]]:
    """Buyers by profile, each list sorted."""
    groups: dict[tuple[Any, ...], list[str]] = {}
    for code in sorted(buyer_names(rules)):
        spans = [(n, s, e) for n, g in rules["sets"].items() for c, s, e in memberships(g) if c == code]
        named = code if code in rules["organisations"] else ""
        groups.setdefault((named, *spans), []).append(code)
    return {codes[0]: codes for codes in groups.values()}


def seen(decision: Decision) -> tuple[Any, ...]:
    """What a row shows: two days that show the same belong to one row."""
    names = ["buyer_class", "middle_east", *SHOWN]
    return tuple((decision[n].value, decision[n].section, decision[n].law, decision[n].uncertain) for n in names)


def spans(profile: str, channel: str, item: str, days: list[date]) -> list[tuple[date, date | None, Decision]]:
    facts = {"buyer": profile, "channel": channel, "item": item, "value": ENOUGH}
    found: list[tuple[date, date | None, Decision]] = []
    for day in days:
        decision = decide(REGISTER, facts, day)
        if decision["coverage"].value == "before":
            continue
        if found and seen(found[-1][2]) == seen(decision):
            continue
        if found:
            found[-1] = (found[-1][0], day - timedelta(days=1), found[-1][2])
        found.append((day, None, decision))
    return found


def change(before: float | None, now: Any) -> Any:
    return "" if not isinstance(now, (int, float)) else now - (before or 0)


def rows(profile: str, channel: str, item: str, days: list[date]) -> list[dict[str, Any]]:
    result, last = [], dict.fromkeys(SHOWN)
    for start, end, decision in spans(profile, channel, item, days):
        row: dict[str, Any] = {"profile": profile, "channel": channel, "item_class": item, "from": start, "to": end}
        for name in SHOWN:
            value = decision[name].value
            number = NUMBERS.get(value, value) if isinstance(value, str) else value
            row[f"{name}_change"] = change(last[name], number)
            last[name] = number if isinstance(number, (int, float)) else last[name]
            row[name] = "" if value is None else value
        steps = [decision[n] for n in SHOWN]
        result.append(
            row
            | {
                "id": f"{profile}-{channel}-{item}-{start}",
                "buyer_class": decision["buyer_class"].value,
                "threshold_usd": row["threshold"],
                "qme": row["qme_determination"],
                "qme_change": row["qme_determination_change"],
                "cite_threshold": f"{steps[0].section} ({steps[0].law})",
                "cite_days": f"{steps[1].section} ({steps[1].law})",
                "cite_qme": f"{steps[2].section} ({steps[2].law})",
                "reading": ";".join(s.id for s in steps if s.reading),
                "uncertain": ";".join(s.id for s in steps if s.uncertain),
                "sources": SOURCES.get(channel, "usc_2776"),
            }
        )
    return result


def check(folder: Path) -> None:
    """Stop where the rules give another answer than a worked example."""
    names = {"notify": "notice", "threshold_usd": "threshold", "review_days": "review_days", "qme": "qme_determination"}
    names["qme_detail"] = "qme_detail"
    for row in read(folder / "RULE_EXAMPLES.csv"):
        facts = {"channel": row["channel"], "item": row["item_class"], "value": float(row["usd"])}
        facts |= {k: row[k] == "1" for k in ("emergency", "new_sales_territory")}
        facts["buyer"] = find_buyer(REGISTER, row["buyer"].removesuffix(" (organization)"))
        decision = decide(REGISTER, facts, date.fromisoformat(row["on_date"]))
        for theirs, ours in names.items():
            value = decision[ours].value
            if row[theirs] != ("" if value is None else str(value)):
                raise SystemExit(f"{row['example_id']} {ours}: {value!r}, the example says {row[theirs]!r}")


def build() -> None:
    rules = dict(load_rules(REGISTER))
    days, groups = change_days(rules), profiles(rules)
    facts = rules["facts"]
    cells = itertools.product(sorted(groups), facts["channel"]["values"], facts["item"]["values"])
    write(HERE / "data" / "values.csv", [row for cell in cells for row in rows(*cell, days)], FIELDS)
    write(HERE / "data" / "buyers.csv", [{"profile": p, "buyer": b} for p in sorted(groups) for b in groups[p]])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, help="folder that holds RULE_EXAMPLES.csv")
    given = parser.parse_args().folder
    if given:
        check(given)
    build()
