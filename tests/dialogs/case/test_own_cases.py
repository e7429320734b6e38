"""Which case is meant: by its reference at the beginning of words, and never another chat's."""

from tests.dialogs.case.a_case import relayed, with_case, with_two_cases


def test_a_line_that_begins_with_its_case_goes_there() -> None:
    chat = with_two_cases()
    chat.walk("K7WM4 vi byter lokal till Byahuset", "om ärende p3qx9: vi är fler nu")
    assert (relayed(chat, "K7WM4"), relayed(chat, "P3QX9")) == (
        ["K7WM4 vi byter lokal till Byahuset"],
        ["om ärende p3qx9: vi är fler nu"],
    )
    chat.walk("svara K7WM4")
    assert (chat.session.place, chat.session.case) == ("case.write", "K7WM4")


def test_a_reference_of_another_chat_opens_nothing() -> None:
    chat = with_case("/new", "W9FG3 gubbarna i byn sitter hemma hela vintern")
    assert relayed(chat) == []
    assert chat.session.need.text == "W9FG3 gubbarna i byn sitter hemma hela vintern"


def test_a_reference_alone_says_where_what_waits_belongs() -> None:
    chat = with_two_cases()
    chat.walk("vi byter lokal", "k7wm4")
    assert (relayed(chat, "K7WM4"), relayed(chat, "P3QX9")) == (["vi byter lokal"], [])
    chat.walk("K7WM4")
    assert chat.session.place == "case.write"
