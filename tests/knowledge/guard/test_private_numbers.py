"""Personal numbers are seen however they are written, and no other number is."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from knowledge.guard.guard import (
    PERSONAL_NUMBER,
    seen,
)
from knowledge.normalising import visible

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
ODDLY_WRITTEN = (
    "８５０１０１-１２３４",
    "81.12.18-9876",
    "811218_9876",
    "811218/9876",
    "8 1 1 2 1 8 - 9 8 7 6",
    "81 12 18 98 76",
    "81 12 18-9876",
    "13.10.52-308T",
    "131052308T",
    "131052 308T",
    "13 10 52 - 308 T",
    "811218.9876",
    "19811218 - 9876",
    "1981 12 18 9876",
    "1981.12.18-9876",
    "1981/12/18-9876",
    "811218 - 9876",
    "811218 -9876",
    "811218- 9876",
    "811218:9876",
    "131052_308T",
    "131052/308T",
    "131052.308T",
    "13.10.1952-308T",
    "13.10.1952 308T",
    "131052 - 308T",
    "131052−308T",
    "131052-308-T",
    "131052 -308t",
    "850101-1234",
    "85.01.01-1234",
    "1985-01-01-1234",
    "850101 1234",
    "850101/1234",
    "850101_1234",
    "811218*9876",
    "8112189876",
    "198112189876",
    "010180-123A",
    "1 3 1 0 5 2 - 3 0 8 T",
    "131052–308T",
    "811218—9876",
    "13/10/52-308T",
    "811218\n-9876",
)
NO_PERSONS = (
    "010190001P",
    "2077474-0",
    "802000-0009",
    "8020000009",
    "212000-1355",
    "556036-0793",
    "FI2112345600000785",
    "SE4550000000058398257466",
    "FI21 1234 5600 0007 85",
    "SE45 5000 0000 0583 9825 7466",
    "5050-1055",
    "+358401234567",
    "0401234567",
    "040 123 4567",
    "040-123 4567",
    "050 123 45 67",
    "070-123 45 67",
    "0701234567",
    "0706 12 34 56",
    "070-612 34 56",
    "08-11 22 33 44",
    "08-123 456 78",
    "+46 70 612 34 56",
    "+46706123456",
    "kurs 240901-1200",
    "den 20230915-1545",
    "20230915-1530",
    "240901-0900",
    "231004-1730",
    "möte 231004-1800",
    "2023-09-15-1545",
    "01.09.24-1200",
    "010924-1200",
    "1.9.2024-31.5.2025",
    "01.09.2024-31.05.2025",
    "2024-09-01-2025-05-31",
    "240901-241015",
    "20240901-20241015",
    "Dnr 2023/1234-5",
    "OCR 8501011236",
    "referens 8501011234",
    "viite 1310523084",
    "fakturanummer 2024091234",
    "order 202409011234",
    "kl 0900-1545",
    "2023-09-15 1545",
    "2023-09-15 1234 kr",
    "12 500 €",
    "120 000 000",
    "65100 Vasa",
    "KS 2024-001234",
    "konto 6112 123 456 789",
    "bg 5050-1055",
    "pg 12 34 56-7",
    "100 200 1200 0500",
    "2027-2028",
    "1.1.2027-31.12.2028",
    "Hyra\t1\t1200\t1200",
    "y-tunnus 0201256-6",
    "06 325 1111",
    "010 123 4567",
    "0200 12 3456",
    "ISBN 978-91-7000-150-5",
    "3,5 x 1200",
    "den 1.9.2024 klo 12.00-13.30",
    "reg.nr 123.456",
    "050101-1234 är vårt kontonummer",
    "050101-1234 on tilinumero",
)


def test_at_least_95_of_100_personal_numbers_are_seen() -> None:
    numbers = [*PERSONAL, *SPACED]
    caught = [
        number
        for number in numbers
        if [one.kind for one in seen(f"Min granne, {number}, bor här")] == [PERSONAL_NUMBER]
    ]
    assert (len(numbers) >= 60, len(caught) / len(numbers) >= 0.95) == (True, True), set(numbers) - set(caught)


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
    assume(sign or full or digits[0] != "0")  # without a sign it may as well be a phone number
    assume(sign == "+" or full or not 18 <= int(digits[:2]) <= 35)  # that may be a day and an hour: 240901-1200
    assert [one.kind for one in seen(f"x {century}{digits[:6]}{sign}{digits[6:]}{check}.")] == [PERSONAL_NUMBER]


def test_no_organisation_number_is_ever_stopped() -> None:
    dice = random.Random(7)
    bodies = [
        f"{dice.choice('2578')}{dice.randrange(10)}{dice.randrange(2, 10)}{dice.randrange(10**3):03d}"
        for _ in range(300)
    ]
    assert [body for body in bodies if seen(f"{body}-{dice.randrange(10**4):04d}")] == []


@pytest.mark.parametrize("text", ODDLY_WRITTEN)
def test_a_personal_number_is_seen_however_it_is_written(text: str) -> None:
    assert [one.kind for one in seen(visible(f"Min granne {text}"))] == [PERSONAL_NUMBER]


@pytest.mark.parametrize("text", NO_PERSONS)
def test_other_numbers_are_no_persons(text: str) -> None:
    assert seen(visible(text)) == ()
