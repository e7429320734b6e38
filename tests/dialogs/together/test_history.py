"""Earlier answers are shown with who wrote them and who has changed them, to all who take part."""

from tests.dialogs.together.two_people import ANNA, BO, CIA, asked, let_in, opened, press, said, say, together
from tests.stages.in_memory import Stage

PLAN = "Vi träffas varje vecka och dricker kaffe tillsammans, med sång och spel."


def history(stage: Stage, who: int) -> str:
    opened(stage, who)
    press(stage, who, "Tillsammans")
    press(stage, who, "Vem har ändrat vad")
    return said(stage, who)


def test_nothing_has_changed_before_anybody_changes_anything() -> None:
    stage = together()
    assert "Inget svar" in history(stage, BO)


def test_who_changed_what_is_seen_by_all_the_newest_first() -> None:
    stage = together()
    for who, words in ((ANNA, PLAN), (BO, f"{PLAN} Och bakning."), (BO, f"{PLAN} Och fiske.")):
        asked(stage, who)
        say(stage, who, words)
    let_in(stage, "Bara läsa", CIA)
    shown = history(stage, CIA)
    first, second = shown.index("Planen · Bo"), shown.index("Planen · Anna")
    assert first < second
    assert "Och bakning.\nÄndrat av Bo." in shown
    assert f"{PLAN}\nÄndrat av Bo." in shown
    press(stage, CIA, "Tillbaka")
    assert "de som är med" in said(stage, CIA)


def test_a_page_of_many_can_be_turned() -> None:
    stage = together()
    for number in range(12):
        asked(stage, ANNA)
        say(stage, ANNA, f"{PLAN} Nummer {number}.")
    newest = history(stage, ANNA)
    assert "Nummer 10." in newest
    say(stage, ANNA, "nästa")
    assert "Nummer 10." not in said(stage, ANNA)
    assert "Nummer 1." in said(stage, ANNA)
