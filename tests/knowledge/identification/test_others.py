"""The model of many languages: what it says, and that Lots goes on where it is not installed."""

import pytest

from knowledge.identification import others
from knowledge.identification.foreign import is_foreign
from knowledge.needs.model.load import load_lexicon
from tests.knowledge.identification.rows import with_model


@with_model
@pytest.mark.parametrize(
    ("text", "other", "ours"),
    [
        ("Ich verstehe nicht was Sie meinen", "de", 0.0),
        ("Jeg forstår ikke hva dere mener\nog hva dere vil", "no", 0.0),
        ("gubbarna i byn sitter hemma hela vintern och pratar inte med någon", "no", 1.0),
    ],
)
def test_a_text_is_likely_in_one_of_ours_or_in_another(text: str, other: str, ours: float) -> None:
    guess = others.guess(text)
    assert guess is not None
    assert (guess.other, round(guess.ours, 1)) == (other, ours)


@with_model
@pytest.mark.parametrize("text", ["", " \n", "12", "👍"])
def test_what_is_no_text_has_a_guess_too(text: str) -> None:
    guess = others.guess(text)
    assert guess is not None
    assert 0.0 <= guess.ours <= 1.0


def test_without_the_model_other_alphabets_alone_are_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(others, "_model", lambda: None)
    assert (others.is_known(), others.guess("Ich verstehe nicht")) == (False, None)
    told = [is_foreign(text, load_lexicon()) for text in ("Ich verstehe nicht was Sie meinen", "Я не понимаю")]
    assert told == [False, True]
