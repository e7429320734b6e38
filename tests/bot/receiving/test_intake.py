"""What comes in is stored whatever it is, and read by itself: an odd update harms nobody but itself."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.database_thread import DatabaseThread
from bot.raw_json import salvaged
from bot.receiving.intake import Intake
from storage.database import Database
from tests.bot.receiving.odd_updates import NO_UPDATES, ODD_BUT_READ, UNREADABLE, update
from tests.conftest import SECRET
from tests.stages.alone import NOW, HandlerAlone, context, counting, outgoing

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(2**62, 2**72) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
SHAPED = st.fixed_dictionaries(
    {"update_id": st.integers(-5, 5) | JSON},
    optional={
        kind: st.fixed_dictionaries(
            {},
            optional={
                "message_id": st.integers(1, 9) | JSON,
                "chat": st.fixed_dictionaries({"id": st.integers(-9, 9) | JSON}, optional={"type": JSON}) | JSON,
                "from": st.fixed_dictionaries({"id": st.integers(1, 9) | JSON}, optional={"first_name": JSON}) | JSON,
                "text": st.text(max_size=9) | JSON,
                "reply_to_message": st.fixed_dictionaries({"message_id": JSON}) | JSON,
                "migrate_to_chat_id": JSON,
                "message": st.fixed_dictionaries({"chat": st.fixed_dictionaries({"id": JSON})}) | JSON,
                "new_chat_member": JSON,
            },
        )
        | JSON
        for kind in ("message", "edited_message", "callback_query", "my_chat_member")
    },
)
"""Garbage in the shape of updates."""


def taken_in(database: Database, ask: Callable[[Intake], Awaitable[Any]]) -> None:
    """Let an intake without a worker take something in."""

    async def take() -> None:
        thread = DatabaseThread()
        await ask(Intake(database, thread, lambda: NOW, asyncio.Event()))
        thread.close()

    asyncio.run(take())


def waiting(database: Database) -> int:
    with database.transaction() as work:
        return work.inbox.counts()["waiting"]


def kept(database: Database, texts: Sequence[str], offset: int = 99) -> None:
    taken_in(database, lambda intake: intake.keep([salvaged(text) for text in texts], offset))


def test_odd_updates_are_put_aside_and_those_beside_them_answered(database: Database) -> None:
    kept(database, [*NO_UPDATES, update(1, "a"), *UNREADABLE, update(2, "b"), *ODD_BUT_READ])
    assert waiting(database) == 2 + len(UNREADABLE) + len(ODD_BUT_READ)

    lines = HandlerAlone(database, context(counting)).all_updates()

    answered = ["said"] * (2 + len(ODD_BUT_READ))
    assert sorted(line.result for line in lines) == [*answered, *["unreadable"] * len(UNREADABLE)]
    with database.transaction() as work:
        assert (work.inbox.offset(), work.inbox.counts()) == (99, {"waiting": 0, "failed": len(UNREADABLE)})
    assert [text for _, text in outgoing(database)][:2] == ["a", "ab"]


def test_what_was_put_aside_is_not_taken_again_when_it_comes_again(database: Database) -> None:
    kept(database, UNREADABLE)
    kept(database, UNREADABLE)
    assert waiting(database) == len(UNREADABLE)


@pytest.fixture(scope="module")
def one_database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    opened = Database.open(f"sqlite:///{tmp_path_factory.mktemp('intake') / 'lots.db'}", SECRET)
    opened.upgrade()
    return opened


@settings(max_examples=40, deadline=None)
@given(updates=st.lists(SHAPED | JSON, min_size=1, max_size=6))
def test_whatever_comes_is_stored_or_dropped_and_the_next_one_answered(
    one_database: Database, updates: list[Any]
) -> None:
    handler = HandlerAlone(one_database, context(counting))
    taken_in(one_database, lambda intake: intake.keep([*updates, salvaged(update(77, "hej"))], 78))
    handler.all_updates()
    assert waiting(one_database) == 0
    outgoing(one_database)
