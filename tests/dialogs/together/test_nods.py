"""A nod is asked of one who takes part, is for the answers as they stand, and is asked again when one changes."""

from tests.dialogs.together.two_people import ANNA, BO, asked, lately, opened, press, said, say, together
from tests.stages.in_memory import Stage

PLAN = "Vi träffas varje vecka och dricker kaffe tillsammans, med sång och spel."


def asked_for(stage: Stage) -> None:
    opened(stage, ANNA)
    press(stage, ANNA, "Tillsammans")
    press(stage, ANNA, "Bo")
    press(stage, ANNA, "Be Bo godkänna före sändning")


def papers(stage: Stage) -> str:
    """What is said when the papers are made."""
    opened(stage, ANNA)
    press(stage, ANNA, "Gör dokumenten")
    return next(shown.text for shown in reversed(stage.chats[ANNA]) if shown.text)


def test_the_papers_and_the_sending_say_whether_somebody_nodded() -> None:
    stage = together("Bara läsa")
    asked_for(stage)
    assert "Väntar på godkännande av Bo." in said(stage, ANNA)
    assert "Väntar på godkännande av Bo." in papers(stage)
    press(stage, ANNA, "Vi har skickat båda")
    assert "Väntar på godkännande av Bo." in said(stage, ANNA)
    press(stage, BO, "Jag godkänner")
    assert "Bo har godkänt" in said(stage, ANNA)
    assert "Godkänt av Bo fre 1.9" in papers(stage)


def test_who_nodded_is_asked_again_once_when_an_answer_changes() -> None:
    stage = together("Bara läsa")
    asked_for(stage)
    press(stage, BO, "Jag godkänner")
    asked(stage, ANNA)
    say(stage, ANNA, PLAN)
    assert "efter ditt godkännande" in said(stage, BO)
    count = len(stage.chats[BO])
    asked(stage, ANNA)
    say(stage, ANNA, f"{PLAN} Och bakning.")
    assert len(stage.chats[BO]) == count
    assert "Väntar på godkännande av Bo." in papers(stage)


def test_nobody_nods_at_what_they_were_not_asked_about() -> None:
    stage = together("Bara läsa")
    asked_for(stage)
    asked(stage, ANNA)
    say(stage, ANNA, PLAN)
    press(stage, BO, "Jag godkänner")
    assert "har ändrats sedan du fick frågan" in lately(stage, BO, 1)
    assert stage.sharings["p1"].nods[0].at is None
    press(stage, BO, "Tillsammans")
    press(stage, BO, "Jag godkänner")
    assert stage.sharings["p1"].nods[0].at == stage.now


def test_who_was_not_asked_or_is_gone_nods_nothing() -> None:
    stage = together("Bara läsa")
    asked_for(stage)
    stage.sharings["p1"] = stage.sharings["p1"].but(nods=())
    press(stage, BO, "Jag godkänner")
    assert "Ingen väntar på ditt godkännande." in said(stage, BO)
