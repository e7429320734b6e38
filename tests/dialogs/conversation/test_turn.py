"""Values that change at each step, and what a turn knows of its chat."""

from dataclasses import replace

import pytest

from dialogs.conversation.events import Said, Sender
from dialogs.conversation.session import Idea, Session, Snapshot
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Proposal
from dialogs.step import PLACES
from knowledge.language import Language
from tests.stages.in_memory import at
from tests.stages.standing import world

WORLD = world()
SESSION = Session(101, 101, language="sv", municipality="vasa", idea=Idea("Byalaget rf"))
SAID = Said(Sender(101, 101, "Anna", "fi"), "hej", 1)


def a_turn(session: Session = SESSION) -> Turn:
    return Turn(session, SAID, WORLD, at("2023-09-01T06:00"), Snapshot(), PLACES)


def test_a_changed_value_keeps_the_rest_and_leaves_the_first_as_it_was() -> None:
    changed = Session(101, 101, "sv", "vasa", "need", idea=Idea("Byalaget rf"), revision=3)
    assert SESSION.but(place="need", revision=3) == changed
    assert Session(101, 101, language="sv", municipality="vasa", idea=Idea("Byalaget rf")) == SESSION


def test_a_value_takes_no_field_that_it_does_not_have() -> None:
    with pytest.raises(TypeError, match="has no field 'plce'"):
        SESSION.but(plce="need")


def test_a_turn_speaks_the_language_it_is_changed_to() -> None:
    turn = a_turn()
    assert (turn.language, turn.plain("common.back")) == ("sv", "Tillbaka")
    changed = turn.at(language="en")
    assert (changed.language, changed.plain("common.back")) == ("en", "Back")


def test_a_turn_knows_the_municipality_it_is_changed_to() -> None:
    turn = a_turn()
    assert (turn.pack, turn.home) == (WORLD.packs["vasa"], WORLD.packs["vasa"])
    moved = turn.at(municipality="ostersund")
    assert (moved.pack, moved.home) == (WORLD.packs["ostersund"], WORLD.packs["ostersund"])
    assert (moved.at(municipality="").pack, turn.at(place="need").pack) == (None, WORLD.packs["vasa"])


@pytest.mark.parametrize(
    ("code", "language"),
    [("fi", "fi"), ("fi-FI", "fi"), ("en-GB", "en"), ("FI", "fi"), ("de", "sv"), ("fil", "sv"), ("", "sv")],
)
def test_before_a_language_is_known_the_phone_s_own_is_spoken_or_the_municipality_s(code: str, language: str) -> None:
    said = Said(Sender(101, 101, "Anna", code), "hallo", 1)
    assert replace(a_turn(SESSION.but(language="")), event=said).language == language


def test_where_finnish_comes_first_a_phone_in_another_language_is_answered_in_finnish() -> None:
    vasa = replace(WORLD.packs["vasa"], languages=(Language.FI, Language.SV))
    said = Said(Sender(101, 101, "Anna", "uk"), "hallo", 1)
    turn = replace(a_turn(SESSION.but(language="")), event=said, world=replace(WORLD, packs={"vasa": vasa}))
    assert (turn.language, turn.at(language="sv").language) == ("fi", "sv")


def test_a_turn_finds_the_draft_in_hand() -> None:
    first, second = (Proposal(name, 101, "vasa", "2023", "sv") for name in ("p1", "p2"))
    turn = a_turn(SESSION.but(proposal="p2")).knowing((first, second))
    assert (turn.proposal, turn.at(proposal="p3").proposal) == (second, None)
