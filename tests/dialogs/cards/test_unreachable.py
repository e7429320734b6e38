"""An association that blocks Lots: the desk sees it, the owner is told once, and an answer waits until it is heard."""

from dialogs.cards.card import card
from dialogs.cards.unreachable import heard_again, noticed
from dialogs.conversation.effects import AddMessage, EraseChat, SaveCase
from dialogs.conversation.session import Outcome, Session
from dialogs.records.case import Case
from dialogs.records.case_states import CaseState
from tests.stages.in_memory import STAFF, Stage, at, no_papers
from tests.stages.staff_answer import CASE
from tests.stages.standing import standing, world

ANNA, NORA = 101, 201
NOW = at("2023-09-01T06:00")
OWNED = CASE.but(owner=NORA, owner_name="Nora", state=CaseState.CLAIMED)
AWAY = Session(ANNA, ANNA, "sv", "vasa", away=True, away_since=NOW)
LINE = "Föreningen kan inte nås här sedan fredag 1 september kl. 09.00."


def gone(session: Session, *cases: Case) -> Outcome:
    return noticed(standing(session, cases=cases))


def test_open_cases_of_who_is_away_say_so_once() -> None:
    outcome = gone(AWAY, OWNED, OWNED.but(chat=102))
    changed = OWNED.but(unreachable_since=NOW, version=1)
    saved, noted = outcome.effects
    assert saved == SaveCase(changed, 0)
    assert isinstance(noted, AddMessage)
    text = (
        "Nora, föreningen i ärende K7WM4 kan inte nås här sedan fredag 1 september. "
        "Den har blockerat mig eller tagit bort sitt konto i Telegram."
    )
    assert (noted.message.text, noted.message.internal, noted.message.author) == (text, True, "lots")
    newest, told = outcome.replies
    assert newest == card(standing(AWAY), changed, STAFF)
    assert LINE in newest.text
    assert (told.text, told.chat, told.under_card) == (text, STAFF, True)
    assert gone(AWAY, changed) == Outcome(AWAY)


def test_a_closed_case_is_marked_too_and_its_desk_is_left_in_peace() -> None:
    closed = OWNED.but(state=CaseState.CLOSED)
    outcome, changed = gone(AWAY, closed), closed.but(unreachable_since=NOW, version=1)
    assert outcome.effects[0] == SaveCase(changed, 0)
    assert outcome.replies == (card(standing(AWAY), changed, STAFF),)
    back = heard_again(standing(AWAY, cases=(changed,)), Outcome(AWAY))
    again = closed.but(version=2)
    assert (back.effects[0], back.replies) == (SaveCase(again, 1), (card(standing(AWAY), again, STAFF),))


def test_who_was_heard_meanwhile_is_not_away() -> None:
    assert gone(AWAY.heard_again(), OWNED) == Outcome(AWAY.heard_again())


def test_who_is_heard_again_is_shown_so_with_what_the_step_changed() -> None:
    known = OWNED.but(unreachable_since=NOW, version=1)
    written = known.but(written_at=NOW, version=2)
    turn = standing(AWAY, cases=(known,))
    outcome = heard_again(turn, Outcome(AWAY, effects=(SaveCase(written, 1),)))
    assert outcome.effects[1] == SaveCase(written.but(unreachable_since=None, version=3), 2)
    assert outcome.replies[-1].text == "Nora, föreningen i ärende K7WM4 kan nås här igen."
    assert heard_again(turn, Outcome(AWAY, effects=(EraseChat(ANNA),))).replies == ()
    assert heard_again(standing(AWAY, cases=(OWNED,)), Outcome(AWAY)) == Outcome(AWAY)


def test_a_blocked_answer_waits_and_goes_again_and_the_desk_sees_all_of_it() -> None:
    stage = Stage(world(), NOW, render=no_papers)
    stage.cases["K7WM4"] = OWNED.but(opened_at=NOW, answer_by="2023-09-08", version=1)
    stage.sessions[ANNA, ANNA] = Session(ANNA, ANNA, "sv", "vasa", greeted=True)
    stage.say(STAFF, NORA, "/case K7WM4", name="Nora")
    stage.shut_out(ANNA, told=False)

    def answer(text: str) -> str:
        stage.press(STAFF, NORA, "Svara föreningen", name="Nora")
        stage.say(STAFF, NORA, text, name="Nora")
        preview = stage.chats[STAFF][-1].text
        stage.press(STAFF, NORA, "Skicka", name="Nora")
        stage.tick()
        return preview

    assert "kan inte nås" not in answer("Kom på onsdag")
    told = [shown.text for shown in stage.chats[STAFF]]
    kept = "Svaret i ärende K7WM4 nådde inte föreningen. Svaret är sparat och går ut om den skriver igen."
    assert sum(kept in text for text in told) == 1
    assert sum(text.startswith("Nora, föreningen i ärende K7WM4 kan inte nås här") for text in told) == 1
    stage.say(STAFF, NORA, "/desk", name="Nora")
    assert "föreningen kan inte nås här" in stage.chats[STAFF][-1].text

    assert "Se upp: föreningen kan inte nås här sedan fredag 1 september kl. 09.00." in answer("Eller torsdag")
    told = [shown.text for shown in stage.chats[STAFF]]
    assert sum(text.startswith("Nora, föreningen i ärende K7WM4 kan inte nås här") for text in told) == 1

    stage.let_in(ANNA, ANNA)
    heard = [shown.text for shown in stage.chats[ANNA]]
    assert [text for text in heard if "onsdag" in text or "torsdag" in text] == [
        "Svar i ärende K7WM4 (Byalaget):\n\nKom på onsdag",
        "Svar i ärende K7WM4 (Byalaget):\n\nEller torsdag",
    ]
    assert "Nora, föreningen i ärende K7WM4 kan nås här igen." in [shown.text for shown in stage.chats[STAFF]]
    assert "kan inte nås" not in stage.card("K7WM4").text
