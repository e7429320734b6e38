"""The desk and a case in a language that Lots speaks no more: the association is answered in that of the desk."""

from dialogs import desk
from dialogs.replies import Receipt
from dialogs.session import Session
from dialogs.values import Case, Need
from tests.dialogs.standing import STAFF, standing

CASE = Case("K7WM4", "vasa", 101, "sv", "Byalaget", Need("Vi vill ses"), (("Namn", "Byalaget rf"),))
SESSION = Session(STAFF, 201, "fi", "vasa", "desk.preview", case="K7WM4", draft="Kom på onsdag")


def test_a_case_in_an_unknown_language_is_shown_and_answered_like_one_in_the_desk_s_own() -> None:
    strange = CASE.but(language="xx")
    turn = standing(SESSION, case=strange, staff="vasa")
    assert desk.card(turn, strange, STAFF) == desk.card(turn, CASE, STAFF)
    assert desk.send(turn, strange).replies == desk.send(turn, CASE).replies
    assert desk.drafted(turn, strange, "Hej") == desk.drafted(turn, CASE, "Hej")


def test_what_became_of_an_answer_is_told_under_its_card_and_what_to_do_if_nobody_knows() -> None:
    answer, last_word = (
        next(
            reply.receipt
            for reply in desk.send(standing(session, case=CASE, staff="vasa"), CASE).replies
            if reply.receipt
        )
        for session in (SESSION.but(language="sv"), SESSION.but(language="sv", facts={"mode": "close"}))
    )
    assert answer == Receipt(
        STAFF,
        "Levererat till föreningen, ärende K7WM4.",
        "Svaret i ärende K7WM4 nådde inte föreningen. Chatten är stängd för Lots. Använd ett annat sätt.",
        "K7WM4",
        "Jag vet inte om svaret i ärende K7WM4 kom fram. Jag har försökt flera gånger. "
        "Skriv gärna en gång till, eller ring.",
    )
    assert last_word == answer.but(
        doubtful="Jag vet inte om svaret i ärende K7WM4 kom fram. Jag har försökt flera gånger. "
        "Ring eller mejla föreningen och fråga."
    )
