"""Which topics of a town that nothing was learned for a need is about, and which of its words say so."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Catalogue, Challenge, Pack, Topic
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.reading import read
from knowledge.needs.understand import understand
from knowledge.needs.unlearned.shares import TopicShare, topic_shares

ALVTRASK = Path(__file__).parents[1] / "towns" / "alvtrask"
NEEDS = {
    "Vi vill starta en verkstad där man lagar trasiga cyklar": ("reuse", "lagar trasiga cyklar"),
    "Haluamme opettaa lapsille saamen kieltä": ("sami", "opettaa lapsille saamen kieltä"),
    "a choir for people in the far villages": ("culture", "choir for people"),
}


@pytest.fixture(scope="module")
def town() -> Pack:
    return replace(load_packs([ALVTRASK])["alvtrask"], needs=())


@pytest.mark.parametrize(("need", "told"), NEEDS.items())
def test_a_need_is_understood_by_descriptions_alone_and_its_own_words_say_why(
    need: str, told: tuple[str, str], town: Pack
) -> None:
    first = understand(need, town, load_lexicon()).topics[0]
    assert (first.id, told[1] in first.because) == (told[0], True)


def test_shares_sum_to_one_and_every_word_has_its_part(town: Pack) -> None:
    reading = read("Låna ut verktyg till grannar", load_lexicon())
    shares = topic_shares(reading, town, dict.fromkeys(town.catalogue.topics, (0.0, {})))
    assert set(shares) == set(town.catalogue.topics)
    assert sum(own.share for own in shares.values()) == pytest.approx(1)
    assert all(set(own.places) == set(range(len(reading.words))) for own in shares.values())


def test_what_words_say_by_themselves_lifts_a_topic_and_shows_them(town: Pack) -> None:
    reading = read("Låna ut verktyg till grannar", load_lexicon())
    silent = dict.fromkeys(town.catalogue.topics, (0.0, {}))
    before = topic_shares(reading, town, silent)["villages"]
    after = topic_shares(reading, town, silent | {"villages": (1.0, {3: 0.8})})["villages"]
    assert after.share > before.share
    assert {place: round(after.places[place] - part, 3) for place, part in before.places.items() if place == 3} == {
        3: 0.08
    }


def test_what_speaks_against_a_topic_is_lifted_until_it_speaks_for_it() -> None:
    assert TopicShare(0.1, {0: -0.5, 1: -0.25}).lifted == {0: 1e-6, 1: 0.250001}


def test_topics_that_say_the_same_are_all_shown_with_words() -> None:
    name = {Language.SV: "Sällskap"}
    twins = tuple(Topic(topic, name, name, "V6") for topic in ("north", "south"))
    vasa = load_packs(["vasa"])["vasa"]
    town = replace(vasa, id="femte", catalogue=Catalogue((Challenge("all", name, twins),)))
    suggested = understand("Änkor sitter hemma utan vänner", town, load_lexicon()).topics
    assert {item.id for item in suggested} == {"north", "south"}
    assert all(item.because for item in suggested)
