"""How long an answer in own words may be, and its items."""

from dataclasses import replace

import pytest

from knowledge.answers.reading.length import item_problem, longest, too_long_or_short
from knowledge.answers.result import Typed, Unclear
from knowledge.language import Language
from tests.knowledge.answers.fields import YEAR, field, vasa

GOAL = "Fler träffas varje vecka"


def typed(text: str, limits: tuple[int, int], so_far: tuple[str, ...] = ()) -> Typed:
    return Typed(replace(field("text"), limits=limits), text, Language.SV, vasa(), {}, YEAR, so_far)


def code(found: Unclear | None) -> str:
    return found.code if found else ""


@pytest.mark.parametrize(("text", "expected"), [("ja", "text.short"), ("jaha", ""), ("ja" * 9, "text.long")])
def test_a_text_keeps_within_the_limits_of_its_field(text: str, expected: str) -> None:
    assert code(too_long_or_short(typed(text, (3, 10)), text)) == expected


def test_without_an_upper_limit_every_length_is_the_longest() -> None:
    long = "ja" * 5000
    assert (longest(typed(long, (0, 0))), too_long_or_short(typed(long, (0, 0)), long)) == (10_000, None)


@pytest.mark.parametrize(
    ("items", "so_far", "expected"),
    [
        ([GOAL], (), ""),
        ([GOAL, GOAL, GOAL], (), "many"),
        ([GOAL], (GOAL, GOAL), "many"),
        (["kort"], (), "texts.item"),
        (["lång " * 50], (), "texts.item"),
        (["inga mål"], (), "none"),
        ([], (), "text.empty"),
    ],
)
def test_items_are_as_many_and_as_long_as_fit(items: list[str], so_far: tuple[str, ...], expected: str) -> None:
    assert code(item_problem(typed("", (0, 2), so_far), items, none="none", many="many")) == expected
