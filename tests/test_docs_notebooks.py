"""The notebooks of the documentation show what they show when they are run."""

from __future__ import annotations

from pathlib import Path

import pytest

import notebooks
import tahqiq


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("path", notebooks.NOTEBOOKS, ids=lambda path: path.parent.name)
def test_a_notebook_shows_what_it_shows(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAHQIQ_LANG", "en")
    monkeypatch.setenv("PYTHONPATH", str(Path(tahqiq.__file__).parents[1]))
    assert notebooks.executed(path) == path.read_text("utf-8"), "run `make notebooks`"
