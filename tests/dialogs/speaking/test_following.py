"""As long as no language was chosen the chat goes on in the one that is written, and says so once."""

import pytest

from dialogs.conversation.events import Said
from tests.stages.moments import HER, MEMBER, NEED, Chat

FINNISH = "Kylän vanhat miehet istuvat yksin kotona koko talven"
ENGLISH = "We also want to sing together in the evenings"


def test_whoever_goes_on_in_another_language_is_answered_in_it_with_one_way_back() -> None:
    chat = Chat()
    chat.walk(NEED)
    chat.walk(FINNISH)
    assert chat.last().endswith("Kirjoititte suomeksi, joten vastaan suomeksi.")
    assert chat.session.offers[-1].label == "Fortsätt på svenska"
    chat.walk("[Fortsätt på svenska]")
    assert (chat.session.language, chat.session.language_chosen) == ("sv", True)
    chat.walk(FINNISH)
    assert chat.session.language == "sv"


def test_whoever_changes_to_and_fro_is_followed_and_told_once_of_each_language() -> None:
    chat = Chat()
    chat.walk(NEED)
    told = []
    for line in (FINNISH, NEED, FINNISH, ENGLISH, FINNISH):
        chat.walk(line)
        told.append((chat.session.language, chat.last().count("joten vastaan"), chat.last().count("så jag svarar")))
    assert told == [("fi", 1, 0), ("sv", 0, 1), ("fi", 0, 0), ("en", 0, 0), ("fi", 0, 0)]


@pytest.mark.parametrize(
    "words",
    ["OK", "👍", "2", "joo", "Vaasa", "https://example.org", "workshop", "vi vill ha mer teamwork", "Mikko Virtanen"],
)
def test_words_that_tell_no_language_change_nothing(words: str) -> None:
    chat = Chat()
    chat.walk(NEED, words)
    assert chat.session.language == "sv"
    assert "suomeksi" not in chat.last()


def test_the_words_of_a_button_are_ours_and_tell_no_language() -> None:
    chat = Chat()
    chat.walk(FINNISH)
    label = next(offer.label for offer in chat.session.offers if offer.action.verb == "person")
    chat.walk(NEED)
    assert chat.session.language == "sv"
    chat.walk("/help", FINNISH)
    chat.walk(label)
    assert (chat.session.place, chat.session.language) == ("person", "fi")


def test_an_answer_of_the_form_is_kept_as_it_is_and_the_chat_stays_in_its_language() -> None:
    chat = Chat()
    chat.walk(FINNISH, "1", "[Kirjoitan ehdotuksen]", "[Aloitetaan]", "Vi lagar mat ihop varje onsdag")
    assert chat.answer("FP01").value == "Vi lagar mat ihop varje onsdag"
    assert (chat.session.language, "Ska vi fortsätta på svenska?" in chat.last()) == ("fi", True)


def test_words_to_a_person_change_no_language_and_are_left_alone() -> None:
    chat = Chat()
    chat.walk(FINNISH, "[Haluan puhua ihmisen kanssa]", "Vi vill gärna träffa er och berätta mer")
    assert (chat.session.place, chat.session.language) == ("idea.preview", "fi")


def test_a_mail_that_is_passed_on_is_read_and_answered_in_the_language_of_the_chat() -> None:
    chat = Chat()
    chat.walk(FINNISH, "/new", f"Lähettäjä: Anna\nAihe: kylä\n\n{NEED}")
    assert (chat.session.place, chat.session.language) == ("need.choose", "fi")
    assert "Kirjoititte" not in chat.last()


@pytest.mark.parametrize(
    ("code", "text", "language"),
    [("fi", NEED, "sv"), ("sv", FINNISH, "fi"), ("uk", "eläkeläiset", "fi"), ("uk", "hej", "sv"), ("en", "hej", "en")],
)
def test_the_first_words_settle_a_language(code: str, text: str, language: str) -> None:
    chat = Chat()
    chat.stage.take(Said(HER.but(language=code), text, 1))
    assert (chat.session.language, chat.session.language_chosen) == (language, False)


def test_help_lines_come_in_the_language_of_the_distress_and_leave_the_chat_as_it_was() -> None:
    chat = Chat()
    chat.walk(NEED, "en jaksa enää elää")
    assert "112" in chat.last()
    assert ("Soittakaa" in chat.last() or "Soita" in chat.last(), chat.session.language) == (True, "sv")
    assert MEMBER in chat.stage.chats
