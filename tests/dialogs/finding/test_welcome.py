"""Where an association is, said in its own words before, beside and after its need."""

import pytest

from tests.stages.moments import MEMBER, NEED, Chat
from tests.stages.standing import world

ALL = tuple(world().packs)


@pytest.mark.parametrize(
    ("acts", "municipality"),
    [
        (("Göteborg",), "goteborg"),
        (("vi är i Göteborg",), "goteborg"),
        (("vaxjö",), "vaxjo"),
        (("Hej", "Göteborg"), "goteborg"),
        (("olemme Vaasassa",), "vasa"),
        (("we are in Ostersund",), "ostersund"),
    ],
)
def test_a_place_that_is_said_first_is_kept_and_the_need_is_asked_for(acts: tuple[str, ...], municipality: str) -> None:
    chat = Chat(*ALL)
    chat.walk(*acts)
    assert (chat.session.place, chat.session.municipality, chat.session.need.text) == ("need", municipality, "")
    assert "Vem gäller det" not in chat.last()
    chat.walk(NEED)
    assert (chat.session.place, chat.session.municipality) == ("need.choose", municipality)


def test_a_wrong_municipality_is_changed_in_words_and_the_need_is_read_again() -> None:
    chat = Chat(*ALL)
    chat.walk(NEED, "vasa", "fel kommun, vi är i Växjö")
    assert (chat.session.municipality, chat.session.place, chat.session.need.text) == ("vaxjo", "need.choose", NEED)
    assert "Då gäller det Växjö." in chat.last()


@pytest.mark.parametrize(
    "words",
    [
        "det är i Växjö förresten, inte i Vasa",
        "oj, det ska vara Växjö kommun",
        "sorry, it should be Växjö",
        "anteeksi, piti olla Växjö",
    ],
)
def test_a_municipality_is_put_right_in_everyday_words(words: str) -> None:
    chat = Chat(*ALL)
    chat.walk(NEED, "vasa", words)
    assert (chat.session.municipality, chat.session.need.text) == ("vaxjo", NEED)


def test_questions_that_wait_for_the_municipality_are_all_answered() -> None:
    chat = Chat(*ALL)
    chat.walk("När är sista dagen?", "Vem får skicka in ett förslag?")
    assert chat.session.place == "municipality"
    chat.walk("Vasa")
    both = Chat(*ALL)
    both.walk("Vasa", "När är sista dagen?\nVem får skicka in ett förslag?")
    answers = [known.stage.chats[MEMBER][-2].text for known in (chat, both)]
    assert answers[0] == answers[1]
    assert "\n\n" in answers[0]
    assert (chat.session.place, chat.session.waiting) == ("start", None)


def test_a_question_beside_a_need_keeps_the_need_for_when_the_municipality_is_known() -> None:
    chat = Chat(*ALL)
    chat.walk(NEED, "När är sista dagen?", "Vasa")
    assert (chat.session.place, chat.session.need.text) == ("need.choose", NEED)


def test_a_need_before_the_municipality_is_read_and_that_is_said() -> None:
    chat = Chat(*ALL)
    chat.walk(NEED)
    assert chat.last() == (
        "Jag är Lots, en automatisk tjänst.\n\nTack, jag har läst det ni skrev. I vilken kommun arbetar ni?"
    )
    chat.walk("de pratar inte med en enda granne heller", "vasa")
    assert (chat.session.place, chat.session.municipality) == ("need.choose", "vasa")
    assert chat.session.need.text == f"{NEED}\nde pratar inte med en enda granne heller"


def test_a_person_is_reached_when_the_municipality_is_known() -> None:
    chat = Chat(*ALL)
    chat.stage.staff = {"vaxjo": -1001000000001}
    chat.walk("jag vill prata med en människa")
    assert "Jag kan nå en människa när jag vet vilken kommun det gäller" in chat.last()
    chat.walk("växjö", "När är sista dag?", "[Skicka till kommunen]")
    [case] = chat.stage.cases.values()
    assert (case.municipality, case.lines[-1]) == ("vaxjo", ("Meddelande", "När är sista dag?"))


def test_a_language_can_be_chosen_after_the_first_words() -> None:
    chat = Chat()
    chat.walk(NEED)
    assert [offer.label for offer in chat.session.offers if offer.action.verb == "language"] == [
        "Suomeksi",
        "In English",
    ]
    chat.walk("[Suomeksi]")
    assert chat.session.language == "fi"
    assert "Ymmärsin näin" in chat.last()


@pytest.mark.parametrize(("words", "code"), [("suomeksi", "fi"), ("På finska", "fi"), ("in english", "en")])
def test_a_language_is_changed_by_its_name(words: str, code: str) -> None:
    chat = Chat()
    chat.walk(NEED, "1", words)
    assert (chat.session.language, chat.session.place) == (code, "office")
