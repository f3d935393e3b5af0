"""What Python gives back: reports, answers and tables that turn into other forms and show in a notebook."""

import tahqiq.interfaces.telling  # noqa: F401 - errors read as sentences from here on
