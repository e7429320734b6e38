"""The owner takes somebody out, asks another to take over; everybody may leave. What was answered stays."""

import pytest

from dialogs.records.together.sharing import GONE, Role
from tests.dialogs.together.two_people import (
    ANNA,
    BO,
    CIA,
    FIELD,
    TITLE,
    asked,
    lately,
    let_in,
    opened,
    press,
    said,
    say,
    session,
    together,
)
from tests.stages.in_memory import Stage

PLAN = "Vi träffas varje vecka och dricker kaffe tillsammans, med sång och spel."


def roles(stage: Stage) -> dict[int, Role]:
    return {person.chat: person.role for person in stage.sharings["p1"].people}


def at_the_list(stage: Stage, who: int) -> None:
    opened(stage, who)
    press(stage, who, "Tillsammans")


def test_all_who_take_part_see_who_does() -> None:
    stage = together()
    let_in(stage, "Bara läsa", CIA)
    for who, you in ((ANNA, "Anna (du): har hand om"), (CIA, "Cia (du): får läsa")):
        at_the_list(stage, who)
        assert you in said(stage, who)
        assert "Bo: får läsa, kommentera och ändra" in said(stage, who)


def test_who_is_taken_out_is_told_and_finds_the_draft_no_more() -> None:
    stage = together()
    asked(stage, BO)
    say(stage, BO, PLAN)
    at_the_list(stage, ANNA)
    press(stage, ANNA, "Bo")
    press(stage, ANNA, "Ta bort Bo")
    assert roles(stage) == {ANNA: Role.OWNER}
    assert "Du är inte längre med" in said(stage, BO)
    answer = stage.proposals["p1"].answers[FIELD]
    assert (answer.said, answer.by) == (PLAN, GONE)
    say(stage, BO, "hej igen")
    say(stage, BO, "/proposals")
    assert TITLE not in lately(stage, BO, 1)
    asked(stage, ANNA)
    assert "Skrivet av någon som inte längre är med" in said(stage, ANNA)


def test_what_was_before_somebody_when_they_were_taken_out_saves_nothing() -> None:
    stage = together()
    asked(stage, BO)
    stage.sharings["p1"] = stage.sharings["p1"].without(BO).next()
    before = stage.proposals["p1"]
    say(stage, BO, PLAN)
    assert stage.proposals["p1"] == before


def test_who_leaves_is_asked_first_and_the_owner_is_told() -> None:
    stage = together("Bara läsa")
    at_the_list(stage, BO)
    press(stage, BO, "Jag vill inte vara med längre")
    assert roles(stage)[BO] is Role.VIEW
    press(stage, BO, "Ja, jag slutar")
    assert roles(stage) == {ANNA: Role.OWNER}
    assert "Bo är inte längre med" in said(stage, ANNA)
    assert session(stage, BO).proposal == ""


@pytest.mark.parametrize("yes", [True, False])
def test_nobody_becomes_the_owner_without_saying_yes(yes: bool) -> None:
    stage = together()
    asked(stage, ANNA)
    say(stage, ANNA, PLAN)
    at_the_list(stage, ANNA)
    press(stage, ANNA, "Bo")
    press(stage, ANNA, "Låt Bo ta över")
    assert stage.proposals["p1"].chat == ANNA
    press(stage, BO, "Ja, jag tar över" if yes else "Nej, inte jag")
    assert stage.proposals["p1"].chat == (BO if yes else ANNA)
    assert roles(stage) == ({ANNA: Role.EDIT, BO: Role.OWNER} if yes else {ANNA: Role.OWNER, BO: Role.EDIT})
    assert {answer.by for answer in stage.proposals["p1"].answers.values()} == ({ANNA} if yes else {0, ANNA})
    assert ("har tagit över" if yes else "vill inte ta över") in said(stage, ANNA)
    press(stage, BO, "Ja, jag tar över")
    assert "gäller inte längre" in said(stage, BO)


def test_the_owner_can_take_the_question_back() -> None:
    stage = together()
    at_the_list(stage, ANNA)
    press(stage, ANNA, "Bo")
    press(stage, ANNA, "Låt Bo ta över")
    press(stage, ANNA, "Jag behåller förslaget")
    press(stage, BO, "Ja, jag tar över")
    assert stage.proposals["p1"].chat == ANNA


def test_reminders_come_to_all_who_edit_and_go_with_them() -> None:
    stage = together()
    let_in(stage, "Bara läsa", CIA)
    at_the_list(stage, ANNA)
    press(stage, ANNA, "Bo")
    press(stage, ANNA, "Låt Bo ta över")
    press(stage, BO, "Ja, jag tar över")
    assert {item.chat for item in stage.reminders.values()} == {ANNA, BO}
    at_the_list(stage, ANNA)
    press(stage, ANNA, "Jag vill inte vara med längre")
    press(stage, ANNA, "Ja, jag slutar")
    assert {item.chat for item in stage.reminders.values()} == {BO}
