"""Two invented towns that nothing was learned for: their packs are whole, and their needs find their topics."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from knowledge.check import problems
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Pack
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.understand import understand

TOWNS = Path(__file__).parent / "towns"
IDS = ("alvtrask", "merilahti")


def _needs(town: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (TOWNS / town / "needs.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("town", IDS)
def test_its_pack_is_without_problems(town: str) -> None:
    assert problems(TOWNS / town) == []


@pytest.mark.parametrize("town", IDS)
def test_six_needs_show_each_topic_two_in_each_language(town: str) -> None:
    pack = load_packs([TOWNS / town])[town]
    shown = Counter((need.topics[0], need.language) for need in pack.needs)
    assert set(shown) == {(topic, language) for topic in pack.catalogue.topics for language in pack.languages}
    assert set(shown.values()) == {2}


@pytest.mark.parametrize("town", IDS)
def test_its_needs_are_about_its_topics_and_no_example_is_among_them(town: str) -> None:
    pack, needs = load_packs([TOWNS / town])[town], _needs(town)
    labelled = Counter(need[town][0] for need in needs)
    assert {topic for need in needs for topic in need[town]} == set(pack.catalogue.topics)
    assert min(labelled.values()) >= 6
    assert not {need["text"] for need in needs} & {need.text for need in pack.needs}


def _hits(town: str, pack: Pack) -> tuple[float, float]:
    """Return the shares of needs whose topic comes first and among three; the needs are known to be some."""
    needs = _needs(town)
    found = [[item.id for item in understand(need["text"], pack, load_lexicon(), idea=True).topics] for need in needs]
    first = sum(bool(set(need[town]) & set(own[:1])) for need, own in zip(needs, found, strict=True))
    three = sum(bool(set(need[town]) & set(own)) for need, own in zip(needs, found, strict=True))
    return first / len(needs), three / len(needs)


@pytest.mark.parametrize(
    ("town", "described", "shown"),
    [("alvtrask", (0.75, 0.92), (0.83, 0.92)), ("merilahti", (0.73, 0.92), (0.75, 0.92))],
)
def test_most_needs_have_their_topic_first_and_nearly_all_among_three(
    town: str, described: tuple[float, float], shown: tuple[float, float]
) -> None:
    pack = load_packs([TOWNS / town])[town]
    by_words, by_examples = _hits(town, replace(pack, needs=())), _hits(town, pack)
    assert (by_words >= described, by_words[1] >= described[1]) == (True, True)
    assert (by_examples >= shown, by_examples[1] >= shown[1]) == (True, True)
