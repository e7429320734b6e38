"""What was understood otherwise than it was meant is kept where the person agrees, in their words, without a name."""

from datetime import timedelta

import pytest

from dialogs import texts
from dialogs.conversation.effects import ForgetCorrections, KeepCorrection
from dialogs.conversation.session import NO_CONSENT, Consent, Outcome, Session
from dialogs.conversation.turn import Turn
from dialogs.finding import corrections, need
from dialogs.records.for_a_time.correction import KEPT as KEPT_FOR
from dialogs.records.for_a_time.correction import Correction
from dialogs.records.need import Match, Need
from knowledge.language import Language
from tests.stages.standing import standing, verbs

WORDS = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"
LONELY, MOVING = "exclusion/loneliness", "physical/everyday-exercise"
MATCHES = (Match(LONELY, 0.6, ("sitter hemma",)), Match(MOVING, 0.2, ("sitter",)))
CHOOSING = Session(101, 101, "sv", "vasa", "need.choose", Need(WORDS, MATCHES, offices=("welfare",)), greeted=True)
AGREED = Consent(given=True)
KEPT = Correction("p9", 101, "vasa", "sv", "2023-09-01", WORDS, (LONELY, MOVING), (MOVING,), ("welfare",))
ASK = "får jag spara era ord"


def picked(topics: str, consent: Consent = NO_CONSENT, words: str = WORDS) -> Outcome:
    session = CHOOSING.but(consent=consent, need=CHOOSING.need.but(text=words))
    return need.pick(standing(session), topics)


def asked_after(outcome: Outcome) -> Turn:
    return standing(outcome.session)


@pytest.mark.parametrize("topics", [LONELY, f"{LONELY},{MOVING}"])
def test_who_chooses_what_was_suggested_first_is_not_asked(topics: str) -> None:
    outcome = picked(topics)
    assert (outcome.session.consent, outcome.effects) == (NO_CONSENT, ())
    assert ASK not in outcome.replies[0].text


@pytest.mark.parametrize("topics", [MOVING, f"{MOVING},{LONELY}", "resilience/everyday-skills"])
def test_who_chooses_another_topic_is_asked_below_the_answer(topics: str) -> None:
    outcome = picked(topics)
    [reply] = outcome.replies
    assert reply.text.index("Vad vill ni göra nu?") < reply.text.index(ASK)
    assert verbs(outcome)[-2:] == ["correction.keep need", "correction.refuse need"]
    assert reply.offers == outcome.session.offers
    assert (outcome.session.consent, outcome.effects) == (Consent(about=WORDS[:60], unanswered=1), ())


def test_who_finds_that_nothing_fits_is_asked_too() -> None:
    outcome = need.topicless(standing(CHOOSING))
    assert ASK in outcome.replies[0].text
    kept = corrections.keep(asked_after(outcome), "need")
    assert kept.effects == (KeepCorrection(KEPT.but(topics=())),)


def test_a_topic_of_the_list_is_a_correction_where_nothing_was_suggested() -> None:
    alone = CHOOSING.but(need=Need(WORDS))
    assert ASK in need.pick(standing(alone), MOVING).replies[0].text
    assert ASK not in need.topicless(standing(alone)).replies[0].text
    assert ASK not in need.pick(standing(alone.but(need=Need())), MOVING).replies[0].text


def test_a_yes_keeps_the_words_and_what_was_chosen_and_goes_on_where_one_was() -> None:
    outcome = corrections.keep(asked_after(picked(MOVING)), "need")
    assert outcome.effects == (KeepCorrection(KEPT),)
    assert outcome.session.consent == Consent(given=True, about=WORDS[:60], kept="p9")
    assert outcome.session.place == "office"
    assert "correction.keep need" not in verbs(outcome)
    assert outcome.replies[0].text.startswith("Tack. Orden sparas i högst ett år")


def test_a_no_keeps_nothing_and_is_not_asked_about_again() -> None:
    outcome = corrections.refuse(asked_after(picked(MOVING)), "need")
    assert (outcome.session.consent, outcome.effects) == (Consent(given=False), ())
    again = picked(MOVING, outcome.session.consent)
    assert (ASK in again.replies[0].text, again.effects) == (False, ())


def test_after_a_yes_the_next_is_kept_and_said() -> None:
    outcome = picked(MOVING, AGREED)
    assert outcome.effects == (KeepCorrection(KEPT),)
    assert "Jag sparar de här orden" in outcome.replies[0].text
    assert "correction.keep need" not in verbs(outcome)


def test_of_one_need_one_correction_is_kept_and_none_when_it_is_taken_back() -> None:
    known = Consent(given=True, about=WORDS[:60], kept="c1")
    other = picked("resilience/everyday-skills", known)
    assert other.effects == (KeepCorrection(KEPT.but(id="c1", topics=("resilience/everyday-skills",))),)
    first = picked(LONELY, known)
    assert first.effects == (ForgetCorrections(101, "c1"),)
    assert first.session.consent == known.but(kept="")
    named = picked(MOVING, known, f"{WORDS}, som Pekka")
    assert named.effects == (ForgetCorrections(101, "c1"),)


@pytest.mark.parametrize(
    "consent",
    [
        Consent(about=WORDS[:60], unanswered=1),
        Consent(about="något annat", unanswered=corrections.ASKED_AT_MOST),
        Consent(given=False),
    ],
    ids=["once a need", "two passed", "refused"],
)
def test_nobody_is_asked_again_and_again(consent: Consent) -> None:
    outcome = picked(MOVING, consent)
    assert (ASK in outcome.replies[0].text, outcome.session.consent, outcome.effects) == (False, consent, ())


@pytest.mark.parametrize(
    "words", [f"{WORDS}, som Pekka", f"{WORDS}, ring 050 123 45 67", f"{WORDS} " * 10], ids=["name", "number", "long"]
)
@pytest.mark.parametrize("consent", [NO_CONSENT, AGREED], ids=["not asked", "agreed"])
def test_words_that_name_somebody_or_are_long_are_never_kept(words: str, consent: Consent) -> None:
    outcome = picked(MOVING, consent, words)
    assert (outcome.session.consent, outcome.effects) == (consent, ())
    assert "spara" not in outcome.replies[0].text


def test_the_words_have_their_own_language() -> None:
    finnish = "kylän ukot istuvat koko talven kotona yksin eivätkä puhu kenellekään"
    [effect] = picked(MOVING, AGREED, finnish).effects
    assert isinstance(effect, KeepCorrection)
    assert (effect.correction.language, effect.correction.text) == (Language.FI, finnish)


def test_a_yes_is_taken_back_as_easily_and_everything_kept_goes() -> None:
    turn = standing(CHOOSING.but(consent=Consent(given=True, about=WORDS[:60], kept="c1")))
    assert [offer.action.verb for offer in corrections.ways(turn)] == ["correction.stop"]
    outcome = corrections.stop(turn)
    assert (outcome.session.consent, outcome.effects) == (Consent(given=False), (ForgetCorrections(101),))
    assert [offer.action.verb for offer in corrections.ways(standing(outcome.session))] == ["correction.agree"]
    assert corrections.agree(standing(outcome.session)).session.consent == AGREED
    assert corrections.ways(standing(CHOOSING)) == ()


@pytest.mark.parametrize(("language", "year"), [("sv", "ett år"), ("fi", "vuo"), ("en", "a year")])
def test_so_long_as_is_said_it_is_kept(language: str, year: str) -> None:
    assert timedelta(days=365) == KEPT_FOR
    said = (texts.plain(Language(language), "asides.privacy", consent=None),)
    said += tuple(texts.plain(Language(language), f"corrections.{key}") for key in ("kept", "agreed"))
    assert [year in text.casefold() for text in said] == [True] * 3


def test_a_yes_to_what_is_no_correction_any_more_is_remembered_and_keeps_nothing() -> None:
    outcome = corrections.keep(asked_after(picked(LONELY)), "need")
    assert (outcome.session.consent, outcome.effects) == (AGREED, ())
