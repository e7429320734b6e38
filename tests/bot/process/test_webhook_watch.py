"""What Telegram says of the webhook is read, whatever it says, and judged."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.process.webhook_watch import FAILED_LATELY, WebhookState, read_state

URL = "https://example.org/lots"
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_an_answer_of_telegram_is_read() -> None:
    info = {"url": URL, "has_custom_certificate": False, "pending_update_count": 3}
    assert read_state(info) == WebhookState(URL, 3)
    failed = {"last_error_date": int(NOW.timestamp()), "last_error_message": "Connection refused"}
    assert read_state({**info, **failed}) == WebhookState(URL, 3, "Connection refused", NOW)


@given(st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.dictionaries(st.text(), inner)))
def test_any_other_answer_is_none(info: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, OverflowError)):
        read_state(info)


@pytest.mark.parametrize(
    ("state", "trouble"),
    [
        (WebhookState(URL, 0), ""),
        (WebhookState("", 0), "Telegram brings updates elsewhere: start Lots again to set the webhook"),
        (WebhookState(URL, 2, "502", NOW), "Telegram does not get through to the webhook: 502"),
        (WebhookState(URL, 0, "502", NOW), ""),
        (WebhookState(URL, 2, "502", NOW - FAILED_LATELY - timedelta(seconds=1)), ""),
    ],
)
def test_an_error_counts_while_something_waits_and_it_is_fresh(state: WebhookState, trouble: str) -> None:
    assert state.trouble(URL, NOW) == trouble
