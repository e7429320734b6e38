"""Implementation agreements: a goal, two days and perhaps a sum, one agreement a line."""

import pytest

from knowledge.answers import kind_of
from knowledge.answers.answer import to_be_shown
from knowledge.language import Language
from tests.knowledge.answers.fields import code, field, shown, value, vasa

KITCHEN = "Onsdagsköket: 1.1.2027–31.12.2027, 12 000 €"
EVENINGS = "Gemensamma kvällar 1.3.2027-31.12.2028"


@pytest.mark.covers("S3")
def test_each_line_is_an_agreement_of_its_own() -> None:
    assert value("KM07", f"{KITCHEN}\n{EVENINGS}") == [
        {"goal": "Onsdagsköket", "start": "2027-01-01", "end": "2027-12-31", "sum": 12000},
        {"goal": "Gemensamma kvällar", "start": "2027-03-01", "end": "2028-12-31", "sum": None},
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Onsdagsköket", "implementations.unreadable"),
        ("1.1.2027–31.12.2027, 12 000 €", "implementations.unreadable"),
        ("Köket: 31.12.2027–1.1.2027", "period.order"),
        ("Köket: 1.1.2027–31.12.2027, 500 € och 700 €", "implementations.unreadable"),
        ("Köket: 31.11.2027–31.12.2027", "implementations.unreadable"),
        ("\n".join([KITCHEN] * 13), "rows.many"),
        ("- ", "implementations.unreadable"),
    ],
)
def test_what_is_no_agreement_is_asked_about(text: str, why: str) -> None:
    assert code("KM07", text) == why


def test_they_are_shown_a_line_each_and_as_a_table_on_paper() -> None:
    assert shown("KM07", f"{KITCHEN}\n{EVENINGS}") == (
        "Onsdagsköket: 1 januari 2027 – 31 december 2027, 12\xa0000\xa0€\n"
        "Gemensamma kvällar: 1 mars 2027 – 31 december 2028"
    )
    one, kind = field("KM07"), kind_of(field("KM07"))
    assert kind.table is not None
    table = kind.table(to_be_shown(kind, one, value("KM07", KITCHEN), Language.SV, vasa()))
    assert table is not None
    assert (table.columns, table.rows) == (
        ("goal", "when", "sum"),
        (("Onsdagsköket", "1 januari 2027 – 31 december 2027", "12\xa0000\xa0€"),),
    )
