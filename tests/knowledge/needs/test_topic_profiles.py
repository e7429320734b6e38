from dataclasses import replace

from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Catalogue, Challenge, Topic
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.understand import understand


def test_a_municipality_that_was_never_seen_is_matched_by_the_words_of_its_topics() -> None:
    vasa = load_packs(["vasa"])["vasa"]
    names = {
        "river": {Language.SV: "simning i älven"},
        "lone": {Language.SV: "ensamma människor", Language.EN: "loneliness"},
    }
    topics = [Topic(topic, name, name, "V6") for topic, name in names.items()]
    fifth = replace(vasa, id="femte", catalogue=Catalogue(tuple(Challenge(t.id, t.name, (t,)) for t in topics)))
    lexicon = load_lexicon()
    needs = ("Fika för änkor som sitter hemma utan sällskap", "Vi vill ordna simning för barn vid älven")
    suggested = [understand(need, fifth, lexicon).topics[0].id for need in needs]
    assert suggested == ["lone", "river"]
