"""The order in which analyses run."""

import asyncio
import threading

from resolint.lsp.analysis_queue import WORKERS, AnalysisQueue


async def test_a_short_analysis_does_not_wait_for_a_long_one():
    queue, release = AnalysisQueue(), threading.Event()
    long = asyncio.create_task(queue.run(release.wait))
    await asyncio.sleep(0)
    assert await asyncio.wait_for(queue.run(str.upper, "lamp"), 10) == "LAMP"
    release.set()
    assert await long
    queue.shutdown()


async def test_the_newest_request_is_the_next_to_run():
    queue = AnalysisQueue()
    order: list[str] = []
    releases = [threading.Event() for _ in range(WORKERS)]
    busy = [asyncio.create_task(queue.run(release.wait)) for release in releases]
    await asyncio.sleep(0)
    waiting = [asyncio.create_task(queue.run(order.append, name)) for name in ("first", "second", "third")]
    await asyncio.sleep(0)
    releases[0].set()  # one thread for all three
    await asyncio.gather(*waiting)
    assert order == ["third", "second", "first"]
    for release in releases:
        release.set()
    await asyncio.gather(*busy)
    queue.shutdown()


async def test_a_failure_frees_its_thread():
    queue = AnalysisQueue()
    for _ in range(WORKERS + 1):
        try:
            await queue.run(int, "lamp")
        except ValueError:
            continue
    assert await asyncio.wait_for(queue.run(int, "7"), 10) == 7
    queue.shutdown()
