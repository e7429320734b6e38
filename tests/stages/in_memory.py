"""The stage on which tests play conversations: chats with people, the real turns, a database in dictionaries.

Events go through `bot.turns`, and the outbox is emptied with the same commits and results as in life. What the stage
adds is Telegram's part: it shows at once what is sent, edits a card where it stands, and turns a press into its event.
"""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.documents.files import FILES, LISTS, is_of_list
from bot.documents.outline.pitch_files import pitch_file
from bot.overview.orders import made_of
from bot.overview.reading import Read
from bot.sending.calling import topics
from bot.sending.calling.made_files import listed_questions
from bot.sending.calling.taken import Taken, case_of
from bot.sending.calling.topics import TopicCall
from bot.sending.commit_ride import CommitRide
from bot.sending.results import Results
from bot.sending.verdict import Delivered, GivenUp, SetAside, Verdict
from bot.staff_groups import StaffChats
from bot.telegram.buttons import read_token
from bot.telegram.text.markup import fingerprint
from bot.telegram.translate import News, ShutOut
from bot.turns.batch import Batch
from bot.turns.handler import Handler
from bot.turns.happening import Happening, Line, StepContext
from bot.turns.new_ids import NewIds
from bot.turns.plans.pitching import in_round
from dialogs.conversation.effects import Order
from dialogs.conversation.events import Chose, Commanded, Edited, Event, MailTold, Returned, Said, Sender, Unreadable
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome, Session, Snapshot, Standing
from dialogs.conversation.world import World
from dialogs.deadlines.calls.joining import joined_packs
from dialogs.overview.row import row_of
from dialogs.pitch.run_sheet import Running
from dialogs.records.attachment import Attachment
from dialogs.records.letters.mailing import Fate, MailNews
from dialogs.records.proposal import Proposal
from dialogs.step import step
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from storage.queue_items import Kind, Paper, Parcel
from storage.unit_of_work import UnitOfWork
from tests.stages.memory.memory import Memory

REFERENCES = (
    "K7WM4",
    "P3QX9",
    "C8RV2",
    "J4HM6",
    "W9FG3",
    "F2GH7",
    "G3HJ8",
    "H4JK9",
    "J5KM2",
    "M6PQ3",
    "Q7RV4",
    "R8VW5",
    "V9XW6",
)
STAFF = -1001000000001
EXPORT = "export.json"
File = tuple[str, bytes]
"""The name of a file and what is in it."""
GONE = GivenUp("bot was kicked", shut_out=True)
ALL = 1_000
"""More messages than are ever waiting here."""


@dataclass
class Shown:
    """A message on the stage: its plain text, its buttons and what they are bound to; a file has only its name.

    `thread` is the topic in which it stands, 0 for none.
    """

    number: int
    text: str
    offers: tuple[Offer, ...]
    revision: int
    pushed: bool
    file: str = ""
    thread: int = 0


class KnownIds(NewIds):
    """References and ids in an order that a test can know."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._tokens = 0

    def reference(self, work: UnitOfWork) -> str:
        """Return the first reference that no case has."""
        return work.cases.unused(REFERENCES)[0]

    def id(self) -> str:
        """Return another id each time."""
        self._count += 1
        return f"p{self._count}"

    def token(self) -> str:
        """Return another token each time."""
        self._tokens += 1
        return f"{self._tokens:032x}"


def papers_of(proposal: Proposal, pack: Pack, language: Language) -> list[File]:
    """The papers as they are made in life. Their makers take long to load, and most tests need none."""
    from bot.documents.render import numbered

    return numbered(proposal, pack, language)


def no_papers(_proposal: Proposal, _pack: Pack, _language: Language) -> list[File]:
    """No papers: for walks in which it does not matter what stands in them."""
    return []


@dataclass
class Stage(Memory):
    """Chats and a clock around the turns. `render` makes the papers of a proposal, `strangers` are in no group.

    `topics` has the names of those of groups by their numbers.
    """

    world: World
    now: datetime
    staff: dict[str, int] = field(default_factory=lambda: {"vasa": STAFF})
    offices: dict[str, dict[str, int]] = field(default_factory=dict)
    render: Callable[[Proposal, Pack, Language], list[File]] = papers_of
    chats: dict[int, list[Shown]] = field(default_factory=dict)
    count: int = 0
    ids: NewIds = field(default_factory=KnownIds)
    outcomes: list[Outcome] = field(default_factory=list)
    broken: list[Exception] = field(default_factory=list)
    papers: list[File] = field(default_factory=list)
    shut: set[int] = field(default_factory=set)
    strangers: set[int] = field(default_factory=set)
    topics: dict[int, str] = field(default_factory=dict)

    def say(
        self,
        chat: int,
        user: int,
        text: str,
        *,
        name: str = "",
        code: str = "sv",
        reply_to: int | None = None,
        thread: int = 0,
    ) -> Outcome:
        """Type a message or a command, in a topic of a group if one is named."""
        sender = self._sender(chat, user, name, code, reply_to, thread)
        if text.startswith("/"):
            command, _, argument = text[1:].partition(" ")
            return self.take(Commanded(sender, command, argument, self.next_number()))
        return self.take(Said(sender, text, self.next_number()))

    def press(self, chat: int, user: int, label: str, *, name: str = "", code: str = "sv") -> Outcome:
        """Press the newest button that carries a label."""
        shown, index = self.button(chat, label)
        return self.press_at(chat, user, shown, index, name=name, code=code)

    def press_at(self, chat: int, user: int, shown: Shown, index: int, *, name: str = "", code: str = "sv") -> Outcome:
        """Press one button of one message, as it now stands in the chat."""
        heading = shown.text.partition("\n")[0]
        sender = self._sender(chat, user, name, code, None, shown.thread)
        label, says = shown.offers[index].label, fingerprint(shown.text)
        return self.take(Chose(sender, shown.revision, index, shown.number, shown.pushed, heading, label, says))

    def come_twice(self, chat: int, shown: Shown) -> Shown:
        """Let a message stand a second time below, as after a doubt: the second copy alone is remembered. Return it."""
        copy = replace(shown, number=self.next_number())
        self.posts[chat, copy.number] = self.posts.pop((chat, shown.number))
        self._add(chat, copy)
        return copy

    def send_thing(self, chat: int, user: int, kind: str, *, attachment: Attachment | None = None) -> None:
        """Send something without words."""
        self.take(Unreadable(self._sender(chat, user, "", "sv", None), kind, self.next_number(), attachment))

    def edit(self, chat: int, user: int, text: str) -> None:
        """Change an earlier message."""
        self.take(Edited(self._sender(chat, user, "", "sv", None), text, 1))

    def button(self, chat: int, label: str) -> tuple[Shown, int]:
        """Find the newest message with a button of this label."""
        for shown in reversed(self.chats.get(chat, [])):
            for index, offer in enumerate(shown.offers):
                if offer.label == label:
                    return shown, index
        seen = [offer.label for shown in self.chats.get(chat, [])[-3:] for offer in shown.offers]
        raise AssertionError(f"no button {label!r}; there are {seen}")

    def card(self, reference: str) -> Shown:
        """Find the card of a case."""
        return self._at(*self.cards[reference])

    def move_clock(self, to: datetime, *, digests: bool = False) -> None:
        """Let time pass, firing what falls due on the way, one instant after the other.

        With `digests` desks have theirs wherever the clock stops in the morning, as when somebody moves it by hand.
        """
        while (upcoming := self.next_reminder()) is not None and upcoming <= to:
            self.now = max(self.now, upcoming)
            self._stop_here(digests=digests)
        self.now = max(self.now, to)
        if digests:
            self._stop_here(digests=True)

    def _stop_here(self, *, digests: bool) -> None:
        """Fire what is due, at the very instant; the digest of the day among it."""
        if digests:
            Handler(self._context()).mornings(CommitRide(self, self.now))
        self.tick()

    def next_reminder(self) -> datetime | None:
        """The instant of the next waiting reminder."""
        with self.transaction() as work:
            return work.reminders.next_due()

    def take(self, event: Event) -> Outcome:
        """Let one event happen and what it says arrive. Raise what the step raises."""
        self._happen(event)
        return self.outcomes[-1]

    def tell_of_mail(self, fate: Fate, **more: str) -> Outcome:
        """Let something become known of the newest letter."""
        mail = list(self.mails.values())[-1]
        news = MailNews(mail.id, mail.proposal, fate, self.now).but(**more)
        return self.take(MailTold(self._sender(mail.chat, mail.chat, "", "", None), news))

    def shut_out(self, chat: int, *, told: bool = True) -> None:
        """Let nothing into a chat any more; Telegram tells it, or not yet."""
        self.shut.add(chat)
        if told:
            self._happen(ShutOut(chat))

    def let_in(self, chat: int, user: int, *, code: str = "sv") -> None:
        """Let everything into a chat again, as Telegram tells it."""
        self.shut.discard(chat)
        self._happen(Returned(self._sender(chat, user, "", code, None)))

    def tick(self) -> list[Outcome]:
        """Let what is due be said; one outcome for each chat."""
        self._begin()
        self._look_at(Handler(self._context()).reminders(ALL, CommitRide(self, self.now)).lines)
        self._deliver()
        return self.outcomes

    def mornings(self) -> list[Outcome]:
        """Let the desks have their digests, as the cron does at half past eight; one outcome for each chat."""
        self._stop_here(digests=True)
        return self.outcomes

    def next_number(self) -> int:
        """The number of the next message, whoever sends it."""
        self.count += 1
        return self.count

    def _happen(self, news: News) -> None:
        self._begin()
        with self.transaction() as work:
            happening = Happening(self.count, news, standing=self._standing(news))
            lines, messages = Batch(self._context(), self.ids, work, self.now).play([happening])
            self._look_at(lines)
            work.outbox.add(messages)
        self._deliver()

    def _standing(self, news: News) -> Standing:
        sender = getattr(news, "sender", None)
        return Standing.STRANGER if sender is not None and sender.user in self.strangers else Standing.MEMBER

    def _begin(self) -> None:
        self.outcomes, self.broken = [], []

    def _context(self) -> StepContext:
        chats = StaffChats(self.staff, self.offices)
        return StepContext(self._step, self.world, lambda: self.now, "lots_bot", str, chats)

    def _step(self, session: Session, event: Event, world: World, now: datetime, snapshot: Snapshot) -> Outcome:
        """The step itself, remembered: a batch answers what it raises with an apology, a test wants to see it."""
        try:
            self.outcomes.append(step(session, event, world, now, snapshot))
        except Exception as error:
            self.broken.append(error)
            raise
        return self.outcomes[-1]

    def _look_at(self, lines: Sequence[Line]) -> None:
        for error in self.broken:
            raise error
        assert [line.error for line in lines if line.error] == []

    def _deliver(self) -> None:
        """Let everything in the outbox arrive, and be written down as delivered."""
        results, queue = Results(), True
        while queue:
            ride = CommitRide(self, self.now, results, free=ALL, bulk=ALL, look=True)
            ride.alone()
            results, queue = Results(), ride.from_queue
            for taken in queue:
                results.note(taken.parcel, self._verdict(taken))

    def _verdict(self, taken: Taken) -> Verdict:
        """What becomes of a parcel: a topic is seen to first, as in life."""
        wanted = topics.wanted(taken)
        if taken.parcel.chat in self.shut:
            return GONE
        if isinstance(wanted, SetAside):
            return wanted
        if wanted is not None:
            return topics.done(taken, wanted, self._topic(wanted), self.now)
        return Delivered(self._arrive(taken), news=topics.stands(taken))

    def _topic(self, call: TopicCall) -> dict[str, int]:
        number = call.arguments.get("message_thread_id") or self.next_number()
        self.topics[number] = call.arguments.get("name", self.topics.get(number, ""))
        return {"message_thread_id": number}

    def _arrive(self, taken: Taken) -> int:
        """Show a parcel in its chat, and return its number there, 0 if there was nothing to be shown."""
        parcel, card = taken.parcel, topics.card_of(taken)
        if parcel.kind in (Kind.PAPER, Kind.CALENDAR, Kind.PITCH, Kind.LETTER, Kind.EXPORT):
            return self._show_file(parcel)
        if parcel.notes.order is not None:
            return self._show_order(parcel, parcel.notes.order)
        if parcel.kind is not Kind.CARD or not card:
            return self._add(parcel.chat, self._shown(taken, self.next_number()))
        return self._edit(taken, card)

    def _edit(self, taken: Taken, number: int) -> int:
        old, new = self._at(taken.parcel.chat, number), self._shown(taken, number)
        old.text, old.offers = new.text, new.offers
        return number

    def _shown(self, taken: Taken, number: int) -> Shown:
        parcel = taken.parcel
        text = parcel.payload.get("text", parcel.payload.get("caption", ""))
        offers, revision = self._buttons(parcel)
        said_in = 0 if case_of(parcel) else parcel.payload.get("message_thread_id", 0)
        thread = topics.thread_of(taken) or said_in
        return Shown(number, as_plain(text), offers, revision, pushed=bool(parcel.about), thread=thread)

    def _buttons(self, parcel: Parcel) -> tuple[tuple[Offer, ...], int]:
        """What the buttons of a message say and do, and the revision of the session that they are bound to."""
        rows = parcel.payload.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = [(button["text"], read_token(button["callback_data"])) for row in rows for button in row]
        if not buttons:
            return (), 0
        revision = buttons[0][1].revision
        meant = parcel.offers or self._offered(parcel.chat, revision)
        return tuple(Offer(label, meant[token.index].action) for label, token in buttons), revision

    def _offered(self, chat: int, revision: int) -> tuple[Offer, ...]:
        sessions = (outcome.session for outcome in self.outcomes)
        return next(item.offers for item in sessions if (item.chat, item.revision) == (chat, revision))

    def _show_file(self, parcel: Parcel) -> int:
        paper, calendar = parcel.notes.paper, parcel.notes.calendar
        if parcel.notes.pitch is not None:
            name, _ = pitch_file(parcel.notes.pitch.page, parcel.notes.pitch.number)
            return self._add(parcel.chat, Shown(self.next_number(), "", (), 0, pushed=False, file=name))
        if paper is None:
            name = f"{calendar.name}.ics" if calendar else EXPORT
            return self._add(parcel.chat, Shown(self.next_number(), "", (), 0, pushed=False, file=name))
        if parcel.notes.letter is not None:
            name = f"{parcel.notes.letter.name}.eml"
            return self._add(parcel.chat, Shown(self.next_number(), "", (), 0, pushed=False, file=name))
        if paper.number in (0, len(FILES)) or paper.number >= len(FILES) + LISTS:
            self.papers = self._papers(paper)
        if paper.number >= len(self.papers):
            return 0
        name, content = self.papers[paper.number]
        assert content
        return self._add(parcel.chat, Shown(self.next_number(), "", (), 0, pushed=False, file=name))

    def _show_order(self, parcel: Parcel, order: Order) -> int:
        """Show what a desk asked for of its cases, made as in life from what is kept here."""
        pack = self.world.packs[order.municipality]
        cases = [case for case in self.cases.values() if case.municipality == order.municipality]
        rows = tuple(row_of(case, pack.zone) for case in cases)
        made = made_of(Read(rows, pitch=self._running(pack, order.round)), order, pack)[order.part]
        offers, revision = self._buttons(parcel)
        number = self.next_number()
        return self._add(parcel.chat, Shown(number, made.text, offers, revision, bool(offers), made.name))

    def _running(self, pack: Pack, round_id: str) -> Running | None:
        call = self.calls.get((pack.id, round_id))
        if call is None:
            return None
        joined = joined_packs({pack.id: pack}, [call])[pack.id]
        with self.transaction() as work:
            return Running(joined.rounds[0], call.running, in_round(work, joined, round_id))

    def _papers(self, paper: Paper) -> list[File]:
        pack, language = self.world.packs[paper.proposal.municipality], Language(paper.language)
        render = listed_questions if is_of_list(paper.number) and self.render is not no_papers else self.render
        return render(paper.proposal, pack, language)

    def _at(self, chat: int, number: int) -> Shown:
        return next(shown for shown in self.chats[chat] if shown.number == number)

    def _add(self, chat: int, shown: Shown) -> int:
        self.chats.setdefault(chat, []).append(shown)
        return shown.number

    def _sender(self, chat: int, user: int, name: str, code: str, reply_to: int | None, thread: int = 0) -> Sender:
        staff = next((pack for pack, group in self.staff.items() if group == chat), "")
        seat = StaffChats(self.staff, self.offices).seats.get(chat)
        return Sender(chat, user, name, code, thread or None, reply_to, staff, private=chat > 0, seat=seat)


def as_plain(text: str) -> str:
    """The words of a message without its markup."""
    return html.unescape(re.sub(r"</?[a-z]+[^>]*>", "", text))


def at(text: str) -> datetime:
    """An instant from ISO words, read as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
