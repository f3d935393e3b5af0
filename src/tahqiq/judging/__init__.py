"""Claims + answers -> verdicts."""

from tahqiq.judging.judge import judge

__all__ = ["judge"]
