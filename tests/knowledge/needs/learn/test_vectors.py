import pytest

pytest.importorskip("scipy", reason="the extra `learn` is not installed")

import numpy as np

from knowledge.needs.learn.vectors import EMPHASIS, MEANT, SPELLED, Counted, Space, count
from knowledge.needs.words.concepts import compile_vocabulary
from knowledge.needs.words.names_and_greetings import ignored_words

VOCABULARY = compile_vocabulary([("lonely", "sv", "ensam")])
FEWEST = {"whole": 1, "piece": 2, "idea": 1}


def counted(text: str) -> Counted:
    left_out = ignored_words({"courtesies": ["tack"]})
    return count(text, "sv", VOCABULARY, {}, {"w ensam": 1}, left_out)


def test_a_text_is_counted_by_words_pieces_and_concepts_without_what_is_ignored() -> None:
    assert counted("Ensam ensam, tack").groups == {
        "whole": frozenset({"w ensam", "w "}),
        "piece": counted("ensam").groups["piece"],
        "idea": frozenset({"k lonely"}),
    }


def test_a_feature_of_too_few_texts_has_no_column() -> None:
    space = Space.of([counted("ensam"), counted("ensamma")], FEWEST)
    assert {"w ensam", "w ensamma", "<ens", "k lonely"} <= set(space.columns)
    assert {"sam>", "mma>"} & set(space.columns) == set()


def test_each_group_has_the_length_of_its_emphasis_and_a_rare_feature_is_worth_more() -> None:
    texts = [counted("ensam"), counted("ensamma"), counted("ensam kör")]
    space = Space.of(texts, FEWEST)
    lengths = [np.sqrt((space.matrix(texts, groups).toarray() ** 2).sum(axis=1)) for groups in (SPELLED[:1], MEANT)]
    np.testing.assert_allclose(lengths, [[EMPHASIS["whole"]] * 3, [EMPHASIS["idea"]] * 3])
    assert space.worth[space.columns["w kor"]] > space.worth[space.columns["w ensam"]]
