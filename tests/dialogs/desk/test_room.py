"""The staff group: who may press, whose words are an answer, what is said to somebody without a name, the list."""

import pytest

from dialogs.conversation.effects import AddMessage
from dialogs.conversation.events import Chose, Commanded, Edited, Said, Sender, Unreadable
from dialogs.conversation.replies import Action, Addressee, Offer
from dialogs.conversation.session import Draft, Outcome, Post, Session, Snapshot, Standing
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.need import Need
from dialogs.step import step
from tests.dialogs.standing import STAFF, world
from tests.journeys.stage import at

NOW = at("2023-09-01T06:00")
CASE = Case("K7WM4", "vasa", 101, "sv", "Byalaget", Need("Vi vill ses"), (), answer_by="2023-09-08", version=1)
OTHER = CASE.but(reference="C8RV2", title="Kören")
NORA = Sender(STAFF, 201, "Nora", "sv", staff="vasa", private=False)
HIDDEN = Sender(STAFF, STAFF, "Personal", staff="vasa", private=False, nameless=True)
SESSION = Session(STAFF, 201, "sv", "vasa", "desk.write", case="K7WM4", drafts={"K7WM4": Draft("d1")})
CARD = Post("K7WM4", (Offer("Ta ärendet", Action("desk.claim", "K7WM4")),))
PHOTO = Attachment("photo", "file-1")


def taken(
    event: Chose | Commanded | Edited | Said | Unreadable,
    session: Session = SESSION,
    case: Case = CASE,
    post: Post | None = None,
    standing: Standing = Standing.MEMBER,
) -> Outcome:
    snapshot = Snapshot(
        "W9FG3", "d2", cases=(CASE, OTHER), case=case, post=post, staff={"vasa": STAFF}, standing=standing
    )
    return step(session, event, world(), NOW, snapshot)


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing.STRANGER, "Nora, knapparna här är för dem som är med i gruppen. Inget har ändrats."),
        (Standing.UNKNOWN, "Nora, jag kunde inte fråga Telegram om du är med i gruppen. Inget har ändrats."),
    ],
)
def test_who_is_not_known_to_be_a_member_changes_nothing(standing: Standing, words: str) -> None:
    outcome = taken(Chose(NORA, 0, 0, 9, pushed=True), post=CARD, standing=standing)
    assert (outcome.session, outcome.effects) == (SESSION, ())
    assert outcome.replies[0].text.startswith(words)


def test_words_that_name_another_case_are_still_the_answer_that_is_being_written() -> None:
    outcome = taken(Said(NORA, "Se också vad vi skrev om C8RV2", 9), case=OTHER)
    assert outcome.session.drafts == {"K7WM4": Draft("d2", "Se också vad vi skrev om C8RV2", messages=(9,))}


def test_a_file_that_is_sent_while_answering_is_a_part_of_the_answer() -> None:
    alone = taken(Unreadable(NORA, "photo", 9, PHOTO))
    assert alone.session.drafts == {"K7WM4": Draft("d2", "", (PHOTO,))}
    captioned = taken(Said(NORA, "Stadens anvisning", 9, PHOTO))
    assert captioned.session.drafts == {"K7WM4": Draft("d2", "Stadens anvisning", (PHOTO,), messages=(9,))}
    assert captioned.replies[0].attachment == PHOTO


def test_a_reply_to_ones_own_question_is_the_answer_and_to_a_colleague_s_a_note() -> None:
    own, colleague = Addressee(201, "Nora"), Addressee(202, "Niko")
    reply = Said(NORA.but(reply_to=8), "Kom på onsdag", 9)
    moved = SESSION.but(case="C8RV2", drafts={**SESSION.drafts, "C8RV2": Draft("d0")})
    answer = taken(reply, moved, post=Post("K7WM4", (), own))
    assert answer.session.drafts["K7WM4"] == Draft("d2", "Kom på onsdag", messages=(9,))
    note = taken(reply, moved, post=Post("K7WM4", (), colleague))
    said = CaseMessage("navigator", "Kom på onsdag", NOW, internal=True, name="Nora")
    assert (note.session.drafts, note.effects) == (moved.drafts, (AddMessage("K7WM4", said),))


def test_words_that_follow_at_once_join_those_of_the_same_answer_and_no_others() -> None:
    first, second = Said(NORA, "Kom på onsdag", 9, at=NOW), Said(NORA, "klockan tio", 10, at=NOW)
    both = taken(second, taken(first).session)
    assert both.session.drafts == {"K7WM4": Draft("d2", "Kom på onsdag\nklockan tio", messages=(9, 10))}
    moved = SESSION.but(case="C8RV2", drafts={**SESSION.drafts, "C8RV2": Draft("d0")})
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
    assert both.session.drafts == {"K7WM4": Draft("d2", whole, (plan,), messages=(9, 11))}
    assert whole in both.replies[0].text
    assert both.replies[0].attachment == plan
    more = taken(Said(NORA, "klockan tio", 12, at=NOW), both.session)
    assert more.session.drafts["K7WM4"] == Draft("d2", f"{whole}\nklockan tio", (plan,), messages=(9, 11, 12))
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
    assert replied.session.drafts == {"K7WM4": Draft("d2", "Kom på torsdag", messages=(20,))}
    noted = taken(talk.but(sender=NORA.but(reply_to=8)), shown, post=CARD)
    assert noted.session.drafts == shown.drafts
    assert [type(effect) for effect in noted.effects] == [AddMessage]
    edited = taken(Edited(NORA, "Kom på fredag", 9), heard.session)
    assert edited.session.drafts == {"K7WM4": Draft("d2", "Kom på fredag", messages=(9,))}


def test_who_changes_words_that_were_sent_is_told_so() -> None:
    shown = taken(Said(NORA, "Kom på onsdag", 9)).session
    sent = taken(Said(NORA, "skicka", 11), shown)
    assert sent.session.drafts == {}
    told = taken(Edited(NORA, "Kom på torsdag", 9), sent.session)
    assert told.effects == ()
    assert told.replies[0].text.startswith("Nora, svaret är redan skickat. Ändringen går inte med.")
    assert taken(Edited(NORA, "hejsan", 4), sent.session).replies == ()


def test_a_number_is_an_answer_where_one_is_written() -> None:
    session = SESSION.but(offers=(Offer("Avbryt", Action("desk.cancel", "K7WM4 d1")),))
    assert taken(Said(NORA, "1", 9), session).session.drafts == {"K7WM4": Draft("d2", "1", messages=(9,))}


def test_a_change_of_language_shows_the_draft_in_hand_once_more() -> None:
    session = SESSION.but(place="desk.preview", drafts={"K7WM4": Draft("d1", "Kom på onsdag")})
    post = Post("K7WM4", (Offer("Suomeksi", Action("language", "fi")),), Addressee(201, "Nora"))
    outcome = taken(Chose(NORA, 0, 0, 9, pushed=True), session, post=post)
    assert "Nora, tämän yhdistys näkee asiasta K7WM4:" in outcome.replies[0].text
    assert outcome.session.offers[0] == Offer("Lähetä", Action("desk.send", "K7WM4 d2"))


def test_a_choice_of_language_is_for_who_asked_for_it() -> None:
    post = Post("desk", (Offer("Suomeksi", Action("language", "fi")),), Addressee(202, "Niko"))
    outcome = taken(Chose(NORA, 0, 0, 9, pushed=True), post=post)
    assert outcome.session == SESSION
    assert outcome.replies[0].text == (
        "Nora, det meddelandet är till Niko. Bara Niko kan använda knapparna under det. Inget har ändrats."
    )


def test_a_change_of_the_words_in_hand_is_previewed_and_one_that_comes_too_late_is_told() -> None:
    written = taken(Said(NORA, "Kom på onsdag", 9))
    edit = Edited(NORA, "Kom på torsdag", 9)
    again = taken(edit, written.session)
    assert again.session.drafts == {"K7WM4": Draft("d2", "Kom på torsdag", messages=(9,))}
    assert "Kom på torsdag" in again.replies[0].text
    late = taken(edit, written.session.but(place="desk", case="", drafts={}))
    assert late.effects == ()
    assert late.replies[0].text == (
        "Nora, du ändrade ett meddelande som hörde till ett svar. Ändringen går inte med. "
        "Skriv ett nytt svar om något ska rättas."
    )
    assert taken(Edited(NORA, "vi ses", 4), written.session) == Outcome(written.session)


def test_who_hides_behind_the_group_gets_the_list_and_may_note_and_is_told_the_rest_once_a_day() -> None:
    nobody = Session(STAFF, STAFF, "sv", "vasa")
    assert "Lediga:" in taken(Commanded(HIDDEN, "desk", ""), nobody).replies[0].text
    note = taken(Said(HIDDEN.but(reply_to=8), "ring dem", 9), nobody, post=CARD)
    said = CaseMessage("navigator", "ring dem", NOW, internal=True, name="Personal")
    assert note.effects == (AddMessage("K7WM4", said),)
    first = taken(Said(HIDDEN, "Kom på onsdag", 9), nobody)
    assert first.replies[0].text.startswith("Du skriver som gruppen eller som en kanal.")
    assert taken(Said(HIDDEN, "hej", 10), first.session) == Outcome(first.session)
    claimed = taken(Said(HIDDEN.but(reply_to=8), "Ta ärendet", 9), first.session, post=CARD)
    assert (claimed.effects, claimed.replies) == ((), first.replies)


def test_the_list_tells_what_waits_what_is_late_and_who_has_written() -> None:
    late = CASE.but(answer_by="2023-08-31", written_at=NOW, owner=201, owner_name="Nora", state="claimed")
    answered = OTHER.but(owner=202, owner_name="Niko", state="answered", chat=0)
    free = CASE.but(reference="P3QX9", title="Byahuset")
    snapshot = Snapshot(cases=(late, answered, free), staff={"vasa": STAFF})
    [listed] = step(SESSION, Commanded(NORA, "desk", ""), world(), NOW, snapshot).replies
    assert listed.text == (
        "Mina:\n"
        "K7WM4 · Byalaget · tagen · svar senast tors 31.8, försenat · föreningen har skrivit\n"
        "\nLediga:\n"
        "P3QX9 · Byahuset · ny · svar senast fre 8.9\n"
        "\nHos andra:\n"
        "C8RV2 · Kören · Niko · besvarad · chatten är raderad"
    )


def test_the_desk_looks_up_a_case_by_its_number_and_open_ones_by_words_of_their_titles() -> None:
    one = taken(Commanded(NORA, "desk", "k7wm4"), case=CASE)
    assert one.replies[0].text.startswith("<b>K7WM4 · Byalaget</b>")
    assert one.replies[0].offers[0].label == "Ta ärendet"
    snapshot = Snapshot(cases=(CASE, OTHER), staff={"vasa": STAFF})
    [found] = step(SESSION, Commanded(NORA, "desk", "kören"), world(), NOW, snapshot).replies
    assert ("C8RV2 · Kören" in found.text, "K7WM4" in found.text) == (True, False)
    [none] = step(SESSION, Commanded(NORA, "desk", "simhallen"), world(), NOW, snapshot).replies
    assert none.text == "Inget öppet ärende har simhallen i titeln. Skriv /desk så ser du alla."


def test_an_answer_to_who_has_erased_the_chat_is_dropped_when_its_writer_is_next_heard() -> None:
    gone = CASE.but(chat=0)
    session = SESSION.but(place="desk.preview", drafts={"K7WM4": Draft("d1", "Kom på onsdag")})
    snapshot = Snapshot(cases=(gone,), case=gone, staff={"vasa": STAFF})
    heard = step(session, Said(NORA, "hej alla", 9), world(), NOW, snapshot)
    assert heard == Outcome(session.but(place="desk", case="", drafts={}))
    last = session.but(drafts={"K7WM4": Draft("d1", "Vi ringde", closing=True)})
    assert step(last, Said(NORA, "hej alla", 9), world(), NOW, snapshot).session == last


def test_the_name_of_a_language_is_talk() -> None:
    nobody = Session(STAFF, 201, "sv", "vasa")
    assert taken(Said(NORA, "suomi", 9), nobody) == Outcome(nobody)


def test_send_typed_where_the_button_says_send_anyway_shows_the_draft_once_more() -> None:
    anyway = (Offer("Skicka ändå", Action("desk.send", "K7WM4 d1")),)
    session = SESSION.but(place="desk.preview", drafts={"K7WM4": Draft("d1", "Kom på onsdag")}, offers=anyway)
    shown = taken(Said(NORA, "skicka", 9), session)
    assert shown.effects == ()
    assert "Kom på onsdag" in shown.replies[0].text
    assert shown.session.offers[0] == Offer("Skicka", Action("desk.send", "K7WM4 d2"))
