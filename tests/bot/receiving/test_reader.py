"""Reading ahead goes on beside everything else, one update after another, and a failure of it holds nobody up."""

import asyncio
import threading

from bot.receiving.reader import Reader
from bot.turns.reading_ahead import ReadingAhead, Rehearsal


def test_reading_is_done_elsewhere_and_its_chat_goes_on_afterwards() -> None:
    async def read() -> None:
        ahead, arrived, may_end = ReadingAhead(), asyncio.Event(), threading.Event()
        names: list[str] = []

        def play() -> None:
            may_end.wait()
            names.append(threading.current_thread().name.partition("_")[0])

        reader = Reader(ahead, arrived)
        reader.begin((Rehearsal(1, 7, play), Rehearsal(2, 8, play), Rehearsal(3, 7, play)))
        assert (ahead.waiting, arrived.is_set()) == ((7, 8), False)
        may_end.set()
        while ahead.waiting:
            arrived.clear()
            await arrived.wait()
        await reader.close()
        assert (names, ahead.waiting, arrived.is_set()) == (["reading"] * 2, (), True)

    asyncio.run(read())


def test_a_stop_waits_for_what_is_being_read_and_for_nothing_behind_it() -> None:
    async def read() -> None:
        ahead, arrived, begun, may_end = ReadingAhead(), asyncio.Event(), asyncio.Event(), threading.Event()
        loop, done = asyncio.get_running_loop(), []

        def play() -> None:
            loop.call_soon_threadsafe(begun.set)
            may_end.wait()
            done.append(threading.current_thread().name)

        reader = Reader(ahead, arrived)
        reader.begin(Rehearsal(number, number, play) for number in (1, 2, 3))
        await begun.wait()
        closing = asyncio.create_task(reader.close())
        while ahead.waiting != (1,):
            arrived.clear()
            await asyncio.wait_for(arrived.wait(), 60)
        assert not closing.done()
        may_end.set()
        await closing
        assert (len(done), ahead.waiting) == (1, ())

    asyncio.run(read())


def test_what_cannot_be_rehearsed_is_handled_all_the_same() -> None:
    async def read() -> None:
        ahead, arrived = ReadingAhead(), asyncio.Event()
        reader = Reader(ahead, arrived)
        reader.begin([Rehearsal(1, 7, lambda: 1 // 0)])
        await reader.close()
        assert (ahead.waiting, arrived.is_set()) == ((), True)

    asyncio.run(read())
