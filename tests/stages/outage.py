"""A chat with drafts in two municipalities, and a bot that is only awake when it is told to be."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from dialogs.conversation.effects import Effect
from dialogs.conversation.events import ReminderDue, Sender
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Session, Snapshot
from dialogs.conversation.turn import Turn
from dialogs.conversation.world import World
from dialogs.deadlines.ladder import plan
from dialogs.deadlines.verdict import Verdict, judged
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from dialogs.step import PLACES
from knowledge.municipality.pack import Pack, Round, Status
from tests.stages.in_memory import ALL, Stage
from tests.stages.standing import world

CHAT = 101
ROUND = "spring"


def a_town(name: str, deadline: str, pitch: str = "", status: Status = Status.OPEN) -> Pack:
    """A municipality with one round, its times told as its own clock shows them."""
    pack = world().packs[name]
    last, spoken = (
        datetime.fromisoformat(text).replace(tzinfo=pack.zone) if text else None for text in (deadline, pitch)
    )
    assert last is not None
    around = Round(ROUND, {}, status, None, last, spoken, 10, ())
    return replace(pack, rounds=(around,))


@dataclass
class Waking:
    """What happened when the bot was awake for a moment."""

    now: datetime
    verdicts: dict[Reminder, Verdict]
    replies: tuple[Reply, ...]
    effects: tuple[Effect, ...]


@dataclass
class Outage(Stage):
    """A stage whose reminders are looked at only when `wake` is called."""

    wakings: list[Waking] = field(default_factory=list)

    def draft(self, name: str, municipality: str, **more: datetime) -> None:
        """Begin a draft, which is planned."""
        more = {"created_at": self.now, **more}
        self.keep(Proposal(name, CHAT, municipality, ROUND, "sv", **more))

    def keep(self, proposal: Proposal) -> None:
        """Save a proposal and plan it anew, as every dialog does that changes one."""
        reminders = plan(self.world.packs[proposal.municipality], proposal, self.now)
        with self.transaction() as work:
            work.proposals.save([proposal])
            work.reminders.plan_all({proposal.id: reminders})

    def wake(self, now: datetime) -> Waking:
        """Let the bot look once at what is due."""
        self.now = max(self.now, now)
        judged = self._judged()
        outcomes = self.tick()
        replies = tuple(reply for outcome in outcomes for reply in outcome.replies)
        effects = tuple(effect for outcome in outcomes for effect in outcome.effects)
        self.wakings.append(Waking(self.now, judged, replies, effects))
        return self.wakings[-1]

    def _judged(self) -> dict[Reminder, Verdict]:
        with self.transaction() as work:
            due = work.reminders.due(self.now, ALL)
        session = self.sessions.get((CHAT, CHAT), Session(CHAT, CHAT))
        snapshot = Snapshot(proposals=tuple(self.proposals.values()))
        turn = Turn(session, ReminderDue(Sender(CHAT, CHAT), due), self.world, self.now, snapshot, PLACES)
        return {one.reminder: one.verdict for one in judged(turn, due)}


def an_outage(now: str, *towns: Pack) -> Outage:
    """A stage at an instant told in UTC."""
    return Outage(World({pack.id: pack for pack in towns}, world().lexicon), utc(now))


def say(stage: Stage, words: str) -> str:
    """Write something and return the last words that came."""
    stage.say(CHAT, CHAT, words)
    return last(stage)


def press(stage: Stage, label: str) -> str:
    """Press a button and return the last words that came."""
    stage.press(CHAT, CHAT, label)
    return last(stage)


def last(stage: Stage) -> str:
    """The words that came last."""
    return stage.chats[CHAT][-1].text


def utc(text: str) -> datetime:
    """An instant from ISO words."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def here(town: Pack, text: str) -> datetime:
    """An instant from what a town's clock shows."""
    return datetime.fromisoformat(text).replace(tzinfo=town.zone).astimezone(UTC)
