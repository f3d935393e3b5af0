"""What whoever runs the site may choose. Every setting can be given in the environment as TAHQIQ_WEB_<NAME>."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields, replace
from ipaddress import ip_network
from typing import Any

from tahqiq.errors import UsageError

PREFIX = "TAHQIQ_WEB_"


def _setting(default: Any, meaning: str) -> Any:
    """A setting with what is said of it in the documentation."""
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """How the site runs. The meaning of every setting stands beside it."""

    store: str = _setting("sqlite:///tahqiq-reports.db", "where reports are kept: any SQLAlchemy address")
    keep: int = _setting(90, "days a report is kept; 0: without end")
    upload: int = _setting(10_000_000, "the largest body, in bytes")
    characters: int = _setting(300_000, "the longest text that is checked")
    seconds: float = _setting(30.0, "the longest a check may take, and wait; its process is then ended")
    memory: int = _setting(1_000, "megabytes a process may hold beside what it needs anyway; it is then ended (Linux)")
    workers: int = _setting(2, "processes that check; one more draws. 0: the site's own process does both")
    queue: int = _setting(64, "checks that may wait; who comes then is refused, with the time to come back")
    rate: float = _setting(5.0, "pages a second for each client in the long run; a check counts as 10; 0: no limit")
    burst: int = _setting(60, "pages for each client at once")
    connections: int = _setting(1_000, "connections open at once, fewer where the system has fewer descriptors")
    fetching: bool = _setting(True, "whether addresses may be given")
    log: bool = _setting(True, "one line for each request: method, path, status, time")
    log_json: bool = _setting(False, "every line of the log as a JSON object")
    base: str = _setting(
        "",
        "the address of the site as readers see it (`https://facts.example`, or `https://news.example/facts` behind a"
        " proxy that hands on what begins so): what citations, feeds and embeds name. Without it they name the address"
        " they were asked under, and caches between are told to keep them for one reader only",
    )
    operator: str = _setting("", "who runs the site, told on its page About")
    contact: str = _setting("", "where errors are reported, an address that begins with `https://` or `mailto:`")
    proxies: str = _setting("", "addresses of proxies whose `X-Forwarded-For` is believed, joined by commas")
    inside: str = _setting(
        "127.0.0.0/8,::1",
        "networks that may see `/metrics` and the versions in `/health`; who came through a proxy that is not named in"
        " `PROXIES` is never inside",
    )


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
