"""The example pack of docs/packs keeps what all packs promise, and its ten topics are understood without an example."""

from pathlib import Path

import pytest

from knowledge.check import problems
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Pack
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.understand import understand
from tests.knowledge.packs.plain_language import (
    addresses,
    hard_sections,
    long_buttons,
    misread_examples,
    shouted,
    unspoken,
)

SUNDBY = Path(__file__).parents[2] / "docs" / "packs" / "sundby"
NEEDS = {
    "Vi är några som vill laga soppa en gång i veckan för grannar som annars äter själva": "meeting-places",
    "Vi vill laga saker och låna ut verktyg, så att folk köper mindre nytt": "greener-sundby",
    "Min mormor vågar inte gå ut när det är halt. I vår förening finns folk som kan gå med.": "later-life",
    "Haluaisimme perustaa avoimen kahvilan vauvaperheille": "early-years",
    "Haluamme auttaa nuoria, jotka keskeyttivät koulunsa, löytämään työpaikan": "paths-to-work",
    "Maahanmuuttajaäidit haluavat harjoitella ruotsia": "new-here",
    "a safe place for women who have left a violent man": "free-from-violence",
    "Boys at fourteen drift about the station every Friday. We could open the sports hall.": "teenagers",
    "grief group for widowers": "heavy-days",
    "brass band for children who cannot afford lessons": "culture",
}


@pytest.fixture(scope="module")
def sundby() -> Pack:
    return load_packs([SUNDBY])["sundby"]


def test_it_is_without_problems_and_has_no_examples(sundby: Pack) -> None:
    assert (problems(SUNDBY), sundby.needs, len(sundby.catalogue.topics)) == ([], (), 10)


def test_its_words_are_plain_and_calm_in_three_languages(sundby: Pack) -> None:
    assert (unspoken(sundby), hard_sections(sundby, limit=40), misread_examples(sundby)) == ([], [], [])
    assert (shouted(sundby), long_buttons(sundby, limit=4), addresses(SUNDBY)) == ([], [], [])


@pytest.mark.parametrize(("need", "topic"), NEEDS.items(), ids=list(NEEDS.values()))
def test_a_need_of_each_topic_is_understood_and_its_own_words_say_why(need: str, topic: str, sundby: Pack) -> None:
    understood = understand(need, sundby, load_lexicon())
    assert (understood.kind, understood.topics[0].id) == ("need", topic)
    assert understood.topics[0].because
    assert all(phrase in need for item in understood.topics for phrase in item.because)
