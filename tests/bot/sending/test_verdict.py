"""The verdict on a refusal, as a table: what came back, what had been tried, what becomes of the message."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.sending.verdict import Delivered, GivenUp, Later, LeftInDoubt, Moved, Verdict, verdict_on
from bot.telegram.refusal import Sort, Undeliverable
from storage.queue_items import Parcel
from storage.repositories.outgoing.outbox import ABANDONED

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ANSWER: dict[str, Any] = {}
REMINDER = {"bulk": True}
LIMITED = {"attempts": 5}
"""Claimed before, but only its chat had to wait: nothing was tried."""


def in_(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def tried(times: int, error: str = "why", **more: Any) -> dict[str, Any]:
    return {"attempts": times + 1, "error": error, **more}


def waits(seconds: float) -> Later:
    return Later(in_(seconds), "why")


def doubts(seconds: float) -> Later:
    return Later(in_(seconds), "why", doubtful=True)


@pytest.mark.parametrize(
    ("sort", "parcel", "verdict"),
    [
        pytest.param(Sort.DONE, ANSWER, Delivered(9), id="done"),
        pytest.param(Sort.REFUSED, ANSWER, GivenUp("why"), id="wrong request"),
        pytest.param(Sort.GONE, ANSWER, GivenUp("why", shut_out=True), id="blocked"),
        pytest.param(Sort.GONE, REMINDER, GivenUp("why", shut_out=True), id="a reminder too"),
        pytest.param(Sort.MOVED, ANSWER, Moved(-100, in_(0.5), "why"), id="a group that moved"),
        pytest.param(Sort.MOVED, tried(2), Moved(-100, in_(2), "why"), id="to and fro: never at once"),
        pytest.param(Sort.FLOOD, ANSWER, Later(in_(7), "why", chat_rests=True), id="429: the chat rests"),
        pytest.param(Sort.FLOOD, tried(9), Later(in_(7), "why", chat_rests=True), id="429 is never doubled"),
        pytest.param(Sort.WAITS, ANSWER, waits(0.5), id="surely not done"),
        pytest.param(Sort.WAITS, LIMITED, waits(0.5), id="a first try is one, however often it was claimed"),
        pytest.param(Sort.WAITS, tried(1), waits(1), id="again: twice as long"),
        pytest.param(Sort.WAITS, tried(5), waits(16), id="for the sixth time"),
        pytest.param(Sort.WAITS, tried(6), waits(30), id="for the seventh time: no longer than that"),
        pytest.param(Sort.WAITS, tried(10**6, doubts=9), waits(30), id="for as long as it takes, whatever was before"),
        pytest.param(Sort.TOKEN, tried(10**6), waits(30), id="the token too"),
        pytest.param(Sort.UNFIT, ANSWER, waits(0.5), id="413"),
        pytest.param(Sort.UNFIT, tried(1), waits(1), id="413 again"),
        pytest.param(Sort.UNFIT, tried(2), GivenUp("why"), id="413 for the third time"),
        pytest.param(Sort.UNFIT, tried(9, "else"), waits(30), id="413 after something else: tried once more"),
        pytest.param(Sort.DOUBT, ANSWER, doubts(0.5), id="no answer: may have arrived"),
        pytest.param(Sort.DOUBT, tried(1, doubts=1), doubts(2), id="an answer, 2nd doubt"),
        pytest.param(Sort.DOUBT, tried(4, doubts=4), doubts(10), id="an answer, 5th doubt"),
        pytest.param(Sort.DOUBT, tried(5, doubts=5), LeftInDoubt("why"), id="an answer, 6th doubt"),
        pytest.param(Sort.DOUBT, REMINDER, doubts(5), id="a reminder, 1st doubt"),
        pytest.param(Sort.DOUBT, tried(1, doubts=1, bulk=True), LeftInDoubt("why"), id="a reminder, 2nd doubt"),
        pytest.param(
            Sort.DOUBT,
            tried(3, ABANDONED, bulk=True, doubts=3),
            doubts(5),
            id="the end of a process is no call without an answer",
        ),
    ],
)
def test_the_verdict_on_a_refusal(sort: Sort, parcel: dict[str, Any], verdict: Verdict) -> None:
    refused = Undeliverable("why", sort, retry_after=7.0, migrated_to=-100, message_id=9)
    assert verdict_on(Parcel(7, "sendMessage", {}, seq=1, **parcel), refused, NOON) == verdict
