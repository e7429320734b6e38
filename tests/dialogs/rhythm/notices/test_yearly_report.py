"""Once a year the desk is told that the numbers of the year before can be had, whether or not there is a digest."""

import pytest

from dialogs.conversation.session import Session
from dialogs.rhythm.notices.yearly_report import told
from tests.dialogs.rhythm.a_desk import NORA, Desk
from tests.stages.in_memory import STAFF
from tests.stages.standing import standing

SAID = "Året 2023 är slut. Skriv /report 2023, så får ni siffrorna till kommunens välfärdsberättelse, utan namn."


def said(desk: Desk) -> list[str]:
    return [shown.text for shown in desk.stage.chats[STAFF] if shown.text.startswith("Året ")]


@pytest.mark.covers("S4")
@pytest.mark.parametrize("digest", ["på", "av"])
def test_it_comes_once_a_year_and_what_it_names_can_be_typed(digest: str) -> None:
    desk = Desk()
    desk.say(NORA, f"/digest {digest}")
    desk.until("2024-01-31T15:00")
    desk.stage.mornings()
    assert said(desk) == []
    for moment in ("2024-02-01T08:30", "2024-02-01T11:00", "2024-02-02T08:30", "2024-03-15T08:30"):
        desk.until(moment)
        desk.stage.mornings()
        assert said(desk) == [SAID]
    desk.say(NORA, "/report 2023")
    assert [shown.file for shown in desk.stage.chats[STAFF][-2:]] == ["vasa-2023.xlsx", "vasa-2023.pdf"]


@pytest.mark.parametrize("staff", ["vasa", "elsewhere"])
def test_nothing_is_said_where_nothing_waits_or_the_pack_is_gone(staff: str) -> None:
    turn = standing(Session(STAFF, NORA, "sv", "vasa"), staff=staff)
    assert told(turn, ()).replies == ()
