"""`docs/delivery.md` is fresh, and each of its rows holds over real connections against a server that lies."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.demo.world.faults import Fault
from bot.sending import senders
from bot.sending.calling.made_files import Files
from bot.sending.calling.sender import Sender
from bot.sending.calling.taken import Taken
from bot.sending.limiter import UNLIMITED, Limiter
from bot.sending.senders import PacedSender
from bot.sending.verdict import LONGEST_PAUSE, Delivered, GivenUp, Later, LeftInDoubt, Verdict
from bot.telegram.calls.response import ROWS
from bot.telegram.gateway import Gateway
from bot.telegram.refusal import Sort
from storage.errors import StorageError
from storage.queue_items import Kind, Parcel
from storage.repositories.outgoing.posts import MessageId
from tests.bot.demo.town import Town, in_town
from tests.bot.running import TOKEN, free_port
from tests.bot.sending.delivery_page import NOON, PAGE, STATES, WITHOUT_A_STATUS, State, follows, page, wanted
from tests.bot.telegram.calls.responses import EXAMPLES, Answer

FIRST, THIRD, *_ = STATES
PATIENCE = 100
"""Tries after which a message that still waits is taken to wait for as long as it takes."""


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noon whenever a verdict is given."""
    monkeypatch.setattr(senders, "wall", lambda: NOON)


class NoFiles(Files):
    """What makes no file, for a reason."""

    def __init__(self, why: Exception) -> None:
        self.why = why

    async def make(self, parcel: Parcel) -> None:
        """Fail."""
        raise self.why


class Place:
    """A town with one person and what sends to it."""

    def __init__(self, there: Town, gateway: Gateway, anna: int) -> None:
        self.town = there
        self.gateway = gateway
        self.anna = anna
        self.files = NoFiles(OSError("the disk is full"))

    def lie(self, answer: Answer, *, before: bool = False, **narrowed: Any) -> None:
        """Let the server answer something else from now on, and carry the call out or not."""
        code, body = answer
        kind = "lie_before" if before else "lie_after"
        self.fault(kind, code=code, body=body.decode(), **narrowed)

    def fault(self, kind: str, **rule: Any) -> None:
        """Let the next calls go wrong, and no others."""
        self.town.app.api.faults.remove()
        self.town.app.api.faults.add(Fault(kind=kind, **{"method": "sendMessage", **rule}))

    async def sent(self, parcel: Parcel, card: MessageId | None = None) -> Verdict:
        """Try once, with no memory of a chat that had to wait."""
        return await PacedSender(Sender(self.gateway, self.files), Limiter(UNLIMITED)).deliver(Taken(parcel, card))

    async def to_the_end(self, state: State = FIRST, **content: Any) -> tuple[Verdict, list[float]]:
        """Try until it ends, or for a long time; return the verdict and the waits in seconds."""
        parcel, waits = state.parcel(chat=self.anna, **content), []
        while isinstance(verdict := await self.sent(parcel), Later) and len(waits) < PATIENCE:
            waits.append((verdict.at - NOON).total_seconds())
            doubts = parcel.doubts + verdict.doubtful
            parcel = replace(parcel, attempts=parcel.attempts + 1, doubts=doubts, error=verdict.reason)
        return verdict, waits

    def copies(self, chat: int = 0) -> list[str]:
        """What the bot has said in a chat."""
        messages = self.town.app.world.chats[chat or self.anna].messages.values()
        return [str(one.get("text", one.get("caption"))) for one in messages if one["from"]["is_bot"]]


def placed(test: Callable[[Place], Awaitable[None]]) -> Callable[[], None]:
    """Run an async test at a place of its own."""

    @in_town
    async def run(there: Town) -> None:
        gateway = Gateway(TOKEN, there.url)
        await gateway.open()
        try:
            await test(Place(there, gateway, await there.person()))
        finally:
            await gateway.close()

    run.__name__ = test.__name__
    return run


def test_the_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.bot.sending.delivery_page writes it anew"


@placed
async def test_each_row_holds_for_each_of_its_examples_in_each_state(place: Place) -> None:
    for row, examples in zip(ROWS, EXAMPLES, strict=True):
        for answer in examples:
            place.lie(answer, before=row.sort not in {Sort.DONE, Sort.DOUBT})
            first = await place.sent(FIRST.parcel(chat=place.anna))
            reason = getattr(first, "reason", "")
            found = [follows(await place.sent(state.parcel(reason, chat=place.anna))) for state in STATES]
            assert found == [wanted(row.sort, state) for state in STATES], (row.what, answer)


@placed
async def test_what_has_no_status_holds_in_each_state(place: Place) -> None:
    nowhere = Gateway(TOKEN, f"http://127.0.0.1:{free_port()}")
    await nowhere.open_connections()
    alone = Place(place.town, nowhere, place.anna)
    assert [follows(await alone.sent(state.parcel())) for state in STATES] == _cells(0)
    place.fault("cut_after")
    assert [follows(await place.sent(state.parcel(chat=place.anna))) for state in STATES] == _cells(1)
    place.lie((200, b'{"ok":true,"result":{"chat":{"id":101}}}'))
    assert [follows(await place.sent(state.parcel(chat=place.anna))) for state in STATES] == _cells(2)
    await nowhere.close()


def _cells(row: int) -> list[str]:
    return [wanted(WITHOUT_A_STATUS[row][1], state) for state in STATES]


@placed
async def test_what_arrived_is_repeated_five_times_at_most(place: Place) -> None:
    for lie in ("welcome", "list", "string", "number", "no_result", "deep", "broken", "restart"):
        place.fault("lie_after", lie=lie)
        verdict, waits = await place.to_the_end(payload={"text": lie})
        assert (type(verdict), waits, place.copies().count(lie)) == (LeftInDoubt, [0.5, 2, 8, 10, 10], 6), lie


@placed
async def test_half_an_answer_is_telegram_s_word_and_repeated_never(place: Place) -> None:
    place.fault("lie_after", lie="half")
    delivered = await place.sent(FIRST.parcel(chat=place.anna))
    assert isinstance(delivered, Delivered)
    assert place.town.app.world.chats[place.anna].messages[delivered.message]["text"] == "hej"
    assert place.copies() == ["hej"]


@placed
async def test_a_token_or_a_way_that_is_shut_is_waited_out_and_the_message_comes_once(place: Place) -> None:
    for lie in ("unauthorized", "not_found", "firewall", "no_backend", "login", "proxy_login", "too_many", "portal"):
        place.fault("lie_before", lie=lie)
        verdict, waits = await place.to_the_end(payload={"text": lie})
        assert (type(verdict), waits == sorted(waits), max(waits)) == (Later, True, LONGEST_PAUSE), lie
        place.town.app.api.faults.remove()
        verdict, _ = await place.to_the_end(payload={"text": lie})
        assert (type(verdict), place.copies().count(lie), place.gateway.reach.token_refused) == (Delivered, 1, False)


@placed
async def test_what_telegram_cannot_take_is_given_up_with_its_number_and_words(place: Place) -> None:
    place.fault("lie_before", lie="too_large")
    assert await place.to_the_end() == (GivenUp("413 Request Entity Too Large"), [0.5, 1])


@placed
async def test_a_file_that_cannot_be_made_is_given_up_and_one_that_waits_for_the_database_is_not(place: Place) -> None:
    verdict, waits = await place.to_the_end(kind=Kind.EXPORT)
    assert (type(verdict), waits) == (GivenUp, [0.5, 1])
    place.files.why = StorageError("the database is away")
    verdict, waits = await place.to_the_end(kind=Kind.EXPORT)
    assert (type(verdict), len(waits), max(waits)) == (Later, PATIENCE, LONGEST_PAUSE)


@placed
async def test_a_card_is_edited_only_where_its_message_is_for(place: Place) -> None:
    group, other = await place.town.group(place.anna), await place.town.group(place.anna)
    posted = await place.sent(FIRST.parcel(chat=group, kind=Kind.CARD))
    assert isinstance(posted, Delivered)
    changed = FIRST.parcel(chat=group, kind=Kind.CARD, payload={"text": "nytt"})
    assert await place.sent(changed, (group, posted.message)) == Delivered(posted.message)
    elsewhere = await place.sent(replace(changed, chat=other), (group, posted.message))
    assert (type(elsewhere), place.copies(group), place.copies(other)) == (Delivered, ["nytt"], ["nytt"])


@placed
async def test_an_edit_that_is_told_of_a_new_group_follows_it_and_never_at_once(place: Place) -> None:
    group = await place.town.group(place.anna)
    place.fault("migrated", method="editMessageText", to=-1009)
    verdict = await place.sent(THIRD.parcel(chat=group, kind=Kind.CARD), (group, 1))
    assert follows(verdict) == "to the new chat in 2 s"


@placed
async def test_an_edit_loses_its_markup_like_a_message(place: Place) -> None:
    group = await place.town.group(place.anna)
    posted = await place.sent(FIRST.parcel(chat=group, kind=Kind.CARD))
    assert isinstance(posted, Delivered)
    payload = {"text": "<b>ny", "parse_mode": "HTML"}
    mended = await place.sent(FIRST.parcel(chat=group, kind=Kind.CARD, payload=payload), (group, posted.message))
    again = await place.sent(FIRST.parcel(chat=group, kind=Kind.CARD, payload=payload), (group, posted.message))
    assert (mended, again, place.copies(group)) == (posted, posted, ["ny"])


@placed
async def test_words_come_without_their_file_their_topic_and_their_markup(place: Place) -> None:
    group = await place.town.group(place.anna, is_forum=True)
    place.fault("lie_before", lie="no_photos", method="sendPhoto")
    payload = {"photo": "x", "caption": "<b>ord", "parse_mode": "HTML", "message_thread_id": 99}
    verdict = await place.sent(FIRST.parcel(chat=group, method="sendPhoto", payload=payload))
    assert (type(verdict), getattr(verdict, "whole", None), place.copies(group)) == (Delivered, False, ["ord"])
