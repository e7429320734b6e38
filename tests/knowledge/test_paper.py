"""The papers as values: names, order, gaps, and what a reader finds in them."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.values import Answer
from knowledge.pack import Language, Pack
from knowledge.paper import Paper, Section, Table, association_name, file_stem, paper
from tests.knowledge.answers.fields import vasa

DAY = date(2023, 9, 4)
SPACE = "\u00a0"


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
    names = {language: association_name({"GU01": name}, language) for language in Language}
    assert names == {Language.SV: "Exemplet rf", Language.FI: "Esimerkki ry", Language.EN: "Exemplet rf"}


@pytest.mark.parametrize("name", ["Vasa Exempelförening rf", "Folk & fä – för alla rf", "A rf – B rf"])
def test_one_name_stays_whole(name: str) -> None:
    assert association_name({"GU01": name}, Language.FI) == name


@pytest.mark.covers("V10")
@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Vasa Exempelförening rf", "Vasa Exempelförening rf_x"),
        ('A/B\\C:D*E?F"G<H>I|J', "A-B-C-D-E-F-G-H-I-J_x"),
        (" Vasa \n rf ", "Vasa - rf_x"),
        ("Exempel r.f.", "Exempel r.f._x"),
        ("../../etc/passwd", "-..-etc-passwd_x"),
        ("Fo\u0308rening rf", "Förening rf_x"),
        ("Glada 🎉 rf", "Glada 🎉 rf_x"),
        ("fdp.\u202eexe rf", "fdp.exe rf_x"),
        ("", "x"),
    ],
)
def test_only_what_no_file_name_may_hold_is_replaced(name: str, stem: str) -> None:
    assert file_stem(name, "x") == stem


@pytest.mark.covers("V10")
@pytest.mark.parametrize("sign", ["å", "🎉", "w"])
def test_a_very_long_name_is_cut_and_stays_apart_from_others(sign: str) -> None:
    one, other = (file_stem(sign * 200 + ending, "forslagspapper") for ending in "ab")
    assert one != other
    assert one.endswith("_forslagspapper")
    assert len(f"{one}.docx".encode()) < 255


@given(st.text(max_size=300))
def test_any_name_gives_a_name_that_file_systems_take(name: str) -> None:
    stem = file_stem(name, "grunduppgifter")
    assert stem == unicodedata.normalize("NFC", stem)
    assert not set(stem) & set('/\\:*?"<>|\x00\n\r')
    assert stem.endswith("grunduppgifter")
    assert len(f"{stem}.docx".encode()) < 255


@pytest.mark.covers("V12")
@pytest.mark.covers("V13")
@pytest.mark.covers("V14")
@pytest.mark.covers("V15")
def test_the_paper_follows_the_order_of_the_page() -> None:
    headings = [one.heading for one in a_paper({}).sections]
    labels = [
        vasa().fields_by_id[name].label[Language.SV]
        for name in ("FP03", "FP07", "FP08", "FP09", "FP10", "FP11", "FP12", "FP13")
    ]
    labels.insert(1, "Mål – mått")
    assert [heading for heading in headings if heading in labels] == labels


@pytest.mark.covers("V12")
def test_goals_stand_beside_their_measures() -> None:
    answers = {"FP05": given_answer(["Ett", "Två"]), "FP06": given_answer(["Första"])}
    made = section(a_paper(answers), "Mål – mått")
    assert made == Section("Mål – mått", (), Table(("goal", "measure"), (("Ett", "Första"), ("Två", ""))))


@pytest.mark.covers("V12")
def test_costs_are_a_table_with_its_total() -> None:
    made = section(
        a_paper({"FP07": given_answer([{"what": "Lön", "sum": 12000}, {"what": "Hyra", "sum": 500.5}])}), "Kostnader"
    )
    rows = (("Lön", f"12{SPACE}000{SPACE}€"), ("Hyra", f"500,50{SPACE}€"))
    assert made == Section("Kostnader", (), Table(("what", "sum"), rows, f"12{SPACE}500,50{SPACE}€"))


@pytest.mark.covers("V11")
def test_gaps_are_listed_and_what_was_typed_is_kept() -> None:
    made = a_paper(
        {"FP12": Answer("unclear", "tolvtusen\x00\n + lite till"), "FP13": Answer("unknown"), "FP14": Answer("skipped")}
    )
    assert section(made, "Pengar från Vasa") == Section(
        "Pengar från Vasa", ("tolvtusen", "+ lite till"), None, "unclear"
    )
    assert section(made, "Hur länge") == Section("Hur länge", (), None, "missing")
    assert {"Pengar från Vasa", "Hur länge", "Behovet"} <= set(made.gaps)
    assert "Medhjälpare" not in made.gaps


def test_a_full_paper_has_no_gaps_and_its_title_is_the_idea() -> None:
    answers = {"GU01": given_answer("Exempel rf"), "FP01": given_answer("Onsdagsköket")}
    made = a_paper({**{field.id: Answer("skipped") for field in vasa().fields if field.need != "R"}, **answers})
    assert (made.title, made.subtitle) == ("Onsdagsköket", "Exempel rf")
    basics = a_paper({**answers, "GU02": given_answer({"number": "2077474-0", "country": "FI"})}, "basics")
    assert (basics.title, basics.subtitle, basics.dated) == ("Exempel rf", "2077474-0", DAY)


def test_the_finnish_register_number_is_asked_of_finnish_associations_only() -> None:
    swedish = {"GU02": given_answer({"number": "802000-0009", "country": "SE"})}
    headings = [[one.heading for one in a_paper(answers, "basics").sections] for answers in ({}, swedish)]
    assert ["Registernummer" in one for one in headings] == [True, False]


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
    assert (made.title, made.subtitle) == ("Exempel rf", "")
    headings = [one.heading for one in made.sections]
    assert headings == [one.heading for one in a_paper({}, "basics").sections]
    assert section(made, vasa().fields_by_id["GU02"].label[Language.SV]).lines == (line,)


@pytest.mark.parametrize("name", ["GU01", "FP01"])
def test_a_name_of_another_kind_names_no_paper(name: str) -> None:
    answers = {name: given_answer({"name": "Anna", "role": "kassör"})}
    made = paper(of_kinds({name: "person"}), answers, Language.SV, "proposal", DAY, "Utan namn")
    assert (made.title, made.subtitle, made.filename_stem) == ("Utan namn", "", "Utan namn_forslagspapper")


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
    shown = {name: section(made, pack.fields_by_id[name].label[Language.SV]).lines for name in answers}
    assert shown == {"FP05": ("Ett",), "FP06": ("Första",), changed: lines}


def test_goals_that_are_sums_are_a_table_of_their_own() -> None:
    rows = [{"what": "Lön", "sum": 12000}]
    made = paper(of_kinds({"FP05": "costs"}), {"FP05": given_answer(rows)}, Language.SV, "proposal", DAY)
    assert section(made, "Mål").table == Table(("what", "sum"), (("Lön", f"12{SPACE}000{SPACE}€"),))
