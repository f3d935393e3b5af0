"""The description of the data is true: whatever it allows to be sent is answered as it says."""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import Any

import pytest

schemathesis = pytest.importorskip("schemathesis")

from hypothesis import HealthCheck, settings  # noqa: E402
from schemathesis.specs.openapi.checks import positive_data_acceptance  # noqa: E402

from tahqiq.interfaces.web import Settings, create_app  # noqa: E402

folder = TemporaryDirectory()
site = Settings(store=f"sqlite:///{folder.name}/reports.db", workers=0, rate=0, log=False, fetching=False)
schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(site))


@schema.parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=15, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_site_does_what_its_description_says(case: Any) -> None:
    # Left out: that whatever has the right form is accepted. A day or a filter may have it and still name nothing.
    case.call_and_validate(excluded_checks=[positive_data_acceptance])
