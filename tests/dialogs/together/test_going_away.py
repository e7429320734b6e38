"""Whoever has everything removed leaves the drafts of others as they are, and tells those who shared their own."""

from dialogs.records.together.sharing import GONE
from tests.dialogs.together.two_people import ANNA, BO, CIA, FIELD, TITLE, asked, let_in, press, said, say, together

PLAN = "Vi träffas varje vecka och dricker kaffe tillsammans, med sång och spel."


def test_one_who_takes_part_goes_and_the_draft_stays_without_their_name() -> None:
    stage = together()
    asked(stage, BO)
    say(stage, BO, PLAN)
    asked(stage, ANNA)
    say(stage, ANNA, f"{PLAN} Och bakning.")
    say(stage, BO, "/delete")
    assert "Ni är med i andras förslag (1)" in said(stage, BO)
    press(stage, BO, "Ja, ta bort allt")
    assert [person.chat for person in stage.sharings["p1"].people] == [ANNA]
    assert stage.proposals["p1"].answers[FIELD].said == f"{PLAN} Och bakning."
    assert [(change.by, change.answer.by) for change in stage.earlier] == [(GONE, GONE)]
    assert "Bo är inte längre med" in said(stage, ANNA)
    say(stage, BO, "/proposals")
    assert TITLE not in said(stage, BO)


def test_the_owner_can_let_somebody_take_over_first() -> None:
    stage = together()
    say(stage, ANNA, "/delete")
    assert f"Andra är med i {TITLE}." in said(stage, ANNA)
    press(stage, ANNA, f"Låt någon ta över {TITLE}")
    assert "de som är med" in said(stage, ANNA)
    press(stage, ANNA, "Bo")
    press(stage, ANNA, "Låt Bo ta över")
    press(stage, BO, "Ja, jag tar över")
    say(stage, ANNA, "/delete")
    press(stage, ANNA, "Ja, ta bort allt")
    assert stage.proposals["p1"].chat == BO


def test_the_owner_takes_the_draft_along_and_all_are_told() -> None:
    stage = together()
    let_in(stage, "Bara läsa", CIA)
    say(stage, ANNA, "/delete")
    press(stage, ANNA, "Ja, ta bort allt")
    assert (stage.proposals, stage.sharings) == ({}, {})
    for who in (BO, CIA):
        assert "har tagit bort det" in said(stage, who)
        say(stage, who, "/proposals")
        assert TITLE not in said(stage, who)
