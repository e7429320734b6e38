"""What is written in a staff group: whose words are an answer, which are a note, which are talk."""

from dialogs.conversation.effects import AddMessage
from dialogs.conversation.events import Edited, Said, Unreadable
from dialogs.conversation.replies import Addressee
from dialogs.conversation.session import AnswerDraft, Outcome, Post, Snapshot
from dialogs.desk import writing
from dialogs.records.attachment import Attachment
from dialogs.records.case import CaseMessage
from dialogs.step import step
from tests.stages.staff_group import CARD, CASE, NORA, NOW, OTHER, PHOTO, SESSION, taken
from tests.stages.standing import STAFF, standing, world


def test_words_that_name_another_case_are_still_the_answer_that_is_being_written() -> None:
    outcome = taken(Said(NORA, "Se också vad vi skrev om C8RV2", 9), case=OTHER)
    assert outcome.session.drafts == {"K7WM4": AnswerDraft("d2", "Se också vad vi skrev om C8RV2", messages=(9,))}


def test_a_file_that_is_sent_while_answering_is_a_part_of_the_answer() -> None:
    alone = taken(Unreadable(NORA, "photo", 9, PHOTO))
    assert alone.session.drafts == {"K7WM4": AnswerDraft("d2", "", (PHOTO,))}
    captioned = taken(Said(NORA, "Stadens anvisning", 9, PHOTO))
    assert captioned.session.drafts == {"K7WM4": AnswerDraft("d2", "Stadens anvisning", (PHOTO,), messages=(9,))}
    assert captioned.replies[0].attachment == PHOTO


def test_a_reply_to_ones_own_question_is_the_answer_and_to_a_colleague_s_a_note() -> None:
    own, colleague = Addressee(201, "Nora"), Addressee(202, "Niko")
    reply = Said(NORA.but(reply_to=8), "Kom på onsdag", 9)
    moved = SESSION.but(case="C8RV2", drafts={**SESSION.drafts, "C8RV2": AnswerDraft("d0")})
    answer = taken(reply, moved, post=Post("K7WM4", (), own))
    assert answer.session.drafts["K7WM4"] == AnswerDraft("d2", "Kom på onsdag", messages=(9,))
    note = taken(reply, moved, post=Post("K7WM4", (), colleague))
    said = CaseMessage("navigator", "Kom på onsdag", NOW, internal=True, name="Nora")
    assert (note.session.drafts, note.effects) == (moved.drafts, (AddMessage("K7WM4", said),))


def test_words_that_follow_at_once_join_those_of_the_same_answer_and_no_others() -> None:
    first, second = Said(NORA, "Kom på onsdag", 9, at=NOW), Said(NORA, "klockan tio", 10, at=NOW)
    both = taken(second, taken(first).session)
    assert both.session.drafts == {"K7WM4": AnswerDraft("d2", "Kom på onsdag\nklockan tio", messages=(9, 10))}
    moved = SESSION.but(case="C8RV2", drafts={**SESSION.drafts, "C8RV2": AnswerDraft("d0")})
    own, colleague = (Post("K7WM4", (), Addressee(user, "")) for user in (201, 202))
    replied = first.but(sender=NORA.but(reply_to=8))
    answer = taken(replied, moved, post=own)
    assert taken(second, answer.session).session.drafts["K7WM4"].text == "Kom på onsdag\nklockan tio"
    note = taken(replied, moved, post=colleague)
    assert taken(second, note.session, case=OTHER).session.drafts["C8RV2"].text == "klockan tio"


def test_a_file_with_words_joins_the_answer_in_hand_and_takes_nothing_away() -> None:
    written = taken(Said(NORA, "Kom på onsdag", 9, at=NOW))
    plan = Attachment("document", "file-2", "ohje.pdf")
    both = taken(Said(NORA, "Stadens anvisning", 11, plan, at=NOW), written.session)
    whole = "Kom på onsdag\n\nStadens anvisning"
    assert both.session.drafts == {"K7WM4": AnswerDraft("d2", whole, (plan,), messages=(9, 11))}
    assert whole in both.replies[0].text
    assert both.replies[0].attachment == plan
    more = taken(Said(NORA, "klockan tio", 12, at=NOW), both.session)
    assert more.session.drafts["K7WM4"] == AnswerDraft("d2", f"{whole}\nklockan tio", (plan,), messages=(9, 11, 12))
    changed = taken(Edited(NORA, "Statens anvisning", 11), both.session)
    assert changed.session.drafts == both.session.drafts
    assert "Ändringen går inte med" in changed.replies[0].text


def test_beside_a_preview_plain_words_are_talk_and_a_reply_to_it_is_the_answer() -> None:
    shown = taken(Said(NORA, "Kom på onsdag", 9, at=NOW)).session
    talk = Said(NORA, "någon som vet om bygdegården har hiss?", 20, at=NOW)
    heard = taken(talk, shown)
    assert (heard.session, heard.replies, heard.effects) == (shown.but(heard=None), (), ())
    preview = Post("K7WM4", (), Addressee(201, "Nora"))
    replied = taken(talk.but(sender=NORA.but(reply_to=10), text="Kom på torsdag"), heard.session, post=preview)
    assert replied.session.drafts == {"K7WM4": AnswerDraft("d2", "Kom på torsdag", messages=(20,))}
    noted = taken(talk.but(sender=NORA.but(reply_to=8)), shown, post=CARD)
    assert noted.session.drafts == shown.drafts
    assert [type(effect) for effect in noted.effects] == [AddMessage]
    edited = taken(Edited(NORA, "Kom på fredag", 9), heard.session)
    assert edited.session.drafts == {"K7WM4": AnswerDraft("d2", "Kom på fredag", messages=(9,))}


def test_who_changes_words_that_were_sent_is_told_so() -> None:
    shown = taken(Said(NORA, "Kom på onsdag", 9)).session
    sent = taken(Said(NORA, "skicka", 11), shown)
    assert sent.session.drafts == {}
    told = taken(Edited(NORA, "Kom på torsdag", 9), sent.session)
    assert told.effects == ()
    assert told.replies[0].text.startswith("Nora, svaret är redan skickat. Ändringen går inte med.")
    assert taken(Edited(NORA, "hejsan", 4), sent.session).replies == ()


def test_a_change_of_the_words_in_hand_is_previewed_and_one_that_comes_too_late_is_told() -> None:
    written = taken(Said(NORA, "Kom på onsdag", 9))
    edit = Edited(NORA, "Kom på torsdag", 9)
    again = taken(edit, written.session)
    assert again.session.drafts == {"K7WM4": AnswerDraft("d2", "Kom på torsdag", messages=(9,))}
    assert "Kom på torsdag" in again.replies[0].text
    late = taken(edit, written.session.but(place="desk", case="", drafts={}))
    assert late.effects == ()
    assert late.replies[0].text == (
        "Nora, du ändrade ett meddelande som hörde till ett svar. Ändringen går inte med. "
        "Skriv ett nytt svar om något ska rättas."
    )
    assert taken(Edited(NORA, "vi ses", 4), written.session) == Outcome(written.session)


def test_an_answer_to_who_has_erased_the_chat_is_dropped_when_its_writer_is_next_heard() -> None:
    gone = CASE.but(chat=0)
    session = SESSION.but(place="desk.preview", drafts={"K7WM4": AnswerDraft("d1", "Kom på onsdag")})
    snapshot = Snapshot(cases=(gone,), case=gone, staff={"vasa": STAFF})
    heard = step(session, Said(NORA, "hej alla", 9), world(), NOW, snapshot)
    assert heard == Outcome(session.but(place="desk", case="", drafts={}))
    last = session.but(drafts={"K7WM4": AnswerDraft("d1", "Vi ringde", closing=True)})
    assert step(last, Said(NORA, "hej alla", 9), world(), NOW, snapshot).session == last


def test_a_note_keeps_its_file() -> None:
    turn = standing(SESSION, case=CASE, staff="vasa")
    outcome = writing.keep_note(turn, CASE, "", PHOTO)
    said = CaseMessage("navigator", "", NOW, internal=True, name="Anna", attachment=PHOTO)
    assert outcome.effects == (AddMessage("K7WM4", said),)
