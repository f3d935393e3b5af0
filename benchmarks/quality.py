"""Score the checker against passages with gold claims: precision, recall, F1, verdicts, false `contradicted`.

    python benchmarks/quality.py [FOLDER] [--lang ar] [--show] [--floors FILE]

FOLDER holds passages.jsonl (id, lang, text, published) and gold.jsonl (one claim a line), or YAML files (or is one):
lists of `{text, lang, published, claims: [{kind, register, measure, filters, value, date, period, per, quote,
accept}]}`.
Without a FOLDER the snippets that ship with the registers are scored, in the same form.
A claim is found when register and kind family agree, the value is within 0.5 % or the date equal, and the spans
overlap or stand in the same sentence; of a YAML file its filters and times must agree too, or the verdict counts as
wrong. Gold with `domain: false` counts for nothing, found or not.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tahqiq.catalog.version import records
from tahqiq.checker import check
from tahqiq.reporting.report.data import to_json

FAMILY = {"ordinal": "count", "date": "event", "sum": "amount"}
BREAK = re.compile(r"[.!?\u061f\n]\s")
Claim = dict[str, Any]


def main() -> int:
    options = _options()
    passages, gold = load(options.folder) if options.folder else load_snippets()
    score = Score()
    for passage in passages:
        if options.lang in (None, passage["lang"]) and passage["lang"] in ("ar", "en"):
            score.add(passage, gold[passage["id"]], run(passage), show=options.show)
    print(json.dumps(score.table(), indent=1))
    return score.below(yaml.safe_load(options.floors.read_text("utf-8"))) if options.floors else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--lang")
    parser.add_argument("--show", action="store_true", help="print misses, extras and wrong verdicts")
    parser.add_argument("--floors", type=Path, help="YAML with the least value of each figure")
    return parser.parse_args()


def load(folder: Path) -> tuple[list[Claim], dict[str, list[Claim]]]:
    """The passages, and the gold claims of each."""
    files = [folder] if folder.suffix == ".yml" else sorted(folder.glob("*.yml"))
    if files:
        return _cases(case for file in files for case in _named(file))
    passages = [json.loads(line) for line in (folder / "passages.jsonl").read_text("utf-8").splitlines() if line]
    gold: dict[str, list[Claim]] = defaultdict(list)
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if not row.get("no_claim"):
            gold[row["passage_id"]].append(row)
    return passages, gold


def load_cases(path: Path) -> tuple[list[Claim], dict[str, list[Claim]]]:
    """The same from a YAML file of cases."""
    return _cases(_named(path))


def _named(path: Path) -> list[tuple[str, Claim]]:
    return [(f"{path.stem}-{n}", case) for n, case in enumerate(yaml.safe_load(path.read_text("utf-8")), 1)]


def load_snippets() -> tuple[list[Claim], dict[str, list[Claim]]]:
    """The same from the `snippets` of every register."""
    named = []
    for path in sorted(records().glob("*/cases.yml")):
        register = path.parent.name
        for n, case in enumerate(yaml.safe_load(path.read_text("utf-8")).get("snippets") or (), 1):
            claims = [{"register": register, **c} for c in case["claims"]]
            named.append((f"{register}-{n}", {**case, "claims": claims}))
    return _cases(named)


def _cases(named: Iterable[tuple[str, Claim]]) -> tuple[list[Claim], dict[str, list[Claim]]]:
    passages, gold = [], {}
    for name, case in named:
        published = case.get("published")
        passages.append(
            {"id": name, "lang": case["lang"], "text": case["text"], "published": published and str(published)}
        )
        gold[name] = [_gold(case["text"], c) for c in case["claims"]]
    return passages, gold


def _gold(text: str, c: Claim) -> Claim:
    """A claim of a YAML case in the form of gold.jsonl; without a quote it may stand anywhere."""
    quote = c.get("quote", text)
    start = text.index(quote)
    told = {k: str(c[k]) if k in c and k != "value" else c.get(k) for k in ("value", "date", "period", "per")}
    verdict = {"accept": c.get("accept") or ([c["verdict"]] if "verdict" in c else None), "never": c.get("never")}
    spare: Claim = {
        "register": None,
        "filters": {},
        "domain": True,
        "strict": True,
        "start": start,
        "end": start + len(quote),
    }
    return {**spare, **c, "quote": quote, "stated": told, "verdict": verdict}


def differs(gold: Claim, found: Claim) -> list[str]:
    """What of a strict claim's filters and times the claim found has otherwise."""
    if not gold.get("strict"):
        return []
    wrong = [k for k, v in gold["filters"].items() if _plain(found["filters"].get(k)) != _plain(v)]
    wrong += [k for k in ("date", "period", "per") if gold["stated"][k] and gold["stated"][k] != found["stated"][k]]
    named = ("measure", "qualifier")
    stated = {"measure": found["measure"], "qualifier": found["stated"]["qualifier"]}
    return wrong + [k for k in named if k in gold and gold[k] != stated[k]]


def _plain(value: Any) -> list[str]:
    return sorted(map(str, value)) if isinstance(value, list) else [str(value)]


def run(passage: Claim) -> list[Claim]:
    """The claims of a check."""
    published = date.fromisoformat(passage["published"]) if passage.get("published") else None
    report = check(passage["text"].encode(), passage["id"], kind="txt", published=published, language=passage["lang"])
    found: list[Claim] = to_json(report)["claims"]
    return found


def same(gold: Claim, found: Claim, text: str) -> bool:
    """Whether a claim found is the gold one."""
    if gold["register"] and found["register"] not in (gold["register"], *gold.get("register_also", ())):
        return False
    if FAMILY.get(gold["kind"], gold["kind"]) != FAMILY.get(found["kind"], found["kind"]):
        return False
    return _near(gold, found, text) and _value(gold["stated"], found["stated"])


def _near(gold: Claim, found: Claim, text: str) -> bool:
    if gold["start"] < found["end"] and found["start"] < gold["end"]:
        return True
    low, high = sorted((gold["start"], found["start"]))
    return not BREAK.search(text, low, high)


def _value(gold: Claim, found: Claim) -> bool:
    a, b = gold["value"], found["value"]
    if isinstance(a, dict):
        return isinstance(b, dict) and all(v is None or b.get(k) == v for k, v in a.items())
    if isinstance(a, list):
        return isinstance(b, list) and all(_close(x, y) for x, y in zip(a, b, strict=False))
    if a is not None:
        return _close(a, b)
    told = gold["date"] or gold["period"]
    return told is None or told in (found["date"], found["period"])


def _close(a: Any, b: Any) -> bool:
    return isinstance(a, int | float) and isinstance(b, int | float) and abs(a - b) <= 0.005 * abs(a)


class Score:
    """Counts per language and kind."""

    def __init__(self) -> None:
        self.n: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, passage: Claim, gold: list[Claim], found: list[Claim], *, show: bool) -> None:
        """Pair the claims of one passage, best first."""
        lang, text = passage["lang"], passage["text"]
        free = list(found)
        for g in sorted(gold, key=lambda g: not g["domain"]):
            fits = [f for f in free if same(g, f, text)]
            hit = min(fits, key=lambda f: abs(f["start"] - g["start"]), default=None)
            if hit is not None:
                free.remove(hit)
            if g["domain"]:
                self._pair(lang, passage["id"], g, hit, show)
        for f in free:
            loose = f["kind"] == "sum" or any(
                not g["domain"] and g["start"] < f["end"] and f["start"] < g["end"] for g in gold
            )
            if not loose:
                self._count(lang, f["kind"], "extra")
                if f["verdict"] == "contradicted":
                    self._count(lang, f["kind"], "extra_contradicted")
                if show:
                    print(
                        "EXTRA ",
                        passage["id"],
                        f["kind"],
                        f["register"],
                        f["filters"],
                        f["stated"]["value"],
                        f["stated"]["date"],
                        f["verdict"],
                        "|",
                        f["quote"],
                    )

    def _pair(self, lang: str, name: str, g: Claim, hit: Claim | None, show: bool) -> None:
        self._count(lang, g["kind"], "gold")
        if hit is None:
            if show:
                print(
                    "MISSED",
                    name,
                    g["kind"],
                    g["register"],
                    g["filters"],
                    g["stated"]["value"],
                    g["stated"]["date"],
                    "|",
                    g["quote"],
                )
            return
        self._count(lang, g["kind"], "found")
        verdict = g.get("verdict") or {}
        accepted, never = verdict.get("accept"), verdict.get("never") or ()
        wrong = differs(g, hit)
        self._count(lang, g["kind"], "judged")
        if accepted is None and hit["verdict"] not in never and not wrong:
            return
        self._count(lang, g["kind"], "with_verdict")
        right = not wrong and hit["verdict"] not in never and (accepted is None or hit["verdict"] in accepted)
        self._count(lang, g["kind"], "verdict_right" if right else "verdict_wrong")
        if hit["verdict"] == "contradicted" and "contradicted" not in (accepted or {"contradicted"} - {*never}):
            self._count(lang, g["kind"], "false_contradicted")
        if show and not right:
            print(
                "WRONG ",
                name,
                *wrong,
                g["kind"],
                g["filters"],
                g["stated"]["value"],
                "is",
                hit["verdict"],
                "not",
                accepted,
                hit["filters"],
                hit["stated"],
                hit["reason"]["en"][:160],
                "|",
                g["quote"],
            )

    def _count(self, lang: str, kind: str, what: str) -> None:
        self.n[lang][what] += 1
        self.n[f"{lang}.{FAMILY.get(kind, kind)}"][what] += 1

    def table(self) -> dict[str, dict[str, float]]:
        """Precision, recall, F1, verdict accuracy and false `contradicted` per slice."""
        return {name: _figures(c) for name, c in sorted(self.n.items())}

    def below(self, floors: dict[str, dict[str, float]]) -> int:
        """1 when a figure is under its floor (over it, for rates of error)."""
        table, failed = self.table(), 0
        for name, wanted in floors.items():
            for what, floor in wanted.items():
                got = table.get(name, {}).get(what, 0.0)
                if got > floor if what.startswith("false") else got < floor:
                    print(f"{name} {what}: {got} against {floor}", file=sys.stderr)
                    failed = 1
        return failed


def _figures(c: Counter[str]) -> dict[str, float]:
    precision = c["found"] / max(1, c["found"] + c["extra"])
    recall = c["found"] / max(1, c["gold"])
    judged = c["judged"] + c["extra"]
    return {
        "gold": c["gold"],
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 3),
        "verdicts": round(c["verdict_right"] / max(1, c["with_verdict"]), 3),
        "false_contradicted": round((c["false_contradicted"] + c["extra_contradicted"]) / max(1, judged), 3),
    }


if __name__ == "__main__":
    sys.exit(main())
