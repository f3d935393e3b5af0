"""The site of the documentation: it builds without a warning, every page is in it, its links lead somewhere."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = ROOT / "zensical.toml"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy: what `make site` has built stays as it is."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copy(SETTINGS, folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    (folder / "src").symlink_to(ROOT / "src")
    build = [sys.executable, "-m", "zensical", "build", "--strict"]
    told = subprocess.run(build, cwd=folder, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout + told.stderr
    return folder / "out" / "site"


def leaves(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    else:
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from leaves(part)


def test_every_page_has_its_place() -> None:
    pages = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    assert sorted(leaves(tomllib.loads(SETTINGS.read_text("utf-8"))["project"]["nav"])) == sorted(pages)


def test_links_lead_somewhere_and_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    pages = {path: html.fromstring(path.read_bytes()) for path in site.rglob("*.html") if path.name != "404.html"}
    names = {path: {*page.xpath("//@id"), *page.xpath("//a/@name"), ""} for path, page in pages.items()}
    lost = []
    for path, page in pages.items():
        assert not [a for a in page.xpath("//@src | //link[not(@rel='canonical')]/@href") if urlsplit(a).netloc], path
        for link in page.xpath("//@href | //@src"):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file() or unquote(parts.fragment) not in names.get(target, {parts.fragment}):
                lost.append(f"{path.relative_to(site)}: {link}")
    assert not lost


def test_arabic_pages_run_from_right_to_left_and_others_do_not(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = html.fromstring(path.read_bytes())
        arabic = path.parent.name == "ar"
        assert (page.get("lang"), page.find("body").get("dir")) == (("ar", "rtl") if arabic else ("en", "ltr")), path


def test_the_search_knows_both_languages(site: Path) -> None:
    words = (site / "search.json").read_text("utf-8")
    assert "whole_drafts" in words
    assert (ROOT / "docs/ar/tutorial.md").read_text("utf-8").split("# ")[1].split("\n")[0] in words
