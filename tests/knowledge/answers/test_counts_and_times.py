"""Numbers of things, lengths in months, and periods."""

import pytest

from tests.knowledge.answers.fields import code, remarks, value

TWO_YEARS = {"start": "2027-01-01", "end": "2028-12-31", "dates": []}


@pytest.mark.parametrize(
    ("text", "number"), [("85", 85), ("ca 85 st", 85), ("1 200", 1200), ("1.200 jäsentä", 1200), ("0", 0)]
)
def test_a_whole_number(text: str, number: int) -> None:
    assert value("integer", text) == number


@pytest.mark.parametrize("text", ["80-90", "-5", "1,5", "många"])
def test_what_is_no_whole_number(text: str) -> None:
    assert code("integer", text) == "integer.unreadable"


def test_a_number_out_of_range() -> None:
    assert code("integer", "2 000 000") == "integer.range"


@pytest.mark.covers("V15")
@pytest.mark.parametrize(("text", "months"), [("24", 24), ("24 kk", 24), ("2 år", 24), ("1,5 vuotta", 18), ("60", 60)])
def test_months(text: str, months: int) -> None:
    assert value("months", text) == months


@pytest.mark.parametrize(
    ("text", "expected"), [("61", "range"), ("0", "range"), ("två år", "unreadable"), ("12-24", "unreadable")]
)
def test_what_is_no_length(text: str, expected: str) -> None:
    assert code("months", text) == f"months.{expected}"


@pytest.mark.parametrize(
    ("text", "paid", "volunteers"),
    [
        ("1,5 anställda, 20 frivilliga", 1.5, 20),
        ("20 frivilliga och 2 anställda", 2, 20),
        ("inga anställda, 20 frivilliga", 0, 20),
        ("ei palkattuja, 20 vapaaehtoista", 0, 20),
        ("1.5 paid and 20 volunteers", 1.5, 20),
        ("1,5 / 20", 1.5, 20),
    ],
)
def test_staff(text: str, paid: float, volunteers: float) -> None:
    assert value("staff", text) == {"paid": paid, "volunteers": volunteers}


def test_half_an_answer_on_staff_is_not_taken() -> None:
    assert [code("staff", text) for text in ("20 frivilliga", "många")] == ["staff.unreadable"] * 2


@pytest.mark.covers("V12")
@pytest.mark.parametrize(
    "text",
    [
        "1.1.2027-31.12.2028",
        "1.1.2027–31.12.2028",
        "1.1.27-31.12.28",
        "1/1 2027 - 31/12 2028",
        "2027-01-01 – 2028-12-31",
        "1 januari 2027 till 31 december 2028",
        "1. tammikuuta 2027 – 31. joulukuuta 2028",
        "1 January 2027 to 31 Dec 2028",
        "tammikuusta 2027 joulukuuhun 2028",
        "01/2027-12/2028",
        "2027-2028",
    ],
)
def test_a_period(text: str) -> None:
    assert value("period", text) == TWO_YEARS


def test_the_days_that_matter_stay_as_they_were_written() -> None:
    text = "1.1.2027-31.12.2028, 1.3.2027 öppning, 1.6.2027"
    assert value("period", text) == {**TWO_YEARS, "dates": ["1.3.2027 öppning", "1.6.2027"]}


def test_a_start_without_year_has_that_of_the_end() -> None:
    assert value("period", "1.1-31.12.2027") == {"start": "2027-01-01", "end": "2027-12-31", "dates": []}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.1.2027", "unreadable"),
        ("i vår", "unreadable"),
        ("31.2.2027-1.5.2027", "day"),
        ("31.12.2027-1.1.2027", "order"),
        ("1.1.2027-1.1.2027", "order"),
    ],
)
def test_what_is_no_period(text: str, expected: str) -> None:
    assert code("period", text) == f"period.{expected}"


def test_a_period_that_has_begun_is_remarked_on() -> None:
    assert remarks("period", "1.1.2020-31.12.2020") == ["period.past"]
