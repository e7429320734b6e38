"""Whom a case waits for: a button, or words; the association reads it; an answer or its own words settle it."""

import pytest

from tests.dialogs.rhythm.a_desk import MEMBER, NORA, VASA, Desk, here


def test_a_card_asks_whom_a_case_waits_for_and_shows_it_with_the_way_back() -> None:
    desk = Desk()
    asked = desk.press(NORA, "Väntar på …")
    assert asked.text.startswith("Nora, vem eller vad väntar ärende K7WM4 på?")
    assert [offer.label for offer in asked.offers] == [
        "Väntar på oss",
        "Väntar på föreningen",
        "Väntar på en enhet",
        "Väntar på pitchen",
        "Väntar på beslut",
        "Dag för beslutet",
    ]
    told = desk.press(NORA, "Väntar på beslut")
    assert told.text == "Nora har noterat i ärende K7WM4: väntar på beslut."
    assert "\nVäntar på beslut sedan fre 1.9\n" in desk.card.text
    assert "Nästa steg: vänta på beslutet" in desk.card.text
    assert "Svar utlovat" not in desk.card.text
    labels = [offer.label for offer in desk.card.offers]
    assert ("Ta upp igen" in labels, "Väntar på …" in labels) == (True, False)


@pytest.mark.parametrize(
    ("typed", "whom", "line"),
    [
        (
            "väntar på en enhet K7WM4",
            "office",
            "Kontaktpersonen väntar på svar från en enhet i kommunen sedan fredag 1",
        ),
        (
            "Väntar på föreningen k7wm4",
            "association",
            "Kontaktpersonen väntar på svar från er sedan fredag 1 september",
        ),
        ("väntar på pitchen K7WM4.", "pitch", "Kontaktpersonen väntar på pitchdagen sedan fredag 1 september. Svaret"),
        ("väntar på beslut K7WM4", "decision", "Kontaktpersonen väntar på ett beslut sedan fredag 1 september. Svaret"),
    ],
)
def test_it_can_be_typed_and_the_association_reads_whom_its_case_waits_for(typed: str, whom: str, line: str) -> None:
    desk = Desk()
    desk.say(NORA, typed)
    assert desk.case.waits_for == whom
    status = desk.status()
    assert line in status
    assert "Svar är utlovat" not in status


def test_while_others_have_it_nobody_is_reminded_and_what_was_left_goes_on_afterwards() -> None:
    desk = Desk()
    desk.until("2023-09-06T12:00")  # two working days before the promised one
    desk.say(NORA, "väntar på beslut K7WM4")
    assert desk.until("2023-09-20T12:00") == []
    told = desk.press(NORA, "Ta upp igen")
    assert told.text == "Nora har tagit upp ärende K7WM4 igen. Svar är utlovat senast fredag 22 september."
    assert "Svar är utlovat senast fredag 22 september." in desk.status()
    [before] = desk.until("2023-09-21T09:00")
    assert "svaret är utlovat senast i morgon, fre 22.9" in before
    assert [len(desk.until(f"{day}T09:00")) for day in ("2023-09-22", "2023-09-25", "2023-10-02")] == [1, 1, 0]


def test_words_of_the_association_let_it_wait_for_the_desk_again_with_a_new_promise() -> None:
    desk = Desk()
    desk.say(NORA, "väntar på en enhet K7WM4")
    desk.until("2023-09-20T12:00")
    desk.write("Hur går det?")
    assert (desk.case.waits_for, desk.case.waits_since, desk.case.answer_by) == (None, None, "2023-09-27")
    assert "Svar utlovat: onsdag 27 september" in desk.card.text


def test_an_answer_lets_it_wait_for_the_association() -> None:
    desk = Desk()
    desk.say(NORA, "väntar på en enhet K7WM4")
    desk.answer(NORA, "Hej. Enheten hör av sig.")
    assert (desk.case.state, desk.case.waits_for) == ("answered", None)
    assert "Nästa steg: vänta på föreningen" in desk.card.text


def test_an_answered_case_that_is_taken_up_again_gets_a_new_promise() -> None:
    desk = Desk()
    desk.answer(NORA, "Hej. Vi hör av oss.")
    desk.until("2023-09-20T12:00")
    desk.say(NORA, "väntar på oss K7WM4")
    assert (desk.case.state, desk.case.answer_by) == ("claimed", "2023-09-27")
    told = "\n".join(desk.until("2023-09-28T12:00"))
    assert "svaret är utlovat senast i morgon, ons 27.9" in told
    assert "svaret var utlovat senast ons 27.9 och är försenat" in told


def test_what_waits_for_the_desk_already_is_said_to_do_so() -> None:
    desk = Desk()
    before = desk.case
    assert desk.say(NORA, "väntar på oss K7WM4").text == "Ärende K7WM4 väntar redan på oss."
    assert desk.case == before


def test_a_case_that_has_ended_waits_for_nobody() -> None:
    desk = Desk()
    desk.say(NORA, "väntar på beslut K7WM4")
    desk.answer(NORA, "Det blev nej, för lokalen är upptagen.", act="Avsluta med svar")
    assert (desk.case.waits_for, desk.case.waits_since) == (None, None)
    assert desk.say(NORA, "väntar på beslut K7WM4").text == "Ärende K7WM4 är avslutat."


def test_talk_that_only_begins_like_a_button_changes_nothing() -> None:
    desk = Desk()
    before = desk.case
    desk.stage.say(desk.chat, NORA, "K7WM4 väntar på beslut i nämnden på torsdag", name="Nora")
    assert desk.case == before


def test_all_of_it_is_noted_in_the_case_and_nothing_goes_to_the_association() -> None:
    desk = Desk()
    sent = len(desk.stage.chats[MEMBER])
    desk.say(NORA, "väntar på beslut K7WM4")
    desk.stage.now = here(VASA, "2023-09-04T12:00")
    desk.press(NORA, "Ta upp igen")
    notes = [(item.author, item.internal, item.text) for item in desk.stage.cases["K7WM4"].messages]
    assert notes == [
        ("lots", True, "Nora har noterat i ärende K7WM4: väntar på beslut."),
        ("lots", True, "Nora har tagit upp ärende K7WM4 igen. Svar är utlovat senast måndag 11 september."),
    ]
    assert len(desk.stage.chats[MEMBER]) == sent
