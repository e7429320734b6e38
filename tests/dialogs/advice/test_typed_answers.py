"""Answers to the advice's questions that are typed, in every language."""

import pytest

from dialogs import texts
from knowledge.advice.questions import OPTIONS, UNKNOWN, YES_NO, options
from knowledge.language import Language
from tests.dialogs.advice.an_adviser import ASSOCIATION, PARTNERS, a_stage, kept, last


@pytest.mark.parametrize(
    ("typed", "kept_as"),
    [
        ("Nej", "false"),
        ("nej, ingen säljer det", "false"),
        ("2", "false"),
        ("ja absolut", "true"),
        ("vet ej", UNKNOWN),
        ("Vet inte", UNKNOWN),
    ],
)
def test_typed_answers(typed: str, kept_as: str) -> None:
    base = {key: value for key, value in PARTNERS.items() if key != "market"}
    stage = a_stage("goteborg", said=base)
    stage.say(101, 101, typed)
    assert kept(stage)["market"] == kept_as


def test_words_that_are_no_answer_change_nothing() -> None:
    stage = a_stage("goteborg", said=ASSOCIATION)
    stage.say(101, 101, "tegelstenar och blåbär")
    assert "Inget har ändrats" in last(stage)
    assert kept(stage) == ASSOCIATION
    stage.say(101, 101, "ja och nej")
    assert kept(stage) == ASSOCIATION


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("key", [*OPTIONS, "market"])
def test_every_answer_can_be_typed_in_every_language(language: Language, key: str) -> None:
    said = {"who": "private"} if key == "want" else {}
    names: dict[str, list[str]] = {}
    for value in options(key, said):
        words = texts.plain(language, f"advice.words.{value}" if value in YES_NO else f"advice.words.{key}.{value}")
        for word in words.split(","):
            names.setdefault(word, []).append(value)
    assert {word: values for word, values in names.items() if len(values) > 1 or word != word.strip().casefold()} == {}
