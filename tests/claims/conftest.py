"""Passages that the reader does not yet read as an expert does.

Each is expected to fail, and told when it no longer does.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

GAPS = Path(__file__).with_name("gaps.yml")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    open_ones = set(yaml.safe_load(GAPS.read_text("utf-8"))["open"])
    for item in items:
        if item.path.parent == GAPS.parent and item.name in open_ones:
            item.add_marker(pytest.mark.xfail(reason="an open gap of the reader: see gaps.yml", strict=True))
