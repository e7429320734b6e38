"""Telegram's words are known as its server writes them, and what is about something else is not taken for them."""

import pytest

from bot.telegram.refusal import (
    Sort,
    Undeliverable,
    file_missing,
    markup_unreadable,
    missing,
    no_forum,
    shut_out,
    topic_missing,
    topic_shut,
    topic_unchanged,
    unchanged,
)


def closed(refusal: Undeliverable) -> bool:
    return topic_shut(refusal.reason)


KNOWN = (
    unchanged, missing, topic_missing, topic_unchanged, closed, no_forum, file_missing, markup_unreadable,
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("message is not modified: specified new message content ...", unchanged),
        ("message to edit not found", missing),
        ("message can't be edited", missing),
        ("message thread not found", topic_missing),
        ("TOPIC_DELETED", topic_missing),
        ("TOPIC_ID_INVALID", topic_missing),
        ("invalid forum topic identifier specified", topic_missing),
        ("TOPIC_CLOSED", closed),
        ("TOPIC_NOT_MODIFIED", topic_unchanged),
        ("the chat is not a forum", no_forum),
        ("CHANNEL_FORUM_MISSING", no_forum),
        ("not enough rights to create a topic", None),
        ("wrong file_id or the file is temporarily unavailable", file_missing),
        ("not enough rights to send documents to the chat", file_missing),
        ("not enough rights to send video notes to the chat", file_missing),
        ("CHAT_SEND_PHOTOS_FORBIDDEN", file_missing),
        ("VOICE_MESSAGES_FORBIDDEN", file_missing),
        ("can't parse entities: Unsupported start tag", markup_unreadable),
        ("not enough rights to send text messages to the chat", None),
        ("CHAT_SEND_PLAIN_FORBIDDEN", None),
        ("chat not found", None),
    ],
)
def test_telegram_s_words_are_known(words: str, known: object) -> None:
    refusal = Undeliverable(f"400 Bad Request: {words}", Sort.REFUSED)
    assert [about for about in KNOWN if about(refusal)] == [about for about in KNOWN if about is known]


@pytest.mark.parametrize(
    ("words", "out"),
    [
        ("Forbidden: bot was blocked by the user", True),
        ("Forbidden: bot was kicked from the group chat", True),
        ("Forbidden: bot is not a member of the supergroup chat", True),
        ("Forbidden: bot can't initiate conversation with a user", True),
        ("Forbidden: bot can't send messages to bots", True),
        ("Forbidden: the group chat was deleted", True),
        ("Forbidden: user is deactivated", True),
        ("Bad Request: chat not found", True),
        ("Bad Request: not enough rights to send text messages to the chat", True),
        ("Bad Request: have no rights to send a message", True),
        ("Bad Request: CHAT_WRITE_FORBIDDEN", True),
        ("Bad Request: not enough rights to send documents to the chat", False),
        ("Forbidden: something of next year", False),
        ("Bad Request: message text is empty", False),
    ],
)
def test_who_shut_lots_out_is_known_by_the_words(words: str, out: bool) -> None:
    assert shut_out(words) is out


def test_a_refusal_reads_as_telegram_wrote_it() -> None:
    assert str(Undeliverable("400 Bad Request: chat not found")) == "400 Bad Request: chat not found"


def test_only_telegram_says_that_something_ended() -> None:
    assert [sort.name for sort in Sort if not sort.from_telegram] == ["DOUBT", "WAITS", "TOKEN"]
