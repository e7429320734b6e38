"""Rows of money: which number is the sum, what its words are, and which rows have two readings."""

import pytest

from knowledge.language import Language
from tests.knowledge.answers.fields import code, value

SPACE = "\u00a0"


@pytest.mark.covers("V12")
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Lön för ledare 14 400", [("Lön för ledare", 14400)]),
        ("Palkka ohjaajalle 14 400", [("Palkka ohjaajalle", 14400)]),
        ("Lön för ledare 60 %: 14 400", [("Lön för ledare 60 %", 14400)]),
        ("Lön sekreterare 60 procent 14 400", [("Lön sekreterare 60 procent", 14400)]),
        ("Hyra 12 x 300 €: 3 600", [("Hyra 12 × 300 €", 3600)]),
        ("Ledare 200 h x 25 € = 5 000 €", [("Ledare 200 h × 25 €", 5000)]),
        ("Resor 50 km à 0,25 = 12,50", [("Resor 50 km à 0,25", 12.5)]),
        ("Hyra: 6 000 €/år (500 €/mån)", [("Hyra (500 €/mån)", 6000)]),
        ("Vuokra 450 euron", [("Vuokra", 450)]),
        ("Vuokra 450 eurolla vuodessa", [("Vuokra", 450)]),
        ("Hyra 6000€ (sökt)", [("Hyra (sökt)", 6000)]),
        ("Hyra (6 000 €)", [("Hyra", 6000)]),
        ("Hyra [sal 2] 300", [("Hyra [sal 2]", 300)]),
        ("Hyra ca 6 000", [("Hyra", 6000)]),
        ("Hyra: 500,-", [("Hyra", 500)]),
        ("•Lön 5 000\n▪ Resor 300", [("Lön", 5000), ("Resor", 300)]),
        ("vuokra 5 tonnia", [("vuokra", 5000)]),
        ("Palkka 1,5 tonnia", [("Palkka", 1500)]),
        ("Rent 2 grand", [("Rent", 2000)]),
        ("300 € resor", [("resor", 300)]),
        ("Månadslön 2 500 x 12 = 30 000", [("Månadslön 2 500 × 12", 30000)]),
        ("| Hyra | 300 |\n|---|---|\n| Mat | 20 |", [("Hyra", 300), ("Mat", 20)]),
        ("Lön 10 000 + hyra 2 000", [("Lön", 10000), ("hyra", 2000)]),
    ],
)
def test_the_sum_of_a_row_and_its_words(text: str, rows: list[tuple[str, float]]) -> None:
    assert value("costs", text) == [{"what": what, "sum": amount} for what, amount in rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Hyra\t1\t200\t200\nMaterial\t3\t150\t450", [("Hyra", 200), ("Material 3 × 150", 450)]),
        ("Vad\tAntal\tPris\tSumma\nHyra\t1\t200\t200", [("Hyra", 200)]),
        ("Ohjaaja\t2\t350,00\t700,00", [("Ohjaaja 2 × 350,00", 700)]),
        ("Lön\t10\u00a0000 €", [("Lön", 10000)]),
        ("Lön\tledare\t10 000", [("Lön, ledare", 10000)]),
        ("Hyra\t2027\t300", [("Hyra, 2027", 300)]),
    ],
)
def test_a_tab_is_a_border(text: str, rows: list[tuple[str, float]]) -> None:
    assert value("costs", text) == [{"what": what, "sum": amount} for what, amount in rows]


def test_a_tab_is_a_border_in_every_answer_with_numbers() -> None:
    assert value("FP11", "Medlemsavgifter\t1\t250") == [{"source": "Medlemsavgifter", "sum": 250, "note": ""}]
    assert value("FP11", "Stiftelse X\t2026\t5 000\tsökt") == [
        {"source": "Stiftelse X", "sum": 5000, "note": "2026, sökt"}
    ]
    assert value("FP12", "2024\t1\t500") == [{"year": 2024, "sum": 500}]
    assert value("FP12", "År\tSumma\n2027\t500\n2028\t600") == [{"year": 2027, "sum": 500}, {"year": 2028, "sum": 600}]
    assert code("GU12", "1\t200") == "integer.unreadable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ohjaaja\t2\t350", "money.several"),
        ("Ohjaaja\t2 kpl\t350", "money.several"),
        ("Lön\t10 000\t10 000\t20 000", "money.several"),
        ("Hyra 12 x 300 €", "money.part"),
        ("Hyra 12x300", "money.part"),
        ("Hyra 12 x 300 €: 3 500", "money.part"),
        ("Träffar 10 ggr 50 €", "money.part"),
        ("Ledare 25 €/h", "money.part"),
        ("Ohjaaja 25 euroa tunnilta", "money.part"),
        ("Mat 5 €/person", "money.part"),
        ("Lokal 100 €/termin", "money.part"),
        ("Hyra 500 €/mån", "money.monthly"),
        ("Vuokra 500 euroa kuukaudessa", "money.monthly"),
        ("Hyra 300 €: 3 600", "money.several"),
        ("Lön 10 000 + Hyra 2 000 = 12 000", "money.several"),
        ("Hyra 6 000 € (varav el 500 €)", "money.several"),
        ("Lön 12 000 – 15 000 €", "costs.row"),
        ("Lön 12 000 eller 15 000 €", "costs.row"),
        ("Material 3 150 450", "costs.row"),
        ("Hyra 500 mk", "money.currency"),
        ("Hyra 500 kronor", "money.currency"),
        ("Hyra 500 $", "money.currency"),
        *((f"Hyra 3000 {unit}", "money.currency") for unit in ("bucks", "pounds", "norska kronor", "₽", "spänn")),
        ("bussi 3 matkaa", "money.part"),
        ("Hyra 3000 under 2 år", "money.part"),
        ("Hyra 2 år", "money.part"),
        ("Rent 12 months at 300", "money.part"),
        ("Resor 400 km 0,57", "money.part"),
        ("Vuokra 12kk*300e", "money.part"),
        ("Buss 2st*450€", "money.part"),
        ("Hyra 12·300 €", "money.part"),
        ("Mat 8 € st", "money.part"),
        ("Food 8 a head", "money.part"),
        ("kahvit viikottain 20 e", "money.part"),
        ("Hyra 500 €/v", "money.part"),
        ("Rent 300 pcm", "money.monthly"),
        ("Vuokra kuukaudessa 300", "money.monthly"),
        ("Hyra månadsvis 300", "money.monthly"),
        ("Månadshyra 300", "money.monthly"),
        ("Kuukausivuokra 300", "money.monthly"),
        ("hyra 6 000 lön 12 000", "money.several"),
        ("mat 50 buss 80", "money.several"),
        ("Hyra 3000 minus 500", "costs.row"),
        ("Hyra 10^3", "costs.row"),
        ("Vuokra 3000...4000", "costs.row"),
        ("Vuokra 3000 ... 4000", "costs.row"),
        ("Hyra 3000,555", "costs.row"),
    ],
)
def test_a_row_with_two_readings_is_asked_about(text: str, expected: str) -> None:
    assert code("costs", text) == expected


def test_the_short_word_for_a_week_in_swedish_is_a_year_in_finnish() -> None:
    assert code("costs", "Vuokra 500 €/v", language=Language.SV) == "money.part"
    assert value("costs", "Vuokra 500 €/v", language=Language.FI) == [{"what": "Vuokra", "sum": 500}]
