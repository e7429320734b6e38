"""Block and unblock with a live draft: the reminders ahead are planned again, at the news itself or the first word."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.sending.results import Results
from dialogs.conversation.session import Session
from dialogs.records.shut_out import SHUT_OUT
from storage.database import Database
from storage.queue_items import Received
from tests.bot.process.test_ticker import Clock, a_draft, handler, put

ANNA = 1
NOON = datetime(2023, 9, 2, 9, tzinfo=UTC)
AHEAD = ["draft-2wd", "draft-3h", "draft-5wd", "draft-day", "receipt-1wd"]
AGAIN = 'Nu påminner jag igen om "Utan namn".'


class Telegram:
    """Updates of one person, given to the handler one after the other."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.handler = handler(database, Clock(NOON))
        self.count = 0

    def standing(self, was: str, now: str) -> None:
        """Tell that the bot's standing in the chat has changed."""
        statuses = {"old_chat_member": {"status": was}, "new_chat_member": {"status": now}}
        self._arrives("my_chat_member", statuses)

    def says(self, text: str) -> None:
        self._arrives("message", {"message_id": self.count + 1, "text": text})

    def _arrives(self, kind: str, body: dict[str, Any]) -> None:
        self.count += 1
        person = {"id": ANNA, "first_name": "Anna", "language_code": "sv"}
        update = {"update_id": self.count, kind: {**body, "chat": {"id": ANNA, "type": "private"}, "from": person}}
        with self.database.transaction() as work:
            work.inbox.remember([Received(self.count, ANNA, json.dumps(update), NOON)])
        self.handler.updates(5)

    def heard(self) -> list[str]:
        """What came to the person since the last look."""
        texts: list[str] = []
        with self.database.transaction() as work:
            while parcels := work.outbox.claim(NOON + timedelta(days=1), 50):
                texts += [parcel.payload["text"] for parcel in parcels]
                work.outbox.sent(dict.fromkeys((parcel.seq for parcel in parcels), 0))
        return texts


@pytest.fixture
def telegram(database: Database) -> Telegram:
    """Anna with a draft, who has talked with Lots before."""
    put(database, a_draft("p1", ANNA))
    with database.transaction() as work:
        work.sessions.save([Session(ANNA, ANNA, "sv", "vasa", greeted=True)])
    return Telegram(database)


def waiting(database: Database) -> list[str]:
    with database.transaction() as work:
        return sorted(item["kind"] for item in work.reminders.everything(ANNA) if item["fired_at"] is None)


def test_at_the_news_of_the_return_they_are_planned_again_and_it_is_said_once(telegram: Telegram) -> None:
    telegram.standing("member", "kicked")
    assert waiting(telegram.database) == []
    telegram.standing("kicked", "member")
    assert waiting(telegram.database) == AHEAD
    [said] = telegram.heard()
    assert AGAIN in said
    telegram.says("hej")
    assert AGAIN not in "".join(telegram.heard())


def test_without_the_news_they_are_planned_again_at_the_first_word(telegram: Telegram) -> None:
    telegram.standing("member", "kicked")
    telegram.says("hej")
    _answer, said = telegram.heard()
    assert AGAIN in said
    assert waiting(telegram.database) == AHEAD


def test_a_block_that_only_a_refused_message_told_of_is_remembered_too(telegram: Telegram) -> None:
    with telegram.database.transaction() as work:
        Results(shut_out={ANNA}).write(work, NOON)
    assert waiting(telegram.database) == [SHUT_OUT]
    telegram.says("hej")
    assert waiting(telegram.database) == [*AHEAD, SHUT_OUT]


def test_whoever_had_stopped_them_hears_nothing_and_who_has_no_draft_neither(telegram: Telegram) -> None:
    with telegram.database.transaction() as work:
        [session] = work.sessions.load([(ANNA, ANNA)]).values()
        work.sessions.save([session.but(muted=("deadline", "pitch"))])
    telegram.standing("member", "kicked")
    telegram.standing("kicked", "member")
    assert telegram.heard() == []
    with telegram.database.transaction() as work:
        work.proposals.erase(ANNA)
        [session] = work.sessions.load([(ANNA, ANNA)]).values()
        work.sessions.save([session.but(muted=(), away=True)])
    telegram.says("hej")
    assert AGAIN not in "".join(telegram.heard())
