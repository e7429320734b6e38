"""Words and files for a case: under its card at once, and corrected there."""

import pytest

from dialogs.records.attachment import Attachment
from dialogs.records.run import Run
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


def test_a_file_that_takes_the_place_of_another_reaches_the_desk() -> None:
    chat = with_case("[Skriv till kontaktpersonen]")
    chat.show("document", "a", caption="vår plan")
    before = len(chat.desk())
    chat.edit(chat.sent, "vår plan", Attachment("document", "b"))
    chat.edit(chat.sent, "", Attachment("document", "c"))
    chat.edit(chat.sent, "vår andra plan", Attachment("document", "d"))
    replaced = "Filen är utbytt mot den här."
    changed = "Ändrat av föreningen. Nu står det: vår andra plan"
    assert [(item.text, item.attachment) for item in chat.stage.cases["K7WM4"].messages] == [
        ("vår plan", Attachment("document", "a")),
        (replaced, Attachment("document", "b")),
        (replaced, Attachment("document", "c")),
        (changed, Attachment("document", "d")),
    ]
    assert chat.desk()[before:] == [
        f"Från föreningen, ärende K7WM4:\n{words}" for words in (replaced, replaced, changed)
    ]
    chat.edit(chat.sent, "vår andra plan", Attachment("document", "d"))
    assert len(chat.desk()) == before + 3


def test_the_first_words_after_an_answer_change_the_card_and_those_that_follow_only_lie_under_it() -> None:
    chat = with_case()
    answered_by_the_desk(chat)
    chat.walk("[Svara K7WM4]", "vi blir fem")
    case = chat.stage.cases["K7WM4"]
    assert (case.state, case.written_at, case.answer_by) == ("claimed", chat.stage.now, "2023-09-08")
    chat.walk("[Skriv till kontaktpersonen]", "eller sex")
    assert chat.stage.cases["K7WM4"] == case.but(messages=chat.stage.cases["K7WM4"].messages)
    assert relayed(chat)[1:] == ["vi blir fem", "eller sex"]


MARKS = (Run("Vi vill ", ("i",)), Run("ses <alla>", ("b",)))


@pytest.mark.parametrize("waiting", [False, True], ids=["at once", "after waiting"])
def test_the_marks_of_an_association_reach_the_desk(*, waiting: bool) -> None:
    chat = with_case(*(() if waiting else ("[Skriv till kontaktpersonen]",)))
    chat.pause()
    sent = chat.send("Vi vill ses <alla>", formatted=MARKS)
    outcome = chat.stage.press(MEMBER, MEMBER, "Om ärende K7WM4") if waiting else sent
    shown = [reply.text for reply in outcome.replies if reply.chat == STAFF and not reply.card]
    assert shown == ["Från föreningen, ärende K7WM4:\n<i>Vi vill </i><b>ses &lt;alla&gt;</b>"]
    assert chat.stage.cases["K7WM4"].messages[-1].formatted == MARKS


@pytest.mark.parametrize("place", ["/new", "[Skriv till kontaktpersonen]"])
def test_the_words_that_an_answer_is_about_reach_the_desk_with_it(place: str) -> None:
    chat = with_case()
    answered_by_the_desk(chat, "Kom på onsdag eller på fredag klockan tio.")
    answer = chat.stage.chats[MEMBER][-1].number
    chat.walk(place)
    chat.send("Den dagen kan vi inte.", reply_to=answer, quoted="på onsdag")
    assert chat.stage.cases["K7WM4"].messages[-1].quoted == "på onsdag"
    assert 'Svar på "på onsdag":\nDen dagen kan vi inte.' in chat.last(STAFF)
    chat.stage.say(STAFF, 7, "visa allt K7WM4", name="Eva")
    assert 'Svar på "på onsdag": Den dagen kan vi inte.' in chat.last(STAFF)
