"""What a desk is told after a silence that was longer than Telegram keeps what people write: what may be lost, and what
to look at again. Once a silence, by day, in the group's language.
"""

from collections.abc import Sequence

from dialogs import texts
from dialogs.cards.languages import desk_language
from dialogs.conversation.effects import Effect, PostponeReminders, SettleReminders
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines.silence import of_its_time, span
from dialogs.deadlines.verdict import Verdict, next_morning
from dialogs.records.reminder import Reminder
from knowledge.language import words
from knowledge.municipality.pack import Pack


def told(turn: Turn, waiting: Sequence[Reminder]) -> Outcome:
    """Say it, or let it wait for the morning; after two working days it is of no use any more."""
    outcome, pack = Outcome(turn.session), turn.world.packs.get(turn.event.sender.staff)
    if not waiting or pack is None:
        return outcome
    judged = {item: of_its_time(item, pack, turn.now) for item in waiting}
    asleep = [item for item, verdict in judged.items() if verdict is Verdict.WAIT]
    later = tuple(item.but(due=next_morning(turn.now, pack)) for item in asleep)
    effects: tuple[Effect, ...] = (PostponeReminders(later),) if later else ()
    settled = SettleReminders({item.key: verdict.name.lower() for item, verdict in judged.items()})
    said = tuple(_said(turn, pack, item) for item, verdict in judged.items() if verdict is Verdict.SAY)
    return outcome.but(replies=said, effects=(*effects, settled))


def _said(turn: Turn, pack: Pack, item: Reminder) -> Reply:
    language, (since, until) = desk_language(turn, pack), span(item)
    text = texts.say(
        language,
        "rhythm.silence",
        since=since.astimezone(pack.zone),
        until=until.astimezone(pack.zone),
        place=words(pack.place_time, language),
    )
    return Reply(text, key=f"reminder:{item.key}")
