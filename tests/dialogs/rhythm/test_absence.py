"""Who is away names days and perhaps a deputy; the deputy is named wherever the owner is; no case is ever dropped."""

import pytest

from dialogs.records.staff.desk import UNREADABLE, Absence
from dialogs.records.staff.desk import Desk as DeskKept
from tests.dialogs.rhythm.a_desk import NIKO, NORA, OLLE, VASA, Desk, here

START = "2026-11-30T09:00"
"""A Monday."""


def a_desk(*needs: str) -> Desk:
    """A desk at which Nora has a case, and Niko and Olle have once taken a note."""
    desk = Desk(*needs, now=START)
    desk.say(NORA, "ta ärendet K7WM4")
    for user in (NIKO, OLLE):
        desk.say(user, "jag har läst", reply_to=desk.card.number)
    return desk


def absence(desk: Desk, user: int = NORA) -> Absence | None:
    """What is kept of somebody's absence."""
    known = desk.stage.desks["vasa"].navigator(user)
    return known.absence if known else None


@pytest.mark.parametrize(
    "typed",
    [
        "/away 2026-12-01 2026-12-09",
        "/borta 1.12–9.12",
        "/poissa 1.12.-9.12.2026",
        "borta 1 december till 9 december",
        "Borta från 1.12 till 9.12",
        "poissa 1.–9. joulukuuta",
        "away 1 Dec to 9 Dec 2026",
    ],
)
def test_an_absence_is_typed_in_any_of_three_languages(typed: str) -> None:
    desk = a_desk()
    told = desk.say(NORA, typed)
    assert absence(desk) == Absence("2026-12-01", "2026-12-09")
    assert told.text == (
        "Nora är borta tis 1.12 – ons 9.12. Alla vid bordet ersätter. Efteråt är allt som förut.\n"
        f"K7WM4 · {desk.case.title}"
    )


@pytest.mark.parametrize(
    "typed", ["/away 2026-12-01 2026-12-09 Niko", "borta 1.12-9.12, nik", "away 1-9 Dec, deputy Niko"]
)
def test_somebody_who_has_acted_here_can_be_named(typed: str) -> None:
    desk = a_desk()
    told = desk.say(NORA, typed)
    assert absence(desk) == Absence("2026-12-01", "2026-12-09", NIKO)
    assert "Niko ersätter." in told.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("/away i höst", 'jag förstår inte vilka dagar du är borta: "i höst"'),
        ("/away 31.11 5.12", 'jag förstår inte vilka dagar du är borta: "31.11 5.12"'),
        ("/away 1.12 3.12 5.12", "jag förstår inte vilka dagar du är borta"),
        ("/away 9.12 om 3 veckor", "jag förstår inte vilka dagar du är borta"),
        ("/away 2026-12-09 2026-12-01", "tisdag 1 december kommer före onsdag 9 december"),
        ("/away 2026-11-01 2026-11-09", "9.11.2026 går inte"),
        ("/away 2026-12-01 2028-12-09", "9.12.2028 går inte"),
        ("/away 1.12 9.12 Rut", 'jag känner ingen här som heter "Rut"'),
        ("/away 1.12 9.12 Nora", 'jag känner ingen här som heter "Nora"'),
    ],
)
def test_what_cannot_be_meant_is_said_back_with_what_is_expected_and_changes_nothing(typed: str, words: str) -> None:
    desk = a_desk()
    before = desk.stage.desks["vasa"]
    told = desk.say(NORA, typed).text
    assert words in told
    assert "Inget är ändrat." in told
    assert "/away 2026-12-01 2026-12-08" in told
    assert desk.stage.desks["vasa"] == before


def test_names_that_begin_alike_are_asked_apart() -> None:
    desk = a_desk()
    desk.stage.desks["vasa"] = desk.stage.desks["vasa"].knowing(204, "Nils").but(version=9)
    told = desk.say(NORA, "/away 1.12 9.12 Ni").text
    assert 'flera heter "Ni"' in told
    assert "Jag känner till: Niko, Nils." in told


def test_without_days_it_says_who_is_away_and_how_it_is_typed() -> None:
    desk = a_desk()
    assert desk.say(NIKO, "/away").text.startswith("Ingen är anmäld som borta.\nSka du vara borta, Niko?")
    desk.say(NORA, "/away 2026-12-01 2026-12-09 Olle")
    assert "Nora är borta från och med tis 1.12 till och med ons 9.12. Olle ersätter." in desk.say(NIKO, "/away").text


@pytest.mark.parametrize(
    "talk", ["Borta bra men hemma bäst", "tillbaka", "Nora är borta 1.12–9.12", "borta? kanske 3 dagar", "away"]
)
def test_talk_is_left_alone(talk: str) -> None:
    desk = a_desk()
    before = len(desk.stage.chats[desk.chat])
    desk.say(NORA, talk)
    assert len(desk.stage.chats[desk.chat]) == before


def test_while_an_answer_is_written_such_words_are_the_answer() -> None:
    desk = a_desk()
    desk.say(NORA, "svara föreningen K7WM4")
    desk.say(NORA, "Borta 1.12–9.12")
    assert (absence(desk), desk.stage.sessions[desk.chat, NORA].drafts["K7WM4"].text) == (None, "Borta 1.12–9.12")


def test_while_somebody_is_away_card_list_and_news_name_the_deputy() -> None:
    desk = a_desk()
    desk.say(NORA, "/away 2026-11-30 2026-12-09 Olle")
    stands_in = "Nora är borta till och med ons 9.12. Olle ersätter."
    assert stands_in in desk.card.text
    assert "Nora (borta, Olle ersätter)" in desk.say(NIKO, "/desk").text
    desk.write("Hur går det?")
    assert any(stands_in in shown.text and "Från föreningen" in shown.text for shown in desk.stage.chats[desk.chat])
    [told] = desk.until("2026-12-04T09:00")
    assert told.endswith(f"svaret är utlovat senast mån 7.12. Nora har ärendet. {stands_in}")
    assert [offer.label for offer in desk.last.offers] == ["Svara föreningen", "Ta över"]


def test_a_new_case_says_who_stands_in_for_whom() -> None:
    desk = a_desk()
    desk.say(NORA, "/away 2026-11-30 2026-12-09 Olle")
    desk.send("barnen rör sig för lite i vår by", 102)
    assert "Nora är borta till och med ons 9.12. Olle ersätter." in desk.stage.card("P3QX9").text
    [told] = [text for text in desk.until("2026-12-02T09:00") if text.startswith("P3QX9")]
    assert told.endswith("Ingen har tagit ärendet. Nora är borta till och med ons 9.12. Olle ersätter.")


def test_it_is_told_on_its_first_morning_and_on_the_morning_after_it() -> None:
    desk = a_desk()
    desk.say(NORA, "/away 2026-12-05 2026-12-13 Olle")  # a Saturday to a Sunday
    assert "borta" not in desk.card.text
    news = desk.until("2026-12-07T08:00")
    line = f"K7WM4 · {desk.case.title}"
    assert news[-1] == f"Nora är borta till och med sön 13.12. Olle ersätter.\n{line}"
    assert "Olle ersätter" in desk.card.text
    news = desk.until("2026-12-14T08:00")
    assert news[-1] == f"Nora är tillbaka i dag. De här ärendena väntar:\n{line}"
    assert "borta" not in desk.card.text
    assert desk.case.owner == NORA


def test_while_its_owner_is_away_a_case_does_not_lapse_and_afterwards_only_the_days_there_count() -> None:
    desk = a_desk()
    desk.until("2026-12-01T12:00")  # one working day of five is over
    desk.say(NORA, "/away 2026-12-02 2026-12-13 Olle")
    assert not any("inget har hänt" in text or "ledigt igen" in text for text in desk.until("2026-12-16T08:59"))
    assert any("Torsdag 17 december blir det ledigt igen" in text for text in desk.until("2026-12-16T09:00"))
    assert any("Ärendet är ledigt igen" in text for text in desk.until("2026-12-17T09:00"))


def test_back_before_its_time() -> None:
    desk = a_desk()
    desk.say(NORA, "/away 2026-11-30 2026-12-13 Olle")
    desk.until("2026-12-03T12:00")
    told = desk.say(NORA, "Tillbaka!")
    assert told.text.startswith("Nora är tillbaka. De här ärendena väntar:\nK7WM4")
    assert absence(desk) == Absence("2026-11-30", "2026-12-02", OLLE)
    assert "borta" not in desk.card.text
    assert not any("tillbaka" in text for text in desk.until("2026-12-20T12:00"))
    assert desk.say(NORA, "/back").text.startswith("Nora, du är inte anmäld som borta.")


def test_an_absence_that_lies_ahead_can_be_taken_back_and_one_that_changes_is_told_once() -> None:
    desk = a_desk()
    desk.say(NORA, "/away 2026-12-07 2026-12-11")
    assert desk.say(NORA, "/back").text.startswith("Nora är inte borta de dagarna.")
    assert absence(desk) is None
    desk.say(NORA, "/away 2026-12-01 2026-12-04")
    desk.say(NORA, "/away 2026-12-02 2026-12-04 Niko")
    told = [text for text in desk.until("2026-12-20T12:00") if text.startswith("Nora är ")]
    assert [text.partition("\n")[0] for text in told] == [
        "Nora är borta till och med fre 4.12. Niko ersätter.",
        "Nora är tillbaka i dag. De här ärendena väntar:",
    ]


def test_failure_13_a_chain_of_deputies_keeps_the_cases_of_the_first() -> None:
    desk = a_desk("gubbarna i byn sitter hemma hela vintern", "barnen rör sig för lite i vår by")
    desk.say(OLLE, "ta ärendet P3QX9")
    desk.say(NORA, "/away 2026-11-30 2026-12-13 Olle")
    told = desk.say(OLLE, "/away 2026-11-30 2026-12-09 Niko")
    assert told.text.startswith("Olle är borta mån 30.11 – ons 9.12. Niko ersätter.")
    desk.write("Hallå?")
    news = [shown.text for shown in desk.stage.chats[desk.chat] if "Från föreningen" in shown.text]
    assert "Nora är borta till och med sön 13.12. Niko ersätter." in news[-1]
    listed = desk.say(NIKO, "/desk").text
    assert "Nora (borta, Niko ersätter)" in listed
    assert "Olle (borta, Niko ersätter)" in listed
    desk.say(NIKO, "/away 2026-12-01 2026-12-02 Nora")
    desk.until("2026-12-01T12:00")
    assert "Nora (borta)" in desk.say(NIKO, "/desk").text
    desk.until("2026-12-10T08:00")
    assert "Nora (borta, Olle ersätter)" in desk.say(NIKO, "/desk").text
    desk.until("2026-12-14T08:00")
    assert "borta" not in desk.say(NIKO, "/desk").text
    assert (desk.case.owner, desk.stage.cases["P3QX9"].owner) == (NORA, OLLE)


def test_a_deputy_may_answer_take_over_and_be_named_although_away_too() -> None:
    desk = a_desk()
    desk.say(OLLE, "/away 2026-11-30 2026-12-05 Niko")
    told = desk.say(NORA, "/away 2026-11-30 2026-12-09 Olle")
    assert "Olle ersätter. Olle är också borta, så Niko ersätter." in told.text
    desk.answer(NIKO, "Hej. Vi ses på torsdag.")
    assert (desk.case.state, desk.case.owner) == ("answered", NORA)


def test_what_is_kept_of_the_desk_and_cannot_be_read_is_never_written_over() -> None:
    desk = a_desk()
    spoilt = DeskKept("vasa", version=UNREADABLE)
    desk.stage.desks["vasa"] = spoilt
    assert desk.say(NORA, "/away 1.12 9.12").text.startswith("Nora, jag kan inte läsa det som är sparat om bordet.")
    assert desk.say(NORA, "/back").text.startswith("Nora, jag kan inte läsa det som är sparat om bordet.")
    desk.say(NIKO, "en anteckning till", reply_to=desk.card.number)
    assert desk.stage.desks["vasa"] == spoilt


def test_over_midsummer_and_the_days_of_the_two_countries() -> None:
    desk = Desk(now="2026-06-15T09:00")
    desk.press(NORA, "Ta ärendet")
    desk.say(NORA, "/away 2026-06-18 2026-06-19")  # Midsummer Eve is the last day
    assert not any("tillbaka" in text for text in desk.until("2026-06-22T07:59"))
    assert any(text.startswith("Nora är tillbaka i dag.") for text in desk.until("2026-06-22T08:00"))
    assert desk.stage.now == here(VASA, "2026-06-22T08:00")


def test_cards_that_nobody_has_say_it_no_more_when_somebody_is_back() -> None:
    desk = a_desk("gubbarna i byn sitter hemma hela vintern", "barnen rör sig för lite i vår by")
    desk.say(NORA, "/away 2026-11-30 2026-12-09")
    assert "Nora är borta" in desk.stage.card("P3QX9").text
    desk.say(NORA, "/back")
    assert "borta" not in desk.stage.card("P3QX9").text
