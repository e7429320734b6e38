"""What is said of an answer, with its numbers written as figures: as `Remark` and `Unclear` bring them."""

import pytest
from jinja2 import meta

from dialogs import texts
from knowledge.language import Language

SAID_OF_ANSWERS = [key for key in texts.keys(Language.SV) if key.startswith("answers.")]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", SAID_OF_ANSWERS)
def test_every_sentence_about_an_answer_takes_figures(key: str, language: Language) -> None:
    environment = texts.ENVIRONMENTS[True]
    names = meta.find_undeclared_variables(environment.parse(texts.keys(language)[key]))
    values = dict.fromkeys(names - {"language"}, "2")

    assert texts.say(language, key, **values)


def test_one_goal_and_two_measures_are_counted_as_they_are_spoken() -> None:
    said = texts.plain(Language.FI, "answers.measures.count", goals="1", measures="2")

    assert said.startswith("Teillä on 1 tavoite ja 2 mittaria.")
