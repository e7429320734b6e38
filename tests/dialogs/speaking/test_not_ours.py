"""Another language is said to be none of ours in all three, is no need, and a person can read it as it stands."""

import pytest

from dialogs.conversation.events import Said
from tests.knowledge.identification.rows import with_model
from tests.stages.moments import HER, MEMBER, NEED, Chat
from tests.stages.standing import world

ALL = tuple(world().packs)
UKRAINIAN = "Ми хочемо відкрити кафе для самотніх літніх людей"
NORWEGIAN = "Vi vil gjerne starte en kafé for ensomme eldre"
KNOWN = ("Jag kan bara svenska, finska och engelska", "Osaan vain suomea, ruotsia ja englantia", "I only know Swedish")


def said(text: str, *packs: str, code: str = "uk", before: tuple[str, ...] = ()) -> Chat:
    chat = Chat(*packs)
    chat.walk(*before)
    chat.pause()
    chat.stage.take(Said(HER.but(language=code), text, chat.stage.next_number()))
    return chat


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (UKRAINIAN, "uk"),
        ("помогите", "sv"),
        ("نريد أن نفتح مقهى لكبار السن", "ar"),
        pytest.param(NORWEGIAN, "nb", marks=with_model),
        pytest.param("Me tahame avada kohviku üksikutele vanuritele", "et", marks=with_model),
        pytest.param("Waxaan rabnaa inaan furno makhaayad loogu talagalay waayeelka", "so", marks=with_model),
    ],
)
def test_another_language_is_no_need_and_all_three_say_what_can_be_done(text: str, code: str) -> None:
    chat = said(text, code=code)
    assert [words in chat.last() for words in KNOWN] == [True] * 3
    assert (chat.session.need.text, chat.last().count("112")) == ("", 3)
    labels = [offer.label for offer in chat.session.offers]
    assert labels == ["Låt en människa läsa det", "Svenska", "Suomeksi", "In English", "Prata med en person"]


def test_a_person_reads_the_words_as_they_stand() -> None:
    chat = said(UKRAINIAN)
    chat.walk("[Låt en människa läsa det]")
    assert (chat.session.place, UKRAINIAN in chat.last()) == ("idea.preview", True)
    chat.walk("[Skicka till kommunen]")
    assert [UKRAINIAN in card for card in chat.desk()] == [True]


def test_where_several_municipalities_run_the_words_wait_until_one_is_chosen() -> None:
    chat = said(UKRAINIAN, *ALL)
    chat.walk("[Låt en människa läsa det]")
    assert chat.session.place == "municipality"
    chat.walk("[Vasa]")
    assert (chat.session.place, UKRAINIAN in chat.last()) == ("idea.preview", True)


@pytest.mark.parametrize(
    ("text", "languages"),
    [("Kan ni norska?", "Jag kan svenska, finska och engelska."), ("voiko puhua venäjää", "Osaan suomea, ruotsia")],
)
def test_who_asks_for_another_language_is_told_which_there_are(text: str, languages: str) -> None:
    chat = said(text, code="fi" if text.startswith("voiko") else "sv")
    told = "\n".join(shown.text for shown in chat.stage.chats[MEMBER])
    assert (languages in told, chat.session.need.text) == (True, "")
    assert [offer.action.verb for offer in chat.session.offers].count("language") == 2


def test_after_a_language_was_chosen_the_way_goes_on_in_it() -> None:
    chat = said(UKRAINIAN)
    chat.walk("[In English]", "we sing with lonely old people")
    assert (chat.session.language, chat.session.place) == ("en", "need.choose")


def test_without_a_desk_nothing_is_promised_to_be_kept() -> None:
    chat = Chat()
    chat.stage.staff = {}
    chat.stage.take(Said(HER.but(language="uk"), UKRAINIAN, 1))
    assert "Det ni skrev är inte sparat." in chat.last()
    assert [offer.action.verb for offer in chat.session.offers] == ["language"] * 3 + ["person"]


def test_a_need_that_was_written_before_stays() -> None:
    chat = said(UKRAINIAN, before=(NEED,))
    assert (chat.session.need.text, chat.session.place) == (NEED, "need.choose")
    chat.walk("Jag kan svenska")
    assert chat.session.need.text.startswith(NEED)


def test_where_a_choice_is_asked_its_buttons_keep_their_numbers() -> None:
    chat = said(UKRAINIAN, *ALL, before=("/new", NEED))
    assert chat.session.place == "municipality"
    assert [offer.action.verb for offer in chat.session.offers[:4]] == ["municipality"] * 4
    chat.walk("1")
    assert chat.session.municipality == ALL[0]


@pytest.mark.parametrize("text", [UKRAINIAN, "Das Dorf kocht"])
def test_an_answer_of_the_form_may_be_in_any_language(text: str) -> None:
    chat = said(text, before=(NEED, "1", "[Skriva ett förslag]", "[Börja]"))
    assert (chat.answer("FP01").value, chat.session.asking) == (text, "FP02")


def test_words_to_a_person_may_be_in_any_language() -> None:
    chat = said(UKRAINIAN, before=(NEED, "[Prata med en person]"))
    assert (chat.session.place, UKRAINIAN in chat.last(), MEMBER) == ("idea.preview", True, 101)
