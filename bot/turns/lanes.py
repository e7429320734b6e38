"""In whose turn a message leaves a group: what is said together stays together and in its order.

The cases of a group take turns (`storage/repositories/outgoing/outbox_ranks.py`). What one outcome says there belongs
to all the cases that it is about; a message about none, "the answer is on its way", to the case that the event was
about.
"""

from collections.abc import Sequence
from dataclasses import replace

from dialogs.conversation.turn import ABOUT_NOTHING
from storage.queue_items import Outgoing

NO_CASE = frozenset({"", ABOUT_NOTHING})


def in_lanes(messages: Sequence[Outgoing], case: str) -> list[Outgoing]:
    """Return the messages of one outcome, those into groups with the cases in whose turns they leave.

    `case` is the reference of the case that its event was about, empty for none.
    """
    return [_placed(message, messages, case) if message.chat < 0 else message for message in messages]


def _placed(message: Outgoing, messages: Sequence[Outgoing], case: str) -> Outgoing:
    cases = [item.about for item in messages if item.chat == message.chat and item.about not in NO_CASE]
    own = next(iter(cases), case) if message.about in NO_CASE else message.about
    return replace(message, beside=tuple(dict.fromkeys((own, *cases)))) if own else message
