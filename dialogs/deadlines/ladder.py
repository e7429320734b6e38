"""The ladder of a proposal: which reminders of its municipality's plan wait, and when each comes.

What the plan says is the pack's. What is said then is `due.py`'s, whether it is still useful
`verdict.py`'s.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from dialogs.conversation import statements
from dialogs.conversation.effects import PlanReminders
from dialogs.conversation.statements import Sending
from dialogs.conversation.turn import Turn
from dialogs.deadlines.calls.running_order import of_one
from dialogs.deadlines.verdict import counted_from, is_stale
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder, coming_at, wall_time
from dialogs.records.together.sharing import Role, Sharing
from knowledge.municipality.pack import Pack, Round
from knowledge.reminders.moments import moment
from knowledge.reminders.rung import Anchor, Audience, Rung
from knowledge.reminders.slot import slot_of

WANTED = {Sending.SENT: (Audience.UNSETTLED, Audience.SENT), Sending.NOT_SENT: (Audience.UNSENT, Audience.UNSETTLED)}
"""For whom the reminders are that a proposal wants, by what was said of its sending; of one too late none."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One reminder of the plan in one round: the local date that it counts from, and its own local moment."""

    rung: Rung
    counted: datetime
    at: datetime


def plan(pack: Pack, proposal: Proposal, now: datetime) -> tuple[Reminder, ...]:
    """Return the reminders that a proposal wants: of the last day until both are sent, then of receipt and pitch.

    `now` is aware. What came due lately is in it too, so that a reminder which the bot slept through or put off to the
    morning survives a change of the draft; one that was said stays said. Nothing is planned for a round that is not
    open and was not met, nor for a draft that was begun after its last day. The pitch is that of the proposal's own
    time where it has one; what lies before that was told is not said again.
    """
    known = pack.round(proposal.round)
    if known is None:
        return ()
    around, slot = of_one(known, proposal.id), slot_of(known.slots, proposal.id)
    wanted = _wanted(around, proposal, now)
    whole = planned_in(pack, around, proposal)
    planned = [one for one in whole if one.rung.to in wanted and not is_stale(one.at, now, pack)]
    said = max((at for at in (proposal.sent_at or proposal.created_at, proposal.unsent_at) if at), default=None)
    told = slot.since if slot else None
    return tuple(
        _reminder(proposal, one)
        for one in planned
        if (said is None or one.at > said) and not (told and one.rung.of is Anchor.PITCH and one.at <= told)
    )


def planned_in(pack: Pack, around: Round, proposal: Proposal | None = None) -> Iterator[Planned]:
    """Return the whole plan of a municipality in one of its rounds, for a proposal if one is given.

    What has no date there is left out.
    """
    for rung in pack.reminders:
        counted = counted_from(rung, around, proposal)
        if counted is not None:
            yield Planned(rung, counted, moment(rung, counted, pack.country))


def planned(turn: Turn, proposal: Proposal) -> tuple[PlanReminders, ...]:
    """Return what plans the reminders of a proposal: to its owner, and to all who edit it.

    Nothing for a municipality that takes part no more.
    """
    pack = turn.world.packs.get(proposal.municipality)
    if pack is None:
        return ()
    own = plan(pack, proposal, turn.now)
    return (PlanReminders(proposal.id, for_all(own, turn.snapshot.sharings.get(proposal.id))),)


def for_all(own: tuple[Reminder, ...], sharing: Sharing | None) -> tuple[Reminder, ...]:
    """Return the reminders of a proposal's owner, and the same for all who edit it."""
    editors = [one.chat for one in sharing.others if one.role is Role.EDIT] if sharing else []
    theirs = (item.but(key=f"{item.key}:{chat}", chat=chat) for chat in editors for item in own)
    return (*own, *theirs)


def _wanted(around: Round, proposal: Proposal, now: datetime) -> tuple[Audience, ...]:
    said = statements.sending(proposal, around)
    may_send = around.is_open(min(now, around.deadline)) and statements.begun_in_time(proposal, around)
    wanted = WANTED.get(said, ()) if said is Sending.SENT or may_send else ()
    return (*wanted, Audience.UNANSWERED) if said is not Sending.MISSED else wanted


def _reminder(proposal: Proposal, one: Planned) -> Reminder:
    key = f"{proposal.id}:{one.rung.kind}:{one.counted:%Y%m%dT%H%M}"
    return coming_at(one.at, key, proposal.chat, one.rung.kind, proposal.id, wall_time(one.counted))
