"""An association lets Lots learn from a case that was moved, or not: by a button, by its words, or by a reply."""

import pytest

from dialogs.conversation.effects import KeepCorrection
from dialogs.conversation.session import Consent
from dialogs.records.for_a_time.correction import Correction
from tests.dialogs.case.a_case import relayed, with_case
from tests.stages.in_memory import STAFF
from tests.stages.moments import MEMBER, NEED, Chat

REASON = "De har lokaler."
ASKED = "får jag spara era ord"


def moved() -> Chat:
    """A chat whose case a navigator has just moved, and that was asked about it."""
    chat = with_case()
    for label in ("Byt enhet", "Kultur, idrott och unga"):
        chat.stage.press(STAFF, 201, label, name="Nora")
    chat.stage.say(STAFF, 201, REASON, name="Nora")
    chat.stage.press(STAFF, 201, "Skicka", name="Nora")
    assert ASKED in chat.last()
    return chat


def kept(chat: Chat) -> list[Correction]:
    return list(chat.stage.corrections.values())


def question(chat: Chat) -> int:
    return chat.stage.chats[MEMBER][-1].number


OF_THE_CASE = Correction(
    "K7WM4",
    MEMBER,
    "vasa",
    "sv",
    "2023-09-01",
    NEED,
    ("welfare",),
    ("exclusion/loneliness",),
    ("culture-leisure",),
    "navigator",
)


@pytest.mark.parametrize("way", ["press", "words", "reply", "reply with a word", "later"])
def test_a_yes_keeps_the_words_of_the_case(way: str) -> None:
    chat = moved()
    match way:
        case "press":
            chat.walk("[Ja, spara orden]")
        case "words":
            chat.walk("ja, spara orden")
        case "reply":
            chat.send("Ja, spara orden", reply_to=question(chat))
        case "reply with a word":
            chat.send("ja", reply_to=question(chat))
        case "later":
            chat.walk("/new", NEED, "[Ja, spara orden]")
    assert kept(chat) == [OF_THE_CASE]
    assert chat.session.consent == Consent(given=True)
    assert chat.last().startswith("Tack. Orden sparas i högst ett år")
    assert relayed(chat)[1:] == [REASON]


@pytest.mark.parametrize("way", ["press", "words", "reply with a word"])
def test_a_no_keeps_nothing_and_leaves_what_was_asked(way: str) -> None:
    chat = moved()
    before = chat.session.offers
    match way:
        case "press":
            chat.walk("[Nej, spara dem inte]")
        case "words":
            chat.walk("nej, spara dem inte")
        case "reply with a word":
            chat.send("nej", reply_to=question(chat))
    assert (kept(chat), chat.session.consent) == ([], Consent(given=False))
    assert (chat.last(), chat.session.offers) == ("Då sparar jag inte orden, och jag frågar inte igen.", before)
    assert relayed(chat)[1:] == [REASON]


def test_a_plain_yes_may_be_meant_for_the_navigator_and_is_no_consent() -> None:
    chat = moved()
    chat.pause()
    chat.stage.now = chat.moment
    chat.send("ja")
    assert (kept(chat), chat.session.consent) == ([], Consent())


def test_who_says_no_after_a_yes_takes_everything_back() -> None:
    chat = moved()
    chat.walk("[Ja, spara orden]", "[Nej, spara dem inte]")
    assert (kept(chat), chat.session.consent) == ([], Consent(given=False))
    assert "De ord som var sparade är borta" in chat.last()


def test_the_words_of_the_button_mean_nothing_where_no_case_was_moved() -> None:
    chat = with_case()
    chat.walk("ja, spara orden")
    assert (kept(chat), chat.session.consent) == ([], Consent())


def test_a_case_that_is_back_where_it_came_first_is_not_kept() -> None:
    chat = moved()
    case = chat.stage.cases["K7WM4"]
    chat.stage.cases["K7WM4"] = case.but(need=case.need.but(offices=("welfare",)))
    outcome = chat.stage.press(MEMBER, MEMBER, "Ja, spara orden")
    assert (kept(chat), outcome.session.consent.given) == ([], True)
    assert [item for item in outcome.effects if isinstance(item, KeepCorrection)] == []


def test_nothing_is_left_of_it_when_the_chat_is_erased() -> None:
    chat = moved()
    chat.walk("[Ja, spara orden]", "/delete", "[Ja, ta bort allt]")
    assert kept(chat) == []
    chat.stage.say(STAFF, 201, "visa allt K7WM4", name="Nora")
    assert chat.stage.cases["K7WM4"].chat == 0
