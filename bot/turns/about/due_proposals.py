"""What is known of a person of whom nothing is due but reminders of drafts, and who has no case.

That is so of nearly everybody when the last day of a round comes, thousands in one minute, so nothing is looked for
that such reminders cannot be about.
"""

from bot.turns.about import shared
from bot.turns.loaded import Loaded
from dialogs.conversation.events import ReminderDue
from dialogs.conversation.session import Session, Snapshot
from dialogs.records.reference import named_in


def is_of_proposals_alone(event: ReminderDue, session: Session, loaded: Loaded) -> bool:
    """Tell whether what is due is about no case and comes to a person of no office who has none at all, not even in
    hand; and that all that was loaded could be read.
    """
    sender, chat = event.sender, event.sender.chat
    known = not (session.case or session.awaited or loaded.own_cases.get(chat) or loaded.damage)
    if not (known and sender.private and sender.seat is None and not sender.staff):
        return False
    drafts = loaded.proposals.get(chat, {})
    return all(item.subject in drafts or not named_in(item.subject) for item in event.reminders)


def of_proposals(event: ReminderDue, loaded: Loaded, staff: dict[str, int]) -> Snapshot:
    """Return what a dialog may need then: the drafts, and who takes part in them."""
    chat = event.sender.chat
    return Snapshot(
        proposals=tuple(loaded.proposals.get(chat, {}).values()),
        staff=staff,
        sharings=shared.sharings_of(loaded, chat),
    )
