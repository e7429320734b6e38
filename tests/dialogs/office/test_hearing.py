"""Words in an office's chat: replies answer, numbers press, changes reach the desk, and personal data stops."""

import pytest

from dialogs.conversation.events import Edited, Said, Seat, Sender, Unreadable
from dialogs.records.attachment import Attachment
from tests.stages.asked_offices import (
    CASE,
    DECLINE,
    NOBODY,
    NORA,
    OFFICIAL,
    REFERENCE,
    TAKE,
    ULLA,
    WELFARE,
    a_town,
    ask,
    at_card,
    count,
    newest,
    question,
    reply,
    since,
    verdicts,
)
from tests.stages.in_memory import STAFF, Stage

PHOTO = Attachment("photo", "file-1")


def sender(stage: Stage, reply_to: int | None = None) -> Sender:
    """Ulla in the group of her office, maybe replying to its question."""
    return Sender(WELFARE, ULLA, "Ulla", "sv", None, reply_to, private=False, seat=Seat("vasa", "welfare"))


@pytest.mark.parametrize(
    ("words", "verdict", "told"),
    [
        ("Det låter bra", "opinion", "svarar i ärende K7WM4: Det låter bra"),
        ("Hur många är de?", "asked_back", "frågar tillbaka i ärende K7WM4: Hur många är de?"),
        ("Hur många är de? ", "asked_back", "frågar tillbaka"),
        ("1", "taken", "tar ärende K7WM4."),
        ("Vi tar det!", "taken", "tar ärende K7WM4."),
        ("vi tar det gärna", "opinion", "svarar i ärende K7WM4: vi tar det gärna"),
        (
            "Inte vårt, för att vi saknar lokaler",
            "declined",
            "är inte vårt. Skäl: Inte vårt, för att vi saknar lokaler",
        ),
    ],
)
def test_a_reply_is_an_answer(words: str, verdict: str, told: str) -> None:
    stage = a_town()
    ask(stage)
    reply(stage, words)
    assert verdicts(stage) == [verdict]
    assert told in newest(stage, STAFF).text
    assert newest(stage, WELFARE).text.startswith("Tack, Ulla.")


@pytest.mark.parametrize("words", ["2", "Inte vårt, för att …", "inte vårt för att", "Inte vårt"])
def test_the_other_buttons_can_be_typed_too(words: str) -> None:
    stage = a_town()
    ask(stage)
    reply(stage, words)
    assert newest(stage, WELFARE).text == "Ulla, varför är ärende K7WM4 inte ert? Skriv skälet i ett meddelande."


def test_every_reply_reaches_the_desk_also_the_second() -> None:
    stage = a_town()
    ask(stage)
    reply(stage, "Det låter bra")
    reply(stage, "Ring oss på måndag")
    assert [item.text for item in stage.cases[REFERENCE].messages[-2:]] == ["Det låter bra", "Ring oss på måndag"]
    assert since(stage, STAFF, count(stage, STAFF) - 1) == [
        "Välfärdstjänsterna (Ulla) svarar i ärende K7WM4: Ring oss på måndag"
    ]


def test_a_reply_to_the_question_itself_is_no_reason_that_was_asked_for_elsewhere() -> None:
    stage = a_town()
    stage.offices = {"vasa": {"welfare": WELFARE}}
    first = ask(stage)
    reply(stage, "Hur många är de?")
    at_card(stage, "Fråga en enhet")
    stage.say(STAFF, NORA, "De är tio", name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    stage.press(WELFARE, ULLA, DECLINE, name="Ulla")
    stage.say(WELFARE, ULLA, "Bra fråga", name="Ulla", reply_to=first.number)
    assert verdicts(stage) == ["opinion", ""]


def test_a_file_answers_with_its_words_or_without() -> None:
    stage = a_town()
    number = ask(stage).number
    stage.take(Said(sender(stage, number), "Här är salen", 900, PHOTO))
    shown = stage.outcomes[-1].replies[-1]
    assert (shown.chat, shown.attachment, verdicts(stage)) == (STAFF, PHOTO, ["opinion"])
    stage.take(Unreadable(sender(stage, number), "photo", 901, PHOTO))
    assert [item.attachment for item in stage.cases[REFERENCE].messages[-2:]] == [PHOTO, PHOTO]


def test_a_long_answer_that_the_client_cut_reaches_the_desk_whole() -> None:
    stage = a_town()
    number = ask(stage).number
    begun = "Vi har tre salar och en trädgård. ".join([""] * 110).strip()
    stage.take(Said(sender(stage, number), begun, 900))
    stage.take(Said(sender(stage), "Och ett kök", 901))
    stage.take(Said(sender(stage), "Ska vi äta lunch?", 902))
    assert [item.text for item in stage.cases[REFERENCE].messages[-2:]] == [begun, "Och ett kök"]
    stage.take(Said(sender(stage, number), begun, 903))
    stage.take(Said(sender(stage), "Ska vi äta lunch?", 905))
    assert stage.cases[REFERENCE].messages[-1].text == begun


def test_a_reason_that_names_another_case_is_still_the_reason() -> None:
    stage = a_town({"vasa": {"welfare": OFFICIAL}})
    stage.cases["C8RV2"] = CASE.but(reference="C8RV2", chat=OFFICIAL)
    ask(stage)
    stage.press(OFFICIAL, OFFICIAL, DECLINE, name="Olof")
    stage.say(OFFICIAL, OFFICIAL, "Det är samma som C8RV2", name="Olof")
    assert verdicts(stage) == ["declined"]


def test_words_to_a_question_that_is_gone_are_told_so() -> None:
    stage = a_town()
    ask(stage)
    stage.press(WELFARE, ULLA, DECLINE, name="Ulla")
    stage.cases[REFERENCE] = stage.cases[REFERENCE].but(inquiries=())
    stage.say(WELFARE, ULLA, "Vi har inga lokaler", name="Ulla")
    assert newest(stage, WELFARE).text == "Ulla, den knappen gäller inte här nu. Inget har ändrats."
    assert stage.sessions[WELFARE, ULLA].awaited is None


def test_a_file_alone_is_no_reason_and_a_sticker_no_answer() -> None:
    stage = a_town()
    number = ask(stage).number
    stage.take(Unreadable(sender(stage, number), "sticker", 899))
    assert (
        newest(stage, WELFARE).text == "Ulla, det där kan jag inte skicka vidare. Svara med ord, en bild eller en fil."
    )
    stage.press(WELFARE, ULLA, DECLINE, name="Ulla")
    stage.take(Unreadable(sender(stage), "photo", 900, PHOTO))
    assert newest(stage, WELFARE).text.startswith("Ulla, skriv det med ord")
    stage.say(WELFARE, ULLA, "Vi har inga lokaler", name="Ulla")
    assert verdicts(stage) == ["declined"]


def test_words_that_point_at_one_person_are_not_kept_and_are_asked_for_again() -> None:
    stage = a_town()
    ask(stage)
    stage.press(WELFARE, ULLA, DECLINE, name="Ulla")
    before = stage.cases[REFERENCE]
    stage.say(WELFARE, ULLA, "Vi känner redan 131052-308T", name="Ulla")
    assert ("enskild person" in newest(stage, WELFARE).text, stage.cases[REFERENCE]) == (True, before)
    stage.say(WELFARE, ULLA, "Vi känner dem redan", name="Ulla")
    assert verdicts(stage) == ["declined"]


def test_a_change_of_an_answer_reaches_the_desk_and_any_other_is_talk() -> None:
    stage = a_town()
    number = ask(stage).number
    reply(stage, "Kom på tisdag")
    written = stage.cases[REFERENCE].messages[-1].message
    stage.take(Edited(sender(stage, number), "Kom på onsdag", written))
    assert newest(stage, STAFF).text == (
        "Välfärdstjänsterna · Ulla ändrade sitt svar i ärende K7WM4. Nu står det: Kom på onsdag"
    )
    assert newest(stage, WELFARE).text == "Kontaktpersonen har fått ändringen i ärende K7WM4."
    before = count(stage, STAFF), count(stage, WELFARE)
    stage.take(Edited(sender(stage, number), "Kom på onsdag", written))
    stage.take(Edited(sender(stage, number), "lunch", 999))
    stage.take(Edited(sender(stage), "lunch", written))
    assert (count(stage, STAFF), count(stage, WELFARE)) == before


def asked_at_the_desk() -> Stage:
    """A question to an office that has no chat, asked among the navigators."""
    stage = a_town(NOBODY)
    at_card(stage, "Ta ärendet")
    at_card(stage, "Fråga en enhet")
    for words in ("1", "Har ni en lokal?"):
        stage.say(STAFF, NORA, words, name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    return stage


@pytest.mark.parametrize("chat", [WELFARE, OFFICIAL])
def test_a_change_of_a_reason_after_a_press_reaches_the_desk(chat: int) -> None:
    stage = a_town({"vasa": {"welfare": chat}})
    user = ULLA if chat == WELFARE else OFFICIAL
    ask(stage)
    stage.press(chat, user, DECLINE, name="Ulla")
    stage.say(chat, user, "Vi har inga lokaler", name="Ulla")
    written = stage.cases[REFERENCE].messages[-1].message
    seat = Seat("vasa", "welfare")
    who = Sender(chat, user, "Ulla", "sv", private=chat > 0, seat=seat)
    stage.take(Edited(who, "Vi har inga lediga lokaler", written))
    assert newest(stage, STAFF).text == (
        "Välfärdstjänsterna · Ulla ändrade sitt svar i ärende K7WM4. Nu står det: Vi har inga lediga lokaler"
    )
    before = count(stage, STAFF)
    stage.take(Edited(who, "lunch", written + 100))
    assert count(stage, STAFF) == before


def test_a_reply_to_the_card_is_a_note_also_while_a_reason_is_awaited() -> None:
    stage = asked_at_the_desk()
    stage.press_at(STAFF, ULLA, question(stage, STAFF), 1, name="Ulla")
    stage.say(STAFF, ULLA, "ring dem", name="Ulla", reply_to=stage.card(REFERENCE).number)
    assert (newest(stage, STAFF).text[:18], verdicts(stage)) == ("Intern anteckning ", [""])
    stage.say(STAFF, ULLA, "Salen är för liten", name="Ulla")
    assert verdicts(stage) == ["declined"]


def test_in_the_staff_group_a_reply_to_the_question_answers_and_one_to_the_card_is_a_note() -> None:
    stage = asked_at_the_desk()
    asked = question(stage, STAFF)
    stage.say(STAFF, ULLA, "ring dem", name="Ulla", reply_to=stage.card(REFERENCE).number)
    assert (newest(stage, STAFF).text[:18], verdicts(stage)) == ("Intern anteckning ", [""])
    stage.say(STAFF, ULLA, "Ja, salen är ledig", name="Ulla", reply_to=asked.number)
    assert verdicts(stage) == ["opinion"]
    stage.press_at(STAFF, ULLA, asked, 1, name="Ulla")
    stage.say(STAFF, ULLA, "Den är för liten", name="Ulla")
    assert verdicts(stage) == ["declined"]


def test_the_news_of_an_answer_has_buttons_that_can_be_typed() -> None:
    stage = a_town()
    ask(stage)
    stage.press(WELFARE, ULLA, DECLINE, name="Ulla")
    stage.say(WELFARE, ULLA, "Vi har inga lokaler", name="Ulla")
    stage.say(STAFF, NORA, "svara föreningen", name="Nora", reply_to=newest(stage, STAFF).number)
    assert newest(stage, STAFF).text.startswith("Nora, skriv svaret till föreningen")


def test_a_question_that_another_chat_was_asked_is_void_here() -> None:
    stage = a_town()
    ask(stage)
    stage.offices = {"vasa": {"integration": WELFARE}}
    stage.press(WELFARE, ULLA, TAKE, name="Ulla")
    reply(stage, "Det låter bra")
    assert (newest(stage, WELFARE).text, verdicts(stage)) == (
        "Ulla, den knappen gäller inte här nu. Inget har ändrats.",
        [""],
    )
