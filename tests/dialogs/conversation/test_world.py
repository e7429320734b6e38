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


def test_within_a_step_the_language_of_the_same_words_is_told_once() -> None:
    step = world().for_one_step()
    told = step.identified(NEED, Language.FI)
    assert (told.language, step.identified(NEED, None, first=True) is told) == (Language.SV, True)
    assert step.spoken == {NEED: told}


def test_words_that_tell_no_language_may_still_be_likelier_in_one() -> None:
    step = world().for_one_step()
    told = [step.identified(word, None).language for word in ("pensionärer", "Onni 12")]
    assert step.language_of("pensionärer", Language.FI) is Language.SV
    assert (told, step.likely_language("pensionärer"), step.likely_language("Onni 12")) == ([None] * 2, "sv", None)
