"""Numbers of a text that could be sums: how much, in what, and for what."""

import pytest

from knowledge.answers.reading.sums import Sum, real_sums, sums_in, total


def found(text: str) -> list[tuple[object, str, str]]:
    return [(one.amount, one.currency, one.per) for one in sums_in(text)]


@pytest.mark.parametrize(
    ("text", "amount", "currency", "per"),
    [
        ("12 500 €", 12500, "EUR", ""),
        ("1.200,50 kr", 1200.5, "SEK", ""),
        ("kr 300", 300, "SEK", ""),
        ("2 milj. euro", 2_000_000, "EUR", ""),
        ("0,5 M€", 500_000, "EUR", ""),
        ("5 tkr", 5000, "SEK", ""),
        ("$20", 20, "OTHER", ""),
        ("1 000 norska kronor", 1000, "OTHER", ""),
        ("-50 €", -50, "EUR", ""),
        ("500 €/mån", 500, "EUR", "month"),
        ("100 e vuodessa", 100, "EUR", "year"),
        ("15 €/h", 15, "EUR", "part"),
        ("3 år", 3, "", "length"),
        ("3 matkaa", 3, "", "part"),
        ("12v", 12, "", "v"),
    ],
)
def test_a_sum_is_read_in_the_ways_that_people_write_it(text: str, amount: object, currency: str, per: str) -> None:
    assert found(text) == [(amount, currency, per)]


def test_a_bare_year_and_a_share_are_no_real_sums() -> None:
    assert sums_in("2027: 20 %") == [Sum(0, 4, 2027, "", year=2027), Sum(6, 10, 20, "", share=True)]
    assert [one.amount for one in real_sums("2027: 20 % av 300 € och 2028 kr")] == [300, 2028]


@pytest.mark.parametrize("text", ["", "a5", "rum B12b", "inga pengar"])
def test_a_number_that_is_part_of_a_word_is_none(text: str) -> None:
    assert sums_in(text) == []


def test_a_total_leaves_out_rows_without_a_sum() -> None:
    rows = [{"what": "Hyra", "sum": 0.1}, {"what": "Mat", "sum": 0.2}, {"what": "Lön", "sum": None}]
    assert (total(rows), total([])) == (0.3, 0)


@pytest.mark.parametrize("text", ["1" * 6000 + " €", "hyra " + "9" * 16, "1" * 400 + ",50 kr"])
def test_a_number_of_too_many_digits_is_no_sum(text: str) -> None:
    assert sums_in(text) == []
