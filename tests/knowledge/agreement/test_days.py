"""The days of an agreement: what comes each year, until when, and the ends."""

from datetime import date

import pytest

from knowledge.agreement.days import AgreementDay, Happens, days_of
from knowledge.answers.result import Json
from tests.knowledge.answers.fields import vasa

TERM = {"start": "2027-01-01", "end": "2028-12-31", "dates": []}


def on(what: AgreementDay, **values: Json) -> list[str]:
    return [one.on.isoformat() for one in days_of(vasa(), values) if one.what is what]


@pytest.mark.covers("V25")
def test_the_discussion_is_held_each_year_until_the_end() -> None:
    assert on(AgreementDay.DISCUSSION, KM04=TERM, KM05={"day": "2027-10-15"}) == ["2027-10-15", "2028-10-15"]


def test_the_last_report_comes_after_the_end() -> None:
    assert on(AgreementDay.REPORT, KM04=TERM, KM06={"day": "2028-02-29"}) == ["2028-02-29", "2029-02-28"]


def test_without_a_term_the_next_years_are_known() -> None:
    assert on(AgreementDay.DISCUSSION, KM05={"day": "2027-10-15"}) == ["2027-10-15", "2028-10-15", "2029-10-15"]


def test_the_framework_and_each_part_of_it_end() -> None:
    part = {"goal": "Köket", "start": "2027-01-01", "end": "2027-12-31", "sum": None}
    assert days_of(vasa(), {"KM04": TERM, "KM07": [part]}) == (
        Happens(AgreementDay.END, date(2028, 12, 31)),
        Happens(AgreementDay.PART_END, date(2027, 12, 31), "Köket"),
    )


def test_nothing_follows_from_nothing() -> None:
    assert days_of(vasa(), {}) == ()
