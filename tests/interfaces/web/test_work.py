from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import date

import pytest

from tahqiq.errors import InputError
from tahqiq.interfaces.web.keeping import packed, report_id, unpacked
from tahqiq.interfaces.web.work import BusyError, Given, Workers, forms

EMPTY = Given(b"", "a.txt", None, None, None, date(2026, 1, 1), 100)


def test_jobs_run_in_processes_that_end_when_they_take_too_long() -> None:
    async def story() -> None:
        workers = Workers(1, 20)
        try:
            assert await workers.run(len, "ab") == 2
            with pytest.raises(InputError, match="empty"):
                await workers.run(forms, EMPTY, ("json",))
            workers.seconds = 0.5
            with pytest.raises(InputError, match="too_slow"):
                await workers.run(time.sleep, 60)
            workers.seconds = 20
            assert await workers.run(len, "abc") == 3, "a new process takes the place of the one that was ended"
        finally:
            workers.close()

    asyncio.run(story())


def test_who_waits_too_long_for_a_process_is_told_so() -> None:
    async def story() -> None:
        workers = Workers(0, 0.05)
        await workers._free.acquire()
        with pytest.raises(BusyError):
            await workers.run(len, "ab")

    asyncio.run(story())


def test_what_was_given_comes_back_from_the_store() -> None:
    given = Given(b"\x00\xff\xd8", "name \u202e", "pdf", date(2024, 5, 1), "ar", date(2026, 1, 1), 100)
    assert unpacked(packed(given)) == given
    assert report_id(unpacked(packed(given))) == report_id(given)
    assert report_id(given) != report_id(replace(given, data=b"other"))
    assert report_id(given) != report_id(replace(given, today=date(2026, 1, 2)))
