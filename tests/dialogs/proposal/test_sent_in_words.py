"""What people say of the sending in their own words: that it was sent, when, in part, or not."""

import pytest

from dialogs.conversation.statements import Sending
from tests.dialogs.proposal.test_sent_papers import FRIDAY, a_chat, planned, sent_and_confirmed, state
from tests.stages.outage import CHAT, say


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("Vi skickade båda i tid klockan 15.30", Sending.SENT),
        ("Vi skickade båda kl. 15.30", Sending.SENT),
        ("Lähetimme molemmat ajoissa", Sending.SENT),
        ("Laitoimme molemmat kirjaamoon määräajassa", Sending.SENT),
        ("Molemmat jätettiin määräaikaan mennessä", Sending.SENT),
        ("We sent both documents in time", Sending.SENT),
        ("Vi skickade för sent", Sending.MISSED),
        ("Vi skickade båda kl 16.10", Sending.MISSED),
        ("Vi skickade båda kl 15.50", Sending.MISSED),
        ("Vi skickade båda kl 15.45", Sending.SENT),
        ("Vi skickade båda 15:45:01", Sending.MISSED),
        ("vi har inte skickat", Sending.MISSED),
        ("Emme lähettäneet", Sending.MISSED),
        ("Skickade vi båda i tid?", Sending.NOT_SENT),
        ("Vi skickade en inbjudan till alla äldre i Gerby", Sending.NOT_SENT),
    ],
)
def test_sentences_about_the_sending_are_understood(words: str, then: Sending) -> None:
    stage = a_chat(FRIDAY)
    say(stage, words)
    assert state(stage) is then
    assert stage.proposals["p1"].sent_words == (words if then is Sending.SENT else "")


def test_a_clock_time_on_another_day_is_asked_about_and_not_guessed() -> None:
    stage = a_chat("2023-09-18T10:00")
    assert "senast kl. 15.45?" in say(stage, "Vi skickade båda kl. 15.30")
    assert state(stage) is Sending.NOT_SENT


@pytest.mark.parametrize("place", ["proposal.ask", "case.write", "person"])
def test_words_that_answer_another_question_are_left_to_it(place: str) -> None:
    stage = a_chat("2023-09-10T12:00")
    stage.sessions[CHAT, CHAT] = stage.sessions[CHAT, CHAT].but(place=place, asking="FP03", revision=9)
    say(stage, "vi har skickat alla papper till registratorn")
    assert state(stage) is Sending.NOT_SENT


@pytest.mark.parametrize(
    "words", ["nej, inget kvitto har kommit", "inget kvitto", "kuittausta ei ole tullut", "no receipt has come"]
)
def test_a_receipt_that_has_not_come_after_all_is_taken_back(words: str) -> None:
    stage = sent_and_confirmed()
    answer = say(stage, words)
    assert "Då räknar jag bekräftelsen som inte kommen. Ring eller mejla registratorn" in answer
    assert "Ingen bekräftelse är noterad." in answer
    assert (stage.proposals["p1"].receipt_at, state(stage)) == (None, Sending.SENT)
    assert "receipt-1wd" in planned(stage)


@pytest.mark.parametrize(
    "words",
    ["ja det kom igår", "the receipt has arrived", "kvittot kom nyss", "fick det", "joo tuli", "joo, klo 15.30", "ja"],
)
def test_that_the_receipt_came_is_understood_right_after_the_question(words: str) -> None:
    stage = a_chat("2023-09-10T12:00")
    say(stage, "vi har skickat båda")
    say(stage, words)
    assert stage.proposals["p1"].receipt_at is not None


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("joo, klo 15.30", Sending.SENT),
        ("ja, kl 16.10", Sending.NOT_SENT),
        ("ja, kl 15.50", Sending.NOT_SENT),
        ("ja igår kväll", Sending.SENT),
    ],
)
def test_a_yes_with_an_hour_counts_unless_it_was_after_the_deadline(words: str, then: Sending) -> None:
    stage = a_chat("2023-09-18T10:00")
    say(stage, "vi har skickat båda")
    say(stage, words)
    assert state(stage) is then


def test_both_sent_the_evening_before_is_understood_in_finnish() -> None:
    stage = a_chat("2023-09-10T12:00")
    say(stage, "lähetettiin molemmat eilen illalla")
    assert state(stage) is Sending.SENT


@pytest.mark.parametrize(
    "words",
    [
        "bara det ena är skickat",
        "vi tänker skicka imorgon",
        "vi kommer att skicka båda i morgon",
        "vain toinen on lähetetty",
        "aiomme lähettää molemmat huomenna",
        "only one was sent",
        "we will send both tomorrow",
    ],
)
def test_a_part_or_a_plan_is_no_sending(words: str) -> None:
    stage = a_chat("2023-09-10T12:00")
    assert "Sparat, inte skickat." in say(stage, words)
    assert (state(stage), stage.proposals["p1"].sent_words) == (Sending.NOT_SENT, "")
    say(stage, "vi har skickat båda")
    say(stage, words)
    assert state(stage) is Sending.NOT_SENT
