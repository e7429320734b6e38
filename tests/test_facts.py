"""Every fact and case of docs/facts.md has a test that carries its number, or waits for a later issue by name."""

import ast
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from dialogs.conversation.replies import Reply
from dialogs.conversation.world import World
from knowledge.advice.rules import QUESTIONS
from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Status
from knowledge.needs.model.load import load_lexicon
from tests.stages.in_memory import Stage, at

TESTS = Path(__file__).parent
COUNTS = {"V": 29, "X": 11, "S": 15, "G": 13, "O": 17, "D": 37}
EVERY_ID = {f"{letter}{number}" for letter, count in COUNTS.items() for number in range(1, count + 1)}
PACKS = load_packs()
SEEN = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"


def test_every_id_is_held_by_a_test_or_waits_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    waiting = {fact.id: fact.waits for pack in PACKS.values() for fact in pack.facts.values() if fact.waits}
    loose = EVERY_ID - _covered() - set(waiting)
    with capsys.disabled():
        for number, subject in sorted(waiting.items()):
            sys.stdout.write(f"\n{number} waits for: {subject}")
    assert loose == set()


@pytest.mark.covers("V19", "V29")
@pytest.mark.parametrize("language", list(Language))
def test_what_the_page_does_not_say_is_said_to_be_missing(language: Language) -> None:
    shown = _good_to_know(language)
    vasa = PACKS["vasa"]
    missing = [item.id for item in vasa.unknown if item.question[language] not in shown]
    assert (missing, vasa.notes["no-prediction"][language] in shown) == ([], True)


@pytest.mark.covers("V5", "V8", "S5", "S13")
@pytest.mark.parametrize("note", ["examples-not-list", "forward-is-not-submission", "tradition", "reform-lapsed"])
def test_notes_of_the_page_are_shown(note: str) -> None:
    assert PACKS["vasa"].notes[note]["sv"] in _good_to_know(Language.SV)


@pytest.mark.covers("S13")
def test_the_reform_of_2017_is_never_told_as_current() -> None:
    assert PACKS["vasa"].facts["S13"].status is Status.HISTORIC


@pytest.mark.covers("S2", "S7", "S8", "S9", "S10", "S11", "S14")
@pytest.mark.parametrize("fact", ["S2", "S7", "S8", "S9", "S10", "S11", "S14"])
def test_the_speech_lives_on_as_examples_with_their_years(fact: str) -> None:
    vasa = PACKS["vasa"]
    examples = {item.id: item for item in vasa.examples}
    kind, _, name = vasa.facts[fact].home.partition("/")
    assert (kind, bool(re.search(r"20\d\d", examples[name].year))) == ("examples", True)


@pytest.mark.covers("S6")
def test_the_umbrella_is_a_contact_and_never_a_gate() -> None:
    stage = _stage(["vasa"])
    stage.say(101, 101, "/contact")
    umbrella = PACKS["vasa"].roles["umbrella"]
    assert umbrella.name["sv"].casefold() in stage.chats[101][0].text.casefold()
    assert umbrella.contact == ""


@pytest.mark.covers("O1", "O3", "O6")
def test_the_three_ways_to_begin_are_offered_first() -> None:
    stage = _stage(["ostersund"])
    stage.say(101, 101, "/start")
    assert [offer.label for offer in stage.chats[101][0].offers][:3] == [
        "Jag ser ett behov",
        "Jag har en idé",
        "Jag har en fråga",
    ]
    assert "wise" in QUESTIONS["who"]


@pytest.mark.covers("O2")
def test_no_picture_is_needed_and_every_reply_has_words() -> None:
    assert "photo" not in Reply.__struct_fields__
    assert "text" in Reply.__struct_fields__


@pytest.mark.covers("X10", "S12", "O13")
def test_pages_show_the_day_they_were_read_and_examples_their_years() -> None:
    for pack in PACKS.values():
        assert pack.read == date(2026, 11, 22)
        assert [item.id for item in pack.examples if not re.search(r"\d{4}", item.year)] == []


def _good_to_know(language: Language) -> str:
    """Everything that the topics of "good to know" tell, one after the other."""
    stage = _stage(["vasa"], "2026-12-01T06:00")
    stage.say(101, 101, f"{SEEN} {SEEN}")
    stage.say(101, 101, "1")
    stage.say(101, 101, "/language")
    stage.press(101, 101, {"sv": "Svenska", "fi": "Suomeksi", "en": "In English"}[language])
    stage.press(101, 101, {"sv": "Bra att veta", "fi": "Hyvä tietää", "en": "Good to know"}[language])
    topics = [offer.label for offer in stage.chats[101][-1].offers if offer.action.verb == "question"]
    for label in topics:
        stage.press(101, 101, label)
    return "\n".join(shown.text for shown in stage.chats[101][-len(topics) :])


def _stage(packs: list[str], now: str = "2023-09-01T06:00") -> Stage:
    chosen = {name: PACKS[name] for name in packs}
    return Stage(World(chosen, load_lexicon()), at(now))


def _covered() -> set[str]:
    found: set[str] = set()
    for path in TESTS.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "covers":
                found |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
                found |= {
                    f"D{number}" for number in range(1, 38) if any(isinstance(arg, ast.Starred) for arg in node.args)
                }
    return found
