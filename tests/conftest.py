"""What every test runs under."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
"""No made input fails for being slow: on a machine at other work, any may be. Benchmarks measure."""
