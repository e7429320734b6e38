"""A comment is kept at its question, told to whom it concerns, and read by all who take part."""

import pytest

from dialogs.together.comments import LONGEST
from tests.dialogs.together.two_people import (
    ANNA,
    BO,
    CIA,
    FIELD,
    asked,
    let_in,
    opened,
    press,
    said,
    say,
    session,
    together,
)
from tests.stages.in_memory import Stage

WORDS = "Skriv också vem som kör bussen."


def commented(stage: Stage, who: int, text: str = WORDS) -> None:
    asked(stage, who)
    press(stage, who, "Kommentera")
    say(stage, who, text)


def kept(stage: Stage) -> list[tuple[int, str, str]]:
    return [(one.chat, one.field, one.text) for one in stage.sharings["p1"].comments]


@pytest.mark.parametrize("role", ["Läsa och kommentera", "Läsa, kommentera och ändra"])
def test_a_comment_stands_at_its_question_and_the_owner_is_told(role: str) -> None:
    stage = together(role)
    commented(stage, BO)
    assert kept(stage) == [(BO, FIELD, WORDS)]
    assert "Bo har kommenterat Planen" in said(stage, ANNA)
    asked(stage, ANNA)
    assert f"Bo fre 1.9: {WORDS}" in said(stage, ANNA)
    opened(stage, ANNA)
    assert "Kommentarer vid Planen: 1" in said(stage, ANNA)


def test_the_owners_answer_is_told_to_who_commented() -> None:
    stage = together("Läsa och kommentera")
    let_in(stage, "Läsa och kommentera", CIA)
    commented(stage, BO)
    count = len(stage.chats[CIA])
    commented(stage, ANNA, "Det gör Per.")
    assert "Anna har kommenterat Planen" in said(stage, BO)
    assert len(stage.chats[CIA]) == count


def test_who_may_only_read_comments_nothing() -> None:
    stage = together("Bara läsa")
    asked(stage, BO)
    assert "Kommentera" not in [offer.label for offer in session(stage, BO).offers]
    stage.sessions[BO, BO] = session(stage, BO).but(place="together.comment")
    say(stage, BO, WORDS)
    assert kept(stage) == []


def test_a_comment_that_is_too_long_or_names_an_illness_is_not_kept() -> None:
    stage = together("Läsa och kommentera")
    commented(stage, BO, "a " * LONGEST)
    assert "högst" in said(stage, BO)
    commented(stage, BO, "Ring 131052-308T om det.")
    assert kept(stage) == []


def test_what_comes_in_two_messages_is_one_comment() -> None:
    from datetime import timedelta

    from dialogs.conversation.events import Said, Sender

    stage = together("Läsa och kommentera")
    asked(stage, BO)
    press(stage, BO, "Kommentera")
    for number, text in enumerate(("Skriv också vem", "som kör bussen"), 500):
        moment = stage.now + timedelta(seconds=number - 500)
        stage.take(Said(Sender(BO, BO, "Bo", "sv"), text, number, at=moment))
    assert kept(stage) == [(BO, FIELD, "Skriv också vem\nsom kör bussen")]
