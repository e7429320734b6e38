"""A day of its own for the decision of one case: typed or asked for, seen first, told once, shown wherever days are."""

import pytest

from tests.dialogs.rhythm.a_desk import MEMBER, NORA, VASA, Desk
from tests.stages.outage import here

TOLD = "kommer senast fredag 29 september. Jag påminner er den dagen."


def dated(*typed: str) -> Desk:
    """A desk at which Nora has set a day, and then others."""
    desk = Desk()
    for text in typed or ("beslut 29 september K7WM4",):
        desk.say(NORA, text)
        desk.press(NORA, "Gör så")
    return desk


def heard(desk: Desk) -> list[str]:
    """What the association was told of days for its decision."""
    return [shown.text for shown in desk.stage.chats[MEMBER] if shown.text.startswith(("Beslutet om", "Det finns"))]


@pytest.mark.parametrize(
    "typed",
    [
        "beslut 29 september K7WM4",
        "K7WM4 beslut senast 29.9",
        "beslutet kommer den 29.9.2023 K7WM4",
        "päätös viimeistään 29.9. K7WM4",
        "decision by 29 September K7WM4",
    ],
)
def test_a_day_is_typed_in_everyday_words_and_seen_before_anybody_is_told(typed: str) -> None:
    desk = Desk()
    shown = desk.say(NORA, typed)
    assert shown.text.startswith(
        "Nora, beslutet i ärende K7WM4 kommer senast fredag 29 september 2023. Föreningen får veta det på svenska:\n"
    )
    assert TOLD in shown.text
    assert [offer.label for offer in shown.offers] == ["Gör så", "En annan dag"]
    assert (heard(desk), desk.case.decision_by) == ([], "")


def test_it_is_told_once_to_the_association_and_at_the_desk_and_stands_on_the_card_and_in_the_case() -> None:
    desk = dated()
    assert desk.last.text == "Nora har satt dagen för beslutet i ärende K7WM4: senast fredag 29 september 2023."
    assert "\nBeslut: senast fre 29.9\n" in desk.card.text
    [told] = heard(desk)
    assert told.endswith(f"(ärende K7WM4) {TOLD}")
    again = desk.press(NORA, "Gör så")
    assert "kommer redan senast fredag 29 september 2023. Inget är ändrat." in again.text
    assert len(heard(desk)) == 1
    assert "Beslutet kommer senast fredag 29 september 2023." in desk.status()


def test_dates_and_the_question_when_the_decision_comes_tell_it() -> None:
    desk = dated()
    desk.stage.say(MEMBER, MEMBER, "/dates")
    assert "(ärende K7WM4): senast fredag 29 september 2023." in desk.stage.chats[MEMBER][-2].text
    desk.stage.say(MEMBER, MEMBER, "när kommer beslutet?")
    shown = "\n".join(shown.text for shown in desk.stage.chats[MEMBER][-2:])
    assert "(ärende K7WM4) kommer senast fredag 29 september 2023, säger kontaktpersonen." in shown


def test_a_moved_day_says_the_one_before_and_one_that_is_gone_is_told_too() -> None:
    desk = dated("beslut 29 september K7WM4", "beslut 6.10 K7WM4", "beslut ingen dag K7WM4")
    assert [text.partition("(ärende K7WM4)")[2].strip() for text in heard(desk)] == [
        TOLD,
        "kommer senast fredag 6 oktober. Förut var dagen fredag 29 september. Jag påminner er den dagen.",
        ". Förut var dagen fredag 6 oktober. Fråga kontaktpersonen.",
    ]
    assert desk.case.decision_by == ""
    assert "har tagit bort dagen för beslutet" in desk.last.text


def test_it_is_asked_for_where_the_card_asks_whom_a_case_waits_for_and_then_only_a_day_is_typed() -> None:
    desk = Desk()
    desk.press(NORA, "Väntar på …")
    assert "senast vilken dag kommer beslutet i ärende K7WM4?" in desk.press(NORA, "Dag för beslutet").text
    assert "kommer senast lördag 30 september 2023. Det är ingen arbetsdag." in desk.say(NORA, "30.9").text
    desk.press(NORA, "En annan dag")
    desk.say(NORA, "29.9")
    desk.press(NORA, "Gör så")
    assert desk.case.decision_by == "2023-09-29"
    desk.press(NORA, "Väntar på …")
    asked = desk.press(NORA, "Dag för beslutet")
    assert "Nu är dagen fredag 29 september 2023." in asked.text
    desk.press(NORA, "Ingen egen dag")
    desk.press(NORA, "Gör så")
    assert desk.case.decision_by == ""


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("beslut 29.9.2022 K7WM4", "torsdag 29 september 2022 går inte. Inget är ändrat"),
        ("beslut 2.9.2024 K7WM4", "måndag 2 september 2024 går inte."),
    ],
)
def test_a_day_that_is_past_or_further_away_than_a_year_is_refused(typed: str, why: str) -> None:
    desk = Desk()
    assert why in desk.say(NORA, typed).text
    assert desk.case.decision_by == ""


@pytest.mark.parametrize("typed", ["beslut 12 april, men fråga Lisa", "beslut om lokalen", "beslut 1.10 eller 2.10"])
def test_words_that_name_more_than_a_day_under_the_card_are_a_note(typed: str) -> None:
    desk = Desk()
    desk.say(NORA, typed, reply_to=desk.card.number)
    assert [item.text for item in desk.stage.cases["K7WM4"].messages if item.author == "navigator"] == [typed]


def test_words_without_a_day_in_reply_to_the_question_are_asked_again_and_talk_is_left_alone() -> None:
    desk = Desk()
    desk.press(NORA, "Väntar på …")
    desk.press(NORA, "Dag för beslutet")
    asked = desk.last
    assert desk.say(NORA, "vem kokar kaffe?") is asked
    assert 'hittar inte en enda dag i "snart"' in desk.say(NORA, "snart", reply_to=asked.number).text


def test_nobody_is_told_where_the_chat_is_erased_and_the_desk_is_told_so() -> None:
    desk = Desk()
    desk.stage.say(MEMBER, MEMBER, "/delete")
    desk.stage.say(MEMBER, MEMBER, "ja, ta bort allt")
    assert "Personen har raderat chatten" in desk.say(NORA, "beslut 29.9 K7WM4").text
    desk.press(NORA, "Gör så")
    assert desk.case.decision_by == "2023-09-29"
    assert not [item for item in desk.stage.reminders.values() if item.chat == MEMBER]


def test_it_ends_with_the_case_and_a_closed_one_gets_none() -> None:
    desk = dated()
    desk.stage.move_clock(here(VASA, "2023-09-04T10:00"))
    desk.answer(NORA, "Vi går vidare.", "Avsluta med svar")
    assert desk.case.decision_by == ""
    assert "är avslutat" in desk.say(NORA, "beslut 6.10 K7WM4").text
