"""The order of a pitch at the desk: seen first, changed by numbers, published once, told to those whose time moved."""

from dialogs.records.for_a_time.access import CALL, EXPORT
from dialogs.records.staff.call import PitchRow
from tests.stages.called import ANNA, BERTIL, NIKO, NORA, VASA, buttons, called, heard, told
from tests.stages.in_memory import STAFF
from tests.stages.outage import here
from tests.stages.pitched import CILLA, SENT, pitched


def test_the_order_is_seen_before_anybody_is_told() -> None:
    stage = pitched()
    assert told(stage, "/pitch").splitlines()[2:] == [
        "Nora, så här skulle det bli. Inget av det här har sagts till föreningarna än.",
        "",
        '1. kl. 16.30 Förening 1: "Idé 1", svenska',
        '2. kl. 16.40 Förening 2: "Idé 2", finska',
        "3. kl. 16.50 en förening som inte har skickat sitt förslag till er",
        "Slut kl. 17.00.",
        "3 föreningar får veta sin tid om du publicerar.",
    ]
    assert buttons(stage) == ["Publicera", "Flytta en", "Lägg in paus", "Först: svenska", "Först: finska"]
    assert '1. kl. 16.30 Förening 2: "Idé 2", finska' in told(stage, "Först: finska")
    assert (stage.calls, "pitch" in heard(stage, ANNA)) == ({}, False)


def test_what_is_published_is_told_once_and_the_reminders_count_from_each_own_time() -> None:
    stage = pitched()
    assert "Nora har publicerat pitchens ordning i Hösten 2026. 3 föreningar" in told(stage, "/pitch", "publicera")
    for _ in range(2):
        stage.tick()
    times = {ANNA: "16.30", BERTIL: "16.40", CILLA: "16.50"}
    for chat, at in times.items():
        news = [item.text for item in stage.chats[chat] if "Er pitch för" in item.text]
        assert len(news) == 1
        assert f"är tisdag 3 november kl. {at} (Vasatid). Ni har högst 10 minuter." in news[0]
    assert ["ser ert namn först" in heard(stage, chat) for chat in times] == [False, False, True]
    counted = {item.chat: item.about for item in stage.reminders.values() if item.kind == "pitch-day" and item.chat > 0}
    assert counted == {ANNA: "2026-11-03T16:30", BERTIL: "2026-11-03T16:40", CILLA: "2026-11-03T16:50"}
    assert [(item.user, item.act) for item in stage.accesses] == [(NORA, CALL)]


def test_numbers_that_mean_nothing_are_asked_again_and_talk_at_the_desk_stays_talk() -> None:
    stage = pitched()
    assert 'jag kan inte flytta så: "fyra"' in told(stage, "/pitch", "Flytta en", "fyra")
    assert "1. kl. 16.30 en förening" in told(stage, "3 1")
    said = len(stage.chats[STAFF])
    told(stage, "3 1 och lunch", user=NIKO)
    assert len(stage.chats[STAFF]) == said


def test_after_publishing_only_those_whose_time_moved_are_told() -> None:
    stage = pitched()
    told(stage, "/pitch", "publicera")
    stage.tick()
    stage.move_clock(here(VASA, "2026-11-03T16:35"))
    first = len(stage.chats[ANNA])
    assert "2 föreningar får veta sin tid om du publicerar. De andra får inget meddelande." in told(
        stage, "/pitch", "Vi är sena", "10"
    )
    told(stage, "publicera")
    stage.tick()
    assert len(stage.chats[ANNA]) == first
    assert heard(stage, BERTIL).splitlines()[1].endswith("kl. 16.50 (Vasatid). Ni har högst 10 minuter. "
                                                         "Förut var tiden tisdag 3 november kl. 16.40.")  # fmt: skip
    assert [item.chat for item in stage.reminders.values() if item.kind == "pitch-day" and item.chat > 0] == []


def test_who_said_it_late_is_taken_in_at_the_end_and_a_taken_back_one_leaves_its_time_free() -> None:
    stage = pitched()
    late = stage.proposals.pop(f"p{CILLA}")
    told(stage, "/pitch", "publicera")
    stage.proposals[f"p{CILLA}"] = late
    stage.proposals[f"p{ANNA}"] = stage.proposals[f"p{ANNA}"].but(sent_at=None, unsent_at=stage.now)
    shown = told(stage, "/pitch")
    assert "1 förening får pitcha men har ingen tid än." in shown
    assert "1. kl. 16.30 en förening som inte får pitcha längre" in shown
    told(stage, "Ta med alla som får pitcha", "publicera")
    rows = stage.calls["vasa", "spring"].running
    assert [(row.minutes, row.proposal) for row in rows] == [(10, ""), (10, f"p{BERTIL}"), (10, f"p{CILLA}")]


def test_a_call_that_somebody_else_changed_is_seen_again_and_what_is_left_is_told_nobody() -> None:
    stage = pitched()
    told(stage, "/pitch")
    told(stage, "/pitch", "publicera", user=NIKO)
    assert "Föreningarna har fått veta sina tider." in told(stage, "publicera")
    assert stage.calls["vasa", "spring"].version == 1
    told(stage, "Lägg in paus", "1", "Ångra ändringarna")
    assert stage.chats[STAFF][-1].text == "Nora, ändringarna är borta. Ingen har fått veta något."
    rows = stage.calls["vasa", "spring"].running
    assert rows[0] == PitchRow(10, f"p{ANNA}", stage.now)


def test_whom_lots_does_not_reach_is_named_and_without_a_pitch_there_is_no_order() -> None:
    stage = pitched()
    stage.sessions[ANNA, ANNA] = stage.sessions[ANNA, ANNA].but(muted=("news",))
    shown = told(stage, "/pitch")
    assert '"Idé 1", svenska (nås inte)' in shown
    assert "2 föreningar får veta sin tid om du publicerar. 1 förening nås inte av Lots. Ring dem." in shown
    empty = called()
    assert "Ingen har sagt att båda dokumenten är skickade i tid" in told(empty, "/pitch")
    told(empty, "/calls", "Hösten 2026", "Pitchens tid", "ingen", "gör så")
    assert told(empty, "/pitch") == "Nora, det finns ingen pitch än. Sätt tiden i /calls."


def test_a_button_of_an_order_that_is_not_in_hand_does_nothing() -> None:
    stage = pitched()
    told(stage, "/pitch")
    shown, index = stage.button(STAFF, "Publicera")
    told(stage, "Lägg in paus", "1")
    stage.press_at(STAFF, NORA, shown, index, name="Nora")
    assert stage.calls == {}
    assert "Inget är gjort. Skriv /pitch." in stage.chats[STAFF][-1].text


def test_the_published_order_can_be_printed_and_that_is_noted() -> None:
    stage = pitched()
    told(stage, "/pitch")
    assert "Talarlista att skriva ut" not in buttons(stage)
    told(stage, "publicera", "/pitch", "Talarlista att skriva ut")
    files = [item.file for item in stage.chats[STAFF][-2:]]
    assert files == ["talarlista-2026-11-03.pdf", "talarlista-2026-11-03.docx"]
    assert [item.act for item in stage.accesses] == [CALL, EXPORT]


def test_when_the_pitch_is_moved_every_time_moves_with_it() -> None:
    stage = pitched()
    told(stage, "/pitch", "publicera", "/calls", "Hösten 2026", "Pitchens tid", "4.11. kl. 17.00", "gör så")
    stage.tick()
    assert "är onsdag 4 november kl. 17.10 (Vasatid)" in heard(stage, BERTIL)
    assert stage.calls["vasa", "spring"].running[1].moved_at == stage.now > SENT
