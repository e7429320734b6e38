"""Tables of money: totals check rows and are none, headings are passed over."""

import pytest

from knowledge.answers import Understood, read
from knowledge.answers.result import Json
from knowledge.language import Language
from tests.knowledge.answers.fields import code, remarks, value, vasa

ITEMS = [{"what": "Lön", "sum": 10000}, {"what": "Hyra", "sum": 2000}]
TOTALS = [
    "Summa", "Summa:", "Totalt", "Total:", "Yhteensä", "Yht.", "Kaikki yhteensä", "Summa kostnader",
    "Kostnader totalt", "Total costs", "Sammanlagt", "Menot yhteensä", "SUMMA", "Kostnader", "Allt som allt", "Tot",
]  # fmt: skip


@pytest.mark.parametrize("word", TOTALS)
def test_a_total_is_a_check_and_no_row(word: str) -> None:
    text = f"Kostnader\nLön\t10 000\nHyra\t2 000\n{word}\t12 000"
    assert value("costs", text) == value("costs", text.replace("\t", " ")) == ITEMS
    assert remarks("costs", text) == ["rows.checked"]


@pytest.mark.parametrize("word", TOTALS)
def test_a_total_that_is_wrong_is_asked_about(word: str) -> None:
    assert code("costs", f"Lön 10 000\nHyra 2 000\n{word} 13 000") == "rows.total"


def test_subtotals_are_checked_by_their_block() -> None:
    text = "Lön 8 000\nSociala avgifter 2 000\nSumma personal 10 000\nHyra 2 000\nSumma 12 000"
    assert [row["sum"] for row in value("costs", text)] == [8000, 2000, 2000]


def test_what_is_left_over_is_no_cost() -> None:
    assert value("costs", "Lön 10 000\nHyra 2 000\nBudgeterad vinst 0") == ITEMS
    assert code("costs", "Lön 10 000\nBudgeterad vinst 500") == "rows.result"
    assert code("costs", "Kulut\nPalkka 500\nYlijäämä 20") == "rows.result"


def test_the_other_side_of_a_budget_is_asked_about() -> None:
    assert code("costs", "Kostnader\nLön 500\nIntäkter\nAvgifter 500") == "costs.income"
    assert code("FP11", "Tulot\nSTEA 500\nMenot\nPalkka 500") == "funding.costs"


def test_a_total_alone_has_no_rows_to_check() -> None:
    assert code("costs", "Summa 12 000") == "costs.what"
    assert code("FP12", "Totalt 24 000") == "yearly.total"


def test_totals_of_money_from_elsewhere_and_of_years() -> None:
    sources = [{"source": "STEA", "sum": 500, "note": "sökt"}, {"source": "Lions", "sum": 300, "note": ""}]
    assert value("FP11", "Finansiering\nSTEA 500, sökt\nLions 300\nSumma 800") == sources
    assert code("FP11", "STEA 500\nSumma 800") == "rows.total"
    years = [{"year": 2027, "sum": 12000}, {"year": 2028, "sum": 13000}]
    assert value("FP12", "2027: 12 000\n2028: 13 000\nYhteensä 25 000") == years
    assert code("FP12", "2027: 12 000\n2028: 13 000\nSumma 26 000") == "rows.total"


def test_a_total_in_a_later_message_checks_the_rows_before_it() -> None:
    field = vasa().fields_by_id["FP07"]

    def later(text: str) -> Json:
        return read(field, text, Language.SV, pack=vasa(), known={}, year=2026, so_far=ITEMS)

    total = later("Summa 12 000")
    assert isinstance(total, Understood)
    assert total.value == []
    assert later("Summa 13 000").code == "rows.total"
    assert later("\n".join(f"Rad {letter} 5" for letter in "abcdefghijklmnopqrs" * 3)).code == "rows.many"
