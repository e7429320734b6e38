"""Turns of a person who stands somewhere: what the tests of single dialogs begin with."""

from functools import cache

from dialogs.conversation.events import Said, Sender
from dialogs.conversation.session import Outcome, Session, Snapshot
from dialogs.conversation.turn import Turn
from dialogs.conversation.world import World
from dialogs.desk import places_and_verbs as desk_room
from dialogs.records.case import Case
from dialogs.records.proposal import Proposal
from dialogs.step import PLACES
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from tests.stages.in_memory import STAFF, at

PRIVATE = tuple(sorted(set(PLACES) - set(desk_room.PLACES)))
"""The places of a private chat."""


@cache
def world() -> World:
    """The packs as they ship."""
    return World(load_packs(), load_lexicon())


def standing(
    session: Session,
    *drafts: Proposal,
    case: Case | None = None,
    cases: tuple[Case, ...] = (),
    staff: str = "",
) -> Turn:
    """A turn in the morning of 1 September 2023, in a private chat or in a staff group."""
    sender = Sender(session.chat, session.user, "Anna", "sv", staff=staff, private=not staff)
    snapshot = Snapshot("K7WM4", "p9", drafts, cases, case, staff={"vasa": STAFF})
    return Turn(session, Said(sender, "?", 1), world(), at("2023-09-01T06:00"), snapshot, PLACES)


def verbs(outcome: Outcome) -> list[str]:
    """What the buttons of the last message do."""
    return [f"{offer.action.verb} {offer.action.argument}".strip() for offer in outcome.session.offers]
