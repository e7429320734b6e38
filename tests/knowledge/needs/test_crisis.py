"""Plain words decide; where they only come near, what was learned decides, sentence by sentence."""

import pytest

from knowledge.distress.recognise import told
from knowledge.language import Language
from knowledge.needs.crisis import in_distress
from knowledge.needs.model.load import load_lexicon

LEXICON = load_lexicon()
NEAR = {
    "ingen skulle märka om jag försvann i natt": Language.SV,
    "jag klarar inte en natt till och har bestämt mig": Language.SV,
    "I have decided this is my last evening": Language.EN,
}


@pytest.mark.parametrize(("text", "language"), NEAR.items())
def test_what_no_plain_words_tell_is_heard_by_what_was_learned(text: str, language: Language) -> None:
    assert (told(text), in_distress(text, LEXICON)) == (None, language)


@pytest.mark.parametrize("text", NEAR)
def test_one_sentence_is_enough_in_a_text_about_something_else(text: str) -> None:
    assert in_distress(f"Det regnar här. {text}. Hälsningar från kusten.", LEXICON) is NEAR[text]


@pytest.mark.parametrize("text", ["", "hej", "vi vill ordna språkkafé", "vår grupp stöder dem som inte orkar leva"])
def test_what_is_nobodys_own_distress_is_none(text: str) -> None:
    assert in_distress(text, LEXICON) is None
