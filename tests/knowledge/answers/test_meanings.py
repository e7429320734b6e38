"""What a field means decides what its answer tells; an answer of another kind tells nothing."""

from dataclasses import replace

import pytest

from dialogs.records.proposal import Answer
from knowledge.answers.kinds.association.org_number import ORG_NUMBER
from knowledge.answers.meanings import NEEDED, READ_AS, country_of, is_read_as_meant, meant
from knowledge.answers.result import Json
from knowledge.municipality.load import load_packs
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field, Pack
from tests.knowledge.answers.fields import vasa, vaxjo

SWEDISH = {"number": "802000-0009", "country": "SE"}
STRANGE: list[Json] = ["802000-0009", 3, [], {"country": "SE"}, {"number": "802000-0009", "land": "SE"}, None]


def called(meaning: Meaning, kind: str) -> Pack:
    """Vasa, with the field of a meaning turned into another kind."""
    changed = [replace(field, kind=kind) if field.means is meaning else field for field in vasa().fields]
    return replace(vasa(), fields=tuple(changed))


def test_what_means_the_same_is_told_whatever_the_field_is_called() -> None:
    renamed = replace(vasa(), fields=tuple(replace(field, id=f"X{field.id}") for field in vasa().fields))
    assert meant(vasa(), {"FP13": 12}, Meaning.ASKED_MONTHS) == 12
    assert meant(renamed, {"FP13": 12, "XFP13": 24}, Meaning.ASKED_MONTHS) == 24


@pytest.mark.parametrize("value", ["12", [], None, {"months": 12}])
def test_a_value_of_another_shape_tells_nothing(value: Json) -> None:
    assert meant(vasa(), {"FP13": value}, Meaning.ASKED_MONTHS) is None


def test_what_a_pack_does_not_ask_is_not_told() -> None:
    nothing = replace(vasa(), fields=())
    assert [meant(nothing, {"FP13": 12, "FP05": ["Ett"]}, meaning) for meaning in READ_AS] == [None] * len(READ_AS)


def test_the_number_of_an_association_tells_its_country() -> None:
    assert country_of(vasa(), {"GU02": Answer("given", "802000-0009", SWEDISH)}) == "SE"
    assert country_of(vasa(), {"GU02": Answer("unclear", "802000-0009", SWEDISH)}) == "FI"
    assert (country_of(vasa(), {}), country_of(vaxjo(), {})) == ("FI", "SE")


@pytest.mark.parametrize("value", STRANGE)
def test_a_number_of_another_shape_leaves_the_country_of_the_municipality(value: Json) -> None:
    assert country_of(vasa(), {"GU02": Answer("given", "x", value)}) == "FI"


def test_a_field_is_read_as_meant_when_its_kind_fits_its_meaning() -> None:
    number: Field = vasa().fields_by_id["GU02"]
    strange = called(Meaning.ORGANISATION_NUMBER, "text").fields_by_id["GU02"]
    assert (is_read_as_meant(number), is_read_as_meant(strange)) == (True, False)
    assert not is_read_as_meant(vasa().fields_by_id["FP10"])
    assert READ_AS[Meaning.ORGANISATION_NUMBER] == (ORG_NUMBER,)


@pytest.mark.parametrize("meaning", READ_AS)
def test_all_kinds_of_a_meaning_have_values_of_one_shape(meaning: Meaning) -> None:
    assert len({kind.fits for kind in READ_AS[meaning]}) == 1


def test_every_meaning_is_asked_for_somewhere() -> None:
    asked = {field.means for pack in load_packs().values() for field in pack.fields if field.means}
    assert asked == set(Meaning)


@pytest.mark.parametrize("pack", load_packs().values(), ids=lambda pack: pack.id)
def test_every_pack_asks_what_is_needed(pack: Pack) -> None:
    assert [meaning for meaning in NEEDED if pack.field_that_means(meaning) is None] == []
