"""The question that is being written: one a case, and leaving one leaves the others."""

from dialogs.asking.draft import draft_of, left, standing, with_draft, without_draft
from dialogs.conversation.session import AnswerDraft, Outcome, Session
from dialogs.conversation.turn import Turn
from dialogs.records.offices.inquiry import InquiryDraft
from tests.stages.asked_offices import CASE, NORA
from tests.stages.in_memory import STAFF
from tests.stages.standing import standing as standing_at

DRAFT = InquiryDraft("d1", ("welfare",), "2023-09-08", "Har ni en lokal?")
OTHER = CASE.but(reference="C8RV2")
ANSWER = AnswerDraft("a1", "Kom på onsdag")


def at_preview(place: str = "desk.ask_preview") -> Turn:
    session = Session(STAFF, NORA, "sv", "vasa", place, case="K7WM4", drafts={"K7WM4": ANSWER})
    turn = standing_at(session, case=CASE, staff="vasa")
    both = with_draft(turn.at(desk=with_draft(turn, OTHER, DRAFT.but(id="d2"))), CASE, DRAFT)
    return turn.at(desk=both)


def test_each_case_has_its_own() -> None:
    turn = at_preview()
    assert (draft_of(turn, CASE), draft_of(turn, OTHER)) == (DRAFT, DRAFT.but(id="d2"))
    assert draft_of(turn, CASE.but(reference="W9FG3")) is None


def test_a_button_belongs_to_one_wording() -> None:
    turn = at_preview()
    assert standing(turn, CASE, "d1") == DRAFT
    changed, gone = standing(turn, CASE, "d0"), standing(turn, CASE.but(reference="W9FG3"), "d1")
    assert isinstance(changed, Outcome)
    assert "har ändrats sedan dess" in changed.replies[0].text
    assert isinstance(gone, Outcome)
    assert "finns inte längre" in gone.replies[0].text


def test_leaving_one_leaves_the_others_and_the_answer_to_the_association() -> None:
    session = without_draft(at_preview(), CASE)
    assert (session.place, session.case, list(session.desk.inquiries)) == ("desk", "", ["C8RV2"])
    assert session.drafts == {"K7WM4": ANSWER}


def test_what_is_under_way_elsewhere_stays_where_it_is() -> None:
    for place, case in (("desk.preview", CASE), ("desk.ask_preview", OTHER)):
        turn = at_preview(place)
        outcome = left(turn, case, "Borta.")
        assert (outcome.session.place, outcome.session.case) == (place, "K7WM4")
        assert case.reference not in outcome.session.desk.inquiries
        assert [(reply.text, reply.under_card) for reply in outcome.replies] == [("Borta.", True)]
