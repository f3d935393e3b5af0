"""What whoever runs the site may choose. Every setting can be given in the environment as TAHQIQ_WEB_<NAME>."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from ipaddress import ip_network
from typing import Any

from tahqiq.errors import UsageError

PREFIX = "TAHQIQ_WEB_"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the site runs.

    `store` is an SQLAlchemy address, `keep` how many days a report is kept (0: without end), `upload` the largest
    body in bytes, `characters` the longest text checked, `seconds` the longest a check may take, `memory` how many
    megabytes of its own a process may hold, `workers` how many processes check (0: the site's own), `queue` how many
    checks may wait for one, `rate` how many pages a second one client may ask for in the long run (0: no limit),
    `burst` how many at once, `connections` how many connections are open at most, `fetching` whether addresses may be
    given, `log` whether requests are logged.

    `operator` is who runs the site and `contact` the address (https: or mailto:) at which errors are reported, both
    told on its pages.

    `base` is the address of the site as readers see it (empty: as the request says), `proxies` the addresses of
    proxies whose X-Forwarded-For is believed, `inside` the networks that may see /metrics and the details of /health.
    """

    store: str = "sqlite:///tahqiq-reports.db"
    keep: int = 90
    upload: int = 10_000_000
    characters: int = 300_000
    seconds: float = 30.0
    memory: int = 1_000
    workers: int = 2
    queue: int = 64
    rate: float = 5.0
    burst: int = 60
    connections: int = 1_000
    fetching: bool = True
    log: bool = True
    base: str = ""
    operator: str = ""
    contact: str = ""
    proxies: str = ""
    inside: str = "127.0.0.0/8,::1"


def from_environment(base: Settings | None = None) -> Settings:
    """The settings, with what the environment says. UsageError for a value that is none."""
    base = base or Settings()
    found = {f.name: _read(f.name, getattr(base, f.name)) for f in fields(base)}
    return replace(base, **found)


def _read(name: str, given: Any) -> Any:
    text = os.environ.get(PREFIX + name.upper())
    if text is None:
        return given
    try:
        if isinstance(given, bool):
            return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[text.lower()]
        if name == "inside":
            [ip_network(part) for part in filter(None, text.split(","))]
        if name == "contact" and not text.startswith(("https://", "mailto:")):
            raise ValueError
        if name == "base" and not text.startswith(("http://", "https://")):
            raise ValueError
        return type(given)(text)
    except (KeyError, ValueError) as problem:
        raise UsageError("unknown_value", name=PREFIX + name.upper(), value=text) from problem
