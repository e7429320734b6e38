"""A statement names its page and the day it was read, and what the clock has not reached is not told."""

from dataclasses import replace

import pytest

from dialogs.conversation import sources
from dialogs.conversation.session import Session
from tests.stages.standing import standing, world

TURN = standing(Session(101, 101, "sv", "vasa"))  # on 1 September 2023
VASA = world().packs["vasa"]
PAGE = "Källa: Partnerskap mellan välfärdstjänsterna och föreningar, läst 22.11.2026. Uppgifterna är från hösten 2023."


def test_the_page_of_a_pack_is_named_with_the_time_its_facts_are_from() -> None:
    assert sources.dated(TURN, VASA) == PAGE


def test_each_source_is_named_once_and_a_fact_that_is_gone_has_none() -> None:
    of_the_page = [name for name, fact in VASA.facts.items() if fact.source == next(iter(VASA.sources))][:2]
    assert sources.sources(TURN, VASA, (*of_the_page, "gone")) == [PAGE]
    assert (sources.sources(TURN, VASA, ("gone",)), sources.sources(TURN, VASA, (), page=True)) == ([], [PAGE])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Det gällde 2022. Från 2024 gäller annat. Det är gratis.", "Det gällde 2022. Det är gratis."),
        ("Beslutet kom 2023.", "Beslutet kom 2023."),
        ("Omgången 2023-2024 är över.", ""),
        ("", ""),
    ],
)
def test_a_sentence_of_a_year_ahead_is_left_out(text: str, told: str) -> None:
    assert sources.so_far(TURN, text) == told


def test_what_rests_on_no_fact_was_always_known() -> None:
    facts = [None, *(replace(VASA.facts["V1"], date=date) for date in ("2023", "2024"))]
    assert [sources.known_now(TURN, fact) for fact in facts] == [True, True, False]
