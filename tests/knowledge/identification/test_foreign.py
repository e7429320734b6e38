"""Words in a language that Lots does not speak are known as such, and no words of ours are."""

import json
from collections import Counter
from pathlib import Path

import pytest

from knowledge.identification.foreign import is_foreign
from knowledge.language import Language
from knowledge.needs.model.load import load_lexicon
from tests.knowledge.identification.rows import group, rows, with_model

LEXICON = load_lexicon()
NEEDS = Path(__file__).parents[1] / "needs"
LEAST = {"letters": 1.0, "neighbour": 0.75, "other": 0.85}
"""Of each kind of text in another language the share that must be known as such."""


@pytest.mark.parametrize("name", ["texts", "left_out"])
@pytest.mark.parametrize("expected", [None, *Language])
def test_no_words_of_ours_are_taken_for_another_language(name: str, expected: Language | None) -> None:
    ours = [text for label, text in rows(name) if group(label, text) in ("ours", "none", "mixed")]
    assert [text for text in ours if is_foreign(text, LEXICON, expected)] == []


@with_model
@pytest.mark.parametrize(("name", "foreign"), [("blind", []), ("dev", ["asdfgh öööö hjkl"])])
def test_nothing_that_people_may_write_is_taken_for_another_language_but_what_is_none(
    name: str, foreign: list[str]
) -> None:
    texts = [json.loads(line)["text"] for line in (NEEDS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [text for text in texts if is_foreign(text, LEXICON)] == foreign


@pytest.mark.parametrize("text", ["помогите", "Добрий день", "مرحبا", "من نمی‌فهمم", "ንሽማግለታት", "我们的协会"])
@pytest.mark.parametrize("expected", [None, *Language])
def test_other_letters_are_another_language_however_short(text: str, expected: Language | None) -> None:
    assert is_foreign(text, LEXICON, expected)


@with_model
@pytest.mark.parametrize("name", ["texts", "left_out"])
def test_other_languages_are_known_as_such(name: str) -> None:
    kinds = [(group(label, text), text) for label, text in rows(name)]
    known, all_of = Counter(kind for kind, text in kinds if is_foreign(text, LEXICON)), Counter(k for k, _ in kinds)
    assert {kind: known[kind] / all_of[kind] >= least for kind, least in LEAST.items()} == dict.fromkeys(LEAST, True)


@with_model
@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Vi vil gjerne starte en kafé for ensomme eldre", True),
        ("Wir möchten ein Café für einsame alte Menschen eröffnen", True),
        ("jag vil hjelpa barn dom inte har kompis", False),
        ("Bonjour säger vi på franska kursen, nu vill vi ha en lokal", False),
        ("rulla ut markiserna i sovrummet", False),
        ("Bonjour", False),
    ],
)
def test_where_swedish_is_spoken_more_must_speak_against_it(text: str, foreign: bool) -> None:
    assert is_foreign(text, LEXICON, Language.SV) is foreign
