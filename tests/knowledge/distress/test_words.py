"""The patterns of a language: those that hold in any case, and those that yield to words of others."""

import pytest

from knowledge.distress.words import cue, patterns
from knowledge.language import Language

OWN = {Language.SV: "jag vill do", Language.FI: "haluan kuolla", Language.EN: "i want to die"}


@pytest.mark.parametrize("language", list(Language))
def test_a_cue_is_in_every_sentence_that_a_pattern_tells(language: Language) -> None:
    firm, yielding = patterns(language)
    told = [pattern.search(OWN[language]) is not None for pattern in (firm, yielding)]
    assert (any(told), cue(language).search(OWN[language]) is not None) == (True, True)


@pytest.mark.parametrize("language", list(Language))
def test_no_name_of_a_pattern_is_left_unexpanded_and_no_pattern_fits_nothing(language: Language) -> None:
    for pattern in patterns(language):
        assert "END" not in pattern.pattern
        assert "ANY" not in pattern.pattern
        assert pattern.search("") is None


@pytest.mark.parametrize("language", list(Language))
def test_a_language_knows_its_own_words_alone(language: Language) -> None:
    others = [words for other, words in OWN.items() if other is not language]
    assert [words for words in others if any(pattern.search(words) for pattern in patterns(language))] == []
