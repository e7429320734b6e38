"""The decision rules: the thirty-seven cases of docs/facts.md, and every combination of answers."""

import itertools
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from knowledge.advice.advise import advise
from knowledge.advice.graph import graph
from knowledge.advice.rules import QUESTIONS
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Form, Pack

TODAY = date(2026, 11, 22)
PACKS = load_packs()
V, X, G, O = (PACKS[name] for name in ("vasa", "vaxjo", "goteborg", "ostersund"))  # noqa: E741 - as their facts are numbered

ASSOCIATION = {"who": "association"}
OWN = {
    "who": "association",
    "want": "cooperate",
    "initiative": "own",
    "scope": "specific",
    "resources": "both",
    "market": False,
    "statutory": False,
}
UNKNOWN = dict.fromkeys(QUESTIONS)

Row = tuple[str, Pack, dict[str, Any], str, tuple[str, ...], str]
CASES: list[Row] = [
    ("D1", O, {**ASSOCIATION, "want": "ask"}, "NAV", (), "R2"),
    ("D2", O, {"who": "private", "want": "report"}, "NAV", (), "R2"),
    ("D3", O, {"who": "private", "want": "self-help"}, "HELP", (), "R1"),
    ("D4", V, {**ASSOCIATION, "want": "money", "scope": "general"}, "GRANT", ("NAV",), "R8"),
    ("D5", X, {**ASSOCIATION, "want": "money", "topic": "physical/everyday-exercise"}, "GRANT", ("NAV",), "R8"),
    ("D6", X, {**ASSOCIATION, "want": "money", "topic": "integration"}, "GRANT", ("NAV",), "R8"),
    ("D7", X, {**ASSOCIATION, "want": "money", "topic": "exclusion/hard-to-reach"}, "GRANT", ("NAV",), "R8"),
    ("D8", X, {**ASSOCIATION, "want": "cooperate", "topic": "exclusion/loneliness"}, "NAV", (), "R12"),
    ("D9", X, {**ASSOCIATION, "want": "sell", "topic": "shelter"}, "NAV", ("PROC",), "R4x"),
    ("D10", X, {**ASSOCIATION, "want": "cooperate", "resources": "both", "topic": "integration"}, "NAV", (), "R12"),
    ("D11", V, OWN, "PARTNERSHIP", (), "R12"),
    ("D12", V, OWN, "PARTNERSHIP", (), "R12"),
    ("D13", V, {**OWN, "round_open": False}, "PARTNERSHIP", ("NAV",), "R12"),
    ("D14", V, OWN, "PARTNERSHIP", (), "R12"),
    ("D15", V, {**ASSOCIATION, "topic": "care", "statutory": True}, "NAV", ("PROC",), "R4y"),
    ("D16", V, {**ASSOCIATION, "want": "sell", "statutory": True}, "PROC", ("NAV",), "R5"),
    ("D17", V, {**ASSOCIATION, "topic": "care", "statutory": False}, "NAV", (), "R4y"),
    ("D18", G, {**OWN, "plan": True}, "IOP", (), "R12"),
    ("D19", G, {**OWN, "plan": None}, "IOP", (), "R12"),
    ("D20", G, {**OWN, "market": True}, "PROC", (), "R6"),
    ("D21", G, {**OWN, "market": None}, "NAV", ("IOP",), "R11"),
    ("D22", G, {**ASSOCIATION, "scope": "general"}, "GRANT", ("NAV",), "R8"),
    ("D23", G, {**ASSOCIATION, "municipality_details": True}, "PROC", ("NAV",), "R5"),
    ("D24", G, {**ASSOCIATION, "initiative": "own", "resources": "one"}, "NAV", ("GRANT",), "R10"),
    ("D25", G, {**ASSOCIATION, "initiative": "municipality"}, "NAV", ("PROC",), "R9"),
    ("D26", O, {**OWN, "surplus_repaid": True}, "IOP", (), "R12"),
    ("D27", O, {**OWN, "surplus_repaid": False}, "PROC", ("NAV",), "R5"),
    ("D28", O, {"who": "wise", "want": "sell"}, "RESERVED", (), "R4"),
    ("D29", O, {"who": "company", "want": "money"}, "PROC", (), "R3"),
    ("D30", O, {"who": "company", "want": "sell"}, "PROC", (), "R3"),
    ("D31", O, {"who": "wise", "want": "cooperate"}, "NAV", ("RESERVED", "IOP"), "R4"),
    ("D32", O, {"who": "foundation", "want": "cooperate", "statutory": False}, "IOP", (), "R12"),
    ("D33", V, {**OWN, "umbrella": True}, "PARTNERSHIP", ("NAV",), "R12"),
    ("D34", V, {"who": "informal", "want": "cooperate"}, "NAV", (), "R7"),
    ("D35", V, UNKNOWN, "NAV", (), "R11"),
    ("D36", V, {**ASSOCIATION, "want": "sell"}, "PROC", ("NAV",), "R5"),
    ("D37", V, {"who": "company", "want": "money"}, "PROC", (), "R3"),
]


@pytest.mark.covers(*(row[0] for row in CASES))
@pytest.mark.parametrize(("case", "pack", "answers", "form", "second", "rule"), CASES, ids=[row[0] for row in CASES])
def test_case(case: str, pack: Pack, answers: dict[str, Any], form: str, second: tuple[str, ...], rule: str) -> None:
    found = advise(answers, pack, TODAY)
    assert (found.form, found.second, found.rule) == (form, second, rule)


@pytest.mark.covers("D5", "D6", "D7", "D8", "D9", "D10", "X2", "X7", "X8")
@pytest.mark.parametrize(
    ("case", "office"),
    [
        ("D5", "culture-leisure"),
        ("D6", "integration"),
        ("D7", "culture-leisure"),
        ("D8", "welfare"),
        ("D9", "welfare"),
        ("D10", "integration"),
    ],
)
def test_doors_of_vaxjo(case: str, office: str) -> None:
    row = next(row for row in CASES if row[0] == case)
    assert advise(row[2], row[1], TODAY).office == office


@pytest.mark.covers("D7", "D9", "D13", "D14", "D15", "D19", "D29", "D30", "D33", "D34", "D37")
def test_what_must_be_said_as_well() -> None:
    flags = {row[0]: advise(row[2], row[1], TODAY).flags for row in CASES}
    assert {case: found for case, found in flags.items() if found} == {
        "D7": ("not-welfare",),
        "D9": ("permit",),
        "D11": ("conditions",),
        "D12": ("conditions",),
        "D13": ("conditions", "no-open-round"),
        "D14": ("conditions",),
        "D15": ("county",),
        "D17": ("county",),
        "D19": ("find-the-plan",),
        "D29": ("no-grants-to-business", "social-requirements"),
        "D30": ("social-requirements",),
        "D33": ("conditions", "framework"),
        "D34": ("host",),
        "D37": ("no-grants-to-business", "associations-only", "social-requirements"),
    }


@pytest.mark.covers("X2")
def test_a_welfare_grant_is_answered_by_the_rule_of_the_day() -> None:
    answers = {**ASSOCIATION, "want": "money", "topic": "exclusion/loneliness"}
    before, after = advise(answers, X, date(2015, 12, 31)), advise(answers, X, date(2016, 1, 1))
    assert (before.form, before.office, before.flags) == (Form.GRANT, "welfare", ())
    assert (after.form, after.office, after.flags) == (Form.GRANT, "culture-leisure", ("not-welfare",))


def test_two_topics_that_decide_by_one_rule_lead_each_to_its_own_door() -> None:
    (shelter,) = X.stops
    both = replace(X, stops=(shelter, replace(shelter, topic="integration", office="integration")))
    doors = [advise({**ASSOCIATION, "topic": stop.topic}, both, TODAY).office for stop in both.stops]
    assert doors == ["welfare", "integration"]


@pytest.mark.parametrize("pack", [V, X, G, O], ids=["V", "X", "G", "O"])
def test_every_combination_ends_in_one_form_with_a_reason(pack: Pack) -> None:
    keys = ("who", "want", "initiative", "scope", "resources", "market", "statutory", "surplus_repaid")
    for values in itertools.product(*((*QUESTIONS[key], None) for key in keys)):
        found = advise(dict(zip(keys, values, strict=True)), pack, TODAY)
        assert found.because
        assert found.form not in found.second


@pytest.mark.parametrize("pack", [V, X, G, O], ids=["V", "X", "G", "O"])
def test_not_knowing_never_excludes(pack: Pack) -> None:
    for key in QUESTIONS:
        told = advise({**OWN, key: None}, pack, TODAY)
        assert told.form in {Form.NAV, pack.partnership}


def test_unknown_words_are_no_answers() -> None:
    assert advise({"who": "martian", "nonsense": 1, "market": "perhaps"}, V, TODAY) == advise({}, V, TODAY)


def test_the_drawing_shows_every_rule() -> None:
    drawn = graph(X)
    assert [
        rule
        for rule in ("R1:", "R2:", "R3:", "R4:", "R4x:", "R5:", "R6:", "R7:", "R8:", "R9:", "R10:", "R11:", "R12:")
        if rule not in drawn
    ] == []
