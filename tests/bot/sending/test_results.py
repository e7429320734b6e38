"""Results that could not be written are kept together with those that came since."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.sending.results import Results
from bot.sending.verdict import Delivered, GivenUp, Later, LeftInDoubt, Moved, SetAside, TopicNews
from dialogs.records.thread import TOPIC, TOPIC_SHUT, Thread, Topics
from storage.database import Database
from storage.queue_items import Outgoing, Parcel

NOON = datetime(2023, 9, 1, 12, tzinfo=UTC)
CARD = Parcel(-5, "sendMessage", {}, about="K7WM4", seq=2)
MADE = TopicNews(Thread(-5, "K7WM4", 7), topics=Topics.ON)
LOST = TopicNews(Thread(-5, "K7WM4"), 7, tell=TOPIC)
SAID = Outgoing(-5, "sendMessage", {"chat_id": -5, "text": "levererat"})


def test_newer_results_follow_older_ones_and_win_over_them() -> None:
    older = Results(sent={1: 500}, later={2: Later(NOON, "429")}, shut_out={7}, receipts=[SAID], news=[(CARD, MADE)])
    newer = Results(
        sent={2: 501, 3: 502}, later={4: Later(NOON, "")}, refused={5: "403"}, moved={-5: -105}, receipts=[SAID]
    )
    newer.news.append((CARD, LOST))
    newer.about_nothing.add(3)

    both = older.followed_by(newer)

    assert both == Results(
        sent={1: 500, 2: 501, 3: 502},
        later={2: Later(NOON, "429"), 4: Later(NOON, "")},
        refused={5: "403"},
        shut_out={7},
        moved={-5: -105},
        receipts=[SAID, SAID],
        news=[(CARD, MADE), (CARD, LOST)],
        about_nothing={3},
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
        SetAside("gone", LOST),
        Later(NOON, "", news=MADE),
        Delivered(501, news=MADE),
    ]
    for seq, verdict in enumerate(verdicts, 1):
        results.note(Parcel(-seq, "sendMessage", {}, seq=seq), verdict)

    assert results == Results(
        sent={1: 500, 9: 501},
        refused={2: "403", 3: "400", 7: "gone"},
        shut_out={-2},
        ambiguous={4: "cut"},
        later={5: Later(NOON, "429"), 6: Later(NOON, "a new id"), 8: Later(NOON, "", news=MADE)},
        moved={-6: -105},
        news=[(Parcel(-seq, "sendMessage", {}, seq=seq), news) for seq, news in ((7, LOST), (8, MADE), (9, MADE))],
        about_nothing={1, 9},
    )


def test_what_is_known_of_topics_is_written_and_the_desk_hears_of_it_once(database: Database) -> None:
    shut = TopicNews(MADE.thread, 7, tell=TOPIC_SHUT)
    with database.transaction() as work:
        Results(news=[(CARD, MADE), (CARD, LOST), (CARD, shut), (replace(CARD, seq=3), shut)]).write(work, NOON)
        assert work.threads.of([(-5, "K7WM4")]) == {(-5, "K7WM4"): Thread(-5, "K7WM4")}
        assert work.threads.topics([-5]) == {-5: Topics.ON}
        told = [(item.key, item.subject, item.about) for item in work.reminders.due(NOON, 9)]
    assert told == [
        ("desk-topic-shut:-5:K7WM4:7", "topic-K7WM4", "7"),
        ("desk-topic:-5:K7WM4:2", "topic-K7WM4", "7"),
    ]
