from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon


def test_the_model_knows_every_label_of_the_corpora_and_no_other() -> None:
    heads = load_lexicon().model.heads
    packs = load_packs(["vasa", "ostersund"])
    assert {name: set(heads[name]) for name in packs} == {
        name: set(pack.catalogue.topics) for name, pack in packs.items()
    }
    assert set(heads["office"]) == {"welfare", "culture-leisure", "integration"}
    assert set(heads["scope"]) == {"need", "out_of_scope", "crisis"}
    assert set(heads["language"]) == set(Language)
    assert set(heads["door"]) == {"care", "school", "elsewhere"}
