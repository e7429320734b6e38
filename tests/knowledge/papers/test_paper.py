"""The papers as values: names, order, gaps, and what a reader finds in them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dialogs.records.proposal import Answer
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.papers.paper import Paper, association_name, paper
from knowledge.papers.prose import paragraph
from knowledge.papers.sections import Section
from tests.knowledge.answers.fields import vasa

DAY = date(2023, 9, 4)
SPACE = "\u00a0"
FULL: dict[str, Any] = {
    "GU01": "Exempel rf",
    "GU02": {"number": "2077474-0", "country": "FI"},
    "GU04": {"place": "Vasa", "year": 2011},
    "GU07": "+358401234567",
    "GU09": {"name": "Anna", "role": "ordförande"},
    "GU10": {"count": "2", "roles": "ordförande"},
    "GU13": {"rules": "yes", "board": "yes", "auditor": "no"},
    "GU15": {"paid": 1, "volunteers": 2},
    "GU16": [],
    "GU17": "sv",
    "FP01": "Onsdagsköket",
    "FP04": ["exclusion/loneliness"],
    "FP05": ["Ett"],
    "FP06": ["Första"],
    "FP07": [{"what": "Hyra", "sum": 100}],
    "FP08": {"start": "2027-01-01", "end": "2028-12-31", "dates": []},
    "FP09": {"choice": "yes", "text": ""},
    "FP10": {"choice": "no", "text": "Vi söker en."},
    "FP11": [],
    "FP12": [{"year": None, "sum": 100}],
    "FP13": 24,
}


def given_answer(value: Any) -> Answer:
    return Answer("given", "", value)


def a_paper(answers: dict[str, Answer], kind: str = "proposal", language: Language = Language.SV) -> Paper:
    return paper(vasa(), answers, language, kind, DAY)


def section(made: Paper, heading: str) -> Section:
    return next(one for one in made.sections if one.heading == heading)


@pytest.mark.covers("V10")
@pytest.mark.parametrize(
    ("language", "kind", "expected"),
    [
        (Language.SV, "basics", "Vasa Exempelförening rf_grunduppgifter"),
        (Language.SV, "proposal", "Vasa Exempelförening rf_forslagspapper"),
        (Language.FI, "basics", "Vasa Exempelförening rf_perustiedot"),
        (Language.FI, "proposal", "Vasa Exempelförening rf_ehdotuspaperi"),
        (Language.EN, "basics", "Vasa Exempelförening rf_grunduppgifter"),
        (Language.EN, "proposal", "Vasa Exempelförening rf_forslagspapper"),
    ],
)
def test_papers_are_named_as_the_city_demands(language: Language, kind: str, expected: str) -> None:
    made = a_paper({"GU01": given_answer("Vasa Exempelförening rf")}, kind, language)
    assert made.filename_stem == expected


@pytest.mark.covers("S15")
@pytest.mark.parametrize(
    "name", ["Esimerkki ry – Exemplet rf", "Exemplet rf / Esimerkki ry", "Esimerkki ry\nExemplet rf"]
)
def test_of_two_names_the_one_in_the_language_is_used(name: str) -> None:
    names = {language: association_name(vasa(), {"GU01": name}, language) for language in Language}
    assert names == {Language.SV: "Exemplet rf", Language.FI: "Esimerkki ry", Language.EN: "Exemplet rf"}


@pytest.mark.parametrize("name", ["Vasa Exempelförening rf", "Folk & fä – för alla rf", "A rf – B rf"])
def test_one_name_stays_whole(name: str) -> None:
    assert association_name(vasa(), {"GU01": name}, Language.FI) == name


@pytest.mark.covers("V12")
@pytest.mark.covers("V13")
@pytest.mark.covers("V14")
@pytest.mark.covers("V15")
def test_the_paper_follows_the_order_of_the_page_in_its_words() -> None:
    full = {field.id: Answer("unclear", "några ord") for field in vasa().fields}
    assert [one.heading for one in a_paper(full).sections] == [
        "Behov",
        "Utmaning",
        "Planen",
        "Mål och mätare",
        "Kostnader",
        "Tidtabell",
        "Kompetens",
        "Personal",
        "Annan finansiering",
        "Årligt bidrag från Vasa stad",
        "Finansieringens längd",
        "Samarbetspartner",
        "Föreningens insats",
        "Stadens insats",
        "Stadens fem utmaningar",
        "Pitchanförande",
        "Bifogade filer",
    ]


def test_the_head_says_who_hands_it_in() -> None:
    answers = {key: given_answer(FULL[key]) for key in ("GU01", "GU02", "GU09", "FP01")}
    made, basics = a_paper(answers), a_paper(answers, "basics")
    assert (made.title, made.association) == ("Onsdagsköket", "Exempel rf")
    assert made.head == (("FO-nummer", "2077474-0"), ("Kontaktperson", "Anna, ordförande"))
    assert (basics.title, basics.head, basics.dated) == ("Exempel rf", (("FO-nummer", "2077474-0"),), DAY)


def of_kinds(kinds: Mapping[str, str]) -> Pack:
    """Vasa after some of its fields have changed their kinds."""
    fields = tuple(replace(field, kind=kinds.get(field.id, field.kind)) for field in vasa().fields)
    return replace(vasa(), fields=fields)


@pytest.mark.parametrize(
    ("kind", "value", "line"), [("text", "2077474-0", "2077474-0"), ("person", {"name": "Anna", "role": ""}, "Anna")]
)
def test_an_own_number_of_another_kind_is_shown_below_and_tells_no_country(kind: str, value: Any, line: str) -> None:
    answers = {"GU01": given_answer("Exempel rf"), "GU02": given_answer(value)}
    made = paper(of_kinds({"GU02": kind}), answers, Language.SV, "basics", DAY)
    assert (made.title, made.head) == ("Exempel rf", (("FO-nummer", line),))
    assert section(made, "FO-nummer").blocks == paragraph(line)


@pytest.mark.parametrize("name", ["GU01", "FP01"])
def test_a_name_of_another_kind_names_no_paper(name: str) -> None:
    answers = {name: given_answer({"name": "Anna", "role": "kassör"})}
    made = paper(of_kinds({name: "person"}), answers, Language.SV, "proposal", DAY, "Utan namn")
    assert (made.title, made.association, made.filename_stem) == ("Utan namn", "Utan namn", "Utan namn_forslagspapper")


@pytest.mark.covers("V12")
@pytest.mark.parametrize(
    ("changed", "kind", "value", "lines"),
    [
        ("FP05", "text", "Färre ensamma", ("Färre ensamma",)),
        ("FP05", "integer", 12, ("12",)),
        ("FP06", "text", "En enkät", ("En enkät",)),
        ("FP06", "months", 12, ("12 månader",)),
    ],
)
def test_goals_and_measures_of_other_kinds_stand_apart(
    changed: str, kind: str, value: Any, lines: tuple[str, ...]
) -> None:
    answers = {"FP05": given_answer(["Ett"]), "FP06": given_answer(["Första"])}
    pack = of_kinds({changed: kind})
    made = paper(pack, {**answers, changed: given_answer(value)}, Language.SV, "proposal", DAY)
    shown = {name: section(made, pack.fields_by_id[name].label[Language.SV]).blocks for name in answers}
    assert shown == {"FP05": paragraph("Ett"), "FP06": paragraph("Första"), changed: paragraph(*lines)}


def test_goals_that_are_sums_are_a_table_of_their_own() -> None:
    rows = [{"what": "Lön", "sum": 12000}]
    made = paper(of_kinds({"FP05": "costs"}), {"FP05": given_answer(rows)}, Language.SV, "proposal", DAY)
    table = section(made, "Mål").table
    assert (table.columns, table.rows) == (("what", "sum_a_year"), (("Lön", f"12{SPACE}000{SPACE}€"),))  # type: ignore[union-attr]
