"""Every question can be read before the first is asked, a part at a time."""

import pytest

from dialogs.conversation.session import Session
from dialogs.proposal.tasks import all_questions
from dialogs.records.proposal import Proposal
from knowledge.municipality.pack import SECTIONS
from tests.dialogs.proposal.tasks.test_task_list import ME, a_draft, session
from tests.stages.standing import standing

VASA_PARTS = 8


def test_every_question_is_shown_a_part_at_a_time() -> None:
    stage = a_draft({})
    stage.press(ME, ME, "Se alla frågor först")
    seen = stage.chats[ME][-1].text
    for _ in range(VASA_PARTS - 1):
        stage.press(ME, ME, "Visa nästa")
        assert len(stage.chats[ME][-1].text) < 2000
        seen += stage.chats[ME][-1].text
    asked = [one for one in stage.world.packs["vasa"].fields if one.section in SECTIONS and one.country != "SE"]
    assert [field.id for field in asked if field.question["sv"] not in seen] == []
    assert (session(stage).place, "Visa nästa" in [o.label for o in session(stage).offers]) == (
        "proposal.questions",
        False,
    )


def test_a_question_shows_its_kind_its_example_and_whether_it_may_be_left_out() -> None:
    stage = a_draft({})
    stage.press(ME, ME, "Se alla frågor först")
    assert (
        stage.chats[ME][-1]
        .text.replace("\u00a0", " ")
        .startswith(
            "Idén\nDel 1 av 8, ungefär 5 minuter.\n\n"
            "Vad kallar ni idén?\nSvar: egna ord, 3–80 tecken.\nExempel: Onsdagsköket\n"
        )
    )
    for _ in range(3):
        stage.press(ME, ME, "Visa nästa")
    assert "Vad kan staden bidra med? (frivilligt)\nSvar: ett eller flera ur listan." in stage.chats[ME][-1].text


def test_from_the_questions_one_begins_with_the_first() -> None:
    stage = a_draft({})
    stage.press(ME, ME, "Se alla frågor först")
    stage.press(ME, ME, "Börja")
    assert (session(stage).place, session(stage).asking) == ("proposal.ask", "FP01")


@pytest.mark.parametrize("first", ["-1", "99", "", "x"])
def test_a_page_that_is_not_there_is_the_nearest_one(first: str) -> None:
    session = Session(ME, ME, "sv", "vasa", "proposal.questions", proposal="p1", greeted=True)
    turn = standing(session, Proposal("p1", ME, "vasa", "", "sv"))
    assert all_questions.shown(turn, first).session.place == "proposal.questions"
    assert all_questions.shown(turn.at(proposal=""), first).session.place == "office"


def test_the_questions_come_as_files_and_the_page_stays() -> None:
    stage = a_draft({})
    stage.press(ME, ME, "Se alla frågor först")
    stage.press(ME, ME, "Få frågorna som fil")
    files = [shown.file for shown in stage.chats[ME] if shown.file]
    assert (files, session(stage).place) == (["Vasa_frågorna.pdf", "Vasa_frågorna.docx"], "proposal.questions")
