"""How values look to people, in each language."""

import pytest

from knowledge.answers import show, shown_lines
from knowledge.answers.result import Json
from knowledge.language import Language
from tests.knowledge.answers.fields import field, vasa

SPACE = "\u00a0"
SHOWN: list[tuple[str, Json, tuple[str, str, str]]] = [
    (
        "costs",
        [{"what": "Hyra", "sum": 6000}],
        (f"Hyra: 6{SPACE}000{SPACE}€", f"Hyra: 6{SPACE}000{SPACE}€", "Hyra: €6,000"),
    ),
    ("yearly", [{"year": 2027, "sum": 12.5}], (f"2027: 12,50{SPACE}€", f"2027: 12,50{SPACE}€", "2027: €12.50")),
    ("months", 24, ("24 månader", "24 kuukautta", "24 months")),
    ("language", "sv", ("Svenska", "Ruotsi", "Swedish")),
    (
        "topics",
        ["exclusion/loneliness", "egna ord"],
        ("Ensamhet\nEgna ord", "Yksinäisyys\nEgna ord", "Loneliness\nEgna ord"),
    ),
    ("phone", "+358501234567", ("+358 50 1234567",) * 3),
    ("account", {"kind": "iban", "number": "FI2112345600000785"}, ("IBAN FI21 1234 5600 0007 85",) * 3),
    ("account", {"kind": "bankgiro", "number": "5050-1055"}, ("Bankgiro 5050-1055",) * 3),
    ("place-year", {"place": "Vasa", "year": 2011}, ("Vasa, 2011",) * 3),
    ("integer", 1200, (f"1{SPACE}200", f"1{SPACE}200", "1,200")),
    ("partners", [], ("Nej", "Ei", "No")),
    (
        "period",
        {"start": "2027-01-01", "end": "2028-12-31", "dates": ["1.3.2027"]},
        (
            "1 januari 2027 – 31 december 2028\n1.3.2027",
            "1. tammikuuta 2027 – 31. joulukuuta 2028\n1.3.2027",
            "1 January 2027 – 31 December 2028\n1.3.2027",
        ),
    ),
    (
        "triad",
        {"rules": "yes", "board": "no", "auditor": "underway"},
        (
            "Stadgar: ja\nStyrelse: nej\nRevisor: på gång",
            "Säännöt: kyllä\nHallitus: ei\nTilintarkastaja: tulossa",
            "Rules: yes\nBoard: no\nAuditor: under way",
        ),
    ),
]


@pytest.mark.parametrize(("kind", "value", "expected"), SHOWN)
def test_a_value_in_three_languages(kind: str, value: Json, expected: tuple[str, str, str]) -> None:
    assert tuple(show(field(kind), value, language, vasa()) for language in Language) == expected


def test_lists_have_a_line_for_each_item() -> None:
    rows = [{"source": "STEA", "sum": 5000, "note": "sökt"}, {"source": "Basar", "sum": None, "note": ""}]
    assert shown_lines(field("FP11"), rows, Language.SV, vasa()) == (f"STEA: 5{SPACE}000{SPACE}€ (sökt)", "Basar")
