"""The desk: what the association writes brings a case back, everything of a case is shown, nobody is a missing chat."""

from dialogs.conversation.effects import AddMessage, SaveCase
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Session
from dialogs.desk import acts
from dialogs.desk.card import card
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.need import Need
from tests.dialogs.standing import STAFF, standing
from tests.journeys.stage import at

NOW = at("2023-09-01T06:00")
CASE = Case("K7WM4", "vasa", 101, "sv", "Byalaget", Need("Vi vill ses"), (("Förening", "Byalaget rf"),), opened_at=NOW)
NORA = Session(STAFF, 201, "sv", "vasa")
PLAN = Attachment("document", "file-1", "plan.pdf")
PHOTO = Attachment("photo", "file-2")


def test_a_case_in_an_unknown_language_is_shown_like_one_in_the_desk_s_own() -> None:
    strange = CASE.but(language="xx")
    turn = standing(NORA, case=strange, staff="vasa")
    assert card(turn, strange, STAFF) == card(turn, CASE, STAFF)


def test_words_of_the_association_open_a_closed_case_again_with_a_new_day_to_answer_by() -> None:
    turn = standing(Session(101, 101, "sv", "vasa"))
    closed = CASE.but(state="closed", owner=201, closed_at=NOW, answer_by="2023-08-25", closing="Tack", version=4)
    again = closed.but(state="claimed", closed_at=None, written_at=NOW, answer_by="2023-09-08", version=5)
    assert acts.heard(turn, closed) == again
    assert acts.heard(turn, closed.but(state="withdrawn", owner=0)) == again.but(state="new", owner=0)
    assert acts.heard(turn, again) is again


def test_words_after_an_answer_wait_for_the_next_one() -> None:
    turn = standing(Session(101, 101, "sv", "vasa"))
    answered = CASE.but(state="answered", owner=201, answer_by="2023-08-25", version=2)
    heard = acts.heard(turn, answered)
    assert (heard.state, heard.written_at, heard.answer_by) == ("claimed", NOW, "2023-09-08")
    first = CASE.but(answer_by="2023-09-05", version=1)
    assert acts.heard(turn, first) == first.but(written_at=NOW, version=2)


def test_everything_of_a_case_names_its_files_and_sends_them_again() -> None:
    said = (
        CaseMessage("association", "Vår plan", NOW, attachment=PLAN),
        CaseMessage("association", "", NOW, attachment=PHOTO),
    )
    case = CASE.but(messages=said, proposal="p1")
    shown, *files = acts.show(standing(NORA, case=case, staff="vasa"), case).replies
    assert "föreningen: Vår plan [plan.pdf]" in shown.text
    assert "föreningen: [bild]" in shown.text
    assert "Filerna kommer här nedanför." in shown.text
    assert "De går till registratorn och inte hit." in shown.text
    text = "Fil i ärende K7WM4, från föreningen."
    assert files == [Reply(text, about="K7WM4", under_card=True, attachment=item) for item in (PLAN, PHOTO)]


def test_the_cards_of_a_person_who_erases_everything_say_so() -> None:
    closed = CASE.but(reference="C8RV2", state="closed")
    turn = standing(Session(101, 101, "sv", "vasa"), cases=(CASE, closed))
    [told] = acts.erased(turn)
    assert told == card(turn, CASE.but(chat=0), STAFF)
    assert "personen har raderat chatten" in told.text


def test_a_note_keeps_its_file() -> None:
    turn = standing(NORA, case=CASE, staff="vasa")
    outcome = acts.keep_note(turn, CASE, "", PHOTO)
    said = CaseMessage("navigator", "", NOW, internal=True, name="Anna", attachment=PHOTO)
    assert outcome.effects == (AddMessage("K7WM4", said),)


def test_a_claim_tells_everybody_and_is_kept() -> None:
    outcome = acts.claim(standing(NORA, case=CASE, staff="vasa"), CASE)
    taken = CASE.but(state="claimed", owner=201, owner_name="Anna", version=1)
    assert outcome.effects[0] == SaveCase(taken, 0)
    assert outcome.replies[0] == card(standing(NORA, case=taken, staff="vasa"), taken, STAFF)


def test_only_its_owner_releases_a_case_and_what_was_answered_stays_so() -> None:
    niko_s = CASE.but(state="answered", owner=202, owner_name="Niko", version=3)
    refused = acts.release(standing(NORA, case=niko_s, staff="vasa"), niko_s)
    assert refused.effects == ()
    assert refused.replies[0].text == (
        "Niko har ärende K7WM4, och bara Niko kan släppa det. Använd Ta över om du vill ha det. Alla i gruppen ser det."
    )
    hers = niko_s.but(owner=201, owner_name="Anna")
    released = acts.release(standing(NORA, case=hers, staff="vasa"), hers)
    assert released.effects[0] == SaveCase(hers.but(owner=0, owner_name="", version=4), 3)
