"""Two associations change their times when both say yes, and never before."""

from tests.stages.called import ANNA, BERTIL, heard, told
from tests.stages.in_memory import STAFF, Stage
from tests.stages.pitched import CILLA, pitched


def asked() -> Stage:
    """Anna and Bertil have been asked to change their times."""
    stage = pitched()
    told(stage, "/pitch", "publicera")
    stage.tick()
    told(stage, "/pitch", "Fråga två om byte", "1 2")
    stage.tick()
    return stage


def order(stage: Stage) -> list[str]:
    return [row.proposal for row in stage.calls["vasa", "spring"].running]


def test_with_both_the_times_change_each_is_told_its_own_and_the_desk_hears_of_it() -> None:
    stage = asked()
    assert "Ni skulle få tisdag 3 november kl. 16.40." in heard(stage, ANNA)
    assert "byta tid" not in heard(stage, CILLA)
    stage.press(ANNA, ANNA, "Ja, byt tid")
    assert order(stage) == [f"p{ANNA}", f"p{BERTIL}", f"p{CILLA}"]
    stage.press(BERTIL, BERTIL, "Ja, byt tid")
    assert order(stage) == [f"p{BERTIL}", f"p{ANNA}", f"p{CILLA}"]
    assert stage.chats[STAFF][-1].text.startswith("Två föreningar har bytt tid i pitchen: kl. 16.30 och kl. 16.40.")
    said = len(stage.chats[CILLA])
    stage.tick()
    assert "är tisdag 3 november kl. 16.40 (Vasatid)" in heard(stage, ANNA)
    assert "är tisdag 3 november kl. 16.30 (Vasatid)" in heard(stage, BERTIL)
    assert len(stage.chats[CILLA]) == said


def test_with_a_no_all_stays_and_whoever_said_yes_hears_of_it() -> None:
    stage = asked()
    stage.press(ANNA, ANNA, "Ja, byt tid")
    stage.press(BERTIL, BERTIL, "Nej, behåll vår tid")
    assert order(stage) == [f"p{ANNA}", f"p{BERTIL}", f"p{CILLA}"]
    assert stage.calls["vasa", "spring"].swap is None
    assert stage.chats[STAFF][-1].text.startswith("Det blir inget byte i pitchen mellan kl. 16.30 och kl. 16.40.")
    stage.tick()
    assert "Det blir inget byte. Er tid i pitchen" in heard(stage, ANNA)
    assert "Det blir inget byte" not in heard(stage, BERTIL)


def test_a_second_yes_of_one_of_them_counts_once_and_an_old_question_is_none_any_more() -> None:
    stage = asked()
    shown, index = stage.button(ANNA, "Ja, byt tid")
    for _ in range(2):
        stage.press_at(ANNA, ANNA, shown, index)
    assert order(stage) == [f"p{ANNA}", f"p{BERTIL}", f"p{CILLA}"]
    told(stage, "/pitch", "Flytta en", "3 1", "publicera")
    stage.press(BERTIL, BERTIL, "Ja, byt tid")
    assert order(stage) == [f"p{CILLA}", f"p{ANNA}", f"p{BERTIL}"]


def test_only_two_who_have_a_time_and_are_reached_can_be_asked() -> None:
    stage = pitched()
    told(stage, "/pitch", "publicera", "/pitch", "Fråga två om byte")
    for numbers in ("1", "1 1", "1 9"):
        assert "skriv två olika nummer" in told(stage, numbers)
    stage.sessions[BERTIL, BERTIL] = stage.sessions[BERTIL, BERTIL].but(muted=("news",))
    assert "en av de två nås inte av Lots" in told(stage, "1 2")
    assert stage.calls["vasa", "spring"].swap is None
