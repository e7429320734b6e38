"""One answer as it stands on a paper: sums in columns, questions where the answer says nothing, pairs as typed."""

from collections.abc import Mapping
from typing import Any

import pytest

from dialogs.records.proposal import Answer
from knowledge.answers.kind import SheetPart
from knowledge.answers.table import Table, Total
from knowledge.language import Language
from knowledge.papers.gaps import FilledForm
from knowledge.papers.prose import Block, Item, listed, paragraph
from knowledge.papers.sections import Section, goals_and_measures, section
from tests.knowledge.answers.fields import vasa

TWO_YEARS = {"FP08": {"start": "2027-01-01", "end": "2028-12-31", "dates": []}}


def draft(values: Mapping[str, Any], language: Language = Language.SV) -> FilledForm:
    return FilledForm(vasa(), {key: Answer("given", "", value) for key, value in values.items()}, language, 2026)


def shown(name: str, value: Any, language: Language = Language.SV, **others: Any) -> Section:
    made = draft({**others, name: value}, language)
    return section(made, vasa().fields_by_id[name], made.answers[name], as_table=name.startswith("FP"))


def table_of(name: str, value: Any, **others: Any) -> Table:
    table = shown(name, value, **others).table
    assert table is not None
    plain = [tuple(cell.replace("\u00a0", " ") for cell in row) for row in table.rows]
    totals = [
        Total(one.name, one.amount.replace("\u00a0", " "), one.time.replace("\u00a0", " ")) for one in table.totals
    ]
    return Table(table.columns, tuple(plain), tuple(totals), table.of_money)


COSTS = [{"what": "Lön", "sum": 14400.1}, {"what": "Hyra", "sum": 3600}]


@pytest.mark.covers("V12")
@pytest.mark.covers("V15")
def test_costs_have_one_number_of_decimals_and_the_sum_of_a_year_and_of_all_of_them() -> None:
    rows = (("Lön", "14 400,10 €"), ("Hyra", "3 600,00 €"))
    a_year = Total("a_year", "18 000,10 €")
    expected = Table(
        ("what", "sum_a_year"), rows, (a_year, Total("in_all", "36 000,20 €", "24 månader")), of_money=True
    )
    assert table_of("FP07", COSTS, FP13=24) == expected
    assert table_of("FP07", COSTS, **TWO_YEARS) == expected


@pytest.mark.covers("V15")
@pytest.mark.parametrize("months", [6, 12, 18])
def test_what_is_no_number_of_whole_years_is_not_reckoned(months: int) -> None:
    assert [total.name for total in table_of("FP07", COSTS, FP13=months).totals] == ["a_year"]


@pytest.mark.covers("V15")
@pytest.mark.parametrize(
    ("value", "months", "rows", "totals"),
    [
        ([{"year": None, "sum": 8000}], 24, (("Per år", "8 000 €"),), (Total("in_all", "16 000 €", "24 månader"),)),
        ([{"year": None, "sum": 8000}], 18, (("Per år", "8 000 €"),), ()),
        ([{"year": 2027, "sum": 8000}], 12, (("2027", "8 000 €"),), ()),
        (
            [{"year": 2027, "sum": 8000}, {"year": 2028, "sum": 8000.5}],
            24,
            (("2027", "8 000,00 €"), ("2028", "8 000,50 €")),
            (Total("total", "16 000,50 €"),),
        ),
    ],
)
def test_the_grant_is_told_per_year_and_in_total(value: Any, months: int, rows: Any, totals: Any) -> None:
    assert table_of("FP12", value, FP13=months) == Table(("year", "sum"), rows, totals, of_money=True)


@pytest.mark.covers("V14")
def test_money_from_elsewhere_says_its_state_and_its_sum() -> None:
    rows = [{"source": "STEA", "sum": 5000, "note": "sökt"}, {"source": "Fond", "sum": None, "note": ""}]
    expected = (("STEA", "sökt", "5 000 €"), ("Fond", "", ""))
    assert table_of("FP11", rows) == Table(
        ("source", "state", "sum"), expected, (Total("total", "5 000 €"),), of_money=True
    )


def test_own_money_on_the_data_sheet_is_lines_with_a_sum() -> None:
    rows = [{"source": "Avgifter", "sum": 1699.5, "note": "2026"}, {"source": "STEA", "sum": 5000, "note": "beviljat"}]
    [block] = shown("GU16", rows).blocks
    assert block.items[0].text.replace("\u00a0", " ").split("\n") == [
        "Avgifter: 1 699,50 € (2026)",
        "STEA: 5 000,00 € (beviljat)",
        "Summa: 6 699,50 €",
    ]


@pytest.mark.covers("V13")
@pytest.mark.parametrize(
    ("language", "question", "lead"),
    [
        (Language.SV, "Har föreningen redan den kompetens som behövs?", "Delvis"),
        (Language.FI, "Onko yhdistyksellä jo tarvittava osaaminen?", "Osittain"),
        (Language.EN, "Does the association already have the competence that is needed?", "Partly"),
    ],
)
def test_a_yes_or_no_stands_under_its_question_in_full(language: Language, question: str, lead: str) -> None:
    made = shown("FP09", {"choice": "partly", "text": "Kurs."}, language)
    assert (made.question, made.lead, made.blocks) == (question, lead, paragraph("Kurs."))


def test_a_no_to_a_list_stands_under_its_question() -> None:
    assert shown("FP11", []) == Section(
        "Annan finansiering",
        question="Kan föreningen också få medel från annat håll?",
        lead="Nej",
        on_sheet=SheetPart.ECONOMY,
        has_own_words=True,
    )


def test_every_question_on_paper_is_in_all_languages() -> None:
    written = [{language for language, words in field.on_paper.items() if words} for field in vasa().fields]
    assert [languages for languages in written if languages not in (set(), set(Language))] == []


@pytest.mark.covers("V12")
def test_goals_stand_beside_their_measures() -> None:
    made = draft({"FP05": ["Ett", "Två"], "FP06": ["Första"]})
    pair = [made.pack.fields_by_id[name] for name in ("FP05", "FP06")]
    table = Table(("goal", "measure"), (("Ett", "Första"), ("Två", "")))
    assert goals_and_measures(made, *pair) == Section("Mål och mätare", table=table, has_own_words=True)


@pytest.mark.covers("V12")
def test_more_goals_than_count_are_paired_as_they_were_typed() -> None:
    answers = {name: Answer("unclear", "\n".join(f"- {word} {n}" for n in range(10))) for name, word in PAIR.items()}
    made = FilledForm(vasa(), answers, Language.SV, 2026)
    pair = [made.pack.fields_by_id[name] for name in PAIR]
    shown_pair = goals_and_measures(made, *pair)
    assert shown_pair.state == "unclear"
    assert shown_pair.table == Table(("goal", "measure"), tuple((f"Mål {n}", f"Mätare {n}") for n in range(10)))


PAIR = {"FP05": "Mål", "FP06": "Mätare"}


def test_every_day_of_the_timetable_is_written_in_one_way() -> None:
    value = {"start": "2027-01-01", "end": "2028-12-31", "dates": ["1.3.2027 första middagen", "31.2.2027 finns inte"]}
    assert shown("FP08", value).blocks == (
        *paragraph("1 januari 2027 – 31 december 2028 (24 månader)"),
        Block("bullets", (Item("1 mars 2027 första middagen"), Item("31.2.2027 finns inte"))),
    )


def test_lists_are_lists_and_addresses_lead_somewhere() -> None:
    assert shown("FP15", ["premises", "working-group"]).blocks == listed(["Lokal", "Någon i arbetsgruppen"])
    assert shown("GU06", "info@exempel.fi").link == "mailto:info@exempel.fi"
    assert shown("GU06", "chat").link == ""
    assert shown("GU08", "https://exempel.fi").link == "https://exempel.fi"
    assert shown("FP03", "Vi ses.\n- på onsdagar").blocks == (
        *paragraph("Vi ses."),
        Block("bullets", (Item("på onsdagar"),)),
    )


def test_each_answer_tells_its_own_language_if_its_words_do() -> None:
    swedish, english = "Vi lagar mat och det är öppet för alla", "We cook and all of the people are with us"
    made = FilledForm(vasa(), {"FP02": Answer("given", swedish, swedish)}, Language.FI, 2026)
    labels = Answer("given", swedish, ["exclusion/loneliness"])
    told = {
        name: (one.written_in, one.has_own_words)
        for name, answer in {
            "FP02": Answer("given", swedish, swedish),
            "FP03": Answer("given", english, english),
            "FP04": labels,
            "GU07": Answer("given", "ring", "+358401234567"),
            "FP12": Answer("unclear", english),
        }.items()
        for one in [section(made, vasa().fields_by_id[name], answer, as_table=True)]
    }
    assert told == {
        "FP02": (Language.SV, True),
        "FP03": (Language.EN, True),
        "FP04": (None, False),
        "GU07": (None, False),
        "FP12": (Language.EN, True),
    }
