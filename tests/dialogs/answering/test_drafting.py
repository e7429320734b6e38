"""An answer under way: it belongs to its writer and its buttons to its wording, and only an open case takes one."""

from dataclasses import replace
from datetime import timedelta

from dialogs.answering import drafting, sending
from dialogs.conversation.effects import AddMessage
from dialogs.conversation.events import Edited, Said, Sender
from dialogs.conversation.replies import Action, Addressee
from dialogs.conversation.session import AnswerDraft
from dialogs.desk import writing
from dialogs.records.case import CaseMessage
from dialogs.records.run import Run
from tests.dialogs.case.a_case import relayed, with_case
from tests.stages.staff_answer import CASE, DRAFT, NOW, PHOTO, SESSION, WRITE_BACK, to_association
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


BOLD = (Run("Kom "), Run("på onsdag", ("b",)))


def test_the_marks_of_a_navigator_are_seen_in_the_preview_and_reach_the_association() -> None:
    turn = standing(SESSION.but(place="desk.write", drafts={"K7WM4": AnswerDraft("d1")}), case=CASE, staff="vasa")
    turn = replace(turn, event=turn.event.but(text="Kom på onsdag", formatted=BOLD))
    shown = drafting.drafted(turn, CASE, "Kom på onsdag")
    as_it_arrives = "Svar i ärende K7WM4 (Byalaget):\n\nKom <b>på onsdag</b>"
    assert shown.replies[0].text == f"Anna, så här ser föreningen det. Ärende K7WM4:\n\n{as_it_arrives}"
    sent = sending.send(standing(shown.session, case=CASE, staff="vasa"), CASE, "p9")
    assert [reply.text for reply in to_association(sent.replies)] == [as_it_arrives]
    said = CaseMessage("navigator", "Kom på onsdag", NOW, name="Anna", formatted=BOLD)
    assert AddMessage("K7WM4", said) in sent.effects


def test_words_that_join_or_stand_for_others_bring_their_own_marks() -> None:
    begun = AnswerDraft("d1", "Kom på onsdag", formatted=BOLD)
    turn = standing(SESSION.but(drafts={"K7WM4": begun}), case=CASE, staff="vasa")
    file = drafting.drafted(turn, CASE, "Karta", PHOTO).session.drafts["K7WM4"]
    assert (file.text, file.formatted) == ("Kom på onsdag\n\nKarta", (*BOLD, Run("\n\n"), Run("Karta")))
    instead = drafting.drafted(turn, CASE, "Kom på torsdag").session.drafts["K7WM4"]
    assert (instead.text, instead.formatted) == ("Kom på torsdag", ())


def test_a_draft_that_cannot_be_sent_is_given_back_with_its_marks() -> None:
    ended = CASE.but(state="closed")
    session = SESSION.but(drafts={"K7WM4": AnswerDraft("d1", "Kom på onsdag", formatted=BOLD)})
    told = sending.send(standing(session, case=ended, staff="vasa"), ended, "d1").replies[0].text
    assert told.endswith("Det här var ditt utkast:\n\nKom <b>på onsdag</b>")


def test_the_marks_of_a_text_that_the_client_cut_stay_on_both_pieces() -> None:
    chat = with_case()
    navigator = Sender(STAFF, 7, "Eva", "sv", staff="vasa", private=False)
    chat.stage.press(STAFF, 7, "Svara föreningen", name="Eva")
    first, number = "Kom på onsdag " * 285, chat.stage.next_number()
    pieces = ((first, ()), ("klockan sex", (Run("klockan sex", ("i",)),)))
    for second, (words, runs) in enumerate(pieces):
        sent = chat.stage.now + timedelta(seconds=second)
        chat.stage.take(Said(navigator, words, number + second, at=sent, formatted=runs))
    draft = chat.stage.sessions[STAFF, 7].drafts["K7WM4"]
    assert draft.formatted == (Run(first), Run("\n"), Run("klockan sex", ("i",)))
    assert draft.text == "".join(run.text for run in draft.formatted)


def test_a_changed_message_changes_the_marks_of_its_draft() -> None:
    session = SESSION.but(drafts={"K7WM4": AnswerDraft("d1", "Kom på onsdag", messages=(1,), formatted=BOLD)})
    turn = standing(session, case=CASE, cases=(CASE,), staff="vasa")
    edit = Edited(turn.event.sender, "Kom på onsdag", 1, (Run("Kom på onsdag", ("code",)),))
    changed = writing.edited(replace(turn, event=edit), edit)
    assert changed.replies[0].text.endswith("<code>Kom på onsdag</code>")
