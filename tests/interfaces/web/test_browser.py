"""The site as people use it, in Chromium."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tahqiq

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
EXAMPLES = Path(tahqiq.__file__).parent / "data" / "examples"
FILES = Path(__file__).resolve().parents[2] / "reading" / "files"
WIDTHS = (1280, 390)
PAGES = {
    "check": "/",
    "record": "/record",
    "register": "/record/security_council_vetoes",
    "table": "/record/security_council_vetoes/casts?member=USA&about=ISR",
    "row": "/record/security_council_vetoes/votes/S/2023/970",
    "figures": "/figures",
    "figure": "/figures/security_council_vetoes/vetoes_cast?member=USA&about=ISR&as_of=2024-08-01",
    "law": "/law?buyer=SAU&channel=FMS&item=MDE&value=14000000&date=2022-08-02",
    "dossier": "/dossier",
    "writing": "/dossier/write",
    "embed": "/figures/security_council_vetoes/vetoes_cast/embed?member=USA&about=ISR",
    "place": "/place/ISR?beside=EGY",
    "search": "/search?q=US+vetoes+Israel",
    "about": "/about",
}


def paste(page: Page, address: str, text: str, lang: str = "ar") -> None:
    page.goto(f"{address}/{lang}/")
    page.fill("#text", text)
    page.click("button[type=submit]")
    page.wait_for_selector("#article")
    page.wait_for_url("**/report/*", timeout=5000)  # a report stands at its own address as soon as it is shown


def test_paste_filter_and_switch_language(page: Page, address: str) -> None:
    paste(page, address, (EXAMPLES / "article.ar.txt").read_text("utf-8"))
    assert page.locator("html").get_attribute("dir") == "rtl"
    notes = page.locator(".note:visible").count()
    assert notes > 5
    chip = page.locator("[data-filter]").first
    name = chip.get_attribute("data-filter")
    chip.click()
    assert page.locator(".note:visible").count() == page.locator(f".note.v-{name}").count() < notes
    assert f"show={name}" in page.url
    page.reload()
    assert page.locator(".note:visible").count() == page.locator(f".note.v-{name}").count()
    page.click(".languages a")
    assert page.locator("html").get_attribute("dir") == "ltr"
    assert page.locator(".note:visible").count() == notes


def test_a_finding_opens_beside_the_text_which_stays(page: Page, address: str) -> None:
    paste(page, address, "As of August 2024 Washington had used its veto 83 times, 46 of them for Israel.", "en")
    note = page.locator(".note.v-mixed a").last
    note.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    note.click()
    finding = page.locator(".finding:visible")
    told = finding.inner_text()
    assert "8 December 2023" in told
    assert "19 February 2024" in told
    assert finding.locator("svg.chart").count() == 1
    assert finding.locator("a[href^=https]").count() > 0
    assert page.evaluate("scrollY") == before
    page.keyboard.press("k")
    assert page.locator(".finding:visible").get_attribute("id") == "c1"
    page.keyboard.press("Escape")
    assert page.locator(".finding:visible").count() == 0
    assert page.evaluate("document.activeElement.id") == "r-c1"


def test_the_first_screen_says_what_is_wrong_and_what_to_write(page: Page, address: str) -> None:
    paste(page, address, (EXAMPLES / "article.en.txt").read_text("utf-8"), "en")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("scrollTo(0, 0)")
    lines = page.locator(".correct > .lines > li")
    assert lines.count() >= 4
    assert all(line.bounding_box()["y"] < 800 for line in lines.all()[:4])  # type: ignore[index]
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lines.first.locator("button").click()
    said = page.evaluate("navigator.clipboard.readText()")
    new, gone = (lines.first.locator(f".edited {tag}").inner_text() for tag in ("ins", "del"))
    assert lines.first.locator(".write").inner_text().startswith(new)
    assert f" {new} " in said
    assert f" {gone} " not in said


def test_upload_and_download(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/en/")
    page.set_input_files("#file", FILES / "ar_record.chromium.pdf")
    page.click("button[type=submit]")
    page.wait_for_selector("#article")
    assert page.locator("article p").count() > 3
    page.click(".tools details >> nth=0")
    for ending in ("json", "csv", "docx"):
        with page.expect_download() as waiting:
            page.locator(f".tools details a[href$='report.{ending}']").click()
        file = tmp_path / ending
        waiting.value.save_as(file)
        assert waiting.value.suggested_filename.endswith(ending)
    claims = json.loads((tmp_path / "json").read_text("utf-8"))["claims"]
    assert len(list(csv.DictReader((tmp_path / "csv").open(encoding="utf-8")))) == len(claims)


def test_delete_right_after_the_check(page: Page, address: str) -> None:
    paste(page, address, "Forget this: 12 vetoes in 1972.", "en")
    page.locator(".tools details").last.click()
    page.click("button.quiet")
    assert page.url.endswith("/en/deleted")


def test_delete_later_with_the_key(page: Page, address: str) -> None:
    paste(page, address, "Forget this later: 12 vetoes in 1972.", "en")
    page.locator(".tools details").last.click()
    key, kept = page.input_value("#key"), page.url
    assert key not in kept
    page.goto(kept)
    assert key not in page.content()
    page.locator(".tools details").last.click()
    page.fill("#key", key)
    page.click("button.quiet")
    assert page.url.endswith("/en/deleted")


def test_a_mark_stands_beside_its_finding_and_the_key_is_asked_once(page: Page, address: str) -> None:
    paste(page, address, (EXAMPLES / "article.en.txt").read_text("utf-8"), "en")
    for claim, state in (("c1", "handled"), ("c3", "disputed")):
        page.locator(".marks summary").click()
        page.select_option("#mark-claim", claim)
        page.select_option("#mark-state", state)
        page.click(".marks button")
        page.wait_for_selector(f".correct .is-{state}")
    assert page.locator(".correct .marked").all_inner_texts() == ["Disputed", "Handled"]


def test_a_dossier_shows_how_it_reads_while_it_is_written(page: Page, address: str) -> None:
    page.goto(f"{address}/en/dossier/write")
    page.fill("#text", "So far {{ figure security_council_vetoes.vetoes_cast member=FRA as value }}.")
    page.wait_for_selector("#preview >> text=So far 16 vetoes")
    page.fill("#text", "So far 18.")
    page.wait_for_selector("#preview >> text=a number that nothing binds")


def test_filter_vetoes(page: Page, address: str) -> None:
    page.goto(f"{address}/en/record/security_council_vetoes/casts")
    page.select_option("#f-member", "USA")
    page.select_option("#f-about", "ISR")
    page.fill("#until", "1990")
    page.click(".filters button[type=submit]")
    assert "member=USA" in page.url
    assert "sort=" not in page.url
    rows = page.locator("table.data tbody tr")
    assert rows.count() > 20
    page.click("table.data thead th:has-text('Date') a")
    assert "1972" in rows.first.inner_text()
    rows.first.locator("th a").click()
    assert page.locator("h1").inner_text() == "S/10784"


def test_keyboard_only(page: Page, address: str) -> None:
    page.goto(f"{address}/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "by-text"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.type("In August 2024 Washington had used its veto 83 times.")
    while page.evaluate("document.activeElement.type") != "submit":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#article")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.note a')"):
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.finding')")


def test_all_works_without_script(browser: object, address: str) -> None:
    from playwright.sync_api import Browser

    assert isinstance(browser, Browser)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/")
    page.fill("#text", "By 2024 Washington had used its veto 83 times.")
    page.click("button[type=submit]")
    assert page.locator("#article").count() == 1
    page.locator(".tools details").last.locator("summary").click()
    page.goto(page.input_value("#kept-link"))
    assert page.locator("#article").count() == 1
    page.locator(".note a").first.click()
    assert page.locator(".finding:visible").count() == 1
    page.locator(".finding:visible .close").click()
    assert page.locator(".finding:visible").count() == 0
    page.goto(f"{address}/en/record/security_council_vetoes/votes")
    page.select_option("#f-vetoed_by", "FRA")
    page.click(".filters button[type=submit]")
    assert "vetoed_by=FRA" in page.url
    page.goto(f"{address}/en/law")
    assert page.locator("form select").count() == 3
    context.close()


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_over_the_edge(page: Page, address: str, name: str, lang: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{address}/{lang}{PAGES[name]}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("h1").count() == 1


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", [*PAGES, "report"])
def test_axe_finds_no_serious_fault(page: Page, address: str, name: str, lang: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if name == "report":
            paste(page, address, (EXAMPLES / f"article.{lang}.txt").read_text("utf-8"), lang)
            page.locator(".note a:visible").first.click()
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        else:
            page.goto(f"{address}/{lang}{PAGES[name]}")
        found = axe.Axe().run(page).response["violations"]
        serious = [v for v in found if v["impact"] in ("serious", "critical")]
        told = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in serious]
        assert not told
