"""A beginning and an end, and the days that matter between."""

from datetime import date

import pytest

from knowledge.answers.kinds.plan.period import months_between
from tests.knowledge.answers.fields import code, remarks, value

TWO_YEARS = {"start": "2027-01-01", "end": "2028-12-31", "dates": []}


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


@pytest.mark.covers("V12")
@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("15 sept. 2024 – 15 maj 2025", "2024-09-15", "2025-05-15"),
        ("1 okt. 2024 – 30 apr. 2025", "2024-10-01", "2025-04-30"),
        ("September 1, 2024 – May 31, 2025", "2024-09-01", "2025-05-31"),
        ("Sept 1st, 2024 to May 31st, 2025", "2024-09-01", "2025-05-31"),
        ("1st September 2024 to 31st May 2025", "2024-09-01", "2025-05-31"),
        ("1:a september 2024 till 31:a maj 2025", "2024-09-01", "2025-05-31"),
        ("den 1 september 2024 till den 31 maj 2025", "2024-09-01", "2025-05-31"),
        ("1.syyskuuta 2024–31.toukokuuta 2025", "2024-09-01", "2025-05-31"),
        ("alkaa 1. syyskuuta 2024 ja päättyy 31. toukokuuta 2025", "2024-09-01", "2025-05-31"),
        ("2024-09-01/2025-05-31", "2024-09-01", "2025-05-31"),
        ("20240901-20250531", "2024-09-01", "2025-05-31"),
        ("1 september – 31 december 2024", "2024-09-01", "2024-12-31"),
        ("1 sept till 31 dec 2024", "2024-09-01", "2024-12-31"),
        ("september–december 2024", "2024-09-01", "2024-12-31"),
        ("from September 2024 to May 2025", "2024-09-01", "2025-05-31"),
        ("1.9.2024 alkaen 31.5.2025 asti", "2024-09-01", "2025-05-31"),
        ("1.9.2024\t31.5.2025", "2024-09-01", "2025-05-31"),
        ("vuosina 2027–2028", "2027-01-01", "2028-12-31"),
    ],
)
def test_a_period_in_other_ways(text: str, start: str, end: str) -> None:
    assert value("period", text) == {"start": start, "end": end, "dates": []}


@pytest.mark.parametrize(
    "text",
    [
        "hösten 2024", "hösten 2024 – våren 2025", "syksystä 2024 kevääseen 2025", "autumn 2024 to spring 2025",
        "hösten 2024 – 31.5.2025", "1.9.2024 – hösten 2025", "kesä 2024 – joulukuu 2024", "Q1 2024 – Q4 2025",
        "kvartal 1 2024 – kvartal 2 2025", "v. 36 2024 – v. 20 2025", "vecka 3/2024 – 12/2024",
        "viikko 3/2024 – 5/2024",
        "slutet av 2027 – 2028", "mitten av maj 2027 – december 2027", "vuoden 2027 alusta vuoden 2028 loppuun",
        "tammikuusta 2027 toukokuun loppuun 2028", "1.1.2027 – 2028", "läsåret 2024–2025",
        "2024-09-01T00:00/2025-05-31",
        "Beslut 15.12.2026, start 1.1.2027, slut 31.12.2028", "1.1.2027 start, 1.3.2027 öppning, 31.12.2027 slut",
    ],
)  # fmt: skip
def test_half_a_date_is_asked_about_and_never_read_as_a_year(text: str) -> None:
    assert code("period", text) == "period.unreadable"


def test_the_american_order_is_never_turned_round() -> None:
    assert code("period", "12/31/2024 – 1/15/2025") == code("period", "1.13.2026–31.12.2027") == "period.day"


def test_a_day_is_no_number_of_a_list() -> None:
    text = "1.1.2027–31.12.2028\n1. maaliskuuta avajaiset\n1.6. öppning och fest"
    assert value("period", text) == {**TWO_YEARS, "dates": ["1. maaliskuuta avajaiset", "1.6. öppning och fest"]}
    assert code("period", "1.1.2027–31.12.2028" + ", 1.3.2027" * 21) == "rows.many"


def test_the_days_that_matter_stay_as_they_were_written() -> None:
    text = "1.1.2027-31.12.2028, 1.3.2027 öppning, 1.6.2027"
    assert value("period", text) == {**TWO_YEARS, "dates": ["1.3.2027 öppning", "1.6.2027"]}


def test_a_start_without_year_has_that_of_the_end() -> None:
    assert value("period", "1.1-31.12.2027") == {"start": "2027-01-01", "end": "2027-12-31", "dates": []}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.1.2027", "open"),
        ("mars 2027–", "open"),
        ("från mars 2027", "open"),
        ("mars 2027, ett par år", "open"),
        ("mars 2027, 3 veckor", "unreadable"),
        ("31.2.2027, två år", "day"),
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


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ((2027, 1, 1), (2028, 12, 31), 24),
        ((2027, 1, 15), (2027, 4, 14), 3),
        ((2027, 2, 1), (2027, 2, 28), 1),
        ((2027, 3, 31), (2027, 4, 30), 1),
    ],
)
def test_the_length_of_a_period(start: tuple[int, int, int], end: tuple[int, int, int], months: int) -> None:
    assert months_between(date(*start), date(*end)) == months


LASTING = [
    ("mars 2027, två år", "2027-03-01", "2029-02-28"),
    ("två år från mars 2027", "2027-03-01", "2029-02-28"),
    ("1.1.2027, 24 mån", "2027-01-01", "2028-12-31"),
    ("maaliskuu 2027 alkaen puolitoista vuotta", "2027-03-01", "2028-08-31"),
    ("15.3.2027 for one year", "2027-03-15", "2028-03-14"),
    ("31.1.2027, 1 månad", "2027-01-31", "2027-02-27"),
]


@pytest.mark.parametrize(("text", "start", "end"), LASTING)
def test_a_beginning_with_a_length_has_an_end(text: str, start: str, end: str) -> None:
    assert value("period", text) == {"start": start, "end": end, "dates": []}
