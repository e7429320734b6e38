"""What the topic of a case wants before something of the case goes there, and what Telegram's refusals say of it.

Where a staff group has topics each case has one of its own, and its card is the first message there. It is made with a
call of its own: what came of it is kept with a commit, and only then the card follows. So a crash, or a call of which
nobody knows what came, may leave an empty topic behind, and never a second card. What finds no topic is set aside until
the card has one again. A topic that somebody closed is opened for what is new in the case, and its title follows the
state. Where Telegram lets Lots make none, all goes below the card as in a group without topics.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sending.calling.taken import Taken, case_of
from bot.sending.verdict import Later, SetAside, TopicNews, Verdict, pause
from bot.telegram.calls.response import whole_number
from bot.telegram.refusal import Sort, Undeliverable, no_forum, topic_missing, topic_shut, topic_unchanged
from dialogs.records.thread import NO_TOPICS, TOPIC, TOPIC_SHUT, Thread, Topics
from storage.queue_items import Kind

MADE_AT_MOST = 5
"""How many topics are made for a case while no card comes to stand in one, each perhaps left behind empty: as often as
a message in doubt is sent again. Then the case goes without one."""
CHANGED_AT_MOST = 3
"""How many tries a new title has, or the opening of a topic, if the last two met with the same words: the message
itself matters more."""
NO_TOPIC_YET = "its case has no topic"


@dataclass(frozen=True, slots=True)
class TopicCall:
    """A call about a topic. `after` gives the topic as it stands afterwards, of the call's result; `tell_refused` is
    how the desk hears of it if it is refused.
    """

    method: str
    arguments: dict[str, Any]
    after: Callable[[Any], Thread]
    tell_refused: str = ""

    @property
    def makes(self) -> bool:
        """Whether a topic comes of it."""
        return self.method == "createForumTopic"


def thread_of(taken: Taken) -> int:
    """Return the number of the topic that a parcel belongs in, 0 for none."""
    return _thread(taken).number if _has_topics(taken) else 0


def card_of(taken: Taken) -> int:
    """Return the number of the card that a parcel edits or answers, 0 if there is none where it should stand.

    Numbers of messages mean nothing outside their chat, nor after a group became another chat. What stands above the
    beginning of its topic does not stand in it.
    """
    here = taken.card[1] if taken.card is not None and taken.card[0] == taken.parcel.chat else 0
    return here if here > thread_of(taken) else 0


def older_card(taken: Taken) -> int:
    """Return the number of a card of the case that stands in the group, but not in its topic; 0 for none."""
    here = taken.card[1] if taken.card is not None and taken.card[0] == taken.parcel.chat else 0
    return here if here and not card_of(taken) else 0


def wanted(taken: Taken) -> TopicCall | SetAside | None:
    """Return the call that comes before a parcel itself, None if nothing does."""
    if not _has_topics(taken):
        return None
    thread, words, is_card = _thread(taken), taken.parcel.notes.topic, taken.parcel.kind is Kind.CARD
    if not thread.number:
        if is_card:
            return _make(thread, words.title) if words else None
        return SetAside(NO_TOPIC_YET, TopicNews(tell=TOPIC))
    if thread.closed and not (is_card and card_of(taken)):
        return _open(thread)
    return _rename(thread, words.title) if words and words.title != thread.title else None


def done(taken: Taken, call: TopicCall, result: Any, now: datetime) -> Later:
    """Return the verdict after a call about a topic that was done: the parcel itself is next. Raise `Undeliverable`, a
    doubt, where the result is no topic.
    """
    thread = _thread(taken)
    return Later(now, taken.parcel.error, news=TopicNews(call.after(result), thread.number))


def refused(taken: Taken, call: TopicCall, refusal: Undeliverable, now: datetime) -> Verdict:
    """Return the verdict after a call about a topic that was not done. Raise it where it says nothing of topics."""
    parcel, thread = taken.parcel, _thread(taken)
    if refusal.sort is not Sort.REFUSED:
        return _failed(taken, call, refusal, now)
    if no_forum(refusal):
        return Later(now, parcel.error, news=TopicNews(topics=Topics.NONE))
    if call.makes:
        return Later(now, parcel.error, news=TopicNews(topics=Topics.FORBIDDEN, tell=NO_TOPICS))
    if topic_missing(refusal):
        return lost(taken, refusal.reason)
    tell = "" if topic_unchanged(refusal) else call.tell_refused
    return Later(now, parcel.error, news=TopicNews(call.after(None), thread.number, tell=tell))


def refused_there(taken: Taken, refusal: Undeliverable, now: datetime) -> Verdict | None:
    """Return the verdict after a parcel was refused in its topic for the topic's sake, None if that was not why."""
    if not thread_of(taken):
        return None
    if topic_missing(refusal):
        return lost(taken, refusal.reason)
    if topic_shut(refusal.reason):
        thread = _thread(taken)
        return Later(now, refusal.reason, news=TopicNews(thread.but(closed=True), thread.number))
    return None


def lost(taken: Taken, reason: str) -> SetAside:
    """Return the verdict on a parcel whose topic was deleted."""
    thread = _thread(taken)
    return SetAside(reason, TopicNews(thread.but(number=0, closed=False), thread.number, tell=TOPIC))


def stands(taken: Taken) -> TopicNews | None:
    """Return what is known after a card came to stand in its topic, None if nothing is new."""
    thread = _thread(taken)
    if taken.parcel.kind is not Kind.CARD or not thread_of(taken) or not thread.failed:
        return None
    return TopicNews(thread.but(failed=0), thread.number)


def _failed(taken: Taken, call: TopicCall, refusal: Undeliverable, now: datetime) -> Verdict:
    """What follows where nobody knows what came of a call, or where Telegram cannot take it."""
    if refusal.sort not in {Sort.DOUBT, Sort.UNFIT, Sort.DONE}:
        raise refusal
    parcel, thread = taken.parcel, _thread(taken)
    later = Later(now + pause(parcel, refusal), refusal.reason)
    if call.makes:
        news = TopicNews(thread.but(failed=thread.failed + 1))
        return Later(later.at, later.reason, news=news)
    if refusal.sort is Sort.DONE or (parcel.attempts >= CHANGED_AT_MOST and parcel.error == refusal.reason):
        return Later(now, parcel.error, news=TopicNews(call.after(None), thread.number))
    return later


def _has_topics(taken: Taken) -> bool:
    """Whether a parcel belongs in a topic of its case."""
    of_a_case = bool(case_of(taken.parcel)) and taken.topics is Topics.ON
    return of_a_case and _thread(taken).failed < MADE_AT_MOST


def _thread(taken: Taken) -> Thread:
    return taken.thread or Thread(taken.parcel.chat, case_of(taken.parcel))


def _make(thread: Thread, title: str) -> TopicCall:
    def after(result: Any) -> Thread:
        number = whole_number(result.get("message_thread_id")) if isinstance(result, dict) else 0
        if number <= 0:
            raise Undeliverable("the result is no topic", Sort.DOUBT)
        return thread.but(number=number, title=title, closed=False)

    return TopicCall("createForumTopic", {"chat_id": thread.chat, "name": title}, after)


def _open(thread: Thread) -> TopicCall:
    return TopicCall("reopenForumTopic", _named(thread), lambda _: thread.but(closed=False), TOPIC_SHUT)


def _rename(thread: Thread, title: str) -> TopicCall:
    return TopicCall("editForumTopic", {**_named(thread), "name": title}, lambda _: thread.but(title=title))


def _named(thread: Thread) -> dict[str, Any]:
    return {"chat_id": thread.chat, "message_thread_id": thread.number}
