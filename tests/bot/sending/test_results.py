"""Results that could not be written are kept together with those that came since."""

from datetime import UTC, datetime

from bot.sending.results import Later, Results
from storage.queue_items import Outgoing

NOON = datetime(2023, 9, 1, 12, tzinfo=UTC)
SAID = Outgoing(-5, "sendMessage", {"chat_id": -5, "text": "levererat"})


def test_newer_marks_follow_older_ones_and_win_over_them() -> None:
    older = Results(sent={1: 500}, later={2: Later(NOON, "429")}, shut_out={7}, receipts=[SAID])
    newer = Results(
        sent={2: 501, 3: 502}, later={4: Later(NOON, "")}, refused={5: "403"}, moved={-5: -105}, receipts=[SAID]
    )

    both = older.followed_by(newer)

    assert both == Results(
        sent={1: 500, 2: 501, 3: 502},
        later={2: Later(NOON, "429"), 4: Later(NOON, "")},
        refused={5: "403"},
        shut_out={7},
        moved={-5: -105},
        receipts=[SAID, SAID],
    )
    assert both.rows() == {1, 2, 3, 4, 5}


def test_results_are_true_when_there_is_something_to_write() -> None:
    assert [bool(Results()), bool(Results(sent={1: 0})), bool(Results(shut_out={7}))] == [False, True, True]
