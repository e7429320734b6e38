"""Telegram's refusals, sorted by exact type: what each means for a message that should reach somebody."""

from dataclasses import dataclass

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.http_client import NotSent
from bot.telegram.refusal import Undeliverable, missing, sorted_refusal, unchanged


@pytest.mark.parametrize(
    ("words", "known"),
    [("message is not modified: specified new ...", (True, False)), ("message to edit not found", (False, True))],
)
def test_the_words_of_a_refusal_are_known_as_the_library_writes_them(words: str, known: tuple[bool, bool]) -> None:
    refusal = sorted_refusal(BadRequest(f"Bad Request: {words}"))

    assert (unchanged(refusal), missing(refusal)) == known


@dataclass(frozen=True)
class Verdict:
    permanent: bool = False
    retry_after: float = 0.0
    ambiguous: bool = False
    migrated_to: int = 0
    gone: bool = False
    flood: bool = False


def broken(cause: Exception) -> NetworkError:
    error = NetworkError("broken")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (RetryAfter(17), Verdict(retry_after=17.0, flood=True)),
        (ChatMigrated(-200), Verdict(migrated_to=-200)),
        (Forbidden("Forbidden: bot was blocked by the user"), Verdict(permanent=True, gone=True)),
        (BadRequest("Chat not found: chat not found"), Verdict(permanent=True, gone=True)),
        (BadRequest("message text is empty"), Verdict(permanent=True)),
        (InvalidToken("401"), Verdict(permanent=True)),
        (NotSent("no connection"), Verdict(retry_after=0.5)),
        (Conflict("409"), Verdict(retry_after=0.5)),
        (TimedOut(), Verdict(retry_after=0.5, ambiguous=True)),
        (broken(ConnectionResetError()), Verdict(retry_after=0.5, ambiguous=True)),
        (NetworkError("Bad Gateway"), Verdict(retry_after=1.0)),
        (TelegramError("Invalid server response"), Verdict(retry_after=1.0)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_refusal_is_sorted(error: TelegramError, verdict: Verdict) -> None:
    found = sorted_refusal(error)
    assert Verdict(**{name: getattr(found, name) for name in Verdict.__dataclass_fields__}) == verdict


def test_an_edit_that_changes_nothing_and_one_of_a_lost_message_are_known() -> None:
    same = Undeliverable("BadRequest: Message is not modified: message is not modified: specified new ...")
    lost = Undeliverable("BadRequest: Message to edit not found: message to edit not found")
    assert [unchanged(same), missing(same), unchanged(lost), missing(lost)] == [True, False, False, True]
