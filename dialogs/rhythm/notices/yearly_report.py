"""Once a year: that the numbers for the welfare report of the year before can be had with `/report`."""

from collections.abc import Sequence

from dialogs import texts
from dialogs.cards.languages import desk_language
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.reminder import Reminder


def told(turn: Turn, waiting: Sequence[Reminder]) -> Outcome:
    """Say it, in the group's language; of several years the last."""
    outcome, pack = Outcome(turn.session), turn.world.packs.get(turn.event.sender.staff)
    if not waiting or pack is None:
        return outcome
    newest = max(waiting, key=lambda item: item.about)
    text = texts.say(desk_language(turn, pack), "rhythm.yearly_report", year=newest.about)
    return outcome.but(replies=(Reply(text, key=newest.key),))
