"""A staff group that can be reached again: the cards it has not seen, the oldest idea first, and what was said of them.

Nobody shall think that such an idea came today, so each card says when it came and by when an answer is promised. The
associations hear that the contact person has it now, and by when an answer comes, or that it is late.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, timedelta

from dialogs import texts
from dialogs.cards.card import card
from dialogs.cards.languages import chat_language, desk_language
from dialogs.conversation import statements
from dialogs.conversation.effects import Effect, PlanReminders, SaveCase
from dialogs.conversation.replies import Receipt, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines import case_ladder
from dialogs.deadlines.case_ladder import UNSEEN, promised_day
from dialogs.records.case import Case
from dialogs.records.case_states import WAITING
from dialogs.records.reminder import Reminder, wall_time
from knowledge.municipality.pack import Pack

PAUSE = timedelta(minutes=1)
"""How long the next cards wait for those before them: Telegram counts the messages into a group by the minute."""


def caught_up(turn: Turn, outcome: Outcome) -> Outcome:
    """Add to what a group is told the cards that it has not seen, and tell their associations."""
    unseen = turn.snapshot.unseen
    known = {case.reference: case for case in (*unseen.cards, *unseen.lost, *unseen.stale)}
    if not known:
        return outcome
    pack = turn.world.packs[turn.event.sender.staff]
    now = {name: _promised(turn, pack, case) for name, case in known.items()}
    late = [now[case.reference] for case in unseen.cards]
    shown = (
        *((case, _late_card(turn, pack, case)) for case in late),
        *((case, card(turn, case, turn.event.sender.chat)) for case in now.values() if case not in late),
    )
    cards = (reply.but(receipt=_told(turn, known[case.reference], case)) for case, reply in shown)
    replies = (*_introduction(turn, pack, late), *cards)
    effects = (*_kept(turn, known, now), *_the_rest(turn, pack))
    return outcome.but(replies=(*outcome.replies, *replies), effects=(*outcome.effects, *effects))


def _promised(turn: Turn, pack: Pack, case: Case) -> Case:
    """The case with a day to answer by, counted from today where none was promised because nobody was reached."""
    if case.state not in WAITING or case.answer_by or not case.chat:
        return case
    return case.but(answer_by=promised_day(turn, pack), version=case.version + 1)


def _introduction(turn: Turn, pack: Pack, late: Sequence[Case]) -> tuple[Reply, ...]:
    if not (late or turn.snapshot.unseen.lost):
        return ()
    rows = [(case.reference, case.title, _opened(pack, case)) for case in late]
    lost = [case.reference for case in turn.snapshot.unseen.lost]
    text = texts.say(desk_language(turn, pack), "desk.unseen", rows=rows, more=turn.snapshot.unseen.more, lost=lost)
    return (Reply(text),)


def _late_card(turn: Turn, pack: Pack, case: Case) -> Reply:
    """A card with a line about its age, which stands until somebody does something with the case."""
    shown = card(turn, case, turn.event.sender.chat)
    line = texts.say(
        desk_language(turn, pack),
        "desk.card_late",
        opened=_opened(pack, case),
        elsewhere=case.reference not in turn.snapshot.unseen.new,
        by=statements.waited_for(case),
        late=statements.is_late(turn, case),
    )
    return shown.but(text=f"{shown.text}\n\n{line}")


def _opened(pack: Pack, case: Case) -> object:
    return case.opened_at.astimezone(pack.zone) if case.opened_at else None


def _told(turn: Turn, before: Case, case: Case) -> Receipt | None:
    """What the association is told when the card has arrived, if it waits for an answer to what nobody had seen."""
    by, late = statements.waited_for(case), statements.is_late(turn, case)
    news = case.reference in turn.snapshot.unseen.new or case != before
    if by is None or not case.chat or not news:
        return None
    text = texts.say(chat_language(turn, case), "cases.seen_now", reference=case.reference, by=by, late=late)
    return Receipt(case.chat, delivered=text, refused="")


def _kept(turn: Turn, known: Mapping[str, Case], now: Mapping[str, Case]) -> tuple[Effect, ...]:
    """What was promised anew is kept, and reminders come of whatever waits."""
    saved = (SaveCase(case, known[name].version) for name, case in now.items() if case != known[name])
    return (*saved, *(effect for case in now.values() for effect in case_ladder.planned_ahead(turn, case)))


def _the_rest(turn: Turn, pack: Pack) -> tuple[Effect, ...]:
    """The time at which the next cards come, if there are more."""
    if not turn.snapshot.unseen.more:
        return ()
    at = turn.now + PAUSE
    subject, wall = f"desk-{pack.id}", wall_time(at.astimezone(pack.zone))
    key = f"{subject}:{UNSEEN}:{at:%Y%m%dT%H%M%S}"
    return (
        PlanReminders(subject, (Reminder(key, turn.event.sender.chat, UNSEEN, subject, at.astimezone(UTC), wall),)),
    )
