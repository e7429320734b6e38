"""What went wrong in other helpdesks and relays between a person and a desk, and must not here.

Rows 8 to 12 of the list of failures; more of 12, and 13, stand in `tests/dialogs/rhythm/test_failures.py`. What only
shows with a real server, a restart and topics, stands in `test_both_ways.py` and `tests/journeys/topics/`.
"""

import pytest

from bot.telegram.translate import BotIdentity, translate
from dialogs.records.attachment import Attachment
from dialogs.records.case_states import CaseState
from tests.dialogs.case.a_case import SENT, answered_by_the_desk, relayed, with_case, with_two_cases
from tests.stages.in_memory import STAFF
from tests.stages.moments import MEMBER, NEED, Chat

UNBALANCED = "Kom *på onsdag_ [kl. 18](inte <b>senare & ta `allt` med"


def test_failure_8_an_answer_with_unbalanced_marks_is_delivered_as_it_was_typed() -> None:
    """Row 8: staff replies were lost where their Markdown did not close (microsoft/agent-framework #6956)."""
    chat = with_case()
    answered_by_the_desk(chat, UNBALANCED)
    assert UNBALANCED in chat.last()
    assert "Levererat till föreningen" in chat.last(STAFF)


def test_failure_8_an_answer_finds_its_person_though_the_message_tells_no_sender() -> None:
    """Row 8: relays that answer whoever a message was forwarded from lose those who hide (ohld #5)."""
    chat = with_case("[Skriv till kontaktpersonen]", "När börjar det?")
    shown = next(one for one in reversed(chat.stage.chats[STAFF]) if "När börjar det?" in one.text)
    chat.stage.say(STAFF, 7, "Svara föreningen", name="Eva", reply_to=shown.number)
    chat.stage.say(STAFF, 7, "På onsdag.", name="Eva")
    chat.stage.press(STAFF, 7, "Skicka", name="Eva")
    assert chat.last().endswith("På onsdag.")


def test_failure_9_who_blocked_the_bot_is_told_of_once_and_written_to_no_more() -> None:
    """Row 9: a person who blocked the bot filled the log (python-telegram-bot #2484)."""
    chat = with_case()
    chat.stage.shut_out(MEMBER, told=False)
    answered_by_the_desk(chat, "Kom på onsdag")
    assert chat.last(STAFF).startswith("Svaret i ärende K7WM4 nådde inte föreningen.")
    chat.stage.tick()  # the owner is told that nobody can be reached there
    told = len(chat.desk())
    chat.stage.now = chat.stage.now.replace(hour=12)
    chat.stage.tick()
    chat.stage.tick()
    assert (len(chat.desk()), chat.stage.outbox) == (told, {})


def test_failure_10_the_second_matter_of_a_person_is_a_case_of_its_own() -> None:
    """Row 10: a second matter landed in the first case (zammad #5275, FreeScout #3870)."""
    chat = with_two_cases()
    first, second = chat.stage.cases.values()
    assert (first.reference, second.reference, first.chat, second.chat) == ("K7WM4", "P3QX9", MEMBER, MEMBER)
    answered_by_the_desk(chat, "Om det första", number=0)
    answered_by_the_desk(chat, "Om det andra", number=1)
    about = {"K7WM4": "Om det första", "P3QX9": "Om det andra"}
    for words in about.values():
        answer = next(one for one in chat.stage.chats[MEMBER] if one.text.endswith(words))
        chat.send(f"Svar: {words}", reply_to=answer.number)
    assert {name: relayed(chat, name) for name in about} == {
        name: [words, f"Svar: {words}"] for name, words in about.items()
    }


def test_failure_10_words_after_the_end_open_the_case_again() -> None:
    """Row 10: a message after closing was lost (bostrot #19)."""
    chat = with_case()
    chat.stage.say(STAFF, 7, "avsluta med svar K7WM4", name="Eva")
    chat.stage.say(STAFF, 7, "Tack, vi går inte vidare.", name="Eva")
    chat.stage.press(STAFF, 7, "Skicka", name="Eva")
    assert chat.stage.cases["K7WM4"].state is CaseState.CLOSED
    answer = chat.stage.chats[MEMBER][-1].number
    chat.send("Vi har en ny lokal.", reply_to=answer)
    assert chat.stage.cases["K7WM4"].state in (CaseState.NEW, CaseState.CLAIMED)
    assert relayed(chat)[-1] == "Vi har en ny lokal."
    assert "Vi har en ny lokal." in "\n".join(chat.desk()[-2:])


@pytest.mark.parametrize(("command", "heard"), [("/desk@lots_bot", True), ("/desk@other_bot", False), ("/desk", True)])
def test_failure_10_a_command_for_another_bot_is_that_bots(command: str, heard: bool) -> None:
    """Row 10: two bots in one group mixed their conversations (zammad #2379)."""
    person = {"id": 7, "is_bot": False, "first_name": "Eva"}
    message = {"message_id": 5, "date": 1, "chat": {"id": STAFF, "type": "supergroup"}, "from": person, "text": command}
    event = translate({"update_id": 1, "message": message}, BotIdentity("lots_bot", {STAFF: "vasa"}))
    assert (event is not None) is heard


def test_failure_11_a_first_message_that_is_a_picture_is_answered_and_what_it_says_is_taken() -> None:
    """Row 11: a first message that was only a picture created nothing, and nobody was told (zammad #774)."""
    chat = Chat()
    chat.show("photo", "a")
    assert chat.last().startswith("Bilden kan jag inte läsa här, så den är inte sparad.")
    chat.show("photo", "b", caption=NEED)
    assert "Ensamhet" in "\n".join(shown.text for shown in chat.stage.chats[MEMBER])
    chat.walk(*SENT[1:])
    chat.walk("[Skriv till kontaktpersonen]")
    chat.show("photo", "c")
    assert chat.stage.cases["K7WM4"].messages[-1].attachment == Attachment("photo", "c")


def test_failure_12_of_two_who_answer_at_once_the_second_sees_the_first_answer_before_theirs_goes() -> None:
    """Row 12: two agents answered at once, and neither knew (Chatwoot #12079)."""
    chat = with_case()
    for user, name, words in ((7, "Eva", "Kom på onsdag"), (8, "Olle", "Kom på fredag")):
        chat.stage.say(STAFF, user, "svara föreningen K7WM4", name=name)
        chat.stage.say(STAFF, user, words, name=name)
    chat.stage.say(STAFF, 7, "skicka", name="Eva")
    chat.stage.say(STAFF, 8, "skicka", name="Olle")
    assert chat.last().endswith("Kom på onsdag")
    assert "Olle, inget har skickats än." in chat.last(STAFF)
    assert "Eva svarade föreningen" in chat.last(STAFF)
    chat.stage.press(STAFF, 8, "Skicka ändå", name="Olle")
    assert chat.last().endswith("Kom på fredag")
