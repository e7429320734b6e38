"""Topics by their names, and own words beside them."""

import pytest

from knowledge.language import Language
from tests.knowledge.answers.fields import code, remarks, value


@pytest.mark.covers("V5")
def test_topics_are_chosen_and_own_words_stay() -> None:
    assert value("topics", "ensamhet") == ["exclusion/loneliness"]
    assert value("topics", "yksinäisyys", language=Language.FI) == ["exclusion/loneliness"]
    assert value("topics", "exclusion/loneliness\ncykelvägar") == ["exclusion/loneliness", "cykelvägar"]
    assert remarks("topics", "cykelvägar") == ["topics.own"]
    assert code("topics", "1 2 3 4") == "topics.many"


def test_a_yes_takes_the_topics_of_the_need() -> None:
    known = {"topics": ["exclusion/loneliness"]}
    assert value("topics", "ja", known=known) == ["exclusion/loneliness"]


@pytest.mark.covers("V5")
@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Ensamhet och vardagsmotion", ["exclusion/loneliness", "physical/everyday-exercise"]),
        ("arkiliikunta", ["physical/everyday-exercise"]),
        ("meningsfull aktivitet", ["exclusion/meaningful-activity"]),
        ("ensamheten", ["exclusion/loneliness"]),
        ("barn och unga", ["barn och unga"]),
        ("psykisk ohälsa", ["psykisk ohälsa"]),
        ("segregering", ["segregering"]),
        ("Ensamhet\tcykelvägar", ["exclusion/loneliness", "cykelvägar"]),
    ],
)
def test_half_a_name_never_becomes_another(text: str, topics: list[str]) -> None:
    assert value("topics", text) == topics
