"""A municipality that takes part no more while drafts and cases of it are open: its pack was taken away.

What was begun stays as it is and comes back with the pack. Until then no dialog finds it, for nobody would answer; and
whoever has it in hand is told, with what can be done.
"""

from collections.abc import Collection

from dialogs.conversation.events import UNASKED, Commanded, Event
from dialogs.conversation.session import NOT_FILLING, Outcome, Snapshot
from dialogs.conversation.turn import Turn, before
from dialogs.records.case import Case
from knowledge.municipality.pack import Packs

OF_A_DRAFT = ("proposal", "papers", "sent", "idea")
OF_A_CASE = ("case",)
"""What the places begin with where a draft, or a case, is in hand."""
LISTS = frozenset({"proposals", "status"})
"""The commands that would list what is left out."""


def left(snapshot: Snapshot, packs: Packs) -> Snapshot:
    """Return a snapshot without the drafts and cases of municipalities that are not here; `gone` names them."""
    unseen = snapshot.unseen
    own = (snapshot.case,) if snapshot.case else ()
    cases = (*own, *snapshot.cases, *unseen.cards, *unseen.lost, *unseen.stale)
    absent = {item.id for item in snapshot.proposals if item.municipality not in packs}
    absent.update([item.reference for item in cases if item.municipality not in packs])
    if not absent:
        return snapshot
    return snapshot.but(
        proposals=tuple(item for item in snapshot.proposals if item.id not in absent),
        cases=_without(absent, snapshot.cases),
        unseen=unseen.but(
            cards=_without(absent, unseen.cards),
            lost=_without(absent, unseen.lost),
            stale=_without(absent, unseen.stale),
        ),
        case=None if snapshot.case and snapshot.case.reference in absent else snapshot.case,
        gone=tuple(sorted(absent)),
    )


def told(turn: Turn, event: Event) -> Outcome | None:
    """Say that the municipality of what is in hand takes part no more, and begin anew; None if it does."""
    if isinstance(event, Commanded | UNASKED) or not _in_hand(turn):
        return None
    session = turn.session
    known = session.municipality if session.municipality in turn.world.packs else ""
    fresh = turn.at(municipality=known, proposal="", asking="", case="", ways=(), filling=NOT_FILLING, heard=None)
    return before(turn.say("common.taken_away"), fresh.go("start" if fresh.pack else "municipality"))


def beside_a_list(turn: Turn, name: str, outcome: Outcome) -> Outcome:
    """Say beside a list that something is left out of it."""
    return before(turn.say("common.taken_away"), outcome) if turn.snapshot.gone and name in LISTS else outcome


def _without(absent: Collection[str], cases: tuple[Case, ...]) -> tuple[Case, ...]:
    return tuple(item for item in cases if item.reference not in absent)


def _in_hand(turn: Turn) -> bool:
    """Whether somebody has chosen, opened or answered something of a municipality that takes part no more."""
    session, gone, post = turn.session, turn.snapshot.gone, turn.snapshot.post
    chosen = bool(session.municipality) and session.municipality not in turn.world.packs
    draft = session.proposal in gone and session.place.startswith(OF_A_DRAFT)
    case = session.case in gone and session.place.startswith(OF_A_CASE)
    return chosen or draft or case or (post is not None and post.about in gone)
