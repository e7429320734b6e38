"""The preview of an answer: what the association will see, and what it warns of."""

from dialogs.answering import drafting
from tests.stages.staff_answer import CASE, SESSION
from tests.stages.standing import standing


def test_a_preview_warns_of_what_points_at_one_person() -> None:
    turn = standing(SESSION, case=CASE, staff="vasa")
    shown = drafting.drafted(turn, CASE, "Lisa Berg har cancer, så vi flyttar mötet").replies[0].text
    assert "Se upp:" in shown
    assert "Se upp:" not in drafting.drafted(turn, CASE, "Vi flyttar mötet").replies[0].text
