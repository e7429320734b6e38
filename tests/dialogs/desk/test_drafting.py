"""An answer under way: it belongs to its writer and its buttons to its wording, and only an open case takes one."""

from datetime import timedelta

from dialogs.conversation.events import Said, Sender
from dialogs.conversation.replies import Action, Addressee
from dialogs.conversation.session import AnswerDraft
from dialogs.desk import drafting, sending
from tests.dialogs.case.a_case import relayed, with_case
from tests.stages.staff_answer import CASE, DRAFT, PHOTO, SESSION, WRITE_BACK
from tests.stages.standing import STAFF, standing


def test_a_preview_belongs_to_its_writer_and_its_buttons_to_its_wording() -> None:
    turn = standing(SESSION.but(place="desk.write", drafts={"K7WM4": AnswerDraft("d1")}), case=CASE, staff="vasa")
    outcome = drafting.drafted(turn, CASE, "Kom på onsdag")
    [shown] = outcome.replies
    assert (shown.about, shown.whom) == ("K7WM4", Addressee(201, "Anna"))
    assert [offer.action for offer in shown.offers] == [
        Action(f"desk.{verb}", "K7WM4 p9") for verb in ("send", "change", "cancel")
    ]
    assert outcome.session.drafts == {"K7WM4": AnswerDraft("p9", "Kom på onsdag", messages=(1,))}


def test_an_older_wording_is_never_sent_changed_or_dropped() -> None:
    turn = standing(SESSION, case=CASE, staff="vasa")
    for act in (sending.send, drafting.change, drafting.cancel):
        outcome = act(turn, CASE, "d0")
        assert (outcome.session, outcome.effects) == (turn.session, ())
        assert "har ändrats sedan dess. Inget har skickats" in outcome.replies[0].text


def test_dropping_one_draft_leaves_the_one_under_way_where_it_is() -> None:
    other = AnswerDraft("d2", "Vi ringer")
    session = SESSION.but(case="C8RV2", drafts={"K7WM4": DRAFT, "C8RV2": other}, offers=WRITE_BACK)
    outcome = drafting.cancel(standing(session, case=CASE, staff="vasa"), CASE, "d1")
    assert outcome.session == session.but(drafts={"C8RV2": other})


def test_a_file_alone_is_an_answer_but_no_last_word() -> None:
    writing = SESSION.but(place="desk.write", drafts={"K7WM4": AnswerDraft("d1")})
    alone = drafting.drafted(standing(writing, case=CASE, staff="vasa"), CASE, "", PHOTO)
    assert alone.session.place == "desk.preview"
    closing = writing.but(drafts={"K7WM4": AnswerDraft("d1", closing=True)})
    asked = drafting.drafted(standing(closing, case=CASE, staff="vasa"), CASE, "", PHOTO)
    assert asked.replies[0].text == "Skriv svaret i ärende K7WM4 med ord."
    assert asked.session.drafts["K7WM4"].files == (PHOTO,)


def test_who_has_erased_the_chat_is_not_written_to() -> None:
    gone = CASE.but(chat=0)
    turn = standing(SESSION, case=gone, staff="vasa")
    for outcome in (
        drafting.begin(turn, gone),
        drafting.drafted(turn, gone, "Hej"),
        sending.send(turn, gone, "d1"),
    ):
        assert (outcome.session.drafts, outcome.session.place, outcome.effects) == ({}, "desk", ())
        [told] = outcome.replies
        assert "har raderat chatten" in told.text
        assert told.chat is None


def test_a_long_answer_that_was_sent_is_no_beginning_of_the_next() -> None:
    chat = with_case()
    navigator = Sender(STAFF, 7, "Eva", "sv", staff="vasa", private=False)
    answers = ["Kom på onsdag. " * 265, "Andra svaret"]
    for second, words in enumerate(answers):
        card = chat.stage.card("K7WM4")
        index = [offer.label for offer in card.offers].index("Svara föreningen")
        chat.stage.press_at(STAFF, 7, card, index, name="Eva")
        sent = chat.stage.now + timedelta(seconds=4 * second)
        chat.stage.take(Said(navigator, words.strip(), chat.stage.next_number(), at=sent))
        chat.stage.press(STAFF, 7, "Skicka", name="Eva")
    assert relayed(chat) == [words.strip() for words in answers]
