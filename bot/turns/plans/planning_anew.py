"""Plans reckoned anew where what they rest on has changed: a date of the pack, its plan, the holidays, the zone data.

What they rest on is noted beside the plans, so that a start without a change reads nothing else. Proposals are planned
by their ladder; what else waits keeps its wall time and gets the instant at which the clock of its zone now shows it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from hashlib import sha256
from zoneinfo import ZoneInfo

from dialogs.deadlines import ladder
from dialogs.deadlines.calls.joining import joined_packs
from knowledge.municipality.pack import Pack
from storage.unit_of_work import UnitOfWork

PORTION = 200
"""How many plans are reckoned in one transaction: some hundredths of a second, so that nobody waits behind it."""
MOVED_AT_MOST = timedelta(hours=3)
"""Farther than that no zone has moved its clocks at once in our time; what lies farther from its wall was put off."""
FIRST_YEAR, LAST_YEAR = 2020, 2041
"""The years whose clocks are compared: those that plans reach into, with room."""


@dataclass
class PlanningAnew:
    """What of all plans is to be reckoned anew since the last life of the process, a portion at a time."""

    packs: Mapping[str, Pack]
    _todo: list["_Part"] | None = None

    def some(self, work: UnitOfWork, now: datetime) -> bool:
        """Reckon a portion in a transaction, and note what it rests on after the last one; return whether more is left.

        What is interrupted begins again.
        """
        if self._todo is None:
            self._todo = _changed(work, joined_packs(self.packs, work.calls.all()).values())
        todo = self._todo
        if not todo:
            return False
        part = todo[0]
        part.after = part.reckon(work, part.after, now)
        if not part.after:
            work.reminders.note_reckoned(part.name, part.word)
            todo.pop(0)
        return True


@dataclass
class _Part:
    """Plans that rest on one thing: `name` is what it is called, `word` what it is now, `after` how far it has come."""

    name: str
    word: str
    reckon: Callable[[UnitOfWork, str, datetime], str]
    after: str = ""


def _changed(work: UnitOfWork, packs: Iterable[Pack]) -> list[_Part]:
    zones = {pack.zone.key: pack.zone for pack in packs}
    parts = [
        *(_Part(key, clocks_of(zone), partial(_clocks, zone)) for key, zone in zones.items()),
        *(_Part(pack.id, rests_on(pack), partial(_proposals, pack)) for pack in packs),
    ]
    return [part for part in parts if work.reminders.reckoned(part.name) != part.word]


def _clocks(zone: ZoneInfo, work: UnitOfWork, after: str, _now: datetime) -> str:
    return clocks_anew(work, zone, after)


def _proposals(pack: Pack, work: UnitOfWork, after: str, now: datetime) -> str:
    return proposals_anew(work, pack, after, now)


def rests_on(pack: Pack) -> str:
    """Return a word for all that the plans of a municipality's proposals rest on; another one if any of it changes."""
    planned = (
        (around.id, around.status, around.opens, one.rung.kind, one.rung.to, one.at.astimezone(UTC), one.counted)
        for around in pack.rounds
        for one in ladder.planned_in(pack, around)
    )
    return _word(planned)


def clocks_of(zone: ZoneInfo) -> str:
    """Return a word for how a zone's clocks stand to UTC, day by day; another one if the zone data changed."""
    first, last = date(FIRST_YEAR, 1, 1).toordinal(), date(LAST_YEAR, 1, 1).toordinal()
    noons = (datetime.combine(date.fromordinal(day), time(12), zone) for day in range(first, last))
    return _word(f"{noon:%Y-%m-%d} {noon.utcoffset()}" for noon in noons)


def proposals_anew(work: UnitOfWork, pack: Pack, after: str, now: datetime, round_id: str = "") -> str:
    """Plan some of a municipality's proposals anew, those of one round if one is named; return where to go on.

    Who has blocked Lots is left out: their reminders come back with them.
    """
    listed, following = work.proposals.portion(pack.id, after, PORTION)
    wanted = [item for item in listed if round_id in ("", item.round)]
    sharings = work.sharings.of(item.id for item in wanted)
    each = {item.id: ladder.for_all(ladder.plan(pack, item, now), sharings.get(item.id)) for item in wanted}
    away = _away(work, {item.chat for planned in each.values() for item in planned})
    plans = {name: tuple(item for item in planned if item.chat not in away) for name, planned in each.items()}
    work.reminders.plan_all(plans)
    return following


def clocks_anew(work: UnitOfWork, zone: ZoneInfo, after: str) -> str:
    """Give some of what waits on the clock of a zone the instant at which it now shows their wall time; return where
    to go on.
    """
    waiting = work.reminders.waiting_in(zone.key, after, PORTION)
    now = (
        (item, datetime.fromisoformat(item.wall).replace(tzinfo=zone).astimezone(UTC)) for item in waiting if item.wall
    )
    moved = [item.but(due=due) for item, due in now if due != item.due and abs(due - item.due) <= MOVED_AT_MOST]
    work.reminders.postpone(moved)
    return waiting[-1].key if len(waiting) == PORTION else ""


def _away(work: UnitOfWork, chats: Iterable[int]) -> set[int]:
    sessions = work.sessions.load([(chat, chat) for chat in sorted(chats)])
    return {chat for (chat, _), session in sessions.items() if session.away}


def _word(parts: Iterable[object]) -> str:
    listed = sorted(map(repr, parts))
    return sha256("\n".join(listed).encode()).hexdigest()
