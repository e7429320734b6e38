"""Words and files beside a case: all are kept and reach where the person says."""

from datetime import timedelta

import pytest

from dialogs.records.attachment import Attachment
from tests.dialogs.moments import MEMBER, NEED, Chat
from tests.journeys.stage import STAFF

SENT = (NEED, "1", "[Skicka idén till kontaktpersonen]", "[Hoppa över]", "[Skicka till kommunen]")


def with_case(*more: str) -> Chat:
    chat = Chat()
    chat.walk(*SENT, *more)
    return chat


def with_two_cases() -> Chat:
    return with_case("/new", *SENT)


def relayed(chat: Chat, reference: str = "K7WM4") -> list[str]:
    return [item.text for item in chat.stage.cases[reference].messages]


def test_all_that_was_written_without_a_button_reaches_the_case() -> None:
    chat = with_case("löst prat utan svar", "andra stycket")
    assert "löst prat utan svar\nandra stycket" in chat.last()
    chat.walk("[Om ärende K7WM4]")
    assert relayed(chat) == ["löst prat utan svar", "andra stycket"]
    assert [text for text in chat.desk() if "löst prat" in text or "andra stycket" in text] == [
        "Från föreningen, ärende K7WM4:\nlöst prat utan svar",
        "Från föreningen, ärende K7WM4:\nandra stycket",
    ]
    assert chat.session.strays == ()


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


def test_thanks_get_a_plain_answer_and_change_nothing() -> None:
    chat = with_case()
    for thanks in ("tack", "Kiitos.", "kiitti paljon", "thank you"):
        before = chat.session
        chat.walk(thanks)
        assert "Skriv när ni vill fortsätta" in chat.last()
        assert chat.session == before.but(heard=None)


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


def test_an_album_beside_a_case_waits_whole() -> None:
    chat = with_case()
    chat.show("photo", "a", caption="vår lokal", album="77")
    chat.show("photo", "b", album="77")
    chat.walk("[Om ärende K7WM4]")
    assert [item.attachment for item in chat.stage.cases["K7WM4"].messages] == [
        Attachment("photo", "a"),
        Attachment("photo", "b"),
    ]


def test_a_photo_with_a_need_is_read_and_it_is_said_that_the_photo_is_not_kept() -> None:
    chat = Chat()
    chat.show("photo", "a", caption=NEED)
    assert chat.session.need.text == NEED
    assert "Filen kan jag inte läsa, så den är inte sparad" in chat.last()


def test_a_photo_beside_a_question_is_offered_to_the_case_and_the_question_stays() -> None:
    chat = with_case("/new", NEED, "1", "[Skriva ett förslag]", "[Börja]")
    chat.show("photo", "a", caption="Onsdagsköket")
    assert chat.answer("FP01").value == "Onsdagsköket"
    assert "Filen är inte skickad än" in chat.last()
    chat.walk("om ärende K7WM4")
    assert [item.attachment for item in chat.stage.cases["K7WM4"].messages] == [Attachment("photo", "a")]
    assert (chat.session.place, chat.session.asking) == ("proposal.ask", "FP02")


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


def test_an_edit_of_what_waits_changes_it() -> None:
    chat = with_case()
    chat.send("vi ses klockan tre")
    number = chat.sent
    chat.edit(number, "vi ses klockan fyra")
    chat.walk("[Om ärende K7WM4]")
    assert relayed(chat) == ["vi ses klockan fyra"]


def answered_by_the_desk(chat: Chat, words: str = "Kan ni komma på tisdag klockan 16?", number: int = 0) -> None:
    """A navigator writes to the association, a minute after the last that was said."""
    stage = chat.stage
    stage.now += timedelta(minutes=1)
    card = [shown for shown in stage.chats[STAFF] if any(offer.label == "Svara föreningen" for offer in shown.offers)][
        number
    ]
    stage.press_at(STAFF, 7, card, [offer.label for offer in card.offers].index("Svara föreningen"), name="Eva")
    stage.say(STAFF, 7, words, name="Eva")
    stage.press(STAFF, 7, "Skicka", name="Eva")
    stage.now += timedelta(minutes=1)


TO_A_QUESTION = ("/new", NEED, "1", "[Skriva ett förslag]", "[Börja]")


@pytest.mark.parametrize(
    "acts",
    [("/start",), ("/new",), ("/new", NEED), ("/new", NEED, "1"), ("/proposals",), TO_A_QUESTION, ("/delete",)],
    ids=["start", "need", "topics", "office", "proposals", "FP01", "delete"],
)
@pytest.mark.parametrize("words", ["Tisdag kl 16 går bra, vi blir fem", "Men ni lovade ju!", "Tack, det passar"])
def test_what_comes_right_after_a_navigators_answer_is_asked_about_on_every_screen(
    acts: tuple[str, ...], words: str
) -> None:
    chat = with_case(*acts)
    place = chat.session.place
    answered_by_the_desk(chat)
    chat.walk(words)
    assert f'Ni skrev: "{words}"' in chat.last()
    chat.walk("ja")
    assert ([item for item in relayed(chat) if item == words], chat.session.place) == ([words], place)
    assert chat.session.strays == ()


def test_the_answer_to_a_question_that_was_put_after_the_navigators_answer_is_one() -> None:
    chat = with_case()
    answered_by_the_desk(chat)
    chat.walk(*TO_A_QUESTION, "Onsdagsköket")
    assert chat.answer("FP01").value == "Onsdagsköket"


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


def test_what_waits_is_said_when_another_case_gets_words() -> None:
    chat = with_two_cases()
    chat.walk("vi byter lokal", "K7WM4 vi är fler nu")
    assert relayed(chat) == ["K7WM4 vi är fler nu"]
    assert 'Ni skrev tidigare: "vi byter lokal". Det är inte skickat.' in chat.last()


def test_what_waits_is_gone_after_cancel_and_that_is_said() -> None:
    chat = with_case("vi byter lokal", "/cancel")
    assert (chat.session.strays, "Jag har inte kvar det" in chat.last()) == ((), True)


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


def test_the_case_that_was_answered_last_comes_first() -> None:
    chat = with_two_cases()
    answered_by_the_desk(chat)
    chat.walk("vi blir fem")
    assert [offer.label for offer in chat.session.offers][:2] == ["Om ärende K7WM4", "Om ärende P3QX9"]


@pytest.mark.parametrize("greeting", ["moi", "hej"])
def test_a_greeting_is_answered_with_how_the_case_stands(greeting: str) -> None:
    for chat in (with_case(), with_case("/start")):
        chat.walk(greeting)
        assert (chat.session.place, "Läge:" in chat.last(), chat.session.strays) == ("case", True, ())


def test_a_case_that_was_erased_from_the_chat_cannot_be_reached_and_that_is_said() -> None:
    chat = with_case("/delete", "[Ja, ta bort allt]", "K7WM4 vi kommer ändå")
    assert "Ärende K7WM4 går inte att nå från den här chatten. Det ni skrev är inte skickat dit." in chat.last()
    assert relayed(chat) == []
