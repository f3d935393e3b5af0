"""Makes a corpus from a seed: news with and without claims, damaged, repeated, in several languages, over twenty years.

Figures are planted whose life is known: which document says which, on which day, in which outlet. `planted.json`
beside the corpus lists them. The same seed makes the same bytes.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIRST, LAST = date(2006, 1, 1), date(2025, 12, 31)
OUTLETS = [f"outlet-{n:02}" for n in range(1, 41)]
FILLER = {
    "en": [
        "The minister told reporters that talks would go on.",
        "Residents of the old town gathered in the main square.",
        "The company said its new plant would open next spring.",
        "Rain is expected in the north before the end of the week.",
        "Players trained behind closed doors ahead of the match.",
        "The court adjourned the hearing at the request of the defence.",
        "Prices at the market rose by 4 percent, traders said.",
        "About 200 people attended the opening of the museum.",
    ],
    "ar": [
        "قال الوزير للصحفيين إن المحادثات ستستمر.",
        "تجمع سكان البلدة القديمة في الساحة الرئيسية.",
        "أعلنت الشركة أن مصنعها الجديد سيفتح أبوابه في الربيع المقبل.",
        "يتوقع هطول الأمطار في الشمال قبل نهاية الأسبوع.",
        "تدرب اللاعبون خلف أبواب مغلقة قبل المباراة.",
        "أجلت المحكمة الجلسة بناء على طلب الدفاع.",
        "ارتفعت الأسعار في السوق بنسبة 4 في المئة بحسب التجار.",
        "حضر نحو 200 شخص افتتاح المتحف.",
    ],
    "fr": ["Le ministre a déclaré que les discussions se poursuivraient.", "Environ 200 personnes étaient présentes."],
    "de": ["Der Minister sagte, die Gespräche würden fortgesetzt.", "Rund 200 Menschen kamen zur Eröffnung."],
}
PLANTED: dict[str, dict[str, list[str]]] = {
    "83 vetoes": {
        "en": [
            "The United States has used its veto 83 times in the Security Council.",
            "The United States has cast 83 vetoes in the Security Council.",
        ],
        "ar": ["استخدمت الولايات المتحدة حق النقض 83 مرة في مجلس الأمن."],
    },
    "46 for Israel": {
        "en": ["The United States has used its veto 46 times to protect Israel."],
        "ar": ["استخدمت الولايات المتحدة حق النقض 46 مرة لصالح إسرائيل."],
    },
    "3.8 billion a year": {
        "en": ["The United States gives Israel $3.8 billion a year in military aid."],
        "ar": ["تقدم الولايات المتحدة لإسرائيل مساعدات عسكرية بقيمة 3.8 مليار دولار سنويا."],
    },
    "310 billion": {
        "en": ["The United States has given Israel $310 billion in aid, adjusted for inflation."],
        "ar": ["قدمت الولايات المتحدة لإسرائيل مساعدات بقيمة 310 مليارات دولار بعد احتساب التضخم."],
    },
}
CLAIMS = {
    "en": [
        "Russia has used its veto {n} times since 2011.",
        "China has cast {n} vetoes in the Security Council.",
        "The United States gave Egypt $1.{n} billion in military aid in {y}.",
        "The resolution was adopted by 14 votes to none, with 1 abstention, on 20 December {y}.",
    ],
    "ar": ["استخدمت روسيا حق النقض {n} مرة منذ عام 2011.", "استخدمت الصين حق النقض {n} مرة في مجلس الأمن."],
}
SHARES = (("none", 0.70), ("claims", 0.12), ("planted", 0.02), ("damaged", 0.03), ("repeated", 0.05), ("other", 0.08))


def documents(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """The documents; `planted` names the figure that one was made with."""
    dice = random.Random(seed)
    kinds, weights = zip(*SHARES, strict=True)
    days = (LAST - FIRST).days
    last: dict[str, Any] | None = None
    for number in range(count):
        kind = dice.choices(kinds, weights)[0]
        day = FIRST + timedelta(days=dice.randrange(days + 1))
        known = {"id": f"d{number:07}", "day": day.isoformat(), "outlet": dice.choice(OUTLETS)}
        if kind == "repeated" and last is not None:
            made = {**known, "text": last["text"], "planted": last["planted"]}
        else:
            made = {**known, **_text(kind, day, dice)}
        if dice.random() < 0.01:
            made["id"] = f"d{dice.randrange(number + 1):07}"  # an id given twice: of several the first counts
        last = made if made["planted"] or last is None or dice.random() < 0.5 else last
        yield dict(made)


def _text(kind: str, day: date, dice: random.Random) -> dict[str, Any]:
    language = dice.choice(("fr", "de")) if kind == "other" else dice.choice(("en", "en", "ar"))
    sentences = [dice.choice(FILLER[language]) for _ in range(dice.randrange(6, 30))]
    planted = None
    if kind == "planted":
        planted = dice.choice(list(PLANTED))
        sentences.insert(dice.randrange(len(sentences)), dice.choice(PLANTED[planted][language]))
    elif kind == "claims":
        claim = dice.choice(CLAIMS[language]).format(n=dice.randrange(2, 40), y=day.year)
        sentences.insert(dice.randrange(len(sentences)), claim)
    text = " ".join(sentences)
    if kind == "damaged":
        text = _damaged(text, dice)
    return {"text": text, "planted": planted}


def _damaged(text: str, dice: random.Random) -> str:
    """A text as bad tools leave it: bytes read in another encoding, lost letters, nothing at all."""
    kind = dice.randrange(4)
    if kind == 0:
        return text.encode().decode("latin-1")
    if kind == 1:
        return "".join(c for c in text if dice.random() > 0.05)
    return "" if kind == 2 else text.replace(" ", "\u200f \x00")


def make(folder: Path, count: int, seed: int, files: int) -> None:
    """Write the corpus as JSON lines and as Parquet, and what was planted in it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder.mkdir(parents=True, exist_ok=True)
    planted: dict[str, list[list[str]]] = {name: [] for name in PLANTED}
    seen: set[str] = set()
    rows: list[dict[str, Any]] = []
    size, at = -(-count // files), 0
    for number, made in enumerate(documents(count, seed), 1):
        figure = made.pop("planted")
        if made["id"] not in seen and figure:
            planted[figure].append([made["id"], made["day"], made["outlet"]])
        seen.add(made["id"])
        rows.append(made)
        if len(rows) == size or number == count:
            pq.write_table(pa.Table.from_pylist(rows), folder / f"news-{at:04}.parquet", compression="zstd")
            at, rows = at + 1, []
    (folder.parent / f"{folder.name}.planted.json").write_text(
        json.dumps({"documents": len(seen), "planted": planted}), "utf-8"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=8)
    given = parser.parse_args()
    make(given.folder, given.documents, given.seed, given.files)


if __name__ == "__main__":
    main()
