"""Changed words of an answer that was sent: asked about once, or told that they changed nothing."""

from dialogs.answering import correcting
from dialogs.conversation.events import Edited
from dialogs.conversation.session import AnswerDraft, AtDesk, Outcome, Session
from tests.dialogs.answering.test_canned import CASE, at_desk
from tests.stages.standing import STAFF

SENT = Session(STAFF, 201, "sv", "vasa", "desk", desk=AtDesk(sent=(7,), sent_to={"7": "K7WM4"}))


def changed(text: str = "Vi ses på tisdag.", message: int = 7, session: Session = SENT, state: str = "") -> Outcome:
    case = CASE.but(state=type(CASE.state)(state)) if state else CASE
    turn = at_desk(session, case)
    return correcting.changed(turn, Edited(turn.event.sender, text, message))


def test_whoever_changes_sent_words_is_asked_whether_they_go_once_more() -> None:
    outcome = changed()
    draft = outcome.session.drafts["K7WM4"]
    assert (draft.text, draft.corrects, draft.messages) == ("Vi ses på tisdag.", True, (7,))
    assert (outcome.session.place, outcome.session.offers[0].label) == ("desk.preview", "Skicka")
    assert any("Vi ses på tisdag." in reply.text for reply in outcome.replies)


def test_words_that_cannot_go_change_nothing() -> None:
    under_way = SENT.but(drafts={"K7WM4": AnswerDraft("d0", "Hej")})
    said = [changed(message=8), changed(text=""), changed(state="closed"), changed(session=under_way)]
    assert len({reply.text for outcome in said for reply in outcome.replies}) == 1
    assert [outcome.session.drafts for outcome in said] == [{}, {}, {}, under_way.drafts]


def test_it_is_remembered_where_the_last_messages_went() -> None:
    turn = at_desk(SENT.but(desk=SENT.desk.but(sent=(7, 9))))
    assert correcting.sent_to(turn, "P3QX9", AnswerDraft("d2", messages=(9,))) == {"7": "K7WM4", "9": "P3QX9"}
    forgotten = at_desk(SENT.but(desk=SENT.desk.but(sent=(9,))))
    assert correcting.sent_to(forgotten, "P3QX9", AnswerDraft("d2", messages=(9,))) == {"9": "P3QX9"}
