"""A change is seen with whom it is told before it is made; an extension on the last afternoon works."""

from dialogs.records.for_a_time.access import CALL
from tests.stages.called import ANNA, BERTIL, NIKO, NORA, VASA, called, heard, told
from tests.stages.in_memory import STAFF
from tests.stages.outage import here


def test_an_extension_at_half_past_three_on_the_last_day_is_told_once_and_the_reminders_follow() -> None:
    stage = called()
    seen = told(stage, "/calls 30.10.2026 15.45")
    assert "Förut: onsdag 28 oktober 2026 kl. 15.45 (Vasatid)." in seen
    assert "2 chattar får veta det, en gång var. Alla påminnelser planeras om." in seen
    assert heard(stage, ANNA) == ""
    assert "Nora har ändrat Hösten 2026." in told(stage, "gör så")
    stage.move_clock(here(VASA, "2026-10-28T15:46"))
    for chat in (ANNA, BERTIL):
        assert heard(stage, chat).startswith(
            "Hösten 2026\nSista dagen är flyttad till fredag 30 oktober kl. 15.45 (Vasatid). "
            "Förut var den onsdag 28 oktober kl. 15.45."
        )
    stage.move_clock(here(VASA, "2026-10-30T15:45"))
    news = [shown for shown in stage.chats[ANNA] if "är flyttad" in shown.text]
    assert len(news) == 1
    assert "Om tre timmar, kl. 15.45 (Vasatid)" in heard(stage, ANNA)
    assert [(item.user, item.act) for item in stage.accesses] == [(NORA, CALL)]
    assert stage.calls["vasa", "spring"].changed_by == NORA


def test_nothing_changes_before_it_is_said_and_a_change_of_somebody_else_is_seen_first() -> None:
    stage = called()
    for user in (NORA, NIKO):
        told(stage, "/calls 30.10.2026 15.45", user=user)
    assert stage.calls == {}
    told(stage, "gör så", user=NORA)
    assert "Inget har ändrats än." in told(stage, "gör så", user=NIKO)
    assert stage.calls["vasa", "spring"].version == 1
    assert "inget har ändrats i Hösten 2026" in told(stage, "avbryt", user=NIKO)


def test_a_day_that_has_passed_is_refused() -> None:
    assert "har redan gått" in told(called(), "/calls 20.10.2026 15.45")


def test_at_night_the_news_wait_for_the_morning_and_changes_that_came_to_nothing_are_not_told() -> None:
    stage = called("2026-10-20T21:00")
    told(stage, "/calls 30.10.2026 15.45", "gör så", "/calls 28.10.2026 15.45", "gör så")
    told(stage, "/calls", "Hösten 2026", "Pitchens plats", "Stadshuset", "gör så")
    stage.tick()
    assert heard(stage, ANNA) == ""
    stage.move_clock(here(VASA, "2026-10-21T08:30"))
    assert heard(stage, ANNA).startswith("Hösten 2026\nPitchen hålls här: Stadshuset.\n\n")
    assert len(stage.chats[ANNA]) == 1


def test_a_button_of_another_change_does_nothing() -> None:
    stage = called()
    told(stage, "/calls 30.10.2026 15.45")
    shown, index = stage.button(STAFF, "Gör så")
    told(stage, "avbryt")
    stage.press_at(STAFF, NORA, shown, index, name="Nora")
    assert stage.calls == {}
    assert "Inget är gjort. Skriv /calls." in stage.chats[STAFF][-1].text
