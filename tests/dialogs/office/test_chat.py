"""The chat of an office: who may answer there, its commands, its language, and what is none of its business."""

import pytest

from dialogs.conversation.events import Chose, Returned, Said, Seat, Sender
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Outcome, Post, Session, Snapshot, Standing
from dialogs.records.offices.inquiry import Inquiry
from dialogs.step import step
from tests.stages.asked_offices import (
    CASE,
    CULTURE,
    NORA,
    OFFICES,
    OFFICIAL,
    PER,
    QUESTION,
    REFERENCE,
    STARTED,
    TAKE,
    ULLA,
    WELFARE,
    a_town,
    ask,
    count,
    labels,
    newest,
    question,
    since,
    verdicts,
)
from tests.stages.in_memory import STAFF
from tests.stages.standing import world

SEAT = Seat("vasa", "welfare")
AT_OFFICE = Sender(WELFARE, ULLA, "Ulla", "sv", private=False, seat=SEAT)
ASKED = CASE.but(inquiries=(Inquiry("welfare", QUESTION, STARTED, "2023-09-08"),))
POST = Post(REFERENCE, (Offer(TAKE, Action("inquiry.take", f"{REFERENCE} 0")),))


def pressed(sender: Sender = AT_OFFICE, post: Post | None = POST, standing: Standing = Standing.MEMBER) -> Outcome:
    """What a press of the first button of a question comes to."""
    event = Chose(sender, 0, 0, 7, pushed=True, label=TAKE, heading=f"Fråga i ärende {REFERENCE} · Onsdagsköket")
    snapshot = Snapshot("W9FG3", "d2", case=ASKED, post=post, staff={"vasa": STAFF}, standing=standing)
    return step(Session(sender.chat, sender.user), event, world(), STARTED, snapshot)


def test_a_member_s_press_counts() -> None:
    assert pressed().effects != ()


@pytest.mark.parametrize("standing", [Standing.STRANGER, Standing.UNKNOWN])
def test_nobody_else_s_does(standing: Standing) -> None:
    outcome = pressed(standing=standing)
    assert (outcome.effects, len(outcome.replies)) == ((), 1)
    assert "Inget har ändrats." in outcome.replies[0].text


@pytest.mark.parametrize(
    "action",
    [
        Action("inquiry.take", f"{REFERENCE} 1"),
        Action("inquiry.take", f"{REFERENCE} -1"),
        Action("inquiry.take", f"{REFERENCE} ²"),
        Action("inquiry.take", REFERENCE),
        Action("inquiry.take", "C8RV2 0"),
        Action("inquiry.take", ""),
        Action("desk.claim", REFERENCE),
        Action("desk.send", f"{REFERENCE} d1"),
        Action("case.withdrawn", REFERENCE),
        Action("inquiry.speak", "eo"),
    ],
)
def test_a_button_that_means_nothing_there_is_answered_and_changes_nothing(action: Action) -> None:
    outcome = pressed(post=Post(REFERENCE, (Offer(TAKE, action),)))
    assert (outcome.effects, outcome.replies[0].text) == (
        (),
        "Ulla, den knappen gäller inte här nu. Inget har ändrats.",
    )


def test_the_chat_of_another_office_or_another_town_cannot_answer() -> None:
    for seat in (Seat("vasa", "integration"), Seat("vaxjo", "welfare")):
        outcome = pressed(AT_OFFICE.but(seat=seat))
        assert (outcome.effects, len(outcome.replies)) == ((), 1)
    assert pressed(AT_OFFICE.but(seat=Seat("atlantis", "welfare"))).effects == ()
    assert pressed(AT_OFFICE.but(seat=None)).effects == ()


def test_a_press_below_a_message_that_is_not_remembered_is_known_by_its_first_line() -> None:
    assert pressed(post=None).effects == pressed().effects


def test_who_hides_their_name_is_told_how_to_answer_and_talk_is_left_alone() -> None:
    hidden = AT_OFFICE.but(nameless=True)
    outcome = pressed(hidden)
    assert (outcome.effects, outcome.replies[0].text.startswith("Du skriver som gruppen")) == ((), True)
    talk = step(Session(WELFARE, ULLA), Said(hidden, "hej", 8), world(), STARTED, Snapshot())
    assert (talk.replies, talk.effects) == ((), ())


def test_talk_in_the_office_is_its_own_also_when_it_names_a_case() -> None:
    stage = a_town()
    ask(stage)
    before = count(stage, WELFARE)
    for words in ("Ska vi äta lunch?", f"Har någon sett {REFERENCE}?", "vi tar det", f"{REFERENCE}"):
        stage.say(WELFARE, ULLA, words, name="Ulla")
    stage.send_thing(WELFARE, ULLA, "sticker")
    assert (since(stage, WELFARE, before), verdicts(stage)) == ([], [""])


def test_the_words_of_a_button_with_the_reference_are_a_press() -> None:
    stage = a_town()
    ask(stage)
    stage.say(WELFARE, ULLA, f"vi tar det {REFERENCE.lower()}", name="Ulla")
    assert verdicts(stage) == ["taken"]


def test_another_office_types_in_vain() -> None:
    stage = a_town(OFFICES)
    stage.cases[REFERENCE] = ASKED
    stage.say(CULTURE, PER, f"vi tar det {REFERENCE}", name="Per")
    assert (verdicts(stage), count(stage, CULTURE)) == ([""], 0)


def test_the_questions_that_wait_come_again_the_next_day_first() -> None:
    stage = a_town()
    later = Inquiry("welfare", "Senare?", STARTED, "2023-09-15")
    elsewhere = later.but(office="integration")
    answered = later.but(answered_at=STARTED)
    stage.cases[REFERENCE] = CASE.but(inquiries=(later, elsewhere, answered))
    stage.cases["C8RV2"] = ASKED.but(reference="C8RV2")
    stage.say(WELFARE, ULLA, "/questions", name="Ulla")
    told, first, second = stage.chats[WELFARE]
    assert told.text == "Frågor som väntar på er: 2."
    assert ("C8RV2" in first.text, "Senare?" in second.text) == (True, True)
    stage.press_at(WELFARE, ULLA, first, 0, name="Ulla")
    assert stage.cases["C8RV2"].inquiries[0].verdict == "taken"


def test_where_nothing_waits_that_is_said() -> None:
    stage = a_town()
    stage.say(WELFARE, ULLA, "/questions", name="Ulla")
    assert [shown.text for shown in stage.chats[WELFARE]] == ["Ingen fråga väntar på er."]


def test_many_questions_do_not_fill_the_screen() -> None:
    stage = a_town(case=CASE.but(inquiries=ASKED.inquiries * 7))
    stage.say(WELFARE, ULLA, "/questions", name="Ulla")
    assert (count(stage, WELFARE), stage.chats[WELFARE][0].text) == (
        6,
        "Frågor som väntar på er: 7. Här är de 5 som ska besvaras först.",
    )


def test_who_lets_lots_in_again_sees_what_waits() -> None:
    stage = a_town()
    stage.shut_out(WELFARE)
    stage.cases[REFERENCE] = ASKED
    stage.let_in(WELFARE, ULLA)
    assert question(stage, WELFARE).text.startswith(f"Fråga i ärende {REFERENCE}")
    silent = a_town()
    silent.let_in(WELFARE, ULLA)
    assert count(silent, WELFARE) == 0


@pytest.mark.parametrize("command", ["/help", "/start", "/desk", "/something"])
def test_any_other_command_tells_what_the_chat_is_for(command: str) -> None:
    stage = a_town()
    stage.say(WELFARE, ULLA, command, name="Ulla")
    assert f"Chattens nummer är {WELFARE}." in newest(stage, WELFARE).text


def test_an_office_speaks_the_language_of_its_pack_until_it_chooses_another_for_all() -> None:
    stage = a_town()
    stage.say(WELFARE, ULLA, "/language", name="Ulla", code="fi")
    assert labels(newest(stage, WELFARE)) == ["Svenska", "Suomeksi", "In English"]
    stage.press(WELFARE, ULLA, "Suomeksi", name="Ulla", code="fi")
    assert newest(stage, WELFARE).text == "Puhun nyt suomea tässä keskustelussa."
    stage.say(STAFF, NORA, f"Fråga en enhet {REFERENCE}", name="Nora")
    stage.say(STAFF, NORA, QUESTION, name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert labels(newest(stage, WELFARE)) == ["Otamme sen", "Ei meidän, koska …", "Kysymme ensin"]
    stage.press(WELFARE, PER, "Otamme sen", name="Per")
    assert newest(stage, WELFARE).text.startswith("Kiitos, Per.")
    assert newest(stage, STAFF).text == "Välfärdstjänsterna (Per) tar ärende K7WM4."
    stage.say(WELFARE, PER, "/language in english", name="Per")
    stage.say(WELFARE, ULLA, "/questions", name="Ulla")
    assert newest(stage, WELFARE).text == "No question waits for you."


def test_a_language_can_be_typed_below_its_question() -> None:
    stage = a_town()
    stage.say(WELFARE, ULLA, "/language", name="Ulla")
    stage.say(WELFARE, ULLA, "In English", name="Ulla", reply_to=newest(stage, WELFARE).number)
    assert newest(stage, WELFARE).text == "I now speak English in this chat."


def test_the_private_chat_of_an_official_is_their_own_but_for_questions() -> None:
    stage = a_town({"vasa": {"welfare": OFFICIAL}})
    stage.say(OFFICIAL, OFFICIAL, "/help", name="Olof")
    assert "Chattens nummer" not in newest(stage, OFFICIAL).text
    ask(stage)
    stage.press(OFFICIAL, OFFICIAL, TAKE, name="Olof")
    assert verdicts(stage) == ["taken"]


def test_a_return_without_questions_says_nothing() -> None:
    outcome = step(Session(WELFARE, ULLA), Returned(AT_OFFICE), world(), STARTED, Snapshot())
    assert (outcome.replies, outcome.effects) == ((), ())
