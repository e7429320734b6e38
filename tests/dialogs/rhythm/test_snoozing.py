"""A case that is put off rests until a day's morning, and comes up at once when its association writes."""

import pytest

from tests.dialogs.rhythm.a_desk import NIKO, NORA, VASA, Desk, here


def test_some_days_are_buttons_and_the_promise_is_not_put_off() -> None:
    desk = Desk()
    asked = desk.press(NORA, "Påminn mig senare")
    assert asked.text == (
        "Nora, när ska ärende K7WM4 komma upp igen?\n"
        "Välj en dag, eller skriv ett datum, till exempel 15.9.2023. Om föreningen skriver kommer det upp genast. "
        "Svaret är ändå utlovat senast fredag 8 september."
    )
    assert [offer.label for offer in asked.offers] == ["Nästa arbetsdag, mån 4.9", "Om tre arbetsdagar, ons 6.9"]
    told = desk.press(NORA, "Om tre arbetsdagar, ons 6.9")
    assert told.text == "Nora har skjutit upp ärende K7WM4 till onsdag 6 september."
    assert "Uppskjutet till ons 6.9" in desk.card.text


@pytest.mark.parametrize(
    ("now", "labels"),
    [
        ("2023-09-04T09:00", ["I morgon, tis 5.9", "Om tre arbetsdagar, tors 7.9", "Nästa vecka, mån 11.9"]),
        ("2026-06-18T09:00", ["Nästa arbetsdag, mån 22.6", "Om tre arbetsdagar, ons 24.6"]),
        ("2024-12-05T09:00", ["Nästa arbetsdag, mån 9.12", "Om tre arbetsdagar, ons 11.12"]),
        ("2026-12-22T09:00", ["I morgon, ons 23.12", "Om tre arbetsdagar, tis 29.12", "Nästa vecka, mån 28.12"]),
        ("2027-03-24T09:00", ["I morgon, tors 25.3", "Om tre arbetsdagar, ons 31.3", "Nästa vecka, tis 30.3"]),
    ],
)
def test_the_days_are_working_days_each_once(now: str, labels: list[str]) -> None:
    desk = Desk(now=now)
    assert [offer.label for offer in desk.press(NORA, "Påminn mig senare").offers] == labels


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("i morgon", "2023-09-05"),
        ("2", "2023-09-07"),
        ("nästa vecka", "2023-09-11"),
        ("15.9", "2023-09-15"),
        ("15 september", "2023-09-15"),
        ("2023-09-15", "2023-09-15"),
        ("den 15.9.2023 tack", "2023-09-15"),
        ("16.9", "2023-09-15"),
        ("5.1.", "2024-01-05"),
    ],
)
def test_any_day_can_be_typed_and_a_holiday_gives_way_to_the_working_day_before(typed: str, day: str) -> None:
    desk = Desk(now="2023-09-04T09:00")
    desk.press(NORA, "Påminn mig senare")
    desk.say(NORA, typed)
    assert desk.case.snoozed_until == day
    assert desk.stage.sessions[desk.chat, NORA].place == "desk"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31.11", '"31.11" är inget datum som jag kan läsa'),
        ("4.9.2023", "måndag 4 september är inte en dag framåt i tiden"),
        ("1.9.2022", "torsdag 1 september är inte en dag framåt i tiden"),
        ("5.9.2024", "Skriv en dag från i morgon och högst ett år framåt, till exempel 18.9.2023."),
        ("5.9 eller 7.9", "inget datum som jag kan läsa"),
        ("om 3 dagar 5.9", "inget datum som jag kan läsa"),
    ],
)
def test_a_day_that_cannot_be_meant_is_told_with_what_is_expected_and_the_question_waits(
    typed: str, words: str
) -> None:
    desk = Desk(now="2023-09-04T09:00")
    desk.press(NORA, "Påminn mig senare")
    before = desk.case
    told = desk.say(NORA, typed).text
    assert words in told
    assert "Ärende K7WM4 är inte uppskjutet." in told
    assert desk.case == before
    desk.say(NORA, "15.9")
    assert desk.case.snoozed_until == "2023-09-15"


def test_talk_meanwhile_is_left_alone_but_an_answer_to_the_question_is_answered() -> None:
    desk = Desk()
    asked = desk.press(NORA, "Påminn mig senare")
    before = len(desk.stage.chats[desk.chat])
    desk.say(NORA, "kaffe någon?")
    assert len(desk.stage.chats[desk.chat]) == before
    told = desk.say(NORA, "om ett tag", reply_to=asked.number)
    assert told.text.startswith('Nora, "om ett tag" är inget datum som jag kan läsa.')


def test_it_can_be_typed_at_once() -> None:
    desk = Desk()
    desk.say(NORA, "påminn mig senare 15.9 K7WM4")
    assert desk.case.snoozed_until == "2023-09-15"


def test_on_its_morning_it_is_told_to_its_owner_under_the_card_which_says_so_no_more() -> None:
    desk = Desk()
    desk.press(NORA, "Ta ärendet")
    desk.say(NORA, "påminn mig senare 6.9 K7WM4")
    assert desk.until("2023-09-06T07:59") == []
    [told] = desk.until("2023-09-06T08:00")
    assert told.endswith("Nora, ärendet var uppskjutet till i dag.")
    assert [offer.label for offer in desk.last.offers] == ["Svara föreningen", "Påminn mig senare"]
    assert "Uppskjutet" not in desk.card.text
    desk.press(NORA, "Påminn mig senare")
    desk.say(NORA, "13.9")
    assert desk.case.snoozed_until == "2023-09-13"


def test_the_association_writing_ends_it() -> None:
    desk = Desk()
    desk.write("Vi är fler nu")
    desk.say(NORA, "påminn mig senare 6.9 K7WM4")
    desk.write("Hur går det?")
    assert desk.case.snoozed_until == ""
    assert "Uppskjutet" not in desk.card.text
    assert desk.until("2023-09-06T12:00")[0].endswith("svaret är utlovat senast fre 8.9. Ingen har tagit ärendet.")


def test_an_answered_case_that_was_put_off_is_back_on_the_desk_when_its_association_writes() -> None:
    desk = Desk()
    desk.answer(NORA, "Kan ni skicka budgeten?")
    desk.say(NORA, "påminn mig senare 15.9 K7WM4")
    assert (desk.case.state, desk.case.snoozed_until) == ("answered", "2023-09-15")
    desk.write("Här kommer den")
    assert (desk.case.state, desk.case.snoozed_until, desk.case.answer_by) == ("claimed", "", "2023-09-08")
    assert not any("uppskjutet" in text for text in desk.until("2023-09-15T12:00"))


def test_who_closes_a_case_is_not_reminded_of_it() -> None:
    desk = Desk()
    desk.say(NORA, "påminn mig senare 6.9 K7WM4")
    desk.answer(NORA, "Det blev nej.", act="Avsluta med svar")
    assert (desk.case.snoozed_until, desk.until("2023-10-06T12:00")) == ("", [])
    assert desk.say(NORA, "påminn mig senare 6.9 K7WM4").text == "Ärende K7WM4 är avslutat."


def test_a_broken_promise_is_told_though_the_case_was_put_off() -> None:
    desk = Desk()
    desk.say(NORA, "påminn mig senare 29.9 K7WM4")
    assert any("försenat" in text for text in desk.until("2023-09-11T09:00"))


def test_of_two_who_put_it_off_the_later_day_stands() -> None:
    desk = Desk()
    desk.say(NORA, "påminn mig senare 6.9 K7WM4")
    desk.say(NIKO, "påminn mig senare 7.9 K7WM4")
    assert not any("uppskjutet" in text for text in desk.until("2023-09-07T07:59"))
    assert sum("uppskjutet" in text for text in desk.until("2023-09-29T12:00")) == 1


def test_an_old_button_of_a_day_that_has_passed_changes_nothing() -> None:
    desk = Desk()
    desk.press(NORA, "Påminn mig senare")
    desk.stage.now = here(VASA, "2023-09-07T12:00")
    before = desk.case
    told = desk.press(NORA, "Om tre arbetsdagar, ons 6.9")
    assert "onsdag 6 september är inte en dag framåt i tiden" in told.text
    assert desk.case == before
