"""Playing a batch of events against one view of the database.

Each event gets its snapshot, its step and its place among the changes; an event whose step raises leaves nothing behind
but a line for the record and an apology in the person's language.
"""

import time
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from bot.log import where
from bot.telegram.compose import Destination, compose
from bot.telegram.topics import GroupTold, TopicShut
from bot.telegram.translate import MembersChanged, Moved, News, NoAct, RightsLost, ShutOut
from bot.turns import group_topics, undelivered
from bot.turns.about import needed, shared
from bot.turns.about.case_meant import (
    case_meant,
    lists_cases,
    log_named,
    message_named,
    references_named,
    searches_cases,
)
from bot.turns.about.due_proposals import is_of_proposals_alone, of_proposals
from bot.turns.about.rights import is_asked_there
from bot.turns.changes import Changes
from bot.turns.happening import LEFT, Happening, Line, StepContext
from bot.turns.lanes import in_lanes
from bot.turns.loaded import SessionKey, load, wanted
from bot.turns.new_ids import NewIds
from bot.turns.perform import perform
from bot.turns.plans import pitching, rounds_known
from bot.turns.plans.calls import follow, latest, with_calls
from bot.turns.reading_ahead import Rehearsal
from bot.turns.unseen import NOTHING, Found, of_a_desk, of_a_person, of_topics, reaches_a_desk, wanting_topics
from dialogs.conversation.effects import EraseChat, SaveCall, SaveCase, SettleReminders
from dialogs.conversation.events import Commanded, Edited, Event, ReminderDue, Returned, Said, Sender, Unreadable
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import (
    NO_CONSENT,
    Consent,
    OfficeChat,
    Outcome,
    Post,
    Session,
    Snapshot,
    Standing,
)
from dialogs.desk import access_log
from dialogs.desk.standpoint import in_topic
from dialogs.overview.searching import SEARCHED_AT_MOST
from dialogs.records import reminder, shut_out
from dialogs.records.case import Case
from dialogs.records.for_a_time.access import Access
from dialogs.records.offices.inquiries import is_asked
from dialogs.records.staff.call import Call
from dialogs.records.thread import Topics
from dialogs.together.inviting import INVITING
from knowledge.remembered import ReadFirst, while_others_wait
from storage.errors import DamagedValue
from storage.queue_items import Outgoing
from storage.unit_of_work import UnitOfWork

OPEN_KNOWN = 1000
"""How many open cases of a municipality are looked through, the oldest: some hundredths of a second."""


class Batch:
    """A batch in one transaction. `now` is the same instant for all of it.

    `unread` is what must be read before it can be played.
    """

    def __init__(self, context: StepContext, new_ids: NewIds, work: UnitOfWork, now: datetime) -> None:
        self._context = context
        self._new_ids = new_ids
        self._work = work
        self._now = now
        self._changes = Changes(now)
        self._calls: tuple[Call, ...] = ()
        self._world = context.world
        self._sessions_asked: set[SessionKey] = set()
        self.unread: list[Rehearsal] = []

    def play(self, happenings: Sequence[Happening]) -> tuple[tuple[Line, ...], list[Outgoing]]:
        """Play everything that happened, in order, and write what came of it; return a line each, and the messages."""
        told, packs = [happening.told for happening in happenings if happening.told], self._context.staff.packs
        of_desks = [group for group in told if group.chat in packs]
        self._load([happening.news for happening in happenings], of_desks)
        self._learn(of_desks)
        lines = tuple(self._timed(happening) for happening in happenings)
        # A staff group that has just become another one was not known as such.
        self._learn([group for group in told if group.chat in packs and group not in of_desks])
        self._changes.write(self._work)
        if changed := [call for call, _ in self._changes.calls.values()]:
            follow(self._work, self._context.world.packs, self._calls, changed, self._now, self._context.staff.chats)
        return lines, self._changes.outgoing

    def _load(self, news: Sequence[News], told: Sequence[GroupTold]) -> None:
        events = [item for item in news if item is not None and not isinstance(item, NoAct)]
        loaded = self._changes.loaded = load(self._work, wanted(news))
        self._calls = self._work.calls.all()
        self._world = with_calls(self._context.world, self._calls)
        at_desks = [event.sender for event in events if event.sender.staff]
        chats = {*(sender.chat for sender in at_desks), *(group.chat for group in told)}
        loaded.topics = self._work.threads.topics(chats)
        loaded.threads = self._work.threads.at((sender.chat, sender.thread or 0) for sender in at_desks)
        references = {ref for event in events if not self._is_of_proposals(event) for ref in self._named(event)}
        loaded.cases = self._work.cases.by_reference(sorted(references)) if references else {}

    def _learn(self, told: Sequence[GroupTold]) -> None:
        """Note what is told of staff groups beside what happened there."""
        known = self._changes.loaded.topics
        for group in told:
            municipality, before = self._context.staff.packs[group.chat], known.get(group.chat)
            now = group_topics.learn(self._work, group, municipality, before, self._now)
            known |= {group.chat: now} if now is not None else {}

    def _named(self, event: Event) -> list[str]:
        return references_named(event, self._session(event), self._post(event), self._here(event.sender))

    def _is_of_proposals(self, event: Event) -> bool:
        """Whether an event is the time of reminders that are about nothing but drafts of a person who has no case."""
        if not isinstance(event, ReminderDue):
            return False
        return is_of_proposals_alone(event, self._session(event), self._changes.loaded)

    def _here(self, sender: Sender) -> str:
        """The case in whose topic somebody is, empty for none."""
        return self._changes.loaded.threads.get((sender.chat, sender.thread or 0), "")

    def _session(self, event: Event) -> Session:
        key = (event.sender.chat, event.sender.user)
        return in_topic(self._changes.loaded.sessions.get(key) or Session(*key), event.sender)

    def _post(self, event: Event) -> Post | None:
        named = message_named(event)
        return self._changes.loaded.posts.get(named) if named else None

    def _timed(self, happening: Happening) -> Line:
        if self._is_left(happening):
            return Line(happening.update, "", LEFT, 0.0)
        started = time.perf_counter()
        place, result, error = self._play(happening)
        took = round((time.perf_counter() - started) * 1000, 2)
        return Line(happening.update, place, result, took, error, self._lost(happening.news))

    def _lost(self, news: News) -> str:
        """What an operator must see to: a group of the municipality that is lost, or rights in one."""
        if not isinstance(news, ShutOut | RightsLost) or not (name := self._context.staff.named(news.chat)):
            return ""
        return name if isinstance(news, ShutOut) else f"{name}: {' '.join(news.rights)}"

    def _is_left(self, happening: Happening) -> bool:
        """Whether something must be read first. Nothing follows it here: a batch has one update a chat."""
        news = happening.news
        if not happening.update or news is None or isinstance(news, NoAct):
            return False
        session = self._session(news)
        if not self._context.ahead.wanted(happening.update, news, session):
            return False
        snapshot = self._snapshot(news, session, happening.standing or Standing.UNKNOWN, self._named(news))
        rehearsed = partial(self._step, session, news, snapshot)
        self.unread.append(Rehearsal(happening.update, news.sender.chat, rehearsed))
        return True

    def _step(self, session: Session, event: Event, snapshot: Snapshot) -> Outcome:
        return self._context.step(session, event, self._world, self._now, snapshot)

    def _hurry(self, update: int, event: Event, found: Found) -> AbstractContextManager[None]:
        """Let a step be left that would take long, where nothing but the step has been done for its event yet."""
        leave = event.sender.private and found is NOTHING and self._context.ahead.may_leave(update)
        return while_others_wait() if leave else nullcontext()

    def _play(self, happening: Happening) -> tuple[str, str, str]:
        match happening.news:
            case _ if happening.error:
                return "", "unreadable", happening.error
            case None:
                return "", "ignored", ""
            case ShutOut():
                self._shut_out(happening.news.chat)
                return "", "shut out", ""
            case RightsLost():
                return "", "rights lost", ""
            case Moved():
                return self._moved(happening, happening.news)
            case MembersChanged():
                self._context.forget(happening.news.chat, happening.news.people)
                return "", "members changed", ""
            case TopicShut() as shut:
                self._work.threads.shut(shut.chat, shut.thread, closed=shut.closed)
                return "", "topic shut", ""
            case ReminderDue() as event:
                self._changes.fired += event.reminders
                return self._remind(event, happening)
            case event:
                return self._answer(event, happening)

    def _shut_out(self, chat: int) -> None:
        """Note that a chat has shut Lots out. The cases of a person are to know of it."""
        self._work.reminders.cancel(chat)
        self._changes.leave(chat)
        session = self._changes.loaded.sessions.get((chat, chat))
        if chat > 0 and session is not None and self._changes.loaded.own_cases.get(chat):
            self._work.reminders.add([shut_out.noticed(chat, session.away_since or self._now, self._now)])

    def _moved(self, happening: Happening, moved: Moved) -> tuple[str, str, str]:
        """Let a group go on in the chat that it has become. A staff group has none of its cards there."""
        to, sessions = moved.to, self._changes.loaded.sessions
        self._work.move_chat(moved.chat, to)
        self._context.staff.move(moved.chat, to)
        # They are where they were not when the batch was loaded; the group's own belongs to nobody, or to the group.
        own = {(to, user) for chat, user in sessions if chat == moved.chat} | {(to, to), (to, 0)}
        sessions |= self._work.sessions.load(sorted(own))
        staff = self._context.staff.packs.get(to, "")
        if staff:
            self._answer(Returned(Sender(to, 0, staff=staff, private=False)), happening)
        return "", "moved", ""

    def _answer(self, event: Event, happening: Happening) -> tuple[str, str, str]:
        found = self._unseen(event)
        session = self._session(event)
        try:
            references = self._named(event)
            self._require_whole(event, session, references)
            snapshot = self._snapshot(event, session, happening.standing or Standing.UNKNOWN, references)
            played = partial(self._step, session, event, snapshot.but(unseen=found.unseen))
            with self._hurry(happening.update, event, found):
                outcome = played()
            about = snapshot.case.reference if snapshot.case is not None else ""
            outgoing = [*found.first, *in_lanes(self._composed(event, outcome), about)]
        except ReadFirst:
            self.unread.append(Rehearsal(happening.update, event.sender.chat, played))
            return "", LEFT, ""
        except Exception as error:  # noqa: BLE001 - whatever it is, it concerns this event alone
            self._changes.outgoing += [*self._regret(event, session, happening.update), *found.first, *found.again]
            return session.place, "failed", str(error) if isinstance(error, DamagedValue) else where(error)
        erased = any(isinstance(effect, EraseChat) for effect in outcome.effects)
        self._keep(outcome, [*outgoing, *(() if erased else found.again)])
        return outcome.session.place, _result(event, outcome), ""

    def _remind(self, event: ReminderDue, happening: Happening) -> tuple[str, str, str]:
        """Say what can be said. What is about something damaged has fired unsaid: nobody has asked for it."""
        if self._is_of_proposals(event):
            return self._remind_of_proposals(event)
        unsayable = needed.unsayable(event.sender.chat, event.reminders, self._changes.loaded.damage)
        whole = tuple([item for item in event.reminders if item.key not in unsayable])
        place, result, error = ("", "failed", "")
        if whole:
            due = event.but(reminders=whole) if unsayable else event
            place, result, error = self._answer(due, happening)
        return place, result, "; ".join([*filter(None, [error]), *map(str, unsayable.values())])

    def _remind_of_proposals(self, event: ReminderDue) -> tuple[str, str, str]:
        """Say what is due of drafts to a person who has nothing else, as thousands in one minute: nothing is looked
        for that it cannot be about.
        """
        session = self._session(event)
        try:
            outcome = self._step(session, event, of_proposals(event, self._changes.loaded, self._context.staff.chats))
            outgoing = in_lanes(self._composed(event, outcome), "")
        except Exception as error:  # noqa: BLE001 - whatever it is, it concerns this event alone
            self._changes.outgoing += self._regret(event, session, 0)
            return session.place, "failed", where(error)
        self._keep(outcome, outgoing)
        return outcome.session.place, _result(event, outcome), ""

    def _require_whole(self, event: Event, session: Session, references: list[str]) -> None:
        """Raise `DamagedValue` if something that the event needs could not be loaded; of reminders `_remind` looks."""
        if isinstance(event, ReminderDue):
            return
        post, loaded = self._post(event), self._changes.loaded
        own = loaded.own_cases.get(event.sender.chat, {}) if isinstance(event, Said | Edited) else ()
        self._cases([*references, *own])
        found = needed.damaged(event, session, post, references, loaded.damage)
        if found is not None:
            raise found

    def _unseen(self, event: Event) -> Found:
        """What its chat has not seen, where an event shows that it can be reached again."""
        sender = event.sender
        if isinstance(event, ReminderDue) and sender.private:
            return NOTHING
        if names := wanting_topics(event):
            return of_topics(self._work, sender.chat, names)
        if reaches_a_desk(event):
            back = self._changes.back(sender.chat) or isinstance(event, Returned)
            return of_a_desk(self._work, sender.chat, sender.staff, self._changes.outgoing, back=back)
        if sender.in_office_group and isinstance(event, Returned | Commanded):
            self._changes.back(sender.chat)
        away = sender.private and self._session(event).away and not isinstance(event, ReminderDue)
        return of_a_person(self._work, sender.chat) if away else NOTHING

    def _snapshot(self, event: Event, session: Session, standing: Standing, references: list[str]) -> Snapshot:
        loaded, chat, post = self._changes.loaded, event.sender.chat, self._post(event)
        case = case_meant(references, self._cases(references), event.sender, post)
        desks = self._desks(event, session, case)
        accesses = self._accesses(event, case)
        sharings = shared.sharings_of(loaded, chat)
        invited = shared.invited_to(self._work, loaded, event)
        return Snapshot(
            new_reference=self._new_ids.reference(self._work),
            new_id=self._new_ids.id(),
            proposals=tuple(loaded.proposals.get(chat, {}).values()),
            cases=self._known_cases(event, references),
            case=case,
            post=post,
            damaged=loaded.damage.cases_of(event.sender.staff) if event.sender.staff else (),
            staff=self._context.staff.chats,
            standing=standing,
            shut=tuple(name for name, desk in desks.items() if desk.away and event.sender.private),
            desks=loaded.know_desks(self._work, desks),
            consent=self._consent(session, case),
            desk_languages={name: desk.language for name, desk in desks.items() if desk.language_chosen},
            own_language=self._own_language(event.sender),
            offices=self._offices(event, case),
            accesses=accesses,
            names=self._names(event, {one.user for one in accesses}),
            here=self._here(event.sender),
            topics=loaded.topics.get(chat, Topics.NONE),
            told=rounds_known.told(self._work, self._world, event, session, post),
            counts=rounds_known.counts(self._work, self._world, event),
            sharings=sharings,
            languages=shared.languages_of(sharings, invited, lambda chat: self._other_session(chat, chat)),
            changes=shared.earlier_answers(self._work, loaded, session),
            invited=invited,
            new_token=self._new_ids.token() if session.place == INVITING else "",
            bot_name=self._context.bot_name,
            pitching=pitching.asked_for(self._work, self._world, event, session, post),
            undelivered=undelivered.asked_for(self._work, self._context.staff, event, session, post),
        )

    def _accesses(self, event: Event, case: Case | None) -> tuple[Access, ...]:
        """The log that a desk asks for; one entry more than is shown tells that there are others."""
        about = log_named(event, case)
        return self._work.accesses.of(about, access_log.SHOWN + 1) if about else ()

    def _names(self, event: Event, people: set[int]) -> dict[int, str]:
        """Under which names people were noted at this desk, or in an office of its municipality."""
        chats = (event.sender.chat, *self._context.staff.offices.get(event.sender.staff, {}).values())
        found = ((user, self._other_session(chat, user).desk.name) for user in people for chat in chats if user > 0)
        return {user: name for user, name in found if name}

    def _offices(self, event: Event, case: Case | None) -> dict[str, OfficeChat]:
        """The offices that have a chat, of the municipality whose group or office it is, or of a case that waits for
        one; and what is spoken there.
        """
        seat, waited = event.sender.seat, case.municipality if case is not None and is_asked(case) else ""
        chats = self._context.staff.offices.get(seat.municipality if seat else event.sender.staff or waited, {})
        sessions = {office: self._other_session(chat, chat) for office, chat in chats.items()}
        return {
            office: OfficeChat(chat, sessions[office].language if sessions[office].language_chosen else "")
            for office, chat in chats.items()
        }

    def _consent(self, session: Session, case: Case | None) -> Consent:
        """What the person of a case has said of their words, where a navigator is about to move it."""
        draft = session.drafts.get(case.reference) if case is not None else None
        if case is None or not case.chat or draft is None or not draft.office:
            return NO_CONSENT
        return self._other_session(case.chat, case.chat).consent

    def _own_language(self, sender: Sender) -> str:
        """What somebody in a staff group has chosen with Lots alone."""
        person = self._other_session(sender.user, sender.user) if sender.staff and sender.user > 0 else None
        return person.language if person is not None and person.language_chosen else ""

    def _desks(self, event: Event, session: Session, case: Case | None) -> dict[str, Session]:
        """What is remembered of the staff groups that an event may concern: its own, that of its case, and of a person
        those of all their cases and of one that is about to be sent.
        """
        own = self._changes.loaded.own_cases.get(event.sender.chat, {}) if event.sender.private else {}
        about = {case.municipality for case in own.values()}
        if event.sender.private and session.place.startswith("idea"):
            about |= {session.municipality or next(iter(self._context.staff.chats), "")}
        if event.sender.private:
            # What two associations answer about their times in a pitch, the desk hears.
            about |= {call.municipality for call in self._calls if call.swap is not None}
        about |= {event.sender.staff, case.municipality if case else ""}
        desks = {name: self._context.staff.chats[name] for name in sorted(about) if name in self._context.staff.chats}
        return {name: self._other_session(chat, chat) for name, chat in desks.items()}

    def _other_session(self, chat: int, user: int) -> Session:
        """The session of another chat or person than those of the event; an empty one if there is none."""
        known, key = self._changes.loaded.sessions, (chat, user)
        if key not in known and key not in self._sessions_asked:
            self._sessions_asked.add(key)
            known.update(self._work.sessions.load([key]))
        return known.get(key) or Session(*key)

    def _known_cases(self, event: Event, references: list[str]) -> tuple[Case, ...]:
        """A chat's own cases, for its words with what was said in them: an edit or the rest of a split text may belong
        to it. At a desk those of its municipality that are named, for a command or a return those that are open, for
        words that are looked for the newest.
        """
        staff = event.sender.staff
        if not staff:
            own = self._changes.loaded.own_cases.get(event.sender.chat, {})
            known = self._cases(list(own)) if isinstance(event, Said | Edited) else own
            asked = self._asked(event, references)
            return (*(known.get(reference, case) for reference, case in own.items()), *asked)
        if searches_cases(event, self._session(event), self._post(event)):
            return self._with_changes(self._work.cases.newest_in(staff, SEARCHED_AT_MOST), staff)
        if not lists_cases(event, self._session(event), self._post(event)):
            named = self._cases(references)
            return tuple(named[name] for name in references if name in named and named[name].municipality == staff)
        # Damaged ones are missing here; their references come along.
        return self._with_changes(self._work.cases.open_in(staff, OPEN_KNOWN), staff)

    def _with_changes(self, cases: Sequence[Case], staff: str) -> tuple[Case, ...]:
        """The cases of a municipality as this batch has changed them."""
        listed = {case.reference: case for case in cases}
        changed = self._changes.loaded.cases
        return tuple((listed | {name: case for name, case in changed.items() if case.municipality == staff}).values())

    def _asked(self, event: Event, references: list[str]) -> tuple[Case, ...]:
        """What an office was asked about: the cases that its reminders name, or what somebody there is to write; in its
        group all that are open for a command or a return.
        """
        seat, awaited = event.sender.seat, self._session(event).awaited
        writes = awaited is not None and isinstance(event, Said | Unreadable) and awaited.may_come_in(event.message)
        if seat is None or not (isinstance(event, ReminderDue) or event.sender.in_office_group or writes):
            return ()
        town, named = seat.municipality, self._cases(references)
        found: Iterable[Case] = (named[name] for name in references if name in named)
        if event.sender.in_office_group and isinstance(event, Commanded | Returned):
            found = self._with_changes(self._work.cases.open_in(town, OPEN_KNOWN), town)
        return tuple(case for case in found if is_asked_there(case, event.sender))

    def _cases(self, references: list[str]) -> dict[str, Any]:
        # What an earlier event of this batch made a session point at was not known when the batch was loaded.
        cases = self._changes.loaded.cases
        absent = [ref for ref in references if ref not in cases]
        if absent:
            cases.update(self._work.cases.by_reference(absent))
        return cases

    def _composed(self, event: Event, outcome: Outcome) -> list[Outgoing]:
        place = Destination(event.sender.chat, event.sender.thread, outcome.session.revision)
        ahead = bool(not event.sender.private and wanting_topics(event))
        bulk = isinstance(event, ReminderDue) and not reaches_a_desk(event) and not ahead
        left = reminder.days_left(event.reminders, self._now.date()) if bulk and isinstance(event, ReminderDue) else 0
        messages = [item for reply in outcome.replies for item in compose(reply, place, bulk=bulk, days_left=left)]
        return [replace(message, ahead=True) for message in messages] if ahead else messages

    def _keep(self, outcome: Outcome, outgoing: list[Outgoing]) -> None:
        for effect in outcome.effects:
            perform(effect, self._changes, self._work)
            if isinstance(effect, SaveCase):
                self._new_ids.taken(effect.case.reference)
            if isinstance(effect, SaveCall):
                self._see_calls()
        if not _forgettable(outcome, known=self._session_known(outcome.session)):
            self._changes.keep_session(outcome.session)
        self._changes.outgoing += outgoing

    def _see_calls(self) -> None:
        """Let the events that follow see the calls as this batch has changed them."""
        kept = [*self._calls, *(call for call, _ in self._changes.calls.values())]
        self._world = with_calls(self._context.world, latest(kept))

    def _session_known(self, session: Session) -> bool:
        return (session.chat, session.user) in self._changes.loaded.sessions

    def _regret(self, event: Event, session: Session, update: int) -> list[Outgoing]:
        language = session.language or event.sender.language
        reply = Reply(self._context.sorry(language), key=f"sorry:{update}" if update else "")
        return compose(reply, Destination(event.sender.chat, event.sender.thread, session.revision))


def _result(event: Event, outcome: Outcome) -> str:
    """What an event was, for the log; of reminders also how many came to what, so that none is dropped unseen."""
    settled = [
        item for effect in outcome.effects if isinstance(effect, SettleReminders) for item in effect.outcomes.values()
    ]
    told = [f"{name} {settled.count(name)}" for name in sorted(set(settled))]
    return ": ".join(filter(None, (type(event).__name__.lower(), ", ".join(told))))


def _forgettable(outcome: Outcome, *, known: bool) -> bool:
    """Whether there is nobody to remember: a person that was erased, or one in a group whom Lots did not answer."""
    erased = any(isinstance(effect, EraseChat) for effect in outcome.effects)
    unanswered = not (known or outcome.replies or outcome.effects)
    return erased or unanswered
