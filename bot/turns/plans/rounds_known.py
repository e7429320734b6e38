"""What a desk must know of its rounds beside the calls themselves: whom a change is told, and how each round stands."""

from typing import Any

from bot.turns.about.case_meant import changes_calls
from bot.turns.plans.calls import concerned
from bot.turns.plans.counting import counted
from dialogs.conversation.events import Event, ReminderDue
from dialogs.conversation.session import Post, RoundCount, Session
from dialogs.deadlines.desk.round_ladder import is_of_a_round
from storage.unit_of_work import UnitOfWork


def told(work: UnitOfWork, world: Any, event: Event, session: Session, post: Post | None) -> dict[str, int]:
    """Return how many people would be told of a change of each round, where a desk is about to make one."""
    if not changes_calls(event, session, post):
        return {}
    town = event.sender.staff
    rounds = {item.id for item in world.packs[town].rounds}
    return {name: len(concerned(work, town, name)) for name in sorted(rounds)}


def counts(work: UnitOfWork, world: Any, event: Event) -> dict[str, RoundCount]:
    """Return how each round stands, where a desk is reminded of one."""
    if not isinstance(event, ReminderDue) or not any(is_of_a_round(item) for item in event.reminders):
        return {}
    town = event.sender.staff
    return counted(work, town) if town in world.packs else {}
