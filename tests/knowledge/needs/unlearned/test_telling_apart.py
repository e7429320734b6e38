"""How well a pack's topics are told apart by its own examples, which lie too close, and what more would bring."""

from dataclasses import replace
from pathlib import Path

from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Catalogue, Challenge, ExampleNeed, Pack, Topic
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.unlearned.telling_apart import Taken, told_apart

MERILAHTI = Path(__file__).parents[1] / "towns" / "merilahti"


def _small(*needs: tuple[str, str], shores: str = "Invånare städar stränder.") -> Pack:
    """Return a pack with two topics about the same, and one about something else."""
    described = {
        "elderly": "Äldre ska få sällskap.",
        "old": "Gamla människor ska ha sällskap.",
        "shores": shores,
    }
    topics = tuple(
        Topic(topic, {Language.SV: topic}, {Language.SV: topic}, "V6", description={Language.SV: words})
        for topic, words in described.items()
    )
    vasa = load_packs(["vasa"])["vasa"]
    shown = tuple(ExampleNeed(text, Language.SV, (topic,)) for topic, text in needs)
    return replace(vasa, id="femte", catalogue=Catalogue((Challenge("all", {}, topics),)), needs=shown)


def test_without_examples_only_descriptions_are_compared() -> None:
    told = told_apart(_small(), load_lexicon())
    assert (told.examples, told.first, told.in_three) == ({"elderly": 0, "old": 0, "shores": 0}, 0, 0)
    assert (told.close, told.taken, told.curve, told.bare) == ((("elderly", "old"),), (), (), ())


def test_an_example_is_tried_without_itself_and_what_it_is_taken_for_is_named() -> None:
    told = told_apart(
        _small(("shores", "Vi plockar skräp på stranden"), ("shores", "Ensamma gamla människor vill fika")),
        load_lexicon(),
    )
    assert (told.first, told.in_three, told.examples["shores"]) == (1, 2, 2)
    (taken,) = told.taken
    assert taken in (Taken("shores", "elderly", 1), Taken("shores", "old", 1))


def test_a_town_with_six_examples_a_topic_is_told_what_more_would_bring() -> None:
    told = told_apart(load_packs([MERILAHTI])["merilahti"], load_lexicon())
    assert [step.examples for step in told.curve] == [0, 1, 2, 4]
    assert all(0.8 < step.first <= 1 for step in told.curve)
    assert ("two-languages", "newcomers") in told.close
    assert told.in_three >= told.first >= 60


def test_the_same_pack_is_told_the_same() -> None:
    pack = _small(
        ("shores", "Vi plockar skräp"), ("shores", "Städa viken"), ("old", "Fika för gamla"), ("old", "Kaffe")
    )
    assert told_apart(pack, load_lexicon()) == told_apart(pack, load_lexicon())


def test_topics_without_a_description_are_named() -> None:
    assert told_apart(_small(shores=" "), load_lexicon()).bare == ("shores",)
