"""Each open case stands in one part of the list, the most urgent that it belongs to."""

import pytest

from dialogs.conversation.session import Session
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.staff.desk import Absence, Desk
from dialogs.rhythm.parts import Part, part_of, parted
from tests.stages.standing import STAFF, standing

ANNA, NIKO, OLLE = 201, 202, 203
CASE = Case("K7WM4", "vasa", 101, "sv", "Köket", Need(), (), answer_by="2023-09-08")
TURN = standing(Session(STAFF, ANNA, "sv", "vasa"), staff="vasa")
"""Friday 1 September 2023."""


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({}, Part.UNOWNED),
        ({"owner": ANNA, "state": "claimed"}, Part.MINE),
        ({"owner": NIKO, "state": "claimed"}, Part.OTHERS),
        ({"owner": NIKO, "state": "claimed", "answer_by": "2023-09-01"}, Part.TODAY),
        ({"owner": ANNA, "state": "claimed", "answer_by": "2023-08-31"}, Part.LATE),
        ({"answer_by": ""}, Part.UNOWNED),
        ({"owner": ANNA, "state": "answered", "answer_by": "2023-08-01"}, Part.WAITING),
        ({"owner": ANNA, "state": "claimed", "waits_for": "office", "answer_by": "2023-08-31"}, Part.WAITING),
        ({"snoozed_until": "2023-09-04", "answer_by": "2023-08-31"}, Part.SNOOZED),
        ({"snoozed_until": "2023-09-01"}, Part.UNOWNED),
        ({"chat": 0, "owner": ANNA, "state": "answered"}, Part.MINE),
        ({"chat": 0, "answer_by": "2023-08-31"}, Part.UNOWNED),
    ],
)
def test_a_case_stands_where_it_is_most_urgent(changes: dict[str, object], part: Part) -> None:
    assert part_of(TURN, CASE.but(**changes)) is part


@pytest.mark.parametrize(("deputy", "part"), [(ANNA, Part.MINE), (OLLE, Part.OTHERS), (0, Part.UNOWNED)])
def test_a_case_of_somebody_who_is_away_is_its_deputy_s_or_everybody_s(deputy: int, part: Part) -> None:
    desk = Desk("vasa").knowing(ANNA, "Anna").knowing(NIKO, "Niko").knowing(OLLE, "Olle")
    turn = TURN.with_desk(desk.absent(NIKO, Absence("2023-09-01", "2023-09-05", deputy)))
    assert part_of(turn, CASE.but(owner=NIKO, state="claimed")) is part


def test_what_has_ended_stands_nowhere() -> None:
    closed = CASE.but(reference="P3QX9", state="closed")
    assert {part: listed for part, listed in parted(TURN, [CASE, closed]).items() if listed} == {Part.UNOWNED: [CASE]}
