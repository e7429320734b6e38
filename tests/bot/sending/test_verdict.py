"""The verdict on a refusal, as a table: what Telegram said, what had been tried, what becomes of the message."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.sending.verdict import GivenUp, Later, LeftInDoubt, Moved, Verdict, verdict_on
from bot.telegram.refusal import Undeliverable
from storage.queue_items import Parcel
from storage.repositories.outbox import ABANDONED

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
FLOOD = {"retry_after": 7.0, "flood": True}
BUSY = {"retry_after": 1.0}
UNANSWERED = {"retry_after": 0.5, "ambiguous": True}
ANSWER: dict[str, Any] = {}
REMINDER = {"bulk": True}


def in_(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("refusal", "parcel", "verdict"),
    [
        pytest.param({"permanent": True}, ANSWER, GivenUp("why"), id="wrong request"),
        pytest.param({"permanent": True, "gone": True}, ANSWER, GivenUp("why", shut_out=True), id="blocked"),
        pytest.param({"permanent": True, "gone": True}, REMINDER, GivenUp("why", shut_out=True), id="a reminder too"),
        pytest.param({"migrated_to": -100}, ANSWER, Moved(-100, NOON, "why"), id="a group that moved"),
        pytest.param(FLOOD, ANSWER, Later(in_(7), "why", chat_rests=True), id="429: the chat rests as long as it says"),
        pytest.param(FLOOD, {"attempts": 9}, Later(in_(7), "why", chat_rests=True), id="429 is never doubled"),
        pytest.param(BUSY, ANSWER, Later(in_(1), "why"), id="5xx"),
        pytest.param(BUSY, {"attempts": 2}, Later(in_(2), "why"), id="5xx again: twice as long"),
        pytest.param(BUSY, {"attempts": 4}, Later(in_(8), "why"), id="5xx for the fourth time"),
        pytest.param(BUSY, {"attempts": 90}, Later(in_(8), "why"), id="5xx for long: no longer than that"),
        pytest.param(BUSY, {"doubts": 9}, Later(in_(1), "why"), id="a clear refusal is no doubt, whatever was before"),
        pytest.param(UNANSWERED, ANSWER, Later(in_(0.5), "why", doubtful=True), id="no answer: may have arrived"),
        pytest.param(UNANSWERED, {"doubts": 4}, Later(in_(0.5), "why", doubtful=True), id="an answer, 5th doubt"),
        pytest.param(UNANSWERED, {"doubts": 5}, LeftInDoubt("why"), id="an answer, 6th doubt"),
        pytest.param(UNANSWERED, REMINDER, Later(in_(0.5), "why", doubtful=True), id="a reminder, 1st doubt"),
        pytest.param(UNANSWERED, {**REMINDER, "doubts": 1}, LeftInDoubt("why"), id="a reminder, 2nd doubt"),
        pytest.param(
            UNANSWERED,
            {**REMINDER, "doubts": 3, "error": ABANDONED},
            Later(in_(0.5), "why", doubtful=True),
            id="the end of a process is no call without an answer",
        ),
    ],
)
def test_the_verdict_on_a_refusal(refusal: dict[str, Any], parcel: dict[str, Any], verdict: Verdict) -> None:
    refused = Undeliverable("why", **refusal)
    assert verdict_on(Parcel(7, "sendMessage", {}, seq=1, **parcel), refused, NOON) == verdict
