from dataclasses import replace

from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Catalogue, Challenge, Likeness, Topic
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


def test_a_topic_is_like_what_its_pack_says_and_of_a_label_that_was_never_learned_nothing_comes() -> None:
    vasa, lexicon = load_packs(["vasa"])["vasa"], load_lexicon()
    names = {Language.SV: "Sällskap"}
    alike = {
        "north": Likeness({"vasa:exclusion/loneliness": 1.0, "vasa:peace": 1.0}, {}),
        "south": Likeness({"vasa:inequality/accessibility": 1.0}, {"boats": 1.0}),
    }
    topics = tuple(Topic(topic, names, names, "V6") for topic in alike)
    fifth = replace(vasa, id="femte", catalogue=Catalogue((Challenge("all", names, topics),)), alike=alike)
    needs = ("Änkor sitter hemma utan sällskap", "Rullstolen kommer inte in i föreningshuset")
    assert [understand(need, fifth, lexicon).topics[0].id for need in needs] == ["north", "south"]
