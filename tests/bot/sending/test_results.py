"""Results that could not be written are kept together with those that came since."""

from datetime import UTC, datetime

from bot.sending.results import Results
from bot.sending.verdict import Delivered, GivenUp, Later, LeftInDoubt, Moved
from storage.queue_items import Outgoing, Parcel

NOON = datetime(2023, 9, 1, 12, tzinfo=UTC)
SAID = Outgoing(-5, "sendMessage", {"chat_id": -5, "text": "levererat"})


def test_newer_results_follow_older_ones_and_win_over_them() -> None:
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


def test_each_verdict_is_noted_under_the_row_or_the_chat_it_concerns() -> None:
    results = Results()
    verdicts = [
        Delivered(500),
        GivenUp("403", shut_out=True),
        GivenUp("400"),
        LeftInDoubt("cut"),
        Later(NOON, "429"),
        Moved(-105, NOON, "a new id"),
    ]
    for seq, verdict in enumerate(verdicts, 1):
        results.note(Parcel(-seq, "sendMessage", {}, seq=seq), verdict)

    assert results == Results(
        sent={1: 500},
        refused={2: "403", 3: "400"},
        shut_out={-2},
        ambiguous={4: "cut"},
        later={5: Later(NOON, "429"), 6: Later(NOON, "a new id")},
        moved={-6: -105},
    )
