"""Tahqiq: checks the figures of an article against a public, sourced record.

>>> import tahqiq
>>> report = tahqiq.check("Washington cast its 43rd veto ...", published="2017-12-19")   # doctest: +SKIP
>>> tahqiq.ask("security_council_vetoes.vetoes_cast", member="USA", as_of="2024-08-01")  # doctest: +SKIP
"""

from __future__ import annotations

from importlib.metadata import version

__version__ = version("tahqiq")
