"""A staff group is reminded of what grows late: untaken for two working days, about to break, five days, broken."""

import pytest

from tests.stages.in_memory import STAFF, Stage, at
from tests.stages.outage import here
from tests.stages.standing import world

MEMBER, NORA = 101, 201
VASA = world().packs["vasa"]


def a_desk(*needs: str) -> Stage:
    """The staff group of Vasa with a case of each need, sent in the morning of Friday 1 September 2023."""
    stage = Stage(world(), at("2023-09-01T06:00"))
    for number, need in enumerate(needs or ("gubbarna i byn sitter hemma hela vintern och pratar inte med någon",)):
        chat = MEMBER + number
        stage.say(chat, chat, "/start vasa")
        stage.say(chat, chat, need)
        stage.say(chat, chat, "1")
        stage.press(chat, chat, "Skicka idén till kontaktpersonen")
        stage.press(chat, chat, "Hoppa över")
        stage.press(chat, chat, "Skicka till kommunen")
    return stage


def until(stage: Stage, moment: str) -> list[str]:
    """Let time pass and return what came to the staff group."""
    before = len(stage.chats[STAFF])
    stage.move_clock(here(VASA, moment))
    return [shown.text for shown in stage.chats[STAFF][before:]]


def test_an_untouched_case_is_told_on_its_four_days_at_nine_and_never_twice() -> None:
    stage = a_desk()
    told = {
        "2023-09-05": "svaret är utlovat senast fre 8.9.",
        "2023-09-07": "svaret är utlovat senast i morgon, fre 8.9.",
        "2023-09-08": "svaret är utlovat i dag.",
        "2023-09-11": "svaret var utlovat senast fre 8.9 och är försenat.",
    }
    for day, words in told.items():
        assert until(stage, f"{day}T08:59") == []
        line = f"K7WM4 · {stage.cases['K7WM4'].title}: {words} Ingen har tagit ärendet."
        assert until(stage, f"{day}T09:00") == [line]
    assert until(stage, "2023-10-03T12:00") == []


def test_the_message_stands_under_the_card_with_the_next_step() -> None:
    stage = a_desk()
    until(stage, "2023-09-05T09:00")
    last = stage.chats[STAFF][-1]
    assert ([offer.label for offer in last.offers], last.pushed) == (["Ta ärendet", "Svara föreningen"], True)


def test_who_has_taken_a_case_is_not_told_that_nobody_has() -> None:
    stage = a_desk()
    stage.press(STAFF, NORA, "Ta ärendet", name="Nora")
    assert until(stage, "2023-09-06T12:00") == []
    [told] = until(stage, "2023-09-07T09:00")
    assert told.splitlines()[0].endswith("svaret är utlovat senast i morgon, fre 8.9. Nora har ärendet.")


@pytest.mark.parametrize("end", ["answered", "closed", "withdrawn", "erased"])
def test_nothing_is_told_of_a_case_that_nobody_waits_for(end: str) -> None:
    stage = a_desk()
    if end == "withdrawn":
        stage.press(MEMBER, MEMBER, "Dra tillbaka")
        stage.press(MEMBER, MEMBER, "Ja, dra tillbaka")
    elif end == "erased":
        stage.cases["K7WM4"] = stage.cases["K7WM4"].but(chat=0)
    else:
        label = "Svara föreningen" if end == "answered" else "Avsluta med svar"
        stage.press(STAFF, NORA, label, name="Nora")
        stage.say(STAFF, NORA, "Hej. Vi hör av oss.", name="Nora")
        stage.press(STAFF, NORA, "Skicka", name="Nora")
    assert until(stage, "2023-10-03T12:00") == []


def test_words_after_an_answer_begin_a_new_promise() -> None:
    stage = a_desk()
    stage.press(STAFF, NORA, "Svara föreningen", name="Nora")
    stage.say(STAFF, NORA, "Hej. Vi hör av oss.", name="Nora")
    stage.press(STAFF, NORA, "Skicka", name="Nora")
    until(stage, "2023-09-20T12:00")
    stage.press(MEMBER, MEMBER, "Skriv till kontaktpersonen")
    stage.say(MEMBER, MEMBER, "När hör ni av er?")
    assert stage.cases["K7WM4"].answer_by == "2023-09-27"
    [before] = until(stage, "2023-09-26T09:00")
    assert "svaret är utlovat senast i morgon, ons 27.9" in before


def test_several_cases_that_are_due_together_are_one_message() -> None:
    stage = a_desk("gubbarna i byn sitter hemma och pratar inte med någon", "barnen rör sig för lite i vår by")
    [both] = until(stage, "2023-09-05T09:00")
    assert [line.partition(" ")[0] for line in both.splitlines() if line] == ["K7WM4", "P3QX9"]
    last = stage.chats[STAFF][-1]
    assert ([offer.label for offer in last.offers], last.pushed) == (["Visa K7WM4", "Visa P3QX9"], True)
    stage.press(STAFF, NORA, "Visa P3QX9", name="Nora")
    shown, card = stage.chats[STAFF][-1], stage.card("P3QX9")
    assert (shown.text, shown.offers) == (card.text, card.offers)


def test_a_bot_that_was_down_tells_how_it_stands_now_and_only_when_people_are_reached() -> None:
    stage = a_desk()
    stage.now = here(VASA, "2023-09-09T10:00")  # a Saturday
    assert until(stage, "2023-09-11T07:59") == []
    [line] = until(stage, "2023-09-11T08:00")
    assert "försenat" in line


def test_the_association_reads_the_same_promise_and_that_it_is_broken() -> None:
    stage = a_desk()
    assert "Svar är utlovat senast fredag 8 september." in status(stage)
    until(stage, "2023-09-08T23:59")
    assert "Svar är utlovat senast fredag 8 september." in status(stage)
    until(stage, "2023-09-09T00:00")
    assert "Svaret skulle ha kommit senast fredag 8 september. Det har inte kommit än." in status(stage)
    stage.say(MEMBER, MEMBER, "/proposals")
    assert "väntar på kontaktpersonen, svaret är försenat" in stage.chats[MEMBER][-1].text
    stage.say(STAFF, NORA, "/desk", name="Nora")
    assert "svar senast fre 8.9, försenat" in stage.chats[STAFF][-1].text


def status(stage: Stage) -> str:
    stage.say(MEMBER, MEMBER, "/proposals")
    stage.press(MEMBER, MEMBER, "Ärende K7WM4")
    return stage.chats[MEMBER][-1].text


def test_a_card_says_that_its_answer_is_late_when_the_group_is_told() -> None:
    stage = a_desk()
    until(stage, "2023-09-10T12:00")
    card = stage.card("K7WM4")
    assert "försenat" not in card.text
    until(stage, "2023-09-11T09:00")
    assert "Svar utlovat: fredag 8 september, försenat" in card.text
