"""Playing a batch of events against one view of the database.

Each event gets its snapshot, its step and its place among the changes; an event whose step raises leaves nothing behind
but a line for the record and an apology in the person's language.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.clock import Now
from bot.log import where
from bot.staff_groups import StaffChats
from bot.telegram.compose import Destination, compose
from bot.telegram.translate import Moved, News, ShutOut
from bot.turns.case_meant import case_meant, message_named, references_named
from bot.turns.changes import Changes
from bot.turns.loaded import load
from bot.turns.new_ids import NewIds
from bot.turns.perform import perform
from dialogs.conversation.effects import EraseChat, SaveCase
from dialogs.conversation.events import Commanded, Edited, Event, ReminderDue, Returned, Said
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome, Post, Session, Snapshot, Standing
from dialogs.records.case import Case
from storage.queue_items import Outgoing
from storage.unit_of_work import UnitOfWork

Step = Callable[[Session, Event, Any, datetime, Snapshot], Outcome]
OPEN_LISTED = 50
"""How many open cases a desk lists, a line each: what one message of 4096 characters holds."""


@dataclass(frozen=True, slots=True)
class StepContext:
    """What events are played with: the step and its world, the clock, the bot's own name, the words of regret.

    `standing` tells what a person (chat, user) is in a staff group, None if Telegram must be asked first.
    """

    step: Step
    world: Any
    now: Now
    bot_name: str
    sorry: Callable[[str], str]
    staff: StaffChats
    standing: Callable[[int, int], Standing | None] = lambda _chat, _user: Standing.MEMBER


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, with the number of its update for the log (0 for a reminder).

    `standing` is that of a person who pressed a button in a staff group, None if Telegram must be asked first.
    """

    update: int
    news: News
    error: str = ""
    standing: Standing | None = Standing.MEMBER


@dataclass(frozen=True, slots=True)
class Line:
    """One line for the log. `place` is where the conversation now stands; no word of a person is in it."""

    update: int
    place: str
    result: str
    milliseconds: float
    error: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a batch: a line for each happening.

    `unknown`: who pressed a button in a staff group (chat, user) and must be asked for at Telegram before it can be
    handled.
    """

    lines: tuple[Line, ...] = ()
    unknown: frozenset[tuple[int, int]] = frozenset()


class Batch:
    """A batch in one transaction. `now` is the same instant for all of it."""

    def __init__(self, context: StepContext, new_ids: NewIds, work: UnitOfWork, now: datetime) -> None:
        self._context = context
        self._new_ids = new_ids
        self._work = work
        self._now = now
        self._changes = Changes(now)

    def play(self, happenings: Sequence[Happening]) -> tuple[tuple[Line, ...], list[Outgoing]]:
        """Play everything that happened, in order, and write what came of it; return a line each, and the messages."""
        self._load([happening.news for happening in happenings])
        lines = tuple(self._timed(happening) for happening in happenings)
        self._changes.write(self._work)
        return lines, self._changes.outgoing

    def _load(self, news: Sequence[News]) -> None:
        events = [item for item in news if item is not None and not isinstance(item, ShutOut | Moved)]
        posts = filter(None, map(message_named, events))
        left = [(item.chat, item.chat) for item in news if isinstance(item, ShutOut)]
        loaded = load(self._work, [*((event.sender.chat, event.sender.user) for event in events), *left], posts)
        self._changes.loaded = loaded
        named = [ref for event in events for ref in self._named(event)]
        loaded.cases = self._work.cases.by_reference(sorted(set(named))) if named else {}

    def _named(self, event: Event) -> list[str]:
        return references_named(event, self._session(event), self._post(event))

    def _session(self, event: Event) -> Session:
        key = (event.sender.chat, event.sender.user)
        return self._changes.loaded.sessions.get(key) or Session(*key)

    def _post(self, event: Event) -> Post | None:
        named = message_named(event)
        return self._changes.loaded.posts.get(named) if named else None

    def _timed(self, happening: Happening) -> Line:
        started = time.perf_counter()
        place, result, error = self._play(happening)
        return Line(happening.update, place, result, round((time.perf_counter() - started) * 1000, 2), error)

    def _play(self, happening: Happening) -> tuple[str, str, str]:
        match happening.news:
            case _ if happening.error:
                return "", "unreadable", happening.error
            case None:
                return "", "ignored", ""
            case ShutOut():
                self._work.reminders.cancel(happening.news.chat)
                self._changes.leave(happening.news.chat)
                return "", "shut out", ""
            case Moved():
                self._work.move_chat(happening.news.chat, happening.news.to)
                self._context.staff.move(happening.news.chat, happening.news.to)
                return "", "moved", ""
            case ReminderDue() as event:
                self._changes.fired += event.reminders
                return self._answer(event, happening)
            case event:
                return self._answer(event, happening)

    def _answer(self, event: Event, happening: Happening) -> tuple[str, str, str]:
        session = self._session(event)
        try:
            snapshot = self._snapshot(event, session, happening.standing or Standing.UNKNOWN)
            outcome = self._context.step(session, event, self._context.world, self._now, snapshot)
            outgoing = self._composed(event, outcome)
        except Exception as error:  # noqa: BLE001 - whatever it is, it concerns this event alone
            self._changes.outgoing += self._regret(event, session, happening.update)
            return session.place, "failed", where(error)
        self._keep(outcome, outgoing)
        return outcome.session.place, type(event).__name__.lower(), ""

    def _snapshot(self, event: Event, session: Session, standing: Standing) -> Snapshot:
        loaded, chat, post = self._changes.loaded, event.sender.chat, self._post(event)
        references = references_named(event, session, post)
        return Snapshot(
            new_reference=self._new_ids.reference(self._work),
            new_id=self._new_ids.id(),
            proposals=tuple(loaded.proposals.get(chat, {}).values()),
            cases=self._known_cases(event, references),
            case=case_meant(references, self._cases(references), event.sender, post),
            post=post,
            staff=self._context.staff.chats,
            standing=standing,
        )

    def _known_cases(self, event: Event, references: list[str]) -> tuple[Case, ...]:
        """A chat's own cases, for its words with what was said in them: an edit or the rest of a split text may belong
        to it. At a desk those of its municipality that are named, for a command or a return those that are open.
        """
        staff = event.sender.staff
        if not staff:
            own = self._changes.loaded.own_cases.get(event.sender.chat, {})
            known = self._cases(list(own)) if isinstance(event, Said | Edited) else own
            return tuple(known.get(reference, case) for reference, case in own.items())
        if not isinstance(event, Commanded | Returned):
            named = self._cases(references)
            return tuple(named[name] for name in references if name in named and named[name].municipality == staff)
        changed = self._changes.loaded.cases
        listed = {case.reference: case for case in self._work.cases.open_in(staff, OPEN_LISTED)}
        fresh = {name: case for name, case in changed.items() if name in listed or case.municipality == staff}
        return tuple((listed | fresh).values())

    def _cases(self, references: list[str]) -> dict[str, Any]:
        # What an earlier event of this batch made a session point at was not known when the batch was loaded.
        cases = self._changes.loaded.cases
        absent = [ref for ref in references if ref not in cases]
        if absent:
            cases.update(self._work.cases.by_reference(absent))
        return cases

    def _composed(self, event: Event, outcome: Outcome) -> list[Outgoing]:
        place = Destination(event.sender.chat, event.sender.thread, outcome.session.revision)
        bulk = isinstance(event, ReminderDue)
        return [message for reply in outcome.replies for message in compose(reply, place, bulk=bulk)]

    def _keep(self, outcome: Outcome, outgoing: list[Outgoing]) -> None:
        for effect in outcome.effects:
            perform(effect, self._changes, self._work)
            if isinstance(effect, SaveCase):
                self._new_ids.taken(effect.case.reference)
        if not _forgettable(outcome, known=self._session_known(outcome.session)):
            self._changes.keep_session(outcome.session)
        self._changes.outgoing += outgoing

    def _session_known(self, session: Session) -> bool:
        return (session.chat, session.user) in self._changes.loaded.sessions

    def _regret(self, event: Event, session: Session, update: int) -> list[Outgoing]:
        language = session.language or event.sender.language[:2]
        reply = Reply(self._context.sorry(language), key=f"sorry:{update}" if update else "")
        return compose(reply, Destination(event.sender.chat, event.sender.thread, session.revision))


def _forgettable(outcome: Outcome, *, known: bool) -> bool:
    """Whether there is nobody to remember: a person that was erased, or one in a group whom Lots did not answer."""
    erased = any(isinstance(effect, EraseChat) for effect in outcome.effects)
    unanswered = not (known or outcome.replies or outcome.effects)
    return erased or unanswered
