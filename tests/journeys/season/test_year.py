"""A year of four municipalities with 2 000 associations: every reminder once, at its minute, for whom it is.

The real turns over a real database, two processes that take turns, a clock that jumps from instant to instant. In the
year lie a leap day, both changes of the clocks, Easter, a last day that is moved, one that is extended at 15.30 on it,
and three crashes, one of them over a weekend. What must come is reckoned by `reckoned.py` from the domain paper.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.staff_groups import StaffChats
from bot.turns.happening import StepContext
from bot.turns.plans.calls import follow
from dialogs.conversation.effects import SettleReminders
from dialogs.conversation.events import ReminderDue
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.world import World
from dialogs.deadlines.calls.joining import joined_packs
from dialogs.deadlines.ladder import for_all, plan
from dialogs.records.proposal import Proposal
from dialogs.records.staff.call import Call
from dialogs.records.together.sharing import Participant, Role, Sharing
from dialogs.step import step
from storage.database import Database
from tests.journeys.season import reckoned
from tests.stages.alone import HandlerAlone
from tests.stages.outage import ROUND, a_town
from tests.stages.standing import world

pytestmark = pytest.mark.slow

EACH, EDITOR = 500, 100_000
"""How many associations each municipality has, and what is added to a chat's number for who edits its draft."""
BATCH = 200
"""How many reminders a process takes at once: more than in life, so that the year takes some seconds."""
NEVER = datetime(2100, 1, 1)  # noqa: DTZ001 - wall time
LANGUAGES = ("sv", "fi", "en")
SILENT, SENDS, LATE, NO_DEADLINE, NOTHING, BLOCKS, CONFIRMED, MISSED, ERASES, SHARED = range(10)
"""What an association does. Half of all leave early."""
SENDING = {SENDS, NO_DEADLINE, NOTHING, CONFIRMED}
"""Who says in time that both papers went to the registrar."""


@dataclass(frozen=True)
class Town:
    """A municipality's call as wall time: its last day, the pitch, and when the last day is moved to which."""

    name: str
    country: str
    zone: str
    deadline: str
    pitch: str
    moved_at: str = ""
    moved_to: str = ""

    @property
    def last(self) -> datetime:
        """The last day as it was in the end."""
        return wall(self.moved_to or self.deadline)

    @property
    def first(self) -> datetime:
        """The last day as it was at first."""
        return wall(self.deadline)

    def acts(self) -> dict[str, datetime]:
        """When what is done."""
        early = reckoned.working_days(self.first.date(), -8, self.country)
        then = datetime.combine(early, reckoned.NINE) + timedelta(hours=2, minutes=17)
        return {
            "begin": self.first - timedelta(days=30),
            "send": then,
            "leave": then + timedelta(days=1),
            "confirm": then + timedelta(days=2),
            "begin late": self.first - timedelta(days=3, hours=4),
            "miss": self.last + timedelta(hours=1),
        }


TOWNS = (
    Town("vasa", "FI", "Europe/Helsinki", "2028-02-29T15:45", "2028-03-07T16:30"),
    Town("vaxjo", "SE", "Europe/Stockholm", "2028-04-17T15:45", "2028-04-25T10:00"),
    Town(
        *("goteborg", "SE", "Europe/Stockholm", "2028-09-15T15:00", "2028-10-03T14:00"),
        *("2028-09-13T10:00", "2028-09-22T15:00"),
    ),
    Town(
        *("ostersund", "SE", "Europe/Stockholm", "2028-10-27T15:45", "2028-11-07T16:30"),
        *("2028-10-27T15:30", "2028-10-31T15:45"),
    ),
)
DOWN = ("2028-09-08T08:59", "2028-09-09T10:00")
"""A crash at Friday's 08.59, of which nobody knows before Saturday; on the clock of Sweden."""
KILLED = (("2028-02-22T09:00", "Europe/Helsinki", 3), ("2028-10-31T12:45", "Europe/Stockholm", 40))
"""On which minute a process dies in the middle of a batch, and after how many messages of it."""


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def instant(at: datetime, zone: str) -> datetime:
    return at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


Row = tuple[int, str, str, str]
"""A chat, what it is reminded of, when on the clock of its municipality, and what came of it."""


class Killed(BaseException):
    """The process is gone; what it had not committed is as if it had never been."""


@dataclass
class Year:
    """The database, two processes over it, and what came of each reminder that was due."""

    database: Database
    now: datetime = datetime(2028, 1, 1, tzinfo=UTC)
    rows: list[Row] = field(default_factory=list)
    messages: list[tuple[int, datetime]] = field(default_factory=list)
    dies_after: int = -1
    kills: int = 0

    def __post_init__(self) -> None:
        self.packs = {one.name: a_town(one.name, one.deadline, one.pitch) for one in TOWNS}
        self.world = World(self.packs, world().lexicon)
        self._uncommitted: list[tuple[ReminderDue, Outcome]] = []
        context = StepContext(self._step, self.world, lambda: self.now, "lots_bot", "sorry {}".format, StaffChats({}))
        self.processes = [HandlerAlone(self.database, context) for _ in range(2)]

    def _step(self, session: Session, event: Any, known: Any, now: datetime, snapshot: Any) -> Outcome:
        self.dies_after -= 1
        if not self.dies_after:
            raise Killed
        outcome = step(session, event, known, now, snapshot)
        self._uncommitted.append((event, outcome))
        return outcome

    def tick(self) -> None:
        """Let both processes take what is due in turns, until nothing is."""
        idle = 0
        while idle < 2:
            for process in self.processes:
                self._uncommitted.clear()
                try:
                    idle = 0 if process.reminders(BATCH).lines else idle + 1
                except Killed:
                    self.kills += 1
                    continue
                self._note()

    def _note(self) -> None:
        for event, outcome in self._uncommitted:
            kinds = {item.key: item for item in event.reminders}
            settled = (effect.outcomes for effect in outcome.effects if isinstance(effect, SettleReminders))
            for key, came_to in (one for each in settled for one in each.items() if one[1] != "wait"):
                item = kinds[key]
                self.rows.append((item.chat, item.kind, self._wall(item.zone), came_to))
            self.messages += [(event.sender.chat, self.now) for _ in outcome.replies]

    def _wall(self, zone: str) -> str:
        return f"{self.now.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}"

    def run_to(self, until: datetime) -> None:
        """Let time pass, up to an instant, stopping where something is due."""
        while (due := self.next_due()) is not None and due <= until:
            self.now = max(self.now, due)
            self.tick()
        self.now = until

    def next_due(self) -> datetime | None:
        with self.database.transaction() as work:
            return work.reminders.next_due()

    def begin(self, town: int, groups: set[int]) -> None:
        """Let associations begin a draft, each in its language; some of them share it, some want no reminders."""
        one, mine = TOWNS[town], [chat for chat in chats(town) if act_of(chat) in groups]
        muted = {NO_DEADLINE: ("deadline",), NOTHING: ("all",)}
        with self.database.transaction() as work:
            editors = [chat + EDITOR for chat in mine if act_of(chat) == SHARED]
            work.sessions.save(
                Session(chat, chat, LANGUAGES[chat % 3], one.name, greeted=True, muted=muted.get(act_of(chat), ()))
                for chat in (*mine, *editors)
            )
            drafts = [Proposal(f"p{chat}", chat, one.name, ROUND, "sv", created_at=self.now) for chat in mine]
            work.proposals.save(drafts)
            for chat in editors:
                editor = Participant(chat, "Bo", Role.EDIT, self.now)
                work.sharings.save(Sharing(f"p{chat - EDITOR}", (editor,), version=1), 0)
            self._plan(work, drafts)

    def change(self, town: int, groups: set[int], **what: Any) -> None:
        """Let associations say something of their draft."""
        mine = [chat for chat in chats(town) if act_of(chat) in groups]
        with self.database.transaction() as work:
            known = [draft for drafts in work.proposals.of(mine).values() for draft in drafts]
            changed = [draft.but(**what, version=draft.version + 1) for draft in known]
            work.proposals.save(changed)
            self._plan(work, changed)

    def _plan(self, work: Any, drafts: list[Proposal]) -> None:
        packs = joined_packs(self.packs, work.calls.all())
        shared = work.sharings.of(draft.id for draft in drafts)
        each = {one.id: for_all(plan(packs[one.municipality], one, self.now), shared.get(one.id)) for one in drafts}
        work.reminders.plan_all(each)

    def leave(self, town: int) -> None:
        """Some block Lots, some erase everything."""
        with self.database.transaction() as work:
            for chat in chats(town):
                if act_of(chat) == BLOCKS:
                    work.shut_out(chat, self.now)
                if act_of(chat) == ERASES:
                    work.erase(chat)

    def kill_after(self, messages: int) -> None:
        """Let a process die in the middle of the batch that comes."""
        self.dies_after = messages

    def move(self, town: int) -> None:
        """A navigator moves the last day."""
        one = TOWNS[town]
        call = Call(one.name, ROUND, deadline=one.moved_to, version=1)
        with self.database.transaction() as work:
            before = work.calls.all()
            work.calls.save(call, 0)
            follow(work, self.packs, before, [call], self.now, {})


def act_of(chat: int) -> int:
    """What the association of a chat does."""
    return chat % 20 if chat % 20 < 10 else (BLOCKS, ERASES)[chat % 2]


def chats(town: int) -> range:
    return range(1 + EACH * town, 1 + EACH * (town + 1))


def happenings() -> list[tuple[datetime, int, str]]:
    """What people do in the year, in order."""
    done = [(instant(at, one.zone), town, act) for town, one in enumerate(TOWNS) for act, at in one.acts().items()]
    moved = [(instant(wall(one.moved_at), one.zone), town, "move") for town, one in enumerate(TOWNS) if one.moved_at]
    killed = [(instant(wall(at), zone) - timedelta(seconds=1), after, "kill") for at, zone, after in KILLED]
    down, up = (instant(wall(at), TOWNS[2].zone) for at in DOWN)
    end = datetime(2029, 1, 1, tzinfo=UTC)
    return sorted([*done, *moved, *killed, (down, 0, "down"), (up, 0, "up"), (end, 0, "end")])


def play(year: Year) -> None:
    """Live through the year."""
    down = False
    for at, town, act in happenings():
        if down:
            year.now = at
        else:
            year.run_to(at)
        down = act == "down"
        ACTS[act](year, town)


EVERYBODY = {SILENT, SENDS, NO_DEADLINE, NOTHING, BLOCKS, CONFIRMED, MISSED, ERASES, SHARED}
"""All but those who begin late."""
ACTS: dict[str, Callable[[Year, int], None]] = {
    "begin": lambda year, town: year.begin(town, EVERYBODY),
    "begin late": lambda year, town: year.begin(town, {LATE}),
    "send": lambda year, town: year.change(town, SENDING, sent_at=year.now),
    "confirm": lambda year, town: year.change(town, {CONFIRMED}, receipt_at=year.now),
    "miss": lambda year, town: year.change(town, {MISSED}, unsent_at=year.now),
    "leave": Year.leave,
    "move": Year.move,
    "kill": Year.kill_after,
    "down": lambda _year, _town: None,
    "up": lambda _year, _town: None,
    "end": lambda _year, _town: None,
}


def expected(town: int) -> Iterator[Row]:
    """What must come of every reminder of a municipality."""
    for chat in chats(town):
        for kind, at in due_for(TOWNS[town], act_of(chat)):
            for one in (chat, chat + EDITOR) if act_of(chat) == SHARED else (chat,):
                yield one, kind, f"{at:%Y-%m-%dT%H:%M}", came_to(kind, act_of(chat))


def came_to(kind: str, group: int) -> str:
    """What becomes of a reminder: it is said, or the chat does not want it, or what it asks was said."""
    of_pitch = kind in reckoned.PITCH
    if group == NOTHING or (group == NO_DEADLINE and not of_pitch and kind != "call-news"):
        return "muted"
    return "done" if (kind, group) == ("receipt-1wd", CONFIRMED) else "say"


def due_for(town: Town, group: int) -> Iterator[tuple[str, datetime]]:
    """The reminders of one association, by what it does, and when they come."""
    acts, moves = town.acts(), wall(town.moved_at) if town.moved_at else NEVER
    begun = acts["begin late"] if group == LATE else acts["begin"]
    gone = acts["leave"] if group in (BLOCKS, ERASES) else NEVER
    sent = acts["send"] if group in SENDING else NEVER
    old = reckoned.ladder(town.first, wall(town.pitch), town.country)
    new = reckoned.ladder(town.last, wall(town.pitch), town.country)
    for kind in reckoned.UNSENT:
        if begun < old[kind] < min(gone, sent, moves):
            yield kind, awake(old[kind], town)
        late = max(new[kind], moves)
        if town.moved_at and begun < new[kind] and still_of_use(new[kind], moves, town) and late < min(gone, sent):
            yield kind, late
    if new["receipt-1wd"] < gone and group != MISSED:  # who said so is asked nothing more
        yield "receipt-1wd", new["receipt-1wd"]
    yield from ((kind, new[kind]) for kind in reckoned.PITCH if sent < new[kind])
    if town.moved_at and begun < moves < gone and group != NOTHING:
        yield "call-news", moves


def still_of_use(at: datetime, moved: datetime, town: Town) -> bool:
    """What a moved last day would have called for before it was moved is said if that was in the last two working
    days.
    """
    return moved <= datetime.combine(reckoned.working_days(at.date(), 2, town.country), at.time())


def awake(at: datetime, town: Town) -> datetime:
    """When a reminder comes as Lots was down at the end of a week."""
    down, up = (wall(text) for text in DOWN)
    if town.country != "SE" or not down < at <= up:
        return at
    return up if reckoned.is_reached(up, town.country) else reckoned.next_eight(up, town.country)


def test_in_a_year_of_four_towns_each_reminder_comes_once_at_its_minute_or_is_dropped_for_a_reason(
    sqlite_url: str,
) -> None:
    database = Database.open(sqlite_url, "k" * 44)
    database.upgrade()
    year = Year(database)
    play(year)
    wanted = sorted(row for town in range(len(TOWNS)) for row in expected(town))
    assert year.kills == len(KILLED)
    assert sorted((Counter(year.rows) - Counter(wanted)).elements())[:10] == []
    assert sorted((Counter(wanted) - Counter(year.rows)).elements())[:10] == []
    said = {(chat, at) for chat, _, at, came_to in wanted if came_to == "say"}
    assert len(set(wanted)) == len(wanted)
    assert len(year.messages) == len(set(year.messages)) == len(said)
    assert year.next_due() is None
    database.close()
