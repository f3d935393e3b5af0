from __future__ import annotations

import asyncio
import json
import os
import signal
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date

import pytest

from tahqiq.errors import InputError, ServiceError
from tahqiq.interfaces.processes import FaultError
from tahqiq.interfaces.web import jobs, keeping
from tahqiq.interfaces.web.jobs import Given, forms, settle
from tahqiq.interfaces.web.keeping import packed, unpacked
from tahqiq.interfaces.web.work import Bounds, Workers

EMPTY = Given(b"", "a.txt", None, None, None, date(2026, 1, 1), 100)
BOUNDS = Bounds(seconds=20, memory=300, queue=64)


def told(story: Callable[[Workers], Awaitable[None]], count: int = 1) -> None:
    """Tell a story with workers of its own."""

    async def whole() -> None:
        workers = Workers(count, BOUNDS, settle)
        workers.start()
        try:
            await story(workers)
        finally:
            workers.close()

    asyncio.run(whole())


def test_jobs_run_in_processes_that_end_when_they_take_too_long() -> None:
    async def story(workers: Workers) -> None:
        assert await workers.run(len, "ab") == 2
        with pytest.raises(InputError, check=lambda e: e.code == "empty"):
            await workers.run(forms, EMPTY, ("json",))
        workers.bounds = replace(BOUNDS, seconds=0.5)
        with pytest.raises(InputError, check=lambda e: e.code == "too_slow"):
            await workers.run(time.sleep, 60)
        workers.bounds = BOUNDS
        assert await workers.run(len, "abc") == 3, "a new process takes the place of the one that was ended"

    told(story)


def test_of_very_many_claims_the_first_are_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "By April 2024 the United States had used its veto 83 times in the Council, 46 of them for Israel."
    given = replace(EMPTY, data="\n\n".join([sentence] * 3).encode(), kind="txt", characters=10_000)
    whole = json.loads(forms(given, ("json",))["json"])
    monkeypatch.setattr(jobs, "CLAIMS", 3)
    told = forms(given, ("json", "body.en", "body.ar"))
    first = json.loads(told["json"])
    assert (len(whole["claims"]), whole["beyond"]) == (6, 0)
    assert (len(first["claims"]), first["beyond"]) == (3, 3)
    assert first["claims"][:2] == whole["claims"][:2]
    assert "3 more claims at the end" in told["body.en"]


def test_a_job_ends_no_process_but_its_own() -> None:
    async def story(workers: Workers) -> None:
        await asyncio.gather(*(workers.run(time.sleep, 0.3) for _ in range(2)))  # until both are ready
        before = workers.processes()
        slow = asyncio.create_task(workers.run(time.sleep, 2))
        await asyncio.sleep(0.2)
        with pytest.raises(InputError, check=lambda e: e.code == "too_complex"):
            await workers.run(bytearray, 800_000_000)
        await slow
        assert len(set(before) & set(workers.processes())) == 1

    told(story, 2)


def test_a_process_killed_from_outside_loses_nothing_but_a_job_that_kills_is_refused() -> None:
    async def story(workers: Workers) -> None:
        assert await workers.run(len, "ab") == 2
        os.kill(workers.processes()[0], signal.SIGKILL)
        assert await workers.run(len, "abc") == 3
        working = asyncio.create_task(workers.run(time.sleep, 0.5))
        await asyncio.sleep(0.2)
        os.kill(workers.processes()[0], signal.SIGKILL)
        await working
        with pytest.raises(InputError, check=lambda e: e.code == "too_complex"):
            await workers.run(os.abort)
        assert await workers.run(len, "abcd") == 4

    told(story)


def test_a_fault_is_told_without_what_was_read() -> None:
    async def story(workers: Workers) -> None:
        with pytest.raises(FaultError, match="ValueError") as caught:
            await workers.run(int, "somebody")
        assert "somebody" not in str(caught.value)

    told(story)


def test_who_waits_too_long_for_a_process_is_told_when_to_come_back() -> None:
    async def story() -> None:
        workers = Workers(0, replace(BOUNDS, seconds=0.05), settle)
        await workers._free.get()
        with pytest.raises(ServiceError) as caught:
            await workers.run(len, "ab")
        assert caught.value.code == "busy"
        assert caught.value.seconds

    asyncio.run(story())


def test_the_line_tells_its_places_and_has_an_end() -> None:
    async def story() -> None:
        workers = Workers(0, replace(BOUNDS, queue=3), settle)
        turns = [workers.join() for _ in range(3)]
        assert [workers.place(turn) for turn in turns] == [1, 2, 3]
        with pytest.raises(ServiceError, check=lambda e: e.code == "busy"):
            workers.join()
        assert await workers.run(len, "ab", turn=turns[0]) == 2
        assert [workers.place(turn) for turn in turns] == [0, 1, 2]
        workers.join()

    asyncio.run(story())


def test_what_was_given_comes_back_from_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(b"\x00\xff\xd8", "name \u202e", "pdf", date(2024, 5, 1), "ar", date(2026, 1, 1), 100)
    text = packed(given)
    assert unpacked(text) == (given, True)
    monkeypatch.setattr(keeping, "__version__", "another")
    assert unpacked(text) == (given, False), "the program has moved on: it would make another report"
