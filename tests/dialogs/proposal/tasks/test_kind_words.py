"""The kind of answer in a few words: every kind has them in every language, with its limits."""

import pytest

from dialogs import texts
from dialogs.proposal.tasks.kind_words import kind_of_answer
from knowledge.answers import KINDS
from knowledge.language import Language
from tests.stages.standing import world

PACKS = world().packs


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_has_words(language: Language) -> None:
    assert {key.removeprefix("kinds.") for key in texts.keys(language) if key.startswith("kinds.")} == set(KINDS)


SAID = [
    ("vasa", "FP02", Language.SV, "egna ord, 40–1 500 tecken."),
    ("vasa", "FP12", Language.FI, "summa vuotta kohti (euroa)."),
    ("goteborg", "FP12", Language.SV, "en summa per år, i svenska kronor."),
    ("goteborg", "GU02", Language.SV, "ett nummer med tio siffror."),
    ("vasa", "GU02", Language.SV, "ett nummer med åtta siffror."),
    ("ostersund", "GU11", Language.EN, "an account number: bankgiro, plusgiro or IBAN."),
]


@pytest.mark.parametrize(("town", "field", "language", "words"), SAID)
def test_limits_and_currency_are_those_of_the_pack(town: str, field: str, language: Language, words: str) -> None:
    pack = PACKS[town]
    said = kind_of_answer(language, pack.fields_by_id[field], pack)
    assert said.replace("\u00a0", " ") == words
