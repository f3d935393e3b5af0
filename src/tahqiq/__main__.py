"""`python -m tahqiq`, and what the script `tahqiq` starts."""

from __future__ import annotations

import os
import signal


def start() -> None:
    """Run the command line. An interrupt that comes while it is still being loaded ends it without a word."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    from tahqiq.interfaces.cli import main

    signal.signal(signal.SIGINT, signal.default_int_handler)
    main()


if __name__ == "__main__":
    start()
