"""Places, addresses, mail, phones, web pages and people."""

import pytest

from knowledge.answers.kinds.contact.phone import PHONE
from tests.knowledge.answers.fields import code, remarks, shown, value, vaxjo


@pytest.mark.parametrize("text", ["Vasa, 2011", "2011 Vasa", "Vasa (2011)", "Vasa 12.5.2011"])
def test_a_town_and_a_year_in_any_order(text: str) -> None:
    assert value("place-year", text) == {"place": "Vasa", "year": 2011}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vasa", "place.year"),
        ("2011", "place.town"),
        ("Vasa 1849", "place.range"),
        ("Vasa 2027", "place.range"),
        ("Vasa 2010 2011", "place.year"),
        ("1960-talet, Vasa", "place.year"),
        ("Vaasa 1960-luvulla", "place.year"),
        ("Vasa ca 1960", "place.year"),
    ],
)
def test_what_is_no_town_and_year(text: str, expected: str) -> None:
    assert code("place-year", text) == expected


def test_an_address_has_the_postal_code_of_the_country() -> None:
    assert value("address", "Gatan 1\n65100 Vasa") == "Gatan 1, 65100 Vasa"
    assert value("address", "PB 12, FI-65101 Vasa") == "PB 12, FI-65101 Vasa"
    assert value("address", "Gatan 1, 352 31 Växjö", pack=vaxjo()) == "Gatan 1, 352 31 Växjö"
    assert [code("address", text) for text in ("Gatan 1, Vasa", "65100", "Gatan 1, 651 00 Vasa")] == [
        "address.code"
    ] * 3


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("info@exempel.fi", "info@exempel.fi"),
        ("info(at)exempel.fi", "info@exempel.fi"),
        ("<info@exempel.fi>", "info@exempel.fi"),
        ("mailto:info@exempel.fi.", "info@exempel.fi"),
    ],
)
def test_a_mail_address(text: str, address: str) -> None:
    assert value("email", text) == address


@pytest.mark.parametrize("text", ["x", "a@b", "a b@c.fi", "a@b@c.fi", "@exempel.fi", f"{'a' * 250}@exempel.fi"])
def test_what_is_no_mail_address(text: str) -> None:
    assert code("email", text) == "email.unreadable"


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


def test_a_mail_address_with_a_name_or_a_note() -> None:
    texts = ("Maija Meikäläinen <maija@exempel.fi>", "maija@exempel.fi (kassören)", '"Maija" <maija@exempel.fi>')
    assert [value("email", text) for text in texts] == ["maija@exempel.fi"] * 3
    assert [remarks("email", text) for text in texts] == [["email.alone"]] * 3
    assert remarks("email", "E-post: maija@exempel.fi") == []
    assert code("email", "maija@exempel.fi, pekka@exempel.fi") == "email.unreadable"


@pytest.mark.parametrize("text", [
    "Vasa, registrerad 2011", "Hemort: Vasa, år 2011", "Vasa, rekisteröity vuonna 2011", "Vasa sedan 2011",
    "Vasa från 2011", "Vasa, bildad 2011",
])  # fmt: skip
def test_words_beside_a_town_and_a_year_are_no_town(text: str) -> None:
    assert value("place-year", text) == {"place": "Vasa", "year": 2011}


def test_a_web_address_is_made_secure() -> None:
    assert value("url", "https://exempel.fi") == "https://exempel.fi"
    assert value("url", "www.exempel.fi/sida") == "https://www.exempel.fi/sida"
    assert remarks("url", "http://exempel.fi") == ["url.https"]
    bad = ("nej", "https://", "a b.fi", "https://[", "x@exempel.fi", "javascript:alert(1)")
    assert [code("url", text) for text in bad] == ["url.unreadable"] * len(bad)


@pytest.mark.parametrize(
    "text",
    [
        "Förnamn Efternamn, kassör",
        "Förnamn Efternamn (kassör)",
        "kassör: Förnamn Efternamn",
        "Förnamn Efternamn kassör",
    ],
)
def test_a_person_and_a_role(text: str) -> None:
    assert value("person", text) == {"name": "Förnamn Efternamn", "role": "kassör"}


def test_a_person_without_a_role_is_remarked_on() -> None:
    assert value("person", "Förnamn Efternamn") == {"name": "Förnamn Efternamn", "role": ""}
    assert remarks("person", "Förnamn Efternamn") == ["person.role"]
    assert code("person", "1") == "person.unreadable"
    beside = {"name": "Lisa Berg", "role": "kassör, 040 1234567"}
    assert value("person", "Lisa Berg (kassör) 040 1234567") == beside
