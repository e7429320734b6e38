"""What is typed of an absence becomes days and a deputy, or a sentence that says what is expected."""

import pytest

from dialogs.conversation.session import Session
from dialogs.records.staff.desk import Absence, Desk
from dialogs.rhythm.absence_reading import absence_said, how
from tests.stages.standing import STAFF, standing

TURN = standing(Session(STAFF, 201, "sv", "vasa"), staff="vasa")
DESK = Desk("vasa").knowing(201, "Anna").knowing(202, "Olle Ek").knowing(203, "Olle").knowing(204, "Anna-Lisa")


@pytest.mark.parametrize(
    ("typed", "absence"),
    [
        ("4.9", Absence("2023-09-04", "2023-09-04")),
        ("1.9 – 8.9", Absence("2023-09-01", "2023-09-08")),
        ("28.8–8.9", Absence("2023-08-28", "2023-09-08")),
        ("28.12–5.1", Absence("2023-12-28", "2024-01-05")),
        ("28.8", None),
        ("8.9–1.9", None),
        ("2023-08-28 2023-09-08", Absence("2023-08-28", "2023-09-08")),
        ("1.9–8.9 Olle", Absence("2023-09-01", "2023-09-08", 203)),
        ("1.9–8.9 @Olle Ek", Absence("2023-09-01", "2023-09-08", 202)),
        ("olle ek ersätter mig 1.9 till 8.9", Absence("2023-09-01", "2023-09-08", 202)),
        ("1.9-8.9 anna", Absence("2023-09-01", "2023-09-08", 204)),
        ("1.9-8.9 sijaisena Olle", Absence("2023-09-01", "2023-09-08", 203)),
        ("1.9-8.9 Ol", None),
        ("ett tag", None),
    ],
)
def test_days_and_a_deputy_are_read(typed: str, absence: Absence | None) -> None:
    read = absence_said(TURN, DESK, typed)
    assert (read if isinstance(read, Absence) else None) == absence
    assert isinstance(read, Absence) or "/away 2023-09-04 2023-09-11" in read


def test_the_example_is_of_the_next_working_day_and_a_week_later() -> None:
    assert how(TURN) == {"first_day": "2023-09-04", "last_day": "2023-09-11"}
