"""Sums in a column have one number of decimals, and the whole time is so many years of a year."""

from decimal import Decimal

from babel import Locale

from knowledge.answers.kinds.money.columns import in_all, money_table
from knowledge.answers.shown import Shown
from knowledge.answers.table import Table, Total
from knowledge.language import Language
from tests.knowledge.answers.fields import field

COLUMNS = ("what", "sum")
SHOWN = Shown(field("costs"), None, Language.SV, Locale("sv", "FI"), "EUR", 18)


def test_one_sum_with_cents_gives_all_of_them_decimals_totals_too() -> None:
    rows = [("Hyra", 500), ("Mat", 0.5), ("Hjälp", None)]
    assert money_table(SHOWN, COLUMNS, rows, [("total", Decimal(500), "")]) == Table(
        COLUMNS,
        (("Hyra", "500,00\u00a0€"), ("Mat", "0,50\u00a0€"), ("Hjälp", "")),
        (Total("total", "500,00\u00a0€"),),
        of_money=True,
    )


def test_whole_sums_have_none() -> None:
    made = money_table(SHOWN, COLUMNS, [("Hyra", 500)], [])
    assert made == Table(COLUMNS, (("Hyra", "500\u00a0€"),), of_money=True)


def test_a_row_without_a_name_makes_no_table() -> None:
    assert money_table(SHOWN, COLUMNS, [("Hyra", 500), ("", 20)], []) is None


def test_the_whole_time_is_counted_from_a_year() -> None:
    assert in_all(SHOWN, Decimal(1000)) == ("in_all", Decimal(1500), "18 månader")
