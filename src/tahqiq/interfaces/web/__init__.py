"""The site: a thin layer over the same functions as the command line. `create_app` makes the ASGI application."""

from __future__ import annotations

from tahqiq.interfaces.web.app import create_app
from tahqiq.interfaces.web.settings import Settings

__all__ = ["Settings", "create_app"]
