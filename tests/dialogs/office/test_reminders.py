"""A question that nobody answers: one reminder to the office, then back to the desk, each once, on working days."""

from datetime import timedelta

import pytest

from dialogs.conversation.events import ReminderDue, Seat, Sender
from dialogs.deadlines.office_ladder import REMINDED, SILENT
from dialogs.records.offices.inquiries import is_asked
from dialogs.records.reminder import Reminder
from tests.stages.asked_offices import (
    CASE,
    MEMBER,
    NOBODY,
    NORA,
    OFFICIAL,
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
    reply,
    since,
    verdicts,
    write,
)
from tests.stages.in_memory import STAFF, Stage, at
from tests.stages.outage import here
from tests.stages.standing import world

REMINDER = (
    "Påminnelse om ärende K7WM4 · Onsdagsköket\nHar ni en lokal på onsdagar?\n\n"
    "Svara senast i morgon kl. 16.00. Sedan går frågan tillbaka till kontaktpersonen."
)
BACK = "Välfärdstjänsterna har inte svarat i ärende K7WM4. Frågan är tillbaka hos er."
RELEASED = "Frågan i ärende K7WM4 har gått tillbaka till kontaktpersonen. Ni behöver inte svara längre, men ni får."


def until(stage: Stage, chat: int, moment: str, town: str = "vasa") -> list[str]:
    """Let time pass and return what came to a chat."""
    before = count(stage, chat)
    stage.move_clock(here(world().packs[town], moment))
    return since(stage, chat, before)


def test_the_office_is_reminded_once_and_the_question_goes_back_once() -> None:
    stage = a_town()
    ask(stage)
    assert until(stage, WELFARE, "2023-09-07T08:59") == []
    assert until(stage, WELFARE, "2023-09-07T09:00") == [REMINDER]
    assert labels(newest(stage, WELFARE)) == ["Vi tar det", "Inte vårt, för att …", "Fråga tillbaka"]
    assert is_asked(stage.cases[REFERENCE])
    assert until(stage, WELFARE, "2023-09-08T15:59") == []
    before = count(stage, STAFF)
    assert until(stage, WELFARE, "2023-09-08T16:00") == [RELEASED]
    assert since(stage, STAFF, before) == [BACK]
    assert labels(newest(stage, STAFF)) == ["Fråga en gång till", "Svara föreningen"]
    inquiry = stage.cases[REFERENCE].inquiries[0]
    assert (inquiry.returned_at, inquiry.answered_at) == (at("2023-09-08T13:00"), None)
    assert "Väntar på" not in stage.card(REFERENCE).text
    assert (
        stage.cases[REFERENCE].messages[-1].text == "Välfärdstjänsterna svarade inte i tid. Frågan gick tillbaka hit."
    )
    assert until(stage, WELFARE, "2023-10-30T12:00") == []


@pytest.mark.parametrize("words", ["Det låter bra", "Hur många är de?", "1"])
def test_an_office_that_has_answered_is_left_alone(words: str) -> None:
    stage = a_town()
    ask(stage)
    reply(stage, words)
    before = count(stage, STAFF)
    assert until(stage, WELFARE, "2023-09-20T12:00") == []
    assert [text for text in since(stage, STAFF, before) if "Välfärdstjänsterna" in text] == []


def test_the_reminder_and_the_late_message_can_be_answered() -> None:
    stage = a_town()
    ask(stage)
    until(stage, WELFARE, "2023-09-08T16:00")
    stage.press(WELFARE, ULLA, TAKE, name="Ulla")
    assert newest(stage, STAFF).text == "Välfärdstjänsterna (Ulla) tar ärende K7WM4. Svaret kom efter dagen."
    inquiry = stage.cases[REFERENCE].inquiries[0]
    assert (inquiry.verdict, inquiry.returned_at is not None, inquiry.answered_at) == ("taken", True, stage.now)
    assert newest(stage, WELFARE).text.startswith("Tack, Ulla.")


@pytest.mark.parametrize("state", ["closed", "withdrawn"])
def test_nobody_is_told_of_a_case_that_has_ended_and_it_waits_for_nobody_when_it_is_back(state: str) -> None:
    stage = a_town()
    ask(stage)
    stage.cases[REFERENCE] = stage.cases[REFERENCE].but(state=state, closed_at=STARTED)
    before = count(stage, STAFF)
    assert until(stage, WELFARE, "2023-09-20T12:00") == []
    assert [text for text in since(stage, STAFF, before) if "Välfärdstjänsterna" in text] == []
    assert not is_asked(stage.cases[REFERENCE].but(state="new"))


@pytest.mark.parametrize(
    ("town", "before", "back"),
    [("vasa", "2022-06-23T09:00", "2022-06-27T16:00"), ("goteborg", "2022-06-23T09:00", "2022-06-27T16:00")],
)
def test_nobody_is_reminded_on_midsummer_eve(town: str, before: str, back: str) -> None:
    stage = a_town({town: {"welfare": WELFARE}}, municipality=town)
    stage.now = here(world().packs[town], "2022-06-21T10:00")
    write(stage)
    stage.press(STAFF, NORA, "Annan dag", name="Nora")
    stage.press(STAFF, NORA, "mån 27.6", name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    [told] = until(stage, WELFARE, before, town)
    assert "Svara senast måndag 27 juni kl. 16.00." in told
    assert until(stage, WELFARE, "2022-06-27T15:59", town) == []
    assert until(stage, WELFARE, back, town) == [RELEASED]


def test_what_was_slept_through_comes_in_the_morning_and_only_what_is_still_so() -> None:
    stage = a_town()
    ask(stage)
    stage.now = here(world().packs["vasa"], "2023-09-07T22:00")
    stage.tick()
    assert count(stage, WELFARE) == 1
    assert [text.splitlines()[-1][:24] for text in until(stage, WELFARE, "2023-09-08T08:00")] == [
        "Svara senast fredag 8 se"
    ]
    slept = a_town()
    ask(slept)
    slept.now = here(world().packs["vasa"], "2023-09-09T12:00")
    slept.tick()
    assert count(slept, WELFARE) == 1
    assert until(slept, WELFARE, "2023-09-11T07:59") == []
    assert until(slept, WELFARE, "2023-09-11T08:00") == [RELEASED]


def test_two_questions_of_one_case_that_are_due_together_both_go_back() -> None:
    stage = a_town({"vasa": {"welfare": WELFARE, "integration": OFFICIAL}})
    for words in (f"Fråga en enhet {REFERENCE}", "1 och 2", "Har ni en lokal på onsdagar?"):
        stage.say(STAFF, NORA, words, name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    stage.move_clock(STARTED + timedelta(days=10))
    assert [inquiry.returned_at is not None for inquiry in stage.cases[REFERENCE].inquiries] == [True, True]
    assert (newest(stage, WELFARE).text, newest(stage, OFFICIAL).text) == (RELEASED, RELEASED)
    assert [text for text in since(stage, STAFF, 0) if text.endswith("Frågan är tillbaka hos er.")] == [
        BACK,
        BACK.replace("Välfärdstjänsterna", "Integration"),
    ]


def test_an_official_s_own_reminders_come_beside_those_of_the_office() -> None:
    stage = a_town({"vasa": {"welfare": MEMBER}})
    ask(stage)
    assert [text.splitlines()[0] for text in until(stage, MEMBER, "2023-09-07T09:00")] == [REMINDER.splitlines()[0]]


def test_a_question_among_the_navigators_goes_back_with_one_line() -> None:
    stage = a_town(NOBODY)
    at_card(stage, "Fråga en enhet")
    for words in ("1", "Har ni en lokal på onsdagar?"):
        stage.say(STAFF, NORA, words, name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    before = count(stage, STAFF)
    stage.move_clock(STARTED + timedelta(days=10))
    told = [text for text in since(stage, STAFF, before) if "onsdagar" in text or "tillbaka" in text]
    assert told == [REMINDER, BACK]


def test_the_association_is_told_whom_it_waits_for_by_the_office_s_name() -> None:
    stage = a_town()
    stage.say(MEMBER, MEMBER, "/start vasa")
    ask(stage)
    stage.say(MEMBER, MEMBER, "/status")
    assert "väntar på svar från Välfärdstjänsterna" in newest(stage, MEMBER).text
    until(stage, WELFARE, "2023-09-08T16:00")
    stage.say(MEMBER, MEMBER, "/status")
    assert "Välfärdstjänsterna" not in newest(stage, MEMBER).text


def test_who_was_shut_out_meanwhile_is_reminded_and_what_is_over_goes_back_at_once() -> None:
    stage = a_town()
    ask(stage)
    stage.shut_out(WELFARE)
    stage.let_in(WELFARE, ULLA)
    assert until(stage, WELFARE, "2023-09-07T09:00") == [REMINDER]
    stage.shut_out(STAFF)
    stage.now = here(world().packs["vasa"], "2023-09-11T10:00")
    stage.let_in(STAFF, NORA)
    assert until(stage, WELFARE, "2023-09-11T10:01") == [RELEASED]
    assert stage.cases[REFERENCE].inquiries[0].returned_at is not None


@pytest.mark.parametrize("kind", [REMINDED, SILENT])
def test_a_reminder_that_comes_behind_the_answer_says_nothing(kind: str) -> None:
    stage = a_town()
    ask(stage)
    reply(stage, "Det låter bra")
    before, chat = stage.cases[REFERENCE], WELFARE if kind == REMINDED else STAFF
    sender = Sender(chat, 0, staff="" if kind == REMINDED else "vasa", private=False, seat=Seat("vasa", "welfare"))
    subject = f"{REFERENCE}:0"
    outcome = stage.take(
        ReminderDue(sender, (Reminder(f"{subject}:x", chat, kind, subject, stage.now, "", "2023-09-08"),))
    )
    assert (outcome.replies, outcome.effects, stage.cases[REFERENCE]) == ((), (), before)


def test_a_case_that_is_no_more_is_not_spoken_of() -> None:
    stage = a_town()
    ask(stage)
    stage.cases.clear()
    assert until(stage, WELFARE, "2023-09-20T12:00") == []
    assert (verdicts(a_town()), CASE.inquiries) == ([], ())
