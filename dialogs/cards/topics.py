"""What a staff group is told of the topics of its cases: a case comes anew in a topic of its own, or can have none.

Delivery finds out that a topic is gone, closed or forbidden, and leaves a reminder (`dialogs/records/thread.py`). Which
topic a case has, and whether it gets one, is no matter of the conversation.
"""

from collections.abc import Sequence

from dialogs import texts
from dialogs.cards.card import card
from dialogs.cards.languages import desk_language
from dialogs.cards.log import as_read
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case, CaseMessage
from dialogs.records.reference import named_in
from dialogs.records.reminder import Reminder
from dialogs.records.thread import NO_TOPICS, TOPIC, TOPIC_SHUT, Topics

KINDS = frozenset({TOPIC, TOPIC_SHUT, NO_TOPICS})
SHOWN = 6
"""How many of the newest messages are shown where a case goes on: one screen of a phone, the rest is one press away."""
LONGEST_SHOWN = 160
"""In characters: so much of each of them is shown, two or three lines."""
NO_TOPIC_BEFORE = "0"


def told(turn: Turn, waiting: Sequence[Reminder]) -> Outcome:
    """Say what was found out about topics, each thing once, in the language of all who read there."""
    session, turn = turn.session, turn.at(language=desk_language(turn, turn.home).value)
    anew: dict[str, Reminder] = {}
    replies: list[Reply] = []
    for item in waiting:
        case = _case(turn, item)
        if item.kind == NO_TOPICS:
            replies.append(Reply(turn.say("desk.topics_forbidden")))
        elif case is not None and item.kind == TOPIC_SHUT:
            replies.append(Reply(turn.say("desk.topic_shut", reference=case.reference)))
        elif case is not None:
            anew.setdefault(case.reference, item)
    cases = {case.reference: case for case in turn.snapshot.cases}
    came = (reply for name, item in anew.items() for reply in _anew(turn, cases[name], item))
    return Outcome(session, (*_once(replies), *came))


def _case(turn: Turn, reminder: Reminder) -> Case | None:
    names = named_in(reminder.subject)
    return next((case for case in turn.snapshot.cases if case.reference in names), None)


def _anew(turn: Turn, case: Case, reminder: Reminder) -> tuple[Reply, ...]:
    """The card of a case, which makes it a topic, and what was said last. `about` is the topic that it had."""
    shown = card(turn, case, turn.event.sender.chat)
    first = reminder.about == NO_TOPIC_BEFORE
    if turn.snapshot.topics is not Topics.ON or (first and not case.messages):
        return (shown,)
    text = turn.say(
        "desk.topic_history",
        reference=case.reference,
        first=first,
        talk=[_line(turn, case, item) for item in case.messages[-SHOWN:]],
        more=len(case.messages) > SHOWN,
    )
    key = f"{TOPIC}:{reminder.chat}:{case.reference}:{reminder.about}"
    return shown, Reply(text, about=case.reference, under_card=True, key=key)


def _line(turn: Turn, case: Case, item: CaseMessage) -> dict[str, object]:
    file = item.attachment.name or turn.plain(f"desk.kind_{item.attachment.kind}") if item.attachment else ""
    words = " ".join(filter(None, (as_read(turn, case, item), f"[{file}]" if file else "")))
    return {
        "at": item.at.astimezone(turn.world.packs[case.municipality].zone),
        "author": turn.plain(f"desk.author_{item.author}"),
        "name": item.name,
        "text": texts.cut(words, LONGEST_SHOWN),
        "internal": item.internal,
    }


def _once(replies: Sequence[Reply]) -> list[Reply]:
    return [reply for number, reply in enumerate(replies) if reply not in replies[:number]]
