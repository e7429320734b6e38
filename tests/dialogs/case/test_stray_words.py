"""Words and files beside a case: all are kept, in their order, until it is said where they belong."""

import pytest

from dialogs.records.attachment import Attachment
from tests.dialogs.case.a_case import TO_A_QUESTION, answered_by_the_desk, relayed, with_case, with_two_cases
from tests.stages.moments import NEED, Chat


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


def test_thanks_get_a_plain_answer_and_change_nothing() -> None:
    chat = with_case()
    for thanks in ("tack", "Kiitos.", "kiitti paljon", "thank you"):
        before = chat.session
        chat.walk(thanks)
        assert "Skriv när ni vill fortsätta" in chat.last()
        assert chat.session == before.but(heard=None)


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
    assert chat.last().startswith("Det ni skrev har jag läst. Filen kan jag inte läsa, så den är inte sparad.")


@pytest.mark.parametrize(
    ("kind", "album", "words"),
    [
        ("photo", "", "Bilden kan jag inte läsa här, så den är inte sparad."),
        ("voice", "", "Röstmeddelandet kan jag inte lyssna på, så det är inte sparat."),
        ("document", "", "Filen kan jag inte läsa här, så den är inte sparad."),
        ("photo", "77", "Bilderna och filerna kan jag inte läsa här, så de är inte sparade."),
    ],
)
def test_without_a_case_it_is_said_of_each_kind_of_file_that_it_is_not_kept(kind: str, album: str, words: str) -> None:
    chat = Chat()
    chat.walk(NEED)
    chat.show(kind, "a", album=album)
    assert chat.last().startswith(words)


def test_what_is_neither_words_nor_a_file_is_said_not_to_be_kept() -> None:
    chat = Chat()
    chat.walk(NEED)
    chat.stage.send_thing(101, 101, "sticker")
    assert chat.last().startswith("Jag kan läsa text, men inte det här, så det är inte sparat.")


def test_a_photo_beside_a_question_is_offered_to_the_case_and_the_question_stays() -> None:
    chat = with_case("/new", NEED, "1", "[Skriva ett förslag]", "[Börja]")
    chat.show("photo", "a", caption="Onsdagsköket")
    assert chat.answer("FP01").value == "Onsdagsköket"
    assert "Filen är inte skickad än" in chat.last()
    chat.walk("om ärende K7WM4")
    assert [item.attachment for item in chat.stage.cases["K7WM4"].messages] == [Attachment("photo", "a")]
    assert (chat.session.place, chat.session.asking) == ("proposal.ask", "FP02")


def test_an_edit_of_what_waits_changes_it() -> None:
    chat = with_case()
    chat.send("vi ses klockan tre")
    number = chat.sent
    chat.edit(number, "vi ses klockan fyra")
    chat.walk("[Om ärende K7WM4]")
    assert relayed(chat) == ["vi ses klockan fyra"]


def test_a_file_that_takes_the_place_of_one_that_waits_goes_instead() -> None:
    chat = with_case()
    chat.show("photo", "a", caption="vår lokal")
    chat.edit(chat.sent, "vår lokal", Attachment("photo", "b"))
    chat.walk("[Om ärende K7WM4]")
    assert [(item.text, item.attachment) for item in chat.stage.cases["K7WM4"].messages] == [
        ("vår lokal", Attachment("photo", "b"))
    ]


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


def test_what_waits_is_said_when_another_case_gets_words() -> None:
    chat = with_two_cases()
    chat.walk("vi byter lokal", "K7WM4 vi är fler nu")
    assert relayed(chat) == ["K7WM4 vi är fler nu"]
    assert 'Ni skrev tidigare: "vi byter lokal". Det är inte skickat.' in chat.last()


def test_what_waits_is_gone_after_cancel_and_that_is_said() -> None:
    chat = with_case("vi byter lokal", "/cancel")
    assert (chat.session.strays, "Jag har inte kvar det" in chat.last()) == ((), True)


@pytest.mark.parametrize("greeting", ["moi", "hej"])
def test_a_greeting_is_answered_with_how_the_case_stands(greeting: str) -> None:
    for chat in (with_case(), with_case("/start")):
        chat.walk(greeting)
        assert (chat.session.place, "Läge:" in chat.last(), chat.session.strays) == ("case", True, ())


def test_a_case_that_was_erased_from_the_chat_cannot_be_reached_and_that_is_said() -> None:
    chat = with_case("/delete", "[Ja, ta bort allt]", "K7WM4 vi kommer ändå")
    assert "Ärende K7WM4 går inte att nå från den här chatten. Det ni skrev är inte skickat dit." in chat.last()
    assert relayed(chat) == []


def test_what_waits_unseen_goes_nowhere_when_only_a_reference_is_typed() -> None:
    chat = with_case("🙂", "person", "/proposals", "/proposals", "K7WM4")
    assert (relayed(chat), 'Ni skrev: "🙂"' in chat.last()) == ([], True)
    chat.walk("K7WM4")
    assert relayed(chat) == ["🙂"]


@pytest.mark.parametrize("words", ["hej", "Hallå?", "hei"])
def test_a_greeting_to_the_contact_person_is_passed_on(words: str) -> None:
    chat = with_case(*TO_A_QUESTION, "/proposals", "[Ärende K7WM4]", "[Skriv till kontaktpersonen]", words)
    assert relayed(chat) == [words]


@pytest.mark.parametrize(
    "words", ["jag glömde säga att vi är 12 ledare", "och de är 13-16 år", "we are 12 leaders by the way"]
)
def test_words_that_are_no_need_are_offered_to_the_case_where_a_need_would_be_told(words: str) -> None:
    chat = with_case("/proposals", words)
    assert words in chat.last()
    chat.walk("1")
    assert relayed(chat) == [words]


@pytest.mark.parametrize("words", ["hej", "gatlyktan på Storgatan är trasig", NEED])
def test_a_greeting_a_need_and_what_has_a_door_are_answered_beside_a_case(words: str) -> None:
    assert with_case("/proposals", words).session.strays == ()
