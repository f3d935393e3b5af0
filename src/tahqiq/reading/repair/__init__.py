"""Repair by form: what extraction broke, mended and recorded, or told as damage. One public function, `mend`."""

from tahqiq.reading.repair.mending import mend

__all__ = ["mend"]
