"""Numbers that registers give, by the published check rules; a person's number is never taken for one."""

import pytest

from knowledge.answers import Remark, Unclear, Understood
from tests.knowledge.answers.fields import code, reading, shown, value, vaxjo


@pytest.mark.parametrize("text", ["2077474-0", "20774740", "Y-tunnus 2077474-0", "FO-nummer: 2077474–0", "FI20774740"])
def test_a_finnish_business_id(text: str) -> None:
    assert reading("org-number", text) == Understood({"number": "2077474-0", "country": "FI"})


@pytest.mark.parametrize("text", ["802000-0009", "8020000009", "SE802000000901", "org.nr 802000-0009"])
def test_a_swedish_organisation_number(text: str) -> None:
    assert reading("org-number", text, pack=vaxjo()) == Understood({"number": "802000-0009", "country": "SE"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2077474-1", "org-number.check"),
        ("802000-0008", "org-number.check"),
        ("0000001-0", "org-number.check"),
        ("12345", "org-number.unreadable"),
        ("vi har inget", "org-number.unreadable"),
        ("121212-1212", "org-number.personal"),
        ("19850101-1234", "org-number.personal"),
        ("131052-308T", "org-number.personal"),
    ],
)
def test_what_is_no_number_of_an_organisation(text: str, expected: str) -> None:
    assert code("org-number", text) == expected


def test_a_number_whose_remainder_is_one_was_never_issued() -> None:
    weights = (7, 9, 10, 5, 8, 4, 2)
    bodies = (f"{body:07d}" for body in range(1000000, 1000100))
    never = [b for b in bodies if sum(w * int(d) for w, d in zip(weights, b, strict=True)) % 11 == 1]
    assert {code("org-number", f"{body}-{check}") for body in never for check in range(10)} == {"org-number.never"}


def test_a_personal_number_is_not_repeated() -> None:
    assert reading("org-number", "121212-1212") == Unclear("org-number.personal", {"example": "2077474-0"})


def test_a_company_is_remarked_on() -> None:
    remark = Remark("org-number.other", {"number": "556036-0793"})
    assert reading("org-number", "556036-0793") == Understood({"number": "556036-0793", "country": "SE"}, (remark,))


@pytest.mark.parametrize(
    ("text", "number"),
    [("123.456", "123.456"), ("nr 123456", "123.456"), ("1 234", "1.234"), ("123", "123"), ("nr 12", "12")],
)
def test_a_register_number(text: str, number: str) -> None:
    assert value("register-number", text) == number


@pytest.mark.parametrize("text", ["13", "1234567", "har inget", "123 45", "Vasa 1984", "Vaasa 2011"])
def test_what_is_no_register_number(text: str) -> None:
    assert code("register-number", text) == "register-number.unreadable"


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("FI21 1234 5600 0007 85", "iban", "FI2112345600000785"),
        ("IBAN: FI2112345600000785", "iban", "FI2112345600000785"),
        ("SE45 5000 0000 0583 9825 7466", "iban", "SE4550000000058398257466"),
        ("bg 5050-1055", "bankgiro", "5050-1055"),
        ("bankgiro 50501055", "bankgiro", "5050-1055"),
        ("pg 4-2", "plusgiro", "4-2"),
    ],
)
def test_an_account(text: str, kind: str, number: str) -> None:
    assert value("account", text) == {"kind": kind, "number": number}


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("FI21 1234 5600 0007 85 NDEAFIHH", "NDEAFIHH"),
        ("FI2112345600000785, BIC NDEAFIHH", "NDEAFIHH"),
        ("FI21 1234 5600 0007 85 (Nordea)", "Nordea"),
        ("Nordea FI21-1234-5600-0007-85", "Nordea"),
    ],
)
def test_the_code_or_the_name_of_the_bank_stays_beside_the_account(text: str, note: str) -> None:
    assert value("account", text) == {"kind": "iban", "number": "FI2112345600000785", "note": note}
    assert shown("account", text) == f"IBAN FI21 1234 5600 0007 85 ({note})"


def test_in_sweden_the_hyphen_tells_which_giro_it_is() -> None:
    assert value("account", "5050-1055", pack=vaxjo()) == {"kind": "bankgiro", "number": "5050-1055"}
    assert value("account", "4-2", pack=vaxjo()) == {"kind": "plusgiro", "number": "4-2"}
    assert code("account", "5050-1055") == "account.unreadable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FI21 1234 5600 0007 86", "account.check"),
        ("FI21 1234 5600 0007", "account.length"),
        ("bg 5050-1056", "account.check"),
        ("i banken", "account.unreadable"),
        ("FI21 1234 5600 0007 85 eller FI21 1234 5600 0007 85", "account.unreadable"),
        ("FI21 1234 5600 0007 85 123", "account.unreadable"),
    ],
)
def test_what_is_no_account(text: str, expected: str) -> None:
    assert code("account", text) == expected
