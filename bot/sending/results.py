"""What became of the parcels that were sent, until it is written down.

The results of a few milliseconds are written in one transaction, the same one that takes the next parcels.
"""

from dataclasses import dataclass, field
from datetime import datetime

from bot.sending.receipts import receipts
from bot.sending.verdict import Delivered, GivenUp, Later, LeftInDoubt, Moved, SetAside, TopicNews, Verdict
from dialogs.records.reminder import Reminder
from dialogs.records.thread import TOPIC_SHUT
from storage.queue_items import Outgoing, Parcel
from storage.unit_of_work import UnitOfWork


@dataclass(slots=True)
class Results:
    """Results by row of the outbox, chats that shut Lots out, groups that moved, news of topics, what is to be said.

    `about_nothing` are the rows of what was sent of which nothing is remembered, as far as that is known.
    """

    sent: dict[int, int] = field(default_factory=dict)
    later: dict[int, Later] = field(default_factory=dict)
    ambiguous: dict[int, str] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)
    shut_out: set[int] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)
    receipts: list[Outgoing] = field(default_factory=list)
    news: list[tuple[Parcel, TopicNews]] = field(default_factory=list)
    about_nothing: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.sent or self.later or self.ambiguous or self.refused or self.shut_out or self.moved)

    def note(self, parcel: Parcel, verdict: Verdict) -> None:
        """Note what became of a parcel, and what is to be said of it."""
        match verdict:
            case Delivered():
                self.sent[parcel.seq] = verdict.message
                self.about_nothing |= set() if parcel.about else {parcel.seq}
            case SetAside():
                self.refused[parcel.seq] = verdict.reason
            case GivenUp():
                self.refused[parcel.seq] = verdict.reason
                if verdict.shut_out:
                    self.shut_out.add(parcel.chat)
            case LeftInDoubt():
                self.ambiguous[parcel.seq] = verdict.reason
            case Later():
                self.later[parcel.seq] = verdict
            case Moved():
                self.moved[parcel.chat] = verdict.to
                self.later[parcel.seq] = Later(verdict.at, verdict.reason)
        if isinstance(verdict, Delivered | Later | SetAside) and verdict.news:
            self.news.append((parcel, verdict.news))
        self.receipts += receipts(parcel, verdict)

    def followed_by(self, newer: "Results") -> "Results":
        """Return these results and newer ones together; of two for one row the newer counts."""
        return Results(
            self.sent | newer.sent,
            self.later | newer.later,
            self.ambiguous | newer.ambiguous,
            self.refused | newer.refused,
            self.shut_out | newer.shut_out,
            self.moved | newer.moved,
            self.receipts + newer.receipts,
            self.news + newer.news,
            self.about_nothing | newer.about_nothing,
        )

    def rows(self) -> set[int]:
        """Return the rows that are judged here."""
        return {*self.sent, *self.later, *self.ambiguous, *self.refused}

    def write(self, work: UnitOfWork, now: datetime) -> None:
        """Write everything down. `now` is the instant of the calendar, at which a desk is told what it must hear."""
        work.outbox.sent(self.sent, self.about_nothing)
        for seq, reason in self.ambiguous.items():
            work.outbox.ambiguous(seq, reason)
        for seq, later in self.later.items():
            if later.doubtful:
                work.outbox.ambiguous(seq, later.reason)
            work.outbox.retry(seq, later.at, later.reason)
        for seq, reason in self.refused.items():
            work.outbox.refuse(seq, reason)
        for chat in self.shut_out:
            work.shut_out(chat, now)
        for chat, to in self.moved.items():
            work.outbox.move(chat, to)
            work.reminders.move(chat, to)
        for parcel, news in self.news:
            if news.thread is not None:
                work.threads.keep(news.thread, news.was)
            if news.topics is not None:
                work.threads.learn(parcel.chat, news.topics)
        work.reminders.add([_telling(parcel, news, now) for parcel, news in self.news if news.tell])
        work.outbox.add(self.receipts)


def _telling(parcel: Parcel, news: TopicNews, now: datetime) -> Reminder:
    """The reminder by which a desk hears what was found out. That a topic cannot be opened is told once of each."""
    once = news.was if news.tell == TOPIC_SHUT else parcel.seq
    key = f"{news.tell}:{parcel.chat}:{parcel.about}:{once}"
    return Reminder(key, parcel.chat, news.tell, f"topic-{parcel.about}", now, about=str(news.was))
