"""A round at its desk: counted, never shown; each thing once and by day, and true when it comes late."""

from dataclasses import replace
from datetime import time, timedelta

from dialogs.conversation.world import World
from knowledge.calendar import local
from knowledge.language import Language
from knowledge.reminders.rung import Anchor, Audience, Rung, Unit
from tests.stages.called import ANNA, BEGUN, BERTIL, NORA, VASA, called, told
from tests.stages.in_memory import STAFF, Stage
from tests.stages.outage import here


def desk(stage: Stage) -> list[str]:
    return [shown.text for shown in stage.chats.get(STAFF, [])]


def running(now: str) -> Stage:
    """The stage with what its desk is reminded of planned, as a start does."""
    stage = called(now)
    stage.mornings()
    return stage


def test_the_navigators_hear_of_drafts_papers_pitch_and_decisions_each_once() -> None:
    stage = running("2026-10-05T12:00")
    stage.move_clock(here(VASA, "2026-10-14T12:00"))
    drafts = "Hösten 2026: 2 utkast är på gång. Sista dagen är onsdag 28 oktober kl. 15.45 (Vasatid)."
    assert [text for text in desk(stage) if drafts in text] == desk(stage)[-1:]
    with stage.transaction() as work:
        proposal = work.proposals.of([ANNA])[ANNA][0]
        work.proposals.save([proposal.but(sent_at=BEGUN, receipt_at=BEGUN)])
    stage.move_clock(here(VASA, "2026-10-29T12:00"))
    assert "1 förening säger att båda dokumenten är skickade. Registratorn har bekräftat 1 av dem." in desk(stage)[-1]
    assert "stänger i dag kl. 15.45 (Vasatid). 2 utkast är på gång. 1 av dem är skickade" in desk(stage)[-2]
    stage.move_clock(here(VASA, "2026-11-17T12:00"))
    assert "Inget ärende i omgången väntar på beslut." in desk(stage)[-1]
    count = len(desk(stage))
    stage.mornings()
    assert len(desk(stage)) == count
    stage.press(STAFF, NORA, "Visa omgången", name="Nora")
    assert desk(stage)[-1].startswith("Hösten 2026\n")


def test_a_municipality_tells_its_navigators_in_its_own_words() -> None:
    told_of_round = "{{ round }}: {{ drafts }} < 3 utkast, {{ days }} dagar till {{ deadline }}. {{ place }}"
    told_of_pack = "{{ municipality }}: {{ days }} dagar."
    own = (
        Rung("desk-round-board", Anchor.DEADLINE, -7, Unit.DAYS, Audience.DESK, words=in_all(told_of_round)),
        Rung("desk-pack-board", Anchor.VERIFY_BY, -10, Unit.DAYS, Audience.DESK, words=in_all(told_of_pack)),
    )
    stage = called("2026-10-05T12:00")
    town = replace(VASA, reminders=own)
    stage.world = World({"vasa": town}, stage.world.lexicon)
    stage.mornings()
    stage.move_clock(here(VASA, "2026-10-21T12:00"))
    [said] = [text for text in desk(stage) if "utkast" in text]
    moment = "onsdag 28 oktober kl. 15.45 (Vasatid)"
    assert said == f"Hösten 2026: 2 < 3 utkast, 7 dagar till {moment}. Platsen är inte satt än."
    stage.move_clock(local(VASA.verify_by - timedelta(days=7), time(12), VASA.zone))
    assert desk(stage)[-1] in ("Vasa: 10 dagar.", "Vasa: 11 dagar.", "Vasa: 12 dagar.")


def in_all(words: str) -> dict[Language, str]:
    return dict.fromkeys(Language, words)


def test_a_moved_last_day_moves_what_the_desk_is_reminded_of_in_the_same_transaction() -> None:
    stage = running("2026-10-28T08:55")
    told(stage, "/calls 30.10.2026 15.45", "gör så")
    before = len(desk(stage))
    stage.move_clock(here(VASA, "2026-10-29T12:00"))
    assert [text for text in desk(stage)[before:] if "stänger" in text] == []
    stage.move_clock(here(VASA, "2026-10-30T09:00"))
    assert "stänger i dag kl. 15.45 (Vasatid)" in desk(stage)[-1]


def test_what_was_slept_through_comes_by_day_or_not_at_all_with_its_reason() -> None:
    stage = running("2026-10-13T12:00")
    stage.now = here(VASA, "2026-10-14T22:00")
    stage.tick()
    assert [text for text in desk(stage) if "utkast" in text] == []
    stage.move_clock(here(VASA, "2026-10-15T08:00"))
    assert "2 utkast är på gång" in desk(stage)[-1]
    stage.now = here(VASA, "2026-11-02T08:30")
    stage.tick()
    settled = {key.split(":")[2]: why for key, why in stage.came_to.items() if key.startswith("rounds-vasa")}
    assert settled["desk-round-closes"] == "far_too_late"
    assert settled["desk-round-papers"] == "say"
    assert BERTIL in stage.chats
