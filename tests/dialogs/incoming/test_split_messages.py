"""Texts that come in pieces are one text, wherever words are taken."""

from datetime import timedelta

import pytest

from dialogs.conversation.events import Said, Sender
from tests.stages.in_memory import STAFF
from tests.stages.moments import MEMBER, NEED, Chat

SENTENCE = "Vi träffas i byagården varje onsdag och lagar mat ihop. "
LONG = SENTENCE * 90
CUT = LONG[:4096], LONG[4096:].strip()
COOKING = "Vi lagar mat ihop varje onsdag i byagården."
DRAFT = (NEED, "1", "[Skriva ett förslag]", "[Börja]")
SENT = (NEED, "1", "[Skicka idén till kontaktpersonen]", "[Hoppa över]", "[Skicka till kommunen]")


def a_chat(*acts: str) -> Chat:
    chat = Chat()
    chat.walk(*acts)
    chat.pause()
    return chat


def split(chat: Chat, apart: int = 2) -> None:
    chat.send(CUT[0])
    chat.send(CUT[1], second=apart)


def test_the_rest_of_an_answer_that_was_cut_does_not_stand_for_all_of_it() -> None:
    chat = a_chat(*DRAFT, "Onsdagsköket", "använd det jag skrev")
    split(chat)
    assert (chat.answer("FP03").state, chat.answer("FP03").said) == ("unclear", LONG.strip())
    assert "Det ni skrev finns kvar" in chat.last()
    assert chat.session.asking == "FP03"


def test_an_answer_that_fits_although_it_was_cut_is_saved_whole() -> None:
    chat = a_chat(*DRAFT, "Onsdagsköket")
    first, second = SENTENCE * 20, SENTENCE * 2
    chat.at_once(first.strip(), second.strip())
    assert chat.answer("FP02").value == f"{first.strip()}\n{second.strip()}"
    assert chat.session.asking == "FP03"


def test_lines_of_a_list_that_come_at_once_are_its_items() -> None:
    chat = a_chat(*DRAFT, *["hoppa över"] * 6)
    chat.at_once("Lön 12 000 €", "Hyra 6 000", "Mat 500")
    assert [(row["what"], row["sum"]) for row in chat.answer("FP07").value] == [
        ("Lön", 12000),
        ("Hyra", 6000),
        ("Mat", 500),
    ]


def test_what_comes_a_while_later_answers_the_next_question() -> None:
    chat = a_chat(*DRAFT, "Onsdagsköket", "använd det jag skrev", COOKING, "Ensamhet")
    chat.send("Minst 25 män kommer")
    assert (chat.answer("FP03").said, chat.answer("FP05").value) == (COOKING, ["Minst 25 män kommer"])


def test_buttons_that_are_typed_at_once_are_still_buttons() -> None:
    chat = a_chat(*DRAFT)
    chat.at_once("Onsdagsköket", "använd det jag skrev", COOKING, "spara och gå")
    assert [chat.answer(name).said for name in ("FP01", "FP02", "FP03")] == ["Onsdagsköket", NEED, COOKING]
    assert chat.session.place == "welcome.back"


@pytest.mark.parametrize("apart", [0, 2, 9])
def test_a_need_that_was_cut_is_read_whole(apart: int) -> None:
    chat = a_chat()
    split(chat, apart)
    assert chat.session.need.text == LONG.strip()


def test_short_lines_of_a_need_are_one_need_also_those_that_say_little() -> None:
    chat = a_chat()
    chat.at_once("hej", "gubbarna i byn", "sitter hemma hela vintern")
    assert chat.session.need.text == "hej\ngubbarna i byn\nsitter hemma hela vintern"


def last_words(chat: Chat, where: int = MEMBER) -> str:
    """What was said last in a chat, in as many messages as Telegram asks for, without the blanks it was cut at."""
    return without_blanks("".join(shown.text for shown in chat.stage.chats[where][-3:]))


def without_blanks(text: str) -> str:
    return "".join(text.split())


def test_a_question_to_a_person_is_shown_and_sent_whole() -> None:
    chat = a_chat(NEED, "[Prata med en person]")
    split(chat)
    assert chat.session.place == "idea.preview"
    assert without_blanks(LONG) in last_words(chat)
    chat.walk("[Skicka bara frågan]", "[Skicka till kommunen]")
    [case] = chat.stage.cases.values()
    assert case.lines == (("Meddelande", LONG.strip()),)


def test_words_for_a_case_reach_it_piece_by_piece() -> None:
    chat = a_chat(*SENT, "[Skriv till kontaktpersonen]")
    split(chat)
    chat.pause()
    chat.walk("[Skriv till kontaktpersonen]")
    chat.pause()
    chat.at_once("En rad", "och en till", "tack")
    [case] = chat.stage.cases.values()
    assert [item.text for item in case.messages] == [*CUT, "En rad", "och en till", "tack"]
    assert [text for text in chat.desk() if "och en till" in text]


def test_a_word_that_the_client_cut_is_one_word() -> None:
    chat = a_chat(*DRAFT)
    word = "ä" * 4096
    chat.send(word)
    chat.send("ö och mer", second=1)
    assert chat.answer("FP01").said == f"{word}ö och mer"


def test_what_would_grow_too_long_is_refused_aloud_and_the_rest_stays() -> None:
    chat = a_chat()
    chat.at_once(*[SENTENCE * 73] * 4)
    assert "Högst 12\u00a0000 tecken" in chat.last()
    assert chat.session.need.text == f"{SENTENCE * 73}\n{SENTENCE * 73}"


def test_the_rest_of_a_text_that_was_stopped_is_not_kept_either() -> None:
    chat = a_chat(*DRAFT, "Onsdagsköket", "använd det jag skrev")
    chat.send(f"kontakta 131052-308T om detta. {LONG}"[:4096])
    chat.send("och det här är slutet", second=2)
    assert chat.answer("FP03") is None
    assert "resten av en text som jag inte har sparat" in chat.last()
    chat.pause()
    chat.send(COOKING)
    assert chat.answer("FP03").value == COOKING


def test_a_beginning_is_taken_back_when_its_rest_may_not_be_kept() -> None:
    chat = a_chat(*DRAFT, "Onsdagsköket", "använd det jag skrev")
    chat.send(LONG[:4000].strip())
    chat.send("ring 131052-308T", second=2)
    assert (chat.answer("FP03"), chat.session.asking) == (None, "FP03")
    assert chat.session.heard is not None
    assert (chat.session.heard.stopped, chat.session.heard.text) == (True, "")


def test_the_last_answer_can_be_changed_by_an_edit() -> None:
    chat = a_chat(*DRAFT, "Onsdagsköket", "använd det jag skrev")
    chat.send(COOKING.replace("mat", "mta"))
    number = chat.sent
    chat.edit(number, COOKING)
    assert (chat.answer("FP03").value, chat.session.asking) == (COOKING, "FP04")
    assert "Jag har tagit med er ändring" in chat.last()
    chat.walk("Ensamhet")
    chat.edit(number, "något annat")
    assert chat.answer("FP03").value == COOKING
    assert "ändrar ni i sammanfattningen" in chat.last()


def test_the_need_can_be_changed_by_an_edit() -> None:
    chat = a_chat()
    chat.send("gubbarna i byn sitter hemma")
    number = chat.sent
    chat.edit(number, "gummorna i byn sitter hemma")
    assert chat.session.need.text == "gummorna i byn sitter hemma"


def test_an_answer_of_a_navigator_that_was_cut_is_one_draft() -> None:
    chat = a_chat(*SENT)
    stage, nora = chat.stage, Sender(STAFF, 201, "Nora", "sv", None, None, "vasa", private=False)
    stage.press(STAFF, 201, "Svara föreningen", name="Nora")
    for second, text in enumerate(CUT):
        sent = chat.moment + timedelta(seconds=second)
        stage.take(Said(nora, text, stage.next_number(), at=sent))
    assert without_blanks(LONG) in last_words(chat, STAFF)
    stage.press(STAFF, 201, "Skicka", name="Nora")
    assert without_blanks(LONG) in last_words(chat)


@pytest.mark.parametrize("apart", [1, 5, 9])
def test_an_answer_that_was_refused_is_not_joined_with_the_next(apart: int) -> None:
    chat = a_chat(*DRAFT, "Onsdagsköket", "använd det jag skrev")
    chat.send("kan inte nu")
    assert chat.answer("FP03").state == "unclear"
    chat.send(COOKING, second=apart)
    assert (chat.answer("FP03").said, chat.answer("FP03").value) == (COOKING, COOKING)


def test_lines_that_are_sent_before_an_answer_came_are_read_together() -> None:
    chat = a_chat(*DRAFT, "Onsdagsköket", "använd det jag skrev")
    chat.at_once("Vi lagar mat", "varje onsdag", "i byagården med tjugo män")
    assert chat.answer("FP03").value == "Vi lagar mat\nvarje onsdag\ni byagården med tjugo män"


def test_a_correction_that_is_understood_alone_stands_alone() -> None:
    chat = a_chat(*DRAFT, *["hoppa över"] * 11)
    chat.send("tolvtusen + lite till")
    chat.send("12500", second=2)
    assert (chat.answer("FP12").state, chat.answer("FP12").said) == ("given", "12500")
