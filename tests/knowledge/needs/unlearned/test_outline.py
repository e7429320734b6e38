"""The topics of a pack as points: by their names, better by descriptions, best by examples."""

from dataclasses import replace

import numpy as np
import pytest

from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Catalogue, Challenge, ExampleNeed, Pack, Topic
from knowledge.needs.unlearned.outline import outline_of, point_of
from knowledge.remembered import ReadFirst, while_others_wait

CULTURE, WATER = {Language.SV: "Kultur åt alla"}, {Language.SV: "Blått liv"}
DESCRIBED = {Language.SV: "Boende rensar sjöar och stränder.", Language.EN: "Residents clean lakes and shores."}
NEED = "Vi plockar plast på öarna"


def _pack(description: dict[Language, str], *needs: ExampleNeed) -> Pack:
    topics = (Topic("culture", CULTURE, CULTURE, "V6"), Topic("water", WATER, WATER, "V6", description=description))
    vasa = load_packs(["vasa"])["vasa"]
    return replace(vasa, id="femte", catalogue=Catalogue((Challenge("all", CULTURE, topics),)), needs=needs)


def test_a_description_brings_a_topic_nearer_to_its_needs() -> None:
    need = point_of(NEED, Language.SV)
    named, described = (float(need @ outline_of(_pack(words)).described[1]) for words in ({}, DESCRIBED))
    assert described > named + 0.2


def test_a_topic_without_a_description_is_known_by_its_name_alone() -> None:
    blank = outline_of(_pack({Language.SV: " "}))
    assert np.allclose(blank.described, [point_of("Kultur åt alla", Language.SV), point_of("Blått liv", Language.SV)])
    assert (blank.topics, blank.shown.shape, blank.about) == (("culture", "water"), (0, 384), ())


def test_the_nearest_point_of_a_topic_is_an_example_where_one_is_nearer_than_the_description() -> None:
    example = ExampleNeed("plocka plast och skräp på öarna", Language.SV, ("water",))
    elsewhere = ExampleNeed("plocka plast och skräp på öarna", Language.SV, ("another",))
    known = outline_of(_pack(DESCRIBED, example, elsewhere))
    need = point_of(NEED, Language.SV)[None]
    best, close = known.nearest(need)
    assert known.about == (1,)
    assert np.allclose(best[0], [known.described[0], known.shown[0]])
    assert np.allclose(close, (best @ need[0]), atol=1e-6)


def test_a_changed_pack_is_outlined_anew() -> None:
    first, second = outline_of(_pack({})), outline_of(_pack(DESCRIBED))
    assert not np.allclose(first.described[1], second.described[1])
    assert outline_of(_pack({})) is first


def test_a_pack_is_not_outlined_while_others_wait() -> None:
    pack = replace(_pack({}), id="sjätte")
    with pytest.raises(ReadFirst), while_others_wait():
        outline_of(pack)
    known = outline_of(pack)
    with while_others_wait():
        assert outline_of(pack) is known
