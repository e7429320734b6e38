"""What is told of a message, by what became of it."""

from datetime import UTC, datetime

import pytest

from bot.sending.receipts import receipts
from bot.sending.verdict import Delivered, GivenUp, Later, LeftInDoubt, Verdict
from dialogs.conversation.replies import Receipt
from storage.queue_items import Notes, Parcel

DESK = -5
WANTED = Receipt(DESK, "fram", "inte fram", "K7WM4", "kanske", "utan filen")


def told(verdict: Verdict, receipt: Receipt | None = WANTED) -> list[tuple[int, str, str, str, bool]]:
    parcel = Parcel(seq=7, chat=101, method="sendMessage", payload={}, notes=Notes(receipt=receipt))
    return [
        (item.chat, item.payload["text"], item.key, item.about, item.notes.under_card)
        for item in receipts(parcel, verdict)
    ]


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Delivered(500), "fram"),
        (Delivered(500, whole=False), "utan filen"),
        (GivenUp("blocked"), "inte fram"),
        (LeftInDoubt("time-out"), "kanske"),
    ],
)
def test_each_end_of_a_message_has_its_words_under_the_card_and_once(verdict: Verdict, words: str) -> None:
    assert told(verdict) == [(DESK, words, "receipt:7", "K7WM4", True)]


def test_nothing_is_said_before_the_end_without_words_or_where_nobody_asked() -> None:
    later = Later(datetime(2023, 9, 1, tzinfo=UTC), "busy")
    silent = Receipt(DESK, "", "inte fram")
    assert [told(later), told(Delivered(1), silent), told(Delivered(1), None)] == [[], [], []]


def test_a_receipt_about_no_case_stands_by_itself() -> None:
    assert told(Delivered(1), Receipt(DESK, "fram", "inte fram")) == [(DESK, "fram", "receipt:7", "", False)]


def test_of_files_that_were_ordered_together_it_is_said_once_and_not_to_a_chat_that_shut_lots_out() -> None:
    ordered = Receipt(101, "", "inte fram", once="p1:3")
    assert told(GivenUp("400 too large"), ordered) == [(101, "inte fram", "receipt:p1:3", "", False)]
    assert told(GivenUp("403 blocked", shut_out=True), ordered) == []
    assert told(GivenUp("403 blocked", shut_out=True)) == [(DESK, "inte fram", "receipt:7", "K7WM4", True)]
