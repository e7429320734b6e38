"""What the association writes brings a case back; nobody is a missing chat."""

from dialogs.conversation.session import Session
from dialogs.desk import from_association
from dialogs.desk.card import card
from dialogs.records.case import Case
from dialogs.records.need import Need
from tests.stages.in_memory import at
from tests.stages.standing import STAFF, standing

NOW = at("2023-09-01T06:00")
CASE = Case("K7WM4", "vasa", 101, "sv", "Byalaget", Need("Vi vill ses"), (("Förening", "Byalaget rf"),), opened_at=NOW)


def test_words_of_the_association_open_a_closed_case_again_with_a_new_day_to_answer_by() -> None:
    turn = standing(Session(101, 101, "sv", "vasa"))
    closed = CASE.but(state="closed", owner=201, closed_at=NOW, answer_by="2023-08-25", closing="Tack", version=4)
    again = closed.but(state="claimed", closed_at=None, written_at=NOW, answer_by="2023-09-08", version=5)
    assert from_association.heard(turn, closed) == again
    assert from_association.heard(turn, closed.but(state="withdrawn", owner=0)) == again.but(state="new", owner=0)
    assert from_association.heard(turn, again) is again


def test_words_after_an_answer_wait_for_the_next_one() -> None:
    turn = standing(Session(101, 101, "sv", "vasa"))
    answered = CASE.but(state="answered", owner=201, answer_by="2023-08-25", version=2)
    heard = from_association.heard(turn, answered)
    assert (heard.state, heard.written_at, heard.answer_by) == ("claimed", NOW, "2023-09-08")
    first = CASE.but(answer_by="2023-09-05", version=1)
    assert from_association.heard(turn, first) == first.but(written_at=NOW, version=2)


def test_the_cards_of_a_person_who_erases_everything_say_so() -> None:
    closed = CASE.but(reference="C8RV2", state="closed")
    turn = standing(Session(101, 101, "sv", "vasa"), cases=(CASE, closed))
    [told] = from_association.erased(turn)
    assert told == card(turn, CASE.but(chat=0), STAFF)
    assert "personen har raderat chatten" in told.text
