"""Accounts: IBAN, bankgiro, plusgiro."""

import pytest

from tests.knowledge.answers.fields import code, shown, value, vaxjo


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
