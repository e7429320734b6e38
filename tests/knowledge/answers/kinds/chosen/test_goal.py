"""A goal of the city's list, or own words for one."""

import pytest

from tests.knowledge.answers.fields import value


@pytest.mark.covers("V2")
def test_a_goal_of_the_city_or_own_words() -> None:
    assert value("goal", "1") == ["resilience"]
    assert value("goal", "Minska ensamheten i byarna") == "Minska ensamheten i byarna"


def test_a_goal_in_a_sentence_of_its_own_stays_in_own_words() -> None:
    assert value("goal", "Minskat utanförskap bland unga i byarna") == "Minskat utanförskap bland unga i byarna"
