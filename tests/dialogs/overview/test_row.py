"""What is counted of a case, and from which of its times."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.overview.row import Asked, Row, association, row_of, wants_messages
from dialogs.records.case import Case, CaseMessage, Decision, DecisionKind
from dialogs.records.case_states import CaseState, WaitsFor
from dialogs.records.need import Need
from dialogs.records.offices.inquiry import Inquiry
from tests.stages.in_memory import at

HELSINKI = ZoneInfo("Europe/Helsinki")
# Half past midnight in Helsinki.
OPENED = at("2026-01-11T22:30")
CASE = Case(
    "K7WM4",
    "vasa",
    101,
    "sv",
    "Köket",
    Need("Vi äter ensamma", topics=("exclusion/loneliness",), offices=("welfare",)),
    (("Förening", "Byalaget"),),
    form="PARTNERSHIP",
    owner=201,
    owner_name="Nora",
    opened_at=OPENED,
    answer_by="2026-01-19",
    round="2026",
)


def test_a_row_has_the_days_of_the_municipality_and_no_word_of_the_need() -> None:
    assert row_of(CASE, HELSINKI) == Row(
        "K7WM4",
        date(2026, 1, 12),
        CaseState.NEW,
        "Byalaget",
        "Köket",
        ("exclusion/loneliness",),
        offices=("welfare",),
        form="PARTNERSHIP",
        owner="Nora",
        round="2026",
        promised=date(2026, 1, 19),
    )


def test_an_ended_case_has_its_last_words_and_promises_nothing() -> None:
    ended = CASE.but(state=CaseState.CLOSED, closed_at=OPENED + timedelta(days=2), closing="Vi kör", answered_at=OPENED)
    row = row_of(ended.but(first_answered_at=OPENED + timedelta(days=1)), HELSINKI)
    assert (row.answered, row.ended, row.last_words, row.promised) == (
        date(2026, 1, 13),
        date(2026, 1, 14),
        "Vi kör",
        None,
    )


def test_a_decision_is_known_by_its_kind_and_its_reason() -> None:
    decided = CASE.but(closing="Tack.", decision=Decision(DecisionKind.NOT_CHOSEN, "Pengarna räcker inte"))
    row = row_of(decided, HELSINKI)
    assert (row.decided, row.last_words) == (DecisionKind.NOT_CHOSEN, "Pengarna räcker inte")


def test_a_row_knows_what_offices_were_asked_and_when_they_answered() -> None:
    asked = Inquiry("welfare", "Kan ni?", OPENED, "2026-01-20", answered_at=OPENED + timedelta(days=2))
    waits = Inquiry("integration", "Och ni?", OPENED, "2026-01-21")
    released = Inquiry("culture-leisure", "Ni då?", OPENED, "2026-01-21", verdict="released", returned_at=OPENED)
    assert row_of(CASE.but(inquiries=(asked, waits, released)), HELSINKI).asked == (
        Asked("welfare", date(2026, 1, 20), date(2026, 1, 14)),
        Asked("integration", date(2026, 1, 21), None),
    )


def test_a_promise_that_stands_still_is_none() -> None:
    assert row_of(CASE.but(waits_for=WaitsFor.OFFICE), HELSINKI).promised is None


SAID = tuple(
    CaseMessage(author, "ord", OPENED + timedelta(days=days), internal=internal)
    for days, author, internal in ((0, "association", False), (1, "navigator", True), (3, "navigator", False))
)


@pytest.mark.parametrize(
    ("changes", "wanted", "answered"),
    [
        ({}, False, None),
        ({"answered_at": OPENED}, True, date(2026, 1, 15)),
        ({"answered_at": OPENED, "first_answered_at": OPENED}, False, date(2026, 1, 12)),
    ],
)
def test_cases_of_older_programs_tell_by_what_was_said_when_they_were_first_answered(
    changes: dict[str, object], answered: date | None, *, wanted: bool
) -> None:
    case = CASE.but(**changes, messages=SAID)
    assert (wants_messages(case), row_of(case, HELSINKI).answered) == (wanted, answered)


@pytest.mark.parametrize(
    ("who", "lines", "name"),
    [
        ("Kören", (("Förening", "Byalaget"),), "Kören"),
        ("", (("Yhdistys", "Kylä ry"),), "Kylä ry"),
        ("", (("Association", "Club"),), "Club"),
        ("", (), ""),
    ],
)
def test_the_association_is_known_from_the_case_or_its_lines(
    who: str, lines: tuple[tuple[str, str], ...], name: str
) -> None:
    assert association(CASE.but(who=who, lines=lines)) == name
