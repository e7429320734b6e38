"""No number of a fact, a rule, a case or a field is a dead end: docs/facts.md tells what each means."""

import re
from collections.abc import Iterator
from pathlib import Path

from docs import facts
from knowledge.advice.rules import FIRST_RULES, LATER_RULES
from knowledge.municipality.load import load_packs
from tests.knowledge.advice.test_advise import CASES

ROOT = Path(__file__).parent.parent.parent
CITING = ("bot", "dialogs", "knowledge", "storage", "tests")
NUMBER = re.compile(r"\b(R4[xy]|[RD][1-9]\d?|(?:GU|FP)\d\d|[VXSGOW][1-9]\d?(?=[a-h]?\b))")
"""A letter behind a fact is a part of it, and stands with the fact."""
KNOWN = facts.rules_and_cases()


def test_the_page_is_what_the_packs_say_now() -> None:
    assert facts.PAGE.read_text("utf-8") == facts.page(), "run: python -m docs.facts"


def test_every_number_that_is_cited_stands_on_the_page() -> None:
    told = set(re.findall(r"^\| ([A-Z]+\d+[xy]?) \|", facts.page(), re.MULTILINE))
    assert sorted(f"{file}: {number}" for file, number in _cited() if number not in told) == []


def test_cases_tell_what_the_rules_are_held_to() -> None:
    told = {number: (case["form"], tuple(case["second"]), case["rule"]) for number, case in KNOWN["cases"].items()}
    assert told == {number: (form, second, rule) for number, _, _, form, second, rule in CASES}


def test_every_rule_that_runs_is_told_and_no_other() -> None:
    stops = {stop.rule for pack in load_packs().values() for stop in pack.stops}
    assert set(KNOWN["rules"]) == {rule.id for rule in (*FIRST_RULES, *LATER_RULES)} | stops | {"R11", "R12"}


def test_rules_and_cases_rest_on_facts_of_the_packs() -> None:
    of_packs = {number for pack in load_packs().values() for number in pack.facts}
    named = {number for kind in KNOWN.values() for item in kind.values() for number in item["facts"]}
    assert named - of_packs == set()


def test_a_fact_that_no_pack_shows_names_the_module_that_does() -> None:
    homes = {fact.home for pack in load_packs().values() for fact in pack.facts.values()}
    assert [home for home in homes if home.startswith("dialogs/") and not (ROOT / f"{home}.py").is_file()] == []


def _cited() -> Iterator[tuple[str, str]]:
    for room in CITING:
        for file in sorted((ROOT / room).rglob("*")):
            if file.suffix in {".py", ".yaml"}:
                yield from ((str(file.relative_to(ROOT)), number) for number in NUMBER.findall(file.read_text("utf-8")))
