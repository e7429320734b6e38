"""A changed call in the transaction that changes it: all reminders of its round planned anew, everybody told once.

Everybody are the chats with a draft for the round, those who edit one, and those of its open cases. Who has blocked
Lots or wants no news is left out, and so they are counted beforehand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.turns.plans.planning_anew import proposals_anew, rests_on
from dialogs.deadlines.calls.joining import joined_packs
from dialogs.deadlines.calls.news import as_told, planted
from dialogs.deadlines.desk import round_ladder
from dialogs.deadlines.muting import NEWS, is_stopped
from dialogs.records.staff.call import Call
from dialogs.records.together.sharing import Role
from knowledge.municipality.pack import Pack
from storage.unit_of_work import UnitOfWork

CASES_KNOWN = 1000
"""How many open cases of a municipality are looked through for a round: as many as a desk's own list."""


def with_calls(world: Any, calls: tuple[Call, ...]) -> Any:
    """Return the world in which the rounds stand as navigators have set them; without a call the same."""
    return replace(world, packs=joined_packs(world.packs, calls), calls=calls) if calls else world


def latest(calls: Iterable[Call]) -> tuple[Call, ...]:
    """Return of several that are about the same round the last, in the order in which their rounds came up."""
    return tuple({(call.municipality, call.round): call for call in calls}.values())


def concerned(work: UnitOfWork, municipality: str, round_id: str) -> tuple[int, ...]:
    """Return the chats that are told when a call changes."""
    of_cases = (case.chat for case in work.cases.open_in(municipality, CASES_KNOWN) if case.round == round_id)
    owners = work.proposals.owners_in(municipality, round_id)
    editors = (one.chat for known in work.sharings.of(owners).values() for one in known.others if one.role is Role.EDIT)
    chats = sorted({*owners.values(), *editors, *filter(None, of_cases)})
    sessions = work.sessions.load([(chat, chat) for chat in chats])
    silent = {chat for (chat, _), known in sessions.items() if known.away or is_stopped(known, NEWS)}
    return tuple(chat for chat in chats if chat > 0 and chat not in silent)


def follow(
    work: UnitOfWork,
    packs: Mapping[str, Pack],
    before: Iterable[Call],
    changed: Iterable[Call],
    now: datetime,
    desks: Mapping[str, int],
) -> None:
    """Let everything follow from calls that were saved in this transaction. `packs` are as their files say, `before`
    the calls as they were.
    """
    known, listed = tuple(before), tuple(changed)
    was = joined_packs(packs, known)
    now_packs = joined_packs(packs, latest((*known, *listed)))
    for call in listed:
        if call.municipality in packs:
            pack = now_packs[call.municipality]
            _follow(work, was[call.municipality], pack, call, now)
            desk_anew(work, pack, desks.get(pack.id, 0), now)


def desk_anew(work: UnitOfWork, pack: Pack, desk: int, now: datetime) -> None:
    """Plan anew what navigators are reminded of in their rounds. `desk` is their chat, 0 for none."""
    work.reminders.plan_all({round_ladder.subject_of(pack): round_ladder.planned(pack, desk, now)})


def _follow(work: UnitOfWork, was: Pack, pack: Pack, call: Call, now: datetime) -> None:
    after = ""
    while True:
        after = proposals_anew(work, pack, after, now, call.round)
        if not after:
            break
    work.reminders.note_reckoned(pack.id, rests_on(pack))
    before = _difference(was, pack, call.round, now)
    if before:
        rows = (planted(call, chat, before, now, pack.zone.key) for chat in concerned(work, pack.id, call.round))
        work.reminders.add(rows)


def _difference(was: Pack, pack: Pack, round_id: str, now: datetime) -> dict[str, str]:
    """How a round stood before, as far as that has changed; nothing of one that there was not, or is not."""
    old, new = was.round(round_id), pack.round(round_id)
    if old is None or new is None:
        return {}
    then, today = (as_told(one, is_open=one.is_open(now)) for one in (old, new))
    return {what: value for what, value in then.items() if today[what] != value}
