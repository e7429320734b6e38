"""A language that was chosen stays; at the question of the language nothing that is typed is lost."""

import pytest

from dialogs.speaking.choosing import answered
from knowledge.language import Language
from tests.stages.moments import NEED, Chat

FINNISH_NEED = "Kylän vanhat miehet istuvat yksin kotona koko talven"


@pytest.mark.parametrize(
    "way",
    [("suomeksi",), ("/language", "FI"), ("/language", "Suomi"), ("/language", "[Suomeksi]"), ("hej", "[Suomeksi]")],
)
def test_a_chosen_language_is_kept_whatever_is_written_then(way: tuple[str, ...]) -> None:
    chat = Chat()
    chat.walk(*way, NEED, "2", "We also want to sing together in the evenings", "vi vill också sjunga ihop varje kväll")
    assert (chat.session.language, chat.session.language_chosen) == ("fi", True)


def test_beside_a_chosen_language_another_is_offered_once_each() -> None:
    chat = Chat()
    chat.walk("suomeksi", NEED)
    assert "Ska vi fortsätta på svenska?" in chat.last()
    chat.walk("vi vill också sjunga ihop varje kväll")
    assert "Ska vi fortsätta på svenska?" not in chat.last()
    chat.walk("we also want to sing together in the evenings")
    assert "Shall we go on in English?" in chat.last()
    chat.walk("Fortsätt på svenska")
    assert chat.session.language == "fi"
    chat.walk("Go on in English")
    assert chat.session.language == "en"


NAMES = {
    "sv": ["Svenska", "svensk", "ruotsi", "swe", "Swedish!", "byt till svenska"],
    "fi": ["Suomi", "suomea", "finska", "finskt", "fin", "Finnish", "puhu suomea", "suomi kiitos"],
    "en": ["English", "engelska", "englanti", "eng", "switch to English please"],
}


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in NAMES.items() for name in names])
def test_a_language_is_known_by_its_everyday_names_where_one_is_asked_for(code: str, name: str) -> None:
    assert answered(name) == Language(code)


@pytest.mark.parametrize("code", ["se", "no", "da", "et", "is", "norsk", "svenksa"])
def test_what_names_no_language_of_ours_is_asked_again(code: str) -> None:
    chat = Chat()
    chat.walk("/language", code)
    assert chat.last().startswith("Jag kan svenska, finska och engelska.\n\nVilket språk vill ni använda?")
    assert (chat.session.place, chat.session.language_chosen) == ("language", False)


def test_a_need_that_is_typed_at_the_question_of_the_language_is_read() -> None:
    chat = Chat()
    chat.walk("/language", FINNISH_NEED)
    assert (chat.session.place, chat.session.need.text, chat.session.language) == ("need.choose", FINNISH_NEED, "fi")


def test_an_answer_that_is_typed_at_the_question_of_the_language_is_taken() -> None:
    chat = Chat()
    chat.walk(
        NEED, "1", "[Skriva ett förslag]", "[Börja]", "Onsdagsköket", "/language", "Vi lagar mat ihop i byagården"
    )
    assert (chat.answer("FP02").said, chat.session.place) == ("Vi lagar mat ihop i byagården", "proposal.ask")
