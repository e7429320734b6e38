"""Only Telegram's own JSON refuses a message; whatever else comes back is sorted by what it may have done."""

from typing import Any

import pytest

from bot.demo.rules.refusals import Refusal, flood, migrated
from bot.telegram.calls.response import ROWS, Response, message_number, result_of
from bot.telegram.refusal import Sort, Undeliverable
from tests.bot.telegram.calls.responses import BROKEN_OFF, EXAMPLES, SENT, Answer, odd, said


def failed(answer: Answer) -> Undeliverable:
    with pytest.raises(Undeliverable) as met:
        result_of(*answer)
    return met.value


def test_a_result_is_taken_whatever_it_is() -> None:
    results = [result_of(200, b'{"ok":true,"result":%s}' % body) for body in (b"true", b"[]", b'{"message_id":7}')]
    assert results == [True, [], {"message_id": 7}]


@pytest.mark.parametrize("place", range(len(ROWS)), ids=lambda place: ROWS[place].what)
def test_each_row_is_met_by_its_examples_and_by_no_others(place: int) -> None:
    met = [next(row for row in ROWS if row.fits(Response(*answer))) for answer in EXAMPLES[place]]
    assert met == [ROWS[place]] * len(EXAMPLES[place])
    assert {failed(answer).sort for answer in EXAMPLES[place]} == {ROWS[place].sort}


def test_half_a_message_tells_its_number_if_that_is_whole() -> None:
    assert [failed(answer).message_id for answer in BROKEN_OFF] == [0, 0, 0, 0, 7, 7, 7]


@pytest.mark.parametrize("result", [None, True, 7, "sent", [7], {}, {"message_id": "7"}, {"message_id": 10**40}])
def test_a_result_that_is_no_message_leaves_a_doubt(result: Any) -> None:
    with pytest.raises(Undeliverable) as met:
        message_number(result)
    assert met.value.sort is Sort.DOUBT


def test_what_telegram_names_is_kept_and_nonsense_is_not() -> None:
    limits = [failed(said(flood(7))), failed(said(Refusal(429, "x", retry_after=10**9))), failed(odd(error_code=429))]
    groups = [failed(said(migrated(-1009))), failed(said(migrated(10**30)))]
    assert [refusal.retry_after for refusal in limits] == [7, 3600, 0]
    assert [(refusal.sort, refusal.migrated_to) for refusal in groups] == [(Sort.MOVED, -1009), (Sort.REFUSED, 0)]


def test_a_reason_has_telegram_s_number_and_words_and_no_word_of_a_stranger() -> None:
    assert [failed(answer).reason for answer in (said(flood(7)), (403, b"<p>Anna</p>"), (200, SENT[:20]))] == [
        "429 Too Many Requests: retry after 7",
        "status 403, not in Telegram's words",
        "status 200, not in Telegram's words",
    ]
    assert len(failed(odd(description="x" * 5000)).reason) == 304
