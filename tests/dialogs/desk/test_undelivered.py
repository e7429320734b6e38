"""What did not arrive is shown with its reason, and each message goes once more or is let be."""

from dialogs.conversation.effects import AddMessage, LetBe, NoteAccess, SendAgain
from dialogs.conversation.session import Outcome, Session, Undelivered
from dialogs.conversation.turn import Turn
from dialogs.desk import undelivered
from tests.stages.in_memory import STAFF, Stage, no_papers
from tests.stages.staff_answer import CASE, NOW
from tests.stages.standing import standing, verbs, world

NIKO, ANNA = 202, 101
SESSION = Session(STAFF, NIKO, "sv", "vasa", "desk")
ANSWER = Undelivered(7, "K7WM4", "Kom  på\nonsdag", reason="Bad Request: wrong", at=NOW)
ASKED = Undelivered(9, "K7WM4", "", office="welfare", doubtful=True, file=True)


def waiting(*items: Undelivered) -> Turn:
    turn = standing(SESSION, case=CASE, cases=(CASE,), staff="vasa")
    turn = turn.at(municipality="vasa")
    return Turn(turn.session, turn.event, turn.world, turn.now, turn.snapshot.but(undelivered=items), turn.places)


def text(outcome: Outcome) -> str:
    return outcome.replies[0].text


def test_each_is_shown_with_its_reason_and_two_buttons() -> None:
    outcome = undelivered.show(waiting(ANSWER, ASKED, ANSWER.but(number=11, shut_out=True)))
    assert text(outcome) == (
        "Det här har inte kommit fram, det äldsta först:\n"
        "1. K7WM4 · till föreningen · fre 1.9 kl. 09.00\n"
        '"Kom på onsdag"\n'
        "Telegram tog inte emot det och svarade: Bad Request: wrong\n"
        "2. K7WM4 · till välfärdstjänsterna\nEn fil\n"
        "Jag vet inte om det kom fram. Skickas det igen kan det komma två gånger.\n"
        '3. K7WM4 · till föreningen · fre 1.9 kl. 09.00\n"Kom på onsdag"\n'
        "Mottagaren har blockerat mig eller tagit bort chatten. Då går det inte heller nu."
    )
    sends = [f"undelivered.send K7WM4 {number}" for number in (7, 9, 11)]
    assert verbs(outcome) == [*sends, *(f"undelivered.leave K7WM4 {number}" for number in (7, 9, 11))]


def test_where_all_arrived_it_is_said() -> None:
    outcome = undelivered.show(waiting())
    assert (text(outcome), outcome.replies[0].offers) == ("Allt som vi har skickat i ärendena har kommit fram.", ())


def test_only_the_oldest_are_shown_and_others_are_told_of() -> None:
    outcome = undelivered.show(waiting(*(ANSWER.but(number=number) for number in range(6))))
    assert len(outcome.replies[0].offers) == 2 * undelivered.SHOWN
    assert text(outcome).endswith("Det finns fler. De visas när de här är klara.")


def test_what_is_done_with_one_is_noted_in_its_case_and_the_others_are_shown() -> None:
    again = undelivered.send_again(waiting(ANSWER, ASKED), CASE, "7")
    effect, noted, access = again.effects
    assert effect == SendAgain(7)
    assert isinstance(noted, AddMessage)
    assert isinstance(access, NoteAccess)
    assert (noted.message.internal, noted.message.key) == (True, "undelivered.sent_again")
    assert (access.access.act, access.access.user) == ("sent_again", NIKO)
    assert text(again).startswith("Anna skickade ett meddelande i ärende K7WM4 en gång till.\n\nDet här har inte")
    left = undelivered.let_be(waiting(ANSWER), CASE, "7")
    assert left.effects[0] == LetBe(7)
    assert text(left).startswith("Anna lät ett meddelande i ärende K7WM4 vara. Det skickas inte.\n\nAllt som")


def test_what_is_gone_or_of_another_case_is_left_alone() -> None:
    other = CASE.but(reference="P3QX9")
    for outcome in (
        undelivered.send_again(waiting(ANSWER), CASE, "8"),
        undelivered.let_be(waiting(ANSWER), other, "7"),
    ):
        assert outcome.effects == ()
        assert text(outcome).startswith("Det meddelandet väntar inte längre på något.")


def test_words_ask_for_it_in_each_language() -> None:
    asked = ("Olevererat", "toimittamatta", "not delivered")
    assert [undelivered.is_asked_for(words) for words in (*asked, "det är inte levererat än")] == [True] * 3 + [False]
    assert undelivered.typed(waiting(ANSWER), "hej") is None


def test_a_refused_answer_goes_once_more_and_arrives() -> None:
    stage = Stage(world(), NOW, render=no_papers)
    stage.cases["K7WM4"] = CASE.but(opened_at=NOW, answer_by="2023-09-08", version=1)
    stage.sessions[ANNA, ANNA] = Session(ANNA, ANNA, "sv", "vasa", greeted=True)
    stage.say(STAFF, NIKO, "/case K7WM4", name="Niko")
    stage.shut_out(ANNA, told=False)
    stage.press(STAFF, NIKO, "Svara föreningen", name="Niko")
    stage.say(STAFF, NIKO, "Kom på onsdag", name="Niko")
    stage.press(STAFF, NIKO, "Skicka", name="Niko")
    stage.shut.discard(ANNA)

    stage.say(STAFF, NIKO, "inte levererat", name="Niko")
    assert "1. K7WM4 · till föreningen" in stage.chats[STAFF][-1].text
    listed, index = stage.button(STAFF, "Skicka 1 igen")
    stage.press_at(STAFF, NIKO, listed, index, name="Niko")
    assert stage.chats[ANNA][-1].text == "Svar i ärende K7WM4 (Byalaget):\n\nKom på onsdag"
    said = [shown.text for shown in stage.chats[STAFF][-3:]]
    assert "Levererat till föreningen, ärende K7WM4." in said
    stage.press_at(STAFF, NIKO, listed, index, name="Niko")
    assert stage.chats[STAFF][-1].text.startswith("Det meddelandet väntar inte längre på något.")
    assert sum("Kom på onsdag" in shown.text for shown in stage.chats[ANNA]) == 1
