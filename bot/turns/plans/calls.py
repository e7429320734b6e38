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
from dialogs.deadlines.calls.news import NO_SWAP, SLOT, SWAP, as_told, planted, slots_as_told
from dialogs.deadlines.desk import round_ladder
from dialogs.deadlines.muting import NEWS, is_stopped
from dialogs.records.staff.call import NO_PITCH, Call, subject_of
from dialogs.records.together.sharing import Role
from knowledge.municipality.pack import Pack, Round
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
    having = (chat for chats in having_of(work, municipality, round_id).values() for chat in chats)
    return reached(work, {*having, *filter(None, of_cases)})


def having_of(work: UnitOfWork, municipality: str, round_id: str) -> dict[str, tuple[int, ...]]:
    """Return the chats that have each proposal of a round: its owner first, then all who edit it."""
    owners = work.proposals.owners_in(municipality, round_id)
    sharings = work.sharings.of(owners)
    editors = {
        name: tuple(one.chat for one in known.others if one.role is Role.EDIT) for name, known in sharings.items()
    }
    return {name: (chat, *editors.get(name, ())) for name, chat in owners.items()}


def reached(work: UnitOfWork, chats: Iterable[int]) -> tuple[int, ...]:
    """Return those of some chats that can be told news: they have not blocked Lots, and want them."""
    listed = sorted(set(chats))
    sessions = work.sessions.load([(chat, chat) for chat in listed])
    silent = {chat for (chat, _), known in sessions.items() if known.away or is_stopped(known, NEWS)}
    return tuple(chat for chat in listed if chat > 0 and chat not in silent)


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
            earlier = next((item for item in known if _about(item) == _about(call)), None)
            _follow(work, pack, call, now)
            _tell(work, was[call.municipality], pack, (earlier, call), now)
            desk_anew(work, pack, desks.get(pack.id, 0), now)


def desk_anew(work: UnitOfWork, pack: Pack, desk: int, now: datetime) -> None:
    """Plan anew what navigators are reminded of in their rounds. `desk` is their chat, 0 for none."""
    work.reminders.plan_all({round_ladder.subject_of(pack): round_ladder.planned(pack, desk, now)})


def _about(call: Call) -> str:
    return subject_of(call.municipality, call.round)


def _follow(work: UnitOfWork, pack: Pack, call: Call, now: datetime) -> None:
    after = ""
    while True:
        after = proposals_anew(work, pack, after, now, call.round)
        if not after:
            break
    work.reminders.note_reckoned(pack.id, rests_on(pack))


def _tell(work: UnitOfWork, was: Pack, pack: Pack, change: tuple[Call | None, Call], now: datetime) -> None:
    """Plant the news of a call, one row a chat: what all are told, and what concerns its own proposals."""
    earlier, call = change
    before = _difference(was, pack, call.round, now)
    told = dict.fromkeys(concerned(work, pack.id, call.round), before) if before else {}
    for chat, own in _own_news(work, was, pack, (earlier, call)).items():
        told[chat] = {**told.get(chat, {}), **own}
    work.reminders.add(planted(call, chat, news, now, pack.zone.key) for chat, news in sorted(told.items()))


def _own_news(work: UnitOfWork, was: Pack, pack: Pack, change: tuple[Call | None, Call]) -> dict[int, dict[str, str]]:
    """What single chats are told: that the time of their proposal changed, and what is asked of a swap."""
    earlier, call = change
    old, new = was.round(call.round), pack.round(call.round)
    times = _times_changed(old, new)
    asked = _asked(earlier, call)
    if not times and not asked:
        return {}
    having = having_of(work, pack.id, call.round)
    own = [(chat, {f"{SLOT}{name}": at}) for name, at in times.items() for chat in having.get(name, ())]
    own += [(having[name][0], words) for name, words in asked.items() if name in having]
    listening = set(reached(work, (chat for chat, _ in own)))
    found: dict[int, dict[str, str]] = {}
    for chat, words in own:
        if chat in listening:
            found[chat] = {**found.get(chat, {}), **words}
    return found


def _times_changed(old: Round | None, new: Round | None) -> dict[str, str]:
    """The proposals whose time in the pitch changed, with the wall time that it was, or that there was none."""
    then, today = (slots_as_told(one) if one else {} for one in (old, new))
    names = (what for what in (*then, *today) if then.get(what) != today.get(what))
    return {what.removeprefix(SLOT): then.get(what, NO_PITCH) for what in dict.fromkeys(names)}


def _asked(earlier: Call | None, call: Call) -> dict[str, dict[str, str]]:
    """What the owners of two proposals are asked, or that nothing came of a yes."""
    old, new = earlier.swap if earlier else None, call.swap
    if new is not None and (old is None or old.id != new.id):
        return {name: {SWAP: f"{new.id} {name}"} for name in new.both}
    unchanged = earlier is not None and [row.proposal for row in earlier.running] == [
        row.proposal for row in call.running
    ]
    off = old is not None and new is None and unchanged
    return {name: {NO_SWAP: name} for name in old.agreed} if off and old is not None else {}


def _difference(was: Pack, pack: Pack, round_id: str, now: datetime) -> dict[str, str]:
    """How a round stood before, as far as that has changed; nothing of one that there was not, or is not."""
    old, new = was.round(round_id), pack.round(round_id)
    if old is None or new is None:
        return {}
    then, today = (as_told(one, is_open=one.is_open(now)) for one in (old, new))
    return {what: value for what, value in then.items() if today[what] != value}
