"""The slots of the templates in which a register says its measures."""

from __future__ import annotations

import re

SLOT = re.compile(r"\{(\w+)\}")
"""Where the value of a dimension stands."""
VALUE = "value"
"""The slot of a sentence in which the value of the measure stands."""
