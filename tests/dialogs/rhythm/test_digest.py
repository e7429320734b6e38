"""Each morning of a working day the desk reads how it stands, once, if there is something to do."""

import pytest

from dialogs.records.case_states import WaitsFor
from dialogs.records.staff.desk import UNREADABLE
from dialogs.records.staff.desk import Desk as DeskKept
from dialogs.rhythm.digest import Morning, morning
from tests.dialogs.rhythm.a_desk import MEMBER, NIKO, NORA, VASA, Desk, here
from tests.dialogs.rhythm.test_parts import CASE, TURN

CAME = "God morgon."
TWO = ("gubbarna i byn sitter hemma hela vintern", "barnen rör sig för lite i vår by")


def told(desk: Desk, moment: str) -> list[str]:
    """Let it be a moment on which digests are looked for, and return those that came."""
    desk.until(moment)
    before = len(desk.stage.chats[desk.chat])
    desk.stage.mornings()
    return [shown.text for shown in desk.stage.chats[desk.chat][before:] if shown.text.startswith(CAME)]


def test_it_says_what_is_new_free_due_late_up_again_and_waited_for() -> None:
    desk = Desk(*TWO)  # Friday 1 September, answers promised by the 8th
    for chat in range(103, 107):
        desk.send("vi vill starta ett språkcafé för nyanlända", chat)
    late, mine, waiting, awake, *_ = (desk.stage.cases[name] for name in ("K7WM4", "P3QX9", "C8RV2", "J4HM6"))
    desk.say(NORA, f"ta ärendet {mine.reference}")
    desk.say(NORA, f"väntar på beslut {waiting.reference}")
    desk.say(NIKO, f"påminn mig senare 8.9 {awake.reference}")
    desk.stage.cases["K7WM4"] = late.but(answer_by="2023-09-06", messages=())
    desk.until("2023-09-07T12:00")
    desk.send("skridskobana på torget i vinter", 107)
    [digest] = told(desk, "2023-09-08T08:30")
    assert digest == (
        "God morgon. Läget fredag 8 september\n"
        "Försenade svar: K7WM4\n"
        "Svar utlovat i dag: F2GH7, P3QX9 (Nora), W9FG3\n"
        "Uppskjutna till i dag: J4HM6\n"
        "Lediga: K7WM4, F2GH7, W9FG3, G3HJ8\n"
        "Väntar på oss: 5\n"
        "Väntar på beslut: 1\n"
        "Nya sedan förra morgonen:\n"
        f"G3HJ8 · {desk.stage.cases['G3HJ8'].title}\n"
        "/desk visar alla ärenden."
    )


def test_once_a_day_whatever_is_done_meanwhile_and_however_often_it_is_looked_for() -> None:
    desk = Desk()
    assert len(told(desk, "2023-09-04T08:30")) == 1
    desk.send(TWO[1], 102)
    assert [told(desk, f"2023-09-04T{hour:02d}:00") for hour in range(9, 15)] == [[]] * 6
    assert len(told(desk, "2023-09-05T08:30")) == 1


def test_of_a_morning_with_nothing_to_do_none_comes_later_either() -> None:
    desk = Desk()
    desk.answer(NORA, "Hej. Vi ses på torsdag.")
    assert told(desk, "2023-09-05T08:30") == []
    desk.send(TWO[1], 102)
    assert told(desk, "2023-09-05T11:00") == []
    assert len(told(desk, "2023-09-06T08:30")) == 1


@pytest.mark.parametrize(
    ("moment", "count"), [("2023-09-04T14:59", 1), ("2023-09-04T15:00", 0), ("2023-09-03T09:00", 0)]
)
def test_one_that_was_missed_comes_until_three(moment: str, count: int) -> None:
    desk = Desk()
    desk.stage.now = here(VASA, moment)
    before = len(desk.stage.chats[desk.chat])
    desk.stage.mornings()
    assert sum(shown.text.startswith(CAME) for shown in desk.stage.chats[desk.chat][before:]) == count


def test_one_that_was_planted_and_found_too_late_is_dropped() -> None:
    desk = Desk()
    desk.stage.now = here(VASA, "2023-09-04T14:59")
    with desk.stage.transaction() as work:
        from dialogs.deadlines.desk.digest_morning import planted

        row = planted(VASA, desk.chat, desk.stage.now)
        assert row is not None
        work.reminders.plan_all({row.subject: (row,)})
    assert not any(text.startswith(CAME) for text in desk.until("2023-09-04T14:58"))
    desk.stage.now = here(VASA, "2023-09-05T08:00")
    desk.stage.tick()
    assert not any(shown.text.startswith(CAME) for shown in desk.stage.chats[desk.chat])


def test_a_group_turns_it_off_and_on_and_all_are_told() -> None:
    desk = Desk()
    assert desk.say(NORA, "/digest av").text == (
        "Nora har stängt av lägesbilden på morgonen. /digest på slår på den igen."
    )
    assert told(desk, "2023-09-04T08:30") == []
    asked = desk.say(NIKO, "/digest")
    assert asked.text == "Niko, den korta lägesbilden på morgonen är avstängd."
    assert desk.press(NIKO, "Slå på den").text.startswith("Niko har slagit på lägesbilden.")
    assert len(told(desk, "2023-09-05T08:30")) == 1


@pytest.mark.parametrize("typed", ["off", "av", "pois", "Off", "stäng av"])
def test_off_is_understood_in_three_languages(typed: str) -> None:
    desk = Desk()
    desk.say(NORA, f"/digest {typed}")
    assert desk.stage.desks["vasa"].digest is False
    desk.say(NORA, "/digest päälle")
    assert desk.stage.desks["vasa"].digest is True


def test_a_desk_that_cannot_be_read_is_left_as_it_is_and_has_its_digest() -> None:
    desk = Desk()
    desk.stage.desks["vasa"] = DeskKept("vasa", version=UNREADABLE)
    assert desk.say(NORA, "/digest av").text.startswith("Nora, jag kan inte läsa")
    assert len(told(desk, "2023-09-04T08:30")) == 1


def test_a_group_that_has_shut_lots_out_gets_none_that_day() -> None:
    desk = Desk()
    desk.stage.shut_out(desk.chat)
    assert told(desk, "2023-09-04T08:30") == []
    desk.stage.let_in(desk.chat, NORA)
    assert not any(shown.text.startswith(CAME) for shown in desk.stage.chats[desk.chat])


def test_it_is_in_the_group_s_language_and_names_who_is_away() -> None:
    desk = Desk()
    desk.say(NORA, "ta ärendet K7WM4")
    desk.say(NORA, "/away 4.9 6.9")
    [digest] = told(desk, "2023-09-04T08:30")
    assert "Nora är borta till och med ons 6.9. Alla vid bordet ersätter." in digest
    assert desk.stage.chats[MEMBER]


def test_what_rests_is_not_told() -> None:
    resting = CASE.but(state="answered", owner=NORA, opened_at=here(VASA, "2023-08-01T09:00"))
    put_off = resting.but(reference="P3QX9", state="claimed", snoozed_until="2023-09-20")
    seen = morning(TURN, [resting, put_off])
    assert seen == Morning(waiting=((WaitsFor.ASSOCIATION, 1),))
    assert seen.rests


def test_many_are_counted() -> None:
    cases = [CASE.but(reference=f"X{number}", opened_at=here(VASA, "2023-08-01T09:00")) for number in range(9)]
    assert len(morning(TURN, cases).unowned) == 9
    desk = Desk()
    for number in range(8):
        desk.send(TWO[number % 2], 110 + number)
    [digest] = told(desk, "2023-09-04T08:30")
    assert "och 3 till" in digest
