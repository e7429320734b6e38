"""Telephone numbers, whose they are, and digits that are none."""

import pytest

from knowledge.answers.kinds.contact.phone import PHONE
from tests.knowledge.answers.fields import code, remarks, shown, value, vaxjo


def test_a_phone_number_gets_its_country_code_and_a_remark() -> None:
    assert value("phone", "040 123 4567") == "+358401234567"
    assert remarks("phone", "040 123 4567") == ["phone.country"]
    assert value("phone", "070-123 45 67", pack=vaxjo()) == "+46701234567"
    assert value("phone", "+46 70 123 45 67") == "+46701234567"
    assert remarks("phone", "+46 70 123 45 67") == []
    assert [code("phone", text) for text in ("12", "ring mig", "")] == [
        "phone.unreadable",
        "phone.unreadable",
        "text.empty",
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("040-1234567 (Maija)", "+358 40 1234567 (Maija)"),
        ("Maija 040-1234567", "+358 40 1234567 (Maija)"),
        ("Tel: 040 123 4567", "+358 40 1234567"),
        ("(06) 325 1111", "+358 6 3251111"),
        ("358401234567", "+358 40 1234567"),
        ("06 325 1111 ext 12", "+358 6 3251111 ext. 12"),
        ("06 325 1111 x12", "+358 6 3251111 ext. 12"),
        ("06 325 1111 #12", "+358 6 3251111 ext. 12"),
        ("+358 6 325 1111 ext. 12", "+358 6 3251111 ext. 12"),
        ("06 325 1111 anknytning 12", "+358 6 3251111 ext. 12"),
        ("040 1234567, 050 7654321", "+358 40 1234567, +358 50 7654321"),
        ("040 1234567 / 050 7654321", "+358 40 1234567, +358 50 7654321"),
        ("040 1234567 tai 050 7654321", "+358 40 1234567, +358 50 7654321"),
        ("040 1234567 (Maija), 050 7654321 (Pekka)", "+358 40 1234567 (Maija), +358 50 7654321 (Pekka)"),
        ("Maija 040 1234567\nPekka 050 7654321", "+358 40 1234567 (Maija), +358 50 7654321 (Pekka)"),
    ],
)
def test_a_number_keeps_its_extension_and_whose_it_is(text: str, numbers: str) -> None:
    assert shown("phone", text) == numbers
    assert PHONE.fits(value("phone", text))


@pytest.mark.parametrize(
    "text",
    [
        "65100", "00100", "01300", "2077474-0", "0201256-6", "31.12.2027", "01.12.2027", "2027-12-31", "85",
        "40 123 4567", "65100 Vasa 040 1234567", "123456789",
        "06 3251111-3", "06 325 1111/12", "070-123 45 67 (Sverige)",
    ],
)  # fmt: skip
def test_other_digits_are_no_phone_number(text: str) -> None:
    assert code("phone", text) == "phone.unreadable"
