"""What the association writes brings a case back; nobody is a missing chat."""

from dialogs.cards import from_association
from dialogs.cards.card import card
from dialogs.conversation.replies import Receipt
from dialogs.conversation.session import Session
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, Stray
from dialogs.records.need import Need
from tests.dialogs.case.a_case import answered_by_the_desk, with_case
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


def test_the_desk_is_told_of_a_person_who_erases_everything() -> None:
    closed = CASE.but(reference="C8RV2", state="closed")
    turn = standing(Session(101, 101, "sv", "vasa"), cases=(CASE, closed))
    changed, news = from_association.erased(turn)
    assert changed == card(turn, CASE.but(chat=0), STAFF)
    assert "personen har raderat chatten" in changed.text
    assert news.text.startswith("Personen i ärende K7WM4 har just raderat chatten.")
    assert (news.chat, news.about, news.under_card) == (STAFF, "K7WM4", True)


def test_the_association_is_told_of_what_the_desk_refused_of_a_file_that_was_left_out_and_of_a_doubt() -> None:
    turn = standing(Session(101, 101, "sv", "vasa"))
    [relayed] = from_association.passed_on(turn, CASE, Stray("Se bilden", Attachment("photo", "file-1")), STAFF)
    perhaps = (
        "Ärende K7WM4: allt ni skickade har kanske inte nått kontaktpersonen. Det är sparat. "
        "Skriv gärna det viktigaste en gång till, med ord."
    )
    later = (
        "Ärende K7WM4: det ni skickade är sparat, men jag når inte kontaktpersonen just nu. "
        "Det visas där så snart det går."
    )
    assert relayed.receipt == Receipt(101, delivered="", refused=later, doubtful=perhaps, part=perhaps)


def test_who_chooses_another_language_is_answered_in_it_from_then_on() -> None:
    chat = with_case("/language", "[Suomeksi]")
    case = chat.stage.cases["K7WM4"]
    assert (case.language, case.version) == ("fi", 1)
    assert "Språk: finska" in chat.stage.card("K7WM4").text
    answered_by_the_desk(chat, "Kom på onsdag")
    assert chat.last().startswith("Vastaus asiaan K7WM4 (")
    chat.walk("/language", "[Suomeksi]")
    assert chat.stage.cases["K7WM4"].language == "fi"


def test_a_language_that_is_only_followed_changes_no_case() -> None:
    chat = with_case("haluan tietää mitä ideallemme tapahtuu nyt")
    assert chat.stage.cases["K7WM4"].language == "sv"
