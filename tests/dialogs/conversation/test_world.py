"""The world of one step: what the same words mean is found out once, and their language is known from then on."""

from knowledge.language import Language
from tests.stages.standing import world

NEED = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"
VASA = world().packs["vasa"]


def test_within_a_step_the_same_words_are_understood_once() -> None:
    step = world().for_one_step()
    first = step.understand(NEED, VASA, None)
    assert step.understand(NEED, VASA, None) is first
    assert step.understand(NEED, VASA, None, idea=True) is not first
    assert len(step.understood or {}) == 2


def test_the_next_step_remembers_nothing_and_means_the_same() -> None:
    one, other = world().for_one_step(), world().for_one_step()
    understood = one.understand(NEED, VASA, Language.SV)
    assert other.understood == {}
    assert other.understand(NEED, VASA, Language.SV) == understood


def test_the_language_of_understood_words_is_the_one_they_were_understood_in() -> None:
    step = world().for_one_step()
    found = step.understand(NEED, VASA, Language.FI).language
    assert (found, step.language_of(NEED, Language.FI)) == (Language.SV, Language.SV)
