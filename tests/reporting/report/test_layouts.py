"""Terminal, Markdown and HTML: everything a reader needs is there, and nothing of an article is taken for markup."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tahqiq.catalog.compiled import DATA
from tahqiq.model import VERDICTS, Report
from tahqiq.reporting.drawing.chart_data import ChartData
from tahqiq.reporting.report import html, markdown, terminal
from tahqiq.reporting.report.view import TO_CORRECT
from tahqiq.reporting.words.labels import Labels
from tahqiq.reporting.words.messages import load_messages

VOID = {"meta", "link", "br", "hr", "img", "input"}
HOSTILE = '<script>alert(1)</script> & "quoted" [x](javascript:1) | `code` *b*'


class Page(HTMLParser):
    """A page as a test sees it: balanced tags, ids, links, classes and visible text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.said += data


@pytest.fixture
def page(report: Report, language: str, labels: Labels, charts: dict[str, ChartData]) -> Page:
    return Page(html.render(report, language, charts=charts, labels=labels))


def test_the_page_is_one_file_that_fetches_nothing(report: Report, language: str, labels: Labels) -> None:
    source = html.render(report, language, charts={}, labels=labels)
    assert not re.search(r"(?:src|srcset)=|@import|url\(", source)
    shown = Page(source)
    assert ("html", {"lang": language, "dir": load_messages(language).direction}) in shown.tags
    assert all(link.startswith(("#", "?show=", "https://")) for link in shown.links)


def test_the_only_script_is_ours_and_the_policy_names_it(report: Report, language: str, labels: Labels) -> None:
    source = html.render(report, language, charts={}, labels=labels)
    (script,) = re.findall(r"<script>(.*?)</script>", source, re.DOTALL)
    name = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{name}'" in source


def test_every_mark_leads_to_its_finding_and_back(page: Page, report: Report) -> None:
    assert len(page.ids) == len(set(page.ids))
    assert {f.claim.id for f in report.findings} <= set(page.ids)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert {f"r-{f.claim.id}" for f in report.findings} <= set(page.ids)


def test_the_page_tells_verdicts_by_more_than_colour(page: Page, report: Report, language: str) -> None:
    for code in {f.verdict for f in report.findings}:
        assert load_messages(language).format(f"verdict-{code}") in page.said
        assert f"i-{code}" in page.ids


def test_the_page_shows_the_whole_article(page: Page, report: Report) -> None:
    shown = " ".join(page.said.split())
    for block in report.text.blocks:
        words = report.text.text[block.start : block.end].split()
        assert words[0] in shown
        assert words[-1].strip(".") in shown


def test_the_page_has_landmarks_and_a_chart_with_words(page: Page) -> None:
    assert {"header", "nav", "main", "article", "footer"} <= {tag for tag, _ in page.tags}
    charts = [a for tag, a in page.tags if tag == "svg" and a.get("class") == "chart"]
    assert len(charts) == 2
    assert all(set((a["aria-labelledby"] or "").split()) <= set(page.ids) for a in charts)


def test_what_to_correct_comes_first_and_says_what_to_write(page: Page, report: Report) -> None:
    lines = [a for tag, a in page.tags if tag == "li" and (a.get("class") or "").startswith("line")]
    wrong = [f for f in report.findings if f.verdict in TO_CORRECT]
    assert [str(a["class"]).split("v-")[1] for a in lines[: len(wrong)]] == sorted(
        (f.verdict for f in wrong), key=TO_CORRECT.index
    )
    assert page.ids.index("correct") < page.ids.index("timeline") < page.ids.index("article")


def test_two_figures_of_a_sentence_that_never_met_stand_on_one_scale(page: Page) -> None:
    at = [n for n, (_, a) in enumerate(page.tags) if a.get("class") == "timeline"]
    bars = [a for tag, a in page.tags[at[0] :] if tag == "rect" and a.get("class") == "usual"]
    (first, second) = [(float(str(a["x"])[:-1]), float(str(a["width"])[:-1])) for a in bars[:2]]
    assert first[0] + first[1] <= second[0] + 0.5 or second[0] + second[1] <= first[0] + 0.5


def test_a_character_that_turns_the_text_shows_no_other_number(report: Report, language: str, labels: Labels) -> None:
    turned = "\u202e38\u202c"
    text = replace(report.text, text=turned + report.text.text[len(turned) :])
    source = html.render(replace(report, text=text), language, charts={}, labels=labels)
    assert not {"\u202e", "\u202c"} & set(source)
    assert load_messages(language).format("page-turned", count=2) in Page(source).said


def hostile(report: Report) -> Report:
    """The same findings on a text full of markup."""
    raw = (HOSTILE + "\n") * 40
    document = replace(report.text.document, title=HOSTILE, source=HOSTILE)
    marked = replace(report.text, raw=raw, text=raw, blocks=(), pieces=(), repairs=(), document=document)
    lists = tuple(replace(found, heading=HOSTILE) for found in report.lists)
    return replace(report, text=marked, lists=lists)


def test_an_article_is_never_markup_of_the_page(report: Report, language: str, labels: Labels) -> None:
    source = html.render(hostile(report), language, charts={}, labels=labels)
    assert source.count("<script") == 1
    assert HOSTILE in " ".join(Page(source).said.split())


def test_an_article_is_never_markup_of_markdown(report: Report, language: str, labels: Labels) -> None:
    source = markdown.render(hostile(report), language, labels=labels)
    assert not re.search(r"(?<!\\)<script", source)
    assert not re.search(r"(?<!\\)\]\(javascript", source)


@given(st.text(max_size=60))
def test_markdown_escapes_everything(said: str) -> None:
    shown = markdown.escape(said)
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>*_`\[\]|#]", shown)
    assert "\n" not in shown


def test_markdown_has_every_claim(report: Report, language: str, labels: Labels) -> None:
    source = markdown.render(report, language, labels=labels)
    assert source.count("\n### ") == len(report.findings)
    assert "](<https://example.org/library>)" in source
    assert source.startswith('<div dir="rtl">') == (language == "ar")


def test_the_terminal_tells_every_claim(report: Report, language: str, labels: Labels) -> None:
    said = terminal.render(report, language, color=False, width=90, labels=labels)
    assert "\x1b" not in said
    messages = load_messages(language)
    for number, finding in enumerate(report.findings, 1):
        name = messages.format(f"verdict-{finding.verdict}")
        assert messages.format("claim-mark", number=str(number), verdict=name) in said
    assert all(terminal.columns(line) <= 90 for line in said.splitlines())


def test_an_article_cannot_command_the_terminal(report: Report, language: str, labels: Labels) -> None:
    raw = "\x1b[2J\x07\u202e " * 200
    document = replace(report.text.document, title=raw, source=raw)
    wild = replace(report.text, raw=raw, text=raw, blocks=(), pieces=(), repairs=(), document=document)
    said = terminal.render(replace(report, text=wild), language, color=False, width=80, labels=labels)
    assert not set(said) & set("\x1b\x07\u202e")


def test_colour_only_adds(report: Report, language: str, labels: Labels) -> None:
    plain = terminal.render(report, language, color=False, width=80, labels=labels)
    coloured = terminal.render(report, language, color=True, width=80, labels=labels)
    assert coloured != plain
    assert re.sub(r"\x1b\[\d*m", "", coloured) == plain


def test_right_to_left_lines_close_what_they_open(report: Report, language: str, labels: Labels) -> None:
    for line in terminal.render(report, language, color=False, width=60, labels=labels).splitlines():
        assert sum(line.count(c) for c in "\u2066\u2067\u2068") == line.count("\u2069")
        assert line.startswith("\u200f\u2067") == (language == "ar" and bool(line))


@pytest.mark.parametrize("render", [html.render, markdown.render])
def test_nothing_found_is_said(report: Report, language: str, labels: Labels, render: Any) -> None:
    empty = replace(report, findings=(), groups=(), lists=(), damage=())
    none = load_messages(language).format("report-no_claims")
    assert none in render(empty, language, labels=labels)
    assert none in terminal.render(empty, language, color=False, width=200, labels=labels)


def test_an_article_may_be_told_in_another_language(report: Report, labels: Labels) -> None:
    for told in ("ar", "en"):
        page = Page(html.render(report, told, charts={}, labels=labels))
        passages = [a for tag, a in page.tags if (a.get("class") or "").startswith("text")]
        assert {a["lang"] for a in passages} == {report.text.language}


def test_verdicts_are_a_closed_set() -> None:
    assert len(set(VERDICTS)) == 9


def test_colours_stand_out_enough() -> None:
    """AA asks for 4.5 to 1 between text and its ground, in both themes."""
    css = (DATA / "templates" / "report.css").read_text("utf-8")
    for theme in re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]:
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", theme))
        pairs = [(name, f"{name}-bg") for name in colours if f"{name}-bg" in colours]
        pairs += [(ink, ground) for ink in ("ink", "muted", "link", "supported") for ground in ("ground", "paper")]
        for ink, ground in pairs:
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2: (lighter + 0.05) / (darker + 0.05) of relative luminances."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
