"""What is written in a staff group: whose words are an answer, which are a note, which are talk."""

from collections.abc import Callable

import pytest

from dialogs.conversation.effects import AddMessage, NoteAccess, SaveCase
from dialogs.conversation.events import FORGED, Commanded, Edited, Said, Unreadable
from dialogs.conversation.replies import Addressee
from dialogs.conversation.session import AnswerDraft, Outcome, Post, Session, Snapshot
from dialogs.desk import writing
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_states import CaseAct, CaseState
from dialogs.records.for_a_time.access import Access
from dialogs.records.thread import Topics
from dialogs.step import step
from tests.stages.staff_group import CARD, CASE, NORA, NOW, OTHER, PHOTO, SESSION, taken
from tests.stages.standing import STAFF, standing, world

NOTED = NoteAccess(Access(NOW, "K7WM4", 201, CaseAct.NOTE))


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
    said = CaseMessage("navigator", "Kom på onsdag", NOW, internal=True, name="Nora", message=9)
    assert (note.session.drafts, note.effects) == (moved.drafts, (NOTED, AddMessage("K7WM4", said)))


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
    assert [type(effect) for effect in noted.effects] == [NoteAccess, AddMessage]
    edited = taken(Edited(NORA, "Kom på fredag", 9), heard.session)
    assert edited.session.drafts == {"K7WM4": AnswerDraft("d2", "Kom på fredag", messages=(9,))}


def test_who_changes_words_that_were_sent_may_send_them_once_more() -> None:
    shown = taken(Said(NORA, "Kom på onsdag", 9)).session
    sent = taken(Said(NORA, "skicka", 11), shown)
    assert (sent.session.drafts, sent.session.desk.sent_to) == ({}, {"9": "K7WM4"})
    asked = taken(Edited(NORA, "Kom på torsdag", 9), sent.session)
    assert asked.effects == ()
    assert asked.replies[0].text.startswith(
        "Nora, du ändrade ett svar som är skickat i ärende K7WM4. Föreningen har det som det var."
    )
    assert asked.replies[0].text.endswith("Rättat svar i ärende K7WM4 (Byalaget):\n\nKom på torsdag")
    again = taken(Said(NORA, "skicka", 12), asked.session)
    assert [reply.text for reply in again.replies if reply.chat == 101] == [
        "Rättat svar i ärende K7WM4 (Byalaget):\n\nKom på torsdag"
    ]
    assert taken(Edited(NORA, "hejsan", 4), sent.session).replies == ()


@pytest.mark.parametrize(
    "hindered",
    [
        lambda sent: (sent, CASE.but(state=CaseState.CLOSED)),
        lambda sent: (sent, CASE.but(chat=0)),
        lambda sent: (sent, OTHER),
        lambda sent: (sent.but(drafts={"K7WM4": AnswerDraft("d7", "Nytt")}), CASE),
        lambda sent: (sent.but(desk=sent.desk.but(sent_to={})), CASE),
    ],
)
def test_where_they_cannot_be_sent_again_that_is_said_and_nothing_else_is_touched(
    hindered: Callable[[Session], tuple[Session, Case]],
) -> None:
    shown = taken(Said(NORA, "Kom på onsdag", 9)).session
    session, case = hindered(taken(Said(NORA, "skicka", 11), shown).session)
    told = taken(Edited(NORA, "Kom på torsdag", 9), session, case)
    assert (told.effects, told.session.drafts) == ((), session.drafts)
    assert told.replies[0].text.startswith("Nora, svaret är redan skickat. Ändringen går inte med.")


def test_a_note_that_is_changed_is_kept_beside_the_former() -> None:
    note = CaseMessage("navigator", "ring dem", NOW, internal=True, name="Nora", message=9)
    case = CASE.but(messages=(note,))
    edited = Edited(NORA.but(reply_to=8), "ring dem i morgon", 9)
    outcome = taken(edited, SESSION.but(place="desk", case="", drafts={}), case, post=CARD)
    kept = AddMessage("K7WM4", note.but(text="Ändrad. Nu står det: ring dem i morgon"))
    assert outcome.effects == (NOTED, kept)
    assert outcome.replies[0].text == "Ändringen är sparad i ärende K7WM4. Den förra anteckningen står kvar."
    assert taken(edited.but(message=10), SESSION.but(place="desk", drafts={}), case, post=CARD).replies == ()


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
    said = CaseMessage("navigator", "", NOW, internal=True, name="Anna", attachment=PHOTO, message=1)
    assert outcome.effects == (NOTED, AddMessage("K7WM4", said))


def test_what_cannot_be_a_note_is_refused_under_a_card_and_left_alone_where_people_talk() -> None:
    session, place = SESSION.but(place="desk", drafts={}), "location"
    told = taken(Unreadable(NORA.but(reply_to=8), place, 9), session, post=CARD)
    [reply] = told.replies
    assert reply.text.startswith("Nora, det där kan jag inte spara i ärende K7WM4. Skriv anteckningen med ord")
    assert told.effects == ()
    assert taken(Unreadable(NORA, place, 9), session) == Outcome(session)
    assert taken(Unreadable(NORA.but(reply_to=8), FORGED, 9), session, post=CARD) == Outcome(session)


IN_TOPIC = NORA.but(thread=7)
AT_REST = SESSION.but(place="desk", case="", drafts={})


def in_a_topic(event: Said | Unreadable, session: Session = AT_REST, here: str = "K7WM4") -> Outcome:
    """What an event in a topic of a group comes to: in that of the case, or of none."""
    case = CASE if here else None
    snapshot = Snapshot(
        "W9FG3", "d2", cases=(CASE, OTHER), case=case, staff={"vasa": STAFF}, here=here, topics=Topics.ON
    )
    return step(session, event, world(), NOW, snapshot)


def noted(outcome: Outcome) -> list[AddMessage]:
    """What is added to cases."""
    return [effect for effect in outcome.effects if isinstance(effect, AddMessage)]


def test_what_is_written_in_the_topic_of_a_case_is_a_note_without_answering_anything() -> None:
    first = in_a_topic(Said(IN_TOPIC, "Ring biblioteket, se också C8RV2", 9))
    words = "Ring biblioteket, se också C8RV2"
    said = CaseMessage("navigator", words, NOW, internal=True, name="Nora", message=9)
    assert noted(first) == [AddMessage("K7WM4", said)]
    assert [reply.text.partition(".")[0] for reply in first.replies] == ["Antecknat"]
    second = in_a_topic(Unreadable(IN_TOPIC, "photo", 10, PHOTO), first.session)
    assert (noted(second), second.replies) == (
        [AddMessage("K7WM4", said.but(text="", attachment=PHOTO, message=10))],
        (),
    )
    answered = in_a_topic(Said(IN_TOPIC.but(reply_to=8), "Jag ringer", 11), first.session)
    assert noted(answered) == [AddMessage("K7WM4", said.but(text="Jag ringer", message=11))]


def test_what_cannot_be_noted_in_a_topic_is_told_and_what_is_no_case_s_topic_is_talk() -> None:
    [told] = in_a_topic(Unreadable(IN_TOPIC, "sticker", 9)).replies
    assert told.text.startswith("Nora, det där kan jag inte spara i ärende K7WM4.")
    for event in (Said(IN_TOPIC, "Vem tar fikat? K7WM4", 9), Unreadable(NORA, "sticker", 9), Said(NORA, "hej", 9)):
        talk = in_a_topic(event, here="")
        assert (noted(talk), talk.replies) == ([], ())


def test_the_words_of_a_button_in_the_topic_of_a_case_act_on_it() -> None:
    claimed = in_a_topic(Said(IN_TOPIC, "ta ärendet", 9))
    assert [effect.case.owner for effect in claimed.effects if isinstance(effect, SaveCase)] == [201]
    begun = in_a_topic(Said(IN_TOPIC, "Svara föreningen", 9))
    assert (begun.session.place, begun.session.case) == ("desk.write", "K7WM4")
    written = in_a_topic(Said(IN_TOPIC, "Kom på onsdag", 10), begun.session)
    assert written.session.drafts == {"K7WM4": AnswerDraft("d2", "Kom på onsdag", messages=(10,), seen=0)}
    assert in_a_topic(Said(IN_TOPIC, "är det sant?", 11), written.session).replies != ()


def test_words_elsewhere_never_go_into_an_answer_that_was_begun_in_a_topic() -> None:
    begun = in_a_topic(Said(IN_TOPIC, "Svara föreningen", 9))
    talk = in_a_topic(Said(NORA, "Vem tar fikat?", 10), begun.session, here="")
    assert (talk.replies, noted(talk), talk.session.drafts) == ((), [], begun.session.drafts)
    note = step(
        talk.session,
        Said(NORA.but(thread=9), "Om kören", 11),
        world(),
        NOW,
        Snapshot("W9FG3", "d2", cases=(CASE, OTHER), case=OTHER, staff={"vasa": STAFF}, here="C8RV2", topics=Topics.ON),
    )
    assert [effect.reference for effect in noted(note)] == ["C8RV2"]
    back = in_a_topic(Said(IN_TOPIC, "Kom på onsdag", 12), note.session)
    assert back.session.drafts["K7WM4"].text == "Kom på onsdag"


def test_what_is_asked_for_in_general_is_shown_there_and_in_the_topic_below_the_card() -> None:
    for sender, here, below in ((NORA, "", False), (IN_TOPIC, "K7WM4", True)):
        snapshot = Snapshot("W9FG3", "d2", cases=(CASE,), case=CASE, staff={"vasa": STAFF}, here=here, topics=Topics.ON)
        for event in (Commanded(sender, "case", "K7WM4", 9), Commanded(sender, "desk", "K7WM4", 9)):
            [shown] = step(AT_REST, event, world(), NOW, snapshot).replies
            assert (shown.about, shown.under_card) == ("K7WM4", below)
