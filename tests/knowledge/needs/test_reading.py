import pytest

from knowledge.language import Language
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.reading import decided, likeliest, read, without_courtesies


@pytest.mark.parametrize(("text", "known"), [("ensamma äldre", True), ("Хотим", False), ("", False)])
def test_a_need_is_known_by_words_that_were_learned(text: str, known: bool) -> None:
    assert read(text, load_lexicon()).is_known is known


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Hej! Vi vill ordna kurser. Mvh Anna", "Vi vill ordna kurser"),
        ("Vi vill ordna kurser", None),
        ("", None),
    ],
)
def test_courtesies_are_the_greeting_before_and_the_name_after(text: str, bare: str | None) -> None:
    assert without_courtesies(read(text, load_lexicon())) == bare


def test_a_share_that_is_too_low_leaves_the_language_to_the_chat() -> None:
    unsure, sure = {"fi": 0.0, "sv": 0.1}, {"fi": 0.0, "sv": 9.0}
    assert [decided(logits, Language.FI) for logits in (unsure, sure, {})] == [Language.FI, Language.SV, Language.FI]
    assert [decided(logits, None) for logits in (unsure, {})] == [Language.SV, Language.SV]
    assert likeliest({"fi": 1.0, "sv": 1.0}) == (0.5, Language.SV)
