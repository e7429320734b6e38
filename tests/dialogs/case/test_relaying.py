"""Words and files for a case: under its card at once, and corrected there."""

from dialogs.records.attachment import Attachment
from tests.dialogs.case.a_case import answered_by_the_desk, relayed, with_case
from tests.stages.in_memory import STAFF
from tests.stages.moments import MEMBER


def test_a_whole_album_lies_under_the_card_with_one_confirmation() -> None:
    chat = with_case("[Skriv till kontaktpersonen]")
    before = len(chat.stage.chats[MEMBER])
    chat.show("photo", "a", caption="vår lokal", album="77")
    for name in "bcd":
        chat.show("photo", name, album="77")
    files = [item.attachment for item in chat.stage.cases["K7WM4"].messages]
    assert files == [Attachment("photo", name) for name in "abcd"]
    assert len(chat.stage.chats[MEMBER]) == before + 1
    assert len(chat.desk()) == 5


def test_what_cannot_be_passed_on_is_refused_in_words() -> None:
    chat = with_case("[Skriv till kontaktpersonen]")
    chat.stage.send_thing(MEMBER, MEMBER, "contact")
    assert "Jag kan läsa text, men inte det här" in chat.last()
    assert relayed(chat) == []


def test_an_edit_of_what_was_relayed_reaches_the_desk() -> None:
    chat = with_case("[Skriv till kontaktpersonen]")
    chat.send("vi ses klockan tre")
    number = chat.sent
    chat.walk("/new")
    chat.edit(number, "vi ses klockan fyra")
    assert "Ändringen är skickad till kontaktpersonen, ärende K7WM4" in chat.last()
    assert "Ändrat av föreningen. Nu står det: vi ses klockan fyra" in chat.last(STAFF)
    assert relayed(chat) == ["vi ses klockan tre", "Ändrat av föreningen. Nu står det: vi ses klockan fyra"]
    said = len(chat.stage.chats[MEMBER])
    chat.edit(number, "vi ses klockan fyra")
    assert len(chat.stage.chats[MEMBER]) == said


def test_the_first_words_after_an_answer_change_the_card_and_those_that_follow_only_lie_under_it() -> None:
    chat = with_case()
    answered_by_the_desk(chat)
    chat.walk("[Svara K7WM4]", "vi blir fem")
    case = chat.stage.cases["K7WM4"]
    assert (case.state, case.written_at, case.answer_by) == ("claimed", chat.stage.now, "2023-09-08")
    chat.walk("[Skriv till kontaktpersonen]", "eller sex")
    assert chat.stage.cases["K7WM4"] == case.but(messages=chat.stage.cases["K7WM4"].messages)
    assert relayed(chat)[1:] == ["vi blir fem", "eller sex"]
