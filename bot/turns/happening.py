"""What a batch is played with, what happens in it, and what comes of it: values, no more."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import Now
from bot.staff_groups import StaffChats
from bot.telegram.topics import GroupTold
from bot.telegram.translate import News
from bot.turns.reading_ahead import ReadingAhead, Rehearsal
from dialogs.conversation.events import Event
from dialogs.conversation.session import Outcome, Session, Snapshot, Standing

Step = Callable[[Session, Event, Any, datetime, Snapshot], Outcome]
LEFT = "left"
"""The result of what was not played: words that must be read first, for that takes long."""


@dataclass(frozen=True, slots=True)
class StepContext:
    """What events are played with: the step and its world, the clock, the bot's own name, the words of regret.

    `standing` tells what a person (chat, user) is in a staff group, None if Telegram must be asked first, and `forget`
    lets it be asked again of people in a chat. `ahead` tells whose words must be read first.
    """

    step: Step
    world: Any
    now: Now
    bot_name: str
    sorry: Callable[[str], str]
    staff: StaffChats
    standing: Callable[[int, int], Standing | None] = lambda _chat, _user: Standing.MEMBER
    forget: Callable[[int, Iterable[int]], None] = lambda _chat, _people: None
    ahead: ReadingAhead = field(default_factory=lambda: ReadingAhead(long=None))


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, with the number of its update for the log (0 for a reminder).

    `standing` is that of a person who does something in a staff group, None if Telegram must be asked first. `told` is
    what it tells of its group beside.
    """

    update: int
    news: News
    error: str = ""
    standing: Standing | None = Standing.MEMBER
    told: GroupTold | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line for the log. `place` is where the conversation now stands; no word of a person is in it.

    `lost` names the staff group, or the group of an office, that shut Lots out or took rights from it, and which.
    """

    update: int
    place: str
    result: str
    milliseconds: float
    error: str = ""
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a batch: a line for each happening.

    `unknown`: who does something in a staff group (chat, user) and must be asked for at Telegram before it can be
    handled. `unread`: what must be read before it can be handled.
    """

    lines: tuple[Line, ...] = ()
    unknown: frozenset[tuple[int, int]] = frozenset()
    unread: tuple[Rehearsal, ...] = ()

    @property
    def idle(self) -> bool:
        """Whether there was nothing to do. After what is left others may be found, whose turn would come next."""
        return not (self.lines or self.unknown or self.unread)
