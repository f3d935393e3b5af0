"""The founding article on the site: pasted into the page, its counts of vetoes judged together, with their windows."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

ARTICLE = Path(__file__).resolve().parents[3] / "shared" / "founding" / "article.ar.txt"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.browser,
    pytest.mark.skipif(not ARTICLE.exists(), reason="the founding article lies beside a full checkout only"),
]

spec = spec_from_file_location(
    "site_fixtures", Path(__file__).resolve().parents[1] / "interfaces" / "web" / "conftest.py"
)
assert spec is not None
assert spec.loader is not None
fixtures = module_from_spec(spec)
spec.loader.exec_module(fixtures)
address, browser, page = fixtures.address, fixtures.browser, fixtures.page


def test_paste_it_and_see_both_windows(page: Page, address: str) -> None:
    page.goto(f"{address}/ar/")
    page.fill("#text", ARTICLE.read_text("utf-8"))
    page.click("button[type=submit]")
    page.wait_for_selector("#article")
    page.click(".languages a")
    notes = page.locator(".note.v-mixed")
    assert notes.count() == 2
    told = page.evaluate(
        "[...document.querySelectorAll('.note.v-mixed')].map(n => { n.open = true; return n.innerText }).join(' ')"
    )
    for said in ("83 vetoes", "46 vetoes", "18 October 2023", "7 December 2023", "8 December 2023", "19 February 2024"):
        assert said in told, said
    assert page.locator("#list-1").count() == 1
