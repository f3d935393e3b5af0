"""Numbers about the site itself, in the text form that Prometheus reads."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator


class Metrics:
    """Counts of requests and their seconds by method, route and status; of reports; of requests and checks refused."""

    def __init__(self) -> None:
        self.limited = 0
        self.turned_away = 0
        self.checks = 0
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request. Routes are those of the site, so their number is bounded; methods may be anything."""
        known = method if method in ("GET", "HEAD", "POST", "DELETE", "OPTIONS") else "other"
        self._requests[known, route, status] += 1
        self._seconds[route] += seconds

    def told(self, kept: int | None, waiting: int) -> str:
        """All numbers as text; `kept` is how many reports there are, where known, `waiting` how many checks wait."""
        return "\n".join([*self._lines(kept, waiting), ""])

    def _lines(self, kept: int | None, waiting: int) -> Iterator[str]:
        yield "# TYPE tahqiq_requests_total counter"
        for (method, route, status), count in sorted(self._requests.items()):
            yield f'tahqiq_requests_total{{method="{method}",route="{route}",status="{status}"}} {count}'
        yield "# TYPE tahqiq_request_seconds_total counter"
        for route, seconds in sorted(self._seconds.items()):
            yield f'tahqiq_request_seconds_total{{route="{route}"}} {seconds:.6f}'
        yield "# TYPE tahqiq_checks_total counter"
        yield f"tahqiq_checks_total {self.checks}"
        yield "# TYPE tahqiq_refused_total counter"
        yield f"tahqiq_refused_total {self.limited}"
        yield "# TYPE tahqiq_turned_away_total counter"
        yield f"tahqiq_turned_away_total {self.turned_away}"
        yield "# TYPE tahqiq_checks_waiting gauge"
        yield f"tahqiq_checks_waiting {waiting}"
        if kept is not None:
            yield "# TYPE tahqiq_reports_kept gauge"
            yield f"tahqiq_reports_kept {kept}"
