"""What an office answers: kept with the case, told under the card, thanked for; and what a second press is told."""

import pytest

from dialogs.conversation.effects import AddMessage, NoteAccess, PlanReminders, SaveCase
from dialogs.office.answering import is_reason
from dialogs.records.case import CaseMessage
from dialogs.records.case_states import CaseAct
from dialogs.records.for_a_time.access import Access
from dialogs.records.offices.inquiries import is_asked
from tests.stages.asked_offices import (
    ASK_BACK,
    CASE,
    DECLINE,
    NOBODY,
    NORA,
    OFFICES,
    OFFICIAL,
    PER,
    REFERENCE,
    STARTED,
    TAKE,
    ULLA,
    WELFARE,
    a_town,
    ask,
    at_card,
    count,
    labels,
    newest,
    question,
    reply,
    since,
    verdicts,
)
from tests.stages.in_memory import STAFF

THANKS = "Tack, Ulla. Kontaktpersonen har fått ert svar i ärende K7WM4."


def test_an_office_that_takes_a_case_is_thanked_and_the_desk_can_move_it_there_with_one_press() -> None:
    stage = a_town(case=CASE.but(need=CASE.need.but(offices=("culture-leisure",))))
    ask(stage)
    asked = stage.cases[REFERENCE]
    outcome = stage.press(WELFARE, ULLA, TAKE, name="Ulla")
    taken = asked.inquiries[0].but(verdict="taken", answered_at=STARTED, answerer=ULLA, answered_by="Ulla")
    name = "Välfärdstjänsterna · Ulla"
    saved, of_the_desk, *others = outcome.effects
    assert saved == SaveCase(asked.but(inquiries=(taken,), waits_for=None, waits_since=None, version=3), 2)
    assert isinstance(of_the_desk, PlanReminders)
    assert [item.subject for item in of_the_desk.reminders] == [REFERENCE] * 4
    kept = CaseMessage("office", "Vi tar det.", STARTED, internal=True, name=name, key="inquiry.kept_taken")
    assert others == [
        NoteAccess(Access(STARTED, REFERENCE, ULLA, CaseAct.OFFICE_ANSWERS)),
        AddMessage(REFERENCE, kept.but(values=(("text", ""),))),
        PlanReminders(f"{REFERENCE}:0", ()),
    ]
    assert newest(stage, WELFARE).text == THANKS
    assert newest(stage, STAFF).text == "Välfärdstjänsterna (Ulla) tar ärende K7WM4."
    assert labels(newest(stage, STAFF)) == ["Byt till Välfärdstjänsterna", "Svara föreningen"]
    assert "Svar från Välfärdstjänsterna: tar det" in stage.card(REFERENCE).text
    stage.press(STAFF, NORA, "Byt till Välfärdstjänsterna", name="Nora")
    assert newest(stage, STAFF).text.startswith("Nora, skriv till föreningen varför ärende K7WM4 hör till välfärdstj")
    stage.say(STAFF, NORA, "De har lokaler.", name="Nora")
    stage.press(STAFF, NORA, "Skicka", name="Nora")
    assert stage.cases[REFERENCE].need.offices == ("welfare",)


def test_a_case_that_is_there_already_is_not_offered_to_be_moved() -> None:
    stage = a_town()
    ask(stage)
    stage.press(WELFARE, ULLA, TAKE, name="Ulla")
    assert labels(newest(stage, STAFF)) == ["Svara föreningen"]


def test_who_declines_is_asked_why_and_the_reason_reaches_the_desk_as_it_was_written() -> None:
    stage = a_town()
    ask(stage)
    stage.press(WELFARE, ULLA, DECLINE, name="Ulla")
    assert newest(stage, WELFARE).text == "Ulla, varför är ärende K7WM4 inte ert? Skriv skälet i ett meddelande."
    assert (verdicts(stage), is_asked(stage.cases[REFERENCE])) == ([""], True)
    stage.say(WELFARE, ULLA, "Vi har <inga> lokaler", name="Ulla")
    assert newest(stage, WELFARE).text == THANKS
    assert (
        newest(stage, STAFF).text == "Välfärdstjänsterna (Ulla): ärende K7WM4 är inte vårt. Skäl: Vi har <inga> lokaler"
    )
    assert labels(newest(stage, STAFF)) == ["Fråga en enhet", "Svara föreningen"]
    said = stage.cases[REFERENCE].messages[-1]
    assert (said.text, said.internal, said.author) == ("Inte vårt: Vi har <inga> lokaler", True, "office")
    assert (verdicts(stage), is_asked(stage.cases[REFERENCE])) == (["declined"], False)


def test_a_question_back_is_answered_by_a_new_question_to_the_same_office() -> None:
    stage = a_town(OFFICES)
    for words in (f"Fråga en enhet {REFERENCE}", "1", "Kan ni hjälpa?"):
        stage.say(STAFF, NORA, words, name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    stage.press(WELFARE, ULLA, ASK_BACK, name="Ulla")
    stage.say(WELFARE, ULLA, "Hur många är de", name="Ulla")
    assert newest(stage, STAFF).text == "Välfärdstjänsterna (Ulla) frågar tillbaka i ärende K7WM4: Hur många är de"
    assert labels(newest(stage, STAFF)) == ["Svara enheten", "Svara föreningen"]
    stage.press(STAFF, NORA, "Svara enheten", name="Nora")
    assert "skriv frågan till Välfärdstjänsterna i ärende" in newest(stage, STAFF).text
    stage.say(STAFF, NORA, "De är tio. Kan ni?", name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    stage.press(WELFARE, ULLA, TAKE, name="Ulla")
    assert verdicts(stage) == ["asked_back", "taken"]


def test_other_words_are_waited_for_no_more_after_cancel_or_another_press() -> None:
    stage = a_town()
    ask(stage)
    stage.press(WELFARE, ULLA, DECLINE, name="Ulla")
    stage.press(WELFARE, ULLA, "Avbryt", name="Ulla")
    assert newest(stage, WELFARE).text.startswith("Inget har skickats i ärende K7WM4.")
    before = count(stage, WELFARE)
    stage.say(WELFARE, ULLA, "ska vi äta lunch", name="Ulla")
    assert (count(stage, WELFARE), verdicts(stage)) == (before, [""])
    stage.press(WELFARE, ULLA, DECLINE, name="Ulla")
    stage.say(WELFARE, ULLA, "avbryt", name="Ulla")
    assert (newest(stage, WELFARE).text.startswith("Inget har skickats"), verdicts(stage)) == (True, [""])


def test_another_s_words_are_not_the_reason_and_another_s_cancel_is_refused() -> None:
    stage = a_town()
    ask(stage)
    stage.press(WELFARE, ULLA, DECLINE, name="Ulla")
    stage.say(WELFARE, PER, "ska vi äta lunch", name="Per")
    stage.press(WELFARE, PER, "Avbryt", name="Per")
    assert newest(stage, WELFARE).text.startswith("Per, det meddelandet är till Ulla.")
    stage.say(WELFARE, ULLA, "Vi har inga lokaler", name="Ulla")
    assert verdicts(stage) == ["declined"]


@pytest.mark.parametrize(
    ("first", "told"), [(TAKE, "ni tar det"), (DECLINE, "det är inte ert"), (ASK_BACK, "ni frågade tillbaka")]
)
def test_a_second_press_is_told_who_has_answered_and_what(first: str, told: str) -> None:
    stage = a_town()
    ask(stage)
    stage.press(WELFARE, ULLA, first, name="Ulla")
    if first != TAKE:
        stage.say(WELFARE, ULLA, "Det är så", name="Ulla")
    before, desk = stage.cases[REFERENCE], count(stage, STAFF)
    stage.press(WELFARE, ULLA, first, name="Ulla")
    assert newest(stage, WELFARE).text.startswith(f"Ulla, du har redan svarat i ärende K7WM4: {told}.")
    stage.press(WELFARE, PER, first, name="Per")
    assert newest(stage, WELFARE).text.startswith(f"Per, Ulla har redan svarat i ärende K7WM4: {told}.")
    assert (stage.cases[REFERENCE], count(stage, STAFF)) == (before, desk)


@pytest.mark.parametrize("then", [TAKE, DECLINE, ASK_BACK])
def test_what_was_decided_is_not_pressed_away_but_words_still_reach_the_desk(then: str) -> None:
    stage = a_town()
    ask(stage)
    stage.press(WELFARE, PER, DECLINE, name="Per")
    stage.press(WELFARE, ULLA, TAKE, name="Ulla")
    stage.say(WELFARE, PER, "Vi har inga lokaler", name="Per")
    assert verdicts(stage) == ["taken"]
    assert newest(stage, STAFF).text == "Välfärdstjänsterna (Per) svarar i ärende K7WM4: Vi har inga lokaler"
    stage.press(WELFARE, PER, then, name="Per")
    assert "Ulla har redan svarat" in newest(stage, WELFARE).text
    assert (verdicts(stage), stage.cases[REFERENCE].inquiries[0].answered_by) == (["taken"], "Ulla")


def test_after_an_opinion_an_office_may_still_take_the_case() -> None:
    stage = a_town()
    ask(stage)
    reply(stage, "Det låter bra")
    stage.press(WELFARE, PER, TAKE, name="Per")
    inquiry = stage.cases[REFERENCE].inquiries[0]
    assert (inquiry.verdict, inquiry.answered_by, inquiry.answered_at) == ("taken", "Per", STARTED)


def test_an_answer_to_a_case_that_has_ended_is_kept_and_told_so() -> None:
    stage = a_town()
    ask(stage)
    stage.cases[REFERENCE] = stage.cases[REFERENCE].but(state="closed", closed_at=STARTED)
    stage.press(WELFARE, ULLA, TAKE, name="Ulla")
    assert newest(stage, WELFARE).text == f"{THANKS} Ärendet är redan avslutat, men svaret finns kvar där."
    assert (verdicts(stage), labels(newest(stage, STAFF))) == (["taken"], [])


def test_an_official_answers_in_private_and_goes_on_as_a_person_afterwards() -> None:
    stage = a_town({"vasa": {"welfare": OFFICIAL}})
    stage.say(OFFICIAL, OFFICIAL, "/start vasa", name="Olof", code="fi")
    session = stage.sessions[OFFICIAL, OFFICIAL]
    ask(stage)
    stage.press(OFFICIAL, OFFICIAL, DECLINE, name="Olof", code="fi")
    stage.say(OFFICIAL, OFFICIAL, "Vi har inga lokaler", name="Olof", code="fi")
    assert (verdicts(stage), newest(stage, OFFICIAL).text) == (["declined"], THANKS.replace("Ulla", "Olof"))
    known = stage.sessions[OFFICIAL, OFFICIAL]
    # Only that the reason was theirs is remembered, for a later change of it.
    assert (known.but(desk=session.desk), list(known.desk.sent_to.values())) == (session, [REFERENCE])
    stage.say(OFFICIAL, OFFICIAL, "naapurin vanhat miehet istuvat yksin kotona koko talven", name="Olof", code="fi")
    assert stage.sessions[OFFICIAL, OFFICIAL].need.text.startswith("naapurin vanhat miehet")


def test_an_official_who_does_something_else_leaves_the_reason_unwritten() -> None:
    stage = a_town({"vasa": {"welfare": OFFICIAL}})
    ask(stage)
    stage.press(OFFICIAL, OFFICIAL, DECLINE, name="Olof")
    stage.say(OFFICIAL, OFFICIAL, "/start vasa", name="Olof")
    stage.say(OFFICIAL, OFFICIAL, "gubbarna i byn sitter ensamma hemma", name="Olof")
    assert (verdicts(stage), stage.sessions[OFFICIAL, OFFICIAL].need.text != "") == ([""], True)


def test_among_the_navigators_the_news_says_it_all() -> None:
    stage = a_town(NOBODY)
    at_card(stage, "Fråga en enhet")
    for words in ("1", "Har ni en lokal?"):
        stage.say(STAFF, NORA, words, name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    before = count(stage, STAFF)
    stage.press(STAFF, ULLA, TAKE, name="Ulla")
    assert since(stage, STAFF, before) == ["Välfärdstjänsterna (Ulla) tar ärende K7WM4."]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Inte vårt, för att vi inte har lokaler", True),
        ("  inte vårt,  för att\nvi inte har", True),
        ("Not ours, because we have no rooms", True),
        ("Ei meidän, koska tiloja ei ole", True),
        ("Inte vårt, för att", False),
        ("Inte vårt bord", False),
        ("", False),
    ],
)
def test_the_button_s_words_with_more_behind_them_are_a_reason(text: str, reason: bool) -> None:
    assert is_reason(text) is reason


def test_a_reply_that_begins_so_declines_with_its_reason() -> None:
    stage = a_town()
    ask(stage)
    reply(stage, "Inte vårt, för att vi inte har lokaler")
    assert (verdicts(stage), question(stage, WELFARE).text[:14]) == (["declined"], "Fråga i ärende")
