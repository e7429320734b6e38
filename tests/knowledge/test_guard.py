"""The personal data guard: what it must stop, and what it must let through."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.guard import CRIME_OF_PERSON, ILLNESS_OF_PERSON, PERSONAL_NUMBER, Finding, seen

CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"

_PERSONAL = """
850101-1234 8501011234 19850101-1234 198501011234 811228-9874 121212-1212 19121212-1212 640823-3234 6408233234
900229-1234 701063-2391 19701063-2391 121212+1212 500612–4512 991231-0001 010203-4567 20010203-4567 730415-9983
7304159983 19730415-9983 561011-0002 880808-8888 470720-1122 330303-3300 150615-2580 20150615-2580 680101-1000
600301-1019 6003011019 19600301-1019 921117-2283 870930-5511 790214-7783 19790214-7783 651225-4401 030517-9091
131052-308T 010100A123D 010203A1234 311299-999A 240582-917K 240582-917k 150690-1234 010190-123A 290296-7808
440606-3321 19440606-3321 880229-1119 010180-111A 020202-0202 4406063321 061260-5678 170417A1716
070707A707K 310102A456X 120545-112B 120545+112B 010101B234C 050505C567D 060606X777F 171259–223M 230367Y345N
"""
PERSONAL = _PERSONAL.split()
SPACED = ("811228 9874", "19811228 9874", "1981-12-28-9874", "pnr: 850101 1234", "hetu 0401234567")

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
NAMED = (
    ("Anna har cancer", ILLNESS_OF_PERSON),
    ("Vår granne Sven är alkoholist", ILLNESS_OF_PERSON),
    ("Matti Virtanen sairastaa skitsofreniaa", ILLNESS_OF_PERSON),
    ("My friend Peter has dementia", ILLNESS_OF_PERSON),
    ("Depression drabbade Eva i fjol", ILLNESS_OF_PERSON),
    ("Kalle dömdes för stöld", CRIME_OF_PERSON),
    ("Min bror Stefan sitter i fängelse", CRIME_OF_PERSON),
    ("Jari tuomittiin pahoinpitelystä", CRIME_OF_PERSON),
    ("John was convicted last year", CRIME_OF_PERSON),
)


def test_at_least_95_of_100_personal_numbers_are_seen() -> None:
    numbers = [*PERSONAL, *SPACED]
    caught = [
        number
        for number in numbers
        if [one.kind for one in seen(f"Min granne, {number}, bor här")] == [PERSONAL_NUMBER]
    ]
    assert (len(numbers) >= 60, len(caught) / len(numbers) >= 0.95) == (True, True), set(numbers) - set(caught)


@pytest.mark.parametrize("text", [*HARMLESS, *SENTENCES])
def test_what_points_at_nobody_is_let_through(text: str) -> None:
    assert seen(text) == ()


@pytest.mark.parametrize(("text", "kind"), NAMED)
def test_a_name_with_an_illness_or_a_crime_is_seen(text: str, kind: str) -> None:
    assert [one.kind for one in seen(text)] == [kind]


def test_a_finding_says_what_was_seen_and_where() -> None:
    assert seen("Hon är 811228-9874 och bor här") == (Finding(PERSONAL_NUMBER, "811228-9874", 7, 18),)
    assert seen("Vi vet att Anna har cancer nu") == (Finding(ILLNESS_OF_PERSON, "Anna har cancer", 11, 26),)


@given(st.dates(), st.integers(0, 999), st.sampled_from("-+ABCDEFUVWXY"))
def test_every_real_finnish_number_is_seen(born: object, order: int, sign: str) -> None:
    digits = f"{born:%d%m%y}"
    number = f"{digits}{sign}{order:03d}{CHECKS[int(f'{digits}{order:03d}') % 31]}"
    assert [one.kind for one in seen(f"x {number}.")] == [PERSONAL_NUMBER]


@given(st.dates(), st.integers(0, 999), st.sampled_from(["", "-", "+"]), st.booleans())
def test_every_real_swedish_number_is_seen(born: object, order: int, sign: str, full: bool) -> None:
    digits = f"{born:%y%m%d}{order:03d}"
    doubled = [int(d) * (2 - place % 2) for place, d in enumerate(digits)]
    check = -sum(n // 10 + n % 10 for n in doubled) % 10
    century = "19" if full else ""
    assert [one.kind for one in seen(f"x {century}{digits[:6]}{sign}{digits[6:]}{check}.")] == [PERSONAL_NUMBER]


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    findings = seen(text)
    assert [text[one.start : one.end] for one in findings] == [one.words for one in findings]


def test_no_organisation_number_is_ever_stopped() -> None:
    dice = random.Random(7)
    bodies = [
        f"{dice.choice('2578')}{dice.randrange(10)}{dice.randrange(2, 10)}{dice.randrange(10**3):03d}"
        for _ in range(300)
    ]
    assert [body for body in bodies if seen(f"{body}-{dice.randrange(10**4):04d}")] == []
