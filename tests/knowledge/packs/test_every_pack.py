"""Holds every shipped pack to what all packs promise: three languages, plain and calm words, nobody's name."""

import pytest

from knowledge.municipality.load import SHIPPED, load_packs
from knowledge.municipality.pack import Pack
from tests.knowledge.packs.plain_language import (
    addresses,
    hard_sections,
    long_buttons,
    misread_examples,
    names,
    shouted,
    unspoken,
)

PACKS = load_packs()
EXAMPLES = {"Etunimi Sukunimi", "Förnamn Efternamn"}
"""What stands where a person's name is asked for."""
NO_PERSONS = {
    "goteborg": EXAMPLES | {"Bräcke Diakoni", "Göteborgs Kyrkliga", "Göteborgs Stad"},
    "ostersund": EXAMPLES | {"In Lit", "Mind Självmordslinjen"},
    "vasa": EXAMPLES | {"Näin Vaasassa", "Avustus Vaasalta", "Vaasan Esimerkkiyhdistys", "Vasa Exempelförening"},
    "vaxjo": EXAMPLES,
}
"""Two words with capitals that are no person: associations, offices, the beginning of a sentence."""

each = pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)


@each
def test_every_wording_is_in_three_languages(pack: Pack) -> None:
    assert unspoken(pack) == []


@each
def test_lots_understands_its_own_examples_and_buttons(pack: Pack) -> None:
    assert misread_examples(pack) == []


@each
def test_the_swedish_is_plain(pack: Pack) -> None:
    assert hard_sections(pack, limit=40) == []


@each
def test_the_tone_is_calm_and_the_buttons_are_short(pack: Pack) -> None:
    assert (shouted(pack), long_buttons(pack, limit=4)) == ([], [])


@each
def test_no_person_and_no_address_stands_in_the_pack(pack: Pack) -> None:
    folder = SHIPPED / pack.id
    assert (addresses(folder), names(folder) - NO_PERSONS[pack.id]) == ([], set())
