"""What is asked for in many words: to reach a person, to write a proposal, to have a question explained."""

import pytest

from dialogs.conversation.events import Commanded
from dialogs.conversation.session import Session
from dialogs.incoming import asked_in_words
from dialogs.step import step
from tests.dialogs.incoming.test_typed_anywhere import said
from tests.stages.screens import HER, MATCHES, NEED, NOW, ONE_PACK, SNAPSHOT, WORDS, screen
from tests.stages.standing import PRIVATE

ASKING_FOR_A_PERSON = (
    "Prata med en person",
    "jag vill prata med en människa",
    "Kan jag få tala med en handläggare?",
    "finns det någon riktig människa där",
    "haluan puhua ihmisen kanssa",
    "Voinko puhua jonkun kanssa?",
    "Haluan puhua ihmisen kanssa kiitos",
    "saisko jutella virkailijan kanssa",
    "talk to a person",
    "Can I speak to a real human please?",
    "I'd like to talk to someone",
)
NO_REQUESTS = (
    "Alla har någon att prata med varje vecka",
    "vi vill att gubbarna i byn får prata med en person som lyssnar",
    "kylän vanhukset haluavat puhua ihmisen kanssa",
    "vi är en person",
    "",
)


@pytest.mark.parametrize("name", sorted(set(PRIVATE) - {"proposal.ask", "case.write", "person"}))
def test_a_person_can_be_asked_for_in_words(name: str) -> None:
    outcome = said(screen(name), ASKING_FOR_A_PERSON[0])
    assert (outcome.session.place, outcome.session.need.text) == ("person", WORDS)


@pytest.mark.parametrize("text", ASKING_FOR_A_PERSON)
def test_a_person_can_be_asked_for_in_any_words_before_a_button_was_shown(text: str) -> None:
    assert said(Session(101, 101), text).session.place == "person"


@pytest.mark.parametrize("text", NO_REQUESTS)
def test_words_that_say_more_ask_for_no_person(text: str) -> None:
    assert not asked_in_words.asks_for_a_person(text)


WANTING_TO_WRITE = (
    "Vi vill skriva ett förslag",
    "Hur gör vi ett förslag?",
    "Vi skulle vilja lämna in en ansökan till kommunen",
    "Vi vill ansöka",
    "Haluamme tehdä ehdotuksen",
    "Miten ehdotus jätetään?",
    "Voimmeko täyttää hakemuksen nyt",
    "We'd like to write a proposal",
    "How do I start an application?",
)
NO_WISH_TO_WRITE = (
    "Kan ni skriva ett förslag åt oss?",
    "Vi vill ha ett förslag",
    "Vi vill göra en ansökan om en lokal för unga",
    "Ehdotus on hyvä",
    "Haluamme tehdä ruokaa yhdessä",
    "förslag",
    "",
)


@pytest.mark.parametrize("text", WANTING_TO_WRITE)
def test_who_wants_to_write_is_asked_whether_to_begin_from_an_earlier_one(text: str) -> None:
    outcome = said(screen("office"), text)
    assert (outcome.session.place, outcome.session.need.text) == ("again", WORDS)


@pytest.mark.parametrize("text", NO_WISH_TO_WRITE)
def test_words_that_say_more_or_less_are_no_wish_to_write(text: str) -> None:
    assert not asked_in_words.asks_to_write(text)


ASKING_WHAT_IS_MEANT = (
    "Vad ska jag skriva här?",
    "vi förstår inte frågan",
    "hjälp",
    "kan du ge ett exempel",
    "Måste vi svara på den här?",
    "mitä tähän pitäisi kirjoittaa",
    "en ymmärrä",
    "Onko pakko vastata",
    "what does this mean?",
    "I don't understand the question",
)
NO_QUESTION_ABOUT_THE_QUESTION = (
    "Vi hjälper gubbarna i byn att hitta ut",
    "vi kan hjälpa till",
    "Haluamme auttaa vanhuksia, emme tiedä vielä miten",
    "en tiedä",
    "They need help with the forms of the town",
    "",
)


@pytest.mark.parametrize("text", ASKING_WHAT_IS_MEANT)
def test_who_asks_what_a_question_means_is_told_and_nothing_is_kept(text: str) -> None:
    before = screen("proposal.ask FP02")
    outcome = said(before, text)
    told = [reply.text for reply in outcome.replies]
    assert "hoppa över den" in told[0]
    assert (outcome.session.place, outcome.session.asking, outcome.effects) == ("proposal.ask", "FP02", ())


@pytest.mark.parametrize("text", NO_QUESTION_ABOUT_THE_QUESTION)
def test_words_that_say_more_or_less_ask_for_no_explanation(text: str) -> None:
    assert not asked_in_words.asks_what_is_meant(text)


def test_a_name_may_be_made_of_the_same_words() -> None:
    assert said(screen("proposal.ask GU01"), "Hjälp oss").effects != ()


YES = (
    "JA DET ÄR RÄTT", "ja, det stämmer bra", "ja gör det", "okej", "det låter bra", "👍", "👍🏽",
    "yes that's right", "Sounds good", "ok do it", "joo, niin on", "kuulostaa hyvältä", "se sopii hyvin",
)  # fmt: skip
NO_YES = (
    "inte ok",
    "det är rätt ensamt här",
    "bra",
    "det är så",
    "that's it",
    "hyvin tehty",
    "ja men det gäller äldre",
    "",
    "👎",
)


@pytest.mark.parametrize("text", YES)
def test_a_yes_in_many_words_chooses_what_was_understood(text: str) -> None:
    outcome = said(_understood(), text)
    assert (outcome.session.place, outcome.session.need.topics) == ("office", ("exclusion/loneliness",))


@pytest.mark.parametrize("text", NO_YES)
def test_words_that_say_more_are_no_yes(text: str) -> None:
    assert not asked_in_words.agrees(text)


@pytest.mark.parametrize("name", ["delete", "office", "case"])
def test_only_a_plain_yes_does_what_cannot_be_undone(name: str) -> None:
    outcome = said(screen(name), "ok")
    assert (outcome.session.place, outcome.effects) == (name, ())


def _understood() -> Session:
    one = screen("need.choose")
    return step(
        one.but(need=NEED.but(matches=MATCHES[:1]), place="need.choose"),
        Commanded(HER, "help", "", 8),
        ONE_PACK,
        NOW,
        SNAPSHOT,
    ).session
