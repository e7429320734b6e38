"""The gate: distress and what points at one person, from every place and on every way in."""

import msgspec
import pytest

from dialogs.effects import Effect
from dialogs.events import Commanded, Edited, Event, Said, Sender, Unreadable
from dialogs.session import Outcome, Session, Snapshot
from dialogs.step import PLACES, step
from dialogs.turn import Turn
from dialogs.values import Answer, Attachment, Case, Match, Need, Proposal
from tests.dialogs.standing import STAFF, standing, world
from tests.journeys.stage import at

NOW = at("2023-09-01T06:00")
NEED = Need("gubbarna i byn sitter hemma hela vintern", (Match("exclusion/loneliness", 0.6, ("sitter hemma",)),))
CASE = Case(
    "K7WM4", "vasa", 101, "sv", "Gubbarna", NEED, (("Behov", NEED.text),), opened_at=NOW, answer_by="2023-09-08"
)
NAMED = {"FP01": Answer("given", "Onsdagsköket", "Onsdagsköket")}
DRAFT = Proposal("p1", 101, "vasa", "2023-autumn", "sv", need=NEED, answers=NAMED)
SENDER = Sender(101, 101, "Anna", "sv")
LINES = "09 2525 0112"


def session_at(place: str) -> Session:
    asking = "FP03" if place.startswith("proposal") else ""
    return Session(
        101, 101, "sv", "vasa", place, NEED, "p1", asking, case="K7WM4", facts={"message": "Hej"}, greeted=True
    )


def ways_in(text: str) -> dict[str, Event]:
    """The ways in which words come: typed, under a photo, as a change, after a command, as the name of a file."""
    return {
        "text": Said(SENDER, text, 9),
        "caption": Said(SENDER, text, 9, Attachment("photo", "f")),
        "edit": Edited(SENDER, text, 9),
        "command": Commanded(SENDER, "help", text, 9),
        "file name": Unreadable(SENDER, "document", 9, Attachment("document", "f", f"{text}.pdf")),
        "name of a file with words": Said(SENDER, "Här är planen", 9, Attachment("document", "f", f"{text}.pdf")),
    }


def taken(session: Session, event: Event) -> Outcome:
    snapshot = Snapshot("C8RV2", "p9", (DRAFT,), (CASE,), CASE, staff={"vasa": STAFF})
    return step(session, event, world(), NOW, snapshot)


def left_behind(outcome: Outcome) -> str:
    """Everything that would be kept or reach somebody else, as one text."""
    effects: tuple[Effect, ...] = outcome.effects
    others = [reply for reply in outcome.replies if reply.chat not in (None, 101)]
    return msgspec.json.encode([outcome.session, effects, others]).decode()


@pytest.mark.parametrize("way", ways_in(""))
@pytest.mark.parametrize("place", PLACES)
def test_distress_is_met_everywhere_and_leaves_nothing(place: str, way: str) -> None:
    before = session_at(place)
    outcome = taken(before, ways_in("jag orkar inte leva längre")[way])
    assert LINES in outcome.replies[0].text
    assert "orkar inte leva" not in left_behind(outcome)
    assert outcome.effects == ()
    assert outcome.session.but(offers=(), revision=0, since=0) == before


@pytest.mark.parametrize("way", ways_in(""))
@pytest.mark.parametrize("place", PLACES)
def test_a_personal_number_is_shown_and_not_kept(place: str, way: str) -> None:
    before = session_at(place)
    outcome = taken(before, ways_in("kontakta 131052-308T om detta")[way])
    assert "131052-308T" in outcome.replies[0].text
    assert "131052-308T" not in left_behind(outcome)
    assert outcome.session.but(offers=(), revision=0, since=0) == before


@pytest.mark.parametrize("place", sorted(PLACES))
def test_the_way_back_leads_to_where_one_was(place: str) -> None:
    session = session_at(place)
    stopped = taken(session, ways_in("jag vill dö")["text"])
    assert [offer.action.verb for offer in stopped.session.offers] == ["stay", "person"]
    back = taken(stopped.session, Said(SENDER, "1", 10))
    asked = PLACES[place].ask(turn_of(session))
    assert back.session.but(revision=0, since=0) == asked.session.but(revision=0)
    assert back.replies == asked.replies


def turn_of(session: Session) -> Turn:
    turn = standing(session, DRAFT, case=CASE)
    snapshot = turn.snapshot.but(cases=(CASE,), fresh="C8RV2")
    return Turn(session, turn.event, turn.world, turn.now, snapshot, turn.places)
