"""The question where words belong: every case is offered, every way to say which is understood."""

import pytest

from tests.dialogs.case.a_case import TO_A_QUESTION, answered_by_the_desk, relayed, with_case, with_two_cases


def test_the_other_open_case_is_offered_and_nothing_mixes() -> None:
    chat = with_two_cases()
    chat.walk("vi byter lokal")
    assert [offer.label for offer in chat.session.offers] == [
        "Om ärende P3QX9",
        "Om ärende K7WM4",
        "Båda, till P3QX9 och K7WM4",
        "Ett nytt behov",
        "Inget av dem",
        "Prata med en person",
    ]
    chat.walk("om ärende k7wm4")
    assert (relayed(chat, "K7WM4"), relayed(chat, "P3QX9")) == (["vi byter lokal"], [])


def test_the_case_that_was_answered_last_comes_first() -> None:
    chat = with_two_cases()
    answered_by_the_desk(chat)
    chat.walk("vi blir fem")
    assert [offer.label for offer in chat.session.offers][:2] == ["Om ärende K7WM4", "Om ärende P3QX9"]


def test_words_that_are_a_need_of_their_own_are_read_as_one() -> None:
    chat = with_case(
        "vi har också en idé", "flickorna i byn har ingenstans att träffas på kvällarna", "[Ett nytt behov]"
    )
    assert chat.session.need.text.startswith("vi har också en idé\nflickorna")
    assert relayed(chat) == []


def test_what_belongs_nowhere_is_forgotten_aloud() -> None:
    chat = with_case("hoppsan fel chatt", "[Inget av dem]")
    assert "Jag har inte kvar det" in chat.last()
    assert chat.session.strays == ()


def test_words_that_were_asked_about_can_still_be_the_answer_to_the_question() -> None:
    chat = with_case(*TO_A_QUESTION)
    answered_by_the_desk(chat)
    chat.walk("Onsdagsköket", "och soppan", "[Svar på frågan]")
    assert (chat.answer("FP01").value, relayed(chat)[1:]) == ("Onsdagsköket\noch soppan", [])


def test_words_that_name_two_cases_are_asked_about_and_go_to_both() -> None:
    chat = with_two_cases()
    chat.walk("P3QX9 och K7WM4: vi har nya tider")
    assert (relayed(chat, "K7WM4"), relayed(chat, "P3QX9")) == ([], [])
    chat.walk("båda")
    assert relayed(chat, "K7WM4") == relayed(chat, "P3QX9") == ["P3QX9 och K7WM4: vi har nya tider"]


@pytest.mark.parametrize("choice", ["1 och 2", "P3QX9 och K7WM4", "3"])
def test_both_cases_can_be_chosen_in_several_ways(choice: str) -> None:
    chat = with_two_cases()
    chat.walk("vi byter lokal", choice)
    assert relayed(chat, "K7WM4") == relayed(chat, "P3QX9") == ["vi byter lokal"]


@pytest.mark.parametrize(
    ("typed", "place", "said"),
    [
        ("peru lähetys", "case", "Vill ni dra tillbaka ärende K7WM4?"),
        ("jotain muuta", "start", "Det är inte skickat."),
        ("klart", "case", "Läge:"),
        ("valmis", "case", "Läge:"),
    ],
)
def test_the_buttons_of_the_case_can_be_typed_while_words_wait(typed: str, place: str, said: str) -> None:
    chat = with_case("vi byter lokal", typed)
    assert (chat.session.place, said in chat.last(), len(chat.session.strays)) == (place, True, 1)
