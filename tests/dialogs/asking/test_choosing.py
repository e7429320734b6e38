"""Which offices are asked: those with a chat, one or several, by buttons or numbers; and until which day."""

import pytest

from dialogs.asking.choosing import askable
from dialogs.conversation.session import Session
from dialogs.records.offices.inquiry import Inquiry
from tests.stages.asked_offices import (
    CASE,
    CULTURE,
    NOBODY,
    NORA,
    OFFICES,
    OFFICIAL,
    REFERENCE,
    STARTED,
    WELFARE,
    a_town,
    ask,
    at_card,
    count,
    labels,
    newest,
    question,
    write,
)
from tests.stages.in_memory import STAFF, Stage
from tests.stages.standing import standing

ALL = ["Välfärdstjänsterna", "Kultur, idrott och unga", "Integration"]


def test_the_offices_that_have_a_chat_are_offered_and_nothing_is_sent_yet() -> None:
    stage = a_town({"vasa": {"welfare": WELFARE, "integration": OFFICIAL}})
    at_card(stage, "Fråga en enhet")
    assert labels(newest(stage, STAFF)) == ["Välfärdstjänsterna", "Integration"]
    assert (count(stage, WELFARE), stage.cases[REFERENCE].inquiries) == (0, ())


def test_where_no_office_has_a_chat_all_are_offered_and_asked_in_the_group_itself() -> None:
    stage = a_town(NOBODY)
    at_card(stage, "Fråga en enhet")
    assert labels(newest(stage, STAFF)) == ALL
    stage.press(STAFF, NORA, "Integration", name="Nora")
    assert "Frågan ställs här i gruppen." in newest(stage, STAFF).text
    stage.say(STAFF, NORA, "Har ni en lokal?", name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert question(stage, STAFF).text.startswith(f"Fråga i ärende {REFERENCE} · Onsdagsköket\nTill Integration")


@pytest.mark.parametrize("words", ["1 och 3", "Välfärdstjänsterna och Integration"])
def test_several_offices_are_named_at_once(words: str) -> None:
    stage = a_town(OFFICES)
    at_card(stage, "Fråga en enhet")
    stage.say(STAFF, NORA, words, name="Nora")
    assert "skriv frågan till Välfärdstjänsterna samt Integration i ärende" in newest(stage, STAFF).text
    stage.say(STAFF, NORA, "Har ni en lokal?", name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert [count(stage, chat) for chat in (WELFARE, CULTURE, OFFICIAL)] == [1, 0, 1]
    assert [inquiry.office for inquiry in stage.cases[REFERENCE].inquiries] == ["welfare", "integration"]


def test_another_office_is_added_before_and_after_the_words() -> None:
    stage = a_town(OFFICES)
    at_card(stage, "Fråga en enhet")
    stage.press(STAFF, NORA, "Integration", name="Nora")
    stage.press(STAFF, NORA, "Fråga en enhet till", name="Nora")
    assert labels(newest(stage, STAFF)) == ALL[:2]
    stage.press(STAFF, NORA, "Välfärdstjänsterna", name="Nora")
    assert "skriv frågan till Integration samt Välfärdstjänsterna" in newest(stage, STAFF).text
    stage.say(STAFF, NORA, "Har ni en lokal?", name="Nora")
    stage.press(STAFF, NORA, "Fråga en enhet till", name="Nora")
    stage.say(STAFF, NORA, "1", name="Nora")
    assert newest(stage, STAFF).text.count("Har ni en lokal?") == 3
    stage.press(STAFF, NORA, "Fråga en enhet till", name="Nora")
    assert newest(stage, STAFF).text == "Nora, det finns ingen fler enhet att fråga."


def test_an_office_that_is_asked_is_not_offered_until_it_has_answered() -> None:
    stage = a_town()
    ask(stage)
    at_card(stage, "Fråga en enhet")
    assert newest(stage, STAFF).text.startswith(f"Alla enheter har redan en fråga i ärende {REFERENCE}.")
    stage.press(WELFARE, 401, "Vi tar det", name="Ulla")
    at_card(stage, "Fråga en enhet")
    assert "skriv frågan till Välfärdstjänsterna" in newest(stage, STAFF).text


def test_two_navigators_who_ask_the_same_office_ask_it_once() -> None:
    stage = a_town()
    write(stage)
    at_card(stage, "Fråga en enhet", 202, "Niko")
    stage.say(STAFF, 202, "Kan ni komma?", name="Niko")
    stage.press(STAFF, 202, "Skicka frågan", name="Niko")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert count(stage, WELFARE) == 1


def test_a_case_that_has_ended_is_asked_about_no_more() -> None:
    stage = a_town(case=CASE.but(state="closed", closed_at=STARTED))
    at_card(stage, "Fråga en enhet")
    assert newest(stage, STAFF).text == f"Ärende {REFERENCE} är avslutat."


def test_the_day_is_chosen_with_its_weekday_and_is_a_working_day() -> None:
    stage = a_town()
    write(stage)
    stage.press(STAFF, NORA, "Annan dag", name="Nora")
    assert labels(newest(stage, STAFF)) == ["mån 4.9", "tis 5.9", "ons 6.9", "fre 8.9", "fre 15.9"]
    stage.press(STAFF, NORA, "fre 15.9", name="Nora")
    assert "Svara senast fredag 15 september kl. 16.00." in newest(stage, STAFF).text
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert stage.cases[REFERENCE].inquiries[0].due == "2023-09-15"


def test_buttons_that_are_no_offices_are_taken_one_by_one() -> None:
    stage = a_town()
    write(stage)
    stage.press(STAFF, NORA, "Annan dag", name="Nora")
    stage.say(STAFF, NORA, "1 och 2", name="Nora")
    assert newest(stage, STAFF).text == "Nora, tryck på en knapp i taget."


def test_who_has_a_chat_can_be_asked_unless_it_waits_to_answer() -> None:
    case = CASE.but(inquiries=(Inquiry("welfare", "?", STARTED, "2023-09-08"),))
    turn = standing(Session(STAFF, NORA, "sv", "vasa"), case=case, staff="vasa")
    assert [office.id for office in askable(turn, CASE)] == ["welfare", "culture-leisure", "integration"]
    assert [office.id for office in askable(turn, case)] == ["culture-leisure", "integration"]


def test_a_day_of_a_draft_that_is_gone_changes_nothing() -> None:
    stage: Stage = a_town()
    write(stage)
    stage.press(STAFF, NORA, "Annan dag", name="Nora")
    days = newest(stage, STAFF)
    stage.say(STAFF, NORA, "Avbryt", name="Nora")
    before = stage.cases[REFERENCE]
    stage.sessions[STAFF, NORA] = stage.sessions[STAFF, NORA].but(
        desk=stage.sessions[STAFF, NORA].desk.but(inquiries={})
    )
    stage.press_at(STAFF, NORA, days, 0, name="Nora")
    assert "finns inte längre" in newest(stage, STAFF).text
    assert stage.cases[REFERENCE] == before
