import numpy as np

from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.needs.encoder.encoder import WIDTH
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.other_doors import EVERYWHERE


def test_the_model_knows_every_label_of_the_corpora_and_no_other() -> None:
    heads = load_lexicon().model.heads
    packs = load_packs(["vasa", "ostersund"])
    assert {name: set(heads[name]) for name in packs} == {
        name: set(pack.catalogue.topics) for name, pack in packs.items()
    }
    assert set(heads["office"]) == {"welfare", "culture-leisure", "integration"}
    assert set(heads["scope"]) == {"need", "out_of_scope", "crisis"}
    assert set(heads["language"]) == set(Language)
    assert set(heads["door"]) == {*EVERYWHERE, "elsewhere"}


def test_what_was_learned_from_vectors_has_the_same_labels() -> None:
    lexicon = load_lexicon()
    assert lexicon.meanings is not None
    of_words = {lane for lane in lexicon.model.lanes if not lane.startswith("language:")}
    vector = np.ones(WIDTH, np.float32) / np.float32(WIDTH**0.5)
    assert set(lexicon.meanings.said(vector)) == of_words
    assert set(lexicon.meanings.errands) == {"need", "crisis", "elsewhere", *EVERYWHERE}
