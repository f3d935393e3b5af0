"""The sale form: what the law required of one arms sale, step by step, each with its citation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query

from tahqiq.catalog.dates import parse_day
from tahqiq.interfaces.law import REGISTER, ask_sale
from tahqiq.interfaces.web.site import DAY, Lang, add_page
from tahqiq.record.buyers import buyer_name, buyer_names
from tahqiq.record.rules import load_rules
from tahqiq.reporting.law import law_data, law_steps, law_title
from tahqiq.reporting.words.labels import load_labels
from tahqiq.reporting.words.messages import load_messages

router = APIRouter()
Short = Annotated[str, Query(max_length=80)]
Amount = Annotated[float | None, Query(ge=0, le=1e13, allow_inf_nan=False, description="US dollars.")]


@dataclass(frozen=True, slots=True)
class LawOption:
    """A value that can be chosen."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class LawStep:
    """A step in words, and what is to be said of it."""

    id: str
    text: str
    section: str
    law: str
    notes: list[str]


@dataclass(frozen=True, slots=True)
class LawPage:
    """The form as it was filled, and the decision once it is filled whole."""

    buyers: list[LawOption]
    channels: list[LawOption]
    items: list[LawOption]
    asked: dict[str, Any]
    title: str | None
    steps: list[LawStep]
    decision: dict[str, Any] | None
    read: date


async def law_page(
    lang: Lang,
    buyer: Short = "",
    channel: Short = "",
    item: Short = "",
    value: Amount = None,
    day: Annotated[str, Query(alias="date", **DAY, description="Day of the certification.")] = "",
    emergency: bool = False,
    new_sales_territory: bool = False,
    received: Annotated[str, Query(**DAY, description="Day Congress received it.")] = "",
) -> LawPage:
    """What the law required of one sale on a day; without all of buyer, channel, item, value and date only the form."""
    rules = load_rules(REGISTER)
    asked = {"buyer": buyer, "channel": channel, "item": item, "value": value, "date": day, "received": received}
    asked |= {"emergency": emergency, "new_sales_territory": new_sales_territory}
    on, came = parse_day(day) if day else None, parse_day(received) if received else None
    decision = None
    if buyer and channel and item and value is not None and on:
        decision = ask_sale(
            buyer,
            channel.upper(),
            item.upper(),
            value,
            on,
            emergency=emergency,
            new_sales_territory=new_sales_territory,
            received=came,
        )
    buyers = [LawOption(code, buyer_name(REGISTER, code, lang)) for code in buyer_names(rules)]
    return LawPage(
        buyers=sorted(buyers, key=lambda o: o.title),
        channels=_options("channel", rules["facts"]["channel"]["values"], lang),
        items=_options("item_class", rules["facts"]["item"]["values"], lang),
        asked=asked,
        title=law_title(decision, lang) if decision else None,
        steps=[LawStep(*step) for step in law_steps(decision, load_messages(lang))] if decision else [],
        decision=law_data(decision) if decision else None,
        read=date.fromisoformat(rules["text_as_of"]),
    )


add_page(router, "/law", law_page, "web/law.html.j2", name="law", lines=lambda page: page.steps)


def _options(dimension: str, codes: list[str], lang: str) -> list[LawOption]:
    return [LawOption(code, load_labels(lang).value(REGISTER, dimension, code)) for code in codes]
