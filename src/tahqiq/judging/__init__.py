"""Claims + answers -> verdicts."""

from tahqiq.judging.judge import Judged, judge

__all__ = ["Judged", "judge"]
