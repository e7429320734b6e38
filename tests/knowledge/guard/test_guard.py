"""The personal data guard: what it must stop, and what it must let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.guard.guard import (
    ILLNESS_OF_PERSON,
    PERSONAL_NUMBER,
    Finding,
    seen,
)

_HARMLESS = """
2077474-0 802000-0009 8020000009 212000-1355 556036-0793 FI2112345600000785 SE4550000000058398257466
5050-1055 +358401234567 0401234567 0501234567 040-1234567 0701234567 070-1234567 +46701234567 0046701234567
15.9.2023 2023-09-15 20230915 202309011230 1.1.2027-31.12.2028 2027-2028 123.456 65100 12500 1200000 999999999999
"""
HARMLESS = _HARMLESS.split()
SENTENCES = (
    "FI21 1234 5600 0007 85",
    "Kontot är SE45 5000 0000 0583 9825 7466.",
    "Ring 040 123 4567 eller 06 325 1111.",
    "Det kostar 12 500 € om året, 2027 och 2028.",
    "Vi träffas 2023-09-15 1545.",
    "Vi hjälper ensamma äldre med demens.",
    "Gruppen är för unga med depression.",
    "Lisa ordnar träffar. Vi har en grupp för depression.",
    "Anna-stiftelsen för cancer ger pengar.",
    "Yksinäiset vanhukset, joilla on muistisairaus.",
    "Alcoholics and their families are welcome.",
    "Förebygga brott bland unga.",
    "Maria kyrka har öppet för alla.",
)


@pytest.mark.parametrize("text", [*HARMLESS, *SENTENCES])
def test_what_points_at_nobody_is_let_through(text: str) -> None:
    assert seen(text) == ()


def test_a_finding_says_what_was_seen_and_where() -> None:
    assert seen("Hon är 811228-9874 och bor här") == (Finding(PERSONAL_NUMBER, "811228-9874", 7, 18),)
    assert seen("Vi vet att Anna har cancer nu") == (Finding(ILLNESS_OF_PERSON, "Anna har cancer", 11, 26),)


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    findings = seen(text)
    assert [text[one.start : one.end] for one in findings] == [one.words for one in findings]
